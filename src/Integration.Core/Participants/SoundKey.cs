using System.Text;

namespace Integration.Participants;

/// <summary>A consonant skeleton that German, English, French and scholarly transcriptions of the same name share.</summary>
/// <remarks>Rules, longest first: schtsch/shch → C; tsch/ch/tch → C; sch/sh/ch(French) → S; kh/ch/h → H; ph → F; w/v → V; zh/sh/s/z → S;
/// y/i/j and vowels drop after the first letter; double letters count once. German "ch" and English "ch" differ in sound but not in the key.</remarks>
internal static class SoundKey
{
    private static readonly (string From, char To)[] Rules =
    [
        ("schtsch", 'C'), ("shch", 'C'), ("tsch", 'C'), ("tch", 'C'), ("dsch", 'J'), ("dzh", 'J'), ("dj", 'J'),
        ("sch", 'S'), ("kh", 'H'), ("gh", 'G'), ("ch", 'C'), ("sh", 'S'), ("zh", 'S'), ("ph", 'F'), ("th", 'T'), ("dh", 'D'),
        ("ck", 'K'), ("ks", 'X'), ("ts", 'S'), ("tz", 'S'),
    ];

    public static string Of(string folded)
    {
        var key = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length;)
        {
            var (code, length) = Next(folded, i);
            if (code != '\0' && (key.Length == 0 || key[^1] != code))
            {
                key.Append(code);
            }

            i += length;
        }

        return key.ToString();
    }

    private static (char Code, int Length) Next(string word, int at)
    {
        if (at > 0 || word.Length > 1)
        {
            foreach (var (from, to) in Rules)
            {
                if (string.CompareOrdinal(word, at, from, 0, from.Length) == 0)
                {
                    return (to, from.Length);
                }
            }
        }

        return word[at] switch
        {
            'b' => ('B', 1),
            'c' or 'k' or 'q' => ('K', 1),
            'd' => ('D', 1),
            'f' => ('F', 1),
            'g' => ('G', 1),
            // Silent at the end (Fatimah, Fatima); elsewhere it tells Rahimi from Rima.
            'h' => (at == 0 || at < word.Length - 1 ? 'H' : '\0', 1),
            'l' => ('L', 1),
            'm' => ('M', 1),
            'n' => ('N', 1),
            'p' => ('P', 1),
            'r' => ('R', 1),
            's' or 'z' => ('S', 1),
            't' => ('T', 1),
            'v' or 'w' => ('V', 1),
            'x' => ('X', 1),
            >= '0' and <= '9' => (word[at], 1),
            // A vowel, or a letter that stands for one in some transcription (y, j, u): only its being first tells names apart.
            _ => (at == 0 ? 'A' : '\0', 1),
        };
    }
}
