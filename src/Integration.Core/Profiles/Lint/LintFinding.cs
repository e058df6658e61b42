using System.Globalization;
using Integration.Common;

namespace Integration.Profiles.Lint;

/// <summary>Something in a short profile that an employer should not read.</summary>
/// <param name="Field">The line's field as <see cref="ProfileContent.Lines"/> names it; the block's field when a block is missing.</param>
/// <param name="Start">Index of the first character in the line.</param>
/// <param name="Length">Number of characters; 0 when the finding is about the whole line or block.</param>
/// <param name="Rule">What it is about.</param>
/// <param name="Severity">What it does.</param>
/// <param name="Text">The characters found.</param>
/// <param name="Line">The whole line.</param>
public sealed record LintFinding(string Field, int Start, int Length, LintRule Rule, LintSeverity Severity, string Text, string Line)
{
    /// <summary>What to write instead; empty to leave the words out, <see langword="null"/> when only a person can say.</summary>
    public string? Mend { get; init; }

    /// <summary>Why, in German, where the word list gives a reason.</summary>
    public string WhyGerman { get; init; } = "";

    /// <summary>Why, in English, where the word list gives a reason.</summary>
    public string WhyEnglish { get; init; } = "";

    /// <summary>A number for the sentence: the longest length, the most lines, the size of the cell.</summary>
    public int Limit { get; init; }

    /// <summary>Whether somebody may let it stand with a reason. An e-mail address and an empty heading have no good reason.</summary>
    public bool CanOverride => Severity == LintSeverity.Blocks && Rule is not (LintRule.Email or LintRule.Missing);

    /// <summary>What an override is for: these characters in this line.</summary>
    public string Key => Length == 0 || Text == Line ? Line : $"{Text} ← {Line}";

    /// <summary>The finding as a sentence in the reader's language (the current UI culture when <see langword="null"/>).</summary>
    public string Sentence(CultureInfo? culture = null)
    {
        var english = (culture ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName == "en";
        var key = Rule is LintRule.Missing or LintRule.Sparse ? $"Finding_{Rule}_{ProfileLines.Block(Field)}" : $"Finding_{Rule}";
        return Texts.Of(new Error(key, Text, english ? WhyEnglish : WhyGerman, Limit), culture);
    }

    /// <summary>The line with the mend in place and without the gaps that leaving words out makes.</summary>
    /// <exception cref="InvalidOperationException">There is no mend.</exception>
    public string MendedLine()
    {
        var mended = Line[..Start] + (Mend ?? throw new InvalidOperationException("There is no mend.")) + Line[(Start + Length)..];
        return Mend.Length > 0 ? mended : Tidy(mended);
    }

    private static string Tidy(string line)
    {
        var words = string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        foreach (var (gap, closed) in (ReadOnlySpan<(string, string)>)[("()", ""), ("( ", "("), (" )", ")"), (" ,", ","), (" .", "."), (",,", ",")])
        {
            words = words.Replace(gap, closed, StringComparison.Ordinal);
        }

        return words.Trim(' ', ',', ';', ':', '–', '-');
    }
}
