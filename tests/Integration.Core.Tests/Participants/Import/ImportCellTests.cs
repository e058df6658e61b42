using Integration.Access;
using Integration.Common;
using Integration.Participants;
using Integration.Participants.Import;
using Integration.Testing;

namespace Integration.Core.Tests.Participants.Import;

public sealed class ImportCellTests
{
    [Fact]
    public async Task GoodRow_BecomesARecordOfCodes()
    {
        await using var world = await ImportWorld.CreateAsync();

        var report = await world.ImportAsync(ImportWorld.GoodRow);

        Assert.Empty(report.Findings);
        Assert.Equal((1, true), (report.New, report.EverythingWentIn));
        var person = Assert.Single(await world.ParticipantsAsync());
        Assert.Equal(("K1", "Öztürk", "Elif", new DateOnly(1993, 12, 23)), (person.CustomerNumber, person.FamilyName, person.GivenName, person.BornOn));
        Assert.Equal((Gender.Female, "49744", "Geeste", "+49 176 8022619", "elif@example.org"), (person.Gender, person.PostalCode, person.Town, person.Phone, person.Email));
        Assert.Equal(("tur", LanguageLevel.B2, LanguageLevel.B1, LanguageProof.SelfAssessment), (person.FirstLanguage, person.SpokenGerman, person.WrittenGerman, person.GermanProof));
        Assert.Equal(["ara", "eng"], person.Languages.Select(l => l.Code));
        Assert.Equal(("SCHULBESUCH", 12, "STUDIUM_ABGEBR", "TEIL"), (person.Schooling, person.SchoolYears, person.Training, person.Recognition));
        var work = Assert.Single(person.Experience);
        Assert.Equal(("Verkäuferin", "62", "Handel", 4), (work.Occupation, work.OccupationGroup, work.Industry, work.Years));
        var wish = Assert.Single(person.Wishes);
        Assert.Equal(("Verkäuferin", "62", 2), (wish.Wording, wish.OccupationGroup, wish.RequirementLevel));
        Assert.Equal(["EQ", "MINIJOB"], person.WorkForms);
        var licence = Assert.Single(person.Licences);
        Assert.Equal(("B", "UMSCHREIBUNG"), (licence.Class, licence.Status));
        Assert.Equal(["TZ"], person.WorkTimes.Select(t => t.Code));
        Assert.Equal((20, "SGB3", "AE_25_3", "Frau Schulte"), (person.WeeklyHours, person.LegalSphere, person.ResidencePaper, person.OwnerName));
    }

    [Theory]
    [InlineData("C/CE", "C CE", "", "")]
    [InlineData("B, Stapler", "B", "", "STAPLER")]
    [InlineData("B, Ausland", "B", "AUSL_UNGEKLAERT", "")]
    [InlineData("BE, Kranschein", "BE", "", "KRAN")]
    [InlineData("C1 (abgelaufen)", "C1", "AUSL_UNGUELTIG", "")]
    [InlineData("keiner", "", "", "")]
    public async Task Licence_IsReadWithStatusAndCards(string cell, string classes, string status, string cards)
    {
        var person = await PersonAsync("Führerschein", cell);

        Assert.Equal(classes.Split(' ', StringSplitOptions.RemoveEmptyEntries), person.Licences.Select(l => l.Class));
        Assert.All(person.Licences, licence => Assert.Equal(status, licence.Status));
        Assert.Equal(cards.Split(' ', StringSplitOptions.RemoveEmptyEntries), person.Certificates.Select(c => c.Code));
    }

    [Theory]
    [InlineData("Vollzeit, Schicht", "VZ WECHSEL2", null)]
    [InlineData("Teilzeit vormittags", "TZ VORMITTAGS", null)]
    [InlineData("Teilzeit 30 Std.", "TZ", 30)]
    [InlineData("25 h/Woche", "", 25)]
    public async Task WorkTimes_AreReadWithHours(string cell, string codes, int? hours)
    {
        var person = await PersonAsync("Arbeitszeit", cell);

        Assert.Equal(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries), person.WorkTimes.Select(t => t.Code));
        Assert.Equal(hours, person.WeeklyHours);
    }

    [Theory]
    [InlineData("8 Jahre Schulbesuch", "SCHULBESUCH", 8)]
    [InlineData("7 Klassen", "SCHULBESUCH", 7)]
    [InlineData("Realschule", "MSA", null)]
    [InlineData("Abitur (Ausland, nicht bewertet)", "AUSL_SONST", null)]
    public async Task Schooling_IsReadWithYears(string cell, string code, int? years)
    {
        var person = await PersonAsync("Schulabschluss", cell);

        Assert.Equal((code, years), (person.Schooling, person.SchoolYears));
    }

    [Theory]
    [InlineData("20 Jahre Gärtner (Logistik)", "Gärtner", "Logistik", 20)]
    [InlineData("3 Jahre als Koch", "Koch", "", 3)]
    [InlineData("Bäcker", "Bäcker", "", null)]
    public async Task Experience_IsTakenApart(string cell, string occupation, string industry, int? years)
    {
        var work = Assert.Single((await PersonAsync("Berufserfahrung", cell)).Experience);

        Assert.Equal((occupation, industry, years), (work.Occupation, work.Industry, work.Years));
    }

    [Theory]
    [InlineData("15.11.95", "1995-11-15")]
    [InlineData("07.02.02", "2002-02-07")]
    [InlineData("04.08.74", "1974-08-04")]
    [InlineData("24/11/1992", "1992-11-24")]
    [InlineData("1981-10-13", "1981-10-13")]
    [InlineData("1.5.1990", "1990-05-01")]
    [InlineData("29.02.2004", "2004-02-29")]
    public async Task BirthDate_IsReadInEveryCommonForm(string cell, string date) =>
        Assert.Equal(DateOnly.ParseExact(date, "yyyy-MM-dd", null), (await PersonAsync("Geb.-Datum", cell)).BornOn);

    [Theory]
    [InlineData("Geb.-Datum", "31.02.1990", "Dieses Datum gibt es im Kalender nicht.")]
    [InlineData("Geb.-Datum", "29.02.1999", "Dieses Datum gibt es im Kalender nicht.")]
    [InlineData("Geb.-Datum", "", "Das Geburtsdatum fehlt.")]
    [InlineData("Geb.-Datum", "um 1990", "Das ist kein lesbares Datum.")]
    [InlineData("Geb.-Datum", "01.01.2030", "Das Geburtsdatum liegt in der Zukunft.")]
    [InlineData("Geb.-Datum", "01.01.2016", "Mit diesem Geburtsdatum wäre die Person erst 11 Jahre alt.")]
    [InlineData("Geb.-Datum", "01.01.1890", "Mit diesem Geburtsdatum wäre die Person 137 Jahre alt.")]
    [InlineData("Deutsch mündl.", "B3", "Die Sprachstufe „B3“ gibt es nicht.")]
    [InlineData("Nachname", "", "Der Nachname fehlt.")]
    [InlineData("Nachname", "\u200F \u00A0", "Der Nachname fehlt.")]
    [InlineData("Vorname", "=1+1", "Die Zelle sieht aus wie eine Formel.")]
    [InlineData("Ort", "+HYPERLINK(\"x\")", "Die Zelle sieht aus wie eine Formel.")]
    [InlineData("Telefon", "+cmd|' /C calc'!A0", "Die Zelle sieht aus wie eine Formel.")]
    public async Task FaultThatMakesTheRowWrong_KeepsItOutWithAWord(string heading, string cell, string problem)
    {
        await using var world = await ImportWorld.CreateAsync();

        var report = await world.ImportAsync(ImportWorld.Row((heading, cell)), ImportWorld.Row(("Kd-Nr", "K2"), ("Nachname", "Karimi")));

        Assert.Equal((1, 1, 0), (report.New, report.Errors, report.PossibleDuplicates));
        Assert.Contains(report.Findings, f => f.Row == 2 && f.Column == heading && f.Problem.StartsWith(problem, StringComparison.Ordinal));
        Assert.Equal("Karimi", Assert.Single(await world.ParticipantsAsync()).FamilyName);
    }

    [Fact]
    public async Task OverlongText_KeepsTheRowOutAndIsNotCut()
    {
        await using var world = await ImportWorld.CreateAsync();
        var text = string.Concat(Enumerable.Repeat("sehr viel Erfahrung. ", 120)).Trim();
        var id = await world.StageAsync(ImportWorld.Headings, ImportWorld.Row(("Berufserfahrung", text)));

        var row = Assert.Single(await world.RowsAsync(id));

        Assert.Equal(ImportRowState.Error, row.State);
        Assert.Contains(text, row.Cells);
        var finding = Assert.Single(row.Findings);
        Assert.Equal(("Berufserfahrung", true, 80), (finding.Column, finding.Blocks, finding.Value.Length));
        Assert.Contains("2519 Zeichen", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FormulaInTheNote_GoesInAsMereTextWithAWord()
    {
        await using var world = await ImportWorld.CreateAsync();
        const string Formula = "=HYPERLINK(\"http://example.org\";\"x\")";

        var report = await world.ImportAsync(ImportWorld.Row(("Bemerkung", Formula)));

        Assert.Equal(Formula, Assert.Single(await world.ParticipantsAsync()).Note);
        var finding = Assert.Single(report.Findings);
        Assert.Equal((2, "Bemerkung", Formula), (finding.Row, finding.Column, finding.Value));
        Assert.Contains("nicht ausgeführt", finding.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+49 (0) 1512 7788-0921")]
    [InlineData("- nur vormittags (bis 12)")]
    [InlineData("-")]
    [InlineData("= ")]
    [InlineData("@home")]
    public async Task TextThatOnlyStartsLikeAFormula_IsNone(string text)
    {
        await using var world = await ImportWorld.CreateAsync();

        var report = await world.ImportAsync(ImportWorld.Row(("Bemerkung", text), ("Telefon", text)));

        Assert.Empty(report.Findings);
        Assert.Equal(text.Trim(), Assert.Single(await world.ParticipantsAsync()).Note);
    }

    [Fact]
    public async Task InvisibleMarkAndBlanks_AreRemovedWithAWordAboutTheMark()
    {
        await using var world = await ImportWorld.CreateAsync();

        var report = await world.ImportAsync(ImportWorld.Row(("Vorname", "  S\u0326tefan\u200F "), ("Nachname", "می\u200Cخواهم")));

        var person = Assert.Single(await world.ParticipantsAsync());
        Assert.Equal(("\u0218tefan", "می\u200Cخواهم"), (person.GivenName, person.FamilyName));
        var finding = Assert.Single(report.Findings);
        Assert.Equal(("Vorname", "Ein unsichtbares Zeichen (U+200F) wurde entfernt."), (finding.Column, finding.Problem));
        Assert.Contains("[U+200F]", finding.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Geschlecht", "tau")]
    [InlineData("Muttersprache", "Klingonisch")]
    [InlineData("Form", "Praktikum / Luftschiff")]
    [InlineData("Führerschein", "B, Luftschiff")]
    [InlineData("Aufenthalt", "§ 99")]
    [InlineData("E-Mail", "keine")]
    public async Task UnknownValueOfAList_IsLeftOutWithAWordAndTheRowGoesIn(string heading, string cell)
    {
        await using var world = await ImportWorld.CreateAsync();

        var report = await world.ImportAsync(ImportWorld.Row((heading, cell)));

        Assert.Equal(1, report.New);
        Assert.Equal(heading, Assert.Single(report.Findings).Column);
        Assert.Single(await world.ParticipantsAsync());
    }

    [Fact]
    public async Task LettersLostInTheExport_ArePointedOut()
    {
        await using var world = await ImportWorld.CreateAsync();

        var report = await world.ImportAsync(ImportWorld.Row(("Nachname", "?êxo")));

        Assert.Equal((1, "Nachname"), (report.New, Assert.Single(report.Findings).Column));
    }

    [Fact]
    public async Task CaseManagerOfTheOrganisation_BecomesTheOwner()
    {
        await using var world = await ImportWorld.CreateAsync();
        var colleague = await world.Database.SaveAsync(new AppUser { Id = Guid.CreateVersion7(), OrganisationId = world.User.OrganisationId, DisplayName = "Petra Schulte" });

        await world.ImportAsync(ImportWorld.Row(("Fallmanager/in", "Schulte")), ImportWorld.Row(("Kd-Nr", "K2"), ("Nachname", "Karimi"), ("Fallmanager/in", "Többen")));

        var people = await world.ParticipantsAsync();
        Assert.Equal((colleague.UserId, ""), (people[0].OwnerId, people[0].OwnerName));
        Assert.Equal(((UserId?)null, "Többen"), (people[1].OwnerId, people[1].OwnerName));
    }

    [Fact]
    public async Task RowWithMoreCellsThanHeadings_StaysOut()
    {
        await using var world = await ImportWorld.CreateAsync();

        var report = await world.ImportAsync(ImportWorld.GoodRow + ";noch etwas");

        Assert.Equal((1, "noch etwas"), (report.Errors, Assert.Single(report.Findings).Value));
    }

    [Fact]
    public async Task EnglishHeadings_AreRecognised()
    {
        await using var world = await ImportWorld.CreateAsync();

        var report = await world.ImportAsync(ImportWorld.File("Client ID,Last name,First name,Date of birth,Mother tongue,Spoken German", "7,Karimi,Jawad,1985-04-17,Dari,none"));

        Assert.Empty(report.Findings);
        var person = Assert.Single(await world.ParticipantsAsync());
        Assert.Equal(("Karimi", "prs", LanguageLevel.None), (person.FamilyName, person.FirstLanguage, person.SpokenGerman));
    }

    private static async Task<Participant> PersonAsync(string heading, string cell)
    {
        await using var world = await ImportWorld.CreateAsync();
        var report = await world.ImportAsync(ImportWorld.Row((heading, cell)));
        Assert.Empty(report.Findings);
        return Assert.Single(await world.ParticipantsAsync());
    }
}
