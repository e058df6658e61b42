using Integration.Common;
using Integration.Planning.Talks;
using Integration.Planning.Tours;

namespace Integration.Tours;

/// <summary>The groups of a tour.</summary>
/// <param name="Groups">Who walks in which, by number.</param>
/// <param name="Alone">People who need help and walk without an interpreter, because too few of their group need the same one; by language.</param>
public sealed record FormedGroups(IReadOnlyList<IReadOnlyList<RegistrationId>> Groups, IReadOnlyDictionary<string, int> Alone);

/// <summary>Searches for the best groups of a tour (DOMAIN §6.4): nobody who needs help without it, few interpreters, each in a language as near as can be
/// to the people's own, people of one organisation together, groups of even size. As many groups as <see cref="GroupPlan"/> makes.</summary>
public static class GroupSearch
{
    /// <summary>How long it may take. Seventy people take a second or two; for more the best so far is taken.</summary>
    private static readonly SearchOptions Options = new() { Limit = TimeSpan.FromSeconds(4) };

    /// <summary>Searches; blocks the thread for seconds.</summary>
    /// <param name="people">Everybody, each once.</param>
    /// <param name="most">Most people in a group, at least 1.</param>
    /// <param name="needFrom">Summed need from which people of one language have an interpreter, 1 as a rule.</param>
    /// <param name="stop">Ends the search with what it has.</param>
    public static FormedGroups Form(IReadOnlyCollection<TourPerson> people, int most, double needFrom, CancellationToken stop)
    {
        var atOnce = GroupPlan.Form(people, most);
        if (people.Count == 0)
        {
            return new FormedGroups(atOnce, Nobody);
        }

        var sorted = people.OrderBy(person => person.Registration.Value).ToList();
        var staying = GroupPlan.Staying(sorted, most).ToHashSet();
        var organisations = sorted.Select(person => person.Organisation).Distinct().ToList();
        var problem = new TourProblem
        {
            People = [.. sorted.Select((person, i) => new TourWalker
            {
                Key = $"{i}", Need = Hundredths(person.Need), Languages = person.Languages, Circle = organisations.IndexOf(person.Organisation), Wishes = [new TourWish(0)],
            })],
            Tours = [new GuidedTour { Key = "0", Starts = [new TourStart(0, 0, 1)], Least = Math.Min(GroupPlan.Least, people.Count / atOnce.Count), Most = most, Guides = atOnce.Count }],
            InterpretersToCome = true,
            Fixed = [.. sorted.Index().Where(row => staying.Contains(row.Item)).Select(row => new FixedWalk(row.Index, 0, 0, row.Item.Number - 1))],
            Rules = new TourRules { NeedFrom = Math.Max(1, Hundredths(needFrom)) },
        };
        var result = TourPlanner.Solve(problem, Options, stop);
        // Groups chosen by hand may leave no way to keep the least size; a search that was cut short may have left somebody out.
        if (result.Score.Walkers < people.Count || TourChecker.Check(problem, result.Plan).Count > 0)
        {
            return new FormedGroups(atOnce, Nobody);
        }

        var alone = result.Plan.Groups.SelectMany(group => group.Walks).Where(walk => walk.Language is null && problem.People[walk.Person] is { Need: > 0, Languages.Count: > 0 })
            .GroupBy(walk => problem.People[walk.Person].Languages[0]).ToDictionary(own => own.Key, own => own.Count());
        return new FormedGroups(
            [.. Enumerable.Range(0, result.Plan.Groups.Max(group => group.Number) + 1).Select(number => result.Plan.Groups.Where(group => group.Number == number)
                .SelectMany(group => group.Walks.Select(walk => sorted[walk.Person].Registration)).ToList())],
            alone.Count == 0 ? Nobody : alone);
    }

    /// <summary>Nobody walks alone.</summary>
    internal static IReadOnlyDictionary<string, int> Nobody { get; } = new Dictionary<string, int>();

    private static int Hundredths(double need) => (int)Math.Round(need * 100);
}
