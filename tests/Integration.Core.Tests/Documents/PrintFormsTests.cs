using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Printing;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Documents;

public class PrintFormsTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesWithoutCases => [.. Enum.GetValues<Role>().Where(role => role != Role.CaseManager)];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ConsentForms_AreInEachPersonsLanguageAndRecordedWithoutSettingAConsent(DatabaseProvider provider)
    {
        await using var world = await PrintWorld.CreateAsync(provider);
        var arabic = await world.Database.ParticipantAsync(world.Organisation.Id, person => (person.FamilyName, person.FirstLanguage) = ("Aalim", "apc"));
        var somali = await world.Database.ParticipantAsync(world.Organisation.Id, person => (person.FamilyName, person.FirstLanguage) = ("Warsame", "som"));
        using var file = new MemoryStream();

        var result = await Forms(world).ExecuteAsync(new PrintConsentForms.Request { JobEventId = world.JobEvent.Id, Participants = [somali.Id, arabic.Id] }, file);

        Assert.Equal((2, 4, $"einwilligungen-{world.JobEvent.Key}.pdf"), (result.Value!.Forms, result.Value.Sheets, result.Value.FileName));
        var pages = PrintWorld.PagesOf(file.ToArray());
        Assert.Contains("Amina Aalim", pages[0], StringComparison.Ordinal);
        Assert.Contains("2026-11 · ar", pages[0], StringComparison.Ordinal);
        Assert.Contains("Amina Warsame", pages[2], StringComparison.Ordinal);
        Assert.Contains("2026-11 · en", pages[2], StringComparison.Ordinal);
        await using var db = world.Database.CreateDbContext();
        Assert.False(await db.Consents.AnyAsync());
        Assert.Equal(2, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.Printed));
        Assert.Equal(2, (await db.PrintRuns.Include(run => run.Items).SingleAsync()).Items.Count);
    }

    [Theory]
    [MemberData(nameof(RolesWithoutCases))]
    public async Task NamedPapers_AreForCaseManagersAlone(Role role)
    {
        await using var world = await PrintWorld.CreateAsync();
        var person = await world.Database.ParticipantAsync(world.Organisation.Id);
        var user = TestUser.With(world.Organisation.Id, role);
        using var file = new MemoryStream();

        var form = await Forms(world, user).ExecuteAsync(new PrintConsentForms.Request { JobEventId = world.JobEvent.Id, Participants = [person.Id] }, file);
        var list = await new PrintReleaseList(world.Database, user, world.Clock, HarfBuzzPdfEngine.Shared).ExecuteAsync(world.JobEvent.Id, file);

        Assert.Equal(Errors.Forbidden, form.Error);
        Assert.Equal(Errors.Forbidden, list.Error);
        Assert.Equal(0, file.Length);
    }

    [Fact]
    public async Task ForeignPerson_IsNotFound()
    {
        await using var world = await PrintWorld.CreateAsync();
        var other = await world.Database.OrganisationAsync();
        var person = await world.Database.ParticipantAsync(other.Id);

        var result = await Forms(world).ExecuteAsync(new PrintConsentForms.Request { JobEventId = world.JobEvent.Id, Participants = [person.Id] }, Stream.Null);

        Assert.Equal(Errors.NotFound, result.Error);
    }

    [Fact]
    public async Task UnknownLanguageAndMissingRecipient_AreSaid()
    {
        await using var world = await PrintWorld.CreateAsync();
        var person = await world.Database.ParticipantAsync(world.Organisation.Id);
        var request = new PrintConsentForms.Request { JobEventId = world.JobEvent.Id, Participants = [person.Id] };

        var language = await Forms(world).ExecuteAsync(request with { Language = "xx" }, Stream.Null);
        var recipient = await Forms(world).ExecuteAsync(request with { Purposes = [ConsentPurpose.NameToEmployer] }, Stream.Null);

        Assert.Equal("Documents_LanguageUnknown", language.Error?.Code);
        Assert.Equal(DocumentErrors.RecipientMissing, recipient.Error);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ReleaseList_ShowsNamesAndWhoHasWhichCopyAndSaysItStaysInside(DatabaseProvider provider)
    {
        await using var world = await PrintWorld.CreateAsync(provider);
        await world.ReleasedAsync(person: person => person.FamilyName = "Haddad");
        var locked = await world.ReleasedAsync("Küchenhilfe", "29", person: person => person.FamilyName = "Zaher");
        var employer = await world.EmployerAsync("Baubetrieb Nord GmbH");
        await world.PrintAsync(world.All(ProfileLayout.Folder) with { EmployerId = employer.Id });
        await using (var db = world.Database.CreateDbContext())
        {
            await db.ProfileReleases.Where(release => release.Id == locked.Id).ExecuteUpdateAsync(set => set
                .SetProperty(release => release.State, ProfileState.Locked).SetProperty(release => release.LockedAt, Given.Start).SetProperty(release => release.Generation, 1));
        }

        using var file = new MemoryStream();
        var result = await new PrintReleaseList(world.Database, world.CaseManager, world.Clock, HarfBuzzPdfEngine.Shared)
            .ExecuteAsync(world.JobEvent.Id, file, System.Globalization.CultureInfo.GetCultureInfo("de-DE"));

        Assert.Equal(2, result.Value?.Releases);
        var text = PrintWorld.TextOf(file.ToArray());
        Assert.Contains("Nur für die eigene Stelle", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("Zurückzufordern: 1", StringComparison.Ordinal) < text.IndexOf("Zaher", StringComparison.Ordinal));
        Assert.True(text.IndexOf("Zaher", StringComparison.Ordinal) < text.IndexOf("Weitere Freigaben: 1", StringComparison.Ordinal));
        Assert.True(text.IndexOf("Weitere Freigaben: 1", StringComparison.Ordinal) < text.IndexOf("Haddad", StringComparison.Ordinal));
        Assert.Contains("1/1 · Baubetrieb Nord GmbH", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Centre_CountsWhatIsDueAndWhatIsMissing(DatabaseProvider provider)
    {
        await using var world = await PrintWorld.CreateAsync(provider);
        await world.ReleasedAsync();
        await world.PrintAsync(world.All());
        await world.ReleasedAsync("Küchenhilfe", "29");
        await world.Database.RegistrationAsync(await world.Database.ParticipantAsync(world.Organisation.Id), world.JobEvent);
        await world.EmployerAsync("Baubetrieb Nord GmbH");
        await world.EmployerAsync("Neu GmbH", vouched: false);
        var queries = new PrintRunQueries(world.Database, world.CaseManager, world.Clock);

        Assert.Equal(new PrintRunQueries.PrintCentre(2, 1, 1, 1, 1, 0), await queries.CentreAsync(world.JobEvent.Id));
        var run = Assert.Single(await queries.RunsAsync(world.JobEvent.Id));
        Assert.Equal((PrintProduct.Profiles, 1, 1, 1), (run.Product, run.Sheets, run.Copies, run.Outside));
        var stranger = TestUser.CaseManager((await world.Database.OrganisationAsync()).Id);
        Assert.Null(await new PrintRunQueries(world.Database, stranger, world.Clock).CentreAsync(world.JobEvent.Id));
        Assert.Empty(await new PrintRunQueries(world.Database, stranger, world.Clock).RunsAsync(world.JobEvent.Id));
        Assert.Empty(await new PrintRunQueries(world.Database, stranger, world.Clock).CopiesAsync(run.Id));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Returns_AreRecordedOnceByOwnerAndPrinterAlone(DatabaseProvider provider)
    {
        await using var world = await PrintWorld.CreateAsync(provider);
        await world.ReleasedAsync();
        var service = TestUser.With(world.Organisation.Id, Role.EmployerService);
        var printed = await world.PrintAsync(world.All(), service);
        var queries = new PrintRunQueries(world.Database, service, world.Clock);
        var copy = Assert.Single(await queries.CopiesAsync(printed.Result.Value!.Runs[0]));
        var stranger = TestUser.CaseManager((await world.Database.OrganisationAsync()).Id);

        Assert.Equal(Errors.NotFound, (await new RecordReturn(world.Database, stranger, world.Clock).ExecuteAsync([copy.Id])).Error);
        Assert.Equal(Errors.Forbidden, (await new RecordReturn(world.Database, TestUser.With(world.Organisation.Id, Role.Organiser), world.Clock).ExecuteAsync([copy.Id])).Error);
        Assert.True((await new RecordHandover(world.Database, world.CaseManager, world.Clock).ExecuteAsync([copy.Id], " Gasthof am Markt ")).Done);
        Assert.Equal(1, (await new RecordReturn(world.Database, world.CaseManager, world.Clock).ExecuteAsync([copy.Id])).Value);
        Assert.Equal(0, (await new RecordReturn(world.Database, world.CaseManager, world.Clock).ExecuteAsync([copy.Id])).Value);
        var after = Assert.Single(await queries.CopiesAsync(printed.Result.Value.Runs[0]));
        Assert.Equal(("Gasthof am Markt", Given.Start), (after.HandedTo, after.ReturnedAt));
    }

    private static PrintConsentForms Forms(PrintWorld world, ICurrentUser? user = null) =>
        new(world.Database, user ?? world.CaseManager, world.Clock, world.Codes, HarfBuzzPdfEngine.Shared);
}
