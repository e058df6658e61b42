using Integration.Planning.Talks;

namespace Integration.Planning.Tours;

/// <summary>A rule of tours that a plan breaks.</summary>
public enum TourBreachKind
{
    /// <summary>A tour, start, group, person or interpreter that does not exist, or a group twice.</summary>
    Unknown,

    /// <summary>Fewer or more people than a group holds.</summary>
    Size,

    /// <summary>More groups under way than there are guides.</summary>
    Guides,

    /// <summary>A person twice on one tour, or on more tours than anybody may walk.</summary>
    TooManyTours,

    /// <summary>A person on two tours at once, or without the time to get from one to the other.</summary>
    TwoAtOnce,

    /// <summary>A person who is not there at that time.</summary>
    NotThere,

    /// <summary>A tour that nobody of the party has wished for and the organiser has not decided.</summary>
    NotWished,

    /// <summary>People of a party in different groups.</summary>
    PartyApart,

    /// <summary>A decision of the organiser that is not kept.</summary>
    Fixed,

    /// <summary>A person for whom a language is interpreted that they do not accept, or that nobody interprets in the group.</summary>
    Language,

    /// <summary>A language with two interpreters in a group, an interpreter with two languages, or one where somebody is still to be found or the reverse.</summary>
    OneEach,

    /// <summary>Too many people of one language without an interpreter.</summary>
    InterpreterMissing,

    /// <summary>An interpreter for fewer than the rule asks.</summary>
    InterpreterIdle,

    /// <summary>An interpreter who does not speak the language.</summary>
    InterpreterLanguage,

    /// <summary>An interpreter who must not interpret for the person.</summary>
    InterpreterRefused,

    /// <summary>An interpreter who is not there, or at work elsewhere, or cannot be in both places.</summary>
    InterpreterTaken,

    /// <summary>An interpreter without the pause, or beyond the hours, of R5.</summary>
    InterpreterTired,
}

/// <summary>A rule that a plan breaks, and where.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="Tour">The tour; <see langword="null"/> where no single one is meant.</param>
/// <param name="Person">The person; <see langword="null"/> where no single one is meant.</param>
/// <param name="Interpreter">The interpreter; <see langword="null"/> where no single one is meant.</param>
public readonly record struct TourBreach(TourBreachKind Kind, int? Tour = null, int? Person = null, int? Interpreter = null);

/// <summary>Looks whether a plan of tours keeps all rules. Shares no code with the search: it is what the search is measured by.</summary>
public static class TourChecker
{
    /// <summary>Every rule that the plan breaks; none for a plan that can be used.</summary>
    public static IReadOnlyList<TourBreach> Check(TourProblem problem, TourPlan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var unknown = plan.Groups.Where(group => !Exists(problem, group)).Select(group => new TourBreach(TourBreachKind.Unknown, group.Tour))
            .Concat(plan.Groups.GroupBy(group => (group.Tour, group.Start, group.Number)).Where(same => same.Count() > 1).Select(same => new TourBreach(TourBreachKind.Unknown, same.Key.Tour)))
            .ToList();
        return unknown.Count > 0 ? unknown
            : [.. Groups(problem, plan), .. People(problem, plan), .. Decisions(problem, plan), .. plan.Groups.SelectMany(group => Help(problem, group)), .. InterpreterDays(problem, plan)];
    }

    private static bool Exists(TourProblem problem, PlannedGroup group) =>
        group.Tour >= 0 && group.Tour < problem.Tours.Count && group.Start >= 0 && group.Start < problem.Tours[group.Tour].Starts.Count && group.Number >= 0
        && group.Walks.All(walk => walk.Person >= 0 && walk.Person < problem.People.Count)
        && group.Interpreters.All(help => help.Interpreter is null || (help.Interpreter >= 0 && help.Interpreter < problem.Interpreters.Count));

    private static TourStart Time(TourProblem problem, PlannedGroup group) => problem.Tours[group.Tour].Starts[group.Start];

    private static IEnumerable<TourBreach> Groups(TourProblem problem, TourPlan plan)
    {
        foreach (var group in plan.Groups)
        {
            var tour = problem.Tours[group.Tour];
            if (group.Walks.Count < tour.Least || group.Walks.Count > tour.Most)
            {
                yield return new TourBreach(TourBreachKind.Size, group.Tour);
            }

            // The guides are busiest when some group has just gathered.
            var now = Time(problem, group).Meets;
            var underWay = plan.Groups.Count(other => other.Tour == group.Tour && Time(problem, other).Meets <= now && now < Time(problem, other).End);
            if (underWay > tour.Guides || group.Number >= tour.Guides)
            {
                yield return new TourBreach(TourBreachKind.Guides, group.Tour);
            }
        }
    }

    private static IEnumerable<TourBreach> People(TourProblem problem, TourPlan plan)
    {
        foreach (var (person, who) in problem.People.Select((who, person) => (person, who)))
        {
            var walked = plan.Groups.SelectMany(group => group.Walks.Where(walk => walk.Person == person).Select(_ => group)).ToList();
            if (walked.Count > problem.Rules.ToursEach || walked.Select(group => group.Tour).Distinct().Count() < walked.Count)
            {
                yield return new TourBreach(TourBreachKind.TooManyTours, Person: person);
            }

            if (Clash(problem, walked))
            {
                yield return new TourBreach(TourBreachKind.TwoAtOnce, Person: person);
            }

            var party = problem.Parties.FirstOrDefault(party => party.Contains(person)) ?? [person];
            foreach (var group in walked)
            {
                var time = Time(problem, group);
                if (time.Meets < who.ArrivesAt || time.End > who.LeavesAt || who.Busy.Any(busy => busy.Start < time.End && time.Meets < busy.End))
                {
                    yield return new TourBreach(TourBreachKind.NotThere, group.Tour, person);
                }

                if (!party.Any(member => problem.People[member].Wishes.Any(wish => wish.Tour == group.Tour) || problem.Fixed.Any(decided => decided.Person == member && decided.Tour == group.Tour)))
                {
                    yield return new TourBreach(TourBreachKind.NotWished, group.Tour, person);
                }

                if (party.Any(member => group.Walks.All(walk => walk.Person != member)))
                {
                    yield return new TourBreach(TourBreachKind.PartyApart, group.Tour, person);
                }
            }
        }
    }

    // Whether one and the same person, guest or interpreter, could not be in all these groups.
    private static bool Clash(TourProblem problem, List<PlannedGroup> groups)
    {
        var inOrder = groups.OrderBy(group => Time(problem, group).Meets).ToList();
        return inOrder.Zip(inOrder.Skip(1)).Any(pair =>
            Time(problem, pair.First).End + (problem.Tours[pair.First.Tour].Place == problem.Tours[pair.Second.Tour].Place ? 0 : problem.Rules.Transfer) > Time(problem, pair.Second).Meets);
    }

    private static IEnumerable<TourBreach> Decisions(TourProblem problem, TourPlan plan) => problem.Fixed
        .Where(decided => !plan.Groups.Any(group => group.Tour == decided.Tour && (decided.Start ?? group.Start) == group.Start && (decided.Group ?? group.Number) == group.Number
            && group.Walks.Any(walk => walk.Person == decided.Person)))
        .Select(decided => new TourBreach(TourBreachKind.Fixed, decided.Tour, decided.Person));

    private static IEnumerable<TourBreach> Help(TourProblem problem, PlannedGroup group)
    {
        var named = group.Interpreters.Where(help => help.Interpreter is not null).ToList();
        if (group.Interpreters.Select(help => help.Language).Distinct().Count() < group.Interpreters.Count || named.Select(help => help.Interpreter).Distinct().Count() < named.Count
            || named.Count != (problem.InterpretersToCome ? 0 : group.Interpreters.Count))
        {
            yield return new TourBreach(TourBreachKind.OneEach, group.Tour);
        }

        foreach (var help in group.Interpreters)
        {
            var helped = group.Walks.Where(walk => walk.Language == help.Language).Select(walk => walk.Person).ToList();
            if (helped.Sum(person => problem.People[person].Need) < problem.Rules.NeedFrom)
            {
                yield return new TourBreach(TourBreachKind.InterpreterIdle, group.Tour, null, help.Interpreter);
            }

            if (help.Interpreter is { } who && !problem.Interpreters[who].Languages.Contains(help.Language))
            {
                yield return new TourBreach(TourBreachKind.InterpreterLanguage, group.Tour, null, who);
            }

            if (help.Interpreter is { } refused && helped.Exists(person => problem.People[person].NotInterpretedBy.Contains(refused)))
            {
                yield return new TourBreach(TourBreachKind.InterpreterRefused, group.Tour, null, refused);
            }
        }

        foreach (var walk in group.Walks.Where(walk => walk.Language is not null))
        {
            if (!problem.People[walk.Person].Languages.Contains(walk.Language!) || problem.People[walk.Person].Need == 0 || group.Interpreters.All(help => help.Language != walk.Language))
            {
                yield return new TourBreach(TourBreachKind.Language, group.Tour, walk.Person);
            }
        }

        var alone = group.Walks.Where(walk => walk.Language is null).Select(walk => problem.People[walk.Person]).Where(person => person.Languages.Count > 0);
        if (alone.GroupBy(person => person.Languages[0]).Any(own => own.Sum(person => person.Need) >= problem.Rules.NeedFrom))
        {
            yield return new TourBreach(TourBreachKind.InterpreterMissing, group.Tour);
        }
    }

    private static IEnumerable<TourBreach> InterpreterDays(TourProblem problem, TourPlan plan)
    {
        foreach (var (interpreter, who) in problem.Interpreters.Select((who, interpreter) => (interpreter, who)))
        {
            var groups = plan.Groups.Where(group => group.Interpreters.Any(help => help.Interpreter == interpreter)).ToList();
            if (Clash(problem, groups) || groups.Exists(group => Time(problem, group) is var time
                && (time.Meets < who.From || time.End > who.Until || who.Working.Any(work => work.Start < time.End && time.Meets < work.End))))
            {
                yield return new TourBreach(TourBreachKind.InterpreterTaken, null, null, interpreter);
            }

            if (groups.Count > 0 && Tired(problem, who, [.. groups.Select(group => Time(problem, group))]))
            {
                yield return new TourBreach(TourBreachKind.InterpreterTired, null, null, interpreter);
            }
        }
    }

    // Stretches that consist of other work alone are not this plan's fault.
    private static bool Tired(TourProblem problem, TalkInterpreter who, List<TourStart> tours)
    {
        var work = tours.ConvertAll(tour => (tour.Start, tour.End, Ours: true)).Concat(who.Working.Select(other => (other.Start, other.End, Ours: false))).OrderBy(piece => piece.Start).ToList();
        var (from, until, ours) = (work[0].Start, work[0].Start, false);
        foreach (var piece in work)
        {
            if (piece.Start - until >= problem.Rules.InterpreterPause)
            {
                (from, ours) = (piece.Start, false);
            }

            (until, ours) = (Math.Max(until, piece.End), ours || piece.Ours);
            if (ours && until - from > problem.Rules.InterpreterStretch)
            {
                return true;
            }
        }

        return work.Sum(piece => piece.End - piece.Start) > problem.Rules.InterpreterMost;
    }
}
