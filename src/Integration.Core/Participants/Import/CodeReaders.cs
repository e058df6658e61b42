using System.Globalization;
using System.Text.RegularExpressions;
using Integration.Common;

namespace Integration.Participants.Import;

/// <summary>Readers of codes: languages, levels, schooling and other lists. A text that no list knows is left out with a word;
/// only a level of German keeps the row out, because "none" would be a statement about the person.</summary>
internal static partial class CodeReaders
{
    private static readonly char[] Separators = ['/', ',', ';', '+', '|', '\n'];

    /// <summary>One code of a list.</summary>
    public static Action<ImportField, CellReading> Code(string list, Action<Participant, string> set) => (field, cell) =>
    {
        if (Vocabulary.Find(list, cell.Text) is [var code, ..])
        {
            cell.Set(field, person => set(person, code));
        }
        else
        {
            cell.HintPart("Import_UnknownCode", cell.Text);
        }
    };

    /// <summary>The codes of a list that a text with separators means; parts that are not understood are pointed out.</summary>
    public static List<string> Codes(string list, CellReading cell)
    {
        var whole = Vocabulary.Find(list, cell.Text);
        if (whole.Count > 0)
        {
            return [.. whole];
        }

        var codes = new List<string>();
        foreach (var part in Parts(cell.Text))
        {
            var found = Vocabulary.Find(list, part);
            codes.AddRange(found.Where(code => !codes.Contains(code, StringComparer.Ordinal)));
            if (found.Count == 0)
            {
                cell.HintPart("Import_UnknownCode", part);
            }
        }

        return codes;
    }

    /// <summary>The parts of a text between separators and the word "und".</summary>
    public static IEnumerable<string> Parts(string text) =>
        text.Replace(" und ", "/", StringComparison.OrdinalIgnoreCase)
            .Replace(" and ", "/", StringComparison.OrdinalIgnoreCase)
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Gender.</summary>
    public static void Gender(ImportField field, CellReading cell)
    {
        if (Enumeration<Gender>("Gender", cell.Text) is { } gender)
        {
            cell.Set(field, person => person.Gender = gender);
        }
        else
        {
            cell.HintPart("Import_UnknownCode", cell.Text);
        }
    }

    /// <summary>What the German level rests on.</summary>
    public static void GermanProof(ImportField field, CellReading cell)
    {
        if (Enumeration<LanguageProof>("LanguageProof", cell.Text) is { } proof)
        {
            cell.Set(field, person => person.GermanProof = proof);
        }
        else
        {
            cell.HintPart("Import_UnknownCode", cell.Text);
        }
    }

    /// <summary>A level of German.</summary>
    public static Action<ImportField, CellReading> Level(Action<Participant, LanguageLevel> set) => (field, cell) =>
    {
        if (Enumeration<LanguageLevel>("LanguageLevel", cell.Text) is { } level)
        {
            cell.Set(field, person => set(person, level));
        }
        else
        {
            cell.Block("Import_UnknownLevel", cell.Text);
        }
    };

    /// <summary>First language.</summary>
    public static void FirstLanguage(ImportField field, CellReading cell) =>
        Code("Languages", (person, code) => person.FirstLanguage = code)(field, cell);

    /// <summary>Further languages, each with a level in brackets where there is one. German and the first language are not further ones.
    /// What the record has beside stays.</summary>
    public static void Languages(ImportField field, CellReading cell)
    {
        var found = new List<(string Code, LanguageLevel? Level)>();
        foreach (var part in Vocabulary.Find("Languages", cell.Text).Count > 0 ? [cell.Text] : Parts(cell.Text))
        {
            var match = WithLevel().Match(part);
            var (name, level) = match.Success && Vocabulary.Find("Languages", part).Count == 0
                ? (match.Groups["name"].Value, Enumeration<LanguageLevel>("LanguageLevel", match.Groups["level"].Value))
                : (part, null);
            if (Vocabulary.Find("Languages", name) is [var code, ..])
            {
                found.Add((code, level));
            }
            else
            {
                cell.HintPart("Import_UnknownCode", part);
            }
        }

        cell.Set(field, person =>
        {
            foreach (var (code, level) in found.Where(language => language.Code != "deu" && language.Code != person.FirstLanguage))
            {
                var known = person.Languages.Find(language => language.Code == code);
                if (known is null)
                {
                    person.Languages.Add(known = new SpokenLanguage { Code = code });
                }

                known.Spoken = level ?? known.Spoken;
            }
        });
    }

    /// <summary>A school leaving certificate, or years at school ("8 Jahre Schulbesuch", "12 Klassen").</summary>
    public static void Schooling(ImportField field, CellReading cell)
    {
        var years = SchoolYears().Match(cell.Text) is { Success: true } match
            ? int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture)
            : (int?)null;
        var code = Vocabulary.Find("Schooling", cell.Text) is [var known, ..] ? known : years is null ? null : "SCHULBESUCH";
        if (code is null)
        {
            cell.HintPart("Import_UnknownCode", cell.Text);
            return;
        }

        cell.Set(field, person => (person.Schooling, person.SchoolYears) = (code, years ?? person.SchoolYears));
    }

    private static T? Enumeration<T>(string list, string text)
        where T : struct, Enum =>
        Vocabulary.Find(list, text) is [var code, ..] && Enum.TryParse<T>(code, out var member) ? member : null;

    [GeneratedRegex(@"^(?<name>[^()]+?)\s*(\(\s*(?<level>[^()]+?)\s*\)|[:\s]\s*(?<level>[ABCabc][12]))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WithLevel();

    [GeneratedRegex(@"^(?<n>\d{1,2})\s*(jahre?|klassen?|years?|schuljahre?)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SchoolYears();
}
