using System.Globalization;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Integration.Interpreters;

/// <summary>What the steps of an assignment share.</summary>
internal static class AssignmentSteps
{
    /// <summary>Why nobody needs to answer any more: the event is closed or cancelled, or the time of the assignment is over.</summary>
    public static async Task<Error?> WhyNoAnswerAsync(this AppDbContext db, InterpreterAssignment assignment, TimeProvider clock, CancellationToken ct)
    {
        var state = await db.JobEvents.Where(e => e.Id == assignment.JobEventId).Select(e => e.State).SingleAsync(ct);
        return state is JobEventState.Closed or JobEventState.Cancelled ? InterpreterErrors.EventOver
            : clock.IsPast(assignment.Day, assignment.StartsAt, assignment.EndsAt) ? InterpreterErrors.TimeOver
            : null;
    }

    /// <summary>Whether a time is over, by the clock of the portal's own zone; nights in which it is put forward or back included.</summary>
    public static bool IsPast(this TimeProvider clock, DateOnly day, TimeOnly from, TimeOnly to) =>
        EventTimes.EndInstant(clock.LocalTimeZone, day, from, to) <= clock.GetUtcNow().UtcDateTime;

    /// <summary>Writes to the interpreter what, when and where; never for whom. Without an address nothing is written.</summary>
    public static async Task MailAsync(
        this AppDbContext db, TimeProvider clock, CodeCatalog catalog, InterpreterAssignment assignment, Interpreter interpreter, string text, string link, CancellationToken ct)
    {
        if (interpreter.Email.Length == 0)
        {
            return;
        }

        var culture = CultureInfo.GetCultureInfo(interpreter.MailLanguage);
        var title = await db.JobEvents.Where(e => e.Id == assignment.JobEventId).Select(e => e.Title).SingleAsync(ct);
        var organisation = await db.Organisations.Where(o => o.Id == assignment.OrganisationId).Select(o => o.Name).SingleAsync(ct);
        var language = catalog.Label("Languages", assignment.Language, assignment.Day, culture);
        var day = assignment.Day.ToString(culture.TwoLetterISOLanguageName == "en" ? "dddd, d MMMM yyyy" : "dddd, d. MMMM yyyy", culture);
        db.Send(
            clock, interpreter.Email, interpreter.MailLanguage, text, interpreter.DisplayName, organisation, title, day, Clock(assignment.StartsAt), Clock(assignment.EndsAt),
            assignment.Place, language, link);
    }

    /// <summary>Saves; false when somebody else saved the assignment meanwhile.</summary>
    public static async Task<bool> SavedAsync(this AppDbContext db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
