using Integration.Common;

namespace Integration.EmployerAccess;

/// <summary>What a company keeps about a profile for itself: a mark and a few words. It belongs to the company, not to the contact who wrote it, and is
/// deleted when the company's access closes.</summary>
public class EmployerNote
{
    /// <summary>Longest text in characters.</summary>
    public const int TextMaxLength = 500;

    /// <summary>The id.</summary>
    public EmployerNoteId Id { get; set; } = EmployerNoteId.New();

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>The company.</summary>
    public OrganisationId EmployerId { get; set; }

    /// <summary>The release.</summary>
    public ProfileReleaseId ReleaseId { get; set; }

    /// <summary>Whether it is on the company's own list.</summary>
    public bool Kept { get; set; }

    /// <summary>The words; empty for none.</summary>
    public string Text { get; set; } = "";

    /// <summary>When it last changed.</summary>
    public DateTime ChangedAt { get; set; }
}

/// <summary>That a company's contact opened a profile. Rows are added and never changed: the person may ask who saw it.</summary>
public class ProfileView
{
    /// <summary>A profile that is opened again within this time is the same look.</summary>
    public static readonly TimeSpan SameLook = TimeSpan.FromMinutes(10);

    /// <summary>Row number.</summary>
    public long Id { get; set; }

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>The company.</summary>
    public OrganisationId EmployerId { get; set; }

    /// <summary>Who looked.</summary>
    public UserId UserId { get; set; }

    /// <summary>The release.</summary>
    public ProfileReleaseId ReleaseId { get; set; }

    /// <summary>When.</summary>
    public DateTime At { get; set; }
}
