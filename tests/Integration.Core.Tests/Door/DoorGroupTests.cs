using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Door;
using Integration.Events;
using Integration.Testing;
using Integration.Transport;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Door;

public sealed class DoorGroupTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Groups_AreBusesAndOrganisations_WithWhoCameAndWhoIsMissing(DatabaseProvider provider)
    {
        await using var world = await DoorWorld.CreateAsync(provider);
        var (inBus, other, waiting) = (await world.GuestAsync(), await world.GuestAsync(), await world.GuestAsync(state: RegistrationState.Waiting));
        var line = new BusLine { JobEventId = world.Event.Id, Name = "Linie 1", Seats = 5, Stops = [new BusStop { Number = 1, Name = "Markt" }] };
        await world.Database.SaveAsync(line);
        await world.Database.SaveAsync(new BusSeat { RegistrationId = inBus.Id, LineId = line.Id, StopId = line.Stops[0].Id, Number = 1 });
        await world.InAsync(world.TicketOf(other));

        var groups = (await Groups(world).ListAsync(world.Event.Id, CancellationToken.None)).Value!;

        Assert.Equal([(DoorGroupKind.Bus, "Linie 1"), (DoorGroupKind.Organisation, world.Sender.Name)], groups.Select(group => (group.Kind, group.Name)));
        Assert.Empty(groups[0].Came);
        Assert.Equal([inBus.Id], groups[0].Missing);
        Assert.Equal([other.Id], groups[1].Came);
        Assert.Equal([inBus.Id], groups[1].Missing);
        Assert.DoesNotContain(waiting.Id, groups.SelectMany(group => group.Came.Concat(group.Missing)));
    }

    [Fact]
    public async Task Groups_AreForTheOwnDoorAlone()
    {
        await using var world = await DoorWorld.CreateAsync();
        foreach (var user in TestUser.RolesWithout(Permission.ViewTodaysArrivals).Select(role => TestUser.With(world.Leader.Id, role))
                     .Append(TestUser.With((await world.Database.OrganisationAsync()).Id, Role.Reception)))
        {
            Assert.Equal(Errors.NotFound, (await Groups(world, user).ListAsync(world.Event.Id, CancellationToken.None)).Error);
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task GroupTakenBack_HasNotCome_ButWhoWasHereStays(DatabaseProvider provider)
    {
        await using var world = await DoorWorld.CreateAsync(provider);
        var (mistaken, seenAgain, before, left) = (await world.GuestAsync(), await world.GuestAsync(), await world.GuestAsync(), await world.GuestAsync());
        await world.InAsync(world.TicketOf(before));
        var ins = new[] { mistaken, seenAgain, before, left }.Select(guest => GroupScan(world, guest)).ToArray();
        Assert.Equal([DoorOutcome.Admitted, DoorOutcome.Admitted, DoorOutcome.AlreadyIn, DoorOutcome.Admitted], (await world.MergeAsync(ins)).Value!.Select(answer => answer.Outcome));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.InAsync(world.TicketOf(seenAgain));
        await world.OutAsync(world.TicketOf(left));

        var back = ins.Select(scan => Back(world, scan)).ToArray();
        var first = (await world.MergeAsync(back)).Value!;

        Assert.Equal([DoorOutcome.TakenBack, DoorOutcome.AlreadyIn, DoorOutcome.AlreadyIn, DoorOutcome.NotIn], first.Select(answer => answer.Outcome));
        Assert.Equal(first, (await world.MergeAsync(back)).Value!);
        Assert.Null(await world.AttendanceAsync(mistaken));
        Assert.Equal(new DoorCount(4, 3, 1, 0), await world.CountAsync());
        Assert.Equal(DoorOutcome.Admitted, await world.OutcomeAsync(world.TicketOf(mistaken)));
    }

    [Fact]
    public async Task GroupLetInAndTakenBackWithoutNetwork_IsToldTogether_AndNobodyCame()
    {
        await using var world = await DoorWorld.CreateAsync();
        var guest = await world.GuestAsync();
        var scan = GroupScan(world, guest) with { ScannedAt = world.Now };
        var back = Back(world, scan) with { ScannedAt = world.Now.AddSeconds(20) };
        var again = GroupScan(world, guest) with { ScannedAt = world.Now.AddSeconds(40) };
        world.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal([DoorOutcome.Admitted, DoorOutcome.TakenBack], (await world.MergeAsync(scan, back)).Value!.Select(answer => answer.Outcome));
        Assert.Null(await world.AttendanceAsync(guest));
        // Taking back is no leaving: whoever comes in after it is in.
        Assert.Equal([DoorOutcome.Admitted], (await world.MergeAsync(again)).Value!.Select(answer => answer.Outcome));
        Assert.True((await world.AttendanceAsync(guest))!.IsInside);
    }

    [Fact]
    public async Task TakingBack_DoesNotTouchSomebodyElsesScanNorACorrection()
    {
        await using var world = await DoorWorld.CreateAsync();
        var (one, other) = (await world.GuestAsync(), await world.GuestAsync());
        var scan = GroupScan(world, one);
        await world.MergeAsync(scan, GroupScan(world, other));
        Assert.Equal(DoorOutcome.NotIn, (await world.MergeAsync(Back(world, scan) with { Registration = other.Id })).Value![0].Outcome);
        await new CorrectAttendance(world.Database, world.Reception, world.Clock, world.Codes).ExecuteAsync(one.Id, new() { State = AttendanceState.Partly }, CancellationToken.None);
        Assert.Equal(DoorOutcome.AlreadyIn, (await world.MergeAsync(Back(world, scan))).Value![0].Outcome);
        Assert.Equal(2, (await world.CountAsync()).Came);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task GuestToldLater_CameWhenTheDeviceSays_AndOnce(DatabaseProvider provider)
    {
        await using var world = await DoorWorld.CreateAsync(provider);
        var add = new AddWalkIn(world.Database, world.Reception, world.Clock, world.Codes);
        var came = world.Now;
        var form = new AddWalkIn.Form { DisplayName = "Tesfay", ArrivedAt = came };
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await add.ExecuteAsync(world.Event.Id, form, CancellationToken.None)).Done);
        Assert.True((await add.ExecuteAsync(world.Event.Id, form, CancellationToken.None)).Done);
        Assert.Equal(Errors.NotFound, (await add.ExecuteAsync(world.Event.Id, new() { DisplayName = "Zu spät" }, CancellationToken.None)).Error);
        Assert.Equal(Errors.NotFound, (await add.ExecuteAsync(world.Event.Id, new() { DisplayName = "Heute", ArrivedAt = world.Now }, CancellationToken.None)).Error);
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(came, (await db.WalkIns.SingleAsync()).ArrivedAt);
        world.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(Errors.NotFound, (await add.ExecuteAsync(world.Event.Id, new() { DisplayName = "Vorbei", ArrivedAt = came }, CancellationToken.None)).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Arrivals_AreCountedByDoor_WithoutWhatWasTakenBack(DatabaseProvider provider)
    {
        await using var world = await DoorWorld.CreateAsync(provider);
        var (first, second) = (await world.GuestAsync(), await world.GuestAsync());
        var mistake = GroupScan(world, second);
        await world.InAsync(world.TicketOf(first));
        await world.MergeAsync(mistake);
        await world.MergeAsync(Back(world, mistake));
        await world.OutAsync(world.TicketOf(first) with { Device = "Hof" });
        await world.InAsync(world.TicketOf(second) with { Device = "Hof" });

        var arrivals = (await new AttendanceQueries(world.Database, TestUser.With(world.Leader.Id, Role.Organiser)).ArrivalsAsync(world.Event.Id, CancellationToken.None)).Value!;

        Assert.Equal(new DoorCount(2, 2, 1, 0), arrivals.Count);
        Assert.Equal([new DoorPassages("Bus 2", 0, 0), new DoorPassages("Haupteingang", 1, 0), new DoorPassages("Hof", 1, 1)], arrivals.Doors);
        var stranger = TestUser.With((await world.Database.OrganisationAsync()).Id, Role.Interpreter);
        Assert.NotNull((await new AttendanceQueries(world.Database, stranger).ArrivalsAsync(JobEventId.New(), CancellationToken.None)).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Trail_TellsColleaguesNothingOfARequestToReport(DatabaseProvider provider)
    {
        await using var world = await DoorWorld.CreateAsync(provider);
        var (inCharge, colleague) = (TestUser.CaseManager(world.Sender.Id), TestUser.CaseManager(world.Sender.Id));
        var asked = await world.GuestAsync(p => p.OwnerId = inCharge.Id);
        await using (var db = world.Database.CreateDbContext())
        {
            await db.Registrations.Where(r => r.Id == asked.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Invitation, InvitationKind.RequestToReport));
        }

        await world.InAsync(world.TicketOf(asked));
        foreach (var state in new AttendanceState?[] { AttendanceState.Unexcused, null })
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.True((await new CorrectAttendance(world.Database, inCharge, world.Clock, world.Codes).ExecuteAsync(asked.Id, new() { State = state }, CancellationToken.None)).Done);
        }

        Assert.Equal([(AttendanceState.Unexcused, null), (AttendanceState.Present, (AttendanceState?)AttendanceState.Unexcused)], await TrailAsync(inCharge));
        Assert.Equal([(AttendanceState.Present, null)], await TrailAsync(colleague));
        Assert.Empty(await TrailAsync(TestUser.CaseManager(world.Leader.Id)));
        Assert.Empty(await TrailAsync(world.Reception));
        Assert.Equal((true, false), (await MayAsync(inCharge), await MayAsync(colleague)));

        async Task<List<(AttendanceState?, AttendanceState?)>> TrailAsync(FixedUser user) =>
            (await new AttendanceQueries(world.Database, user).CorrectionsAsync(asked.Id, CancellationToken.None)).Select(row => (row.Before, row.After)).ToList();

        async Task<bool> MayAsync(FixedUser user) =>
            (await new AttendanceQueries(world.Database, user).OwnAsync(world.Event.Id, CancellationToken.None)).Single().MayBeUnexcused;
    }

    private static DoorGroupQueries Groups(DoorWorld world, ICurrentUser? user = null) => new(world.Database, user ?? world.Reception, world.Clock);

    private static Scan GroupScan(DoorWorld world, Registration guest) =>
        new() { Nonce = Guid.CreateVersion7(), Registration = guest.Id, Group = true, ScannedAt = world.Now, Device = "Bus 2" };

    private static Scan Back(DoorWorld world, Scan scan) =>
        scan with { Nonce = Guid.CreateVersion7(), Undoes = scan.Nonce, Direction = ScanDirection.Out, ScannedAt = world.Now };
}
