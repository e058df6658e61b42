namespace Integration.Planning.Tours;

/// <summary>Counts what a plan of tours is worth, from the plan alone.</summary>
public static class TourScoring
{
    /// <summary>The worth of a plan that keeps the rules.</summary>
    public static TourScore Score(TourProblem problem, TourPlan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var walks = plan.Groups.SelectMany(group => group.Walks.Select(walk => (group.Tour, walk.Language, Person: walk.Person, Who: problem.People[walk.Person]))).ToList();
        return new TourScore(
            walks.Where(walk => walk.Who.Wishes.Count > 0).Select(walk => walk.Person).Distinct().Count(),
            walks.Sum(walk => walk.Who.Wishes.Where(wish => wish.Tour == walk.Tour).Sum(wish => wish.Weight)),
            walks.Where(walk => walk.Who.Needs && walk.Language is null).Sum(walk => walk.Who.Need),
            plan.Groups.Sum(group => group.Interpreters.Count),
            walks.Where(walk => walk.Language is not null).Sum(walk => walk.Who.Languages.TakeWhile(language => language != walk.Language).Count()),
            plan.Groups.Sum(group => group.Walks.Select(walk => problem.People[walk.Person].Circle).OfType<int>().Distinct().Count()),
            plan.Groups.GroupBy(group => (group.Tour, group.Start)).Sum(start => start.Max(group => group.Walks.Count) - start.Min(group => group.Walks.Count)));
    }
}
