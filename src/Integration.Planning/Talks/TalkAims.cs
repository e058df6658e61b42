namespace Integration.Planning.Talks;

/// <summary>Something that makes a plan better.</summary>
public enum TalkAim
{
    /// <summary>Talks that both sides want take place.</summary>
    MutualTalks,

    /// <summary>Nobody goes without a talk.</summary>
    NobodyWithout,

    /// <summary>Few gaps: groups of idle slots between somebody's first and last talk.</summary>
    FewGaps,

    /// <summary>Short ways: few rooms for each person.</summary>
    ShortWalks,

    /// <summary>Interpreters evenly loaded: a small distance between the one with the most and the one with the fewest talks.</summary>
    EvenLoad,

    /// <summary>Full tables: wished talks of every kind take place, the better fitting first.</summary>
    FullTables,
}

/// <summary>The order of the aims.</summary>
public sealed record TalkAims
{
    /// <summary>All aims or some of them, the most important first. An aim that is left out counts nothing.</summary>
    public IReadOnlyList<TalkAim> Order { get; init; } =
        [TalkAim.MutualTalks, TalkAim.NobodyWithout, TalkAim.FewGaps, TalkAim.ShortWalks, TalkAim.EvenLoad, TalkAim.FullTables];
}

/// <summary>What one unit of each aim is worth in a problem, in points.</summary>
/// <remarks>
/// From the last aim upwards: one unit is worth one point more than everything that one person's day can lose in all later aims together. So no
/// talk that both sides want is given up for that person's comfort; but it may be when that spares many others a gap, which an organiser would do too.
/// Strict order over the whole event would need factors of a thousand from aim to aim and says nothing more to a reader.
/// </remarks>
public sealed record TalkPoints
{
    /// <summary>A talk that both sides want, beside its worth as a talk.</summary>
    public long Mutual { get; private init; }

    /// <summary>A person with at least one talk.</summary>
    public long Somebody { get; private init; }

    /// <summary>A gap less.</summary>
    public long Gap { get; private init; }

    /// <summary>A room less for a person, beyond the first.</summary>
    public long Walk { get; private init; }

    /// <summary>A talk less between the interpreter with the most and the one with the fewest.</summary>
    public long Load { get; private init; }

    /// <summary>A talk, for each point of its weight and each of its people.</summary>
    public long Talk { get; private init; }

    /// <summary>The worth of each aim in a problem.</summary>
    public static TalkPoints Of(TalkProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var slots = problem.Slots.Count;
        var wishes = new long[problem.People.Count];
        foreach (var request in problem.Requests)
        {
            foreach (var person in request.People)
            {
                wishes[person] += request.Weight;
            }
        }

        var zones = problem.Hosts.Select(host => host.Zone).Distinct().Count();
        var points = new TalkPoints();
        long below = 0;
        foreach (var aim in problem.Aims.Order.Reverse())
        {
            var unit = below + 1;
            (points, var most) = aim switch
            {
                TalkAim.MutualTalks => (points with { Mutual = unit }, slots),
                TalkAim.NobodyWithout => (points with { Somebody = unit }, 1),
                TalkAim.FewGaps => (points with { Gap = unit }, Math.Max(0, (slots - 1) / 2)),
                TalkAim.ShortWalks => (points with { Walk = unit }, Math.Max(0, Math.Min(zones, slots) - 1)),
                TalkAim.EvenLoad => (points with { Load = unit }, 1),
                TalkAim.FullTables => (points with { Talk = unit }, wishes.Length == 0 ? 0 : Math.Min(wishes.Max(), 3L * slots)),
                _ => throw new ArgumentOutOfRangeException(nameof(problem), aim, "An aim without points."),
            };
            below += unit * most;
        }

        return points;
    }

    /// <summary>What one request is worth when it takes place, without what it saves or costs in gaps and ways.</summary>
    public long Of(TalkRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (request.Mutual ? Mutual * request.People.Count : 0) + (Talk * request.Weight * request.People.Count);
    }
}
