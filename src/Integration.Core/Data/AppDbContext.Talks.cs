using Integration.Common;
using Integration.Privacy;
using Integration.Talks;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

/// <content>Contacts of employers with people.</content>
public sealed partial class AppDbContext
{
    /// <summary>Contacts of employers with released profiles.</summary>
    public DbSet<Contact> Contacts => Set<Contact>();

    // Here and not in a use case: by whatever way a consent is withdrawn, the release that rests on it ends in the same transaction.
    private async Task EndNamesAsync(CancellationToken ct)
    {
        var withdrawn = ChangeTracker.Entries<Consent>()
            .Where(entry => entry.State == EntityState.Modified && entry.Entity is { Purpose: ConsentPurpose.NameToEmployer, WithdrawnAt: not null })
            .ToDictionary(entry => entry.Entity.Id, entry => entry.Entity);
        if (withdrawn.Count == 0)
        {
            return;
        }

        var ids = withdrawn.Keys.Select(id => (ConsentId?)id).ToList();
        foreach (var contact in await Contacts.Where(contact => contact.State == ContactState.Released && ids.Contains(contact.ConsentId)).ToListAsync(ct))
        {
            var consent = withdrawn[contact.ConsentId!.Value];
            (contact.State, contact.DecidedAt, contact.DecidedBy) =
                (ContactTransitions.After(contact.State, ContactStep.Withdraw)!.Value, consent.WithdrawnAt, consent.WithdrawnBy);
        }
    }
}
