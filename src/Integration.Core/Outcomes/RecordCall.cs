using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Outcomes;

/// <summary>Records a call with an employer that led to no step, or takes it back. The id comes from the page: a repeated click makes one call.</summary>
public sealed class RecordCall(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>A call.</summary>
    /// <param name="Id">Drawn by the page.</param>
    /// <param name="JobEventId">The event.</param>
    /// <param name="EmployerId">The company.</param>
    /// <param name="Reached">Whether somebody answered.</param>
    /// <param name="TakenBack">Whether it is taken back.</param>
    public sealed record Call(EmployerCallId Id, JobEventId JobEventId, OrganisationId EmployerId, bool Reached, bool TakenBack = false);

    /// <summary>Records.</summary>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result> ExecuteAsync(Call call, CancellationToken ct)
    {
        if (!user.Has(Permission.RecordOutcomes))
        {
            return Errors.Forbidden;
        }

        return await Persistently.RunAsync<Result>(async () =>
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var known = await db.EmployerCalls.SingleOrDefaultAsync(c => c.Id == call.Id, ct);
            if (known is null ? call.TakenBack || !await MayCallAsync(db, call, ct) : known.OrganisationId != user.OrganisationId)
            {
                return Errors.NotFound;
            }

            var now = clock.GetUtcNow().UtcDateTime;
            if (known is null)
            {
                db.Add(new EmployerCall
                {
                    Id = call.Id, JobEventId = call.JobEventId, EmployerId = call.EmployerId, OrganisationId = user.OrganisationId, Reached = call.Reached, At = now, By = user.Id,
                });
            }
            else if (call.TakenBack && known.TakenBackAt is null)
            {
                known.TakenBackAt = now;
            }
            else
            {
                return Result.Ok;
            }

            db.Note(user, clock, AuditAct.Changed, nameof(EmployerCall), call.Id.Value, call.JobEventId);
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        });
    }

    private async Task<bool> MayCallAsync(AppDbContext db, Call call, CancellationToken ct) =>
        await db.JobEvents.VisibleTo(user).AnyAsync(e => e.Id == call.JobEventId && e.Employers.Any(employer => employer.OrganisationId == call.EmployerId), ct)
        && (user.Roles.Contains(Role.EmployerService)
            || await db.Contacts.RecordableBy(user, db).AnyAsync(c => c.JobEventId == call.JobEventId && c.EmployerId == call.EmployerId, ct));
}
