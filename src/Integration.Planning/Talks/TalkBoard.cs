namespace Integration.Planning.Talks;

/// <summary>A table in a slot with those who sit there.</summary>
internal sealed class Sitting(int slot, int host, int table, TalkWay way, int? interpreter)
{
    public int Slot { get; } = slot;

    public int Host { get; } = host;

    public int Table { get; } = table;

    public TalkWay Way { get; } = way;

    public int? Interpreter { get; set; } = interpreter;

    public List<int> Requests { get; } = [];

    public int People { get; set; }
}

/// <summary>A plan in the making: talks are put on it and taken off again, and it never breaks a rule but the one about the spread of gaps.</summary>
internal sealed class TalkBoard
{
    private readonly TalkFrame _frame;
    private readonly List<Sitting>[][] _sittings;
    private readonly int[] _inSlot;
    private readonly bool[][] _personBusy;
    private readonly InterpreterDay[] _days;
    private readonly Sitting?[] _sittingOf;

    public TalkBoard(TalkFrame frame)
    {
        _frame = frame;
        // The last row takes talks without a host.
        _sittings = [.. Enumerable.Range(0, frame.Problem.Hosts.Count + 1).Select(_ => Enumerable.Range(0, frame.SlotCount).Select(_ => new List<Sitting>()).ToArray())];
        _inSlot = new int[frame.SlotCount];
        _personBusy = [.. frame.Problem.People.Select(_ => new bool[frame.SlotCount])];
        _days = [.. frame.Problem.Interpreters.Select((_, i) => new InterpreterDay(frame.Problem, i))];
        _sittingOf = new Sitting?[frame.Requests.Length];
    }

    public bool IsHeld(int request) => _sittingOf[request] is not null;

    public int SlotOf(int request) => _sittingOf[request]!.Slot;

    public bool[] BusyOf(int person) => _personBusy[person];

    /// <summary>Puts a request into a slot: at a table that is open in a language it can use, else at a free one. False if neither goes.</summary>
    public bool TryPlace(FramedRequest request, int slot) =>
        TryPlace(request, slot, request.Fixed.FirstOrDefault(new FixedTalk(request.Index, slot)), request.Ways);

    private bool TryPlace(FramedRequest request, int slot, FixedTalk fixedAt, TalkWay[] ways)
    {
        if (IsHeld(request.Index) || !request.Slots.Contains(slot) || request.People.Exists(person => _personBusy[person][slot]) || !KeepsOrder(request.Index, slot))
        {
            return false;
        }

        var there = _sittings[request.Host ?? _frame.Problem.Hosts.Count][slot];
        var size = request.Host is { } host ? _frame.Problem.Hosts[host].GroupSize : 0;
        var joined = there.Find(sitting => sitting.People + request.Size <= size && ways.Contains(sitting.Way)
            && (fixedAt.Table ?? sitting.Table) == sitting.Table
            && (sitting.Interpreter is not { } one || (!request.NotBy.Contains(one) && (fixedAt.Interpreter ?? one) == one)));
        joined ??= Open(request, slot, there, fixedAt, ways);
        if (joined is null)
        {
            return false;
        }

        joined.Requests.Add(request.Index);
        joined.People += request.Size;
        _sittingOf[request.Index] = joined;
        request.People.ForEach(person => _personBusy[person][slot] = true);
        return true;
    }

    /// <summary>Puts a request exactly where a plan has it. False if that breaks a rule.</summary>
    public bool TryPut(FramedRequest request, PlannedTalk talk)
    {
        var language = talk.Language is { } spoken ? _frame.LanguageOf(spoken) : -1;
        var way = Array.FindIndex(request.Ways, way => way.Language == language && way.Interpreted == talk.Interpreter is not null);
        return way >= 0
            && Array.TrueForAll(request.Fixed, asked => (asked.Table ?? talk.Table) == talk.Table && (asked.Interpreter ?? talk.Interpreter) == talk.Interpreter)
            && TryPlace(request, talk.Slot, new FixedTalk(request.Index, talk.Slot, request.Host is null ? null : talk.Table, talk.Interpreter), [request.Ways[way]]);
    }

    /// <summary>Takes a request off the plan.</summary>
    public void Remove(FramedRequest request)
    {
        var sitting = _sittingOf[request.Index] ?? throw new ArgumentException($"Request {request.Index} is not on the board.", nameof(request));
        _sittingOf[request.Index] = null;
        sitting.Requests.Remove(request.Index);
        sitting.People -= request.Size;
        request.People.ForEach(person => _personBusy[person][sitting.Slot] = false);
        if (sitting.Requests.Count == 0)
        {
            _sittings[sitting.Host][sitting.Slot].Remove(sitting);
            _inSlot[sitting.Slot]--;
            if (sitting.Interpreter is { } one)
            {
                _days[one].Leave(sitting.Slot);
            }
        }
    }

    public TalkPlan ToPlan() => new([.. _frame.Requests.Where(request => IsHeld(request.Index)).Select(request =>
    {
        var sitting = _sittingOf[request.Index]!;
        return new PlannedTalk(request.Index, sitting.Slot, sitting.Table, sitting.Interpreter, sitting.Way.Language < 0 ? null : _frame.Languages[sitting.Way.Language]);
    })]);

    private Sitting? Open(FramedRequest request, int slot, List<Sitting> there, FixedTalk fixedAt, TalkWay[] ways)
    {
        if (_inSlot[slot] >= _frame.TablesIn(slot) || (request.Host is { } host && FreeTable(there, _frame.Problem.Hosts[host].Tables, fixedAt.Table) < 0))
        {
            return null;
        }

        var table = request.Host is { } open ? FreeTable(there, _frame.Problem.Hosts[open].Tables, fixedAt.Table) : 0;
        foreach (var way in ways)
        {
            var interpreter = way.Interpreted ? FreeInterpreter(request, way.Language, slot, fixedAt.Interpreter) : null;
            if (way.Interpreted && interpreter is null)
            {
                continue;
            }

            var sitting = new Sitting(slot, request.Host ?? _frame.Problem.Hosts.Count, table, way, interpreter);
            there.Add(sitting);
            _inSlot[slot]++;
            if (interpreter is { } one)
            {
                _days[one].Enter(slot);
            }

            return sitting;
        }

        return null;
    }

    private static int FreeTable(List<Sitting> there, int tables, int? asked)
    {
        for (var table = 0; table < tables; table++)
        {
            if ((asked ?? table) == table && !there.Exists(sitting => sitting.Table == table))
            {
                return table;
            }
        }

        return -1;
    }

    /// <summary>Who can: first those with few languages, then those with little work.</summary>
    private int? FreeInterpreter(FramedRequest request, int language, int slot, int? asked)
    {
        int? best = null;
        var cost = int.MaxValue;
        foreach (var one in _frame.Masters[language])
        {
            var its = (_frame.Problem.Interpreters[one].Languages.Count * 100) + _days[one].Sittings;
            if ((asked ?? one) == one && its < cost && _frame.InterpreterThere[one][slot] && !request.NotBy.Contains(one) && _days[one].CanEnter(slot))
            {
                (best, cost) = (one, its);
            }
        }

        return best;
    }

    private bool KeepsOrder(int request, int slot) => _frame.Problem.Orders.All(order =>
        (order.First != request || _sittingOf[order.Then] is not { } later || slot < later.Slot)
        && (order.Then != request || _sittingOf[order.First] is not { } earlier || earlier.Slot < slot));
}
