using System.Text.Json;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.EmployerAccess;
using Integration.Outcomes;
using Integration.Profiles;
using Integration.Talks;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Talks;

/// <summary>Everything that a company's contact can ask the portal's core about people, answered or refused, as one text.</summary>
internal static class CompanyReads
{
    public static async Task<string> AllAsync(TalkWorld world, ICurrentUser company)
    {
        await using var db = world.Database.CreateDbContext();
        var releases = await db.ProfileReleases.AsNoTracking().Select(release => new { release.Token, release.Chiffre }).ToListAsync();
        var codes = new CodeCatalogSource(world.Database, world.Clock);
        var (contacts, stand) = (world.Seen(company), new EmployerStandQueries(world.Database, company, world.Clock, new ReleasedContents()));
        var outcomes = new OutcomeQueries(world.Database, company, world.Clock, codes);
        var all = new List<object?>
        {
            (await contacts.ListAsync(world.Event, default)).Value,
            (await new EmployerWishQueries(world.Database, company, world.Clock).TokensAsync(world.Event, default)).Value,
            (await stand.ListAsync(world.Event, new StandFilter(), 0, 100, default)).Value,
            (await new EmployerEventQueries(world.Database, company, world.Clock).ListAsync(default)).Value,
            (await new EmployerProfileQueries(world.Database, company, world.Clock).ForEventAsync(world.Event, default)).Value,
            (await new EventContactQueries(world.Database, company, world.Clock).ListAsync(world.Event, default)).Value,
            (await new ContactDeskQueries(world.Database, company, world.Clock).ListAsync(false, default)).Value,
            (await outcomes.OfEventAsync(world.Event, default)).Value,
            (await outcomes.OwnAsync(false, default)).Value,
            await outcomes.TasksAsync(default),
            (await new CallListQueries(world.Database, company, world.Clock, codes).OfEventAsync(world.Event, default)).Value,
        };
        foreach (var release in releases)
        {
            all.Add((await contacts.OfAsync(release.Token, default)).Value);
            all.Add((await stand.FindAsync(release.Chiffre, default)).Value);
            all.Add((await new OpenProfiles(world.Database, company, world.Clock).ExecuteAsync([release.Token], default)).Value);
        }

        return JsonSerializer.Serialize(all);
    }
}
