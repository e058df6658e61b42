using CsCheck;
using Integration.Planning.Talks;
using Integration.Planning.Tours;

namespace Integration.Planning.Tests.Tours;

/// <summary>Problems small enough to look at every plan.</summary>
internal static class SmallTours
{
    private static readonly string[][] Languages = [[], ["uk"], ["uk", "ru"], ["ru"], ["ar"], ["ar", "uk"]];
    private static readonly int[] Needs = [0, 20, 60, 60, 100];

    private static Gen<GuidedTour> Tour { get; } =
        from starts in CsCheck.Gen.Int[0, 3].Array[1, 2]
        from size in CsCheck.Gen.Select(CsCheck.Gen.Int[1, 2], CsCheck.Gen.Int[0, 2])
        from guides in CsCheck.Gen.Int[1, 2]
        from place in CsCheck.Gen.Int[0, 1]
        select new GuidedTour
        {
            Key = "", Starts = [.. starts.Distinct().Order().Select(start => new TourStart(start * 40, (start * 40) + 5, (start * 40) + 40))], Least = size.Item1, Most = size.Item1 + size.Item2,
            Guides = guides, Place = place,
        };

    private static Gen<TalkInterpreter> Interpreter { get; } =
        from languages in CsCheck.Gen.Int[1, 5]
        from window in CsCheck.Gen.Int[0, 2]
        from working in CsCheck.Gen.Int[0, 5]
        select new TalkInterpreter
        {
            Key = "", Languages = Languages[languages], From = window == 1 ? 40 : 0, Until = window == 2 ? 120 : 1000,
            Working = working == 0 ? [new TimeSpanOfDay(0, 40)] : working == 1 ? [new TimeSpanOfDay(85, 110)] : [],
        };

    /// <summary>Up to three people, two tours, three starts and two interpreters.</summary>
    public static Gen<TourProblem> Gen { get; } =
        from rules in CsCheck.Gen.Select(CsCheck.Gen.Int[1, 2], CsCheck.Gen.Int[0, 1], CsCheck.Gen.Int[0, 1])
        from tours in Tour.Array[1, 2]
        from people in CsCheck.Gen.Select(Person(tours.Length), CsCheck.Gen.Int[0, 1]).Array[1, 3]
        from interpreters in Interpreter.Array[0, 2]
        from party in CsCheck.Gen.Int[0, 2]
        from fix in CsCheck.Gen.Select(CsCheck.Gen.Int[0, 5], CsCheck.Gen.Int[0, 2], CsCheck.Gen.Int[0, 2])
        select new TourProblem
        {
            Tours = tours,
            People = [.. people.Select((person, i) => person.Item1 with
            {
                Key = $"{i}", NotInterpretedBy = person.Item1.Circle == 0 && person.Item2 == 1 && interpreters.Length > 0 ? [0] : [],
            })],
            Interpreters = interpreters,
            InterpretersToCome = rules.Item3 == 1,
            Parties = party > 0 && people.Length > party ? [[.. Enumerable.Range(0, party + 1)]] : [],
            Fixed = fix.Item1 == 0 ? [new FixedWalk(people.Length - 1, 0, fix.Item2 > 0 ? 0 : null, fix.Item2 == 2 ? fix.Item3 : null)] : [],
            Rules = new TourRules { ToursEach = rules.Item1, Transfer = 10 * rules.Item2, InterpreterStretch = 60, InterpreterMost = 90 },
        };

    private static Gen<TourWalker> Person(int tours) =>
        from need in CsCheck.Gen.Int[0, 4]
        from languages in CsCheck.Gen.Int[0, 5]
        from window in CsCheck.Gen.Int[0, 5]
        from wishes in CsCheck.Gen.Select(CsCheck.Gen.Int[0, 3], CsCheck.Gen.Int[1, 3])
        from circle in CsCheck.Gen.Int[0, 2]
        select new TourWalker
        {
            Key = "", Need = Needs[need], Languages = Languages[languages], ArrivesAt = window == 1 ? 40 : 0, LeavesAt = window == 2 ? 120 : 1000,
            Busy = window == 3 ? [new TimeSpanOfDay(30, 50)] : [], Circle = circle == 2 ? null : circle,
            Wishes = wishes.Item1 == 3 ? [] : [.. Enumerable.Range(0, tours).Where(tour => wishes.Item1 == 2 || wishes.Item1 == tour).Select(tour => new TourWish(tour, wishes.Item2))],
        };

    /// <summary>Every plan that the checker accepts.</summary>
    public static IEnumerable<TourPlan> Plans(TourProblem problem)
    {
        var departures = problem.Tours.SelectMany((tour, t) => tour.Starts.SelectMany((_, s) => Enumerable.Range(0, tour.Guides).Select(number => (Tour: t, Start: s, Number: number)))).ToList();
        var choices = problem.People.Select((person, p) => Days(departures, [], 0, person).Where(day => Possible(problem, p, day)).ToList()).ToList();
        foreach (var days in Product(choices))
        {
            var groups = departures.Select(d => new PlannedGroup(d.Tour, d.Start, d.Number, [.. days.SelectMany((day, p) => day.Where(w => w.At == d).Select(w => new PlannedWalk(p, w.Language)))], []))
                .Where(group => group.Walks.Count > 0).ToList();
            foreach (var plan in WithInterpreters(problem, groups, 0))
            {
                if (TourChecker.Check(problem, plan).Count == 0)
                {
                    yield return plan;
                }
            }
        }
    }

    // What concerns one person alone is asked before all are put together.
    private static bool Possible(TourProblem problem, int person, List<((int Tour, int Start, int Number) At, string? Language)> day)
    {
        var alone = new TourPlan([.. day.Select(walk => new PlannedGroup(walk.At.Tour, walk.At.Start, walk.At.Number, [new PlannedWalk(person, walk.Language)], []))]);
        TourBreachKind[] own = [TourBreachKind.TooManyTours, TourBreachKind.TwoAtOnce, TourBreachKind.NotThere, TourBreachKind.NotWished];
        return !TourChecker.Check(problem, alone).Any(breach => own.Contains(breach.Kind));
    }

    private static IEnumerable<List<((int Tour, int Start, int Number) At, string? Language)>> Days(
        List<(int Tour, int Start, int Number)> departures, List<((int Tour, int Start, int Number) At, string? Language)> day, int from, TourWalker person)
    {
        yield return day;
        for (var i = from; i < departures.Count; i++)
        {
            foreach (var language in person.Need > 0 ? person.Languages.Cast<string?>().Append(null) : [null])
            {
                foreach (var longer in Days(departures, [.. day, (departures[i], language)], i + 1, person))
                {
                    yield return longer;
                }
            }
        }
    }

    private static IEnumerable<TourPlan> WithInterpreters(TourProblem problem, List<PlannedGroup> groups, int from)
    {
        if (from == groups.Count)
        {
            yield return new TourPlan(groups);
            yield break;
        }

        var languages = groups[from].Walks.Select(walk => walk.Language).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        List<List<GroupInterpreter>> able = [.. languages.Select(language => problem.InterpretersToCome ? [new GroupInterpreter(language)]
            : Enumerable.Range(0, problem.Interpreters.Count).Select(i => new GroupInterpreter(language, i)).ToList())];
        foreach (var help in Product(able))
        {
            foreach (var plan in WithInterpreters(problem, [.. groups.Take(from), groups[from] with { Interpreters = help }, .. groups.Skip(from + 1)], from + 1))
            {
                yield return plan;
            }
        }
    }

    private static IEnumerable<List<T>> Product<T>(List<List<T>> choices) =>
        choices.Aggregate<List<T>, IEnumerable<List<T>>>([[]], (before, next) => before.SelectMany(row => next.Select(choice => (List<T>)[.. row, choice])));
}
