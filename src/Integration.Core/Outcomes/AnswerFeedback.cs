using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Outcomes;

/// <summary>An employer says by the link of the mail what the event was worth. The link is the right: nobody is signed in. It counts once, and what is
/// said is kept without who said it.</summary>
public sealed class AnswerFeedback(IDbContextFactory<AppDbContext> contexts, TimeProvider clock)
{
    /// <summary>Where the link leads, before the token.</summary>
    public const string Path = "/feedback/";

    /// <summary>The five questions and a line.</summary>
    public sealed class Form
    {
        /// <summary>Whether the guests fitted.</summary>
        public int? Guests { get; set; }

        /// <summary>Whether the short profiles helped.</summary>
        public int? Profiles { get; set; }

        /// <summary>Interpreting.</summary>
        public int? Interpreting { get; set; }

        /// <summary>Organisation.</summary>
        public int? Organisation { get; set; }

        /// <summary>Whether they would come again.</summary>
        public ComeAgain? Again { get; set; }

        /// <summary>What can be better.</summary>
        [MaxLength(EmployerFeedback.RemarkMaxLength)]
        public string? Remark { get; set; }

        internal bool Complete => new[] { Guests, Profiles, Interpreting, Organisation }.All(answer => answer is >= EmployerFeedback.Worst and <= EmployerFeedback.Best)
            && Again is { } again && Enum.IsDefined(again);
    }

    /// <summary>Answers.</summary>
    /// <returns>Done; or <see cref="OutcomeErrors.FeedbackVoid"/>, <see cref="OutcomeErrors.FeedbackIncomplete"/>, <c>TooLong</c>.</returns>
    public async Task<Result> ExecuteAsync(string token, Form form, CancellationToken ct)
    {
        var remark = (form.Remark ?? "").Trim();
        if (remark.Length > EmployerFeedback.RemarkMaxLength)
        {
            return Errors.TooLong(nameof(Form.Remark), EmployerFeedback.RemarkMaxLength);
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = db.FeedbackRequests.OpenBy(token, db, clock);
        var jobEvent = await open.Select(request => (JobEventId?)request.JobEventId).SingleOrDefaultAsync(ct);
        if (jobEvent is not { } id)
        {
            return OutcomeErrors.FeedbackVoid;
        }

        if (!form.Complete)
        {
            return OutcomeErrors.FeedbackIncomplete;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Only the day: the minute would tell who it was to whoever saw them type.
        var today = clock.Today().ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        if (await open.ExecuteUpdateAsync(set => set.SetProperty(request => request.AnsweredAt, today), ct) == 0)
        {
            return OutcomeErrors.FeedbackVoid;
        }

        db.Add(new EmployerFeedback
        {
            // Version 7 carries its moment.
            Id = new EmployerFeedbackId(new Guid(RandomNumberGenerator.GetBytes(16))),
            JobEventId = id, Guests = form.Guests!.Value, Profiles = form.Profiles!.Value, Interpreting = form.Interpreting!.Value, Organisation = form.Organisation!.Value,
            Again = form.Again!.Value, Remark = remark,
        });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok;
    }
}

/// <summary>Requests by their link.</summary>
internal static class FeedbackLinks
{
    /// <summary>The request of a token while it can be answered; none for an unknown, used or old one.</summary>
    public static IQueryable<FeedbackRequest> OpenBy(this IQueryable<FeedbackRequest> requests, string token, AppDbContext db, TimeProvider clock)
    {
        var hash = InvitationToken.HashOf(token);
        var since = clock.Today().AddDays(-FeedbackRequest.DaysOpen);
        return requests.Where(request => request.TokenHash == hash && request.AnsweredAt == null
            && db.JobEvents.Any(e => e.Id == request.JobEventId && e.Date >= since && e.State != Integration.Events.JobEventState.Cancelled));
    }
}
