using System.Diagnostics;
using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Data.Demo;
using Integration.Documents;
using Integration.Events;
using Integration.Organisations;
using Integration.Participants;
using Integration.Printing;
using Integration.Transport;
using Microsoft.EntityFrameworkCore;

namespace Integration.Benchmarks;

/// <summary>The whole pack of papers of a fair for 600 people, 20 employers and six buses, from the database to one file: has to stay under five
/// seconds, the first time in a process too.</summary>
internal static class PackMeasurement
{
    private const int People = 600;
    private const int Employers = 20;
    private const int Buses = 6;
    private const int Rounds = 5;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), "pack-" + Guid.CreateVersion7().ToString("N") + ".db");
        try
        {
            var contexts = new DatabaseOptions { Provider = DatabaseProvider.Sqlite, ConnectionString = $"Data Source={path}" }.Contexts();
            await new DatabaseSetup(contexts).MigrateAsync(CancellationToken.None);
            var (organisation, jobEvent) = await FairAsync(contexts);
            var organiser = new FixedUser(UserId.New(), organisation, new HashSet<Role> { Role.Organiser }, "Load");
            using var codes = new CodeCatalogSource(contexts, TimeProvider.System);
            var seats = await new DistributeSeats(contexts, organiser, TimeProvider.System).ExecuteAsync(jobEvent, CancellationToken.None);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seats.Value!.Seated} seats in {Buses} buses"));
            var print = new PrintEventPapers(contexts, organiser, TimeProvider.System, codes, HarfBuzzPdfEngine.Shared, new DocumentOptions());
            var worst = TimeSpan.Zero;
            for (var round = 0; round < Rounds; round++)
            {
                using var file = new MemoryStream();
                var watch = Stopwatch.StartNew();
                var printed = await print.ExecuteAsync(jobEvent, PrintEventPapers.Pack, file, CancellationToken.None);
                worst = watch.Elapsed > worst ? watch.Elapsed : worst;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: {printed.Value!.Sheets} sheets, {file.Length / 1024} KiB, {watch.Elapsed.TotalMilliseconds:F0} ms"));
            }

            return worst < Limit ? 0 : 1;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            File.Delete(path);
        }
    }

    private static async Task<(OrganisationId Organisation, JobEventId Event)> FairAsync(IDbContextFactory<AppDbContext> contexts)
    {
        await using var db = contexts.CreateDbContext();
        var organisation = new Organisation { Key = "load", Name = "Load", RegionKey = "EL", ContactTeam = "Team", ContactPhone = "040 66969 100" };
        var employers = Enumerable.Range(1, Employers).Select(i => new Organisation { Key = $"firm-{i}", Name = $"Betrieb {i} GmbH & Co. KG", Kind = OrganisationKind.Employer }).ToList();
        var jobEvent = new JobEvent
        {
            Key = "fair", OrganisationId = organisation.Id, Kind = "JOBMESSE", Title = "Jobmesse #JobsForYou", Date = TimeProvider.System.Today().AddDays(1),
            StartsAt = new(10, 0), EndsAt = new(14, 0), Place = "Kreishaus", Street = "Am Schölerberg 1", Town = "Osnabrück", Places = People,
            Employers = [.. employers.Select((e, i) => new ExpectedEmployer { OrganisationId = e.Id })],
            Stands = [.. employers.Select((e, i) => new Stand { OrganisationId = e.Id, Number = (i + 1).ToString("D2", CultureInfo.InvariantCulture) })],
        };
        db.AddRange([organisation, .. employers, jobEvent]);
        await db.SaveChangesAsync();
        await new LoadData(contexts, TimeProvider.System).AddPeopleAsync(organisation.Id, People);
        var people = await db.Participants.Select(p => new { p.Id, p.Town }).ToListAsync();
        db.AddRange(people.Select(p => new Registration { JobEventId = jobEvent.Id, ParticipantId = p.Id, OrganisationId = organisation.Id, State = RegistrationState.Accepted }));
        db.AddRange(people.Select(p => p.Town).Distinct().Chunk(Math.Max(1, people.Select(p => p.Town).Distinct().Count() / Buses)).Select((towns, i) => new BusLine
        {
            JobEventId = jobEvent.Id, Name = $"Linie {i + 1}", Seats = 120, ArrivesAt = new(9, 40), LeavesAt = new(14, 15),
            Stops = [.. towns.Select((town, n) => new BusStop { Number = n + 1, Name = "Bahnhof " + town, Municipality = town, LeavesAt = new(8, Math.Min(59, n)) })],
        }));
        db.AddRange(Enumerable.Range(0, 20).Select(i => new ProgrammeItem { JobEventId = jobEvent.Id, Title = $"Kurzvortrag {i + 1}", StartsAt = new TimeOnly(10, 0).AddMinutes(10 * i), EndsAt = new TimeOnly(10, 10).AddMinutes(10 * i), Speakers = ["Dr. Ems"] }));
        await db.SaveChangesAsync();
        return (organisation.Id, jobEvent.Id);
    }
}
