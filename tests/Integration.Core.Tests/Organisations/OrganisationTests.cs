using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Organisations;
using Integration.Privacy;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Organisations;

public sealed class OrganisationTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesWithoutEditing => new(TestUser.RolesWithout(Permission.EditOrganisations));

    public static TheoryData<Role> RolesWithoutViewing => new(TestUser.RolesWithout(Permission.ViewOrganisations));

    [Theory, MemberData(nameof(Providers))]
    public async Task NewOrganisation_IsSavedWithItsSitesAndHasAnAuditChain(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var admin = TestUser.With((await database.OrganisationAsync()).Id, Role.Administrator);
        var form = Form("musterwerk", "Musterwerk GmbH");
        form.Sites.Add(new SaveOrganisation.SiteForm { Name = "Werk Haren", Town = "Haren (Ems)", PostalCode = "49733", Street = "Emsstraße 1" });

        var saved = await SaveAsync(database, admin, form);
        Assert.True(saved.Done, saved.Error?.Code);

        var record = (await QueriesOf(database, admin).FindAsync(saved.Value, CancellationToken.None)).Value!;
        Assert.Equal((true, false, "Musterwerk GmbH"), (record.MayEdit, record.HasUsers, record.Form.Name));
        Assert.Equal("Emsstraße 1", Assert.Single(record.Form.Sites).Street);
        await using var db = database.CreateDbContext();
        Assert.True(await db.AuditHeads.AnyAsync(head => head.OrganisationId == saved.Value));
        var note = await db.AuditEntries.SingleAsync();
        Assert.Equal((AuditAct.Created, admin.OrganisationId, saved.Value.Value), (note.Act, note.OrganisationId, note.SubjectId));
        Assert.Equal(OrganisationErrors.KeyTaken, (await SaveAsync(database, admin, Form("musterwerk", "Noch eines"))).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ChangedRecord_IsSavedOnceFromTheVersionThatWasRead(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var own = await database.OrganisationAsync(o => o.Sites.Add(new Site { OrganisationId = o.Id, Name = "Alt", Town = "Meppen" }));
        var admin = TestUser.With(own.Id, Role.Administrator);
        var first = (await QueriesOf(database, admin).FindAsync(own.Id, CancellationToken.None)).Value!.Form;
        var second = (await QueriesOf(database, admin).FindAsync(own.Id, CancellationToken.None)).Value!.Form;

        (first.RequiresSecondCheck, first.Kind) = (true, OrganisationKind.District);
        first.Sites[0].Name = "Hauptstelle";
        first.Sites.Add(new SaveOrganisation.SiteForm { Name = "Neu", Town = "Lingen (Ems)" });
        Assert.True((await SaveAsync(database, admin, first)).Done);
        second.Name = "Überschrieben";
        Assert.Equal(Errors.Conflict, (await SaveAsync(database, admin, second)).Error);

        var now = (await QueriesOf(database, admin).FindAsync(own.Id, CancellationToken.None)).Value!.Form;
        Assert.Equal((own.Name, true, OrganisationKind.District), (now.Name, now.RequiresSecondCheck, now.Kind));
        Assert.Equal(["Hauptstelle", "Neu"], now.Sites.Select(site => site.Name));
        Assert.NotEqual(first.Version, now.Version);

        // A site alone is a change of the record too.
        var third = (await QueriesOf(database, admin).FindAsync(own.Id, CancellationToken.None)).Value!.Form;
        now.Sites.RemoveAt(0);
        Assert.True((await SaveAsync(database, admin, now)).Done);
        Assert.Equal(Errors.Conflict, (await SaveAsync(database, admin, third)).Error);
        Assert.Equal("Neu", Assert.Single((await QueriesOf(database, admin).FindAsync(own.Id, CancellationToken.None)).Value!.Form.Sites).Name);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task OrganisationWithUsers_IsItsOwnAffair(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var admin = TestUser.With((await database.OrganisationAsync()).Id, Role.Administrator);
        var other = await database.OrganisationAsync();
        await database.UserAsync(other.Id, Role.Administrator);

        var record = (await QueriesOf(database, admin).FindAsync(other.Id, CancellationToken.None)).Value!;
        Assert.Equal((false, true), (record.MayEdit, record.HasUsers));
        record.Form.Name = "Übernommen";
        Assert.Equal(Errors.NotFound, (await SaveAsync(database, admin, record.Form)).Error);
        await using var db = database.CreateDbContext();
        Assert.Equal(other.Name, (await db.Organisations.SingleAsync(o => o.Id == other.Id)).Name);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task List_IsNarrowedByNameAndKind_AndSaysWhichIsOwn(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var own = await database.OrganisationAsync(o => (o.Name, o.Key) = ("Jobcenter Emsland", "jc-emsland"));
        await database.OrganisationAsync(o => (o.Name, o.Key, o.Kind, o.Active) = ("Altwerk", "altwerk", OrganisationKind.Employer, false));
        await database.OrganisationAsync(o => (o.Name, o.Key, o.Kind) = ("Neuwerk", "neuwerk", OrganisationKind.Employer));
        var queries = QueriesOf(database, TestUser.CaseManager(own.Id));

        Assert.Equal(["Jobcenter Emsland", "Neuwerk", "Altwerk"], (await queries.ListAsync("", null, CancellationToken.None)).Select(row => row.Name));
        Assert.Equal(["Neuwerk", "Altwerk"], (await queries.ListAsync("WERK", OrganisationKind.Employer, CancellationToken.None)).Select(row => row.Name));
        Assert.True(Assert.Single(await queries.ListAsync("emsland", null, CancellationToken.None)).Own);
    }

    [Theory]
    [InlineData("Muster Werk", "Werk", "", "", "Organisation_KeyInvalid")]
    [InlineData("werk", " ", "", "", "Required")]
    [InlineData("werk", "Werk", "E1", "", "Organisation_RegionKeyInvalid")]
    [InlineData("werk", "Werk", "EMSL", "", "Organisation_RegionKeyInvalid")]
    [InlineData("werk", "Werk", "EL", "ohne Klammeraffe", "Organisation_EmailInvalid")]
    public async Task WrongValue_IsRefusedWithItsReason(string key, string name, string region, string email, string code)
    {
        await using var database = await TestDatabase.CreateAsync();
        var admin = TestUser.With((await database.OrganisationAsync()).Id, Role.Administrator);
        var form = Form(key, name);
        (form.RegionKey, form.ContactEmail) = (region, email);
        Assert.Equal(code, (await SaveAsync(database, admin, form)).Error?.Code);
    }

    [Fact]
    public async Task SiteWithoutName_IsRefusedAtItsField()
    {
        await using var database = await TestDatabase.CreateAsync();
        var admin = TestUser.With((await database.OrganisationAsync()).Id, Role.Administrator);
        var form = Form("werk", "Werk");
        form.Sites.AddRange([new SaveOrganisation.SiteForm { Name = "A" }, new SaveOrganisation.SiteForm { Town = "Twist" }]);
        Assert.Equal(Errors.Required("Sites[1].Name"), (await SaveAsync(database, admin, form)).Error);
        form.Sites[1].Name = new string('x', 201);
        Assert.Equal("Sites[1].Name", (await SaveAsync(database, admin, form)).Error?.Field);
    }

    [Theory, MemberData(nameof(RolesWithoutEditing))]
    public async Task RoleWithoutTheRight_ChangesNothing(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var own = await database.OrganisationAsync();
        Assert.Equal(Errors.Forbidden, (await SaveAsync(database, TestUser.With(own.Id, role), Form("werk", "Werk"))).Error);
    }

    [Theory, MemberData(nameof(RolesWithoutViewing))]
    public async Task RoleWithoutTheRight_SeesTheOwnOrganisationAlone(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var own = await database.OrganisationAsync();
        var other = await database.OrganisationAsync();
        var queries = QueriesOf(database, TestUser.With(own.Id, role));

        Assert.Equal(own.Id, Assert.Single(await queries.ListAsync("", null, CancellationToken.None)).Id);
        Assert.Equal(Errors.NotFound, (await queries.FindAsync(other.Id, CancellationToken.None)).Error);
    }

    private static SaveOrganisation.Form Form(string key, string name) => new() { Key = key, Name = name, Kind = OrganisationKind.Employer };

    private static OrganisationQueries QueriesOf(TestDatabase database, ICurrentUser user) => new(database, user);

    private static Task<Result<OrganisationId>> SaveAsync(TestDatabase database, ICurrentUser user, SaveOrganisation.Form form) =>
        new SaveOrganisation(database, user, TimeProvider.System).ExecuteAsync(form, CancellationToken.None);
}
