namespace Integration.Planning.Tours;

/// <summary>Says of each wish that does not come true why: the first reason that would keep the person away on its own.</summary>
public static class UnmetToursFinder
{
    /// <summary>The wishes that do not come true, by person and tour.</summary>
    public static IReadOnlyList<UnmetTour> Explain(TourProblem problem, TourPlan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var walked = plan.Groups.SelectMany(group => group.Walks.Select(walk => (walk.Person, Group: group))).ToLookup(row => row.Person, row => row.Group);
        var able = problem.Tours.Select((_, tour) => Enumerable.Range(0, problem.People.Count).Where(person => problem.People[person].Wishes.Any(wish => wish.Tour == tour) && Starts(problem, person, tour).Any()).ToList()).ToList();
        return [.. problem.People.SelectMany((person, p) => person.Wishes.Select(wish => wish.Tour).Distinct().Order()
            .Where(tour => walked[p].All(group => group.Tour != tour)).Select(tour => Why(problem, plan, p, tour, [.. walked[p]], able[tour].Count)))];
    }

    private static IEnumerable<int> Starts(TourProblem problem, int person, int tour)
    {
        var party = problem.Parties.FirstOrDefault(party => party.Contains(person)) ?? [person];
        return problem.Tours[tour].Starts.Index().Where(start => party.All(member => problem.People[member] is var who
            && who.ArrivesAt <= start.Item.Meets && start.Item.End <= who.LeavesAt && !who.Busy.Any(busy => busy.Start < start.Item.End && start.Item.Meets < busy.End))).Select(start => start.Index);
    }

    private static UnmetTour Why(TourProblem problem, TourPlan plan, int person, int tour, List<PlannedGroup> walked, int able)
    {
        var starts = Starts(problem, person, tour).ToList();
        if (starts.Count == 0)
        {
            return new UnmetTour(person, tour, UnmetTourReason.NotThere);
        }

        var free = starts.FindAll(start => walked.TrueForAll(group => Fits(problem, (group.Tour, group.Start), (tour, start))));
        if (free.Count == 0 || walked.Count >= problem.Rules.ToursEach)
        {
            return new UnmetTour(person, tour, free.Count == 0 ? UnmetTourReason.OtherTour : UnmetTourReason.EnoughTours);
        }

        var who = problem.People[person];
        if (who.Languages.Count > 0 && who.Need >= problem.Rules.NeedFrom && !problem.InterpretersToCome && !free.Exists(start => Interpreted(problem, who, problem.Tours[tour].Starts[start])))
        {
            return new UnmetTour(person, tour, UnmetTourReason.NoInterpreter, who.Languages[0]);
        }

        var (least, most, guides) = (problem.Tours[tour].Least, problem.Tours[tour].Most, problem.Tours[tour].Guides);
        var full = free.TrueForAll(start => Places(problem, plan, tour, start, guides) == 0 && plan.Groups.Where(group => group.Tour == tour && group.Start == start).All(group => group.Walks.Count >= most));
        return new UnmetTour(person, tour, full ? UnmetTourReason.Full : able < least ? UnmetTourReason.TooFewPeople : UnmetTourReason.OthersCountMore);
    }

    // Guides who are free for another group at that start.
    private static int Places(TourProblem problem, TourPlan plan, int tour, int start, int guides)
    {
        var time = problem.Tours[tour].Starts[start];
        return Math.Max(0, guides - plan.Groups.Count(group => group.Tour == tour && problem.Tours[tour].Starts[group.Start] is var other && other.Meets < time.End && time.Meets < other.End));
    }

    private static bool Fits(TourProblem problem, (int Tour, int Start) one, (int Tour, int Start) other)
    {
        var (first, second) = (problem.Tours[one.Tour].Starts[one.Start], problem.Tours[other.Tour].Starts[other.Start]);
        var way = problem.Tours[one.Tour].Place == problem.Tours[other.Tour].Place ? 0 : problem.Rules.Transfer;
        return first.End + way <= second.Meets || second.End + way <= first.Meets;
    }

    private static bool Interpreted(TourProblem problem, TourWalker who, TourStart time) => problem.Interpreters.Index().Any(interpreter =>
        interpreter.Item.From <= time.Meets && time.End <= interpreter.Item.Until && !who.NotInterpretedBy.Contains(interpreter.Index)
        && interpreter.Item.Languages.Any(language => who.Languages.Contains(language))
        && !interpreter.Item.Working.Any(other => other.Start < time.End && time.Meets < other.End));
}
