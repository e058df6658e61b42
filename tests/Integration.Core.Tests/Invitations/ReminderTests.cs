using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Door;
using Integration.Events;
using Integration.Invitations;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Invitations;

public sealed class ReminderTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task ThreeDaysBefore_ThePersonIsWrittenToOnce_AndForTheOthersTheCaseManagerGetsANumber(DatabaseProvider provider)
    {
        await using var world = await InvitationWorld.CreateAsync(provider);
        var written = await world.PersonAsync("Haddad", state: RegistrationState.Accepted);
        await world.PersonAsync("Karimi", state: RegistrationState.Accepted, consent: false);
        await world.PersonAsync("Yilmaz", state: RegistrationState.Accepted, email: "");
        await world.PersonAsync("Noori", state: RegistrationState.Accepted, kind: InvitationKind.RequestToReport);
        await world.PersonAsync("Weber", state: RegistrationState.Declined);

        At(world, days: -3, hour: 8, minute: 59);
        Assert.Equal(0, await world.Reminders().SendDueAsync(CancellationToken.None));
        At(world, days: -3, hour: 9);
        Assert.Equal(3, await world.Reminders().SendDueAsync(CancellationToken.None));
        world.Clock.Advance(TimeSpan.FromHours(20));
        Assert.Equal(0, await world.Reminders().SendDueAsync(CancellationToken.None));

        var mails = await world.MailsAsync();
        Assert.Equal(2, mails.Count);
        var own = Assert.Single(mails, mail => mail.To == "person@example.org");
        Assert.Equal(written.Id, own.RegistrationId);
        Assert.Contains("bald ist es so weit", own.Body, StringComparison.Ordinal);
        var told = Assert.Single(mails, mail => mail.To == world.Owner.Email);
        Assert.Contains(": 2.", told.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(["Karimi", "Yilmaz", "Noori", "Haddad"], name => told.Body.Contains(name, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task FourPortalsAtTheSameHour_RemindEachPersonOnce(DatabaseProvider provider)
    {
        await using var world = await InvitationWorld.CreateAsync(provider);
        for (var i = 0; i < 12; i++)
        {
            await world.PersonAsync($"Person{i}", email: $"person{i}@example.org", state: RegistrationState.Accepted);
        }

        At(world, days: -3, hour: 10);
        var counts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Reminders().SendDueAsync(CancellationToken.None))));

        Assert.Equal(12, counts.Sum());
        var mails = await world.MailsAsync();
        Assert.Equal(12, mails.Count);
        Assert.Equal(12, mails.Select(mail => mail.To).Distinct().Count());
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(3, await db.ReminderRules.CountAsync(rule => rule.JobEventId == world.Event.Id));
    }

    [Fact]
    public async Task NoAnswer_IsAskedForAWeekBefore_ButNotOfWhoWasInvitedYesterday()
    {
        await using var world = await InvitationWorld.CreateAsync();
        await world.PersonAsync("Haddad", state: RegistrationState.Invited);
        var late = await world.PersonAsync("Karimi", email: "late@example.org", state: RegistrationState.Invited);
        At(world, days: -7, hour: 9);
        await using (var db = world.Database.CreateDbContext())
        {
            var yesterday = world.Clock.GetUtcNow().UtcDateTime.AddDays(-1);
            await db.Registrations.Where(r => r.Id == late.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.ChangedAt, yesterday));
        }

        await world.Reminders().SendDueAsync(CancellationToken.None);

        Assert.Equal("person@example.org", Assert.Single(await world.MailsAsync()).To);
        Assert.Contains("noch nicht geantwortet", (await world.MailsAsync())[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterTheEvent_OnlyTheCaseManagerIsTold_AndOnlyOfWhatNobodyRecorded()
    {
        await using var world = await InvitationWorld.CreateAsync();
        var there = await world.PersonAsync("Haddad", state: RegistrationState.Accepted);
        await world.PersonAsync("Karimi", state: RegistrationState.Accepted);
        await world.Database.SaveAsync(new Attendance { RegistrationId = there.Id, JobEventId = world.Event.Id, State = AttendanceState.Present, InAt = Given.Start });
        At(world, days: 1, hour: 9);

        Assert.Equal(1, await world.Reminders().SendDueAsync(CancellationToken.None));

        var mail = Assert.Single(await world.MailsAsync());
        Assert.Equal(world.Owner.Email, mail.To);
        Assert.Contains("heißt nicht, dass sie fehlten", mail.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(JobEventState.Cancelled)]
    [InlineData(JobEventState.Idea)]
    public async Task EventThatIsOffOrAnIdea_RemindsNobody(JobEventState state)
    {
        await using var world = await InvitationWorld.CreateAsync();
        await world.PersonAsync("Haddad", state: RegistrationState.Accepted);
        await using (var db = world.Database.CreateDbContext())
        {
            db.AddRange(ReminderRule.Defaults(world.Event.Id));
            (await db.JobEvents.SingleAsync()).State = state;
            await db.SaveChangesAsync();
        }

        At(world, days: -3, hour: 9);
        Assert.Equal(0, await world.Reminders().SendDueAsync(CancellationToken.None));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Rules_AreChangedByWhoLeadsTheEvent_AndARuleThatIsOffRemindsNobody(DatabaseProvider provider)
    {
        await using var world = await InvitationWorld.CreateAsync(provider);
        await world.PersonAsync("Haddad", state: RegistrationState.Accepted);
        var organiser = TestUser.With(world.Organisation.Id, Role.Organiser);
        var queries = new ReminderQueries(world.Database, organiser);
        Assert.Equal([(7, false), (3, false), (1, false)], (await queries.ListAsync(world.Event.Id, CancellationToken.None)).Value!.Select(row => (row.Days, row.Id is not null)));

        var rule = new SaveReminderRules.Rule { Kind = ReminderKind.Upcoming, Days = 3, State = RegistrationState.Accepted, Active = false };
        Assert.True((await SaveAsync(organiser, rule)).Done);
        At(world, days: -3, hour: 9);
        Assert.Equal(0, await world.Reminders().SendDueAsync(CancellationToken.None));

        Assert.Equal(InvitationErrors.TwiceTheSame, (await SaveAsync(organiser, rule, rule)).Error);
        Assert.Equal(InvitationErrors.Days, (await SaveAsync(organiser, new SaveReminderRules.Rule { Days = 91 })).Error);
        Assert.Equal(Errors.NotFound, (await SaveAsync(TestUser.With((await world.Database.OrganisationAsync()).Id, Role.Organiser), rule)).Error);
        foreach (var role in TestUser.RolesWithout(Permission.EditEvents))
        {
            var user = TestUser.With(world.Organisation.Id, role);
            Assert.Equal(Errors.Forbidden, (await SaveAsync(user, rule)).Error);
            Assert.Equal(Errors.NotFound, (await new ReminderQueries(world.Database, user).ListAsync(world.Event.Id, CancellationToken.None)).Error);
        }

        Task<Result> SaveAsync(ICurrentUser user, params SaveReminderRules.Rule[] rules) =>
            new SaveReminderRules(world.Database, user, world.Clock).ExecuteAsync(world.Event.Id, rules, CancellationToken.None);
    }

    // Days from the event, on the clock of the district.
    private static void At(InvitationWorld world, int days, int hour, int minute = 0) => world.Clock.SetUtcNow(new DateTimeOffset(
        EventTimes.Instant(world.Clock.LocalTimeZone, world.Event.Date.AddDays(days), new TimeOnly(hour, minute))));
}
