using Integration.Common;
using Integration.Participants;
using Integration.Profiles;
using Integration.Profiles.Lint;

namespace Integration.Core.Tests.Profiles;

/// <summary>A short profile that nothing is wrong with, and a person to read it for.</summary>
internal static class Sample
{
    public static readonly DateOnly Today = new(2027, 2, 1);

    public static Participant Person(string family = "Schewtschenko", string given = "Amina", string badge = "") => new()
    {
        FamilyName = family,
        GivenName = given,
        BadgeName = badge,
        CustomerNumber = "K004711",
        Phone = "0171 2345678",
        Town = "Haren (Ems)",
    };

    public static ProfileContent Content => new()
    {
        Occupation = "Fliesenleger/in",
        OccupationGroup = "33",
        Forms = ["HELFER"],
        Start = "nach Kursende (03/2027)",
        Strengths = ["hat 6 Jahre Fliesen verlegt, auch Bäder", "liest Pläne und misst selbst aus", "fährt Transporter bis 3,5 t"],
        Introduction = "Ich arbeite gern mit den Händen.",
        Experience = [new("Fliesenleger/in", "Bau", "6 Jahre, im Ausland"), new("Lagerhelfer/in", "Logistik", "1 Jahr, in Deutschland")],
        Schooling = "10 Jahre Schulbesuch",
        Training = "Berufsausbildung im Ausland: Fliesenleger/in",
        Recognition = "Antrag gestellt",
        SpokenGerman = LanguageLevel.A2,
        WrittenGerman = LanguageLevel.A1,
        GermanProof = LanguageProof.Certificate,
        GermanCertificate = "telc A2 (06/2026)",
        Course = "besucht bis 03/2027 einen Kurs mit Ziel B1",
        OtherLanguages = "Arabisch (Muttersprache), Englisch B1",
        Evidence = ["Führerschein B (gültig in Deutschland)", "Gabelstaplerschein, gültig bis 05/2028", "Belehrung nach § 43 IfSG"],
        WorkTimes = ["Vollzeit: ja", "Nachtschicht: nach Absprache"],
        WorkTimeCodes = ["VZ", "NACHT"],
        Area = "nördlicher Landkreis",
        Mobility = "eigenes Auto, bis 25 km",
        WorkAccess = WorkAccess.Free,
        Support = ["EGZ"],
    };

    public static IReadOnlyList<LintFinding> Lint(ProfileContent content, Participant? person = null) =>
        ProfileLint.Check(content, LintSubject.Of(person ?? Person()), Today);

    /// <summary>Findings of one strength line.</summary>
    public static IReadOnlyList<LintFinding> LintLine(string line, Participant? person = null) =>
        [.. Lint(Content with { Strengths = [line, .. Content.Strengths.Skip(1)] }, person).Where(finding => finding.Field == "Strengths[0]")];
}
