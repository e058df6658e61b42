using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.Interpreters;

/// <summary>An assignment in the organiser's list.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Interpreter">The interpreter's name.</param>
/// <param name="Email">Where requests go; empty when there is no address.</param>
/// <param name="Phone">Telephone number.</param>
/// <param name="Advice">What their work around it asks for (R5).</param>
public sealed record EventAssignment(InterpreterAssignment Assignment, string Interpreter, string Email, string Phone, BreakAdvice Advice);

/// <summary>The interpreters of an event.</summary>
/// <param name="Event">The event.</param>
/// <param name="Form">What the need was computed for.</param>
/// <param name="Need">The need by language; sums and counts, no person.</param>
/// <param name="Assignments">In the order of the clock.</param>
public sealed record EventInterpreters(JobEvent Event, NeedForm Form, IReadOnlyList<NeedRow> Need, IReadOnlyList<EventAssignment> Assignments)
{
    /// <summary>Whether the event takes new assignments.</summary>
    public bool Open => Event.State is not (JobEventState.Closed or JobEventState.Cancelled);
}

/// <summary>Reads the need of interpreters and the assignments of an event.</summary>
public sealed class EventInterpreterQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, NeedSettings settings)
{
    /// <summary>Opens them.</summary>
    /// <param name="id">The event.</param>
    /// <param name="form">What to compute the need for; <see langword="null"/> for what fits the kind of event.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>NotFound for an event of another organisation.</returns>
    public async Task<Result<EventInterpreters>> OpenAsync(JobEventId id, NeedForm? form, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.AsNoTracking().StaffedBy(user).SingleOrDefaultAsync(e => e.Id == id, ct);
        if (jobEvent is null)
        {
            return Errors.NotFound;
        }

        // Of each registered person, of every organisation that takes part, no more than language, level and how they were asked leaves the query.
        var people = await db.Registrations.Where(r => r.JobEventId == id).HoldingAPlace()
            .Join(db.Participants.Where(p => p.MergedIntoId == null), r => r.ParticipantId, p => p.Id, (r, p) => new { p.Interpreter, p.FirstLanguage, p.SpokenGerman, r.Invitation })
            .AsNoTracking().ToListAsync(ct);
        var assignments = await db.InterpreterAssignments.AsNoTracking().VisibleTo(user).Where(a => a.JobEventId == id)
            .Join(db.Interpreters, a => a.InterpreterId, i => i.Id, (a, i) => new { Assignment = a, i.DisplayName, i.Email, i.Phone }).ToListAsync(ct);

        var expected = people.ConvertAll(person =>
        {
            var wish = Wishes.Of(person.Interpreter, person.FirstLanguage);
            return new NeedPerson(wish, settings.Weight(person.SpokenGerman, person.Interpreter.Needed, wish.Language), settings.Show(person.Invitation == InvitationKind.RequestToReport));
        });
        var confirmed = assignments.Where(row => row.Assignment.State is AssignmentState.Confirmed or AssignmentState.Done)
            .GroupBy(row => row.Assignment.InterpreterId)
            .Select(own => (IReadOnlyCollection<string>)[.. own.Select(row => row.Assignment.Language).Distinct()]).ToList();
        var work = assignments.Where(row => row.Assignment.State.TakesTime()).ToLookup(row => row.Assignment.InterpreterId, row => row.Assignment.Time);
        var chosen = form ?? FormOf(jobEvent.Kind);
        return new EventInterpreters(
            jobEvent, chosen, NeedCalculation.Of(chosen, expected, confirmed, Stretch.Of(jobEvent.Date, jobEvent.StartsAt, jobEvent.EndsAt).Length.TotalHours, settings),
            [.. assignments.OrderBy(row => row.Assignment.Day).ThenBy(row => row.Assignment.StartsAt).ThenBy(row => row.DisplayName, StringComparer.CurrentCulture)
                .Select(row => new EventAssignment(row.Assignment, row.DisplayName, row.Email, row.Phone, AdviceOf(row.Assignment, work[row.Assignment.InterpreterId])))]);
    }

    private static BreakAdvice AdviceOf(InterpreterAssignment assignment, IEnumerable<Stretch> work) =>
        assignment.State.TakesTime() ? WorkStretches.Advice(WorkStretches.Continuous(work).Where(stretch => stretch.Overlaps(assignment.Time))) : BreakAdvice.None;

    /// <summary>What interpreters mostly do at a kind of event, code of the list EventKinds.</summary>
    public static NeedForm FormOf(string kind) => kind switch
    {
        "BETRIEBSBESICHTIGUNG" => NeedForm.Tour,
        "INFOABEND_AG" or "INFOABEND_EA" or "INFOVERANSTALTUNG" or "WORKSHOP" or "DIALOG" or "FACHTAG" or "KURSBESUCH" => NeedForm.Lecture,
        _ => NeedForm.Pool,
    };
}
