using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>Reads released names, and says so in the trail.</summary>
internal static class ReleasedNames
{
    /// <summary>The people of contacts that have passed <see cref="ContactScope.NameReleased"/>. Every one read is noted where the person's record is kept.</summary>
    public static async Task<Dictionary<ContactId, ReleasedPerson>> ReadNamesAsync(
        this AppDbContext db, IQueryable<Contact> released, ICurrentUser user, TimeProvider clock, CancellationToken ct)
    {
        var people = await (
            from contact in released
            join person in db.Participants on contact.ParticipantId equals person.Id
            where person.MergedIntoId == null && person.OrganisationId == contact.OrganisationId
            select new { contact.Id, contact.JobEventId, contact.ParticipantId, contact.OrganisationId, person.GivenName, person.FamilyName, person.Phone }).ToListAsync(ct);
        if (people.Count == 0)
        {
            return [];
        }

        foreach (var person in people)
        {
            db.NoteNameRead(user, clock, person.OrganisationId, person.ParticipantId, person.JobEventId);
        }

        await db.SaveChangesAsync(ct);
        return people.ToDictionary(person => person.Id, person => new ReleasedPerson($"{person.GivenName} {person.FamilyName}".Trim(), person.Phone));
    }

    /// <summary>The state as it is shown: a release without a consent in force is one taken back, whether or not the portal has noted that yet.</summary>
    public static ContactState StateOf(ContactState stored, bool named) => stored == ContactState.Released && !named ? ContactState.Withdrawn : stored;
}
