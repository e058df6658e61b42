using Integration.Employers;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

/// <content>Employers.</content>
public sealed partial class AppDbContext
{
    /// <summary>What is known of companies.</summary>
    public DbSet<EmployerFile> EmployerFiles => Set<EmployerFile>();

    /// <summary>What they offer.</summary>
    public DbSet<JobOffer> JobOffers => Set<JobOffer>();
}
