using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Integration.Participants.Import;

/// <summary>Cleans the text of a cell and tells what was odd about it.</summary>
internal static partial class CellText
{
    private const char Apostrophe = '\'';

    /// <summary>Composed, without invisible marks, spaces normalised. Line breaks stay.</summary>
    /// <param name="raw">The cell as it was in the file.</param>
    /// <param name="marks">The invisible marks that were removed, as <c>U+200F</c>, each once.</param>
    public static string Clean(string raw, out IReadOnlyList<string> marks)
    {
        if (IsPlain(raw))
        {
            marks = [];
            return raw;
        }

        var removed = new List<string>();
        var clean = new StringBuilder(raw.Length);
        var runes = raw.EnumerateRunes().ToList();
        for (var i = 0; i < runes.Count; i++)
        {
            var rune = runes[i];
            if (rune.Value is '\n' or '\r' or '\t')
            {
                clean.Append(rune.Value == '\t' ? ' ' : '\n');
            }
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator)
            {
                clean.Append(' ');
            }
            else if (IsInvisible(rune) && !JoinsLetters(runes, i))
            {
                removed.Add(string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}"));
            }
            else
            {
                clean.Append(rune.ToString());
            }
        }

        marks = removed.Distinct(StringComparer.Ordinal).ToList();
        var text = clean.Replace("\n\n", "\n").ToString().Normalize(NormalizationForm.FormC).Trim();
        return WithoutGuard(text);
    }

    /// <summary>The text with its invisible marks written out, cut to 80 characters: what a finding shows.</summary>
    public static string Shown(string raw)
    {
        var shown = new StringBuilder();
        foreach (var rune in raw.EnumerateRunes())
        {
            if (shown.Length >= 79)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(IsInvisible(rune) ? string.Create(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]") : rune.ToString());
        }

        return shown.ToString();
    }

    /// <summary>Whether letters were replaced by question marks because an encoding had no room for them.</summary>
    public static bool HasLostLetters(string text, bool isName) =>
        text.Contains('\uFFFD', StringComparison.Ordinal) || (isName && text.Contains('?', StringComparison.Ordinal));

    /// <summary>Whether a spreadsheet would compute the text. Telephone numbers, dashes and lists do not count.</summary>
    public static bool IsFormula(string text) =>
        (text.Length > 1 && text[0] == '=' && !char.IsWhiteSpace(text[1])) || FormulaAfterSign().IsMatch(text);

    // The apostrophe with which exports keep a spreadsheet from computing a cell; spreadsheets do not show it either.
    private static string WithoutGuard(string text) =>
        text.Length > 1 && text[0] == Apostrophe && text[1] is '=' or '+' or '-' or '@' ? text[1..] : text;

    private static bool IsPlain(string raw)
    {
        foreach (var c in raw)
        {
            if (c is (< ' ' or > '~') and not ('ä' or 'ö' or 'ü' or 'Ä' or 'Ö' or 'Ü' or 'ß' or '§'))
            {
                return false;
            }
        }

        return raw.Length == 0 || (raw[0] is not (' ' or Apostrophe) && raw[^1] != ' ');
    }

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control && rune.Value is not ('\n' or '\r' or '\t'));

    // Persian and Kurdish spelling needs the (non-)joiner between letters; anywhere else it is a leftover.
    private static bool JoinsLetters(List<Rune> runes, int at) =>
        runes[at].Value is 0x200C or 0x200D && at > 0 && at + 1 < runes.Count && Rune.IsLetter(runes[at - 1]) && Rune.IsLetter(runes[at + 1]);

    [GeneratedRegex(@"^(@[\p{L}_.]+\(|[+\-][\p{L}_.]+(\(|\|)|[+\-]\$?[A-Z]{1,3}\$?\d+|[+\-]\d+([+*]\d+)+$|[+\-].*\|.*!)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormulaAfterSign();
}
