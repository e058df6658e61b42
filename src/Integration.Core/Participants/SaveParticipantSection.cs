using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Participants;

/// <summary>Saves one section of a record. The caller passes the version it read: if somebody saved meanwhile, nothing is overwritten.</summary>
public sealed class SaveParticipantSection(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>Saves and returns the new version.</summary>
    public async Task<Result<Saved>> ExecuteAsync(ParticipantId id, Guid version, IParticipantSection section, CancellationToken ct)
    {
        if (!user.Has(Permission.EditParticipants))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var person = await db.Participants.VisibleTo(user).SingleOrDefaultAsync(p => p.Id == id, ct);
        if (person is null)
        {
            return Errors.NotFound;
        }

        if (person.Version != version)
        {
            return Errors.Conflict;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var owner = person.OwnerId;
        section.ApplyTo(person);
        person.ChangedAt = now;
        if ((ParticipantRules.Check(person, clock.Today()) ?? ParticipantCodes.Check(person, await codes.GetAsync(ct))) is { } problem)
        {
            return problem;
        }

        if (person.CustomerNumber.Length > 0
            && await db.Participants.VisibleTo(user).AnyAsync(p => p.Id != id && p.CustomerNumber == person.CustomerNumber, ct))
        {
            return ParticipantErrors.CustomerNumberTaken;
        }

        if (person.OwnerId is { } asked && asked != owner
            && !await db.Users.AnyAsync(u => u.OrganisationId == user.OrganisationId && u.RevokedAt == null && u.Id == asked.Value, ct))
        {
            return ParticipantErrors.OwnerUnknown;
        }

        db.Note(user, clock, AuditAct.Changed, nameof(Participant), id.Value);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return new Saved(person.Version, now);
    }
}

/// <summary>That something was saved: the new version and when (UTC).</summary>
public sealed record Saved(Guid Version, DateTime At);
