using System.Globalization;
using System.Text;
using Integration.Participants;

namespace Integration.Profiles.Lint;

/// <summary>A line as the rules read it: lower case, composed, plain digits, spaces and hyphens, invisible characters gone.
/// Every position leads back to the line as written.</summary>
internal sealed class LintText
{
    private readonly int[] _origin;

    private LintText(string original, string plain, int[] origin, List<LintWord> words) =>
        (Original, Plain, _origin, Words) = (original, plain, origin, words);

    public string Original { get; }

    public string Plain { get; }

    public List<LintWord> Words { get; }

    public static LintText Of(string line)
    {
        var plain = new StringBuilder(line.Length);
        var origin = new List<int>(line.Length + 1);
        var composed = new StringBuilder();
        for (var i = 0; i < line.Length;)
        {
            var start = i;
            composed.Clear();
            Take(line, ref i, composed);
            while (i < line.Length && IsMark(line, i))
            {
                Take(line, ref i, composed);
            }

            foreach (var c in composed.ToString().Normalize(NormalizationForm.FormKC))
            {
                if (Plainly(c) is { } letter)
                {
                    plain.Append(letter);
                    origin.Add(start);
                }
            }
        }

        origin.Add(line.Length);
        var text = plain.ToString();
        return new LintText(line, text, [.. origin], WordsOf(text));
    }

    /// <summary>A finding on a piece of the plain text, for the original characters.</summary>
    public LintFinding Find(string field, int start, int length, LintRule rule, string? mend = null, LintSeverity severity = LintSeverity.Blocks)
    {
        var from = _origin[start];
        var end = start + length;
        // One written character may be several plain ones (½): it is found whole.
        while (end < Plain.Length && end > 0 && _origin[end] == _origin[end - 1])
        {
            end++;
        }

        var to = _origin[end];
        return new LintFinding(field, from, to - from, rule, severity, Original[from..to], Original) { Mend = mend };
    }

    /// <summary>The original character at a place of the plain text.</summary>
    public char OriginalAt(int index) => Original[_origin[index]];

    /// <summary>Whether a word of the plain text begins here.</summary>
    public bool WordBeginsAt(int index) => index == 0 || !char.IsLetterOrDigit(Plain[index - 1]);

    /// <summary>Whether a word of the plain text ends before here.</summary>
    public bool WordEndsAt(int index) => index >= Plain.Length || !char.IsLetter(Plain[index]);

    // Half of a surrogate pair by itself makes Normalize throw.
    private static void Take(string line, ref int i, StringBuilder into)
    {
        if (char.IsHighSurrogate(line[i]) && i + 1 < line.Length && char.IsLowSurrogate(line[i + 1]))
        {
            into.Append(line, i, 2);
            i += 2;
        }
        else
        {
            into.Append(char.IsSurrogate(line[i]) ? '\uFFFD' : line[i]);
            i++;
        }
    }

    private static bool IsMark(string line, int i) =>
        CharUnicodeInfo.GetUnicodeCategory(line, i) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static char? Plainly(char c)
    {
        var category = CharUnicodeInfo.GetUnicodeCategory(c);
        return category switch
        {
            UnicodeCategory.Format => null,
            UnicodeCategory.DecimalDigitNumber => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)),
            UnicodeCategory.SpaceSeparator or UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => ' ',
            UnicodeCategory.DashPunctuation => '-',
            _ => char.ToLowerInvariant(c),
        };
    }

    private static List<LintWord> WordsOf(string text)
    {
        var words = new List<LintWord>();
        for (var i = 0; i < text.Length;)
        {
            if (!IsPartOfWord(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (IsPartOfWord(text[i]) || (IsApostrophe(text[i]) && i + 1 < text.Length && IsPartOfWord(text[i + 1]))))
            {
                i++;
            }

            words.Add(LintWord.Of(text[start..i], start));
        }

        return words;
    }

    private static bool IsPartOfWord(char c) =>
        char.IsLetter(c) || char.IsSurrogate(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '`' or 'ʿ' or 'ʾ';
}

/// <summary>A word of a line or of a name, by the keys that make spellings meet.</summary>
/// <param name="Start">Where it begins in the plain text.</param>
/// <param name="Length">Its length there.</param>
/// <param name="Key">Letters alone: Latin, without accents, umlauts as their vowel; the lower-case word itself in a script that has no Latin form here.</param>
/// <param name="Sound">The consonants; see <see cref="SoundKey"/>.</param>
/// <param name="Latin">Whether it is written in Latin letters.</param>
internal readonly record struct LintWord(int Start, int Length, string Key, string Sound, bool Latin)
{
    public static LintWord Of(string word, int start)
    {
        var folded = NameTokens.Fold(word).Replace(" ", "", StringComparison.Ordinal);
        var sound = folded.Length > 0 ? SoundKey.Of(folded) : "";
        var latin = word.All(c => c < '\u0250' || (c is >= '\u1E00' and <= '\u1EFF') || !char.IsLetter(c));
        return new LintWord(start, word.Length, folded.Length > 0 ? Umlauts(folded) : word, sound, latin);
    }

    // Müller, Mueller and Muller are one name on three papers.
    private static string Umlauts(string folded) => folded
        .Replace("ae", "a", StringComparison.Ordinal)
        .Replace("oe", "o", StringComparison.Ordinal)
        .Replace("ue", "u", StringComparison.Ordinal);
}
