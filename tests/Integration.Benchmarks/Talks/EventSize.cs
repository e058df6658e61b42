namespace Integration.Benchmarks.Talks;

/// <summary>How large an invented event is.</summary>
/// <param name="Name">What it is called; with <c>-1</c>, <c>-2</c>, … behind it an event of that size.</param>
/// <param name="People">Who comes.</param>
/// <param name="Hosts">Employers.</param>
/// <param name="Slots">Times at which talks take place.</param>
/// <param name="Interpreters">Who interprets; <see langword="null"/>: as many as the rule of thumb of a fair asks for.</param>
/// <param name="Minutes">How long a talk lasts; two more to change tables.</param>
internal sealed record EventSize(string Name, int People, int Hosts, int Slots, int? Interpreters, int Minutes = 13)
{
    /// <summary>The sizes of the benchmark set.</summary>
    public static IReadOnlyList<EventSize> Named { get; } =
    [
        new("forum40", 40, 8, 6, 4),
        new("haren", 70, 12, 5, 6, Minutes: 20),
        new("fair200", 200, 20, 8, 10),
        new("fair600", 600, 60, 12, 25),
        new("fair1000", 1000, 90, 12, 40),
    ];

    /// <summary>The whole set: three events of each size.</summary>
    public static IEnumerable<string> Names => from size in Named from seed in Enumerable.Range(1, 3) select $"{size.Name}-{seed}";
}
