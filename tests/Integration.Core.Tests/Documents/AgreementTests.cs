using Integration.Access;
using Integration.Common;
using Integration.Core.Tests.Outcomes;
using Integration.Data;
using Integration.Documents;
using Integration.Printing;
using Integration.Privacy;
using Integration.Talks;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using UglyToad.PdfPig;

namespace Integration.Core.Tests.Documents;

public sealed class AgreementTests
{
    // What would make a statement of intent look like the measure itself.
    private static readonly string[] Forbidden = ["Bewilligungsbescheid", "ist bewilligt", "wird bewilligt", "MAG-Vertrag", "gültig", "Vermittlung", "Flüchtling"];

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers))]
    public async Task Intent_ForAMag_SaysThatOnlyTheNoticeCounts_AndNamesNobody(DatabaseProvider provider)
    {
        await using var world = await OutcomeWorld.CreateAsync(provider);
        var contact = await world.ContactAsync(ContactState.Released, person: p => (p.GivenName, p.FamilyName) = ("Leyla", "Wunderlich"));
        var (printed, pages) = await PrintAsync(world, new() { Paper = AgreementPaper.StatementOfIntent, JobEventId = contact.JobEventId, ContactId = contact.Id, WorkForm = "MAG", StartsOn = new(2027, 4, 5), EndsOn = new(2027, 4, 16), WeeklyHours = 30 });

        Assert.Equal((1, $"absichtserklaerung-{world.Print.JobEvent.Key}.pdf"), (printed.Value!.Sheets, printed.Value.FileName));
        var text = Assert.Single(pages);
        PaperPress.AssertInOrder(
            text, "Absichtserklärung", "kein Vertrag und keine Bewilligung", "Maßnahme bei einem Arbeitgeber (MAG)", "Kolonne Nord", "EL-27-", "Fliesenleger/in", "05.04.2027 bis 16.04.2027",
            "30 Stunden", "Antrag vor Beginn", "beantragt und bewilligt sein", "Unterschrift des Betriebs", "Bei MAG gilt allein der Bescheid des Jobcenters; Beginn erst nach Bewilligung");
        Assert.All([.. Forbidden, "Leyla", "Wunderlich", "Praktikumsvereinbarung"], word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(contact.Id.Value, (await db.AuditEntries.SingleAsync(entry => entry.Act == AuditAct.Printed, Ct)).SubjectId);
    }

    [Theory]
    [InlineData("MAG")]
    [InlineData("EQ")]
    [InlineData("PROBEARBEIT")]
    [InlineData("HELFER")]
    [InlineData("HOSPITATION")]
    public async Task NoAgreement_IsPrintedAboutAnythingButAnInternship(string form)
    {
        await using var world = await OutcomeWorld.CreateAsync();
        var contact = await world.ContactAsync(ContactState.Released);
        foreach (var user in new[] { world.CaseManager, world.Service })
        {
            var (printed, pages) = await PrintAsync(world, new() { Paper = AgreementPaper.InternshipAgreement, JobEventId = contact.JobEventId, ContactId = contact.Id, WorkForm = form }, user);
            Assert.Equal(DocumentErrors.NoInternship, printed.Error);
            Assert.Empty(pages);
        }
    }

    [Fact]
    public async Task Internship_HasEveryField_OnOneSheet()
    {
        await using var world = await OutcomeWorld.CreateAsync();
        var contact = await world.ContactAsync();
        var (printed, pages) = await PrintAsync(world, new() { Paper = AgreementPaper.InternshipAgreement, JobEventId = contact.JobEventId, ContactId = contact.Id, WorkForm = "OPRAKT", StartsOn = new(2027, 4, 5), EndsOn = new(2027, 4, 30), WeeklyHours = 35 });
        Assert.True(printed.Done, printed.Error?.Code);
        PaperPress.AssertInOrder(
            Assert.Single(pages), "Praktikumsvereinbarung", "Nicht für Maßnahmen bei einem Arbeitgeber", "Orientierungspraktikum", "Betrieb", "Chiffre", "Zeitraum", "Stunden je Woche", "Pausen", "Aufgaben",
            "Lernziele", "Anleitung", "Arbeitssicherheit", "Unfallversicherung", "Vergütung", "Jugendarbeitsschutzgesetz", "§ 43 IfSG", "vertraulich", "beenden", "Zeugnis",
            "Erlaubnis der Ausländerbehörde", "nicht nötig", "liegt vor", "beantragt", "Unterschrift des Betriebs", "Sorgeberechtigten", "Bei MAG gilt allein der Bescheid");
    }

    [Fact]
    public async Task Name_IsPutInByTheOwnCaseManagerAlone_AndOnlyOnceItWasReleased()
    {
        await using var world = await OutcomeWorld.CreateAsync();
        var other = await world.Database.OrganisationAsync();
        void Named(Integration.Participants.Participant p) => (p.GivenName, p.FamilyName) = ("Leyla", "Wunderlich");
        var (own, foreign, refused) = (await world.ContactAsync(ContactState.Released, person: Named), await world.ContactAsync(owner: other, person: Named), await world.ContactAsync(ContactState.Refused, person: Named));
        PrintAgreement.Request Of(Contact contact) => new() { Paper = AgreementPaper.InternshipAgreement, JobEventId = contact.JobEventId, ContactId = contact.Id, WorkForm = "OPRAKT", WithName = true };

        Assert.Contains("Leyla Wunderlich", Assert.Single((await PrintAsync(world, Of(own))).Pages));
        Assert.Equal(DocumentErrors.NameStaysHere, (await PrintAsync(world, Of(own), world.Service)).Printed.Error);
        Assert.Equal(DocumentErrors.NameStaysHere, (await PrintAsync(world, Of(foreign), world.Service)).Printed.Error);
        Assert.Equal(Errors.NotFound, (await PrintAsync(world, Of(foreign))).Printed.Error);
        foreach (var state in new[] { ContactState.Interest, ContactState.Requested, ContactState.Asked })
        {
            Assert.Equal(DocumentErrors.NameStaysHere, (await PrintAsync(world, Of(await world.ContactAsync(state, person: Named)))).Printed.Error);
        }

        Assert.Equal(DocumentErrors.NameStaysHere, (await PrintAsync(world, Of(refused))).Printed.Error);
        await using var db = world.Database.CreateDbContext();
        await db.Consents.Where(consent => consent.Id == own.ConsentId).ExecuteUpdateAsync(set => set.SetProperty(consent => consent.ValidUntil, world.Clock.Today().AddDays(-1)));
        Assert.Equal(DocumentErrors.NameStaysHere, (await PrintAsync(world, Of(own))).Printed.Error);
    }

    [Theory]
    [InlineData(AgreementPaper.StatementOfIntent, "Maßnahme bei einem Arbeitgeber (MAG)")]
    [InlineData(AgreementPaper.InternshipAgreement, "Pflichtpraktikum")]
    public async Task Blank_HasTheKindsToTick(AgreementPaper paper, string kind)
    {
        await using var world = await OutcomeWorld.CreateAsync();
        var (printed, pages) = await PrintAsync(world, new() { Paper = paper, JobEventId = world.Print.JobEvent.Id }, world.Service);
        Assert.True(printed.Done, printed.Error?.Code);
        var text = string.Join(' ', pages);
        PaperPress.AssertInOrder(text, "bitte ankreuzen", kind, "Betrieb", "Unterschrift");
        Assert.Equal(paper == AgreementPaper.StatementOfIntent, text.Contains("Einstiegsqualifizierung (EQ)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Paper_IsTaggedWithEmbeddedFonts()
    {
        await using var world = await OutcomeWorld.CreateAsync();
        using var file = new MemoryStream();
        await Use(world, world.CaseManager).ExecuteAsync(new() { Paper = AgreementPaper.InternshipAgreement, JobEventId = world.Print.JobEvent.Id }, file, Ct);
        using var pdf = PdfDocument.Open(file.ToArray());
        Assert.True(pdf.Structure.Catalog.CatalogDictionary.ContainsKey(UglyToad.PdfPig.Tokens.NameToken.Create("StructTreeRoot")));
        Assert.All(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.FontName).Distinct(), font => Assert.Matches(@"^[A-Z]{6}\+", font));
    }

    public static TheoryData<Role> RolesWithout => new(TestUser.RolesWithout(Permission.RecordOutcomes));

    [Theory, MemberData(nameof(RolesWithout))]
    public async Task RoleWithoutTheRight_IsRefused(Role role)
    {
        await using var world = await OutcomeWorld.CreateAsync();
        Assert.Equal(Errors.Forbidden, (await PrintAsync(world, new() { Paper = AgreementPaper.StatementOfIntent, JobEventId = world.Print.JobEvent.Id }, TestUser.With(world.Print.Organisation.Id, role))).Printed.Error);
    }

    private static PrintAgreement Use(OutcomeWorld world, ICurrentUser user) => new(world.Database, user, world.Clock, world.Print.Codes, HarfBuzzPdfEngine.Shared);

    private static async Task<(Result<PrintAgreement.Printed> Printed, IReadOnlyList<string> Pages)> PrintAsync(OutcomeWorld world, PrintAgreement.Request request, ICurrentUser? user = null)
    {
        using var file = new MemoryStream();
        var printed = await Use(world, user ?? world.CaseManager).ExecuteAsync(request, file, Ct);
        return (printed, printed.Done ? await PaperPress.ReadAsync(file, $"{request.Paper}-{request.WorkForm}-{(request.ContactId is null ? "blank" : "filled")}") : []);
    }
}
