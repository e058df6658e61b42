using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>Gives every vouched employer of an event tables from what its stands say: their number, at least one, the languages spoken there, and the hall as
/// zone. What was entered already stays.</summary>
public sealed class SetUpTalkVenues(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Sets them up.</summary>
    /// <returns>How many employers got tables; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result<int>> ExecuteAsync(JobEventId id, CancellationToken ct) =>
        user.Has(Permission.EditEvents) ? await Persistently.RunAsync(() => OnceAsync(id, ct)) : Errors.Forbidden;

    private async Task<Result<int>> OnceAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.EventToPlanAsync(user, id, ct) is not { } jobEvent)
        {
            return Errors.NotFound;
        }

        var halls = await db.FloorPlans.Where(plan => plan.JobEventId == id).Select(plan => new { plan.Id, plan.Name }).ToDictionaryAsync(plan => plan.Id, plan => plan.Name, ct);
        var known = await db.TalkVenues.Where(v => v.JobEventId == id).Select(v => v.EmployerId).ToListAsync(ct);
        var made = jobEvent.Employers.Where(e => e.VouchedAt is not null && !known.Contains(e.OrganisationId)).Select(e => VenueOf(jobEvent, e.OrganisationId, halls)).ToList();
        if (made.Count > 0)
        {
            db.AddRange(made);
            db.Note(user, clock, AuditAct.Created, nameof(TalkVenue), jobEvent: id, count: made.Count);
            await db.SaveChangesAsync(ct);
        }

        return made.Count;
    }

    private static TalkVenue VenueOf(JobEvent jobEvent, OrganisationId employer, Dictionary<FloorPlanId, string> halls)
    {
        var stands = jobEvent.Stands.Where(stand => stand.OrganisationId == employer).OrderBy(stand => stand.Number, StringComparer.Ordinal).ToList();
        var hall = stands.Find(stand => stand.FloorPlanId is not null)?.FloorPlanId;
        var name = hall is { } plan ? halls.GetValueOrDefault(plan, "") : "";
        return new TalkVenue
        {
            JobEventId = jobEvent.Id,
            EmployerId = employer,
            Tables = Math.Clamp(stands.Sum(stand => stand.Tables ?? 0), 1, TalkVenue.MostTables),
            Zone = name[..Math.Min(name.Length, TalkVenue.ZoneMaxLength)],
            Languages = [.. stands.SelectMany(stand => stand.Languages).Where(code => code != LanguageFits.German).Distinct(StringComparer.Ordinal)],
        };
    }
}
