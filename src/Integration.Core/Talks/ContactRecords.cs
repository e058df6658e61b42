using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>What every act on a contact writes beside it.</summary>
internal static class ContactRecords
{
    /// <summary>Notes an act where the person's record is kept, whoever acts: there it must be found again.</summary>
    public static void Note(this AppDbContext db, ICurrentUser user, TimeProvider clock, AuditAct act, Contact contact) =>
        db.Note(user.At(contact.OrganisationId), clock, act, nameof(Contact), contact.Id.Value, contact.JobEventId);

    /// <summary>Notes that somebody outside the owning organisation read a person's name.</summary>
    public static void NoteNameRead(this AppDbContext db, ICurrentUser user, TimeProvider clock, OrganisationId owner, ParticipantId person, JobEventId jobEvent) =>
        db.Note(user.At(owner), clock, AuditAct.Viewed, "Participant", person.Value, jobEvent);

    /// <summary>Lets the release's own life cycle follow; where it stands further already, it stays. The release is saved in any case, so that
    /// a lock at the same moment and this act cannot both succeed unseen by each other.</summary>
    public static void Follow(this AppDbContext db, ProfileRelease release, ProfileState to, UserId by, DateTime at)
    {
        db.Entry(release).State = EntityState.Modified;
        if (ProfileLifeCycle.Allows(release.State, to))
        {
            db.Move(release, to, by, at);
        }
        else if (to == ProfileState.NameReleased && release.State == ProfileState.Declined)
        {
            // One company was declined; now another one has the name.
            db.Move(release, ProfileState.Requested, by, at);
            db.Move(release, to, by, at);
        }
    }

    private static FixedUser At(this ICurrentUser user, OrganisationId organisation) => new(user.Id, organisation, user.Roles, user.DisplayName);
}
