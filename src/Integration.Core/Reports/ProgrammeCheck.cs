using System.Globalization;
using Integration.Common;
using Integration.Events;
using Integration.Interpreters;

namespace Integration.Reports;

/// <summary>What the programme's check says.</summary>
public enum ProgrammeWarningKind
{
    /// <summary>Two items in one room at the same time.</summary>
    RoomDouble,

    /// <summary>One speaker or guide in two items at the same time.</summary>
    PersonDouble,

    /// <summary>One interpreter with two assignments at the same time.</summary>
    InterpreterDouble,

    /// <summary>An interpreter works longer than two hours without a quarter of an hour's break (DOMAIN §6.3, R5).</summary>
    InterpreterWithoutBreak,

    /// <summary>More people than the room holds.</summary>
    RoomTooSmall,

    /// <summary>A bus arrives after the event has begun.</summary>
    BusTooLate,

    /// <summary>Fewer interpreters for a language than are needed.</summary>
    LanguageWithoutInterpreter,

    /// <summary>An item of a stage that does not take place.</summary>
    StageCancelled,

    /// <summary>An item outside the event's hours.</summary>
    OutsideEvent,

    /// <summary>More people in a group of a tour than it may have.</summary>
    TourGroupTooLarge,

    /// <summary>A group of a tour that nobody guides.</summary>
    TourWithoutGuide,
}

/// <summary>A warning of the programme's check. It never blocks anything.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">Who or what: a room, a name, a language (its code), a bus line.</param>
/// <param name="First">The item or assignment it begins with, for the link; empty when it is about none.</param>
/// <param name="FirstTitle">Its title.</param>
/// <param name="SecondTitle">The other one; empty when there is none.</param>
/// <param name="At">When it begins (UTC); <see langword="null"/> when it has no time.</param>
/// <param name="Number">How many, for the kinds that count; else 0.</param>
/// <param name="Of">Out of how many; else 0.</param>
public sealed record ProgrammeWarning(ProgrammeWarningKind Kind, string Subject, Guid First, string FirstTitle, string SecondTitle, DateTime? At, int Number = 0, int Of = 0);

/// <summary>When something of an event is planned, in instants (UTC).</summary>
/// <param name="Id">Item or assignment.</param>
/// <param name="Title">What it is.</param>
/// <param name="From">Begin.</param>
/// <param name="To">End.</param>
public sealed record PlannedTime(Guid Id, string Title, DateTime From, DateTime To);

/// <summary>An item of the programme as the check sees it.</summary>
/// <param name="Time">When.</param>
/// <param name="Room">Name of its room; empty for none.</param>
/// <param name="Seats">People the room holds.</param>
/// <param name="Expected">People expected.</param>
/// <param name="Speakers">Names.</param>
/// <param name="StageCancelled">Whether its stage does not take place.</param>
/// <param name="Aside">Whether it may lie outside the event's hours: setting up, transfers, the team's closing.</param>
public sealed record CheckedItem(PlannedTime Time, string Room, int? Seats, int Expected, IReadOnlyList<string> Speakers, bool StageCancelled, bool Aside);

/// <summary>An interpreter's assignment as the check sees it.</summary>
/// <param name="Interpreter">The interpreter's name as colleagues know it.</param>
/// <param name="InterpreterId">The interpreter.</param>
/// <param name="Time">When.</param>
public sealed record CheckedAssignment(string Interpreter, Guid InterpreterId, PlannedTime Time);

/// <summary>How many interpreters a language needs and has.</summary>
public sealed record CheckedLanguage(string Language, int Needed, int Confirmed);

/// <summary>A group of a tour.</summary>
/// <param name="Tour">Title of the tour.</param>
/// <param name="Number">Number of the group.</param>
/// <param name="StartsAt">When it sets off (UTC).</param>
/// <param name="Guide">Who guides it; empty for nobody.</param>
/// <param name="People">People in it.</param>
/// <param name="Most">People it may have.</param>
public sealed record CheckedTourGroup(string Tour, int Number, DateTime StartsAt, string Guide, int People, int Most);

/// <summary>A bus line's arrival (UTC).</summary>
public sealed record CheckedBus(string Line, DateTime ArrivesAt);

/// <summary>All that the check looks at, read at once.</summary>
/// <param name="Begins">Begin of the event (UTC).</param>
/// <param name="Ends">End of the event (UTC).</param>
/// <param name="Items">The programme.</param>
/// <param name="Assignments">What interpreters are asked or have promised to do.</param>
/// <param name="Languages">Languages for which interpreters are needed.</param>
/// <param name="Buses">Arrivals.</param>
public sealed record ProgrammeFacts(
    DateTime Begins, DateTime Ends, IReadOnlyList<CheckedItem> Items, IReadOnlyList<CheckedAssignment> Assignments,
    IReadOnlyList<CheckedLanguage> Languages, IReadOnlyList<CheckedBus> Buses)
{
    /// <summary>Groups of tours.</summary>
    public IReadOnlyList<CheckedTourGroup> TourGroups { get; init; } = [];
}

/// <summary>Finds what does not fit in a programme. Knows no database.</summary>
public static class ProgrammeCheck
{
    /// <summary>All warnings, in the order of the day; those without a time last.</summary>
    public static IReadOnlyList<ProgrammeWarning> Find(ProgrammeFacts facts) =>
    [
        .. Rooms(facts).Concat(People(facts)).Concat(Interpreters(facts)).Concat(Items(facts)).Concat(Tours(facts))
            .Concat(facts.Buses.Where(bus => bus.ArrivesAt > facts.Begins)
                .Select(bus => new ProgrammeWarning(ProgrammeWarningKind.BusTooLate, bus.Line, Guid.Empty, "", "", bus.ArrivesAt, (int)Math.Ceiling((bus.ArrivesAt - facts.Begins).TotalMinutes))))
            .Concat(facts.Languages.Where(language => language.Confirmed < language.Needed)
                .Select(language => new ProgrammeWarning(ProgrammeWarningKind.LanguageWithoutInterpreter, language.Language, Guid.Empty, "", "", null, language.Confirmed, language.Needed)))
            .OrderBy(warning => warning.At ?? DateTime.MaxValue).ThenBy(warning => warning.Kind).ThenBy(warning => warning.Subject, StringComparer.Ordinal),
    ];

    private static IEnumerable<ProgrammeWarning> Rooms(ProgrammeFacts facts) => facts.Items
        .Where(item => item.Room.Length > 0 && !item.StageCancelled).GroupBy(item => item.Room, StringComparer.CurrentCultureIgnoreCase)
        .SelectMany(room => Doubles(room.Select(item => item.Time)).Select(pair => Double(ProgrammeWarningKind.RoomDouble, room.Key, pair)));

    private static IEnumerable<ProgrammeWarning> People(ProgrammeFacts facts) => facts.Items
        .Where(item => !item.StageCancelled).SelectMany(item => item.Speakers.Select(name => (Name: name, item.Time)))
        .GroupBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase)
        .SelectMany(person => Doubles(person.Select(row => row.Time)).Select(pair => Double(ProgrammeWarningKind.PersonDouble, person.Key, pair)));

    private static IEnumerable<ProgrammeWarning> Interpreters(ProgrammeFacts facts) => facts.Assignments
        .GroupBy(row => row.InterpreterId)
        .SelectMany(rows => Doubles(rows.Select(row => row.Time)).Select(pair => Double(ProgrammeWarningKind.InterpreterDouble, rows.First().Interpreter, pair))
            .Concat(Stretches([.. rows.Select(row => row.Time)]).Select(stretch => new ProgrammeWarning(
                ProgrammeWarningKind.InterpreterWithoutBreak, rows.First().Interpreter, stretch.First.Id, stretch.First.Title, "", stretch.First.From, (int)stretch.Length.TotalMinutes))));

    private static IEnumerable<ProgrammeWarning> Items(ProgrammeFacts facts)
    {
        foreach (var item in facts.Items)
        {
            var time = item.Time;
            if (item.StageCancelled)
            {
                yield return new ProgrammeWarning(ProgrammeWarningKind.StageCancelled, item.Room, time.Id, time.Title, "", time.From);
                continue;
            }

            if (item.Seats is { } seats && item.Expected > seats)
            {
                yield return new ProgrammeWarning(ProgrammeWarningKind.RoomTooSmall, item.Room, time.Id, time.Title, "", time.From, item.Expected, seats);
            }

            if (!item.Aside && (time.From < facts.Begins || time.To > facts.Ends))
            {
                yield return new ProgrammeWarning(ProgrammeWarningKind.OutsideEvent, "", time.Id, time.Title, "", time.From);
            }
        }
    }

    private static IEnumerable<ProgrammeWarning> Tours(ProgrammeFacts facts) => facts.TourGroups.SelectMany(group => new[]
    {
        group.People > group.Most ? ProgrammeWarningKind.TourGroupTooLarge : (ProgrammeWarningKind?)null,
        group.Guide.Length == 0 ? ProgrammeWarningKind.TourWithoutGuide : null,
    }.OfType<ProgrammeWarningKind>().Select(kind => new ProgrammeWarning(
        kind, group.Tour, Guid.Empty, group.Number.ToString(CultureInfo.InvariantCulture), "", group.StartsAt, group.People, group.Most)));

    private static ProgrammeWarning Double(ProgrammeWarningKind kind, string subject, (PlannedTime First, PlannedTime Second) pair) =>
        new(kind, subject, pair.First.Id, pair.First.Title, pair.Second.Title, pair.Second.From);

    // Sorted by begin, each is compared with those that are still going on: as many comparisons as there are warnings, not as there are pairs.
    private static IEnumerable<(PlannedTime First, PlannedTime Second)> Doubles(IEnumerable<PlannedTime> times)
    {
        var running = new List<PlannedTime>();
        foreach (var time in times.OrderBy(s => s.From).ThenBy(s => s.To))
        {
            running.RemoveAll(earlier => earlier.To <= time.From);
            foreach (var earlier in running)
            {
                yield return (earlier, time);
            }

            running.Add(time);
        }
    }

    // One warning for each stretch that is too long, at the assignment it begins with.
    private static IEnumerable<(PlannedTime First, TimeSpan Length)> Stretches(IReadOnlyList<PlannedTime> work) =>
        WorkStretches.Continuous(work.Select(time => new Stretch(time.From, time.To))).Where(stretch => stretch.Length > WorkStretches.Longest)
            .Select(stretch => (work.First(time => time.From == stretch.Start), stretch.Length));
}
