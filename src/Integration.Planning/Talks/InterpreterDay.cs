namespace Integration.Planning.Talks;

/// <summary>An interpreter's day: in which slots they sit at a table, and whether one more keeps rule R5.</summary>
internal sealed class InterpreterDay
{
    private readonly TalkProblem _problem;
    private readonly bool[] _at;
    private readonly TimeSpanOfDay[] _other;
    private int _minutes;

    public InterpreterDay(TalkProblem problem, int interpreter)
    {
        (_problem, _at) = (problem, new bool[problem.Slots.Count]);
        _other = [.. problem.Interpreters[interpreter].Working];
        _minutes = _other.Sum(work => work.End - work.Start);
    }

    /// <summary>At how many tables they sit that day.</summary>
    public int Sittings { get; private set; }

    public bool CanEnter(int slot)
    {
        var (_, start, end) = _problem.Slots[slot];
        if (_at[slot] || _minutes + end - start > _problem.Rules.InterpreterMost)
        {
            return false;
        }

        _at[slot] = true;
        var stretch = LongestStretch();
        _at[slot] = false;
        return stretch <= _problem.Rules.InterpreterStretch;
    }

    public void Enter(int slot)
    {
        _at[slot] = true;
        _minutes += _problem.Slots[slot].End - _problem.Slots[slot].Start;
        Sittings++;
    }

    public void Leave(int slot)
    {
        _at[slot] = false;
        _minutes -= _problem.Slots[slot].End - _problem.Slots[slot].Start;
        Sittings--;
    }

    // A stretch of other work alone, however long, is not the plan's doing.
    private int LongestStretch()
    {
        var work = _other.Select(span => (Span: span, Talk: false))
            .Concat(_problem.Slots.Where((_, slot) => _at[slot]).Select(slot => (Span: new TimeSpanOfDay(slot.Start, slot.End), Talk: true)))
            .OrderBy(span => span.Span.Start);
        var (longest, from, until, talk) = (0, 0, int.MinValue / 2, false);
        foreach (var (span, isTalk) in work)
        {
            (from, talk) = span.Start - until >= _problem.Rules.InterpreterPause ? (span.Start, isTalk) : (from, talk || isTalk);
            until = Math.Max(until, span.End);
            longest = talk ? Math.Max(longest, until - from) : longest;
        }

        return longest;
    }
}
