using System.Reflection;
using Integration.Common;
using Integration.Data;
using Integration.Participants;
using Integration.Profiles;
using Integration.Profiles.Lint;

namespace Integration.Core.Tests.Profiles;

public sealed class ProfilePrefillTests
{
    private static readonly CodeCatalog Codes = new(CodeCatalog.Shipped());

    [Fact]
    public void Record_BecomesGermanSentences()
    {
        var content = Prefill(Full());

        Assert.Equal(("Näher/in", "28", "nach Kursende (03/2027)"), (content.Occupation, content.OccupationGroup, content.Start));
        Assert.Equal(["Verkauf"], content.Alternatives);
        Assert.Equal(["20 Jahre Erfahrung: Näher/in", "1 Jahr Erfahrung: Lagerhelfer/in", "Erfahrung: Küchenhilfe"], content.Strengths);
        Assert.Equal(
            [new("Näher/in", "Textil", "20 Jahre, im Ausland"), new("Lagerhelfer/in", "Logistik", "1 Jahr, in Deutschland"), new("Küchenhilfe", "", "")], content.Experience);
        Assert.Equal(("8 Jahre Schulbesuch", "Berufsausbildung im Ausland: Schneider/in", "Antrag gestellt"), (content.Schooling, content.Training, content.Recognition));
        Assert.Equal("besucht bis 03/2027 einen Kurs mit Ziel B1", content.Course);
        Assert.Equal("Arabisch (Muttersprache), Englisch B1", content.OtherLanguages);
        Assert.Equal(
            ["Führerschein B (gültig in Deutschland)", "Führerschein C (aus dem Ausland, Gültigkeit offen)", "Gabelstaplerschein, gültig bis 05/2028"], content.Evidence);
        Assert.Equal(["B"], content.LicenceClasses);
        Assert.Equal(["Vollzeit: nein", "Teilzeit: ja, 20 Stunden pro Woche", "Nachtschicht: nach Absprache"], content.WorkTimes);
        Assert.Equal(["TZ", "NACHT"], content.WorkTimeCodes);
        Assert.Equal(("Haren (Ems)", "Bus und Bahn, bis 25 km, mit Bus und Bahn ab 06:30 Uhr"), (content.Area, content.Mobility));
        Assert.Equal(["HELFER"], content.Forms);
        Assert.Equal(["EGZ"], content.Support);
        Assert.Empty(ProfileLint.Check(content, LintSubject.Of(Full()), Sample.Today).Where(finding => finding.Severity == LintSeverity.Blocks).Select(finding => finding.Text));
    }

    /// <summary>Codes say no more than the lines beside them: the month, not the day; nothing where the line says nothing.</summary>
    [Fact]
    public void Codes_SayWhatTheLinesSay()
    {
        var content = Prefill(Full());
        Assert.Equal((new DateOnly(2027, 3, 1), 20, 25, new TimeOnly(6, 30)), (content.StartsFrom, content.WeeklyHours, content.RadiusKm, content.EarliestByBus));
        Assert.Equal(["OEPNV"], content.MobilityCodes);
        Assert.Equal(["62"], content.AlternativeGroups);
        var nothing = Prefill(new Participant { FamilyName = "Muster" });
        Assert.Equal((null, null, null, null), (nothing.StartsFrom, nothing.WeeklyHours, nothing.RadiusKm, nothing.EarliestByBus));
        Assert.Empty(nothing.MobilityCodes);
        Assert.Null(Prefill(new Participant { Start = StartKind.FromDate, AvailableFrom = new DateOnly(2020, 1, 15) }).StartsFrom);
    }

    /// <summary>Every text of the record that belongs to the owning organisation is set to a mark; none may arrive.</summary>
    [Fact]
    public void NothingOfTheOwnersAlone_ReachesTheDraft()
    {
        var person = Full();
        var marked = 0;
        foreach (var property in typeof(Participant).GetProperties().Where(property => ParticipantVisibility.Of(property.Name) != Visibility.Profile && property.CanWrite))
        {
            marked += Mark(person, property);
        }

        Assert.True(marked > 20, $"{marked} properties marked");
        var text = JsonColumn.Write(Prefill(person));
        Assert.DoesNotContain("GEHEIM", text, StringComparison.Ordinal);
        Assert.DoesNotContain("1917", text, StringComparison.Ordinal);
        // The sharper half: what is the profile's does arrive, so the walk reaches the text at all.
        person.TrainingSubject = "GEHEIM";
        Assert.Contains("GEHEIM", JsonColumn.Write(Prefill(person)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StartKind.AtOnce, null, "sofort")]
    [InlineData(StartKind.FromDate, "2027-04-15", "ab 04/2027")]
    [InlineData(StartKind.FromDate, "2026-04-15", "sofort")]
    [InlineData(StartKind.NotStated, null, "")]
    public void Start_IsAWordOrAMonth(StartKind kind, string? from, string expected) =>
        Assert.Equal(expected, Prefill(new Participant { Start = kind, AvailableFrom = from is null ? null : DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture) }).Start);

    [Fact]
    public void WhatIsOver_IsLeftOut()
    {
        var person = Full();
        person.CourseEndsOn = Sample.Today.AddDays(-1);
        person.Certificates[0].ValidUntil = Sample.Today.AddDays(-1);
        var content = Prefill(person);
        Assert.Equal("", content.Course);
        Assert.DoesNotContain(content.Evidence, line => line.Contains("Gabelstapler", StringComparison.Ordinal));
    }

    [Fact]
    public void EmptyRecord_MakesAnEmptyDraft() => Assert.All(Prefill(new Participant()).Lines(), line => Assert.Equal("", line.Text));

    private static ProfileContent Prefill(Participant person) => ProfilePrefill.From(
        person, (list, code) => Codes.Find(list, code, Sample.Today) is { Visibility: "A" } entry ? entry.German : null, Sample.Today);

    private static int Mark(Participant person, PropertyInfo property)
    {
        object? mark = property.PropertyType == typeof(string) ? "GEHEIM"
            : property.PropertyType == typeof(DateOnly?) ? new DateOnly(1917, 5, 17)
            : property.PropertyType == typeof(bool?) || property.PropertyType == typeof(bool) ? true
            : null;
        // A course code that is set decides whether there is a line; its label must not be in it.
        if (mark is null)
        {
            return 0;
        }

        property.SetValue(person, mark);
        return 1;
    }

    private static Participant Full() => new()
    {
        FamilyName = "Haddad",
        GivenName = "Amina",
        Town = "Haren (Ems)",
        Wishes = [new() { OccupationGroup = "28", Wording = "Näherin" }, new() { OccupationGroup = "62" }],
        WorkForms = ["HELFER", "AGH"],
        Start = StartKind.AfterCourse,
        Course = "IK_FRAUEN",
        CourseTarget = LanguageLevel.B1,
        CourseEndsOn = new DateOnly(2027, 3, 31),
        Experience =
        [
            new() { Occupation = "Lagerhelferin", Industry = "Logistik", Years = 1, InGermany = true },
            new() { Occupation = "Näherin", Industry = "Textil", Years = 20, InGermany = false },
            new() { Occupation = "Küchenhilfe" },
        ],
        Schooling = "SCHULBESUCH",
        SchoolYears = 8,
        Training = "BETRIEBL_AUSL",
        TrainingSubject = "Schneiderin",
        Recognition = "ANTRAG",
        RecognitionOn = new DateOnly(2026, 5, 1),
        SpokenGerman = LanguageLevel.A2,
        GermanProof = LanguageProof.PlacementTest,
        Languages =
        [
            new() { Code = "ara", Spoken = LanguageLevel.Native, OnProfile = true }, new() { Code = "eng", Spoken = LanguageLevel.B1, OnProfile = true },
            new() { Code = "kmr", Spoken = LanguageLevel.C1 },
        ],
        Licences = [new() { Class = "B", Status = "DE_EU" }, new() { Class = "C", Status = "AUSL_UNGEKLAERT" }, new() { Class = "A", Status = "KEIN" }],
        Certificates = [new() { Code = "STAPLER", ValidUntil = new DateOnly(2028, 5, 31) }, new() { Code = "MASERNSCHUTZ" }],
        WorkTimes = [new() { Code = "VZ", Answer = Answer.No }, new() { Code = "TZ", Answer = Answer.Yes }, new() { Code = "NACHT", Answer = Answer.ByArrangement }],
        WeeklyHours = 20,
        Mobility = ["OEPNV"],
        RadiusKm = 25,
        EarliestArrival = new TimeOnly(6, 30),
        WorkAccess = WorkAccess.Free,
        Support = ["ESG", "EGZ"],
    };
}
