using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Microsoft.EntityFrameworkCore;

namespace Integration.Lifecycle;

/// <summary>Who is told what becomes of an event.</summary>
public enum ConcernedGroup
{
    /// <summary>Case managers in charge of registered people.</summary>
    CaseManagers,

    /// <summary>Colleagues at the leading organisation and its hosts who work with the event.</summary>
    Partners,

    /// <summary>Interpreters who were asked or have confirmed.</summary>
    Interpreters,

    /// <summary>Expected employers.</summary>
    Employers,
}

/// <summary>How many of a group are told.</summary>
/// <param name="Group">The group.</param>
/// <param name="Mails">Those who get a mail.</param>
/// <param name="WithoutAddress">Those who have no address and must be called.</param>
public sealed record ConcernedCount(ConcernedGroup Group, int Mails, int WithoutAddress);

/// <summary>Somebody who is told.</summary>
/// <param name="Group">Why.</param>
/// <param name="To">Address; empty when there is none.</param>
/// <param name="Language">Language of the mail.</param>
/// <param name="People">For case managers: how many registered people they should tell. A number for their own eyes; it says nothing about how anybody was invited.</param>
internal sealed record Addressee(ConcernedGroup Group, string To, string Language, int People);

/// <summary>Finds everyone concerned by an event, each address once.</summary>
internal static class Concerned
{
    public static async Task<List<Addressee>> ReadAsync(AppDbContext db, JobEvent jobEvent, UserId acting, CancellationToken ct)
    {
        var registered = await db.Registrations.Where(r => r.JobEventId == jobEvent.Id && r.State != RegistrationState.Declined && r.State != RegistrationState.Withdrawn)
            .Join(db.Participants.Where(p => p.MergedIntoId == null), r => r.ParticipantId, p => p.Id, (r, p) => new { r.OrganisationId, p.OwnerId }).ToListAsync(ct);
        var houses = jobEvent.Hosts.Select(h => h.OrganisationId).Append(jobEvent.OrganisationId).Concat(registered.Select(row => row.OrganisationId)).Distinct().ToList();
        var users = await db.Users.AsNoTracking().Where(u => houses.Contains(u.OrganisationId) && u.RevokedAt == null).ToListAsync(ct);
        var inCharge = users.Select(u => u.UserId).ToHashSet();
        // People without somebody in charge are everybody's at their organisation: rather told twice than not at all.
        var orphans = registered.Where(row => row.OwnerId is not { } owner || !inCharge.Contains(owner)).CountBy(row => row.OrganisationId).ToDictionary();
        var owned = registered.Where(row => row.OwnerId is not null).CountBy(row => row.OwnerId!.Value).ToDictionary();
        var partners = jobEvent.Hosts.Select(h => h.OrganisationId).Append(jobEvent.OrganisationId).ToHashSet();
        var interpreters = await db.InterpreterAssignments
            .Where(a => a.JobEventId == jobEvent.Id && (a.State == AssignmentState.Requested || a.State == AssignmentState.Confirmed))
            .Join(db.Interpreters, a => a.InterpreterId, i => i.Id, (a, i) => new { i.Id, i.Email, i.MailLanguage }).Distinct().ToListAsync(ct);
        var employers = await db.Set<ExpectedEmployer>().Where(e => e.JobEventId == jobEvent.Id)
            .Join(db.Organisations, e => e.OrganisationId, o => o.Id, (e, o) => o.ContactEmail).ToListAsync(ct);

        var all = new List<Addressee>();
        foreach (var user in users.OrderBy(u => u.Email, StringComparer.Ordinal))
        {
            var people = owned.GetValueOrDefault(user.UserId) + (user.Roles.Contains(Role.CaseManager) ? orphans.GetValueOrDefault(user.OrganisationId) : 0);
            if (people > 0)
            {
                all.Add(new Addressee(ConcernedGroup.CaseManagers, user.Email ?? "", user.Language, people));
            }
            else if (partners.Contains(user.OrganisationId) && user.UserId != acting && WorksWithEvents(user))
            {
                all.Add(new Addressee(ConcernedGroup.Partners, user.Email ?? "", user.Language, 0));
            }
        }

        all.AddRange(interpreters.Select(i => new Addressee(ConcernedGroup.Interpreters, i.Email, i.MailLanguage, 0)));
        all.AddRange(employers.Select(to => new Addressee(ConcernedGroup.Employers, to, "de", 0)));
        // Without an address nobody is anybody's double.
        return [.. all.Where(a => a.To.Length > 0).DistinctBy(a => a.To, StringComparer.OrdinalIgnoreCase), .. all.Where(a => a.To.Length == 0)];
    }

    public static List<ConcernedCount> Count(IReadOnlyCollection<Addressee> addressees) =>
        [.. Enum.GetValues<ConcernedGroup>().Select(group => new ConcernedCount(
            group, addressees.Count(a => a.Group == group && a.To.Length > 0), addressees.Count(a => a.Group == group && a.To.Length == 0)))];

    private static bool WorksWithEvents(AppUser user) =>
        RolePermissions.Allow(user.Roles, Permission.EditEvents) || RolePermissions.Allow(user.Roles, Permission.RegisterForEvents) || RolePermissions.Allow(user.Roles, Permission.VouchForEmployers);
}

/// <summary>Reads who would be told.</summary>
public sealed class ConcernedQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user)
{
    /// <summary>How many of each group would be told now: numbers alone.</summary>
    /// <returns>The numbers; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result<List<ConcernedCount>>> CountAsync(JobEventId id, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.EditableBy(user).AsNoTracking().Include(e => e.Hosts).SingleOrDefaultAsync(e => e.Id == id, ct);
        return jobEvent is null ? Errors.NotFound : Concerned.Count(await Concerned.ReadAsync(db, jobEvent, user.Id, ct));
    }
}
