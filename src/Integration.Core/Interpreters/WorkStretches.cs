namespace Integration.Interpreters;

/// <summary>A stretch of work on the clock on the wall, in the event's own time zone.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends, later than <paramref name="Start"/>.</param>
public readonly record struct Stretch(DateTime Start, DateTime End)
{
    /// <summary>The stretch from one clock time to another; an end that is not later than the start lies on the next day.</summary>
    public static Stretch Of(DateOnly day, TimeOnly from, TimeOnly to) =>
        new(day.ToDateTime(from), (to > from ? day : day.AddDays(1)).ToDateTime(to));

    /// <summary>How long it is.</summary>
    public TimeSpan Length => End - Start;

    /// <summary>Whether both want the same minute; one may begin when the other ends.</summary>
    public bool Overlaps(Stretch other) => Start < other.End && other.Start < End;
}

/// <summary>What continuous work asks for (DOMAIN §6.3, R5).</summary>
public enum BreakAdvice
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>More than two hours without fifteen minutes of rest: plan a break.</summary>
    Break,

    /// <summary>More than three hours without fifteen minutes of rest: a second interpreter.</summary>
    SecondInterpreter,
}

/// <summary>How long an interpreter works without a break (DOMAIN §6.3, R5).</summary>
public static class WorkStretches
{
    /// <summary>Longest continuous work before a break.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    /// <summary>Longest continuous work of one interpreter at all.</summary>
    public static readonly TimeSpan LongestAlone = TimeSpan.FromHours(3);

    /// <summary>What counts as a break.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromMinutes(15);

    /// <summary>Work without a break: what lies less than <see cref="Break"/> apart is one stretch.</summary>
    /// <returns>In the order of the clock.</returns>
    public static IReadOnlyList<Stretch> Continuous(IEnumerable<Stretch> work)
    {
        var continuous = new List<Stretch>();
        foreach (var next in work.OrderBy(stretch => stretch.Start))
        {
            if (continuous.Count > 0 && next.Start - continuous[^1].End < Break)
            {
                continuous[^1] = continuous[^1] with { End = next.End > continuous[^1].End ? next.End : continuous[^1].End };
            }
            else
            {
                continuous.Add(next);
            }
        }

        return continuous;
    }

    /// <summary>What the longest continuous work asks for.</summary>
    public static BreakAdvice Advice(IEnumerable<Stretch> work)
    {
        var longest = Continuous(work).Select(stretch => stretch.Length).DefaultIfEmpty().Max();
        return longest > LongestAlone ? BreakAdvice.SecondInterpreter : longest > Longest ? BreakAdvice.Break : BreakAdvice.None;
    }

    /// <summary>All hours of work, without what is counted twice.</summary>
    public static TimeSpan Total(IEnumerable<Stretch> work)
    {
        var total = TimeSpan.Zero;
        var until = DateTime.MinValue;
        foreach (var next in work.OrderBy(stretch => stretch.Start))
        {
            var start = next.Start > until ? next.Start : until;
            if (next.End > start)
            {
                total += next.End - start;
                until = next.End;
            }
        }

        return total;
    }
}
