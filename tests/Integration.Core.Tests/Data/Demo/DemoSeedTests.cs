using Integration.Common;
using Integration.Door;
using Integration.Events;
using Integration.Interpreters;
using Integration.Organisations;
using Integration.Participants;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Data.Demo;

/// <summary>The demo beside Haren, seeded once.</summary>
public sealed class WholeDemo : IAsyncLifetime
{
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(Given.Start));

    public TestDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Assert.True(await new DemoSeed(Database, Clock).RunAsync(CancellationToken.None));
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}

public class DemoSeedTests(WholeDemo demo) : IClassFixture<WholeDemo>
{
    [Fact]
    public async Task Fair_IsBookedOutByThreeOrganisationsAndHasAWaitingList()
    {
        await using var db = demo.Database.CreateDbContext();
        var fair = await FairAsync(db);
        var held = await db.Registrations.Where(r => r.JobEventId == fair.Id).HoldingAPlace().ToListAsync();
        var waiting = await db.Registrations.CountAsync(r => r.JobEventId == fair.Id && r.State == RegistrationState.Waiting);

        Assert.Equal(500, fair.Places);
        Assert.Equal(500, held.Count);
        Assert.Equal(3, held.Select(r => r.OrganisationId).Distinct().Count());
        Assert.Equal(14, waiting);
        Assert.Equal(20, fair.Employers.Count);
    }

    [Fact]
    public async Task FairsStands_LieOnItsPicture_WithoutTouchingEachOther()
    {
        await using var db = demo.Database.CreateDbContext();
        var fair = await FairAsync(db);
        var plan = await db.FloorPlans.SingleAsync(p => p.JobEventId == fair.Id);
        var places = fair.Stands.Select(stand => stand.Place).ToList();

        Assert.Equal(22, places.Count);
        Assert.All(fair.Stands, stand => Assert.Equal(plan.Id, stand.FloorPlanId));
        Assert.All(places, place => Assert.Equal(place, place.OnPlan()));
        Assert.All(places, place => Assert.Single(places, place.Overlaps));
    }

    [Fact]
    public async Task FairsBuses_HaveSeatsOfPeopleWhoLiveAtTheirStops()
    {
        await using var db = demo.Database.CreateDbContext();
        var fair = await FairAsync(db);
        var lines = await db.BusLines.Include(line => line.Stops).Where(line => line.JobEventId == fair.Id).ToListAsync();
        var seats = await db.BusSeats.Join(db.Registrations, s => s.RegistrationId, r => r.Id, (s, r) => new { Seat = s, r.ParticipantId })
            .Join(db.Participants, row => row.ParticipantId, p => p.Id, (row, p) => new { row.Seat, p.Town }).ToListAsync();
        var stops = lines.SelectMany(line => line.Stops).ToDictionary(stop => stop.Id, stop => stop.Municipality);

        Assert.Equal(8, lines.Count);
        Assert.InRange(seats.Count, 150, lines.Sum(line => line.Seats));
        Assert.All(seats, row => Assert.Equal(row.Town, stops[row.Seat.StopId]));
    }

    [Fact]
    public async Task FairsInterpreters_LackOneLanguageThatIsNeeded()
    {
        await using var db = demo.Database.CreateDbContext();
        var fair = await FairAsync(db);
        var states = await db.InterpreterAssignments.Where(a => a.JobEventId == fair.Id).Select(a => a.State).Distinct().ToListAsync();
        var spoken = (await db.Interpreters.ToListAsync()).SelectMany(i => i.Languages).Select(l => l.Code).ToHashSet();
        var needed = await db.Registrations.Where(r => r.JobEventId == fair.Id).HoldingAPlace()
            .Join(db.Participants, r => r.ParticipantId, p => p.Id, (_, p) => p.FirstLanguage).Distinct().ToListAsync();

        Assert.Superset(new HashSet<AssignmentState> { AssignmentState.Confirmed, AssignmentState.Requested, AssignmentState.Declined }, states.ToHashSet());
        Assert.Equal(12, await db.Interpreters.CountAsync());
        Assert.Equal(["som"], needed.Except(spoken));
    }

    [Fact]
    public async Task Series_HasEventsThatAreOverWithAttendanceAndOneThatIsPlanned()
    {
        await using var db = demo.Database.CreateDbContext();
        var series = await db.EventSeries.Include(s => s.Members).SingleAsync();
        var events = await db.JobEvents.Where(e => e.SeriesId == series.Id).OrderBy(e => e.Date).ToListAsync();
        var past = events.Where(e => e.State == JobEventState.Closed).ToList();
        var ids = past.ConvertAll(e => e.Id);
        var attendances = await db.Attendances.Where(a => ids.Contains(a.JobEventId)).ToListAsync();

        Assert.Equal(6, series.Members.Count);
        Assert.Equal(new DateOnly(2018, 5, 3), events[0].Date);
        Assert.Equal((7, JobEventState.Planned), (past.Count, events[^1].State));
        Assert.All(past, e => Assert.Equal(2018, e.Date.Year));
        Assert.Contains(attendances, a => a.State == AttendanceState.Excused);
        Assert.All(attendances.Where(a => a.InAt is not null), a => Assert.True(a.InAt < a.OutAt));
        Assert.Equal(5, attendances.Select(a => a.JobEventId).Distinct().Count());
    }

    [Fact]
    public async Task Market_HasTwelveProjectsAtStandsAndNoEmployer()
    {
        await using var db = demo.Database.CreateDbContext();
        var market = await db.JobEvents.Include(e => e.Stands).Include(e => e.Employers).SingleAsync(e => e.Key == "markt-der-geschichten");
        var holders = market.Stands.ConvertAll(stand => stand.OrganisationId);

        Assert.Equal(12, await db.Organisations.CountAsync(o => holders.Contains(o.Id) && o.Kind != OrganisationKind.Employer));
        Assert.Empty(market.Employers);
        Assert.Equal([Audience.Professionals, Audience.Public], market.Audiences);
    }

    [Fact]
    public async Task Tasks_ArePartlyDoneAndOneIsLate()
    {
        await using var db = demo.Database.CreateDbContext();
        var fair = await FairAsync(db);
        var tasks = await db.EventTasks.Where(t => t.JobEventId == fair.Id).ToListAsync();

        Assert.Equal(PreparationPlan.Steps.Count, tasks.Count);
        Assert.All(tasks.Where(t => t.DoneAt is not null), t => Assert.True(t.DoneAt < demo.Clock.GetUtcNow().UtcDateTime && t.DoneBy is not null));
        Assert.Equal("childcare", Assert.Single(tasks, t => t.DoneAt is null && t.DueOn < demo.Clock.Today()).SourceKey);
    }

    [Fact]
    public async Task SecondDemoOfTheSameClock_IsTheSame()
    {
        await using var again = await TestDatabase.CreateAsync();
        await new DemoSeed(again, demo.Clock).RunAsync(CancellationToken.None);

        Assert.Equal(await PrintAsync(demo.Database), await PrintAsync(again));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Load_SpreadsPeopleOverOrganisationsAndEvents(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var told = new List<int>();
        var load = new LoadRegion(database, demo.Clock);

        Assert.True(await load.RunAsync(1200, 4, new Told(told), CancellationToken.None));
        Assert.False(await load.RunAsync(1200, 4, null, CancellationToken.None));

        await using var db = database.CreateDbContext();
        Assert.Equal([1000, 1200], told);
        Assert.Equal(1200, await db.Participants.CountAsync());
        Assert.Equal([240, 240, 240, 240, 240], await db.Participants.GroupBy(p => p.OrganisationId).Select(group => group.Count()).ToListAsync());
        Assert.Equal([300, 300, 300, 300], await db.Registrations.GroupBy(r => r.JobEventId).Select(group => group.Count()).ToListAsync());
        Assert.Equal(4 * 15, await db.Registrations.CountAsync(r => r.State == RegistrationState.Waiting));
        Assert.Equal(await db.BusSeats.CountAsync(), await db.BusSeats.Select(s => new { s.LineId, s.Number }).Distinct().CountAsync());
        Assert.True(await db.Attendances.AnyAsync());
    }

    [Fact]
    public async Task Load_IntoAPortalOfItsOwn_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var db = database.CreateDbContext())
        {
            db.Add(new Organisation { Key = "jobcenter-musterkreis", Name = "Jobcenter Musterkreis" });
            await db.SaveChangesAsync();
        }

        Assert.False(await new LoadRegion(database, demo.Clock).RunAsync(10, 1, null, CancellationToken.None));
    }

    private static Task<JobEvent> FairAsync(AppDbContext db) =>
        db.JobEvents.Include(e => e.Stands).Include(e => e.Employers).SingleAsync(e => e.Key == "jobsforyou");

    private static async Task<List<string>> PrintAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        var people = await db.Participants.OrderBy(p => p.Id).Select(p => new { p.Id, p.FamilyName, p.GivenName, p.BornOn, p.Town, p.CustomerNumber, p.RegisteredAt }).ToListAsync();
        var coming = await db.Registrations.OrderBy(r => r.Id).Select(r => new { r.Id, r.ParticipantId, r.State, r.TicketCode, r.RegisteredAt }).ToListAsync();
        var seats = await db.BusSeats.OrderBy(s => s.RegistrationId).Select(s => new { s.RegistrationId, s.StopId, s.Number }).ToListAsync();
        return [.. people.Select(row => row.ToString()!), .. coming.Select(row => row.ToString()!), .. seats.Select(row => row.ToString()!)];
    }

    private sealed class Told(List<int> told) : IProgress<int>
    {
        public void Report(int value) => told.Add(value);
    }
}
