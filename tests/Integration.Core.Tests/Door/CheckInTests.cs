using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Door;
using Integration.Events;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Door;

public sealed class CheckInTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesWithoutTheDoor => new(TestUser.RolesWithout(Permission.ViewTodaysArrivals));

    [Theory, MemberData(nameof(Providers))]
    public async Task Ticket_LetsInOnce(DatabaseProvider provider)
    {
        await using var world = await DoorWorld.CreateAsync(provider);
        var guest = await world.GuestAsync();

        var first = (await world.InAsync(world.TicketOf(guest))).Value!;
        Assert.Equal((DoorOutcome.Admitted, "Amina M."), (first.Outcome, first.DisplayName));
        Assert.Equal(DoorOutcome.AlreadyIn, await world.OutcomeAsync(world.TicketOf(guest)));

        var attendance = await world.AttendanceAsync(guest);
        Assert.Equal((AttendanceState.Present, AttendanceMeans.Ticket, "Haupteingang", world.Now), (attendance!.State, attendance.Means, attendance.Door, attendance.InAt));
        Assert.Equal(new DoorCount(1, 1, 0, 0), await world.CountAsync());
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task SameNonce_GetsItsFirstAnswerAgain(DatabaseProvider provider)
    {
        await using var world = await DoorWorld.CreateAsync(provider);
        var guest = await world.GuestAsync();
        var scan = world.TicketOf(guest, Guid.CreateVersion7());

        var first = (await world.InAsync(scan)).Value;
        var again = (await world.InAsync(scan)).Value;
        var together = (await world.MergeAsync(scan, scan)).Value!;

        Assert.Equal(DoorOutcome.Admitted, first!.Outcome);
        Assert.All([again, .. together], answer => Assert.Equal(first, answer));
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(1, await db.DoorScans.CountAsync());
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task TwoProcesses_LetTheSamePeopleInOnce(DatabaseProvider provider)
    {
        await using var world = await DoorWorld.CreateAsync(provider);
        await using var otherDesk = new CheckInDesk(world.Database);
        var other = new CheckIn(world.Database, world.Reception, world.Clock, otherDesk);
        var guests = new List<Registration>();
        for (var i = 0; i < 20; i++)
        {
            guests.Add(await world.GuestAsync());
        }

        // Both with nonces of their own, and the first ten with the same one.
        var scans = guests.Select((guest, i) => (Here: world.TicketOf(guest, Guid.CreateVersion7()), Same: i < 10)).ToList();
        var answers = await Task.WhenAll(scans.SelectMany(scan => new[]
        {
            Task.Run(() => world.InAsync(scan.Here)),
            Task.Run(() => other.ExecuteAsync(world.Event.Id, scan.Same ? scan.Here : scan.Here with { Nonce = Guid.CreateVersion7() }, CancellationToken.None)),
        }));

        Assert.All(answers, answer => Assert.Null(answer.Error));
        var outcomes = answers.Select(answer => answer.Value!.Outcome).ToList();
        Assert.Equal(30, outcomes.Count(outcome => outcome == DoorOutcome.Admitted));
        Assert.Equal(10, outcomes.Count(outcome => outcome == DoorOutcome.AlreadyIn));
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(20, await db.Attendances.CountAsync());
        Assert.Equal(30, await db.DoorScans.CountAsync());
        Assert.Equal(20, await db.DoorScans.CountAsync(scan => scan.Outcome == DoorOutcome.Admitted));
    }

    [Fact]
    public async Task LeavingAndComingBack_IsCounted()
    {
        await using var world = await DoorWorld.CreateAsync();
        var guest = await world.GuestAsync();
        Assert.Equal(DoorOutcome.NotIn, (await world.OutAsync(world.TicketOf(guest))).Value!.Outcome);
        await world.InAsync(world.TicketOf(guest));
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(DoorOutcome.CheckedOut, (await world.OutAsync(world.TicketOf(guest))).Value!.Outcome);
        Assert.Equal((1, 1, 0), await InsideAsync());
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(DoorOutcome.BackIn, await world.OutcomeAsync(world.TicketOf(guest)));
        Assert.Equal((1, 0, 1), await InsideAsync());

        async Task<(int, int, int)> InsideAsync() => await world.CountAsync() is var count ? (count.Came, count.Left, count.Inside) : default;
    }

    [Theory]
    [InlineData(RegistrationState.Noted, DoorOutcome.Admitted)]
    [InlineData(RegistrationState.Invited, DoorOutcome.Admitted)]
    [InlineData(RegistrationState.Accepted, DoorOutcome.Admitted)]
    [InlineData(RegistrationState.Waiting, DoorOutcome.WaitingList)]
    [InlineData(RegistrationState.Declined, DoorOutcome.Withdrawn)]
    [InlineData(RegistrationState.Withdrawn, DoorOutcome.Withdrawn)]
    public async Task StateOfTheRegistration_DecidesAtTheDoor(RegistrationState state, DoorOutcome expected)
    {
        await using var world = await DoorWorld.CreateAsync();
        var guest = await world.GuestAsync(state: state);
        Assert.Equal(expected, await world.OutcomeAsync(world.TicketOf(guest)));
        Assert.Equal(expected == DoorOutcome.Admitted, await world.AttendanceAsync(guest) is not null);
    }

    [Fact]
    public async Task ForeignTickets_AreNamedByNothingButTheirDay()
    {
        await using var world = await DoorWorld.CreateAsync();
        var sameDay = await world.Database.JobEventAsync(world.Sender.Id, e => e.Date = world.Event.Date);
        var otherDay = await world.Database.JobEventAsync(world.Sender.Id, e => e.Date = world.Event.Date.AddDays(1));

        var answers = (await world.MergeAsync(
            world.TicketOf(await world.GuestAsync(jobEvent: sameDay)), world.TicketOf(await world.GuestAsync(jobEvent: otherDay)), new Scan { Ticket = "nobody" }, new Scan())).Value!;

        Assert.Equal([DoorOutcome.OtherEvent, DoorOutcome.OtherDay, DoorOutcome.UnknownTicket, DoorOutcome.UnknownTicket], answers.Select(answer => answer.Outcome));
        Assert.All(answers, answer => Assert.Equal(("", null), (answer.DisplayName, answer.Registration)));
    }

    [Theory]
    [InlineData("https://portal.example/t/{0}")]
    [InlineData(" {0} ")]
    [InlineData("/t/{0}/")]
    public async Task TicketIsUnderstood_AsAddressAndAsCode(string written)
    {
        await using var world = await DoorWorld.CreateAsync();
        var guest = await world.GuestAsync();
        Assert.Equal(DoorOutcome.Admitted, await world.OutcomeAsync(new Scan { Ticket = written.Replace("{0}", guest.TicketCode.ToUpperInvariant(), StringComparison.Ordinal) }));
    }

    [Fact]
    public async Task PersonWhoIsNotPubliclyPresent_IsShownByTicketAlone()
    {
        await using var world = await DoorWorld.CreateAsync();
        var hidden = await world.GuestAsync(p => p.NotPubliclyPresent = true);
        var named = await world.GuestAsync(p => p.BadgeName = "Mina");
        Assert.Equal("", (await world.InAsync(world.TicketOf(hidden))).Value!.DisplayName);
        Assert.Equal("Mina", (await world.InAsync(world.TicketOf(named))).Value!.DisplayName);
    }

    [Theory, MemberData(nameof(RolesWithoutTheDoor))]
    public async Task RoleWithoutTheDoor_IsRefused(Role role)
    {
        await using var world = await DoorWorld.CreateAsync();
        var user = TestUser.With(world.Leader.Id, role);
        var guest = await world.GuestAsync();
        Assert.Equal(Errors.Forbidden, (await world.InAsync(world.TicketOf(guest), user)).Error);
        Assert.Equal(Errors.Forbidden, (await new MergeScans(world.Database, user, world.Clock, world.Desk).ExecuteAsync(world.Event.Id, [], CancellationToken.None)).Error);
        Assert.Equal(Errors.Forbidden, (await new CheckOut(world.Database, user, world.Clock, world.Desk).ExecuteAsync(world.Event.Id, new Scan(), CancellationToken.None)).Error);
        Assert.Equal(Errors.Forbidden, (await new CheckInGroup(world.Database, user, world.Clock, world.Desk).ExecuteAsync(world.Event.Id, new(), CancellationToken.None)).Error);
        Assert.Equal(Errors.Forbidden, (await new AddWalkIn(world.Database, user, world.Clock, world.Codes).ExecuteAsync(world.Event.Id, new() { DisplayName = "Gast" }, CancellationToken.None)).Error);
        Assert.Empty(await world.Queries(user).TodayAsync(CancellationToken.None));
        Assert.Equal(Errors.NotFound, (await world.Queries(user).ListAsync(world.Event.Id, CancellationToken.None)).Error);
        Assert.Equal(Errors.NotFound, (await world.Queries(user).CountAsync(world.Event.Id, CancellationToken.None)).Error);
        Assert.Equal(Errors.NotFound, (await world.Queries(user).FindTicketAsync(guest.TicketCode, CancellationToken.None)).Error);
    }

    [Fact]
    public async Task ForeignOrganisation_FindsNoDoor_AndAHostDoes()
    {
        await using var world = await DoorWorld.CreateAsync();
        var guest = await world.GuestAsync();
        var stranger = TestUser.With((await world.Database.OrganisationAsync()).Id, Role.Reception);
        Assert.Equal(Errors.NotFound, (await world.InAsync(world.TicketOf(guest), stranger)).Error);
        Assert.Equal(Errors.NotFound, (await world.Queries(stranger).ListAsync(world.Event.Id, CancellationToken.None)).Error);

        await world.Database.SaveAsync(new JobEventHost { JobEventId = world.Event.Id, OrganisationId = stranger.OrganisationId });
        Assert.Equal(DoorOutcome.Admitted, (await world.InAsync(world.TicketOf(guest), stranger)).Value!.Outcome);
    }

    [Fact]
    public async Task Group_IsLetInAtOnce_AndOnceOnly()
    {
        await using var world = await DoorWorld.CreateAsync();
        var form = new CheckInGroup.Form { Registrations = [(await world.GuestAsync()).Id, (await world.GuestAsync()).Id, RegistrationId.New()], Device = "Bus 2" };
        var group = new CheckInGroup(world.Database, world.Reception, world.Clock, world.Desk);

        var first = (await group.ExecuteAsync(world.Event.Id, form, CancellationToken.None)).Value!;
        Assert.Equal([DoorOutcome.Admitted, DoorOutcome.Admitted, DoorOutcome.UnknownTicket], first.Select(answer => answer.Outcome));
        Assert.Equal(first, (await group.ExecuteAsync(world.Event.Id, form, CancellationToken.None)).Value!);
        await using var db = world.Database.CreateDbContext();
        Assert.Equal([AttendanceMeans.Group, AttendanceMeans.Group], await db.Attendances.Select(a => a.Means).ToListAsync());
    }

    [Fact]
    public async Task TooManyScansAtOnce_AreRefused()
    {
        await using var world = await DoorWorld.CreateAsync();
        Assert.Equal(DoorErrors.TooMany.Code, (await world.MergeAsync(new Scan[MergeScans.Most + 1])).Error?.Code);
    }
}
