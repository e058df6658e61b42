using Integration.Common;
using Integration.Events;
using Integration.Interpreters;
using Integration.Organisations;
using Integration.Resources;
using Integration.Transport;

namespace Integration.Calendars;

/// <summary>A planned talk in a calendar.</summary>
/// <param name="From">Begin, local time.</param>
/// <param name="Until">End, local time.</param>
/// <param name="Employer">At whose table.</param>
/// <param name="Table">Its number.</param>
public sealed record CalendarTalk(TimeOnly From, TimeOnly Until, string Employer, int Table);

/// <summary>From the portal's records to appointments.</summary>
/// <param name="zone">The zone in which events are planned.</param>
/// <param name="host">Name of the portal's host: makes the appointments' ids unique in the world.</param>
public sealed class CalendarEntries(TimeZoneInfo zone, string host)
{
    /// <summary>An event.</summary>
    public CalendarFacts Of(JobEvent jobEvent, Organisation organiser) => new()
    {
        Uid = $"event-{jobEvent.Id}@{host}",
        Sequence = jobEvent.CalendarSequence,
        BeginsAt = jobEvent.BeginsAt(zone),
        EndsAt = jobEvent.IsOverAt(zone),
        Title = jobEvent.Title,
        Place = PlaceOf(jobEvent),
        Cancelled = jobEvent.State == JobEventState.Cancelled,
        Tentative = jobEvent.State == JobEventState.Idea,
        Organiser = organiser.Name,
        OrganiserEmail = EmailOf(organiser),
    };

    /// <summary>An interpreter's assignment: what, when, where; neither for whom nor the task's own words, which a careless hand may have
    /// written a name into.</summary>
    /// <param name="assignment">The assignment.</param>
    /// <param name="jobEvent">Its event.</param>
    /// <param name="organiser">Who asked.</param>
    /// <param name="language">The language in words.</param>
    /// <param name="talks">The planned talks within it; of nobody in particular.</param>
    public CalendarFacts Of(InterpreterAssignment assignment, JobEvent jobEvent, Organisation organiser, string language, IReadOnlyList<CalendarTalk>? talks = null) => new()
    {
        Uid = $"assignment-{assignment.Id}@{host}",
        // The event's own changes move the assignment too; a sum of two that only grow only grows.
        Sequence = assignment.CalendarSequence + jobEvent.CalendarSequence,
        BeginsAt = EventTimes.Instant(zone, assignment.Day, assignment.StartsAt),
        EndsAt = EventTimes.EndInstant(zone, assignment.Day, assignment.StartsAt, assignment.EndsAt),
        Title = string.Format(System.Globalization.CultureInfo.CurrentCulture, CalendarTexts.Assignment, jobEvent.Title),
        Place = string.Join(", ", new[] { assignment.Place, PlaceOf(jobEvent) }.Where(part => part.Length > 0)),
        Description = Lines([assignment.Kind.Label(), language, .. (talks ?? []).Select(Line)]),
        Cancelled = jobEvent.State == JobEventState.Cancelled || !assignment.State.TakesTime(),
        Tentative = assignment.State == AssignmentState.Requested,
        Organiser = organiser.Name,
        OrganiserEmail = EmailOf(organiser),
    };

    /// <summary>A person's own appointment: title, time and place of the event, and where their bus leaves when.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="jobEvent">Its event.</param>
    /// <param name="organiser">Who leads the event.</param>
    /// <param name="line">Their bus; <see langword="null"/> without one.</param>
    /// <param name="stop">Where they get on.</param>
    /// <param name="talks">Their planned talks.</param>
    public CalendarFacts Of(Registration registration, JobEvent jobEvent, Organisation organiser, BusLine? line, BusStop? stop, IReadOnlyList<CalendarTalk>? talks = null) => Of(jobEvent, organiser) with
    {
        Uid = $"registration-{registration.Id}@{host}",
        Sequence = registration.CalendarSequence + jobEvent.CalendarSequence,
        Description = Lines([line is null || stop is null ? "" : BusLines(jobEvent, line, stop), .. (talks ?? []).Select(Line)]),
        Cancelled = jobEvent.State == JobEventState.Cancelled || !RegistrationTransitions.IsComing(registration.State),
        Tentative = registration.State == RegistrationState.Waiting,
    };

    // Names, times and arrows: nobody has to read German to take this bus.
    private static string BusLines(JobEvent jobEvent, BusLine line, BusStop stop)
    {
        var there = $"{line.Name}: {stop.Name} {Clock(stop.LeavesAt)} → {jobEvent.Town} {Clock(line.ArrivesAt)}";
        return line.LeavesAt is { } back ? $"{there}\n{line.Name}: {jobEvent.Town} {Clock(back)} → {stop.Name}" : there;
    }

    // Likewise: when, at whose table. It says neither who comes nor why.
    private static string Line(CalendarTalk talk) => $"{Clock(talk.From)}–{Clock(talk.Until)} → {talk.Employer}, {string.Format(System.Globalization.CultureInfo.CurrentCulture, CalendarTexts.Table, talk.Table)}";

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Where(line => line.Length > 0));

    private static string PlaceOf(JobEvent jobEvent) => string.Join(", ", new[] { jobEvent.Place, jobEvent.Street, jobEvent.Town }.Where(part => part.Length > 0));

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private string EmailOf(Organisation organiser) => organiser.ContactEmail.Length > 0 ? organiser.ContactEmail : "noreply@" + host;
}
