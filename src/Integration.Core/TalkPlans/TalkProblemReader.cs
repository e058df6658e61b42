using Integration.Common;
using Integration.Data;
using Integration.Door;
using Integration.Events;
using Integration.Interpreters;
using Integration.Planning.Talks;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>Reads the problem of an event's talks. Callers have checked that the user leads the event.</summary>
internal sealed partial class TalkProblemReader(AppDbContext db, TimeProvider clock, JobEvent jobEvent)
{
    private readonly EventClock _time = new(jobEvent);

    /// <summary>Reads it.</summary>
    /// <param name="db">The context.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="jobEvent">The event with its employers and stands.</param>
    /// <param name="settings">What is asked for.</param>
    /// <param name="losses">Who is lost beside what the records say.</param>
    /// <param name="kept">Talks of a plan: those that somebody put in by hand, or that were offered, are asked for as long as they stand in it.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<TalkProblemOfEvent> ReadAsync(
        AppDbContext db, TimeProvider clock, JobEvent jobEvent, TalkSettings settings, TalkLosses losses, IReadOnlyCollection<ScheduledTalk> kept, CancellationToken ct)
    {
        var facts = await new TalkProblemReader(db, clock, jobEvent).FactsAsync(settings, losses, kept, ct);
        return TalkProblemOfEvent.Of(facts, settings);
    }

    private async Task<TalkProblemFacts> FactsAsync(TalkSettings settings, TalkLosses losses, IReadOnlyCollection<ScheduledTalk> kept, CancellationToken ct)
    {
        var slots = await SlotsAsync(ct);
        var hosts = await HostsAsync(losses, ct);
        var interpreters = await InterpretersAsync(losses, ct);
        var (people, ruledOut) = await PeopleAsync(losses, interpreters.Present, ct);
        return new TalkProblemFacts
        {
            Event = jobEvent,
            Clock = _time,
            Slots = slots,
            People = people,
            Hosts = hosts,
            Interpreters = interpreters.Windows,
            OtherWork = interpreters.OtherWork,
            RuledOut = ruledOut,
            Wishes = await WishesAsync(people, hosts, settings, kept, ct),
            Presence = await PresenceAsync(ct),
            Elsewhere = await ElsewhereAsync(ct),
            Leaves = losses.Employers.Where(loss => loss.From is not null).ToDictionary(loss => loss.EmployerId, loss => _time.Minute(loss.From!.Value)),
        };
    }

    private async Task<IReadOnlyList<TalkSlot>> SlotsAsync(CancellationToken ct)
    {
        var id = jobEvent.Id;
        var times = await db.TalkTimes.AsNoTracking().Where(t => t.JobEventId == id && !db.EventStages.Any(s => s.Id == t.StageId && s.Cancelled)).ToListAsync(ct);
        return TalkSlots.Of(times, _time);
    }

    private async Task<List<ProblemHost>> HostsAsync(TalkLosses losses, CancellationToken ct)
    {
        var id = jobEvent.Id;
        var gone = losses.Employers.Where(loss => loss.From is null).Select(loss => loss.EmployerId).ToHashSet();
        var expected = jobEvent.Employers.Where(e => e.VouchedAt is not null && !gone.Contains(e.OrganisationId)).Select(e => e.OrganisationId).ToHashSet();
        var rows = await db.TalkVenues.AsNoTracking().Where(v => v.JobEventId == id && v.Open)
            .Join(db.Organisations, v => v.EmployerId, o => o.Id, (v, o) => new { Venue = v, o.Name }).ToListAsync(ct);
        return
        [
            .. rows.Where(row => expected.Contains(row.Venue.EmployerId))
                .OrderBy(row => row.Venue.Zone, StringComparer.CurrentCulture).ThenBy(row => row.Name, StringComparer.CurrentCulture).ThenBy(row => row.Venue.EmployerId.Value)
                .Select(row => new ProblemHost(row.Venue, row.Name, jobEvent.StandsOf(row.Venue.EmployerId))),
        ];
    }

    private async Task<(List<ProblemInterpreter> Windows, List<Interpreter> Present, ILookup<InterpreterId, TimeSpanOfDay> OtherWork)> InterpretersAsync(TalkLosses losses, CancellationToken ct)
    {
        var id = jobEvent.Id;
        var rows = await db.InterpreterAssignments.AsNoTracking().Where(a => a.JobEventId == id && (a.State == AssignmentState.Confirmed || a.State == AssignmentState.Done))
            .Join(db.Interpreters, a => a.InterpreterId, i => i.Id, (a, i) => new { Assignment = a, Interpreter = i }).ToListAsync(ct);
        rows.RemoveAll(row => losses.Interpreters.Contains(row.Interpreter.Id));
        var work = rows.ConvertAll(row => (row.Interpreter, Time: SpanOf(row.Assignment), ForTalks: IsForTalks(row.Assignment)));
        var present = rows.Select(row => row.Interpreter).DistinctBy(interpreter => interpreter.Id).OrderBy(interpreter => interpreter.DisplayName, StringComparer.CurrentCulture)
            .ThenBy(interpreter => interpreter.Id.Value).ToList();
        var windows = present.SelectMany(interpreter => Joined(work.Where(row => row.ForTalks && row.Interpreter.Id == interpreter.Id).Select(row => row.Time))
            .Select(time => new ProblemInterpreter(interpreter.Id, interpreter.DisplayName, LanguagesOf(interpreter), time))).ToList();
        return (windows, present, work.Where(row => !row.ForTalks).ToLookup(row => row.Interpreter.Id, row => row.Time));
    }

    private static List<string> LanguagesOf(Interpreter interpreter) =>
        [.. interpreter.Languages.Where(language => language.Direction == InterpretingDirection.Both).Select(language => language.Code).Distinct(StringComparer.Ordinal)];

    // Whoever walks with a group, whispers at a lecture or is there for one person has other work at that time.
    private static bool IsForTalks(InterpreterAssignment assignment) =>
        assignment.ParticipantId is null && assignment.Kind is AssignmentKind.Pool or AssignmentKind.Stand or AssignmentKind.Talk;

    private TimeSpanOfDay SpanOf(InterpreterAssignment assignment)
    {
        var start = _time.Minute(assignment.Day, assignment.StartsAt);
        return new TimeSpanOfDay(start, start + (int)assignment.Time.Length.TotalMinutes);
    }

    private static List<TimeSpanOfDay> Joined(IEnumerable<TimeSpanOfDay> times)
    {
        var joined = new List<TimeSpanOfDay>();
        foreach (var time in times.OrderBy(time => time.Start))
        {
            if (joined.Count > 0 && time.Start <= joined[^1].End)
            {
                joined[^1] = joined[^1] with { End = Math.Max(joined[^1].End, time.End) };
            }
            else
            {
                joined.Add(time);
            }
        }

        return joined;
    }
}
