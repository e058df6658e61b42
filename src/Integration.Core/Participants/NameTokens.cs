using System.Globalization;
using System.Text;

namespace Integration.Participants;

/// <summary>Makes names comparable across case, accents, scripts and spellings: "Schewtschenko", "Shevchenko" and "Шевченко"
/// give the same key. Two levels: the folded form (what was typed, as plain Latin letters) and the sound key (consonants alone).</summary>
public static class NameTokens
{
    /// <summary>Longest token in characters.</summary>
    public const int MaxLength = 60;

    /// <summary>Plain lower-case Latin letters and digits; words separated by single spaces.</summary>
    public static string Fold(string text)
    {
        var latin = Transliteration.ToLatin(text.Normalize(NormalizationForm.FormKC));
        var folded = new StringBuilder(latin.Length);
        foreach (var c in latin.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            var lower = char.ToLowerInvariant(c);
            if (lower is >= 'a' and <= 'z' or >= '0' and <= '9')
            {
                folded.Append(lower);
            }
            else if (lower is not ('\'' or '’' or 'ʼ' or '`' or 'ʿ' or 'ʾ') && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>The key of a name's sound: see <see cref="SoundKey"/> for the rules.</summary>
    public static string Sound(string word) => SoundKey.Of(Fold(word).Replace(" ", "", StringComparison.Ordinal));

    /// <summary>Order of lists: family name, then given name, folded.</summary>
    public static string SortKey(string familyName, string givenName)
    {
        var key = Fold(familyName) + ", " + Fold(givenName);
        return key.Length <= 2 * Participant.NameMaxLength ? key : key[..(2 * Participant.NameMaxLength)];
    }

    /// <summary>Folded words of a text and their sound keys (marked with a leading <c>~</c>), each once.</summary>
    public static IEnumerable<string> Of(string text)
    {
        foreach (var word in Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return Cut(word);
            var sound = SoundKey.Of(word);
            if (sound.Length > 0)
            {
                yield return Cut("~" + sound);
            }
        }
    }

    private static string Cut(string token) => token.Length <= MaxLength ? token : token[..MaxLength];
}
