using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.Outcomes;

/// <summary>What employers said about an event.</summary>
/// <param name="Asked">How many companies were asked.</param>
/// <param name="Answered">How many have answered.</param>
/// <param name="Averages">The averages of guests, profiles, interpreting and organisation, 1 to 5; <see langword="null"/> below <see cref="CellCount.Least"/>
/// answers, from which one could tell who said what.</param>
/// <param name="Again">How many would come again: yes, perhaps, no; <see langword="null"/> as above.</param>
/// <param name="Remarks">What can be better, in no order that says anything; none as above.</param>
public sealed record FeedbackResult(int Asked, int Answered, FeedbackAverages? Averages, IReadOnlyList<(ComeAgain Answer, int Count)>? Again, IReadOnlyList<string> Remarks);

/// <summary>Averages, 1 to 5.</summary>
public sealed record FeedbackAverages(double Guests, double Profiles, double Interpreting, double Organisation);

/// <summary>The event that a link asks about.</summary>
public sealed record FeedbackQuestion(string EventTitle, DateOnly Day);

/// <summary>Reads feedback.</summary>
public sealed class FeedbackQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>What a link asks about.</summary>
    /// <returns>The question; or <see cref="OutcomeErrors.FeedbackVoid"/>.</returns>
    public async Task<Result<FeedbackQuestion>> ByLinkAsync(string token, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var asked = await db.FeedbackRequests.OpenBy(token, db, clock)
            .Join(db.JobEvents, request => request.JobEventId, e => e.Id, (request, e) => new FeedbackQuestion(e.Title, e.Date)).SingleOrDefaultAsync(ct);
        return asked is null ? OutcomeErrors.FeedbackVoid : asked;
    }

    /// <summary>What was said about an event, for those whose organisation has part in it.</summary>
    /// <returns>The result; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result<FeedbackResult>> OfEventAsync(JobEventId id, CancellationToken ct)
    {
        if (!user.Has(Permission.ViewOutcomes))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.VisibleTo(user).AsNoTracking().Include(e => e.Hosts).SingleOrDefaultAsync(e => e.Id == id, ct);
        if (jobEvent is null || !jobEvent.HasPart(user))
        {
            return Errors.NotFound;
        }

        var asked = await db.FeedbackRequests.CountAsync(request => request.JobEventId == id, ct);
        var answers = await db.EmployerFeedback.AsNoTracking().Where(answer => answer.JobEventId == id).ToListAsync(ct);
        if (answers.Count < CellCount.Least)
        {
            return new FeedbackResult(asked, answers.Count, null, null, []);
        }

        return new FeedbackResult(
            asked, answers.Count,
            new FeedbackAverages(answers.Average(a => a.Guests), answers.Average(a => a.Profiles), answers.Average(a => a.Interpreting), answers.Average(a => a.Organisation)),
            [.. Enum.GetValues<ComeAgain>().Select(again => (again, answers.Count(a => a.Again == again)))],
            [.. answers.Select(a => a.Remark).Where(remark => remark.Length > 0).Order(StringComparer.CurrentCulture)]);
    }
}
