using System.Text.RegularExpressions;

namespace Integration.Profiles.Lint;

/// <summary>Finds what leads to the person: telephone, e-mail, address, initials, numbers of authorities, and sections of laws.</summary>
internal static partial class ContactRules
{
    private const int ShortestPhone = 7;
    private const int ShortestCustomerNumber = 4;

    public static IEnumerable<LintFinding> Find(string field, LintText line, LintSubject subject)
    {
        var plain = line.Plain;
        foreach (Match match in Email().Matches(plain))
        {
            yield return line.Find(field, match.Index, match.Length, LintRule.Email, mend: "");
        }

        foreach (Match match in Phone().Matches(plain))
        {
            if (match.Value.Count(char.IsAsciiDigit) >= ShortestPhone && !NumberRules.IsDate(match.Value))
            {
                yield return line.Find(field, match.Index, match.Length, LintRule.Phone, mend: "");
            }
        }

        foreach (Match match in Address().Matches(plain))
        {
            yield return line.Find(field, match.Index, match.Length, LintRule.Address, mend: "");
        }

        foreach (Match match in Paragraph().Matches(plain))
        {
            yield return line.Find(field, match.Index, match.Length, LintRule.Paragraph, mend: "");
        }

        foreach (Match match in AuthorityNumber().Matches(plain))
        {
            yield return line.Find(field, match.Index, match.Length, LintRule.CustomerNumber, mend: "");
        }

        foreach (var finding in Own(field, line, subject))
        {
            yield return finding;
        }
    }

    private static IEnumerable<LintFinding> Own(string field, LintText line, LintSubject subject)
    {
        if (subject.CustomerNumber.Length >= ShortestCustomerNumber && Spaced(line.Plain, subject.CustomerNumber) is { Length: > 0 } number)
        {
            yield return line.Find(field, number.Start, number.Length, LintRule.CustomerNumber, mend: "");
        }

        if (subject.Phone.Length >= ShortestPhone && Spaced(line.Plain, subject.Phone) is { Length: > 0 } phone)
        {
            yield return line.Find(field, phone.Start, phone.Length, LintRule.Phone, mend: "");
        }

        var (given, family) = subject.Initials;
        if (given.Length == 0 || family.Length == 0)
        {
            yield break;
        }

        foreach (Match match in TwoInitials().Matches(line.Plain))
        {
            var (first, second) = (match.Groups["first"].Value, match.Groups["second"].Value);
            if ((first == given && second == family) || (first == family && second == given))
            {
                yield return line.Find(field, match.Index, match.Length, LintRule.Initials, mend: "");
            }
        }
    }

    /// <summary>Where letters and digits stand in a row in the text, however they are spaced.</summary>
    private static (int Start, int Length) Spaced(string text, string wanted)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (text[start] != wanted[0] || (start > 0 && char.IsLetterOrDigit(text[start - 1])))
            {
                continue;
            }

            var (at, matched) = (start, 0);
            while (at < text.Length && matched < wanted.Length && (text[at] == wanted[matched] || (matched > 0 && text[at] is ' ' or '-' or '/' or '.' or '(' or ')')))
            {
                matched += text[at] == wanted[matched] ? 1 : 0;
                at++;
            }

            if (matched == wanted.Length && (at == text.Length || !char.IsLetterOrDigit(text[at])))
            {
                return (start, at - start);
            }
        }

        return default;
    }

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|(?:https?://|www\.)[^\s]+|(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\p{L}\p{N}/])(?:\+|00?)[1-9(][\d ()./-]{4,24}\d", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<![\p{L}\d])[\p{L}.-]*(?:straße|strasse|str\.|gasse|allee)\ ?\d{1,4}\ ?[a-h]?(?![\p{L}\d])|(?<!\d)\d{5}\ +\p{L}{3,}", RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Address();

    // Laws of a trade (food hygiene, guarding, training, tower cranes) belong to a certificate's name.
    [GeneratedRegex(@"§(?!§?\ *\d+\ ?[a-z]?\ +(?:ifsg|gewo|bbig|hwo|stvo|fev|psgg?|pflschg|sprengg|arbschg|betrsichv)(?!\p{L}))(?:[§\ ]*\d+[a-z]?(?:\ *(?:abs\.?|absatz|satz|s\.|nr\.?|alt\.?)\ *\d+)*)?"
        + @"(?:\ +(?:aufenthg|asylg|asylblg|sgb\ +[ivx\d]+|beschv|bgb|agg|kug))?", RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Paragraph();

    // Customer number of the employment agency (123A456789) and of a household (12345//0001234 or 12345BG0001234).
    [GeneratedRegex(@"(?<![\p{L}\d])(?:\d{3}[a-z]\d{6}|\d{5}(?://|bg)\d{7})(?![\p{L}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex AuthorityNumber();

    [GeneratedRegex(@"(?<![\p{L}\d.])(?<first>\p{L})\.\ ?(?<second>\p{L})\.(?!\p{L})", RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex TwoInitials();
}
