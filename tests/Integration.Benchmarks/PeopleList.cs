using System.Diagnostics;
using System.Globalization;
using Integration.Access;
using Integration.Data;
using Integration.Data.Demo;
using Integration.Organisations;
using Integration.Participants;
using Integration.Reports;
using Microsoft.EntityFrameworkCore;

namespace Integration.Benchmarks;

/// <summary>The list of 100,000 people: its pages, its filters and the search by name, beside a search that looks into every name (LIKE) in the same run.</summary>
internal static class PeopleList
{
    private const int People = 100_000;
    private const int Rounds = 41;

    /// <param name="kept">A database file that is made once and kept; a new one for each run when <see langword="null"/>.</param>
    public static async Task<int> RunAsync(string? kept)
    {
        var path = kept ?? Path.Combine(Path.GetTempPath(), "people-" + Guid.CreateVersion7().ToString("N") + ".db");
        try
        {
            var options = new DatabaseOptions { Provider = DatabaseProvider.Sqlite, ConnectionString = $"Data Source={path}" };
            var contexts = options.Contexts();
            await new DatabaseSetup(contexts).MigrateAsync(CancellationToken.None);
            var organisation = await OrganisationAsync(contexts);
            var user = FixedUser.PortalFor(organisation.Id);
            var lists = new ParticipantListQueries(contexts, user, TimeProvider.System);
            await using var read = contexts.CreateDbContext();
            var names = await read.Participants.OrderBy(person => person.Id).Skip(People / 2).Take(Rounds).Select(person => person.FamilyName).ToListAsync();

            await MeasureAsync("first page", i => ListAsync(lists, new ParticipantFilter(), 0));
            await MeasureAsync("page 1,000 of 2,000", i => ListAsync(lists, new ParticipantFilter(), 50_000));
            await MeasureAsync("B1 or better, by occupation", i => ListAsync(lists, new ParticipantFilter { GermanAtLeast = Common.LanguageLevel.B1, OccupationGroup = "51" }, 0));
            var indexed = await MeasureAsync("search by name, any spelling", i => ListAsync(lists, new ParticipantFilter { Text = names[i] }, 0));
            var peer = await MeasureAsync("peer: LIKE '%name%'", i => LikeAsync(contexts, names[i]));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"search against LIKE: {peer / indexed:F1} times as fast"));
            return 0;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            if (kept is null)
            {
                File.Delete(path);
            }
        }
    }

    private static async Task<Organisation> OrganisationAsync(IDbContextFactory<AppDbContext> contexts)
    {
        await using var db = contexts.CreateDbContext();
        if (await db.Organisations.SingleOrDefaultAsync(o => o.Key == "load") is { } known)
        {
            return known;
        }

        var organisation = new Organisation { Key = "load", Name = "Load", RegionKey = "EL" };
        db.Add(organisation);
        await db.SaveChangesAsync();
        var watch = Stopwatch.StartNew();
        await new LoadData(contexts, TimeProvider.System).AddPeopleAsync(organisation.Id, People);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{People} people saved in {watch.Elapsed.TotalSeconds:F0} s"));
        await QueryStatistics.RefreshAsync(db, CancellationToken.None);
        return organisation;
    }

    private static async Task<int> ListAsync(ParticipantListQueries lists, ParticipantFilter filter, int skip) =>
        (await lists.ListAsync(filter, ParticipantOrder.Name, skip, 50, CancellationToken.None)).Total;

    private static async Task<int> LikeAsync(IDbContextFactory<AppDbContext> contexts, string name)
    {
        await using var db = contexts.CreateDbContext();
        var found = db.Participants.AsNoTracking().Where(person => EF.Functions.Like(person.FamilyName, "%" + name + "%") || EF.Functions.Like(person.GivenName, "%" + name + "%"));
        var total = await found.CountAsync();
        await found.OrderBy(person => person.SortName).Take(50).ToListAsync();
        return total;
    }

    private static async Task<double> MeasureAsync(string what, Func<int, Task<int>> act)
    {
        var times = new List<double>();
        var found = 0;
        for (var i = 0; i < Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            found = await act(i);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {times[Rounds / 2]:F1} ms, longest {times[^1]:F0} ms ({found} found last)"));
        return times[Rounds / 2];
    }
}
