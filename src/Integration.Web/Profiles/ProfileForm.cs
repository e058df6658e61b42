using Integration.Common;
using Integration.Profiles;

namespace Integration.Web.Profiles;

/// <summary>A short profile as it is typed: the same blocks as <see cref="ProfileContent"/>, but a row that is still empty stays.</summary>
public sealed class ProfileForm
{
    public string Occupation { get; set; } = "";

    public string OccupationGroup { get; set; } = "";

    public List<ProfileLineRow> Alternatives { get; set; } = [];

    public List<string> Forms { get; set; } = [];

    public string Start { get; set; } = "";

    public List<ProfileLineRow> Strengths { get; set; } = [];

    public string Introduction { get; set; } = "";

    public List<ProfileWorkRow> Experience { get; set; } = [];

    public string Schooling { get; set; } = "";

    public string Training { get; set; } = "";

    public string Recognition { get; set; } = "";

    public LanguageLevel SpokenGerman { get; set; }

    public LanguageLevel WrittenGerman { get; set; }

    public LanguageProof GermanProof { get; set; }

    public string GermanCertificate { get; set; } = "";

    public string Course { get; set; } = "";

    public string OtherLanguages { get; set; } = "";

    public List<ProfileLineRow> Evidence { get; set; } = [];

    public List<string> LicenceClasses { get; set; } = [];

    public List<ProfileLineRow> WorkTimes { get; set; } = [];

    public List<string> WorkTimeCodes { get; set; } = [];

    public string Area { get; set; } = "";

    public string Mobility { get; set; } = "";

    public WorkAccess WorkAccess { get; set; }

    public List<string> Support { get; set; } = [];

    public bool ShowLogo { get; set; }

    // The text that was read. Its codes hold as long as the line beside them says what it said then.
    private ProfileContent Read { get; init; } = new();

    /// <summary>The form of a text.</summary>
    public static ProfileForm Of(ProfileContent content) => new()
    {
        Occupation = content.Occupation,
        OccupationGroup = content.OccupationGroup,
        Alternatives = Rows(content.Alternatives),
        Forms = [.. content.Forms],
        Start = content.Start,
        Strengths = Rows(content.Strengths),
        Introduction = content.Introduction,
        Experience = [.. content.Experience.Select(entry => new ProfileWorkRow { Work = entry.Work, Industry = entry.Industry, Duration = entry.Duration })],
        Schooling = content.Schooling,
        Training = content.Training,
        Recognition = content.Recognition,
        SpokenGerman = content.SpokenGerman,
        WrittenGerman = content.WrittenGerman,
        GermanProof = content.GermanProof,
        GermanCertificate = content.GermanCertificate,
        Course = content.Course,
        OtherLanguages = content.OtherLanguages,
        Evidence = Rows(content.Evidence),
        LicenceClasses = [.. content.LicenceClasses],
        WorkTimes = Rows(content.WorkTimes),
        WorkTimeCodes = [.. content.WorkTimeCodes],
        Area = content.Area,
        Mobility = content.Mobility,
        WorkAccess = content.WorkAccess,
        Support = [.. content.Support],
        ShowLogo = content.ShowLogo,
        Read = content,
    };

    /// <summary>The text of the form, row by row, so that findings name the rows.</summary>
    public ProfileContent ToContent() => new()
    {
        Occupation = Occupation,
        OccupationGroup = OccupationGroup,
        Alternatives = Texts(Alternatives),
        Forms = [.. Forms],
        Start = Start,
        Strengths = Texts(Strengths),
        Introduction = Introduction,
        Experience = [.. Experience.Select(row => new ProfileExperience(row.Work, row.Industry, row.Duration))],
        Schooling = Schooling,
        Training = Training,
        Recognition = Recognition,
        SpokenGerman = SpokenGerman,
        WrittenGerman = WrittenGerman,
        GermanProof = GermanProof,
        GermanCertificate = GermanCertificate,
        Course = Course,
        OtherLanguages = OtherLanguages,
        Evidence = Texts(Evidence),
        LicenceClasses = [.. LicenceClasses],
        WorkTimes = Texts(WorkTimes),
        WorkTimeCodes = [.. WorkTimeCodes],
        Area = Area,
        Mobility = Mobility,
        WorkAccess = WorkAccess,
        Support = [.. Support],
        ShowLogo = ShowLogo,
        AlternativeGroups = Same(Texts(Alternatives), Read.Alternatives) ? Read.AlternativeGroups : [],
        StartsFrom = Same([Start], [Read.Start]) ? Read.StartsFrom : null,
        WeeklyHours = Same(Texts(WorkTimes), Read.WorkTimes) ? Read.WeeklyHours : null,
        MobilityCodes = Same([Mobility], [Read.Mobility]) ? Read.MobilityCodes : [],
        RadiusKm = Same([Mobility], [Read.Mobility]) ? Read.RadiusKm : null,
        EarliestByBus = Same([Mobility], [Read.Mobility]) ? Read.EarliestByBus : null,
    };

    /// <summary>Id of the input in which a line of the sheet is edited: <c>Strengths[2]</c> stands in the row's text.</summary>
    public static string InputOf(string field) =>
        "f-" + (field.EndsWith(']') ? field + "." + nameof(ProfileLineRow.Text) : field)
            .Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    private static List<ProfileLineRow> Rows(IEnumerable<string> lines) => [.. lines.Select(line => new ProfileLineRow { Text = line })];

    private static bool Same(IEnumerable<string> now, IEnumerable<string> read) => Lines(now).SequenceEqual(Lines(read), StringComparer.Ordinal);

    private static IEnumerable<string> Lines(IEnumerable<string> lines) => lines.Select(line => line.Trim()).Where(line => line.Length > 0);

    private static List<string> Texts(IEnumerable<ProfileLineRow> rows) => [.. rows.Select(row => row.Text)];
}

/// <summary>A line of a block.</summary>
public sealed class ProfileLineRow
{
    public string Text { get; set; } = "";
}

/// <summary>An entry of experience.</summary>
public sealed class ProfileWorkRow
{
    public string Work { get; set; } = "";

    public string Industry { get; set; } = "";

    public string Duration { get; set; } = "";
}
