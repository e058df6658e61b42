using Integration.Access;
using Integration.Documents;
using Integration.Events;
using Integration.Messaging;
using Integration.Organisations;
using Integration.Participants;
using Integration.Participants.Import;
using Integration.Privacy;
using Integration.Profiles;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

/// <summary>The one model, for SQLite, SQL Server and PostgreSQL.</summary>
public sealed partial class AppDbContext(DbContextOptions<AppDbContext> options)
    : IdentityUserContext<AppUser, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>Organisations.</summary>
    public DbSet<Organisation> Organisations => Set<Organisation>();

    /// <summary>Their sites.</summary>
    public DbSet<Site> Sites => Set<Site>();

    /// <summary>Open and used invitations of users.</summary>
    public DbSet<UserInvitation> UserInvitations => Set<UserInvitation>();

    /// <summary>Participants.</summary>
    public DbSet<Participant> Participants => Set<Participant>();

    /// <summary>Tokens by which participants are found and filtered.</summary>
    public DbSet<ParticipantSearchToken> SearchTokens => Set<ParticipantSearchToken>();

    /// <summary>Headings mapped by hand.</summary>
    public DbSet<RememberedHeading> RememberedHeadings => Set<RememberedHeading>();

    /// <summary>Imports.</summary>
    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    /// <summary>Their staged rows.</summary>
    public DbSet<ImportRow> ImportRows => Set<ImportRow>();

    /// <summary>Events.</summary>
    public DbSet<JobEvent> JobEvents => Set<JobEvent>();

    /// <summary>Registrations.</summary>
    public DbSet<Registration> Registrations => Set<Registration>();

    /// <summary>Places guaranteed or limited.</summary>
    public DbSet<PlaceQuota> PlaceQuotas => Set<PlaceQuota>();

    /// <summary>Short profiles.</summary>
    public DbSet<ShortProfile> ShortProfiles => Set<ShortProfile>();

    /// <summary>Their releases.</summary>
    public DbSet<ProfileRelease> ProfileReleases => Set<ProfileRelease>();

    /// <summary>Steps of their life cycle.</summary>
    public DbSet<ProfileTransition> ProfileTransitions => Set<ProfileTransition>();

    /// <summary>Consents.</summary>
    public DbSet<Consent> Consents => Set<Consent>();

    /// <summary>The audit trail.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Where each organisation's chain stands.</summary>
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    /// <summary>Print runs.</summary>
    public DbSet<PrintRun> PrintRuns => Set<PrintRun>();

    /// <summary>Printed copies.</summary>
    public DbSet<PrintRunItem> PrintRunItems => Set<PrintRunItem>();

    /// <summary>Mails that wait.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>Code lists.</summary>
    public DbSet<CodeEntry> Codes => Set<CodeEntry>();

    /// <inheritdoc/>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    // Search tokens are compared byte by byte; SQLite does so anyway.
    private string? BinaryCollation => Database.ProviderName switch
    {
        "Npgsql.EntityFrameworkCore.PostgreSQL" => "C",
        "Microsoft.EntityFrameworkCore.SqlServer" => "Latin1_General_100_BIN2",
        _ => null,
    };

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.UseProjectConventions();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ConfigureAccess();
        builder.ConfigureParticipants(BinaryCollation);
        builder.ConfigureEvents();
        builder.ConfigureSeries();
        builder.ConfigureProgramme();
        builder.ConfigureTransport();
        builder.ConfigureDoor();
        builder.ConfigureProfiles();
        builder.ConfigurePrivacy();
        builder.ConfigureInterpreters();
        builder.ConfigureCalendars();
        builder.ConfigureInvitations();
        builder.ConfigureHalls();
        builder.ConfigureLogos();
        builder.ConfigureEmployerAccess();
        builder.ConfigureTalks();
        builder.ConfigureTalkPlans();
        builder.ConfigureOutcomes();
        builder.ConfigureEmployers();
        builder.Entity<CodeEntry>(code =>
        {
            code.Property(c => c.German).HasMaxLength(600);
            code.Property(c => c.English).HasMaxLength(600);
            code.HasIndex(c => new { c.List, c.Code, c.ValidFrom });
        });
    }
}
