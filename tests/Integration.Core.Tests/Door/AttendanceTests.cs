using System.Reflection;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Door;
using Integration.Events;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Door;

public sealed class AttendanceTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesThatCorrectNothing =>
        new(TestUser.RolesWithout(Permission.ViewTodaysArrivals).Intersect(TestUser.RolesWithout(Permission.RegisterForEvents)));

    [Fact]
    public void RowAtTheDoor_HasNothingButWhatTheDoorNeeds()
    {
        Assert.Equal(["Name", "Registration", "Standing", "Ticket"], Names<DoorRow>());
        Assert.Equal(["DisplayName", "Nonce", "Outcome", "Registration"], Names<ScanAnswer>());
        Assert.Equal(["ArrivedAt", "DisplayName", "Id", "JobEventId", "SupportLanguage"], Names<WalkIn>());

        static IEnumerable<string> Names<T>() => typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.Name).Order(StringComparer.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task List_ShowsEveryOrganisationsPeople_AsShortAsTheDoorNeeds(DatabaseProvider provider)
    {
        await using var world = await DoorWorld.CreateAsync(provider);
        var coming = await world.GuestAsync(p => (p.GivenName, p.FamilyName) = ("Dilan", "Öztürk"));
        var inside = await world.GuestAsync(p => p.BadgeName = "Alina");
        var hidden = await world.GuestAsync(p => p.NotPubliclyPresent = true, RegistrationState.Waiting);
        var withdrawn = await world.GuestAsync(state: RegistrationState.Withdrawn);
        await world.InAsync(world.TicketOf(inside));

        var rows = (await world.Queries().ListAsync(world.Event.Id, CancellationToken.None)).Value!;

        Assert.Equal(
            new[]
            {
                new DoorRow(hidden.Id, hidden.TicketCode, "", DoorStanding.Waiting),
                new DoorRow(withdrawn.Id, withdrawn.TicketCode, "", DoorStanding.Withdrawn),
                new DoorRow(inside.Id, inside.TicketCode, "Alina", DoorStanding.In),
                new DoorRow(coming.Id, coming.TicketCode, "Dilan Ö.", DoorStanding.Expected),
            }.OrderBy(row => row.Ticket, StringComparer.Ordinal),
            rows.OrderBy(row => row.Ticket, StringComparer.Ordinal));
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(4, (await db.AuditEntries.SingleAsync(entry => entry.JobEventId == world.Event.Id.Value)).Count);
    }

    [Fact]
    public async Task Guest_IsAddedOnce_AndCountsAsInside()
    {
        await using var world = await DoorWorld.CreateAsync();
        var add = new AddWalkIn(world.Database, world.Reception, world.Clock, world.Codes);
        var form = new AddWalkIn.Form { DisplayName = " Tesfay ", SupportLanguage = "tir" };
        Assert.Equal(form.Id, (await add.ExecuteAsync(world.Event.Id, form, CancellationToken.None)).Value);
        Assert.Equal(form.Id, (await add.ExecuteAsync(world.Event.Id, form, CancellationToken.None)).Value);
        Assert.Equal(new DoorCount(0, 0, 0, 1), await world.CountAsync());
        Assert.Equal("Required", (await add.ExecuteAsync(world.Event.Id, new() { DisplayName = " " }, CancellationToken.None)).Error?.Code);
        Assert.Equal(DoorErrors.UnknownLanguage, (await add.ExecuteAsync(world.Event.Id, new() { DisplayName = "X", SupportLanguage = "klingon" }, CancellationToken.None)).Error);
    }

    [Fact]
    public async Task Organiser_SeesNumbers_AndCaseManagersTheirOwnPeople()
    {
        await using var world = await DoorWorld.CreateAsync();
        var guest = await world.GuestAsync();
        await world.GuestAsync();
        await world.InAsync(world.TicketOf(guest));

        var organiser = new AttendanceQueries(world.Database, TestUser.With(world.Leader.Id, Role.Organiser));
        Assert.Equal(new DoorCount(2, 1, 0, 0), (await organiser.CountAsync(world.Event.Id, CancellationToken.None)).Value);
        Assert.Empty(await organiser.OwnAsync(world.Event.Id, CancellationToken.None));
        Assert.Empty(await new AttendanceQueries(world.Database, TestUser.CaseManager(world.Leader.Id)).OwnAsync(world.Event.Id, CancellationToken.None));

        var own = await new AttendanceQueries(world.Database, TestUser.CaseManager(world.Sender.Id)).OwnAsync(world.Event.Id, CancellationToken.None);
        Assert.Equal([AttendanceState.Present, null], own.Select(row => row.State).OrderBy(state => state is null));
    }

    [Fact]
    public async Task AfterTheEvent_NobodyIsAbsentByThemselves()
    {
        await using var world = await DoorWorld.CreateAsync();
        await world.GuestAsync();
        world.Clock.Advance(TimeSpan.FromDays(30));
        var own = await new AttendanceQueries(world.Database, TestUser.CaseManager(world.Sender.Id)).OwnAsync(world.Event.Id, CancellationToken.None);
        Assert.Null(Assert.Single(own).State);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Correction_LeavesATrail(DatabaseProvider provider)
    {
        await using var world = await DoorWorld.CreateAsync(provider);
        var guest = await world.GuestAsync();
        var manager = TestUser.CaseManager(world.Sender.Id);
        await world.InAsync(world.TicketOf(guest));
        world.Clock.Advance(TimeSpan.FromDays(3));

        Assert.True((await CorrectAsync(world, manager, guest, new() { State = AttendanceState.Excused, Excuse = "KURS" })).Done);
        Assert.True((await CorrectAsync(world, manager, guest, new())).Done);

        Assert.Null(await world.AttendanceAsync(guest));
        await using var db = world.Database.CreateDbContext();
        var trail = await db.AttendanceCorrections.AsNoTracking().ToListAsync();
        Assert.Equal([(AttendanceState.Excused, null), (AttendanceState.Present, (AttendanceState?)AttendanceState.Excused)], trail.Select(c => ((AttendanceState)c.Before!, c.After)).OrderByDescending(c => c.Item1));
        Assert.Equal(2, await db.AuditEntries.CountAsync(entry => entry.Act == Integration.Privacy.AuditAct.AttendanceCorrected && entry.SubjectId == guest.ParticipantId.Value));
    }

    [Fact]
    public async Task Reception_CorrectsOnTheDay_WithoutJudging()
    {
        await using var world = await DoorWorld.CreateAsync();
        var guest = await world.GuestAsync();
        Assert.True((await CorrectAsync(world, world.Reception, guest, new() { State = AttendanceState.Partly })).Done);
        Assert.Equal(DoorErrors.NotForThisReader, (await CorrectAsync(world, world.Reception, guest, new() { State = AttendanceState.Excused, Excuse = "KURS" })).Error);
        Assert.Equal(DoorErrors.NotForThisReader, (await CorrectAsync(world, world.Reception, guest, new() { State = AttendanceState.Unexcused })).Error);
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Errors.NotFound, (await CorrectAsync(world, world.Reception, guest, new())).Error);
    }

    [Fact]
    public async Task NotExcused_IsForTheCaseManagerInCharge_WhereSomebodyWasAskedToReport()
    {
        await using var world = await DoorWorld.CreateAsync();
        var (inCharge, colleague) = (TestUser.CaseManager(world.Sender.Id), TestUser.CaseManager(world.Sender.Id));
        var asked = await world.GuestAsync(p => p.OwnerId = inCharge.Id);
        var free = await world.GuestAsync(p => p.OwnerId = inCharge.Id);
        await using (var db = world.Database.CreateDbContext())
        {
            await db.Registrations.Where(r => r.Id == asked.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Invitation, InvitationKind.RequestToReport));
        }

        var form = new CorrectAttendance.Form { State = AttendanceState.Unexcused };
        Assert.Equal(DoorErrors.NotForThisReader, (await CorrectAsync(world, inCharge, free, form)).Error);
        Assert.Equal(DoorErrors.NotForThisReader, (await CorrectAsync(world, colleague, asked, form)).Error);
        Assert.True((await CorrectAsync(world, inCharge, asked, form)).Done);

        Assert.Equal(AttendanceState.Unexcused, await SeenAsync(inCharge));
        Assert.Null(await SeenAsync(colleague));

        async Task<AttendanceState?> SeenAsync(FixedUser user) =>
            (await new AttendanceQueries(world.Database, user).OwnAsync(world.Event.Id, CancellationToken.None)).Single(row => row.Registration == asked.Id).State;
    }

    [Fact]
    public async Task ImpossibleCorrections_AreRefused()
    {
        await using var world = await DoorWorld.CreateAsync();
        var guest = await world.GuestAsync();
        var manager = TestUser.CaseManager(world.Sender.Id);
        Assert.Equal(DoorErrors.UnknownExcuse, (await CorrectAsync(world, manager, guest, new() { State = AttendanceState.Excused, Excuse = "LAUNE" })).Error);
        Assert.Equal(DoorErrors.LeavesBeforeComing, (await CorrectAsync(world, manager, guest, new() { State = AttendanceState.Present, InAt = world.Now, OutAt = world.Now.AddHours(-1) })).Error);
        Assert.Equal(Errors.NotFound, (await CorrectAsync(world, TestUser.CaseManager(world.Leader.Id), guest, new())).Error);
    }

    [Theory, MemberData(nameof(RolesThatCorrectNothing))]
    public async Task RoleWithoutTheRight_CorrectsNothing(Role role)
    {
        await using var world = await DoorWorld.CreateAsync();
        Assert.Equal(Errors.Forbidden, (await CorrectAsync(world, TestUser.With(world.Sender.Id, role), await world.GuestAsync(), new())).Error);
    }

    private static Task<Result> CorrectAsync(DoorWorld world, ICurrentUser user, Registration guest, CorrectAttendance.Form form) =>
        new CorrectAttendance(world.Database, user, world.Clock, world.Codes).ExecuteAsync(guest.Id, form, CancellationToken.None);
}
