using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Employers;
using Integration.Events;
using Integration.Organisations;
using Integration.Privacy;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Employers;

public sealed class EmployerFileTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory]
    [InlineData("09912342", true)]
    [InlineData("09912347", true)]
    [InlineData("66667777", true)]
    [InlineData("90209055", true)]
    [InlineData("76641777", true)]
    [InlineData("09912343", false)]
    [InlineData("09912432", false)]
    [InlineData("0991234", false)]
    [InlineData("099123422", false)]
    [InlineData("0991234a", false)]
    [InlineData("٠٩٩١٢٣٤٢", false)]
    [InlineData("", false)]
    public void EstablishmentNumber_IsToldByItsCheckDigit(string number, bool valid) => Assert.Equal(valid, EstablishmentNumber.IsValid(number));

    [Theory, MemberData(nameof(Providers))]
    public async Task FirstFile_IsKeptByWhoWritesIt_AndNoted(DatabaseProvider provider)
    {
        await using var world = await EmployerWorld.CreateAsync(provider);
        Assert.Null((await world.SaveFileAsync(world.FileForm())).Error);

        var file = await world.FileAsync();
        Assert.Equal((world.Organisation.Id, "C", "WZ2008", "09912342"), (file.KeeperId!.Value, file.Industry, file.IndustryVersion, file.EstablishmentNumber));
        Assert.Equal("Imke Deters", Assert.Single(file.Contacts).Name);
        await using var db = world.Database.CreateDbContext();
        var note = Assert.Single(await db.AuditEntries.Where(entry => entry.SubjectKind == nameof(EmployerFile)).ToListAsync());
        Assert.Equal((AuditAct.Created, world.Company.Id.Value), (note.Act, note.SubjectId!.Value));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task OlderForm_IsAConflict(DatabaseProvider provider)
    {
        await using var world = await EmployerWorld.CreateAsync(provider);
        await world.SaveFileAsync(world.FileForm());
        Assert.Equal(Errors.Conflict, (await world.SaveFileAsync(world.FileForm())).Error);

        var form = SaveEmployerFile.Form.Of(world.Company.Id, await world.FileAsync());
        form.Buddy = true;
        Assert.True((await world.SaveFileAsync(form)).Done);
        Assert.Equal(Errors.Conflict, (await world.SaveFileAsync(form)).Error);
        Assert.True((await world.FileAsync()).Buddy);
    }

    [Fact]
    public async Task Contact_WritesTheOwnCompanyAlone_AndKeepsNone()
    {
        await using var world = await EmployerWorld.CreateAsync();
        var other = await EmployerWorld.CompanyAsync(world.Database);
        Assert.True((await world.SaveFileAsync(world.FileForm(), world.Contact)).Done);
        Assert.Null((await world.FileAsync()).KeeperId);
        Assert.Equal(Errors.NotFound, (await world.SaveFileAsync(world.FileForm(other.Id), world.Contact)).Error);
        Assert.Equal(Errors.NotFound, (await world.SaveOfferAsync(world.OfferForm(other.Id), world.Contact)).Error);
        Assert.Equal(Errors.NotFound, (await new EmployerQueries(world.Database, world.Contact).OpenAsync(other.Id, default)).Error);
        Assert.Equal(world.Company.Id, Assert.Single(await new EmployerQueries(world.Database, world.Contact).ListAsync(new(), default)).Id);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task AnotherService_WritesOnlyWhereItsOrganisationTakesPart(DatabaseProvider provider)
    {
        await using var world = await EmployerWorld.CreateAsync(provider);
        var foreign = TestUser.With((await world.Database.OrganisationAsync()).Id, Role.EmployerService);
        await world.SaveFileAsync(world.FileForm());
        var offer = (await world.SaveOfferAsync(world.OfferForm())).Value;
        var form = SaveEmployerFile.Form.Of(world.Company.Id, await world.FileAsync());

        Assert.Equal(Errors.NotFound, (await world.SaveFileAsync(form, foreign)).Error);
        Assert.Equal(Errors.NotFound, (await world.SaveOfferAsync(world.OfferForm(), foreign)).Error);
        Assert.Equal(Errors.NotFound, (await world.StepAsync(offer, OfferState.Filled, foreign)).Error);
        Assert.Equal(Errors.NotFound, (await world.CopyAsync(null, world.Event.Id, foreign)).Error);
        Assert.False((await new EmployerQueries(world.Database, foreign).OpenAsync(world.Company.Id, default)).Value!.MayEdit);

        await world.Database.SaveAsync(new JobEventHost { JobEventId = world.Event.Id, OrganisationId = foreign.OrganisationId });
        Assert.True((await world.SaveFileAsync(form, foreign)).Done);
        Assert.Equal(world.Organisation.Id, (await world.FileAsync()).KeeperId);
        Assert.True((await new EmployerQueries(world.Database, foreign).OpenAsync(world.Company.Id, default)).Value!.MayEdit);
    }

    [Fact]
    public async Task EveryOtherRole_IsRefused()
    {
        await using var world = await EmployerWorld.CreateAsync();
        var roles = TestUser.RolesWithout(Permission.EditOffers).ToList();
        Assert.NotEmpty(roles);
        foreach (var user in roles.Select(role => TestUser.With(world.Organisation.Id, role)))
        {
            Assert.Equal(Errors.Forbidden, (await world.SaveFileAsync(world.FileForm(), user)).Error);
            Assert.Equal(Errors.Forbidden, (await world.SaveOfferAsync(world.OfferForm(), user)).Error);
            Assert.Equal(Errors.Forbidden, (await world.StepAsync(JobOfferId.New(), OfferState.Filled, user)).Error);
            Assert.Equal(Errors.Forbidden, (await world.CopyAsync(null, world.Event.Id, user)).Error);
        }

        foreach (var role in TestUser.RolesWithout(Permission.ViewEmployers).Where(role => role != Role.EmployerContact))
        {
            Assert.Empty(await new EmployerQueries(world.Database, TestUser.With(world.Organisation.Id, role)).ListAsync(new(), default));
        }
    }

    [Fact]
    public async Task WrongFields_AreNamed()
    {
        await using var world = await EmployerWorld.CreateAsync();
        await Refused(form => form.EstablishmentNumber = "09912343", EmployerErrors.EstablishmentNumber);
        await Refused(form => form.Industry = "XX", EmployerErrors.UnknownCode("Industry"));
        await Refused(form => form.TeamLanguages = ["klingon"], EmployerErrors.UnknownCode("TeamLanguages"));
        await Refused(form => form.Contacts[0].Email = "keine", EmployerErrors.Email(0));
        await Refused(form => form.Contacts[0].Name = " ", Errors.Required("Contacts[0].Name"));
        await Refused(form => form.Contacts = [.. Enumerable.Range(0, 11).Select(_ => new ContactPerson { Name = "A" })], EmployerErrors.TooManyContacts);
        var jobcenter = world.FileForm(world.Organisation.Id);
        Assert.Equal(Errors.NotFound, (await world.SaveFileAsync(jobcenter)).Error);

        async Task Refused(Action<SaveEmployerFile.Form> change, Error expected)
        {
            var form = world.FileForm();
            change(form);
            var error = (await world.SaveFileAsync(form)).Error;
            Assert.Equal((expected.Code, expected.Field), (error?.Code, error?.Field));
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task List_IsNarrowedByWhatTheFileSays(DatabaseProvider provider)
    {
        await using var world = await EmployerWorld.CreateAsync(provider);
        await world.SaveFileAsync(world.FileForm());
        await world.SaveOfferAsync(world.OfferForm());
        var agency = await EmployerWorld.CompanyAsync(world.Database, OrganisationKind.TemporaryWorkAgency);
        var queries = new EmployerQueries(world.Database, TestUser.CaseManager(world.Organisation.Id));

        var all = await queries.ListAsync(new(), default);
        Assert.Equal(2, all.Count);
        Assert.True(all.Single(row => row.Id == agency.Id).TemporaryWork);
        EmployerFilter[] found = [new() { Text = "haren", Beginners = true }, new() { German = LanguageLevel.A2 }, new() { German = LanguageLevel.B1 }, new() { Industry = "C" }, new() { WithOffers = true }];
        foreach (var filter in found)
        {
            var row = Assert.Single(await queries.ListAsync(filter, default));
            Assert.Equal((world.Company.Id, 1, 3), (row.Id, row.Offers, row.Places));
        }

        Assert.Empty(await queries.ListAsync(new() { German = LanguageLevel.A1 }, default));
        Assert.Empty(await queries.ListAsync(new() { Industry = "F" }, default));
        Assert.Empty(await queries.ListAsync(new() { Text = "Osnabrück" }, default));
    }
}
