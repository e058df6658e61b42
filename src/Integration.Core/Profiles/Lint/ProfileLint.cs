namespace Integration.Profiles.Lint;

/// <summary>Reads a short profile for what an employer must not learn from it, and for what the sheet lacks. Pure and quick enough to run
/// at every key press.</summary>
/// <remarks>A lint cannot prove that a text is anonymous; it catches what is caught by words. A colleague or the case manager reads the rest.</remarks>
public static class ProfileLint
{
    /// <summary>Fewest strengths that make a sheet worth reading.</summary>
    public const int GoodStrengths = 3;

    /// <summary>All findings, in the order of the sheet and of each line.</summary>
    /// <param name="content">The profile.</param>
    /// <param name="subject">Whose it is.</param>
    /// <param name="today">The day from which "vor 7 Jahren" is counted.</param>
    public static IReadOnlyList<LintFinding> Check(ProfileContent content, LintSubject subject, DateOnly today)
    {
        var findings = new List<LintFinding>();
        foreach (var (field, text) in content.Lines())
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                findings.AddRange(Line(field, text, subject, today));
            }
        }

        findings.AddRange(BlockRules.Find(content));
        return findings;
    }

    /// <summary>The findings that still block: neither mended nor let stand.</summary>
    public static IEnumerable<LintFinding> Open(IEnumerable<LintFinding> findings, IReadOnlyCollection<FindingOverride> overrides) =>
        findings.Where(finding => finding.Severity == LintSeverity.Blocks && OverrideOf(finding, overrides) is null);

    /// <summary>The override that lets a finding stand; <see langword="null"/> when there is none. It holds for the block, not for the line's
    /// number, so that moving lines loses nothing.</summary>
    public static FindingOverride? OverrideOf(LintFinding finding, IEnumerable<FindingOverride> overrides) =>
        finding.CanOverride
            ? overrides.FirstOrDefault(known => known.Rule == finding.Rule.ToString() && known.Text == finding.Key
                && ProfileLines.Block(known.Field) == ProfileLines.Block(finding.Field))
            : null;

    /// <summary>The content with the finding's mend in place.</summary>
    /// <exception cref="InvalidOperationException">The finding has no mend.</exception>
    public static ProfileContent Mend(ProfileContent content, LintFinding finding) => content.WithLine(finding.Field, finding.MendedLine());

    private static IEnumerable<LintFinding> Line(string field, string text, LintSubject subject, DateOnly today)
    {
        var line = LintText.Of(text);
        var found = NameRule.Find(field, line, subject)
            .Concat(OriginRule.Find(field, line))
            .Concat(ContactRules.Find(field, line, subject))
            .Concat(NumberRules.Ages(field, line))
            .Concat(NumberRules.Years(field, line, today))
            .Concat(WordRules.Triggers(field, line))
            .Concat(WordRules.Character(field, line))
            .Concat(TitleRule.Find(field, text))
            .ToList();
        // "geboren 1990" is one fault, not a birth, a year and a trigger word.
        return found.Where((_, i) => !IsCovered(found, i)).OrderBy(finding => finding.Start);
    }

    private static bool IsCovered(List<LintFinding> found, int i)
    {
        for (var j = 0; j < found.Count; j++)
        {
            if (j != i && Covers(found[j], found[i]) && (j < i || !Covers(found[i], found[j])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Covers(LintFinding outer, LintFinding inner) =>
        outer.Start <= inner.Start && outer.Start + outer.Length >= inner.Start + inner.Length
        && (outer.Severity == LintSeverity.Blocks || inner.Severity == LintSeverity.Advice);
}
