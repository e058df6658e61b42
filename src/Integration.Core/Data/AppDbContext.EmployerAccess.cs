using Integration.Access;
using Integration.EmployerAccess;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

/// <content>What employers keep and look at, and the codes by which their contacts sign in.</content>
public sealed partial class AppDbContext
{
    /// <summary>What companies keep about profiles.</summary>
    public DbSet<EmployerNote> EmployerNotes => Set<EmployerNote>();

    /// <summary>Which company opened which profile.</summary>
    public DbSet<ProfileView> ProfileViews => Set<ProfileView>();

    /// <summary>Codes sent by mail.</summary>
    public DbSet<SignInCode> SignInCodes => Set<SignInCode>();
}
