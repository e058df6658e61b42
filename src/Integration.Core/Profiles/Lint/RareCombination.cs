namespace Integration.Profiles.Lint;

/// <summary>Occupation, place and languages of one profile, as everybody at an event could put them together.</summary>
/// <param name="OccupationGroup">Two-digit group of the KldB 2010.</param>
/// <param name="Area">The place, folded.</param>
/// <param name="Languages">The line of other languages, folded; empty when none is shown.</param>
public readonly record struct ProfileCell(string OccupationGroup, string Area, string Languages)
{
    /// <summary>The cell of a profile.</summary>
    public static ProfileCell Of(ProfileContent content) => new(content.OccupationGroup, Folded(content.Area), Folded(content.OtherLanguages));

    private static string Folded(string text) => string.Concat(LintText.Of(text).Words.Select(word => word.Key + " "));
}

/// <summary>Tells when a profile would be (nearly) the only one of its kind at an event: the fewer share occupation, place and languages,
/// the easier an employer from the same village knows who it is. The way out is a wider place: a part of the district for the municipality.</summary>
/// <remarks>One alone blocks, two are a hint; from three on, the number below which official statistics hide a cell, nothing is said.
/// A place that is not the municipality counts as widened.</remarks>
public static class RareCombination
{
    /// <summary>Size from which a cell is shown.</summary>
    public const int SmallestCell = 3;

    /// <summary>The finding for a profile among those of an event.</summary>
    /// <param name="content">The profile.</param>
    /// <param name="subject">Whose it is; their town tells whether the place is still the municipality.</param>
    /// <param name="others">Cells of the event's other profiles.</param>
    public static LintFinding? Find(ProfileContent content, LintSubject subject, IEnumerable<ProfileCell> others)
    {
        var cell = ProfileCell.Of(content);
        if (cell.Area.Length == 0 || cell.OccupationGroup.Length == 0 || !NamesTown(content.Area, subject.Town))
        {
            return null;
        }

        var size = 1 + others.Count(other => other == cell);
        return size >= SmallestCell
            ? null
            : new LintFinding(nameof(content.Area), 0, content.Area.Length, LintRule.RareCombination,
                size == 1 ? LintSeverity.Blocks : LintSeverity.Advice, content.Area, content.Area) { Limit = size };
    }

    private static bool NamesTown(string area, string town)
    {
        // "Haren" and "Haren (Ems)" are one place: the first word names it.
        var first = LintText.Of(town).Words.Select(word => word.Key).FirstOrDefault();
        return first is not null && LintText.Of(area).Words.Exists(word => word.Key == first);
    }
}
