namespace Integration.Planning.Talks;

/// <summary>A way in which a talk can be held: in which language, and whether somebody interprets.</summary>
/// <param name="Language">Index into <see cref="TalkFrame.Languages"/>; -1 for German.</param>
/// <param name="Interpreted">Whether an interpreter sits with them.</param>
internal readonly record struct TalkWay(int Language, bool Interpreted);

/// <summary>A problem made ready for searching: what can never be is left out, everything else is indexed.</summary>
internal sealed class TalkFrame
{
    private readonly Dictionary<string, int> _languages = new(StringComparer.Ordinal);

    public TalkFrame(TalkProblem problem)
    {
        (Problem, Points) = (problem, TalkPoints.Of(problem));
        foreach (var language in problem.People.SelectMany(person => person.Languages).Concat(problem.Interpreters.SelectMany(one => one.Languages)))
        {
            _languages.TryAdd(language, _languages.Count);
        }

        Languages = [.. _languages.Keys];
        Masters = [.. Languages.Select(language => Range(problem.Interpreters.Count).Where(i => problem.Interpreters[i].Languages.Contains(language)).ToArray())];
        PersonThere = [.. problem.People.Select(person => There(slot => person.ArrivesAt <= slot.Start && slot.End <= person.LeavesAt, person.BusySlots))];
        HostThere = [.. problem.Hosts.Select(host => There(_ => host.Tables > 0, host.ClosedSlots))];
        InterpreterThere = [.. problem.Interpreters.Select(one => There(slot =>
            one.From <= slot.Start && slot.End <= one.Until && !one.Working.Any(work => work.Start < slot.End && slot.Start < work.End), []))];
        Fixed = problem.Fixed.GroupBy(talk => talk.Request).ToDictionary(group => group.Key, group => group.ToArray());
        Requests = [.. problem.Requests.Select((_, r) => new FramedRequest(this, r))];
        RequestsOf = [.. problem.People.Select(_ => new List<int>())];
        RequestsAt = [.. problem.Hosts.Select(_ => new List<int>())];
        foreach (var request in Requests)
        {
            request.People.ForEach(person => RequestsOf[person].Add(request.Index));
            if (request.Host is { } host)
            {
                RequestsAt[host].Add(request.Index);
            }
        }

        Wanting = [.. RequestsOf.Select(requests => requests.Count > 0)];
    }

    public TalkProblem Problem { get; }

    public TalkPoints Points { get; }

    /// <summary>All languages somebody may be interpreted in.</summary>
    public string[] Languages { get; }

    /// <summary>For each language who interprets it.</summary>
    public int[][] Masters { get; }

    /// <summary>Person × slot: whether they are there.</summary>
    public bool[][] PersonThere { get; }

    /// <summary>Host × slot: whether they receive.</summary>
    public bool[][] HostThere { get; }

    /// <summary>Interpreter × slot: whether they are there and free.</summary>
    public bool[][] InterpreterThere { get; }

    /// <summary>What is fixed, by request.</summary>
    public IReadOnlyDictionary<int, FixedTalk[]> Fixed { get; }

    /// <summary>The requests with what is possible for them.</summary>
    public FramedRequest[] Requests { get; }

    /// <summary>For each person their requests.</summary>
    public List<int>[] RequestsOf { get; }

    /// <summary>For each host the requests to them.</summary>
    public List<int>[] RequestsAt { get; }

    /// <summary>For each person whether they asked for anything.</summary>
    public bool[] Wanting { get; }

    public int SlotCount => Problem.Slots.Count;

    public int LanguageOf(string language) => _languages.GetValueOrDefault(language, -1);

    /// <summary>How many talks fit into the house in a slot.</summary>
    public int TablesIn(int slot) => Problem.TablesInSlot.Count > slot ? Problem.TablesInSlot[slot] : int.MaxValue;

    /// <summary>How many slots an interpreter can work at the most, with the pauses that R5 asks for, whatever the talks are.</summary>
    public int MostSlots(int interpreter)
    {
        var there = Enumerable.Range(0, SlotCount).Where(slot => InterpreterThere[interpreter][slot]).ToArray();
        var (rules, other) = (Problem.Rules, Problem.Interpreters[interpreter].Working.Sum(work => work.End - work.Start));
        var (minutes, most) = (rules.InterpreterMost - other, 0);
        foreach (var length in there.Select(slot => Problem.Slots[slot].End - Problem.Slots[slot].Start).Order())
        {
            minutes -= length;
            most += minutes >= 0 ? 1 : 0;
        }

        return Math.Min(most, MostInStretches(there));
    }

    /// <summary>Stretches of at most so long with a pause between, filled with as many slots as fit (dynamic programming over where a stretch begins).</summary>
    private int MostInStretches(int[] there)
    {
        var best = new int[there.Length + 1];
        for (var from = there.Length - 1; from >= 0; from--)
        {
            best[from] = best[from + 1];
            for (var to = from; to < there.Length && Problem.Slots[there[to]].End - Problem.Slots[there[from]].Start <= Problem.Rules.InterpreterStretch; to++)
            {
                var next = Array.FindIndex(there, slot => Problem.Slots[slot].Start - Problem.Slots[there[to]].End >= Problem.Rules.InterpreterPause);
                best[from] = Math.Max(best[from], to - from + 1 + (next < 0 ? 0 : best[next]));
            }
        }

        return best[0];
    }

    private static IEnumerable<int> Range(int count) => Enumerable.Range(0, count);

    private bool[] There(Func<TalkSlot, bool> there, IReadOnlyList<int> not)
    {
        var answer = Problem.Slots.Select(there).ToArray();
        foreach (var slot in not)
        {
            answer[slot] = false;
        }

        return answer;
    }
}

/// <summary>A request with what is possible for it.</summary>
internal sealed class FramedRequest
{
    public FramedRequest(TalkFrame frame, int index)
    {
        var request = frame.Problem.Requests[index];
        (Index, People, Host, Worth) = (index, [.. request.People], request.Host, frame.Points.Of(request));
        Fixed = frame.Fixed.GetValueOrDefault(index) ?? [];
        Required = request.Required || Fixed.Length > 0;
        NotBy = [.. People.SelectMany(person => frame.Problem.People[person].NotInterpretedBy).Distinct()];
        Slots = [.. Enumerable.Range(0, frame.SlotCount).Where(slot => Allows(frame, request, slot))];
        Ways = Size > (Host is { } host ? frame.Problem.Hosts[host].GroupSize : Size) ? [] : [.. WaysOf(frame).Where(way => KeepsFixed(frame, way))];
        if (Ways.Length == 0)
        {
            Slots = [];
        }
    }

    public int Index { get; }

    public List<int> People { get; }

    public int? Host { get; }

    /// <summary>Points when it takes place.</summary>
    public long Worth { get; }

    /// <summary>Whether a plan without it is no plan: required or fixed.</summary>
    public bool Required { get; }

    public FixedTalk[] Fixed { get; }

    /// <summary>Interpreters ruled out for one of its people.</summary>
    public int[] NotBy { get; }

    /// <summary>Slots in which everybody is there.</summary>
    public int[] Slots { get; }

    public TalkWay[] Ways { get; }

    public int Size => People.Count;

    public bool IsPossible => Slots.Length > 0;

    private bool Allows(TalkFrame frame, TalkRequest request, int slot) =>
        (request.Slots.Count == 0 || request.Slots.Contains(slot))
        && Array.TrueForAll(Fixed, talk => talk.Slot == slot)
        && !frame.Problem.Forbidden.Any(talk => talk.Request == Index && (talk.Slot ?? slot) == slot)
        && request.People.All(person => frame.PersonThere[person][slot])
        && (request.Host is not { } host || frame.HostThere[host][slot]);

    // An interpreter who is fixed has to be needed, and able.
    private bool KeepsFixed(TalkFrame frame, TalkWay way) =>
        Array.TrueForAll(Fixed, talk => talk.Interpreter is not { } one || (way.Interpreted && frame.Masters[way.Language].Contains(one) && !NotBy.Contains(one)));

    private IEnumerable<TalkWay> WaysOf(TalkFrame frame)
    {
        var needs = People.Select(person => frame.Problem.People[person].Languages).Where(languages => languages.Count > 0).ToArray();
        if (needs.Length == 0)
        {
            return [new TalkWay(-1, false)];
        }

        var common = needs[0].Where(language => needs.All(languages => languages.Contains(language))).Distinct().ToArray();
        var spoken = Host is { } host ? common.Where(frame.Problem.Hosts[host].Languages.Contains).ToArray() : [];
        return spoken.Length > 0
            ? spoken.Select(language => new TalkWay(frame.LanguageOf(language), false))
            : common.Where(language => frame.Masters[frame.LanguageOf(language)].Except(NotBy).Any()).Select(language => new TalkWay(frame.LanguageOf(language), true));
    }
}
