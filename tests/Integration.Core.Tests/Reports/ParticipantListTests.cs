using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Participants;
using Integration.Reports;
using Integration.Testing;

namespace Integration.Core.Tests.Reports;

public sealed class ParticipantListTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesWithoutViewing => new(TestUser.RolesWithout(Permission.ViewParticipants));

    [Theory, MemberData(nameof(Providers))]
    public async Task Search_FindsAcrossScriptsSpellingsAndBeginnings(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        foreach (var name in new[] { "Schewtschenko", "Shevchenko", "Шевченко", "Bondarenko" })
        {
            await database.ParticipantAsync(organisation.Id, p => p.FamilyName = name);
        }

        foreach (var typed in new[] { "Schewtschenko", "shevchenko", "ШЕВЧЕНКО" })
        {
            Assert.Equal(3, (await List(database, organisation.Id, new() { Text = typed })).Total);
        }

        Assert.Equal("Bondarenko", Assert.Single((await List(database, organisation.Id, new() { Text = "bond" })).Rows).FamilyName);
        Assert.Equal(0, (await List(database, organisation.Id, new() { Text = "Bondarenko Peter" })).Total);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task EveryFilter_Narrows(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id);
        var wanted = await database.ParticipantAsync(organisation.Id, p =>
        {
            p.SpokenGerman = LanguageLevel.B1;
            p.Wishes = [new OccupationWish { OccupationGroup = "24", Wording = "Schweißer/in" }];
            p.WorkForms = ["EQ"];
            p.Licences = [new DrivingLicence { Class = "B", Status = "DE_EU" }];
            p.FirstLanguage = "ukr";
            p.OwnerId = UserId.New();
        });
        await database.RegistrationAsync(wanted, jobEvent);
        await database.ParticipantAsync(organisation.Id);
        ParticipantFilter[] filters =
        [
            new() { GermanAtLeast = LanguageLevel.B1 }, new() { OccupationGroup = "24" }, new() { WorkForm = "EQ" }, new() { Licence = "B" },
            new() { Language = "ukr" }, new() { Owner = wanted.OwnerId }, new() { RegisteredFor = jobEvent.Id },
            new() { RegisteredFor = jobEvent.Id, Gap = ProfileGap.NoProfile }, new() { RegisteredFor = jobEvent.Id, Gap = ProfileGap.NoConsent },
        ];
        foreach (var filter in filters)
        {
            Assert.Equal(wanted.Id, Assert.Single((await List(database, organisation.Id, filter)).Rows).Id);
        }

        Assert.Equal(0, (await List(database, organisation.Id, new() { Gap = ProfileGap.NotChecked })).Total);
        Assert.Equal(0, (await List(database, organisation.Id, new() { Gap = ProfileGap.NotReleased })).Total);
    }

    [Theory, MemberData(nameof(RolesWithoutViewing))]
    public async Task RoleWithoutTheRight_SeesNobody(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        await database.ParticipantAsync(organisation.Id);
        var queries = new ParticipantListQueries(database, TestUser.With(organisation.Id, role), TimeProvider.System);
        Assert.Equal(0, await queries.CountAsync(new(), CancellationToken.None));
    }

    [Fact]
    public async Task ForeignOrganisation_SeesNobody()
    {
        await using var database = await TestDatabase.CreateAsync();
        var owner = await database.OrganisationAsync();
        var other = await database.OrganisationAsync();
        var person = await database.ParticipantAsync(owner.Id);
        var foreign = TestUser.CaseManager(other.Id);
        Assert.Equal(0, (await List(database, other.Id, new())).Total);
        Assert.Equal(Errors.NotFound, (await new ParticipantQueries(database, foreign, TimeProvider.System).OpenAsync(person.Id, CancellationToken.None)).Error);
    }

    private static Task<Page<ParticipantRow>> List(TestDatabase database, OrganisationId organisation, ParticipantFilter filter) =>
        new ParticipantListQueries(database, TestUser.CaseManager(organisation), TimeProvider.System)
            .ListAsync(filter, ParticipantOrder.Name, 0, 50, CancellationToken.None);
}
