using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.Invitations;

/// <summary>A rule with what came of it; numbers alone.</summary>
/// <param name="Id">The rule; <see langword="null"/> for a usual one that is not saved yet.</param>
/// <param name="Kind">What is said.</param>
/// <param name="Days">Days before the event, or after it for attendance that nobody recorded.</param>
/// <param name="State">For registrations in this state.</param>
/// <param name="Active">Whether it is switched on.</param>
/// <param name="Mailed">People who got a mail.</param>
/// <param name="Told">People of whom their case manager was told.</param>
public sealed record ReminderRow(ReminderRuleId? Id, ReminderKind Kind, int Days, RegistrationState State, bool Active, int Mailed, int Told);

/// <summary>Reads of reminder rules.</summary>
public sealed class ReminderQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user)
{
    /// <summary>The rules of an event that the reader's organisation leads; the usual ones where nobody has changed any.</summary>
    /// <returns>The rules in the order of time; or <c>NotFound</c>.</returns>
    public async Task<Result<IReadOnlyList<ReminderRow>>> ListAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.JobEvents.EditableBy(user).AnyAsync(e => e.Id == id, ct))
        {
            return Errors.NotFound;
        }

        var rows = await db.ReminderRules.AsNoTracking().Where(r => r.JobEventId == id).OrderByDescending(r => r.DaysBefore).ThenBy(r => r.Id)
            .Select(r => new { Rule = r, Mailed = db.Reminders.Count(done => done.RuleId == r.Id && done.ByMail), Told = db.Reminders.Count(done => done.RuleId == r.Id && !done.ByMail) })
            .ToListAsync(ct);
        return rows.Count == 0
            ? ReminderRule.Defaults(id).Select(rule => Row(rule, null, 0, 0)).ToList()
            : rows.ConvertAll(row => Row(row.Rule, row.Rule.Id, row.Mailed, row.Told));
    }

    private static ReminderRow Row(ReminderRule rule, ReminderRuleId? id, int mailed, int told) => new(id, rule.Kind, Math.Abs(rule.DaysBefore), rule.State, rule.Active, mailed, told);
}
