using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Employers;

/// <summary>Fills an offer, withdraws it, or opens it again.</summary>
public sealed class ChangeOfferState(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Changes the state.</summary>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <see cref="EmployerErrors.Step"/>.</returns>
    public async Task<Result> ExecuteAsync(JobOfferId id, OfferState state, CancellationToken ct)
    {
        if (!user.Has(Permission.EditOffers))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var kept = db.Organisations.EmployersKeptBy(user, db);
        var offer = await db.JobOffers.SingleOrDefaultAsync(o => o.Id == id && kept.Any(employer => employer.Id == o.EmployerId), ct);
        if (offer is null)
        {
            return Errors.NotFound;
        }

        if (!OfferStates.After(offer.State).Contains(state))
        {
            return EmployerErrors.Step(offer.State, state);
        }

        (offer.State, offer.ChangedAt) = (state, clock.GetUtcNow().UtcDateTime);
        db.Note(user, clock, AuditAct.Changed, nameof(JobOffer), offer.Id.Value, offer.JobEventId);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return Result.Ok;
    }
}
