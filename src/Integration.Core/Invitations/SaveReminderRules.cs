using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Invitations;

/// <summary>Saves the reminder rules of an event that the caller's organisation leads.</summary>
public sealed class SaveReminderRules(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>One rule as it is being edited.</summary>
    public sealed class Rule
    {
        /// <summary>The rule; <see langword="null"/> for a new one.</summary>
        public ReminderRuleId? Id { get; set; }

        /// <summary>What is said.</summary>
        public ReminderKind Kind { get; set; }

        /// <summary>Days before the event; for <see cref="ReminderKind.NotRecorded"/> days after it.</summary>
        public int? Days { get; set; }

        /// <summary>For registrations in this state.</summary>
        public RegistrationState State { get; set; }

        /// <summary>Whether it is switched on.</summary>
        public bool Active { get; set; } = true;

        internal int DaysBefore => Kind == ReminderKind.NotRecorded ? -Days!.Value : Days!.Value;
    }

    /// <summary>Saves all rules together; a rule that is not among them stays as it is.</summary>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <see cref="InvitationErrors.Days"/>, <see cref="InvitationErrors.TwiceTheSame"/>.</returns>
    public async Task<Result> ExecuteAsync(JobEventId id, IReadOnlyList<Rule> rules, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        if (rules.Any(rule => rule.Days is null or < 0 or > ReminderRule.MostDays))
        {
            return InvitationErrors.Days;
        }

        if (rules.DistinctBy(rule => (rule.Kind, rule.State, rule.DaysBefore)).Count() < rules.Count)
        {
            return InvitationErrors.TwiceTheSame;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.JobEvents.EditableBy(user).AnyAsync(e => e.Id == id, ct))
        {
            return Errors.NotFound;
        }

        var known = await db.ReminderRules.Where(rule => rule.JobEventId == id).ToListAsync(ct);
        foreach (var form in rules)
        {
            var rule = form.Id is { } old ? known.Find(k => k.Id == old) : db.ReminderRules.Add(new ReminderRule { JobEventId = id }).Entity;
            if (rule is null)
            {
                return Errors.NotFound;
            }

            (rule.Kind, rule.State, rule.DaysBefore, rule.Active) = (form.Kind, form.State, form.DaysBefore, form.Active);
        }

        db.Note(user, clock, AuditAct.Changed, nameof(ReminderRule), id.Value, id);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            return Errors.Conflict;
        }

        return Result.Ok;
    }
}

/// <summary>Failures of invitations and reminders.</summary>
public static class InvitationErrors
{
    /// <summary>A number of days that no rule can have.</summary>
    public static Error Days { get; } = new("Reminder_Days", ReminderRule.MostDays);

    /// <summary>Two rules say the same to the same people on the same day.</summary>
    public static Error TwiceTheSame { get; } = new("Reminder_TwiceTheSame");
}
