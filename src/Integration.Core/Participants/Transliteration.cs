using System.Collections.Frozen;
using System.Text;

namespace Integration.Participants;

/// <summary>Cyrillic, Arabic and Ethiopic letters and special Latin ones as plain Latin, for searching only: never shown or printed.</summary>
internal static class Transliteration
{
    private static readonly FrozenDictionary<char, string> Letters = Build();

    public static string ToLatin(string text)
    {
        var latin = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (StartsWithArticle(text, i))
            {
                latin.Append("al ");
                i++;
                continue;
            }

            if (Letters.TryGetValue(char.ToLowerInvariant(c), out var replacement))
            {
                latin.Append(replacement);
            }
            else
            {
                latin.Append(c);
            }
        }

        return latin.ToString();
    }

    // الخطيب is one written word, "Al-Khatib" two.
    private static bool StartsWithArticle(string text, int at) =>
        text[at] == 'ا' && at + 4 < text.Length && text[at + 1] == 'ل' && (at == 0 || !char.IsLetter(text[at - 1]))
        && char.IsLetter(text[at + 2]) && char.IsLetter(text[at + 3]) && char.IsLetter(text[at + 4]);

    private static FrozenDictionary<char, string> Build()
    {
        var map = new Dictionary<char, string>();
        // Ukrainian and Russian, in the German way ("sch", "tsch"): the sound key makes the English way meet it.
        Add("а a б b в w г h ґ g д d е e є je ж sch з s и y і i ї ji й j к k л l м m н n о o п p р r с s т t у u ф f х ch ц z ч tsch ш sch щ schtsch ь  ю ju я ja ы y э e ё jo ъ ");
        // Arabic, Persian, Kurdish (Sorani), Pashto. Short vowels are not written, so only the sound key can meet Latin spellings.
        Add("ا a أ a إ i آ a ٱ a ب b پ p ت t ث th ج dj چ tsch ح h خ kh د d ذ dh ر r ز z ژ zh س s ش sh ص s ض d ط t ظ z ع  غ gh ف f ق q ک k ك k گ g ل l م m ن n ه h ة a و u ؤ u ی i ي i ى a ئ i ء  ۆ o ێ e ڤ v ڕ r ڵ l ە e");
        Add("ß ss æ ae œ oe ø o å a ł l đ d ð d þ th ı i ə e ŋ n ä ae ö oe ü ue");
        Ethiopic(map);
        return map.ToFrozenDictionary();

        void Add(string pairs)
        {
            var parts = pairs.Split(' ');
            for (var i = 0; i + 1 < parts.Length; i += 2)
            {
                map[parts[i][0]] = parts[i + 1];
            }
        }
    }

    // The syllabary is laid out in rows of eight from U+1200: consonant by row, vowel by column.
    private static void Ethiopic(Dictionary<char, string> map)
    {
        string[] vowels = ["e", "u", "i", "a", "e", "", "o", "wa"];
        (int Row, string Consonant)[] rows =
        [
            (0x1200, "h"), (0x1208, "l"), (0x1210, "h"), (0x1218, "m"), (0x1220, "s"), (0x1228, "r"), (0x1230, "s"), (0x1238, "sh"),
            (0x1240, "q"), (0x1250, "q"), (0x1260, "b"), (0x1268, "v"), (0x1270, "t"), (0x1278, "tsch"), (0x1280, "h"), (0x1290, "n"),
            (0x1298, "n"), (0x12A0, ""), (0x12A8, "k"), (0x12B8, "kh"), (0x12C8, "w"), (0x12D0, ""), (0x12D8, "z"), (0x12E0, "zh"),
            (0x12E8, "j"), (0x12F0, "d"), (0x12F8, "d"), (0x1300, "dj"), (0x1308, "g"), (0x1320, "t"), (0x1328, "tsch"), (0x1330, "p"),
            (0x1338, "ts"), (0x1340, "ts"), (0x1348, "f"), (0x1350, "p"),
        ];
        foreach (var (row, consonant) in rows)
        {
            for (var column = 0; column < vowels.Length; column++)
            {
                map[(char)(row + column)] = consonant + vowels[column];
            }
        }
    }
}
