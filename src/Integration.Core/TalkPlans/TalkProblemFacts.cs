using Integration.Common;
using Integration.Events;
using Integration.Interpreters;
using Integration.Planning.Talks;

namespace Integration.TalkPlans;

/// <summary>The records behind a problem of talks, in the order in which the problem counts them.</summary>
internal sealed class TalkProblemFacts
{
    public required JobEvent Event { get; init; }

    public required EventClock Clock { get; init; }

    public required IReadOnlyList<TalkSlot> Slots { get; init; }

    public required IReadOnlyList<ProblemPerson> People { get; init; }

    public required IReadOnlyList<ProblemHost> Hosts { get; init; }

    public required IReadOnlyList<ProblemInterpreter> Interpreters { get; init; }

    public required IReadOnlyList<ProblemWish> Wishes { get; init; }

    /// <summary>When people are there: from their bus to their bus.</summary>
    public required IReadOnlyDictionary<RegistrationId, (int From, int Until)> Presence { get; init; }

    /// <summary>When people are elsewhere.</summary>
    public required ILookup<RegistrationId, TimeSpanOfDay> Elsewhere { get; init; }

    /// <summary>Who must not interpret for whom (R1, R2).</summary>
    public required ILookup<RegistrationId, InterpreterId> RuledOut { get; init; }

    /// <summary>What interpreters are asked to do beside the talks.</summary>
    public required ILookup<InterpreterId, TimeSpanOfDay> OtherWork { get; init; }

    /// <summary>From when on an employer who leaves begins no talk.</summary>
    public required IReadOnlyDictionary<OrganisationId, int> Leaves { get; init; }

    private IReadOnlyList<string> Languages => field ??=
    [
        .. Interpreters.SelectMany(interpreter => interpreter.Languages).Concat(Hosts.SelectMany(host => host.Venue.Languages)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private IReadOnlyList<string> Zones => field ??= [.. Hosts.Select(host => host.Venue.Zone).Distinct(StringComparer.Ordinal)];

    public TalkPerson Person(ProblemPerson person)
    {
        var (from, until) = Presence.TryGetValue(person.RegistrationId, out var there) ? there : (0, int.MaxValue);
        var ruledOut = RuledOut[person.RegistrationId].ToHashSet();
        return new TalkPerson
        {
            Key = person.Chiffre,
            ArrivesAt = from,
            LeavesAt = until,
            BusySlots = SlotsIn(Elsewhere[person.RegistrationId]),
            Languages = person.Needs ? Accepted(person.Wish) : [],
            NotInterpretedBy = [.. Interpreters.Select((interpreter, i) => (interpreter.Id, i)).Where(row => ruledOut.Contains(row.Id)).Select(row => row.i)],
        };
    }

    public TalkHost Host(ProblemHost host)
    {
        var closed = host.Venue.Closed.Select(span => new TimeSpanOfDay(Clock.Minute(span.From), Clock.End(span.From, span.Until)));
        // Who leaves ends the talk that is under way and begins no other.
        var gone = Leaves.TryGetValue(host.Id, out var from) ? Enumerable.Range(0, Slots.Count).Where(slot => Slots[slot].Start >= from) : [];
        return new TalkHost
        {
            Key = host.Name, Tables = host.Venue.Tables, GroupSize = host.Venue.GroupSize, Zone = Zones.TakeWhile(zone => zone != host.Venue.Zone).Count(), Languages = host.Venue.Languages,
            ClosedSlots = [.. SlotsIn(closed).Union(gone).Order()],
        };
    }

    public TalkInterpreter Interpreter(ProblemInterpreter interpreter) => new()
    {
        Key = interpreter.Name, Languages = interpreter.Languages, From = interpreter.There.Start, Until = interpreter.There.End,
        Working = [.. OtherWork[interpreter.Id].OrderBy(time => time.Start).ThenBy(time => time.End)],
    };

    /// <summary>The languages in which somebody can be interpreted for: their own first, then what fits, the best first (R4).</summary>
    private List<string> Accepted(LanguageWish wish) =>
    [
        wish.Language,
        .. Languages.Where(language => language != wish.Language).Select(language => (language, Fit: LanguageFits.Of(wish, language))).Where(row => row.Fit != LanguageFit.None)
            .OrderByDescending(row => row.Fit).Select(row => row.language),
    ];

    private List<int> SlotsIn(IEnumerable<TimeSpanOfDay> spans)
    {
        var all = spans.ToList();
        return [.. Slots.Select((slot, i) => (slot, i)).Where(row => all.Exists(span => row.slot.Start < span.End && span.Start < row.slot.End)).Select(row => row.i)];
    }
}
