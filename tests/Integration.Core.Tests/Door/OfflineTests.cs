using Integration.Common;
using Integration.Data;
using Integration.Door;
using Integration.Events;
using Integration.Testing;

namespace Integration.Core.Tests.Door;

/// <summary>Scans that are told late, and events whose day is not simply a day.</summary>
public sealed class OfflineTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Fact]
    public async Task ScanToldLate_CountsForItsTime()
    {
        await using var world = await DoorWorld.CreateAsync();
        var guest = await world.GuestAsync();
        var at = world.Now.AddMinutes(-20);
        Assert.Equal(DoorOutcome.Admitted, Assert.Single((await world.MergeAsync(world.TicketOf(guest, at: at))).Value!).Outcome);
        var attendance = await world.AttendanceAsync(guest);
        Assert.Equal((AttendanceMeans.Offline, at), (attendance!.Means, attendance.InAt));
    }

    [Fact]
    public async Task EarlierScanToldLater_MovesTheArrivalBack()
    {
        await using var world = await DoorWorld.CreateAsync();
        var guest = await world.GuestAsync();
        await world.InAsync(world.TicketOf(guest));
        var early = world.Now.AddMinutes(-40);
        Assert.Equal(DoorOutcome.AlreadyIn, Assert.Single((await world.MergeAsync(world.TicketOf(guest, at: early))).Value!).Outcome);
        Assert.Equal(early, (await world.AttendanceAsync(guest))!.InAt);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ArrivalToldAfterTheDeparture_LeavesNobodyInside(DatabaseProvider provider)
    {
        await using var world = await DoorWorld.CreateAsync(provider);
        var guest = await world.GuestAsync();
        var arrival = world.TicketOf(guest, at: world.Now.AddMinutes(-30));
        Assert.Equal(DoorOutcome.NotIn, (await world.OutAsync(world.TicketOf(guest))).Value!.Outcome);

        Assert.Equal(DoorOutcome.Admitted, Assert.Single((await world.MergeAsync(arrival)).Value!).Outcome);

        Assert.Equal((1, 1, 0), await world.CountAsync() is var count ? (count.Came, count.Left, count.Inside) : default);
    }

    [Fact]
    public async Task ImpossibleTimeOfADevice_IsReplacedByTheTimeItWasTold()
    {
        await using var world = await DoorWorld.CreateAsync();
        var (fast, slow) = (await world.GuestAsync(), await world.GuestAsync());
        await world.MergeAsync(world.TicketOf(fast, at: world.Now.AddHours(5)), world.TicketOf(slow, at: new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.Equal(world.Now, (await world.AttendanceAsync(fast))!.InAt);
        Assert.Equal(world.Now, (await world.AttendanceAsync(slow))!.InAt);
    }

    [Fact]
    public async Task TomorrowsReport_CountsForToday_ButNobodyElseGetsIn()
    {
        await using var world = await DoorWorld.CreateAsync();
        var (came, late) = (await world.GuestAsync(), await world.GuestAsync());
        var at = world.Now;
        world.Clock.Advance(TimeSpan.FromHours(26));

        Assert.Equal(Errors.NotFound, (await world.InAsync(world.TicketOf(late))).Error);
        var answers = (await world.MergeAsync(world.TicketOf(came, at: at), world.TicketOf(late, at: world.Now))).Value!;
        Assert.Equal([DoorOutcome.Admitted, DoorOutcome.EventNotOpen], answers.Select(answer => answer.Outcome));
        Assert.Equal("", answers[1].DisplayName);

        world.Clock.Advance(TimeSpan.FromHours(40));
        Assert.Equal(Errors.NotFound, (await world.MergeAsync(world.TicketOf(late, at: at))).Error);
    }

    [Theory]
    [InlineData("2027-02-28T22:59:00Z", false)]
    [InlineData("2027-02-28T23:01:00Z", true)]
    [InlineData("2027-03-01T22:59:00Z", true)]
    [InlineData("2027-03-01T23:01:00Z", false)]
    public async Task DoorsAreOpen_OnTheLocalDay(string now, bool open)
    {
        await using var world = await DoorWorld.CreateAsync();
        Assert.Equal(open, await IsOpenAsync(world, now));
    }

    [Theory]
    [InlineData("2027-03-01T23:30:00Z", true)]
    [InlineData("2027-03-02T02:30:00Z", true)]
    [InlineData("2027-03-02T03:30:00Z", false)]
    public async Task EventOverMidnight_StaysOpenUntilPeopleHaveLeft(string now, bool open)
    {
        await using var world = await DoorWorld.CreateAsync(change: e => (e.StartsAt, e.EndsAt) = (new TimeOnly(20, 0), new TimeOnly(2, 0)));
        Assert.Equal(open, await IsOpenAsync(world, now));
    }

    [Theory]
    [InlineData("2027-03-27T23:30:00Z", true)]
    [InlineData("2027-03-28T21:59:00Z", true)]
    [InlineData("2027-03-28T22:01:00Z", false)]
    public async Task DayOfTwentyThreeHours_EndsAtItsOwnMidnight(string now, bool open)
    {
        await using var world = await DoorWorld.CreateAsync(change: e => e.Date = new DateOnly(2027, 3, 28));
        Assert.Equal(open, await IsOpenAsync(world, now, new DateTimeOffset(2027, 3, 20, 0, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData(JobEventState.Idea)]
    [InlineData(JobEventState.Cancelled)]
    public async Task EventThatDoesNotTakePlace_HasNoDoor(JobEventState state)
    {
        await using var world = await DoorWorld.CreateAsync(change: e => e.State = state);
        Assert.Empty(await world.Queries().TodayAsync(CancellationToken.None));
        Assert.Equal(Errors.NotFound, (await world.InAsync(world.TicketOf(await world.GuestAsync()))).Error);
    }

    [Fact]
    public async Task ClosedEvent_TakesReportsButNoNewGuests()
    {
        await using var world = await DoorWorld.CreateAsync(change: e => e.State = JobEventState.Closed);
        Assert.Equal(DoorOutcome.EventNotOpen, await world.OutcomeAsync(world.TicketOf(await world.GuestAsync())));
        Assert.Equal(DoorOutcome.Admitted, Assert.Single((await world.MergeAsync(world.TicketOf(await world.GuestAsync(), at: world.Now.AddHours(-1)))).Value!).Outcome);
    }

    private static async Task<bool> IsOpenAsync(DoorWorld world, string now, DateTimeOffset? before = null)
    {
        // The test clock only goes forward.
        var at = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(before ?? at);
        clock.SetLocalTimeZone(world.Clock.LocalTimeZone);
        clock.SetUtcNow(at);
        var queries = new DoorQueries(world.Database, world.Reception, clock);
        var listed = (await queries.TodayAsync(CancellationToken.None)).Any(e => e.Id == world.Event.Id);
        Assert.Equal(listed, (await queries.OpenAsync(world.Event.Id, CancellationToken.None)).Done);
        return listed;
    }
}
