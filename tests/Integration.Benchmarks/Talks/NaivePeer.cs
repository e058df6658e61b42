using System.Globalization;
using Google.OrTools.Sat;
using Integration.Planning.Talks;

namespace Integration.Benchmarks.Talks;

/// <summary>What somebody writes who has just read the manual of CP-SAT: one boolean for each request, slot, table, language and interpreter, every rule as it is
/// worded, the aims as they are, no start and no help for the search. One worker, the same time.</summary>
internal sealed class NaivePeer
{
    private readonly TalkProblem problem;
    private readonly CpModel model = new();
    private readonly List<(PlannedTalk Talk, BoolVar Takes)> choices = [];
    private readonly Dictionary<(int Slot, int Host, int Table, int? Interpreter, string? Language), BoolVar> sittings = [];
    private readonly List<LinearExpr> value = [];
    private readonly BoolVar never;

    private NaivePeer(TalkProblem problem) => (this.problem, never) = (problem, model.NewBoolVar("never"));

    /// <summary>The best plan found in time; <see langword="null"/> where none was.</summary>
    public static (TalkPlan? Plan, string Status) Plan(TalkProblem problem, TimeSpan limit, int seed)
    {
        var peer = new NaivePeer(problem);
        peer.Build();
        using var solver = new CpSolver();
        solver.StringParameters = string.Create(CultureInfo.InvariantCulture, $"max_time_in_seconds:{limit.TotalSeconds},num_workers:1,random_seed:{seed}");
        var status = solver.Solve(peer.model);
        return status is CpSolverStatus.Optimal or CpSolverStatus.Feasible
            ? (new TalkPlan([.. peer.choices.Where(choice => solver.BooleanValue(choice.Takes)).Select(choice => choice.Talk)]), status.ToString())
            : (null, status.ToString());
    }

    private void Build()
    {
        model.Add(never == 0);
        for (var request = 0; request < problem.Requests.Count; request++)
        {
            choices.AddRange(Ways(request).Select(talk => (talk, model.NewBoolVar(""))));
        }

        var points = TalkPoints.Of(problem);
        foreach (var choice in choices)
        {
            value.Add(choice.Takes * points.Of(problem.Requests[choice.Talk.Request]));
        }

        Requests();
        Sittings();
        for (var interpreter = 0; interpreter < problem.Interpreters.Count; interpreter++)
        {
            Hours(interpreter);
        }

        People(points);
        Loads(points);
        model.Maximize(LinearExpr.Sum(value));
    }

    private IEnumerable<PlannedTalk> Ways(int number)
    {
        var request = problem.Requests[number];
        var host = request.Host is { } at ? problem.Hosts[at] : null;
        var inNeed = request.People.Select(person => problem.People[person].Languages).Where(languages => languages.Count > 0).ToList();
        var accepted = inNeed.Count == 0 ? [] : inNeed[0].Where(language => inNeed.TrueForAll(own => own.Contains(language))).ToList();
        var spoken = accepted.Where(language => host is not null && host.Languages.Contains(language)).ToList();
        var ways = inNeed.Count == 0 ? [(null, null)]
            : spoken.Count > 0 ? spoken.Select(language => ((int?)null, (string?)language))
            : from language in accepted
              from interpreter in Enumerable.Range(0, problem.Interpreters.Count)
              where problem.Interpreters[interpreter].Languages.Contains(language) && !request.People.Any(person => problem.People[person].NotInterpretedBy.Contains(interpreter))
              select ((int?)interpreter, (string?)language);
        return from slot in Enumerable.Range(0, problem.Slots.Count)
               where MayBe(number, slot)
               from table in Enumerable.Range(0, host?.Tables ?? 1)
               from way in ways
               where way.Item1 is not { } interpreter || IsThere(problem.Interpreters[interpreter], problem.Slots[slot])
               let talk = new PlannedTalk(number, slot, table, way.Item1, way.Item2)
               where problem.Fixed.All(wanted => wanted.Request != number || (wanted.Slot == slot && (wanted.Table ?? table) == table && (wanted.Interpreter ?? talk.Interpreter) == talk.Interpreter))
               select talk;
    }

    private bool MayBe(int number, int slot)
    {
        var (request, time) = (problem.Requests[number], problem.Slots[slot]);
        return (request.Slots.Count == 0 || request.Slots.Contains(slot))
            && request.People.All(person => problem.People[person] is var own && own.ArrivesAt <= time.Start && time.End <= own.LeavesAt && !own.BusySlots.Contains(slot))
            && (request.Host is not { } host || (!problem.Hosts[host].ClosedSlots.Contains(slot) && request.People.Count <= problem.Hosts[host].GroupSize))
            && !problem.Forbidden.Any(ruledOut => ruledOut.Request == number && (ruledOut.Slot ?? slot) == slot);
    }

    private static bool IsThere(TalkInterpreter interpreter, TalkSlot slot) =>
        interpreter.From <= slot.Start && slot.End <= interpreter.Until && !interpreter.Working.Any(work => work.Start < slot.End && slot.Start < work.End);

    private void Requests()
    {
        var byRequest = choices.ToLookup(choice => choice.Talk.Request);
        for (var request = 0; request < problem.Requests.Count; request++)
        {
            var takes = byRequest[request].Select(choice => choice.Takes).Append(never);
            var isDecided = problem.Requests[request].Required || problem.Fixed.Any(wanted => wanted.Request == request);
            model.AddLinearConstraint(LinearExpr.Sum(takes), isDecided ? 1 : 0, 1);
        }

        foreach (var order in problem.Orders)
        {
            foreach (var first in byRequest[order.First])
            {
                foreach (var then in byRequest[order.Then].Where(then => then.Talk.Slot <= first.Talk.Slot))
                {
                    model.AddBoolOr([first.Takes.Not(), then.Takes.Not()]);
                }
            }
        }
    }

    private void Sittings()
    {
        var inSlot = problem.Slots.Select(_ => new List<LinearExpr> { never }).ToArray();
        foreach (var group in choices.GroupBy(choice => (choice.Talk.Slot, Host: problem.Requests[choice.Talk.Request].Host ?? (-1 - choice.Talk.Request), choice.Talk.Table)))
        {
            var kinds = new List<BoolVar>();
            foreach (var kind in group.GroupBy(choice => (choice.Talk.Interpreter, choice.Talk.Language)))
            {
                var sitting = model.NewBoolVar("");
                sittings.Add((group.Key.Slot, group.Key.Host, group.Key.Table, kind.Key.Interpreter, kind.Key.Language), sitting);
                kinds.Add(sitting);
                foreach (var choice in kind)
                {
                    model.AddImplication(choice.Takes, sitting);
                }
            }

            model.AddAtMostOne(kinds);
            inSlot[group.Key.Slot].AddRange(kinds);
            if (group.Key.Host >= 0)
            {
                model.Add(LinearExpr.Sum(group.Select(choice => choice.Takes * problem.Requests[choice.Talk.Request].People.Count)) <= problem.Hosts[group.Key.Host].GroupSize);
            }
        }

        for (var slot = 0; slot < problem.TablesInSlot.Count; slot++)
        {
            model.Add(LinearExpr.Sum(inSlot[slot]) <= problem.TablesInSlot[slot]);
        }
    }

    // R5: each piece of work belongs to a stretch; pieces with less than a pause between them to the same.
    private void Hours(int interpreter)
    {
        var rules = problem.Rules;
        var work = new List<(int Start, int End, BoolVar? Works, IntVar From)>();
        foreach (var slot in sittings.Where(sitting => sitting.Key.Interpreter == interpreter).GroupBy(sitting => sitting.Key.Slot))
        {
            var works = model.NewBoolVar("");
            model.Add(LinearExpr.Sum(slot.Select(sitting => sitting.Value)) == works);
            var (start, end) = (problem.Slots[slot.Key].Start, problem.Slots[slot.Key].End);
            work.Add((start, end, works, model.NewIntVar(-1, start, "")));
        }

        work.AddRange(problem.Interpreters[interpreter].Working.Select(other => (other.Start, other.End, (BoolVar?)null, model.NewIntVar(-1, other.Start, ""))));
        foreach (var piece in work)
        {
            foreach (var later in work.Where(later => later.Start > piece.Start && later.Start - piece.End < rules.InterpreterPause))
            {
                model.Add(later.From <= piece.From).OnlyEnforceIf(Both(piece.Works, later.Works));
            }

            // Other work alone that is too long is not the plan's doing, but talks beside it would be.
            model.Add(piece.From >= piece.End - rules.InterpreterStretch).OnlyEnforceIf(Both(piece.Works, null));
        }

        var most = rules.InterpreterMost - problem.Interpreters[interpreter].Working.Sum(other => other.End - other.Start);
        model.Add(LinearExpr.Sum(work.Where(piece => piece.Works is not null).Select(piece => piece.Works! * (piece.End - piece.Start)).Append(never * 1)) <= Math.Max(0, most));
    }

    private static ILiteral[] Both(BoolVar? one, BoolVar? other) => [.. new ILiteral?[] { one, other }.OfType<ILiteral>()];

    private void People(TalkPoints points)
    {
        var gaps = new List<LinearExpr>();
        var talksOf = choices.SelectMany(choice => problem.Requests[choice.Talk.Request].People.Select(person => (person, choice))).ToLookup(pair => pair.person, pair => pair.choice);
        for (var person = 0; person < problem.People.Count; person++)
        {
            var bySlot = talksOf[person].ToLookup(choice => choice.Talk.Slot, choice => choice.Takes);
            var (starts, before) = (new List<LinearExpr> { never }, never);
            for (var slot = 0; slot < problem.Slots.Count; slot++)
            {
                // At most one talk at a time, because a boolean is at most one.
                var talking = model.NewBoolVar("");
                model.Add(LinearExpr.Sum(bySlot[slot].Append(never)) == talking);
                var start = model.NewBoolVar("");
                model.AddBoolAnd([talking, before.Not()]).OnlyEnforceIf(start);
                model.AddBoolOr([talking.Not(), before, start]);
                starts.Add(start);
                before = talking;
            }

            var somebody = model.NewBoolVar("");
            model.AddMaxEquality(somebody, talksOf[person].Select(choice => choice.Takes).Append(never));
            gaps.Add(LinearExpr.Sum(starts) - somebody);
            value.Add(somebody * points.Somebody);
            value.Add((LinearExpr.Sum(starts) - somebody) * -points.Gap);
            foreach (var zone in talksOf[person].Where(choice => problem.Requests[choice.Talk.Request].Host is not null).GroupBy(choice => problem.Hosts[problem.Requests[choice.Talk.Request].Host!.Value].Zone))
            {
                var visits = model.NewBoolVar("");
                model.AddMaxEquality(visits, zone.Select(choice => choice.Takes));
                value.Add(visits * -points.Walk);
            }

            // Whoever is in any room at all has one for nothing.
            var hosted = model.NewBoolVar("");
            model.AddMaxEquality(hosted, talksOf[person].Where(choice => problem.Requests[choice.Talk.Request].Host is not null).Select(choice => choice.Takes).Append(never));
            value.Add(hosted * points.Walk);
        }

        if (problem.Rules.GapSpread is { } spread)
        {
            var (fewest, most) = (model.NewIntVar(0, problem.Slots.Count, ""), model.NewIntVar(0, problem.Slots.Count, ""));
            gaps.ForEach(own => model.Add(own >= fewest));
            gaps.ForEach(own => model.Add(own <= most));
            model.Add(most - fewest <= spread);
        }
    }

    private void Loads(TalkPoints points)
    {
        var (fewest, most) = (model.NewIntVar(0, problem.Slots.Count, ""), model.NewIntVar(0, problem.Slots.Count, ""));
        for (var interpreter = 0; interpreter < problem.Interpreters.Count; interpreter++)
        {
            var load = LinearExpr.Sum(sittings.Where(sitting => sitting.Key.Interpreter == interpreter).Select(sitting => sitting.Value).Append(never));
            model.Add(load >= fewest);
            model.Add(load <= most);
        }

        value.Add((most - fewest) * -points.Load);
    }
}
