using System.Diagnostics;
using System.Globalization;
using Integration.Access;
using Integration.Data;
using Integration.Data.Demo;
using Integration.Documents;
using Integration.Organisations;
using Integration.Printing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Benchmarks;

/// <summary>600 profiles from the database to one file, the print run recorded: has to stay under a second when warm.</summary>
internal static class Print600
{
    private const int Profiles = 600;
    private const int WarmUp = 8;
    private const int Rounds = 15;

    public static async Task<int> RunAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), "print600-" + Guid.CreateVersion7().ToString("N") + ".db");
        try
        {
            var options = new DatabaseOptions { Provider = DatabaseProvider.Sqlite, ConnectionString = $"Data Source={path}" };
            var contexts = options.Contexts();
            await new DatabaseSetup(contexts).MigrateAsync(CancellationToken.None);
            var organisation = new Organisation { Key = "load", Name = "Load", RegionKey = "EL", ContactTeam = "Team", ContactPhone = "040 66969 100", ContactEmail = "team@example.org" };
            await using (var db = contexts.CreateDbContext())
            {
                db.Add(organisation);
                await db.SaveChangesAsync();
            }

            var jobEvent = await new LoadData(contexts, TimeProvider.System).AddReleasedAsync(organisation, Profiles);
            using var codes = new CodeCatalogSource(contexts, TimeProvider.System);
            var print = new PrintProfiles(
                contexts, FixedUser.PortalFor(organisation.Id), TimeProvider.System, codes, HarfBuzzPdfEngine.Shared, new DocumentOptions());
            var times = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                using var file = new MemoryStream();
                var watch = Stopwatch.StartNew();
                var result = await print.ExecuteAsync(new PrintProfiles.Request { JobEventId = jobEvent }, file);
                times.Add(watch.Elapsed.TotalMilliseconds);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"round {round}: {result.Value?.Profiles} profiles, {result.Value?.Sheets} sheets, {file.Length / 1024} KiB, {times[^1]:F0} ms"));
            }

            var median = times.Skip(WarmUp).Order().ElementAt((Rounds - WarmUp) / 2);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first: {times[0]:F0} ms; median of rounds {WarmUp} to {Rounds - 1}, when the compiler has done its work: {median:F0} ms"));
            return median < 1000 ? 0 : 1;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            File.Delete(path);
        }
    }
}
