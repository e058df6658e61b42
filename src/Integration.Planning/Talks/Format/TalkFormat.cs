namespace Integration.Planning.Talks.Format;

/// <summary>Problems and plans as text that people can read, compare and send in: one line a thing. Described in <c>docs/planning-format.md</c>.</summary>
public static class TalkFormat
{
    internal const string ProblemTitle = "talk-problem";
    internal const string PlanTitle = "talk-plan";

    /// <summary>Words of the aims, as the <c>aims</c> line names them.</summary>
    internal static IReadOnlyDictionary<TalkAim, string> Aims { get; } = new Dictionary<TalkAim, string>
    {
        [TalkAim.MutualTalks] = "mutual-talks",
        [TalkAim.NobodyWithout] = "nobody-without",
        [TalkAim.FewGaps] = "few-gaps",
        [TalkAim.ShortWalks] = "short-walks",
        [TalkAim.EvenLoad] = "even-load",
        [TalkAim.FullTables] = "full-tables",
    };

    /// <summary>A problem from its text.</summary>
    /// <exception cref="TalkFormatException">The text is no problem, or one that contradicts itself.</exception>
    public static TalkProblem ReadProblem(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new ProblemReader(TextLine.ReadAll(reader, ProblemTitle)).Read();
    }

    /// <summary>A plan from its text.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="problem">Its problem, whose interpreters it names. Whether the plan keeps the rules is for <see cref="TalkChecker"/> to say.</param>
    /// <exception cref="TalkFormatException">The text is no plan, or names what the problem does not have.</exception>
    public static TalkPlan ReadPlan(TextReader reader, TalkProblem problem)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(problem);
        return PlanText.Read(TextLine.ReadAll(reader, PlanTitle), problem);
    }

    /// <summary>Writes a problem, so that reading gives the same one.</summary>
    /// <exception cref="ArgumentException">A key or language has a blank, a comma, <c>=</c> or <c>#</c>, or two things of a kind share a key.</exception>
    public static void Write(TextWriter writer, TalkProblem problem)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(problem);
        new ProblemWriter(writer, problem).Write();
    }

    /// <summary>Writes a plan of a problem.</summary>
    public static void Write(TextWriter writer, TalkProblem problem, TalkPlan plan)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        PlanText.Write(writer, problem, plan);
    }
}
