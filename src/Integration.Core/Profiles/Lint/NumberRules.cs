using System.Globalization;
using System.Text.RegularExpressions;

namespace Integration.Profiles.Lint;

/// <summary>Finds years and ages.</summary>
/// <remarks>A month and year (03/2027) may stand where the sheet needs one: the end of a course, the start, a certificate, a card's validity and
/// the state of recognition. A lone year or a full date may stand nowhere. A number with a unit behind it ("2000 kg") is no year.</remarks>
internal static partial class NumberRules
{
    private static readonly HashSet<string> FieldsWithMonths =
    [
        nameof(ProfileContent.Course), nameof(ProfileContent.Start), nameof(ProfileContent.GermanCertificate),
        nameof(ProfileContent.Recognition), nameof(ProfileContent.Evidence),
    ];

    public static IEnumerable<LintFinding> Years(string field, LintText line, DateOnly today)
    {
        var months = FieldsWithMonths.Contains(ProfileLines.Block(field));
        foreach (Match match in Year().Matches(line.Plain))
        {
            if (months && match.Groups["month"].Success)
            {
                continue;
            }

            yield return line.Find(field, match.Index, match.Length, LintRule.Year, Mend(match, today));
        }
    }

    public static IEnumerable<LintFinding> Ages(string field, LintText line) =>
        Age().Matches(line.Plain).Select(match => line.Find(field, match.Index, match.Length, LintRule.Age, mend: ""));

    /// <summary>Whether the text is a date, so that its digits are no telephone number.</summary>
    public static bool IsDate(string plain) => Date().IsMatch(plain);

    private static string? Mend(Match match, DateOnly today)
    {
        if (match.Groups["day"].Success)
        {
            return null;
        }

        var first = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        if (match.Groups["to"].Success)
        {
            var years = int.Parse(match.Groups["to"].Value, CultureInfo.InvariantCulture) - first;
            return years switch { < 0 => null, 0 or 1 => GermanText.Of("Mend_OneYear"), _ => GermanText.Of("Mend_Years", years) };
        }

        var word = match.Groups["since"].Success ? "Since" : "Ago";
        return (today.Year - first) switch
        {
            < 0 and var later => word == "Since" ? null : later == -1 ? GermanText.Of("Mend_InOneYear") : GermanText.Of("Mend_InYears", -later),
            0 => GermanText.Of("Mend_ThisYear" + word),
            1 => GermanText.Of("Mend_OneYear" + word),
            var ago => GermanText.Of("Mend_Years" + word, ago),
        };
    }

    [GeneratedRegex(@"(?:(?<![\p{L}\d])(?:(?<since>seit)|(?:im\ jahre?|in|von|anno))\ +)?(?<!\d)(?:(?<day>\d{1,2}\.\ ?\d{1,2}\.\ ?)|(?<month>(?:0?[1-9]|1[0-2])\ ?[/.]\ ?))?"
        + @"(?<year>(?:19|20)\d\d)(?:\ *(?:-|bis)\ *(?:(?:0?[1-9]|1[0-2])\ ?[/.]\ ?)?(?<to>(?:19|20)\d\d))?(?!\d)(?!\ ?(?:kg|g|t|to|m|m2|m3|km|cm|mm|l|h|w|kw|v|ml|stück|stk|liter|tonnen?|meter|euro|eur|€|"
        + @"stunden|std|seiten|teilen?|personen|gäste|portionen|essen|pakete|kund(?:en|innen)|quadratmeter|volt|watt|uhr)(?!\p{L}))",
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<![\p{L}\d])(?:\d{1,2}\ *(?:jahren?|j\.?)\ +(?:alt|jung)(?!\p{L})"
        + @"|\d{1,2}\ ?-?\ ?jährige?[rsmn]?(?!\p{L})(?!\ +(?:\p{L}+\ +)?(?:\p{L}*erfahrung|\p{L}*ausbildung|\p{L}*praxis|\p{L}*tätigkeit|\p{L}*studium|\p{L}*besuch|\p{L}*lehre|\p{L}*arbeit|\p{L}*kurs))"
        + @"|alter\ *:?\ *\d{1,2}(?!\d)|geb(?:oren|\.)(?!\p{L})(?:\ +(?:am|im|in)(?!\p{L}))?(?:\ *[\d./]+)?|jahrgang\ +\d{2,4}|geburtsjahr\ *:?\ *\d{0,4})",
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Age();

    [GeneratedRegex(@"^\d{1,2}\. ?\d{1,2}\. ?(?:\d{4}|\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
