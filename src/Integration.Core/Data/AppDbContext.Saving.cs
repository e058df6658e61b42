using Integration.Common;
using Integration.EmployerAccess;
using Integration.Events;
using Integration.Organisations;
using Integration.Privacy;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

/// <content>What every save does: concurrency tokens, search tokens, and the audit trail in the same transaction as the act.</content>
public sealed partial class AppDbContext
{
    // Not tracked before they are saved: their key is their place in the chain, which only the save knows.
    private readonly List<AuditEntry> _noted = [];

    /// <summary>Saving is asynchronous everywhere: the audit chain takes a lock that a blocked thread must not hold.
    /// Only the framework's key ring saves its keys without waiting, and nothing else with them.</summary>
    /// <exception cref="NotSupportedException">Something else than a data-protection key is to be saved.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        ChangeTracker.Entries().All(entry => entry.Entity is DataProtectionKey)
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new NotSupportedException("Use SaveChangesAsync.");

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await EndNamesAsync(cancellationToken);
        RaiseCalendarSequences();
        SetVersions();
        StartChains();
        await RefreshSearchTokensAsync(cancellationToken);
        TellOfEvents();
        if (ChangeTracker.Entries<AuditEntry>().Any(entry => entry.State is EntityState.Modified or EntityState.Deleted))
        {
            throw new InvalidOperationException("The audit trail is append-only.");
        }

        if (ChangeTracker.Entries<ProfileView>().Any(entry => entry.State is EntityState.Modified or EntityState.Deleted))
        {
            throw new InvalidOperationException("Who saw a profile is never changed.");
        }

        if (_noted.Count == 0)
        {
            return await SaveWithTokensAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        await AuditChain.AppendAsync(this, _noted, cancellationToken);
        AuditEntries.AddRange(_noted);
        try
        {
            var rows = await SaveWithTokensAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (transaction is not null)
            {
                await transaction.CommitAsync(cancellationToken);
            }

            _noted.Clear();
            return rows;
        }
        catch
        {
            // A caller that mends the conflict and saves again needs the same notes under new numbers.
            _noted.ForEach(entry => Entry(entry).State = EntityState.Detached);
            throw;
        }
    }

    /// <summary>Notes an act for the audit trail; it gets its place in the chain, and is saved, with the next save.</summary>
    internal void Noted(AuditEntry entry) => _noted.Add(entry);

    private void SetVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified)
            {
                entry.Entity.Version = Guid.CreateVersion7();
            }
        }
    }

    /// <summary>Tells whoever looks at an event that something of it changes with the next save.</summary>
    internal void Touched(JobEventId jobEvent)
    {
        if (EventChanges.Local.All(change => change.JobEventId != jobEvent || Entry(change).State != EntityState.Added))
        {
            EventChanges.Add(new EventChange { JobEventId = jobEvent });
        }
    }

    private void TellOfEvents()
    {
        var changed = ChangeTracker.Entries<IOfEvent>().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(entry => entry.Entity.JobEventId).ToHashSet();
        foreach (var jobEvent in changed)
        {
            Touched(jobEvent);
        }
    }

    private void StartChains()
    {
        foreach (var entry in ChangeTracker.Entries<Organisation>().Where(entry => entry.State == EntityState.Added).ToList())
        {
            if (AuditHeads.Local.All(head => head.OrganisationId != entry.Entity.Id))
            {
                AuditHeads.Add(new AuditHead { OrganisationId = entry.Entity.Id, Hash = AuditChain.Origin });
            }
        }
    }
}
