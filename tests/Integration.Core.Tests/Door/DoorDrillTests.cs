using System.Collections.Concurrent;
using System.Globalization;
using Integration.Common;
using Integration.Data;
using Integration.Door;
using Integration.Events;
using Integration.Organisations;
using Integration.Participants;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Door;

/// <summary>The fair of 600 people at eight doors: one device has no network for half of the time, every scan is sent twice, and the process that
/// writes is killed twice in the middle.</summary>
public sealed class DoorDrillTests
{
    private const int People = 600;
    private const int Devices = 8;
    private const int WithoutNetwork = Devices - 1;

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task SixHundredArrivals_AreAllInOnce_AndNothingAcknowledgedIsLost(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        // Open now whatever the time of day: it began today at noon by the portal's clock and lasts a night.
        var jobEvent = await database.JobEventAsync(organisation.Id, e =>
            (e.Date, e.StartsAt, e.EndsAt) = (TimeProvider.System.Today(), new TimeOnly(12, 0), new TimeOnly(11, 59)));
        var tickets = await RegisterAsync(database, organisation, jobEvent);
        var drill = new Drill(tickets);
        await using var first = new DeskProcess(database.Options, jobEvent.Id, organisation.Id);
        drill.Desk = first;
        var devices = Enumerable.Range(0, Devices).Select(device => Task.Run(() => drill.ArriveAsync(device))).ToList();

        var desks = new List<DeskProcess>();
        foreach (var acknowledged in new[] { 150, 350 })
        {
            await drill.UntilAsync(acknowledged);
            await drill.Desk.KillAsync();
            await AssertKeptAsync(database, drill);
            var next = new DeskProcess(database.Options, jobEvent.Id, organisation.Id);
            desks.Add(next);
            drill.Restarted(next);
        }

        await Task.WhenAll(devices).WaitAsync(TimeSpan.FromMinutes(3));
        foreach (var desk in desks)
        {
            await desk.DisposeAsync();
        }

        await AssertKeptAsync(database, drill);
        Assert.Equal(People, drill.Acknowledged.Count);
        Assert.True(drill.Unanswered > 0, "No message was on its way when the process was killed: the drill proved nothing.");
        Assert.All(drill.Acknowledged.Values, outcome => Assert.Equal(DoorOutcome.Admitted, outcome));
        await using var db = database.CreateDbContext();
        Assert.Equal(People, await db.Attendances.CountAsync(a => a.JobEventId == jobEvent.Id && a.State == AttendanceState.Present && a.InAt != null));
        Assert.Equal(People, await db.Attendances.CountAsync());
        Assert.Equal(People, await db.DoorScans.CountAsync());
        Assert.Equal(People, await db.DoorScans.Where(scan => scan.Outcome == DoorOutcome.Admitted).Select(scan => scan.RegistrationId).Distinct().CountAsync());
    }

    private static async Task AssertKeptAsync(TestDatabase database, Drill drill)
    {
        var acknowledged = drill.Acknowledged.Keys.ToList();
        await using var db = database.CreateDbContext();
        var kept = (await db.DoorScans.Select(scan => scan.Nonce).ToListAsync()).ToHashSet();
        Assert.Equal(acknowledged.Count, acknowledged.Count(kept.Contains));
    }

    private static async Task<IReadOnlyList<string>> RegisterAsync(TestDatabase database, Organisation organisation, JobEvent jobEvent)
    {
        await using var db = database.CreateDbContext();
        var people = Enumerable.Range(0, People).Select(i => new Participant
        {
            OrganisationId = organisation.Id, FamilyName = $"Muster{i}", GivenName = "Amina", CustomerNumber = $"D{i}", RegisteredAt = Given.Start, ChangedAt = Given.Start,
        }).ToList();
        var registrations = people.ConvertAll(person => new Registration
        {
            JobEventId = jobEvent.Id, ParticipantId = person.Id, OrganisationId = organisation.Id, State = RegistrationState.Accepted, RegisteredAt = Given.Start, ChangedAt = Given.Start,
        });
        db.AddRange(people);
        db.AddRange(registrations);
        await db.SaveChangesAsync();
        return registrations.ConvertAll(registration => registration.TicketCode);
    }

    /// <summary>The devices: each keeps what it has scanned until it is acknowledged, whatever happens to the process at the other end.</summary>
    private sealed class Drill(IReadOnlyList<string> tickets)
    {
        private readonly Dictionary<string, string> _scans = tickets.Index().ToDictionary(
            row => row.Item,
            row => string.Create(CultureInfo.InvariantCulture, $"{Guid.CreateVersion7()},{row.Item},{TimeProvider.System.GetUtcNow().Ticks},{row.Index % Devices}"));

        private volatile DeskProcess _desk = null!;
        private int _unanswered;

        public ConcurrentDictionary<Guid, DoorOutcome> Acknowledged { get; } = new();

        public int Unanswered => _unanswered;

        public DeskProcess Desk { get => _desk; set => _desk = value; }

        public void Restarted(DeskProcess desk) => _desk = desk;

        public async Task ArriveAsync(int device)
        {
            var own = tickets.Where((_, i) => i % Devices == device).Select(ticket => _scans[ticket]).ToList();
            if (device == WithoutNetwork)
            {
                // Half of its people arrive while it has no network; then it tells of all of them in one message.
                await UntilAsync(People / 2);
                await TellAsync(string.Join(' ', own.Take(own.Count / 2)));
                own = own.Skip(own.Count / 2).ToList();
            }

            foreach (var scan in own)
            {
                await TellAsync(scan);
            }
        }

        public async Task UntilAsync(int acknowledged)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            while (Acknowledged.Count < acknowledged)
            {
                await Task.Delay(5, patience.Token);
            }
        }

        // Every scan is sent twice at the same time, and both again until there is an answer.
        private async Task TellAsync(string scans)
        {
            var told = false;
            while (!told)
            {
                var desk = _desk;
                foreach (var answer in await Task.WhenAll(desk.SendAsync(scans), desk.SendAsync(scans)))
                {
                    if (answer is null)
                    {
                        Interlocked.Increment(ref _unanswered);
                        continue;
                    }

                    told = true;
                    foreach (var (nonce, outcome) in answer)
                    {
                        Assert.Equal(outcome, Acknowledged.GetOrAdd(nonce, outcome));
                    }
                }

                if (!told)
                {
                    await Task.Delay(20);
                }
            }
        }
    }
}
