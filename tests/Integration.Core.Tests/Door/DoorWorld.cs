using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Door;
using Integration.Events;
using Integration.Organisations;
using Integration.Participants;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Door;

/// <summary>Today's event of one organisation, its reception, and people of another one who are registered.</summary>
internal sealed class DoorWorld : IAsyncDisposable
{
    private DoorWorld(TestDatabase database)
    {
        Database = database;
        Clock = new FakeTimeProvider(new DateTimeOffset(2027, 3, 1, 8, 30, 0, TimeSpan.Zero));
        Clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        Desk = new CheckInDesk(database);
        Codes = new CodeCatalogSource(database, Clock);
    }

    public TestDatabase Database { get; }

    public FakeTimeProvider Clock { get; }

    public CheckInDesk Desk { get; }

    public CodeCatalogSource Codes { get; }

    public Organisation Leader { get; private set; } = null!;

    public Organisation Sender { get; private set; } = null!;

    public JobEvent Event { get; private set; } = null!;

    public FixedUser Reception { get; private set; } = null!;

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    public static async Task<DoorWorld> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, Action<JobEvent>? change = null)
    {
        var world = new DoorWorld(await TestDatabase.CreateAsync(provider));
        world.Leader = await world.Database.OrganisationAsync();
        world.Sender = await world.Database.OrganisationAsync();
        world.Event = await world.Database.JobEventAsync(world.Leader.Id, e =>
        {
            e.Date = new DateOnly(2027, 3, 1);
            change?.Invoke(e);
        });
        world.Reception = TestUser.With(world.Leader.Id, Role.Reception);
        return world;
    }

    public async Task<Registration> GuestAsync(Action<Participant>? change = null, RegistrationState state = RegistrationState.Accepted, JobEvent? jobEvent = null)
    {
        var registration = await Database.RegistrationAsync(await Database.ParticipantAsync(Sender.Id, change), jobEvent ?? Event);
        await using var db = Database.CreateDbContext();
        await db.Registrations.Where(r => r.Id == registration.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, state));
        return registration;
    }

    public Scan TicketOf(Registration guest, Guid nonce = default, DateTime? at = null) =>
        new() { Ticket = guest.TicketCode, Nonce = nonce, ScannedAt = at, Device = "Haupteingang" };

    public Task<Result<ScanAnswer>> InAsync(Scan scan, ICurrentUser? user = null, JobEvent? jobEvent = null) =>
        new CheckIn(Database, user ?? Reception, Clock, Desk).ExecuteAsync((jobEvent ?? Event).Id, scan, CancellationToken.None);

    public Task<Result<ScanAnswer>> OutAsync(Scan scan) =>
        new CheckOut(Database, Reception, Clock, Desk).ExecuteAsync(Event.Id, scan, CancellationToken.None);

    public Task<Result<IReadOnlyList<ScanAnswer>>> MergeAsync(params Scan[] scans) =>
        new MergeScans(Database, Reception, Clock, Desk).ExecuteAsync(Event.Id, scans, CancellationToken.None);

    public async Task<DoorOutcome> OutcomeAsync(Scan scan) => (await InAsync(scan)).Value!.Outcome;

    public DoorQueries Queries(ICurrentUser? user = null) => new(Database, user ?? Reception, Clock);

    public async Task<DoorCount> CountAsync() => (await Queries().CountAsync(Event.Id, CancellationToken.None)).Value!;

    public async Task<Attendance?> AttendanceAsync(Registration guest)
    {
        await using var db = Database.CreateDbContext();
        return await db.Attendances.AsNoTracking().SingleOrDefaultAsync(a => a.RegistrationId == guest.Id);
    }

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        Codes.Dispose();
        await Database.DisposeAsync();
    }
}
