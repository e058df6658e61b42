using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.EmployerAccess;
using Integration.Messaging;
using Integration.Privacy;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>What a company does about a profile, by itself or through the employer service. Callers have checked the permission. A profile that the
/// company may not see is not found, whatever the reason.</summary>
/// <param name="contexts">The database.</param>
/// <param name="user">Who acts.</param>
/// <param name="clock">The clock.</param>
/// <param name="actsFor">The company, when the employer service acts for it; <see langword="null"/> for the user's own.</param>
internal sealed class EmployerSide(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, OrganisationId? actsFor)
{
    // A company that takes its request back and asks again does not write a mail each time.
    private static readonly TimeSpan MailPause = TimeSpan.FromDays(1);

    private OrganisationId Employer => actsFor ?? user.OrganisationId;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Wants a talk, or no longer. Taking it back ends an open request; what was decided stays decided.</summary>
    public Task<Result> ShowInterestAsync(JobEventId jobEvent, string token, bool wanted, CancellationToken ct) => Persistently.RunAsync<Result>(async () =>
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await FindAsync(db, jobEvent, token, ct) is not { } release)
        {
            return Errors.NotFound;
        }

        var contact = await ContactAsync(db, release, add: wanted, ct);
        if (contact is null || contact.EmployerInterestAt is not null == wanted)
        {
            return Result.Ok;
        }

        (contact.EmployerInterestAt, contact.EmployerInterestBy) = wanted ? (Now, user.Id) : ((DateTime?)null, (UserId?)null);
        if (!wanted && ContactTransitions.After(contact.State, ContactStep.TakeBack) is { } state)
        {
            contact.State = state;
        }

        db.Note(user, clock, AuditAct.Changed, contact);
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    });

    /// <summary>Asks for contact. Asking twice changes nothing.</summary>
    public Task<Result> RequestAsync(JobEventId jobEvent, string token, PortalAddress address, CancellationToken ct) => Persistently.RunAsync<Result>(async () =>
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await FindAsync(db, jobEvent, token, ct) is not { } release)
        {
            return Errors.NotFound;
        }

        var contact = (await ContactAsync(db, release, add: true, ct))!;
        if (contact.State.Waits() || await db.Contacts.Where(c => c.Id == contact.Id).NameReleased(db, clock.Today()).AnyAsync(ct))
        {
            return Result.Ok;
        }

        if (ContactTransitions.After(contact.State, ContactStep.Request) is not { } state)
        {
            return ContactErrors.Answered;
        }

        var tell = contact.RequestedAt is not { } before || Now - before > MailPause;
        (contact.State, contact.RequestedAt, contact.RequestedBy, contact.AskedAt, contact.RemindedAt) = (state, Now, user.Id, null, null);
        contact.EmployerInterestBy ??= user.Id;
        contact.EmployerInterestAt ??= Now;
        db.Follow(release, ProfileState.Requested, user.Id, Now);
        db.Note(user, clock, AuditAct.ContactRequested, contact);
        if (tell)
        {
            await db.TellCaseManagerAsync(clock, address, contact, ct);
        }

        await db.SaveChangesAsync(ct);
        return Result.Ok;
    });

    /// <summary>Records that a talk took place.</summary>
    public Task<Result> RecordTalkAsync(JobEventId jobEvent, string token, CancellationToken ct) => Persistently.RunAsync<Result>(async () =>
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await FindAsync(db, jobEvent, token, ct) is not { } release)
        {
            return Errors.NotFound;
        }

        var contact = (await ContactAsync(db, release, add: true, ct))!;
        if (contact.TalkedAt is null)
        {
            contact.TalkedAt = Now;
            db.Note(user, clock, AuditAct.Changed, contact);
            await db.SaveChangesAsync(ct);
        }

        return Result.Ok;
    });

    private async Task<ProfileRelease?> FindAsync(AppDbContext db, JobEventId jobEvent, string token, CancellationToken ct)
    {
        var today = clock.Today();
        var shown = db.ProfileReleases.ShownToEmployer(user, db, today);
        if (actsFor is { } employer)
        {
            if (!user.Roles.Contains(Role.EmployerService) || !await db.AdmissionIsOpenAsync(jobEvent, employer, today, ct))
            {
                return null;
            }

            shown = db.ProfileReleases.ShownTo(user, db).InForce(db.Consents, today);
        }

        return await shown.SingleOrDefaultAsync(release => release.Token == token && release.JobEventId == jobEvent, ct);
    }

    private async Task<Contact?> ContactAsync(AppDbContext db, ProfileRelease release, bool add, CancellationToken ct)
    {
        var (id, employer) = (release.Id, Employer);
        var contact = await db.Contacts.SingleOrDefaultAsync(known => known.ReleaseId == id && known.EmployerId == employer, ct);
        if (contact is null && add)
        {
            contact = Contact.Of(release, employer);
            db.Contacts.Add(contact);
        }

        return contact;
    }
}
