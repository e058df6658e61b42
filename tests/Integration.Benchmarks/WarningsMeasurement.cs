using System.Diagnostics;
using System.Globalization;
using Integration.Interpreters;
using Integration.Reports;

namespace Integration.Benchmarks;

/// <summary>All warnings of an event with 1,000 registered people, 60 items and 25 interpreters: has to stay under 100 ms when warm.</summary>
internal static class WarningsMeasurement
{
    private const int People = 1000;
    private const int Items = 60;
    private const int Interpreters = 25;
    private const int Rounds = 31;
    private const double LimitMs = 100;

    public static async Task<int> RunAsync()
    {
        using var fair = await LoadFair.CreateAsync("warnings", People);
        await fair.AddProgrammeAsync(Items, apart: 4, minutes: 25, rooms: 8);
        await fair.AddInterpretersAsync(Interpreters);
        var queries = new EventProgrammeQueries(fair.Contexts, fair.Organiser, TimeProvider.System, new EventInterpreterQueries(fair.Contexts, fair.Organiser, new NeedSettings()));
        var times = new List<double>();
        var warnings = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            warnings = (await queries.OpenAsync(fair.Event, CancellationToken.None)).Value!.Warnings.Count;
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        var first = times[0];
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{warnings} warnings; first {first:F0} ms, median {times[Rounds / 2]:F1} ms, slowest but the first {times[^2]:F1} ms"));
        return times[Rounds / 2] < LimitMs ? 0 : 1;
    }
}
