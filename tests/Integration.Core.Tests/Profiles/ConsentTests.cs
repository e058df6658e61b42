using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Profiles;

public sealed class ConsentTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task PaperSignedBeforeAWithdrawal_IsRefused(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var (person, consent, _) = await world.ReleasedAsync();
        world.Clock.Advance(TimeSpan.FromDays(2));
        Assert.True((await world.WithdrawAsync(consent)).Done);
        world.Clock.Advance(TimeSpan.FromDays(2));

        var form = world.ConsentForm(person.Id, (await world.ProfileAsync(person.Id)).Revision);
        form.GivenOn = world.Today.AddDays(-3);
        Assert.Equal(ProfileErrors.ConsentBeforeWithdrawal, (await world.ConsentAsync(form)).Error);
        form.GivenOn = world.Today.AddDays(-1);
        Assert.True((await world.ConsentAsync(form)).Done);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Consent_NamesTheRevisionThatWasRead(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var person = await world.GuestAsync();
        await world.ReadyAsync(person.Id);

        await using var db = world.Database.CreateDbContext();
        var consent = await db.Consents.SingleAsync();
        Assert.Equal((1, world.Event.Date.AddMonths(3), world.Today, world.User.Id), (consent.ProfileRevision, consent.ValidUntil, consent.GivenOn, consent.RecordedBy));
        Assert.Equal([ProfileState.Draft, ProfileState.Checked, ProfileState.Consented], await world.StepsAsync(person.Id));
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.ConsentRecorded));
        var rows = await new ConsentQueries(world.Database, world.User, world.Clock).ForParticipantAsync(person.Id, default);
        var row = Assert.Single(rows.Value!);
        Assert.Equal((world.Event.Title, true, "ar"), (row.EventTitle, row.InForce, row.Language));
    }

    [Fact]
    public async Task ConsentToATextThatIsNotThis_IsRefused()
    {
        await using var world = await ProfileWorld.CreateAsync();
        var person = await world.PersonAsync();
        Assert.Equal(ProfileErrors.None, (await world.ConsentAsync(world.ConsentForm(person.Id, 1))).Error);
        await world.SaveAsync(person.Id, Sample.Content);
        Assert.Equal(ProfileErrors.NotChecked, (await world.ConsentAsync(world.ConsentForm(person.Id, 1))).Error);
        await world.CheckAsync(person.Id);
        Assert.Equal(ProfileErrors.TextChanged, (await world.ConsentAsync(world.ConsentForm(person.Id, 2))).Error);
        Assert.True((await world.ConsentAsync(world.ConsentForm(person.Id, 1))).Done);
    }

    [Fact]
    public async Task ConsentWithAFault_IsRefused()
    {
        await using var world = await ProfileWorld.CreateAsync();
        var person = await world.PersonAsync();
        await world.SaveAsync(person.Id, Sample.Content);
        await world.CheckAsync(person.Id);
        async Task<Error?> Refusal(Action<RecordConsent.Form> change)
        {
            var form = world.ConsentForm(person.Id, 1);
            change(form);
            return (await world.ConsentAsync(form)).Error;
        }

        Assert.Equal(ProfileErrors.ConsentInFuture, await Refusal(form => form.GivenOn = world.Today.AddDays(1)));
        Assert.Equal(Errors.Required("GivenOn"), await Refusal(form => form.GivenOn = null));
        Assert.Equal(Errors.Required("TextVersion"), await Refusal(form => form.TextVersion = " "));
        Assert.Equal(Errors.Required("Language"), await Refusal(form => form.Language = ""));
        Assert.Equal(Errors.Required("ExplainedBy"), await Refusal(form => form.ExplainedBy = ""));
        Assert.Equal("TooLong", (await Refusal(form => form.ExplainedBy = new string('x', 201)))?.Code);
        Assert.Equal(Errors.Required("JobEventId"), await Refusal(form => form.JobEventId = null));
        Assert.Equal(Errors.Required("ProfileRevision"), await Refusal(form => form.ProfileRevision = null));
        Assert.Equal(Errors.Required("RecipientId"), await Refusal(form => form.Purpose = ConsentPurpose.NameToEmployer));
        Assert.Equal(Errors.NotFound, await Refusal(form => form.JobEventId = JobEventId.New()));
        Assert.Equal("Consent_ValidTooLong", (await Refusal(form => form.ValidUntil = world.Event.Date.AddMonths(12).AddDays(1)))?.Code);
        Assert.Equal(ProfileErrors.ConsentOver, await Refusal(form => form.ValidUntil = world.Today.AddDays(-1)));
        Assert.Null(await Refusal(form => form.ValidUntil = world.Event.Date.AddMonths(12)));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Withdrawal_LocksEveryReleaseAndRecallsThePaper(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var (person, consent, release) = await world.ReleasedAsync();
        var (other, _, untouched) = await world.ReleasedAsync();
        Assert.Equal(2, (await world.PrintAsync()).Count);

        var withdrawn = await world.WithdrawAsync(consent, world.Colleague);

        Assert.Equal(release.Chiffre, Assert.Single(withdrawn.Value!).Chiffre);
        Assert.Equal(untouched.Id, Assert.Single(await world.InForceAsync()).Id);
        Assert.Equal(untouched.Id, Assert.Single(await world.PrintAsync()).Id);
        var recall = new RecallQueries(world.Database, world.User);
        var copy = Assert.Single((await recall.ForParticipantAsync(person.Id, default)).Value!);
        Assert.Equal((release.Chiffre, release.Id, 1, 1), (copy.Chiffre, copy.ReleaseId, copy.CopyNumber, copy.CopyOf));
        Assert.Single((await recall.ForEventAsync(world.Event.Id, default)).Value!);
        Assert.Empty((await recall.ForParticipantAsync(other.Id, default)).Value!);
        await using (var db = world.Database.CreateDbContext())
        {
            var locked = await db.ProfileReleases.SingleAsync(r => r.Id == release.Id);
            Assert.Equal((ProfileState.Locked, 1), (locked.State, locked.Generation));
            Assert.NotNull(locked.LockedAt);
            Assert.Equal(world.Colleague.Id, (await db.Consents.SingleAsync(c => c.Id == consent)).WithdrawnBy);
            Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.ConsentWithdrawn));
        }

        Assert.Single((await world.WithdrawAsync(consent)).Value!);
        Assert.Equal(ProfileErrors.NoConsent, (await world.ReleaseAsync(person.Id)).Error);
        Assert.Equal(
            [ProfileState.Draft, ProfileState.Checked, ProfileState.Consented, ProfileState.Released, ProfileState.Printed, ProfileState.Locked],
            await world.StepsAsync(person.Id));
    }

    /// <summary>A person says no to the event, not to one of two papers.</summary>
    [Fact]
    public async Task Withdrawal_EndsEveryConsentToTheSamePurpose()
    {
        await using var world = await ProfileWorld.CreateAsync();
        var (person, first, _) = await world.ReleasedAsync();
        var second = (await world.ConsentAsync(person.Id)).Value;

        await world.WithdrawAsync(first);

        await using var db = world.Database.CreateDbContext();
        Assert.All(await db.Consents.ToListAsync(), consent => Assert.NotNull(consent.WithdrawnAt));
        Assert.Equal(2, await db.Consents.CountAsync(consent => consent.Id == first || consent.Id == second));
        Assert.Equal(ProfileErrors.NoConsent, (await world.ReleaseAsync(person.Id)).Error);
    }

    [Fact]
    public async Task Logo_NeedsAConsentOfItsOwnAndGoesWithIt()
    {
        await using var world = await ProfileWorld.CreateAsync();
        var person = await world.GuestAsync();
        await world.ReadyAsync(person.Id, Sample.Content with { ShowLogo = true });
        Assert.Equal(ProfileErrors.NoLogoConsent, (await world.ReleaseAsync(person.Id)).Error);

        var form = world.ConsentForm(person.Id, null);
        (form.Purpose, form.JobEventId, form.ValidUntil) = (ConsentPurpose.OrganisationLogo, null, world.Today.AddDays(40));
        var logo = await world.ConsentAsync(form);
        var release = await world.ReleaseAsync(person.Id);
        Assert.Equal(world.Today.AddDays(40), release.Value!.ValidUntil);

        await world.WithdrawAsync(logo.Value);
        Assert.Empty(await world.InForceAsync());
    }

    [Fact]
    public async Task OtherPurposes_NeedNoProfile()
    {
        await using var world = await ProfileWorld.CreateAsync();
        var person = await world.PersonAsync();
        var form = world.ConsentForm(person.Id, null);
        (form.Purpose, form.JobEventId) = (ConsentPurpose.FollowUp, null);
        Assert.True((await world.ConsentAsync(form)).Done);
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(world.Today.AddMonths(12), (await db.Consents.SingleAsync()).ValidUntil);
    }
}
