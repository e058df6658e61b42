using Integration.Common;
using Integration.Profiles;
using Integration.Web.Resources;
using Integration.Web.Shared;

namespace Integration.Web.Profiles;

/// <summary>What the record would say in a block, beside what stands there.</summary>
/// <param name="Block">Name of the block.</param>
/// <param name="Now">What stands there.</param>
/// <param name="Proposed">What the record says.</param>
public sealed record ProposedBlock(string Block, string Now, string Proposed)
{
    /// <summary>What the block is called.</summary>
    public string Label => ProfileBlocks.Label(Block);
}

/// <summary>The blocks of a short profile, to compare two texts and take over single blocks.</summary>
public static class ProfileBlocks
{
    private const string Between = "\n";

    private static readonly (string Name, Func<ProfileContent, CodePicks, string> Text, Func<ProfileContent, ProfileContent, ProfileContent> Take)[] All =
    [
        (nameof(ProfileContent.Occupation), (content, codes) => Joined(content.Occupation, codes.Label("OccupationGroups", content.OccupationGroup)),
            (mine, theirs) => mine with { Occupation = theirs.Occupation, OccupationGroup = theirs.OccupationGroup }),
        (nameof(ProfileContent.Alternatives), (content, _) => Lines(content.Alternatives),
            (mine, theirs) => mine with { Alternatives = theirs.Alternatives, AlternativeGroups = theirs.AlternativeGroups }),
        (nameof(ProfileContent.Forms), (content, codes) => codes.Labels("WorkForms", content.Forms), (mine, theirs) => mine with { Forms = theirs.Forms }),
        (nameof(ProfileContent.Start), (content, _) => content.Start, (mine, theirs) => mine with { Start = theirs.Start, StartsFrom = theirs.StartsFrom }),
        (nameof(ProfileContent.Strengths), (content, _) => Lines(content.Strengths), (mine, theirs) => mine with { Strengths = theirs.Strengths }),
        (nameof(ProfileContent.Experience), (content, _) => Lines(content.Experience.Select(entry => Joined(entry.Work, entry.Industry, entry.Duration))),
            (mine, theirs) => mine with { Experience = theirs.Experience }),
        (nameof(ProfileContent.Schooling), (content, _) => content.Schooling, (mine, theirs) => mine with { Schooling = theirs.Schooling }),
        (nameof(ProfileContent.Training), (content, _) => content.Training, (mine, theirs) => mine with { Training = theirs.Training }),
        (nameof(ProfileContent.Recognition), (content, _) => content.Recognition, (mine, theirs) => mine with { Recognition = theirs.Recognition }),
        (nameof(ProfileContent.SpokenGerman), (content, _) => content.SpokenGerman.Label(), (mine, theirs) => mine with { SpokenGerman = theirs.SpokenGerman }),
        (nameof(ProfileContent.WrittenGerman), (content, _) => content.WrittenGerman.Label(), (mine, theirs) => mine with { WrittenGerman = theirs.WrittenGerman }),
        (nameof(ProfileContent.GermanProof), (content, _) => Joined(content.GermanProof.Label(), content.GermanCertificate),
            (mine, theirs) => mine with { GermanProof = theirs.GermanProof, GermanCertificate = theirs.GermanCertificate }),
        (nameof(ProfileContent.Course), (content, _) => content.Course, (mine, theirs) => mine with { Course = theirs.Course }),
        (nameof(ProfileContent.OtherLanguages), (content, _) => content.OtherLanguages, (mine, theirs) => mine with { OtherLanguages = theirs.OtherLanguages }),
        (nameof(ProfileContent.Evidence), (content, codes) => Lines([.. content.Evidence, codes.Labels("LicenceClasses", content.LicenceClasses)]),
            (mine, theirs) => mine with { Evidence = theirs.Evidence, LicenceClasses = theirs.LicenceClasses }),
        (nameof(ProfileContent.WorkTimes), (content, _) => Lines(content.WorkTimes),
            (mine, theirs) => mine with { WorkTimes = theirs.WorkTimes, WorkTimeCodes = theirs.WorkTimeCodes, WeeklyHours = theirs.WeeklyHours }),
        (nameof(ProfileContent.Area), (content, _) => content.Area, (mine, theirs) => mine with { Area = theirs.Area }),
        (nameof(ProfileContent.Mobility), (content, _) => content.Mobility,
            (mine, theirs) => mine with { Mobility = theirs.Mobility, MobilityCodes = theirs.MobilityCodes, RadiusKm = theirs.RadiusKm, EarliestByBus = theirs.EarliestByBus }),
        (nameof(ProfileContent.WorkAccess), (content, _) => content.WorkAccess.Label(), (mine, theirs) => mine with { WorkAccess = theirs.WorkAccess }),
        (nameof(ProfileContent.Support), (content, codes) => codes.Labels("Support", content.Support), (mine, theirs) => mine with { Support = theirs.Support }),
    ];

    /// <summary>What a block is called, in the reader's language.</summary>
    public static string Label(string block) => ProfilesTexts.ResourceManager.GetString("Field_" + block, ProfilesTexts.Culture) ?? block;

    /// <summary>The blocks in which the record says something else. Where it says nothing there is nothing to propose.</summary>
    public static IReadOnlyList<ProposedBlock> Differences(ProfileContent now, ProfileContent proposed, CodePicks codes) =>
        All.Select(block => new ProposedBlock(block.Name, block.Text(now, codes), block.Text(proposed, codes)))
            .Where(block => block.Now != block.Proposed && block.Proposed.Length > 0).ToList();

    /// <summary>The text with the chosen blocks of another.</summary>
    public static ProfileContent Take(ProfileContent now, ProfileContent proposed, IReadOnlySet<string> blocks) =>
        All.Where(block => blocks.Contains(block.Name)).Aggregate(now, (mine, block) => block.Take(mine, proposed));

    private static string Joined(params IEnumerable<string> parts) => string.Join(" · ", parts.Where(part => part.Length > 0));

    private static string Lines(IEnumerable<string> lines) => string.Join(Between, lines.Where(line => line.Length > 0));
}
