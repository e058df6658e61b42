using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.EmployerAccess;
using Integration.Events;
using Integration.Privacy;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>A case manager records, at the stand or in the office, that a person wants to talk with a company, or no longer. The company sees that
/// somebody under this Chiffre does.</summary>
public sealed class ShowPersonInterest(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Records it; recording it twice changes nothing.</summary>
    /// <returns>Done; <c>Forbidden</c>; <c>NotFound</c> for a foreign person and for a company that nobody vouches for at the event;
    /// <see cref="ContactErrors.ProfileOver"/> without a release in force.</returns>
    public async Task<Result> ExecuteAsync(ParticipantId person, JobEventId jobEvent, OrganisationId employer, bool wanted, CancellationToken ct) =>
        user.Has(Permission.AnswerContacts) ? await Persistently.RunAsync(() => OnceAsync(person, jobEvent, employer, wanted, ct)) : Errors.Forbidden;

    private async Task<Result> OnceAsync(ParticipantId person, JobEventId jobEvent, OrganisationId employer, bool wanted, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today();
        var earliest = today.AddDays(-AdmissionScope.DaysAfter);
        var own = db.ProfileReleases.VisibleTo(user).Where(release => release.ParticipantId == person && release.JobEventId == jobEvent);
        var vouched = db.JobEvents.Where(e => e.Id == jobEvent && e.State != JobEventState.Cancelled && e.Date >= earliest
            && e.Employers.Any(expected => expected.OrganisationId == employer && expected.VouchedAt != null));
        if (!await own.AnyAsync(ct))
        {
            return Errors.NotFound;
        }

        if (!wanted)
        {
            return await TakeBackAsync(db, person, jobEvent, employer, ct);
        }

        if (!await vouched.AnyAsync(ct))
        {
            return Errors.NotFound;
        }

        if (await own.InForce(db.Consents, today).SingleOrDefaultAsync(ct) is not { } release)
        {
            return ContactErrors.ProfileOver;
        }

        var id = release.Id;
        var contact = await db.Contacts.VisibleTo(user).SingleOrDefaultAsync(known => known.ReleaseId == id && known.EmployerId == employer, ct);
        if (contact?.PersonInterestAt is not null)
        {
            return Result.Ok;
        }

        if (contact is null)
        {
            contact = Contact.Of(release, employer);
            db.Contacts.Add(contact);
        }

        (contact.PersonInterestAt, contact.PersonInterestBy) = (clock.GetUtcNow().UtcDateTime, user.Id);
        db.Note(user, clock, AuditAct.Changed, contact);
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }

    // Whoever thinks otherwise can always say so, whatever has become of profile and voucher meanwhile.
    private async Task<Result> TakeBackAsync(AppDbContext db, ParticipantId person, JobEventId jobEvent, OrganisationId employer, CancellationToken ct)
    {
        foreach (var contact in await db.Contacts.VisibleTo(user)
            .Where(known => known.ParticipantId == person && known.JobEventId == jobEvent && known.EmployerId == employer && known.PersonInterestAt != null).ToListAsync(ct))
        {
            (contact.PersonInterestAt, contact.PersonInterestBy) = (null, null);
            db.Note(user, clock, AuditAct.Changed, contact);
        }

        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
