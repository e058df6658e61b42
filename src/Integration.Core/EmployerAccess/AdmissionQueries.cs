using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Integration.EmployerAccess;

/// <summary>A contact of an employer.</summary>
/// <param name="DisplayName">Name.</param>
/// <param name="Email">Address.</param>
/// <param name="Invited">Whether the invitation is still open.</param>
public sealed record EmployerContactRow(string DisplayName, string Email, bool Invited);

/// <summary>An employer's access to an event as those who let employers in see it.</summary>
/// <param name="EventTitle">The event.</param>
/// <param name="EventDate">Its day.</param>
/// <param name="EmployerName">The employer.</param>
/// <param name="VouchedAt">When somebody vouched; <see langword="null"/> when nobody does.</param>
/// <param name="OpensOn">First day, where it is earlier than the event's.</param>
/// <param name="LastDay">Last day.</param>
/// <param name="Open">Whether it is open today.</param>
/// <param name="Closed">Whether it cannot open any more.</param>
/// <param name="Contacts">Who signs in for the employer.</param>
/// <param name="Views">How many looks at profiles there were.</param>
public sealed record AdmissionView(
    string EventTitle, DateOnly EventDate, string EmployerName, DateTime? VouchedAt, DateOnly? OpensOn, DateOnly LastDay, bool Open, bool Closed,
    IReadOnlyList<EmployerContactRow> Contacts, int Views);

/// <summary>Reads the access of an employer for those who let employers in.</summary>
public sealed class AdmissionQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The access of one employer.</summary>
    /// <returns><c>Forbidden</c>, <c>NotFound</c>, or that the user's organisation has no part in the event.</returns>
    public async Task<Result<AdmissionView>> OpenAsync(JobEventId id, OrganisationId employer, CancellationToken ct)
    {
        if (!user.Has(Permission.InviteEmployerContacts))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var file = await AdmissionFile.ReadAsync(db, user, id, employer, ct);
        if (!file.Done)
        {
            return file.Error;
        }

        var (jobEvent, today) = (file.Value.Event, clock.Today());
        var users = await db.Users.AsNoTracking().Where(u => u.OrganisationId == employer && u.RevokedAt == null).ToListAsync(ct);
        var invited = await db.UserInvitations.AsNoTracking().OpenAt(clock.GetUtcNow().UtcDateTime).Where(i => i.OrganisationId == employer).ToListAsync(ct);
        return new AdmissionView(
            jobEvent.Title, jobEvent.Date, await db.Organisations.Where(o => o.Id == employer).Select(o => o.Name).SingleAsync(ct),
            file.Value.Employer.VouchedAt, file.Value.Employer.OpensOn, jobEvent.LastDayForEmployers(),
            await db.AdmissionIsOpenAsync(id, employer, today, ct), jobEvent.IsClosedToEmployers(today),
            [
                .. users.Where(SignInCode.IsFor).Select(u => new EmployerContactRow(u.DisplayName, u.Email ?? "", false))
                    .Concat(invited.Where(i => SignInCode.IsFor(i.Roles)).Select(i => new EmployerContactRow(i.DisplayName, i.Email, true)))
                    .OrderBy(row => row.DisplayName, StringComparer.CurrentCultureIgnoreCase),
            ],
            await db.ProfileViews.CountAsync(view => view.JobEventId == id && view.EmployerId == employer, ct));
    }
}
