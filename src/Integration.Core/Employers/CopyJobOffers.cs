using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Employers;

/// <summary>Copies a company's offers of an earlier event to one that is to come, open again; a first day that is past by then is left open.</summary>
public sealed class CopyJobOffers(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Copies and returns how many.</summary>
    /// <param name="employer">The company.</param>
    /// <param name="from">The earlier event; the last one before with offers of the company when <see langword="null"/>.</param>
    /// <param name="to">The event to come.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The number; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <see cref="EmployerErrors.NotExpected"/>, <see cref="EmployerErrors.NothingToCopy"/>
    /// when nothing is there that was not copied already.</returns>
    public async Task<Result<int>> ExecuteAsync(OrganisationId employer, JobEventId? from, JobEventId to, CancellationToken ct)
    {
        if (!user.Has(Permission.EditOffers))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.Organisations.EmployersKeptBy(user, db).AnyAsync(o => o.Id == employer, ct))
        {
            return Errors.NotFound;
        }

        if (await db.JobEvents.TakingOffers(employer).AsNoTracking().SingleOrDefaultAsync(e => e.Id == to, ct) is not { } target)
        {
            return EmployerErrors.NotExpected;
        }

        var source = from ?? await db.JobEvents.Where(e => e.Id != to && e.Date <= target.Date && db.JobOffers.Any(o => o.JobEventId == e.Id && o.EmployerId == employer))
            .OrderByDescending(e => e.Date).Select(e => (JobEventId?)e.Id).FirstOrDefaultAsync(ct);
        var offers = await db.JobOffers.AsNoTracking().Where(o => o.EmployerId == employer && o.JobEventId != null && o.JobEventId == source && o.State != OfferState.Withdrawn).ToListAsync(ct);
        var copied = await db.JobOffers.Where(o => o.EmployerId == employer && o.JobEventId == to && o.CopiedFromId != null).Select(o => o.CopiedFromId).ToListAsync(ct);
        var copies = source == to ? [] : offers.Where(o => !copied.Contains(o.Id)).Select(o => Copy(o, target.Id, target.Date)).ToList();
        if (copies.Count == 0)
        {
            return EmployerErrors.NothingToCopy;
        }

        db.AddRange(copies);
        db.Note(user, clock, AuditAct.Created, nameof(JobOffer), null, to, copies.Count);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // A colleague copied the same ones at this moment; the index lets each in once.
            return Errors.Conflict;
        }

        return copies.Count;
    }

    private JobOffer Copy(JobOffer old, JobEventId to, DateOnly day)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new JobOffer
        {
            EmployerId = old.EmployerId, JobEventId = to, CopiedFromId = old.Id, Title = old.Title, OccupationGroup = old.OccupationGroup, WorkForm = old.WorkForm, Places = old.Places,
            LeastGerman = old.LeastGerman, WorkTimes = [.. old.WorkTimes], WeeklyHours = old.WeeklyHours, StartsOn = old.StartsOn < day ? null : old.StartsOn, BeginsAt = old.BeginsAt,
            PostalCode = old.PostalCode, Town = old.Town, ByBusFrom = old.ByBusFrom, LicenceClasses = [.. old.LicenceClasses], Evidence = [.. old.Evidence],
            CreatedAt = now, ChangedAt = now,
        };
    }
}
