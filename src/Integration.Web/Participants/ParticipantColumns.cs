using Integration.Data;
using Integration.Reports;
using Integration.Web.Shared;

namespace Integration.Web.Participants;

/// <summary>Columns of the list beside the name.</summary>
public enum ParticipantColumn
{
    /// <summary>Date of birth.</summary>
    Born,

    /// <summary>Town.</summary>
    Town,

    /// <summary>First language.</summary>
    Language,

    /// <summary>German, spoken and written.</summary>
    German,

    /// <summary>Occupation aimed at.</summary>
    Occupation,

    /// <summary>State of the short profile.</summary>
    Profile,

    /// <summary>Case manager in charge.</summary>
    Owner,

    /// <summary>Last change.</summary>
    Changed,
}

/// <summary>Which columns are shown.</summary>
public static class ParticipantColumns
{
    /// <summary>The columns of somebody who has chosen none.</summary>
    public static IReadOnlyList<ParticipantColumn> Usual { get; } =
        [ParticipantColumn.Born, ParticipantColumn.Town, ParticipantColumn.German, ParticipantColumn.Occupation, ParticipantColumn.Profile, ParticipantColumn.Owner];

    /// <summary>Reads a remembered choice.</summary>
    public static List<ParticipantColumn> Of(string remembered) =>
        Enum.GetValues<ParticipantColumn>().Where(column => remembered.Split(',').Contains(column.ToString())).ToList();
}

/// <summary>The reads of the list's page: people, colleagues, code lists.</summary>
public sealed class ParticipantListReads(ParticipantListQueries list, TodayQueries colleagues, CodeCatalogSource codes, TimeProvider clock)
{
    /// <summary>People.</summary>
    public ParticipantListQueries List => list;

    /// <summary>Colleagues.</summary>
    public TodayQueries Colleagues => colleagues;

    /// <summary>The code lists of today.</summary>
    public async Task<CodePicks> CodesAsync() => new(await codes.GetAsync(), DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
}
