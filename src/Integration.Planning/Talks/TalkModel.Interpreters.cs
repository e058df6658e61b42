using Google.OrTools.Sat;

namespace Integration.Planning.Talks;

// Who interprets when, with the pauses of R5, and how evenly.
internal sealed partial class TalkModel
{
    private void AddInterpreters(Dictionary<(int Language, int Slot), List<LinearExpr>> asked)
    {
        foreach (var ((language, slot), sittings) in asked)
        {
            var who = new List<BoolVar>();
            foreach (var one in Frame.Masters[language].Where(one => Frame.InterpreterThere[one][slot]))
            {
                var serves = Model.NewBoolVar($"i{one}l{language}s{slot}");
                _serves[(one, language, slot)] = serves;
                who.Add(serves);
                if (_named.TryGetValue((one, language, slot), out var named))
                {
                    Model.Add(LinearExpr.Sum(named) <= serves);
                }
            }

            Model.Add(LinearExpr.Sum(who) == LinearExpr.Sum(sittings));
        }

        var loads = new List<LinearExpr>();
        for (var one = 0; one < Frame.Problem.Interpreters.Count; one++)
        {
            loads.Add(AddDay(one));
        }

        if (Frame.Points.Load > 0 && loads.Count > 1)
        {
            var most = Model.NewIntVar(0, Frame.SlotCount, "most load");
            var least = Model.NewIntVar(0, Frame.SlotCount, "least load");
            loads.ForEach(load => Model.Add(load <= most));
            loads.ForEach(load => Model.Add(load >= least));
            Score(most, -Frame.Points.Load);
            Score(least, Frame.Points.Load);
        }
    }

    private LinearExpr AddDay(int interpreter)
    {
        var at = new BoolVar?[Frame.SlotCount];
        for (var slot = 0; slot < Frame.SlotCount; slot++)
        {
            var languages = Enumerable.Range(0, Frame.Languages.Length)
                .Select(language => _serves.GetValueOrDefault((interpreter, language, slot))).OfType<BoolVar>().ToList();
            at[slot] = OneOf(languages, $"i{interpreter}s{slot}");
        }

        var works = at.OfType<BoolVar>().ToArray();
        AddPauses(interpreter, at);
        var rules = Frame.Problem.Rules;
        var other = Frame.Problem.Interpreters[interpreter].Working.Sum(work => work.End - work.Start);
        var timed = at.Select((literal, slot) => (literal, Minutes: Frame.Problem.Slots[slot].End - Frame.Problem.Slots[slot].Start)).Where(one => one.literal is not null).ToArray();
        if (other + timed.Sum(one => one.Minutes) > rules.InterpreterMost)
        {
            if (other > rules.InterpreterMost)
            {
                Array.ForEach(works, literal => Model.Add(literal == 0));
            }
            else
            {
                Model.Add(LinearExpr.WeightedSum(timed.Select(one => one.literal!), timed.Select(one => one.Minutes)) <= rules.InterpreterMost - other);
            }
        }

        return LinearExpr.Sum(works);
    }

    /// <summary>Of two pieces of work that lie too far apart for one stretch, one falls away or a pause lies between them (R5).</summary>
    private void AddPauses(int interpreter, BoolVar?[] at)
    {
        var pieces = Merged(Frame.Problem.Interpreters[interpreter].Working).Select(work => new Piece(work, null))
            .Concat(Frame.Problem.Slots.Select((slot, index) => new Piece(new TimeSpanOfDay(slot.Start, slot.End), at[index])).Where(piece => piece.Talk is not null))
            .OrderBy(piece => piece.Span.Start).ToArray();
        for (var first = 0; first < pieces.Length; first++)
        {
            for (var last = first; last < pieces.Length; last++)
            {
                // Where enough time lies between two neighbours anyway, no stretch goes beyond it.
                if (last > first && pieces[last].Span.Start - pieces[last - 1].Span.End >= Frame.Problem.Rules.InterpreterPause)
                {
                    break;
                }

                if (pieces[last].Span.End - pieces[first].Span.Start > Frame.Problem.Rules.InterpreterStretch)
                {
                    AddPause(pieces[first..(last + 1)]);
                }
            }
        }
    }

    private void AddPause(Piece[] pieces)
    {
        var pauses = new List<ILiteral>();
        for (var from = 0; from < pieces.Length; from++)
        {
            var to = Array.FindIndex(pieces, Math.Min(from + 1, pieces.Length - 1), piece => piece.Span.Start - pieces[from].Span.End >= Frame.Problem.Rules.InterpreterPause);
            if (to > from + 1 && Array.TrueForAll(pieces[(from + 1)..to], piece => piece.Talk is not null))
            {
                pauses.Add(AllIdle([.. pieces[(from + 1)..to].Select(piece => piece.Talk!)]));
            }
        }

        ILiteral[] ends = [.. new[] { pieces[0], pieces[^1] }.Select(piece => piece.Talk?.Not()).OfType<ILiteral>()];
        if (ends.Length > 0)
        {
            Model.AddBoolOr([.. ends, .. pauses]);
            return;
        }

        // Other work at both ends: a talk between must not join them.
        foreach (var talk in pieces.Select(piece => piece.Talk).OfType<BoolVar>())
        {
            Model.AddBoolOr([talk.Not(), .. pauses]);
        }
    }

    private static IEnumerable<TimeSpanOfDay> Merged(IReadOnlyList<TimeSpanOfDay> spans)
    {
        var merged = new List<TimeSpanOfDay>();
        foreach (var span in spans.OrderBy(span => span.Start))
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
            {
                merged[^1] = new TimeSpanOfDay(merged[^1].Start, Math.Max(merged[^1].End, span.End));
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }

    /// <summary>A piece of an interpreter's day.</summary>
    /// <param name="Span">When.</param>
    /// <param name="Talk">Whether they sit at a table then; <see langword="null"/> for other work.</param>
    private sealed record Piece(TimeSpanOfDay Span, BoolVar? Talk);

    private readonly Dictionary<string, BoolVar> _idle = [];

    private BoolVar AllIdle(BoolVar[] literals)
    {
        var key = string.Join(',', literals.Select(literal => literal.GetIndex()));
        if (_idle.TryGetValue(key, out var known))
        {
            return known;
        }

        var idle = Model.NewBoolVar("");
        Array.ForEach(literals, literal => Model.AddImplication(idle, literal.Not()));
        return _idle[key] = idle;
    }

    private void HintInterpreters(TalkPlan plan)
    {
        var serving = plan.Talks.Where(talk => talk.Interpreter is not null).Select(talk => (talk.Interpreter!.Value, Frame.LanguageOf(talk.Language!), talk.Slot)).ToHashSet();
        foreach (var (key, literal) in _serves)
        {
            Model.AddHint(literal, serving.Contains(key) ? 1 : 0);
        }
    }
}
