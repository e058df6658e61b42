using Ical.Net.CalendarComponents;
using Integration.Access;
using Integration.Calendars;
using Integration.Common;
using Integration.Core.Tests.Interpreters;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Integration.Testing;
using Integration.Transport;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Calendars;

public sealed class CalendarTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory]
    [InlineData("2027-06-10", "09:00", "13:00", "2027-06-10T07:00", "2027-06-10T11:00")]
    [InlineData("2027-01-14", "18:00", "20:00", "2027-01-14T17:00", "2027-01-14T19:00")]
    // Over midnight, over the night in which clocks go forward (28 March), and over the one in which they go back (31 October).
    [InlineData("2027-06-10", "22:00", "01:00", "2027-06-10T20:00", "2027-06-10T23:00")]
    [InlineData("2027-03-27", "22:00", "06:00", "2027-03-27T21:00", "2027-03-28T04:00")]
    [InlineData("2027-10-30", "22:00", "06:00", "2027-10-30T20:00", "2027-10-31T05:00")]
    public void Event_IsReadAgainAtTheSameInstants(string day, string from, string to, string begin, string end)
    {
        var jobEvent = Event(e => (e.Date, e.StartsAt, e.EndsAt) = (Day(day), Time(from), Time(to)));

        var read = Read(EventCalendar.Write(Entries().Of(jobEvent, Organiser()), Given.Start));

        Assert.Equal((Utc(begin), Utc(end)), (read.Start!.AsUtc, read.End!.AsUtc));
        Assert.Equal(("Börse; Jobs, Ämter", "Rathaus, Haren (Ems)"), (read.Summary, read.Location));
        Assert.Equal($"event-{jobEvent.Id}@portal.example", read.Uid);
    }

    [Fact]
    public void CancelledEvent_SaysSoAndIsTakenOut()
    {
        var jobEvent = Event(e => e.State = JobEventState.Cancelled);
        var text = EventCalendar.Write(Entries().Of(jobEvent, Organiser()), Given.Start);
        Assert.Equal("CANCEL", EventCalendar.MethodOf(text));
        Assert.Equal("CANCELLED", Read(text).Status);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ChangedEvent_KeepsItsIdAndBecomesNewer_AndOtherChangesDoNot(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var first = Read((await Queries(world).EventAsync(world.Event.Id, CancellationToken.None)).Value!);

        await ChangeAsync(world, e => e.RegionName = "Grafschaft");
        var same = Read((await Queries(world).EventAsync(world.Event.Id, CancellationToken.None)).Value!);
        await ChangeAsync(world, e => e.StartsAt = e.StartsAt.AddHours(1));
        var moved = Read((await Queries(world).EventAsync(world.Event.Id, CancellationToken.None)).Value!);
        await ChangeAsync(world, e => e.State = JobEventState.Cancelled);
        var off = Read((await Queries(world).EventAsync(world.Event.Id, CancellationToken.None)).Value!);

        Assert.Equal([first.Uid, first.Uid, first.Uid], new[] { same.Uid, moved.Uid, off.Uid });
        Assert.Equal([0, 0, 1, 2], new[] { first.Sequence, same.Sequence, moved.Sequence, off.Sequence });
        Assert.Equal(first.Start!.AsUtc.AddHours(1), moved.Start!.AsUtc);
        Assert.Equal(("CONFIRMED", "CANCELLED"), (moved.Status, off.Status));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Assignment_IsInItsLinksCalendar_AndLeavesItWhenTakenBack(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var interpreter = await world.InterpreterAsync("ara");
        var id = await world.AssignedAsync(world.Task("ara"), interpreter);
        var token = await world.RequestedAsync(id);

        var asked = Read((await Links(world).AssignmentAsync(token, CancellationToken.None)).Value!);
        await new ChangeAssignment(world.Database, world.User, world.Clock, world.Codes).ExecuteAsync(id, AssignmentState.Cancelled, CancellationToken.None);
        var off = Read((await Links(world).AssignmentAsync(token, CancellationToken.None)).Value!);

        Assert.Equal(("TENTATIVE", "CANCELLED"), (asked.Status, off.Status));
        Assert.Equal(asked.Uid, off.Uid);
        Assert.True(off.Sequence > asked.Sequence);
        Assert.Equal(Errors.NotFound, (await Links(world).AssignmentAsync(InvitationToken.New(), CancellationToken.None)).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Ticket_GivesEventAndBus_AndNothingOfThePerson(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var person = await world.Database.ParticipantAsync(world.Organisation.Id, p => (p.FamilyName, p.GivenName) = ("Haddad", "Samira"));
        var registration = await world.Database.RegistrationAsync(person, world.Event);
        var line = new BusLine { JobEventId = world.Event.Id, Name = "Linie 1", Seats = 50, ArrivesAt = new(8, 45), LeavesAt = new(13, 15), Stops = [new BusStop { Number = 1, Name = "Meppen, Bahnhof", LeavesAt = new(8, 20) }] };
        await world.Database.SaveAsync(line);
        await world.Database.SaveAsync(new BusSeat { RegistrationId = registration.Id, LineId = line.Id, StopId = line.Stops[0].Id, Number = 1 });

        var text = (await Links(world).TicketAsync(registration.TicketCode, CancellationToken.None)).Value!;

        var read = Read(text);
        Assert.Equal("Linie 1: Meppen, Bahnhof 08:20 → Haren (Ems) 08:45\nLinie 1: Haren (Ems) 13:15 → Meppen, Bahnhof", read.Description);
        Assert.Equal(world.Event.Title, read.Summary);
        Assert.DoesNotContain("Haddad", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Samira", text, StringComparison.Ordinal);
        Assert.DoesNotContain(registration.TicketCode, text, StringComparison.Ordinal);
        Assert.Equal(Errors.NotFound, (await Links(world).TicketAsync("unbekannt", CancellationToken.None)).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Feed_ShowsWhatItsOwnerSees_UntilItIsRevokedOrReplaced(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var other = await world.Database.OrganisationAsync();
        var idea = await world.Database.JobEventAsync(other.Id, e => e.State = JobEventState.Idea);
        var old = await world.Database.JobEventAsync(other.Id, e => e.Date = DateOnly.FromDateTime(Given.Start).AddDays(-91));
        var recent = await world.Database.JobEventAsync(other.Id, e => e.Date = DateOnly.FromDateTime(Given.Start).AddDays(-89));
        var owner = (await world.Database.UserAsync(world.Organisation.Id, Role.CaseManager)).Asking();

        var first = (await new OpenCalendarFeed(world.Database, owner, world.Clock).ExecuteAsync(CancellationToken.None)).Value!;
        var uids = Ical.Net.Calendar.Load((await Links(world).FeedAsync(first, CancellationToken.None)).Value!)!.Events.Select(e => e.Uid!).ToList();
        Assert.Equal([$"event-{recent.Id}@portal.example", $"event-{world.Event.Id}@portal.example"], uids);
        Assert.DoesNotContain(uids, uid => uid.Contains(idea.Id.ToString(), StringComparison.Ordinal) || uid.Contains(old.Id.ToString(), StringComparison.Ordinal));

        var second = (await new OpenCalendarFeed(world.Database, owner, world.Clock).ExecuteAsync(CancellationToken.None)).Value!;
        Assert.Equal(Errors.NotFound, (await Links(world).FeedAsync(first, CancellationToken.None)).Error);
        Assert.True((await Links(world).FeedAsync(second, CancellationToken.None)).Done);
        await new RevokeCalendarFeed(world.Database, owner, world.Clock).ExecuteAsync(CancellationToken.None);
        Assert.Equal(Errors.NotFound, (await Links(world).FeedAsync(second, CancellationToken.None)).Error);
    }

    [Fact]
    public async Task Feed_OfAUserWhoseAccessWasTakenAway_IsNotFound()
    {
        await using var world = await InterpreterWorld.CreateAsync(DatabaseProvider.Sqlite);
        var user = await world.Database.UserAsync(world.Organisation.Id, Role.CaseManager);
        var token = (await new OpenCalendarFeed(world.Database, user.Asking(), world.Clock).ExecuteAsync(CancellationToken.None)).Value!;
        Assert.True((await Links(world).FeedAsync(token, CancellationToken.None)).Done);
        await using (var db = world.Database.CreateDbContext())
        {
            await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.RevokedAt, Given.Start), CancellationToken.None);
        }

        Assert.Equal(Errors.NotFound, (await Links(world).FeedAsync(token, CancellationToken.None)).Error);
    }

    [Fact]
    public async Task RoleWithoutEvents_GetsNoEventsCalendar()
    {
        await using var world = await InterpreterWorld.CreateAsync(DatabaseProvider.Sqlite);
        foreach (var role in TestUser.RolesWithout(Permission.ViewEvents))
        {
            var queries = new CalendarQueries(world.Database, TestUser.With(world.Organisation.Id, role), world.Clock, world.Codes, world.Address);
            Assert.Equal(Errors.NotFound, (await queries.EventAsync(world.Event.Id, CancellationToken.None)).Error);
        }
    }

    private static CalendarQueries Queries(InterpreterWorld world) => new(world.Database, world.User, world.Clock, world.Codes, world.Address);

    private static CalendarLinkQueries Links(InterpreterWorld world) => new(world.Database, world.Clock, world.Codes, world.Address);

    private static CalendarEvent Read(string text) => Assert.Single(Ical.Net.Calendar.Load(text)!.Events);

    private static CalendarEntries Entries() => new(Berlin, "portal.example");

    private static Integration.Organisations.Organisation Organiser() => new() { Name = "Landkreis Emsland", ContactEmail = "events@example.org" };

    private static JobEvent Event(Action<JobEvent> change)
    {
        var jobEvent = new JobEvent { Title = "Börse; Jobs, Ämter", Place = "Rathaus", Town = "Haren (Ems)", Date = new(2027, 6, 10), StartsAt = new(9, 0), EndsAt = new(13, 0) };
        change(jobEvent);
        return jobEvent;
    }

    private static async Task ChangeAsync(InterpreterWorld world, Action<JobEvent> change)
    {
        await using var db = world.Database.CreateDbContext();
        change(await db.JobEvents.SingleAsync(e => e.Id == world.Event.Id));
        await db.SaveChangesAsync();
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static TimeOnly Time(string time) => TimeOnly.ParseExact(time, "HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTime Utc(string at) => DateTime.SpecifyKind(DateTime.ParseExact(at, "yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
