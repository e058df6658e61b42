using System.Diagnostics;
using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Door;
using Integration.Events;
using Integration.Organisations;
using Integration.Participants;
using Microsoft.EntityFrameworkCore;

namespace Integration.Benchmarks.Door;

/// <summary>Durable check-ins a second (SQLite, <c>synchronous=FULL</c>) beside a loop that only writes as many bytes and flushes them to the same disk,
/// and the time from scan to answer while 200 scans a second arrive whether or not the ones before are answered.</summary>
internal static class DoorMeasurement
{
    private const int Rate = 200;
    private const int BytesOfAScan = 4096;
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(8);

    /// <param name="folder">Where the database and the peer's file lie; the system's temporary folder when <see langword="null"/>.</param>
    public static async Task<int> RunAsync(string? folder)
    {
        var path = Path.Combine(folder ?? Path.GetTempPath(), "door-" + Guid.CreateVersion7().ToString("N") + ".db");
        try
        {
            var contexts = new DatabaseOptions { Provider = DatabaseProvider.Sqlite, ConnectionString = $"Data Source={path}" }.Contexts();
            await new DatabaseSetup(contexts).MigrateAsync(CancellationToken.None);
            var world = await World.MakeAsync(contexts);
            await using var desk = new CheckInDesk(contexts);
            var checkIn = new CheckIn(contexts, world.Reception, TimeProvider.System, desk);
            await RunDevicesAsync(checkIn, world, 8, TimeSpan.FromSeconds(2));

            foreach (var devices in new[] { 1, 8, 64 })
            {
                // The peer before and after: a shared disk does not stay the same.
                var before = Flush(path + ".peer", TimeSpan.FromSeconds(2));
                var done = await RunDevicesAsync(checkIn, world, devices, Each);
                var peer = (before + Flush(path + ".peer", TimeSpan.FromSeconds(2))) / 2;
                Print($"{devices,2} devices: {done:F0} durable check-ins a second; write+fsync {peer:F0} a second; ratio {done / peer:F2}");
            }

            await OpenLoopAsync(checkIn, world);
            return 0;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            foreach (var ending in new[] { "", "-wal", "-shm", ".peer" })
            {
                File.Delete(path + ending);
            }
        }
    }

    private static async Task<double> RunDevicesAsync(CheckIn checkIn, World world, int devices, TimeSpan time)
    {
        var done = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, devices).Select(device => Task.Run(async () =>
        {
            while (watch.Elapsed < time)
            {
                await AdmitAsync(checkIn, world);
                Interlocked.Increment(ref done);
            }
        })));
        return done / watch.Elapsed.TotalSeconds;
    }

    private static async Task OpenLoopAsync(CheckIn checkIn, World world)
    {
        var scans = (int)(Rate * Each.TotalSeconds * 2);
        var times = new double[scans];
        var watch = Stopwatch.StartNew();
        var open = new List<Task>(scans);
        for (var i = 0; i < scans; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / Rate);
            if (due - watch.Elapsed is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait);
            }

            // Measured from when the scan was due, so that a late start counts as waiting.
            var number = i;
            open.Add(Task.Run(async () =>
            {
                await AdmitAsync(checkIn, world);
                times[number] = (watch.Elapsed - due).TotalMilliseconds;
            }));
        }

        await Task.WhenAll(open);
        Array.Sort(times);
        Print($"scan to answer at {Rate} a second, {scans} scans: p50 {times[scans / 2]:F1} ms, p99 {times[scans * 99 / 100]:F1} ms, longest {times[^1]:F0} ms");
    }

    private static async Task AdmitAsync(CheckIn checkIn, World world)
    {
        var answer = await checkIn.ExecuteAsync(world.Event, new Scan { Nonce = Guid.CreateVersion7(), Ticket = world.NextTicket(), Device = "Tür" }, CancellationToken.None);
        if (answer.Value?.Outcome != DoorOutcome.Admitted)
        {
            throw new InvalidOperationException($"Not admitted: {answer.Error?.Code ?? answer.Value?.Outcome.ToString()}.");
        }
    }

    private static double Flush(string path, TimeSpan time)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var bytes = new byte[BytesOfAScan];
        var (done, watch) = (0, Stopwatch.StartNew());
        while (watch.Elapsed < time)
        {
            Random.Shared.NextBytes(bytes);
            file.Write(bytes);
            file.Flush(flushToDisk: true);
            done++;
        }

        return done / watch.Elapsed.TotalSeconds;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed class World
    {
        private const int People = 60_000;

        private List<string> _tickets = [];
        private int _next;

        public required JobEventId Event { get; init; }

        public required FixedUser Reception { get; init; }

        public string NextTicket() => _tickets[Interlocked.Increment(ref _next) - 1];

        public static async Task<World> MakeAsync(IDbContextFactory<AppDbContext> contexts)
        {
            await using var db = contexts.CreateDbContext();
            var organisation = new Organisation { Key = "load", Name = "Load", RegionKey = "EL" };
            var jobEvent = new JobEvent
            {
                OrganisationId = organisation.Id, Key = "fair", Kind = "JOBMESSE", Title = "Jobmesse", Date = TimeProvider.System.Today(), StartsAt = new TimeOnly(12, 0),
                EndsAt = new TimeOnly(11, 59), State = JobEventState.Running,
            };
            db.AddRange(organisation, jobEvent);
            await db.SaveChangesAsync();
            var world = new World
            {
                Event = jobEvent.Id, Reception = new FixedUser(UserId.New(), organisation.Id, new HashSet<Role> { Role.Reception }, "Empfang"),
            };
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            foreach (var some in Enumerable.Range(0, People).Chunk(2000))
            {
                await using var part = contexts.CreateDbContext();
                // One person for many tickets would be refused: a person is registered once.
                await using var transaction = await part.Database.BeginTransactionAsync();
                var people = some.Select(i => new Participant { OrganisationId = organisation.Id, CustomerNumber = $"D{i}", FamilyName = $"M{i}", GivenName = "Amina", RegisteredAt = now, ChangedAt = now }).ToList();
                var registrations = people.ConvertAll(person => new Registration
                {
                    JobEventId = jobEvent.Id, ParticipantId = person.Id, OrganisationId = organisation.Id, State = RegistrationState.Accepted, RegisteredAt = now, ChangedAt = now,
                });
                part.AddRange(people);
                part.AddRange(registrations);
                await part.SaveChangesAsync();
                await transaction.CommitAsync();
                world._tickets.AddRange(registrations.ConvertAll(registration => registration.TicketCode));
            }

            return world;
        }
    }
}
