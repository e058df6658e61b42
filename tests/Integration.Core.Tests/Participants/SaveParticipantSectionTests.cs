using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Participants;
using Integration.Privacy;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Participants;

public sealed class SaveParticipantSectionTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Given.Start));

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Section_IsSavedWithItsOwnFieldsAndNoted(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var person = await database.ParticipantAsync(organisation.Id, p => p.FirstLanguage = "tir");

        var saved = await SaveAsync(database, TestUser.CaseManager(organisation.Id), person, section => section.Town = " Meppen ");

        var now = await ReadAsync(database, person);
        Assert.Equal(("Meppen", "tir", saved.Value!.Version), (now.Town, now.FirstLanguage, now.Version));
        await using var db = database.CreateDbContext();
        Assert.Equal(AuditAct.Changed, (await db.AuditEntries.SingleAsync()).Act);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task SomebodyElsesSaveMeanwhile_IsNotOverwritten(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var person = await database.ParticipantAsync(organisation.Id);
        Assert.True((await SaveAsync(database, TestUser.CaseManager(organisation.Id), person, section => section.Town = "Meppen")).Done);

        var second = await SaveAsync(database, TestUser.CaseManager(organisation.Id), person, section => section.Town = "Lingen");

        Assert.Equal(Errors.Conflict, second.Error);
        Assert.Equal("Meppen", (await ReadAsync(database, person)).Town);
    }

    [Fact]
    public async Task ForeignPerson_IsNotFound()
    {
        await using var database = await TestDatabase.CreateAsync();
        var person = await database.ParticipantAsync((await database.OrganisationAsync()).Id);
        var stranger = TestUser.CaseManager((await database.OrganisationAsync()).Id);

        Assert.Equal(Errors.NotFound, (await SaveAsync(database, stranger, person, section => section.Town = "Lingen")).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Owner_IsAColleagueWithAccess(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var colleague = await database.UserAsync(organisation.Id, Role.CaseManager);
        var stranger = await database.UserAsync((await database.OrganisationAsync()).Id, Role.CaseManager);
        var person = await database.ParticipantAsync(organisation.Id, p => p.OwnerName = "Frau Vorgängerin");
        var user = TestUser.CaseManager(organisation.Id);

        Assert.Equal(ParticipantErrors.OwnerUnknown, (await SaveAsync(database, user, person, section => section.OwnerId = stranger.Id.ToString())).Error);
        Assert.Equal("Frau Vorgängerin", (await ReadAsync(database, person)).OwnerName);

        Assert.True((await SaveAsync(database, user, person, section => section.OwnerId = colleague.Id.ToString())).Done);
        var given = await ReadAsync(database, person);
        Assert.Equal((colleague.UserId, ""), (given.OwnerId!.Value, given.OwnerName));
    }

    // The form is read from the record as the test knows it, so that a second save with the same record is one that comes too late.
    private Task<Result<Saved>> SaveAsync(TestDatabase database, ICurrentUser user, Participant person, Action<PersonSection> change)
    {
        var section = PersonSection.Of(person);
        change(section);
        return new SaveParticipantSection(database, user, _clock, new CodeCatalogSource(database, _clock))
            .ExecuteAsync(person.Id, person.Version, section, CancellationToken.None);
    }

    private static async Task<Participant> ReadAsync(TestDatabase database, Participant person)
    {
        await using var db = database.CreateDbContext();
        return await db.Participants.AsNoTracking().SingleAsync(p => p.Id == person.Id);
    }
}
