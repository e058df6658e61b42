using System.Globalization;
using System.Text.RegularExpressions;
using Integration.Common;

namespace Integration.Participants.Import;

/// <summary>Readers of what somebody has done, wants and can offer. Lists only grow: what the file names is added or updated, what the
/// record has beside stays, because the case manager may have written it.</summary>
internal static partial class WorkReaders
{
    private const int MaxWishes = 3;

    /// <summary>"4 Jahre KFZ-Mechatroniker (IT)": years, occupation, industry; several separated by semicolons or lines.</summary>
    public static void Experience(ImportField field, CellReading cell)
    {
        if (Nothing(cell.Text))
        {
            return;
        }

        var found = new List<WorkExperience>();
        foreach (var part in cell.Text.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var match = YearsOccupationIndustry().Match(part);
            var occupation = match.Success ? match.Groups["occupation"].Value : part;
            found.Add(new WorkExperience
            {
                Occupation = occupation,
                OccupationGroup = Vocabulary.Occupation(occupation)?.Group ?? "",
                Industry = match.Groups["industry"].Value,
                Years = match.Groups["years"].Success ? int.Parse(match.Groups["years"].ValueSpan, CultureInfo.InvariantCulture) : null,
            });
        }

        cell.Set(field, person =>
        {
            foreach (var work in found)
            {
                var known = person.Experience.Find(entry => Same(entry.Occupation, work.Occupation));
                if (known is null)
                {
                    person.Experience.Add(known = new WorkExperience { Occupation = work.Occupation, OccupationGroup = work.OccupationGroup });
                }

                known.Industry = work.Industry.Length > 0 ? work.Industry : known.Industry;
                known.Years = work.Years ?? known.Years;
            }
        });
    }

    /// <summary>The occupation aimed at. It comes first; among three that are all others, it replaces the first.</summary>
    public static void Wish(ImportField field, CellReading cell)
    {
        var titles = Vocabulary.Occupation(cell.Text) is not null
            ? [cell.Text]
            : cell.Text.Split(['/', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MaxWishes).ToArray();
        cell.Set(field, person =>
        {
            foreach (var title in titles.Reverse().Where(title => !person.Wishes.Exists(wish => Same(wish.Wording, title))))
            {
                if (person.Wishes.Count == MaxWishes)
                {
                    person.Wishes.RemoveAt(0);
                }

                var known = Vocabulary.Occupation(title);
                person.Wishes.Insert(0, new OccupationWish { Wording = title, OccupationGroup = known?.Group ?? "", RequirementLevel = known?.Level });
            }
        });
    }

    /// <summary>"EQ / Minijob": forms of work.</summary>
    public static void WorkForms(ImportField field, CellReading cell)
    {
        var codes = CodeReaders.Codes("WorkForms", cell);
        cell.Set(field, person => person.WorkForms.AddRange(codes.Where(code => !person.WorkForms.Contains(code, StringComparer.Ordinal))));
    }

    /// <summary>Ways to get to work.</summary>
    public static void Mobility(ImportField field, CellReading cell)
    {
        var codes = CodeReaders.Codes("Mobility", cell);
        cell.Set(field, person => person.Mobility.AddRange(codes.Where(code => !person.Mobility.Contains(code, StringComparer.Ordinal))));
    }

    /// <summary>Certificates and cards.</summary>
    public static void Certificates(ImportField field, CellReading cell)
    {
        if (Nothing(cell.Text))
        {
            return;
        }

        var codes = CodeReaders.Codes("Certificates", cell);
        cell.Set(field, person => AddCertificates(person, codes));
    }

    /// <summary>"B (Umschreibung läuft)", "C/CE", "B, Stapler", "keiner": classes with a status, and cards that came along.</summary>
    public static void Licences(ImportField field, CellReading cell)
    {
        var found = Means(cell.Text);
        if (found is null)
        {
            found = new LicenceWords([], null, []);
            foreach (var part in cell.Text.Split(['/', ',', ';', '+', '(', ')', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (Means(part) is { } means)
                {
                    found = new LicenceWords([.. found.Classes, .. means.Classes], found.Status ?? means.Status, [.. found.Cards, .. means.Cards]);
                }
                else
                {
                    cell.HintPart("Import_UnknownCode", part);
                }
            }
        }

        cell.Set(field, person =>
        {
            // "None" has no class to stand at: no entry says the same.
            foreach (var licence in found.Status == "KEIN" ? [] : found.Classes.Distinct(StringComparer.Ordinal))
            {
                var known = person.Licences.Find(entry => entry.Class == licence);
                if (known is null)
                {
                    person.Licences.Add(known = new DrivingLicence { Class = licence });
                }

                known.Status = found.Status ?? known.Status;
            }

            AddCertificates(person, found.Cards);
        });
    }

    /// <summary>"Teilzeit 20 h", "Vollzeit, Schicht": times, and hours a week where a number is given.</summary>
    public static void WorkTimes(ImportField field, CellReading cell)
    {
        var hours = Hours().Match(cell.Text) is { Success: true } match
            ? int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture)
            : (int?)null;
        var codes = Times(Vocabulary.Find("WorkTimes", cell.Text).Count > 0 ? cell.Text : Hours().Replace(cell.Text, " ").Trim(), cell);
        cell.Set(field, person =>
        {
            foreach (var code in codes)
            {
                var known = person.WorkTimes.Find(answer => answer.Code == code);
                if (known is null)
                {
                    person.WorkTimes.Add(known = new WorkTimeAnswer { Code = code });
                }

                known.Answer = Answer.Yes;
            }

            person.WeeklyHours = hours ?? person.WeeklyHours;
        });
    }

    private static List<string> Times(string text, CellReading cell)
    {
        var codes = new List<string>();
        foreach (var part in Vocabulary.Find("WorkTimes", text).Count > 0 ? [text] : CodeReaders.Parts(text))
        {
            var words = Vocabulary.Find("WorkTimes", part).Count > 0 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (Array.TrueForAll(words, word => Vocabulary.Find("WorkTimes", word).Count > 0))
            {
                codes.AddRange(words.SelectMany(word => Vocabulary.Find("WorkTimes", word)).Where(code => !codes.Contains(code, StringComparer.Ordinal)));
            }
            else
            {
                cell.HintPart("Import_UnknownCode", part);
            }
        }

        return codes;
    }

    private static LicenceWords? Means(string text)
    {
        var classes = Vocabulary.Find("LicenceClasses", text);
        var status = Vocabulary.Find("LicenceStatus", text);
        // Professional extras (code 95, ADR) are cards like the others.
        IReadOnlyList<string> cards = [.. Vocabulary.Find("Certificates", text), .. Vocabulary.Find("LicenceExtras", text)];
        return classes.Count + status.Count + cards.Count == 0 ? null : new LicenceWords(classes, status.Count > 0 ? status[0] : null, cards);
    }

    private static void AddCertificates(Participant person, IReadOnlyList<string> codes) =>
        person.Certificates.AddRange(codes.Distinct(StringComparer.Ordinal)
            .Where(code => !person.Certificates.Exists(certificate => certificate.Code == code))
            .Select(code => new Certificate { Code = code }));

    private static bool Nothing(string text) => NameTokens.Fold(text) is "keine" or "keiner" or "ohne" or "nein" or "none" or "no";

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private sealed record LicenceWords(IReadOnlyList<string> Classes, string? Status, IReadOnlyList<string> Cards);

    [GeneratedRegex(@"^((?<years>\d{1,2})\s*(jahren?|j\.|years?|yrs?)\s+((als|as an?|as)\s+)?)?(?<occupation>[^()]+?)\s*(\(\s*(?<industry>[^()]*?)\s*\))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex YearsOccupationIndustry();

    [GeneratedRegex(@"\b(?<n>\d{1,2})([.,]\d+)?\s*(h|std\.?|stunden|hours)(/woche|/week)?(?![\p{L}\d])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Hours();
}
