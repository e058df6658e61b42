using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Merging;
using Integration.Participants;
using Integration.Privacy;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Merging;

public sealed class MergeParticipantsTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesWithoutEditing => new(TestUser.RolesWithout(Permission.EditParticipants));

    [Theory, MemberData(nameof(Providers))]
    public async Task TwoRecords_BecomeOneWithTheHistoryOfBoth(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var (first, second) = (await database.JobEventAsync(organisation.Id), await database.JobEventAsync(organisation.Id));
        var keep = await database.ParticipantAsync(organisation.Id, p => (p.Phone, p.Town) = ("", "Meppen"));
        var other = await database.ParticipantAsync(organisation.Id, p => (p.Phone, p.Town) = ("0176 1234567", "Haren (Ems)"));
        await database.RegistrationAsync(keep, first);
        await database.RegistrationAsync(other, first);
        await database.RegistrationAsync(other, second);
        await database.SaveAsync(new Consent
        {
            ParticipantId = other.Id, OrganisationId = organisation.Id, Purpose = ConsentPurpose.Photo, GivenOn = new(2027, 1, 1), ValidUntil = new(2027, 9, 1),
        });
        var user = TestUser.CaseManager(organisation.Id);

        var result = await new MergeParticipants(database, user, TimeProvider.System)
            .ExecuteAsync(keep.Id, other.Id, new HashSet<string> { nameof(Participant.FamilyName) }, CancellationToken.None);

        Assert.True(result.Done);
        await using var db = database.CreateDbContext();
        var merged = Assert.Single(await db.Participants.VisibleTo(user).ToListAsync());
        Assert.Equal((keep.Id, other.FamilyName, "0176 1234567", "Meppen"), (merged.Id, merged.FamilyName, merged.Phone, merged.Town));
        Assert.Equal(2, await db.Registrations.CountAsync(r => r.ParticipantId == keep.Id));
        Assert.Equal(keep.Id, (await db.Consents.SingleAsync()).ParticipantId);
        Assert.Equal(keep.Id, (await new ParticipantQueries(database, user, TimeProvider.System).OpenAsync(other.Id, CancellationToken.None)).Value!.Id);
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Act == AuditAct.Merged));
    }

    [Fact]
    public async Task ForeignRecord_IsNotFound()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (own, foreign) = (await database.OrganisationAsync(), await database.OrganisationAsync());
        var keep = await database.ParticipantAsync(own.Id);
        var other = await database.ParticipantAsync(foreign.Id);
        var result = await new MergeParticipants(database, TestUser.CaseManager(own.Id), TimeProvider.System)
            .ExecuteAsync(keep.Id, other.Id, new HashSet<string>(), CancellationToken.None);
        Assert.Equal(Errors.NotFound, result.Error);
    }

    [Theory, MemberData(nameof(RolesWithoutEditing))]
    public async Task RoleWithoutTheRight_IsRefused(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        var result = await new MergeParticipants(database, TestUser.With(organisation.Id, role), TimeProvider.System)
            .ExecuteAsync(ParticipantId.New(), ParticipantId.New(), new HashSet<string>(), CancellationToken.None);
        Assert.Equal(Errors.Forbidden, result.Error);
    }

    [Fact]
    public void EveryPropertyOfARecord_IsMergedOrBelongsToTheRecordItself()
    {
        string[] own = ["Id", "OrganisationId", "Version", "SortName", "RegisteredAt", "ChangedAt", "MergedIntoId", "FullName"];
        Assert.Equal(typeof(Participant).GetProperties().Select(p => p.Name).Except(own).Order(), MergeFields.All.Select(p => p.Name).Order());
    }
}
