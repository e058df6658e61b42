namespace Integration.Profiles.Lint;

/// <summary>Finds titles of occupations that tell the sex: a woman's anywhere, a man's where the sheet names occupations; in running text his
/// form stands for everybody.</summary>
internal static class TitleRule
{
    private static readonly HashSet<string> FieldsWithTitles =
        [nameof(ProfileContent.Occupation), nameof(ProfileContent.Alternatives), nameof(ProfileContent.Experience), nameof(ProfileContent.Training)];

    public static IEnumerable<LintFinding> Find(string field, string line) =>
        OccupationTitles.In(line)
            .Where(title => title.OfWomen || (FieldsWithTitles.Contains(ProfileLines.Block(field)) && !field.EndsWith(nameof(ProfileExperience.Industry), StringComparison.Ordinal)))
            .Select(title => new LintFinding(
                field, title.Start, title.Length, LintRule.GenderedTitle, LintSeverity.Blocks, line.Substring(title.Start, title.Length), line) { Mend = title.Neutral });
}
