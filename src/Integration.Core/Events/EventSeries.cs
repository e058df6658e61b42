using Integration.Access;
using Integration.Common;

namespace Integration.Events;

/// <summary>Events that belong together (Veranstaltungsreihe): one working group, one patron.</summary>
public class EventSeries : IVersioned
{
    /// <summary>Longest title in characters.</summary>
    public const int TitleMaxLength = 160;

    /// <summary>Longest description in characters.</summary>
    public const int DescriptionMaxLength = 1000;

    /// <summary>The id.</summary>
    public EventSeriesId Id { get; set; } = EventSeriesId.New();

    /// <summary>The organisation that leads the series.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>A short name, lower-case ASCII with hyphens: <c>integrationskreis</c>.</summary>
    public string Key { get; set; } = "";

    /// <summary>The title, in German.</summary>
    public string Title { get; set; } = "";

    /// <summary>What it is about, in German.</summary>
    public string Description { get; set; } = "";

    /// <summary>Patron (Schirmherrin, Schirmherr), with office; empty when there is none.</summary>
    public string Patron { get; set; } = "";

    /// <summary>Name of the working group; empty when there is none.</summary>
    public string WorkingGroup { get; set; } = "";

    /// <summary>The partner organisations in the working group, beside the leading one.</summary>
    public List<SeriesMember> Members { get; set; } = [];

    /// <inheritdoc/>
    public Guid Version { get; set; }
}

/// <summary>A partner organisation in the working group of a series.</summary>
public class SeriesMember
{
    /// <summary>The series.</summary>
    public EventSeriesId SeriesId { get; set; }

    /// <summary>The organisation.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>Its role.</summary>
    public WorkingGroupRole Role { get; set; } = WorkingGroupRole.Member;
}

/// <summary>Role in a working group.</summary>
public enum WorkingGroupRole
{
    /// <summary>Takes part.</summary>
    Member,

    /// <summary>Takes the chair.</summary>
    Chair,
}

/// <summary>Whom an event is for (DOMAIN §5.20).</summary>
public enum Audience
{
    /// <summary>Newcomers who look for work or training.</summary>
    Participants,

    /// <summary>Employers.</summary>
    Employers,

    /// <summary>Full-time helpers (Hauptamt).</summary>
    FullTimeHelpers,

    /// <summary>Volunteer helpers (Ehrenamt).</summary>
    VolunteerHelpers,

    /// <summary>Professionals and partners.</summary>
    Professionals,

    /// <summary>Everybody.</summary>
    Public,
}

/// <summary>Which series a user can reach.</summary>
public static class SeriesScope
{
    /// <summary>Series carry no personal data: everyone whose role works with events sees all of the region.</summary>
    public static IQueryable<EventSeries> VisibleTo(this IQueryable<EventSeries> series, ICurrentUser user)
    {
        var mayView = user.Has(Permission.ViewEvents);
        return series.Where(s => mayView);
    }

    /// <summary>Series that the user's organisation leads: only these can be changed.</summary>
    public static IQueryable<EventSeries> EditableBy(this IQueryable<EventSeries> series, ICurrentUser user)
    {
        var mayEdit = user.Has(Permission.EditEvents);
        var own = user.OrganisationId;
        return series.Where(s => mayEdit && s.OrganisationId == own);
    }

    /// <summary>Series that the user's organisation can put its events into: those that it leads, and those in whose working group it is.</summary>
    public static IQueryable<EventSeries> OpenTo(this IQueryable<EventSeries> series, ICurrentUser user)
    {
        var mayEdit = user.Has(Permission.EditEvents);
        var own = user.OrganisationId;
        return series.Where(s => mayEdit && (s.OrganisationId == own || s.Members.Any(m => m.OrganisationId == own)));
    }
}
