using Integration.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data.Demo;

/// <summary>Fills an empty database with the demo's organisation and users.</summary>
public sealed class DemoSeed(IDbContextFactory<AppDbContext> contexts)
{
    /// <summary>Key of the leading organisation.</summary>
    public const string OrganisationKey = "jobcenter-emsland";

    /// <summary>Seeds a database that has no organisation; leaves any other as it is.</summary>
    /// <returns>Whether something was written.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Organisations.AnyAsync(ct))
        {
            return false;
        }

        var organisation = new Organisation
        {
            Key = OrganisationKey,
            Name = "Jobcenter Emsland (Demo)",
            Kind = OrganisationKind.JobcenterMunicipal,
            RegionKey = "EL",
            ContactTeam = "Team Arbeitgeber",
            ContactPhone = "05931 000000",
            ContactEmail = "arbeitgeber@demo.example",
            Sites = [new Site { Name = "Hauptstelle Meppen", Street = "Musterstraße 1", PostalCode = "49716", Town = "Meppen" }],
        };
        db.Add(organisation);
        db.AddRange(DemoUsers.Of(organisation.Id));
        await db.SaveChangesAsync(ct);
        return true;
    }
}
