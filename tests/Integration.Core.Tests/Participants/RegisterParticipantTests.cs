using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Participants;
using Integration.Privacy;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Participants;

public sealed class RegisterParticipantTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Given.Start));

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesWithoutEditing => new(TestUser.RolesWithout(Permission.EditParticipants));

    [Theory, MemberData(nameof(Providers))]
    public async Task NewPerson_IsRegisteredAndNotedInTheAuditTrail(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var user = TestUser.CaseManager(organisation.Id);

        var result = await Register(database, user, new() { FamilyName = " Öztürk ", GivenName = "Elif", BornOn = new(2003, 12, 23) });

        Assert.True(result.Done);
        await using var db = database.CreateDbContext();
        var person = await db.Participants.SingleAsync();
        Assert.Equal(("Öztürk", organisation.Id, user.Id), (person.FamilyName, person.OrganisationId, person.OwnerId!.Value));
        var entry = await db.AuditEntries.SingleAsync();
        Assert.Equal((AuditAct.Created, person.Id.Value), (entry.Act, entry.SubjectId!.Value));
    }

    [Theory]
    [InlineData("Öztürk", "Elif")]
    [InlineData("OEZTÜRK", "elif")]
    [InlineData("Elif", "Öztürk")]
    public async Task SameNameAndBirthDate_IsRefusedEvenWhenConfirmed(string family, string given)
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        await database.ParticipantAsync(organisation.Id, p => (p.FamilyName, p.GivenName, p.BornOn) = ("Oeztuerk", "Elif", new(2003, 12, 23)));

        var result = await Register(database, TestUser.CaseManager(organisation.Id), new()
        {
            FamilyName = family, GivenName = given, BornOn = new(2003, 12, 23), AnotherPerson = true,
        });

        Assert.Equal("Participant_Duplicate", result.Error?.Code);
    }

    [Fact]
    public async Task SimilarPerson_IsRefusedUntilConfirmed()
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        await database.ParticipantAsync(organisation.Id, p => (p.FamilyName, p.GivenName, p.BornOn) = ("Schewtschenko", "Andrij", new(2001, 1, 16)));
        var user = TestUser.CaseManager(organisation.Id);
        var form = new RegisterParticipant.Form { FamilyName = "Shevchenko", GivenName = "Andrij", BornOn = new(2001, 1, 16) };

        Assert.Equal("Participant_Similar", (await Register(database, user, form)).Error?.Code);
        form.AnotherPerson = true;
        Assert.True((await Register(database, user, form)).Done);
    }

    [Fact]
    public async Task PersonOfAnotherOrganisation_IsNoDuplicateAndNotSeen()
    {
        await using var database = await TestDatabase.CreateAsync();
        var other = await database.OrganisationAsync();
        var organisation = await database.OrganisationAsync();
        await database.ParticipantAsync(other.Id, p => (p.FamilyName, p.GivenName, p.BornOn) = ("Demir", "Rojîn", new(1999, 9, 9)));

        var result = await Register(database, TestUser.CaseManager(organisation.Id), new() { FamilyName = "Demir", GivenName = "Rojîn", BornOn = new(1999, 9, 9) });

        Assert.True(result.Done);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2020-01-01")]
    [InlineData("1900-01-01")]
    public async Task MissingOrImpossibleBirthDate_IsRefused(string? born)
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        var result = await Register(database, TestUser.CaseManager(organisation.Id), new()
        {
            FamilyName = "Ali", BornOn = born is null ? null : DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture),
        });
        Assert.Equal(nameof(Participant.BornOn), result.Error?.Field);
    }

    [Theory, MemberData(nameof(RolesWithoutEditing))]
    public async Task RoleWithoutTheRight_IsRefused(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        var result = await Register(database, TestUser.With(organisation.Id, role), new() { FamilyName = "Ali", BornOn = new(1990, 1, 1) });
        Assert.Equal(Errors.Forbidden, result.Error);
    }

    private Task<Result<ParticipantId>> Register(TestDatabase database, ICurrentUser user, RegisterParticipant.Form form) =>
        new RegisterParticipant(database, user, _clock).ExecuteAsync(form, CancellationToken.None);
}
