using Google.OrTools.LinearSolver;

namespace Integration.Planning.Talks;

/// <summary>What no plan can exceed, proven without searching for one.</summary>
internal static class TalkBound
{
    /// <summary>Everything possible takes place, as far as each person's slots go, and nobody has a gap.</summary>
    public static long Plain(TalkFrame frame)
    {
        long bound = frame.Requests.Where(request => request.IsPossible).Sum(request => request.Worth);
        return bound + (frame.Points.Somebody * frame.RequestsOf.Count(requests => requests.Exists(request => frame.Requests[request].IsPossible)));
    }

    /// <summary>The linear relaxation without gaps, ways and loads: talks may be cut in pieces, but tables, people and interpreters have room for no more than they have.</summary>
    /// <param name="frame">The problem.</param>
    /// <param name="limit">How long, at the most.</param>
    /// <param name="stop">Asked before it begins: the linear solver cannot be told to stop, only its limit ends it.</param>
    /// <returns>The bound; <see cref="long.MaxValue"/> when the time was too short.</returns>
    public static long Relaxed(TalkFrame frame, TimeSpan limit, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
        {
            return long.MaxValue;
        }

        using var solver = Solver.CreateSolver("GLOP");
        var at = new Dictionary<(int Request, int Way, int Slot), Variable>();
        var objective = solver.Objective();
        objective.SetMaximization();
        foreach (var request in frame.Requests)
        {
            var once = solver.MakeConstraint(request.Required ? 1 : 0, 1);
            foreach (var slot in request.Slots)
            {
                for (var way = 0; way < request.Ways.Length; way++)
                {
                    var literal = solver.MakeNumVar(0, 1, "");
                    at[(request.Index, way, slot)] = literal;
                    once.SetCoefficient(literal, 1);
                    objective.SetCoefficient(literal, request.Worth);
                }
            }
        }

        AddPeople(frame, solver, objective, at);
        AddTables(frame, solver, at);
        solver.SetTimeLimit((long)limit.TotalMilliseconds);
        return solver.Solve() == Solver.ResultStatus.OPTIMAL ? (long)Math.Floor(objective.Value() * (1 + 1e-9) + 1e-6) : long.MaxValue;
    }

    private static void AddPeople(TalkFrame frame, Solver solver, Objective objective, Dictionary<(int Request, int Way, int Slot), Variable> at)
    {
        var (any, inSlot) = (new Constraint?[frame.RequestsOf.Length], new Dictionary<(int Person, int Slot), Constraint>());
        for (var person = 0; person < frame.RequestsOf.Length; person++)
        {
            if (frame.Points.Somebody > 0 && frame.Wanting[person])
            {
                var somebody = solver.MakeNumVar(0, 1, "");
                objective.SetCoefficient(somebody, frame.Points.Somebody);
                any[person] = solver.MakeConstraint(double.NegativeInfinity, 0);
                any[person]!.SetCoefficient(somebody, 1);
            }
        }

        foreach (var ((request, _, slot), literal) in at)
        {
            foreach (var person in frame.Requests[request].People)
            {
                any[person]?.SetCoefficient(literal, -1);
                if (!inSlot.TryGetValue((person, slot), out var one))
                {
                    inSlot[(person, slot)] = one = solver.MakeConstraint(double.NegativeInfinity, 1);
                }

                one.SetCoefficient(literal, 1);
            }
        }
    }

    private static void AddTables(TalkFrame frame, Solver solver, Dictionary<(int Request, int Way, int Slot), Variable> at)
    {
        var sittings = new Dictionary<(int Host, TalkWay Way, int Slot), (Constraint Seats, Variable Used)>();
        var (tables, house, asked) = (new Dictionary<(int Host, int Slot), Constraint>(), new Dictionary<int, Constraint>(), new Dictionary<(int Language, int Slot), Constraint>());
        foreach (var ((index, wayIndex, slot), literal) in at)
        {
            var request = frame.Requests[index];
            var way = request.Ways[wayIndex];
            var host = request.Host ?? -1 - index;
            if (!sittings.TryGetValue((host, way, slot), out var sitting))
            {
                var used = solver.MakeNumVar(0, double.PositiveInfinity, "");
                sittings[(host, way, slot)] = sitting = (solver.MakeConstraint(double.NegativeInfinity, 0), used);
                sitting.Seats.SetCoefficient(used, -(request.Host is { } own ? frame.Problem.Hosts[own].GroupSize : request.Size));
                Of(tables, (host, slot), () => solver.MakeConstraint(double.NegativeInfinity, request.Host is { } its ? frame.Problem.Hosts[its].Tables : 1)).SetCoefficient(used, 1);
                if (frame.TablesIn(slot) < int.MaxValue)
                {
                    Of(house, slot, () => solver.MakeConstraint(double.NegativeInfinity, frame.TablesIn(slot))).SetCoefficient(used, 1);
                }

                if (way.Interpreted)
                {
                    Of(asked, (way.Language, slot), () => solver.MakeConstraint(double.NegativeInfinity, 0)).SetCoefficient(used, 1);
                }
            }

            sitting.Seats.SetCoefficient(literal, request.Size);
        }

        AddInterpreters(frame, solver, asked);
    }

    private static void AddInterpreters(TalkFrame frame, Solver solver, Dictionary<(int Language, int Slot), Constraint> asked)
    {
        for (var one = 0; one < frame.Problem.Interpreters.Count; one++)
        {
            var day = solver.MakeConstraint(double.NegativeInfinity, frame.MostSlots(one));
            for (var slot = 0; slot < frame.SlotCount; slot++)
            {
                if (!frame.InterpreterThere[one][slot])
                {
                    continue;
                }

                var here = solver.MakeConstraint(double.NegativeInfinity, 1);
                foreach (var language in frame.Problem.Interpreters[one].Languages.Select(frame.LanguageOf))
                {
                    if (asked.TryGetValue((language, slot), out var need))
                    {
                        var serves = solver.MakeNumVar(0, 1, "");
                        need.SetCoefficient(serves, -1);
                        here.SetCoefficient(serves, 1);
                        day.SetCoefficient(serves, 1);
                    }
                }
            }
        }
    }

    private static TValue Of<TKey, TValue>(Dictionary<TKey, TValue> all, TKey key, Func<TValue> make)
        where TKey : notnull
        where TValue : class
    {
        if (!all.TryGetValue(key, out var value))
        {
            all[key] = value = make();
        }

        return value;
    }
}
