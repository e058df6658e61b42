using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Profiles;

public sealed class ReleaseTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Release_FreezesTheTextUnderANewChiffre(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var (person, _, release) = await world.ReleasedAsync();
        Assert.True(Chiffre.TryParse(release.Chiffre, out _));
        Assert.StartsWith("EL-27-", release.Chiffre, StringComparison.Ordinal);

        await world.SaveAsync(person.Id, Sample.Content with { Occupation = "Maurer/in" });

        var shown = Assert.Single((await new EmployerProfileQueries(world.Database, world.User, world.Clock).ForEventAsync(world.Event.Id, default)).Value!);
        Assert.Equal(("Fliesenleger/in", release.Chiffre, "Team Arbeitgeber"), (shown.Content.Occupation, shown.Chiffre, shown.Contact.Team));
        Assert.Equal(release.Chiffre, (await new EmployerProfileQueries(world.Database, world.User, world.Clock).FindAsync(release.Chiffre.ToLowerInvariant(), default)).Value!.Chiffre);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ReleaseOfANewText_ReplacesTheOldOne(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var (person, _, old) = await world.ReleasedAsync();
        Assert.Equal(ProfileErrors.AlreadyReleased, (await world.ReleaseAsync(person.Id)).Error);
        await world.SaveAsync(person.Id, Sample.Content with { Occupation = "Maurer/in" });
        Assert.Equal(ProfileErrors.NotChecked, (await world.ReleaseAsync(person.Id)).Error);
        await world.CheckAsync(person.Id);
        Assert.Equal(ProfileErrors.NoConsent, (await world.ReleaseAsync(person.Id)).Error);
        await world.ConsentAsync(person.Id);

        var anew = await world.ReleaseAsync(person.Id);

        Assert.NotEqual(old.Chiffre, anew.Value!.Chiffre);
        var live = Assert.Single(await world.InForceAsync());
        Assert.Equal((anew.Value.Id, "Maurer/in", 2), (live.Id, live.Content.Occupation, live.Revision));
        await using var db = world.Database.CreateDbContext();
        var replaced = await db.ProfileReleases.SingleAsync(r => r.Id == old.Id);
        Assert.Equal((ProfileState.Locked, 1), (replaced.State, replaced.Generation));
    }

    [Fact]
    public async Task TwoEvents_CannotBeJoinedByTheChiffre()
    {
        await using var world = await ProfileWorld.CreateAsync();
        var (person, _, first) = await world.ReleasedAsync();
        var second = await world.Database.JobEventAsync(world.Organisation.Id);
        await world.Database.RegistrationAsync(person, second);
        Assert.Equal(ProfileErrors.NoConsent, (await world.ReleaseAsync(person.Id, second.Id)).Error);
        await world.ConsentAsync(person.Id, second.Id);

        var other = (await world.ReleaseAsync(person.Id, second.Id)).Value!;

        Assert.NotEqual(first.Chiffre, other.Chiffre);
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(2, await db.ProfileReleases.Select(release => release.Token).Distinct().CountAsync());
    }

    [Theory]
    [InlineData(RegistrationState.Noted, null)]
    [InlineData(RegistrationState.Invited, null)]
    [InlineData(RegistrationState.Accepted, null)]
    [InlineData(RegistrationState.Waiting, "Profile_NotComing")]
    [InlineData(RegistrationState.Declined, "Profile_NotComing")]
    [InlineData(RegistrationState.Withdrawn, "Profile_NotComing")]
    public async Task OnlyWhoComes_IsReleased(RegistrationState state, string? refusal)
    {
        await using var world = await ProfileWorld.CreateAsync();
        var person = await world.PersonAsync();
        await world.ReadyAsync(person.Id);
        Assert.Equal(ProfileErrors.NotRegistered, (await world.ReleaseAsync(person.Id)).Error);
        var registration = await world.Database.RegistrationAsync(person, world.Event);
        await using (var db = world.Database.CreateDbContext())
        {
            await db.Registrations.Where(r => r.Id == registration.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, state));
        }

        Assert.Equal(refusal, (await world.ReleaseAsync(person.Id)).Error?.Code);
    }

    [Fact]
    public async Task NameCorrectedAfterTheCheck_BlocksTheRelease()
    {
        await using var world = await ProfileWorld.CreateAsync();
        var person = await world.GuestAsync();
        await world.ReadyAsync(person.Id);
        await using (var db = world.Database.CreateDbContext())
        {
            (await db.Participants.SingleAsync(p => p.Id == person.Id)).GivenName = "Fliesenleger/in";
            await db.SaveChangesAsync();
        }

        Assert.Equal("Profile_OpenFindings", (await world.ReleaseAsync(person.Id)).Error?.Code);
    }

    [Fact]
    public async Task RareCombination_BlocksUntilThePlaceIsWidenedOrItMayStand()
    {
        await using var world = await ProfileWorld.CreateAsync();
        var person = await world.GuestAsync();
        await world.ReadyAsync(person.Id, Sample.Content with { Area = "Haren (Ems)" });
        Assert.Equal("Profile_OpenFindings", (await world.ReleaseAsync(person.Id)).Error?.Code);

        var profile = await world.ProfileAsync(person.Id);
        var form = new OverrideFinding.Form
        {
            ShortProfileId = profile.Id, Revision = 1, JobEventId = world.Event.Id, Field = "Area", Rule = Integration.Profiles.Lint.LintRule.RareCombination,
            Key = "Haren (Ems)", Reason = "Die Person möchte den Ort nennen.",
        };
        Assert.True((await new OverrideFinding(world.Database, world.User, world.Clock).ExecuteAsync(form, default)).Done);
        Assert.True((await world.ReleaseAsync(person.Id)).Done);

        // With this one and another two of the same kind, none is rare.
        var second = await world.GuestAsync();
        var third = await world.GuestAsync();
        await world.ReadyAsync(second.Id, Sample.Content with { Area = "Haren (Ems)" });
        Assert.Single((await new ShortProfileQueries(world.Database, world.User, world.Clock, new CodeCatalogSource(world.Database, world.Clock))
            .OtherCellsAsync(world.Event.Id, second.Id, default)).Value!);
        await world.ReadyAsync(third.Id, Sample.Content with { Area = "Haren (Ems)" });
        Assert.True((await world.ReleaseAsync(third.Id)).Done);
    }

    [Fact]
    public async Task CancelledEventOrMissingRegionKey_StopsTheRelease()
    {
        await using var world = await ProfileWorld.CreateAsync(change: organisation => organisation.RegionKey = "");
        var person = await world.GuestAsync();
        await world.ReadyAsync(person.Id);
        Assert.Equal(ProfileErrors.NoRegionKey, (await world.ReleaseAsync(person.Id)).Error);
        var cancelled = await world.Database.JobEventAsync(world.Organisation.Id, e => e.State = JobEventState.Cancelled);
        Assert.Equal(ProfileErrors.EventCancelled, (await world.ReleaseAsync(person.Id, cancelled.Id)).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ReleaseForAll_ReleasesWhoIsReadyAndSaysWhyNotOfTheRest(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var (done, _, _) = await world.ReleasedAsync();
        var ready = await world.GuestAsync();
        await world.ReadyAsync(ready.Id);
        var draft = await world.GuestAsync();
        await world.SaveAsync(draft.Id, Sample.Content);
        var empty = await world.GuestAsync();

        var outcomes = (await new ReleaseProfilesForEvent(world.Database, world.User, world.Clock).ExecuteAsync(world.Event.Id, default)).Value!
            .ToDictionary(outcome => outcome.ParticipantId);

        Assert.Equal(ProfileErrors.AlreadyReleased, outcomes[done.Id].Refusal);
        Assert.NotNull(outcomes[ready.Id].Released);
        Assert.Equal(ProfileErrors.NotChecked, outcomes[draft.Id].Refusal);
        Assert.Equal(ProfileErrors.None, outcomes[empty.Id].Refusal);
        Assert.Equal(2, (await world.InForceAsync()).Count);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ReleaseWhoseTimeIsOver_ExpiresAndCanBeRenewed(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var (person, _, release) = await world.ReleasedAsync();
        var expire = new ExpireReleases(world.Database, Integration.Access.FixedUser.PortalFor(world.Organisation.Id), world.Clock);
        world.Clock.SetUtcNow(new DateTimeOffset(release.ValidUntil, new TimeOnly(12, 0), TimeSpan.Zero));
        Assert.Equal(0, (await expire.ExecuteAsync(default)).Value);
        Assert.Single(await world.InForceAsync());

        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await world.InForceAsync());
        Assert.Equal(1, (await expire.ExecuteAsync(default)).Value);
        Assert.Equal(0, (await expire.ExecuteAsync(default)).Value);

        var form = world.ConsentForm(person.Id, 1);
        form.ValidUntil = world.Today.AddDays(7);
        Assert.True((await world.ConsentAsync(form)).Done);
        Assert.True((await world.ReleaseAsync(person.Id)).Done);
        Assert.NotEqual(release.Id, Assert.Single(await world.InForceAsync()).Id);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ReleaseThatEndedLongAgo_LosesItsTextAndKeepsItsSteps(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var (_, _, release) = await world.ReleasedAsync();
        var portal = Integration.Access.FixedUser.PortalFor(world.Organisation.Id);
        var delete = new DeleteOldReleases(world.Database, portal, world.Clock, new RetentionOptions { ReleaseMonths = 3 });
        world.Clock.SetUtcNow(new DateTimeOffset(release.ValidUntil.AddMonths(3), new TimeOnly(12, 0), TimeSpan.Zero));
        await new ExpireReleases(world.Database, portal, world.Clock).ExecuteAsync(default);
        Assert.Equal(0, (await delete.ExecuteAsync(default)).Value);

        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await delete.ExecuteAsync(default)).Value);
        Assert.Equal(0, (await delete.ExecuteAsync(default)).Value);

        await using var db = world.Database.CreateDbContext();
        var emptied = await db.ProfileReleases.SingleAsync(known => known.Id == release.Id);
        Assert.Equal((ProfileState.Deleted, "", release.Chiffre), (emptied.State, emptied.Content.Occupation, emptied.Chiffre));
        Assert.Equal(1, await db.ProfileTransitions.CountAsync(step => step.ReleaseId == release.Id && step.To == ProfileState.Deleted));
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.ProfileDeleted));
    }

    [Fact]
    public async Task LockedByHand_IsGoneAndMayBeReleasedAnew()
    {
        await using var world = await ProfileWorld.CreateAsync();
        var (person, _, release) = await world.ReleasedAsync();
        var use = new LockRelease(world.Database, world.User, world.Clock);
        Assert.True((await use.ExecuteAsync(release.Id, default)).Done);
        Assert.True((await use.ExecuteAsync(release.Id, default)).Done);
        Assert.Empty(await world.InForceAsync());
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.ProfileLocked));
        Assert.True((await world.ReleaseAsync(person.Id)).Done);
    }

    [Fact]
    public async Task WithdrawalWhileAPrintRunIsMade_MakesItFail()
    {
        await using var world = await ProfileWorld.CreateAsync();
        var (_, consent, _) = await world.ReleasedAsync();
        await world.PrintAsync();
        await using var db = world.Database.CreateDbContext();
        var releases = await db.PrintableBy(world.User, world.Event.Id, world.Today).ToListAsync();

        await world.WithdrawAsync(consent);
        await using (await db.Database.BeginTransactionAsync())
        {
            Assert.False(await db.TrySavePrintedAsync(world.User, world.Clock, releases, default));
        }

        var ended = await db.ProfileReleases.AsNoTracking().ToListAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.TrySavePrintedAsync(world.User, world.Clock, ended, default));
    }

    [Fact]
    public async Task ReleaseThatMovedOnSinceItWasRead_IsNotMovedBack()
    {
        await using var world = await ProfileWorld.CreateAsync();
        await world.ReleasedAsync();
        await using var db = world.Database.CreateDbContext();
        var releases = await db.PrintableBy(world.User, world.Event.Id, world.Today).ToListAsync();
        await world.PrintAsync();

        await using (await db.Database.BeginTransactionAsync())
        {
            Assert.False(await db.TrySavePrintedAsync(world.User, world.Clock, releases, default));
        }

        var again = await db.PrintableBy(world.User, world.Event.Id, world.Today).ToListAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        Assert.True(await db.TrySavePrintedAsync(world.User, world.Clock, again, default));
    }

    [Fact]
    public async Task SavingPrintedOutsideATransaction_IsABug()
    {
        await using var world = await ProfileWorld.CreateAsync();
        await world.ReleasedAsync();
        await using var db = world.Database.CreateDbContext();
        var releases = await db.PrintableBy(world.User, world.Event.Id, world.Today).ToListAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.TrySavePrintedAsync(world.User, world.Clock, releases, default));
    }
}
