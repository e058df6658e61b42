namespace Integration.Planning.Talks;

/// <summary>Plans talks: finds a plan at once, improves it while it may, and says how good it is.</summary>
public static class TalkPlanner
{
    /// <summary>Plans the talks of a problem. Blocks until the plan is proven, the time is over or it is told to stop.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">How long and with which chance.</param>
    /// <param name="progress">Told of each better plan and each better bound, on the searching thread.</param>
    /// <param name="stop">Ends the search with the best plan so far.</param>
    /// <returns>The best plan with its proven bound, and why the rest does not take place.</returns>
    public static TalkResult Solve(TalkProblem problem, SearchOptions options, Action<TalkProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        return new TalkSearch(new TalkFrame(problem), options, progress, stop).Run();
    }
}
