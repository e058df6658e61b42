using Integration.Common;

namespace Integration.Profiles.Lint;

/// <summary>What the sheet lacks or has too much of.</summary>
internal static class BlockRules
{
    public static IEnumerable<LintFinding> Find(ProfileContent content) =>
        Missing(content).Concat(Lengths(content)).Concat(Counts(content));

    private static IEnumerable<LintFinding> Missing(ProfileContent content)
    {
        if (string.IsNullOrWhiteSpace(content.Occupation))
        {
            yield return Block(nameof(content.Occupation), LintRule.Missing, LintSeverity.Blocks);
        }
        else if (content.OccupationGroup.Length == 0)
        {
            yield return Block(nameof(content.OccupationGroup), LintRule.Sparse, LintSeverity.Advice);
        }

        var strengths = content.Strengths.Count(strength => !string.IsNullOrWhiteSpace(strength));
        if (strengths == 0)
        {
            yield return Block(nameof(content.Strengths), LintRule.Missing, LintSeverity.Blocks);
        }
        else if (strengths < ProfileLint.GoodStrengths)
        {
            yield return Block(nameof(content.Strengths), LintRule.Sparse, LintSeverity.Advice) with { Limit = ProfileLint.GoodStrengths };
        }

        if (content.GermanProof == LanguageProof.NotStated
            && (content.SpokenGerman != LanguageLevel.None || content.WrittenGerman != LanguageLevel.None))
        {
            yield return Block(nameof(content.GermanProof), LintRule.Missing, LintSeverity.Blocks);
        }

        if (content.WorkAccess == WorkAccess.BeingClarified)
        {
            yield return Block(nameof(content.WorkAccess), LintRule.Sparse, LintSeverity.Advice);
        }

        if (string.IsNullOrWhiteSpace(content.Area))
        {
            yield return Block(nameof(content.Area), LintRule.Sparse, LintSeverity.Advice);
        }
    }

    private static IEnumerable<LintFinding> Lengths(ProfileContent content) =>
        from line in content.Lines()
        let longest = ProfileLines.Block(line.Field) == nameof(content.Strengths) ? ProfileContent.StrengthMaxLength : ProfileContent.LineMaxLength
        where line.Text.Length > longest
        select new LintFinding(line.Field, longest, line.Text.Length - longest, LintRule.LongLine, LintSeverity.Advice, line.Text[longest..], line.Text) { Limit = longest };

    private static IEnumerable<LintFinding> Counts(ProfileContent content) =>
        new[]
        {
            (Field: nameof(content.Alternatives), content.Alternatives.Count, Most: ProfileContent.MaxOccupations - 1),
            (Field: nameof(content.Strengths), content.Strengths.Count, Most: ProfileContent.MaxStrengths),
            (Field: nameof(content.Experience), content.Experience.Count, Most: ProfileContent.MaxExperience),
            (Field: nameof(content.Support), content.Support.Count, Most: ProfileContent.MaxSupport),
        }.Where(block => block.Count > block.Most)
        .Select(block => Block(block.Field, LintRule.TooManyLines, LintSeverity.Blocks) with { Limit = block.Most });

    private static LintFinding Block(string field, LintRule rule, LintSeverity severity) => new(field, 0, 0, rule, severity, "", "");
}
