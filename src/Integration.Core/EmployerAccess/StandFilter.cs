using Integration.Common;
using Integration.Profiles;

namespace Integration.EmployerAccess;

/// <summary>What an employer may choose profiles by: only what a job may ask.</summary>
public sealed record StandFilter
{
    /// <summary>Two-digit group of the KldB 2010.</summary>
    public string? Group { get; init; }

    /// <summary>Form of work, code of the list WorkForms.</summary>
    public string? Form { get; init; }

    /// <summary>Least spoken German.</summary>
    public LanguageLevel? German { get; init; }

    /// <summary>Only who can start at once.</summary>
    public bool AtOnce { get; init; }

    /// <summary>Working time or shift, code of the list WorkTimes.</summary>
    public string? WorkTime { get; init; }

    /// <summary>Driving licence, code of the list LicenceClasses.</summary>
    public string? Licence { get; init; }

    /// <summary>Only what the company keeps.</summary>
    public bool Kept { get; init; }

    /// <summary>Whether anything is chosen.</summary>
    public bool Any => this != new StandFilter();

    /// <summary>Whether a profile's text fits; <see cref="Kept"/> is not the text's matter.</summary>
    public bool Fits(ProfileContent content) =>
        (Group is null || content.OccupationGroup == Group)
        && (Form is null || content.Forms.Contains(Form))
        && (German is not { } least || content.SpokenGerman >= least)
        && (!AtOnce || content.Start.StartsWith(WordForAtOnce, StringComparison.OrdinalIgnoreCase))
        && (WorkTime is null || content.WorkTimeCodes.Contains(WorkTime))
        && (Licence is null || content.LicenceClasses.Contains(Licence));

    // What the sheet says where somebody can start at once; a case manager may write more behind it.
    private static string WordForAtOnce { get; } = GermanText.Of("Prefill_AtOnce");
}

/// <summary>A profile in an employer's list.</summary>
/// <param name="Chiffre">Its number.</param>
/// <param name="Token">What its address carries.</param>
/// <param name="Content">Its text.</param>
/// <param name="Kept">Whether the company keeps it.</param>
/// <param name="Remark">The company's own words; empty for none.</param>
public sealed record ProfileRow(string Chiffre, string Token, ProfileContent Content, bool Kept, string Remark);

/// <summary>A page of an employer's list.</summary>
/// <param name="EventTitle">The event.</param>
/// <param name="LastDay">Last day of the access.</param>
/// <param name="Rows">The rows of this page.</param>
/// <param name="Found">How many fit.</param>
/// <param name="All">How many there are.</param>
/// <param name="Groups">Occupation groups that occur.</param>
/// <param name="Forms">Forms of work that occur.</param>
/// <param name="WorkTimes">Working times that occur.</param>
/// <param name="Licences">Driving licences that occur.</param>
/// <param name="KeptTokens">Everything that the company keeps, in the order of the list.</param>
public sealed record StandList(
    string EventTitle, DateOnly LastDay, IReadOnlyList<ProfileRow> Rows, int Found, int All, IReadOnlyList<string> Groups, IReadOnlyList<string> Forms,
    IReadOnlyList<string> WorkTimes, IReadOnlyList<string> Licences, IReadOnlyList<string> KeptTokens);

/// <summary>A profile as an employer opened it.</summary>
/// <param name="JobEventId">The event.</param>
/// <param name="EventTitle">Its title.</param>
/// <param name="Profile">The profile.</param>
/// <param name="Kept">Whether the company keeps it.</param>
/// <param name="Remark">The company's own words.</param>
public sealed record StandProfile(JobEventId JobEventId, string EventTitle, EmployerProfile Profile, bool Kept, string Remark);
