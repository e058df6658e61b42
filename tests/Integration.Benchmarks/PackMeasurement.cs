using System.Diagnostics;
using System.Globalization;
using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Events;
using Integration.Organisations;
using Integration.Printing;
using Integration.Transport;
using Microsoft.EntityFrameworkCore;

namespace Integration.Benchmarks;

/// <summary>The whole pack of papers of a fair for 600 people, 20 employers, 25 interpreters and six buses, from the database to one file: has to stay under
/// five seconds, the first time in a process too.</summary>
internal static class PackMeasurement
{
    private const int People = 600;
    private const int Employers = 20;
    private const int Interpreters = 25;
    private const int Buses = 6;
    private const int Rounds = 5;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync()
    {
        using var fair = await LoadFair.CreateAsync("pack", People, AddEmployers);
        await fair.AddProgrammeAsync(items: 20, apart: 10, minutes: 10, rooms: 4);
        await fair.AddInterpretersAsync(Interpreters);
        await AddBusesAsync(fair);
        using var codes = new CodeCatalogSource(fair.Contexts, TimeProvider.System);
        var seats = await new DistributeSeats(fair.Contexts, fair.Organiser, TimeProvider.System).ExecuteAsync(fair.Event, CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seats.Value!.Seated} seats in {Buses} buses"));
        var print = new PrintEventPapers(fair.Contexts, fair.Organiser, TimeProvider.System, codes, HarfBuzzPdfEngine.Shared, new DocumentOptions());
        var worst = TimeSpan.Zero;
        for (var round = 0; round < Rounds; round++)
        {
            using var file = new MemoryStream();
            var watch = Stopwatch.StartNew();
            var printed = await print.ExecuteAsync(fair.Event, PrintEventPapers.Pack, file, CancellationToken.None);
            worst = watch.Elapsed > worst ? watch.Elapsed : worst;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: {printed.Value!.Sheets} sheets, {file.Length / 1024} KiB, {watch.Elapsed.TotalMilliseconds:F0} ms"));
        }

        return worst < Limit ? 0 : 1;
    }

    private static void AddEmployers(AppDbContext db, JobEvent jobEvent)
    {
        var employers = Enumerable.Range(1, Employers).Select(i => new Organisation { Key = $"firm-{i}", Name = $"Betrieb {i} GmbH & Co. KG", Kind = OrganisationKind.Employer }).ToList();
        db.AddRange(employers);
        jobEvent.Places = People;
        jobEvent.Employers = [.. employers.Select(employer => new ExpectedEmployer { OrganisationId = employer.Id })];
        jobEvent.Stands = [.. employers.Select((employer, i) => new Stand { OrganisationId = employer.Id, Number = (i + 1).ToString("D2", CultureInfo.InvariantCulture) })];
    }

    private static async Task AddBusesAsync(LoadFair fair)
    {
        await using var db = fair.Contexts.CreateDbContext();
        var towns = await db.Participants.Select(p => p.Town).Distinct().ToListAsync();
        db.AddRange(towns.Chunk(Math.Max(1, towns.Count / Buses)).Select((stops, i) => new BusLine
        {
            JobEventId = fair.Event, Name = $"Linie {i + 1}", Seats = 120, ArrivesAt = new(9, 40), LeavesAt = new(14, 15),
            Stops = [.. stops.Select((town, n) => new BusStop { Number = n + 1, Name = "Bahnhof " + town, Municipality = town, LeavesAt = new(8, Math.Min(59, n)) })],
        }));
        await db.SaveChangesAsync();
    }
}
