using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Reports;

/// <summary>What stands at the head of a person's record: who is in charge, what comes next, how far the short profile is.</summary>
public sealed class ParticipantOverviewQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The overview of a person; <see langword="null"/> for a record that the user cannot reach.</summary>
    public async Task<ParticipantOverview?> OfAsync(ParticipantId id, CancellationToken ct)
    {
        var today = clock.Today();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var person = await db.Participants.VisibleTo(user).Where(p => p.Id == id).Select(p => new { p.OwnerId, p.OwnerName }).SingleOrDefaultAsync(ct);
        if (person is null)
        {
            return null;
        }

        var owner = person.OwnerId is { } ownerId
            ? await db.Users.Where(u => u.Id == ownerId.Value && u.OrganisationId == user.OrganisationId).Select(u => u.DisplayName).FirstOrDefaultAsync(ct)
            : null;
        var profile = await db.ShortProfiles.VisibleTo(user).Where(p => p.ParticipantId == id)
            .Select(p => new { p.State, p.Revision }).SingleOrDefaultAsync(ct);
        var revision = profile?.Revision;
        var consents = await db.Consents.VisibleTo(user)
            .Where(c => c.ParticipantId == id && c.Purpose == ConsentPurpose.ProfileAtEvent && c.WithdrawnAt == null && c.ValidUntil >= today && c.ProfileRevision == revision)
            .Select(c => c.JobEventId)
            .ToListAsync(ct);
        var releases = await db.ProfileReleases.VisibleTo(user).Where(r => r.ParticipantId == id && r.LockedAt == null)
            .Select(r => new { r.JobEventId, r.Chiffre }).ToListAsync(ct);
        var events = await db.Registrations.VisibleTo(user).Where(r => r.ParticipantId == id)
            .Join(db.JobEvents, r => r.JobEventId, e => e.Id, (r, e) => new { e.Id, e.Title, e.Date, e.StartsAt, r.State, r.Invitation })
            .OrderByDescending(e => e.Date)
            .Take(20)
            .ToListAsync(ct);
        return new ParticipantOverview(
            owner ?? person.OwnerName,
            profile?.State,
            events.ConvertAll(e => new OverviewEvent(
                e.Id, e.Title, e.Date, e.StartsAt, e.State, e.Invitation.ShownTo(person.OwnerId == user.Id),
                consents.Contains(e.Id), releases.Find(r => r.JobEventId == e.Id)?.Chiffre ?? "")));
    }
}

/// <summary>The head of a record.</summary>
/// <param name="Owner">Name of the case manager in charge; empty while nobody is.</param>
/// <param name="Profile">State of the short profile; <see langword="null"/> without one.</param>
/// <param name="Events">Registrations, latest event first, at most twenty.</param>
public sealed record ParticipantOverview(string Owner, ProfileState? Profile, IReadOnlyList<OverviewEvent> Events);

/// <summary>An event that a person is registered for.</summary>
/// <param name="Id">The event.</param>
/// <param name="Title">Its title.</param>
/// <param name="Date">Its day.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="State">State of the registration.</param>
/// <param name="Invitation">How the person was asked to come; <see langword="null"/> where the reader may not know.</param>
/// <param name="Consented">Whether the person has consented to the present profile for this event.</param>
/// <param name="Chiffre">The Chiffre of the release; empty without one.</param>
public sealed record OverviewEvent(
    JobEventId Id, string Title, DateOnly Date, TimeOnly StartsAt, RegistrationState State, InvitationKind? Invitation, bool Consented, string Chiffre);
