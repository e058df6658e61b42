using Integration.Common;
using Integration.Core.Tests.Profiles;
using Integration.Data;
using Integration.Documents;
using Integration.Events;
using Integration.Merging;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Merging;

/// <summary>Merging two records that both have a short profile.</summary>
public sealed class MergeProfilesTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task ConsentToTheOtherText_DoesNotHoldForTheOneThatStays(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var keep = await world.GuestAsync();
        await world.SaveAsync(keep.Id, Sample.Content);
        await world.CheckAsync(keep.Id);
        var other = await world.GuestAsync();
        var consent = await world.ReadyAsync(other.Id);
        Assert.Equal((await world.ProfileAsync(keep.Id)).Revision, (await world.ProfileAsync(other.Id)).Revision);

        await MergeAsync(world, keep, other);

        Assert.Equal(ProfileErrors.NoConsent, (await world.ReleaseAsync(keep.Id)).Error);
        var row = Assert.Single((await new EventProfileQueries(world.Database, world.User, world.Clock).ListAsync(world.Event.Id, default)).Value!);
        Assert.Equal((keep.Id, ProfileStanding.Checked), (row.ParticipantId, row.Standing));
        await using var db = world.Database.CreateDbContext();
        var ended = await db.Consents.SingleAsync(c => c.Id == consent);
        Assert.Equal((keep.Id, world.User.Id), (ended.ParticipantId, ended.WithdrawnBy));
        Assert.NotNull(ended.WithdrawnAt);
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.ConsentWithdrawn));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task OwnReleaseAndOtherPurposes_StayInForce(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var (keep, _, own) = await world.ReleasedAsync();
        var (other, _, _) = await world.ReleasedAsync();
        var form = world.ConsentForm(other.Id, null);
        (form.Purpose, form.JobEventId) = (ConsentPurpose.FollowUp, null);
        var followUp = (await world.ConsentAsync(form)).Value;

        await MergeAsync(world, keep, other);

        Assert.Equal(own.Id, Assert.Single(await world.InForceAsync()).Id);
        await using var db = world.Database.CreateDbContext();
        Assert.Null((await db.Consents.SingleAsync(c => c.Id == followUp)).WithdrawnAt);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WithdrawalOnTheOther_LocksTheReleaseOfTheOneThatStays(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var (keep, _, own) = await world.ReleasedAsync();
        var (other, refused, _) = await world.ReleasedAsync();
        var second = await world.Database.JobEventAsync(world.Organisation.Id);
        await world.Database.RegistrationAsync(keep, second);
        await world.ConsentAsync(keep.Id, second.Id);
        var elsewhere = (await world.ReleaseAsync(keep.Id, second.Id)).Value!;
        await world.WithdrawAsync(refused);

        await MergeAsync(world, keep, other);

        Assert.Equal(elsewhere.Id, Assert.Single(await world.InForceAsync()).Id);
        Assert.Equal(ProfileErrors.NoConsent, (await world.ReleaseAsync(keep.Id)).Error);
        await using var db = world.Database.CreateDbContext();
        var locked = await db.ProfileReleases.SingleAsync(release => release.Id == own.Id);
        Assert.Equal((ProfileState.Locked, 1), (locked.State, locked.Generation));
        Assert.NotNull(locked.LockedAt);
        Assert.Equal(2, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.ProfileLocked));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WithdrawalOnTheOneThatStays_OutlivesTheMerge(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var (keep, refused, _) = await world.ReleasedAsync();
        var (other, _, _) = await world.ReleasedAsync();
        await world.WithdrawAsync(refused);

        await MergeAsync(world, keep, other);

        Assert.Empty(await world.InForceAsync());
        Assert.Equal(ProfileErrors.NoConsent, (await world.ReleaseAsync(keep.Id)).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task PrintedCopiesOfTheOther_StandOnTheRecallListOfTheOneThatStays(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var (keep, _, own) = await world.ReleasedAsync();
        var (other, _, gone) = await world.ReleasedAsync();
        var (last, _, _) = await world.ReleasedAsync();
        Assert.Equal(3, (await world.PrintAsync()).Count);

        await MergeAsync(world, keep, other);

        var recall = new RecallQueries(world.Database, world.User);
        var copy = Assert.Single((await recall.ForEventAsync(world.Event.Id, default)).Value!);
        Assert.Equal((gone.Id, keep.Id), (copy.ReleaseId, copy.ParticipantId));
        Assert.Equal(copy, Assert.Single((await recall.ForParticipantAsync(keep.Id, default)).Value!));
        Assert.Empty((await recall.ForParticipantAsync(last.Id, default)).Value!);
        Assert.Empty((await new RecallQueries(world.Database, TestUser.CaseManager(OrganisationId.New())).ForEventAsync(world.Event.Id, default)).Value!);

        await MergeAsync(world, last, keep);

        var both = (await recall.ForParticipantAsync(last.Id, default)).Value!;
        Assert.Equal(new[] { own.Id, gone.Id }.ToHashSet(), both.Select(one => one.ReleaseId).ToHashSet());
        Assert.All(both, one => Assert.Equal(last.Id, one.ParticipantId));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task BothRegistered_CountOnce(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var (keep, other) = (await world.GuestAsync(), await world.GuestAsync());
        await using (var db = world.Database.CreateDbContext())
        {
            (await db.Registrations.SingleAsync(r => r.ParticipantId == keep.Id)).State = RegistrationState.Declined;
            await db.SaveChangesAsync();
        }

        await MergeAsync(world, keep, other);

        var counts = await new EventProfileQueries(world.Database, world.User, world.Clock).CountAsync(world.Event.Id, default);
        Assert.Equal(1, counts.Value!.Coming);
        var row = Assert.Single(await new EventQueries(world.Database, world.User, world.Clock).RegisteredAsync(world.Event.Id, default));
        Assert.Equal((keep.Id, RegistrationState.Accepted), (row.ParticipantId, row.State));
        await using var after = world.Database.CreateDbContext();
        Assert.Equal(RegistrationState.Withdrawn, (await after.Registrations.SingleAsync(r => r.ParticipantId == other.Id)).State);
    }

    private static async Task MergeAsync(ProfileWorld world, Participant keep, Participant other) =>
        Assert.True((await new MergeParticipants(world.Database, world.User, world.Clock)
            .ExecuteAsync(keep.Id, other.Id, new HashSet<string>(), default)).Done);
}
