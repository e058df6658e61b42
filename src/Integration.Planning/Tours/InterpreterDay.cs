using Google.OrTools.Sat;
using Integration.Planning.Talks;

namespace Integration.Planning.Tours;

/// <summary>What one interpreter can do on one day: be there, be in one place, and rest (DOMAIN §6.3, R5).</summary>
/// <param name="model">Where to say so.</param>
/// <param name="problem">The problem.</param>
/// <param name="walkers">Its departures.</param>
/// <param name="who">The interpreter.</param>
/// <param name="works">Whether they work at a departure.</param>
internal sealed class InterpreterDay(CpModel model, TourProblem problem, WalkerKinds walkers, TalkInterpreter who, IReadOnlyDictionary<int, BoolVar> works)
{
    // A piece of work; other work than tours is certain.
    private sealed record Piece(int Start, int End, BoolVar? Works);

    /// <summary>Adds it to the model.</summary>
    public void Add()
    {
        foreach (var (d, work) in works)
        {
            var time = walkers.Departures[d].Time;
            if (time.Meets < who.From || time.End > who.Until || who.Working.Any(other => other.Start < time.End && time.Meets < other.End))
            {
                model.Add(work == 0);
            }

            foreach (var (_, other) in works.Where(other => other.Key > d && !walkers.Fits(walkers.Departures[d], walkers.Departures[other.Key])))
            {
                model.AddBoolOr([work.Not(), other.Not()]);
            }
        }

        var left = problem.Rules.InterpreterMost - who.Working.Sum(other => other.End - other.Start);
        model.Add(LinearExpr.WeightedSum(works.Values, works.Keys.Select(d => walkers.Departures[d].Time.End - walkers.Departures[d].Time.Start)) <= Math.Max(0, left));
        AddPauses();
    }

    // Whatever lies too far apart for one stretch, a pause lies between. It begins where some work ends, so there are only so many to choose from.
    private void AddPauses()
    {
        var pieces = works.Select(work => new Piece(walkers.Departures[work.Key].Time.Start, walkers.Departures[work.Key].Time.End, work.Value))
            .Concat(who.Working.Select(other => new Piece(other.Start, other.End, null))).OrderBy(piece => piece.Start).ToList();
        var pauses = pieces.Select(piece => piece.End).Distinct().Select(end => (Start: end, Pause: Pause(end, pieces))).ToList();
        foreach (var first in pieces)
        {
            foreach (var last in pieces.Where(piece => piece.Start >= first.Start && piece.End - first.Start > problem.Rules.InterpreterStretch))
            {
                var rest = pauses.Where(pause => pause.Start >= first.End && pause.Start + problem.Rules.InterpreterPause <= last.Start).Select(pause => (ILiteral)pause.Pause).ToList();
                var between = first.Works is null && last.Works is null
                    ? pieces.Where(piece => piece.Works is not null && piece.Start >= first.Start && piece.End <= last.End).Select(piece => piece.Works!)
                    : [first.Works ?? last.Works!];
                foreach (var piece in between)
                {
                    model.AddBoolOr([.. rest, piece.Not(), .. first.Works is not null && last.Works is not null ? [last.Works.Not()] : Array.Empty<ILiteral>()]);
                }
            }
        }
    }

    private BoolVar Pause(int start, List<Piece> pieces)
    {
        var pause = model.NewBoolVar("");
        foreach (var piece in pieces.Where(piece => piece.Start < start + problem.Rules.InterpreterPause && start < piece.End))
        {
            if (piece.Works is null)
            {
                model.Add(pause == 0);
            }
            else
            {
                model.AddImplication(pause, piece.Works.Not());
            }
        }

        return pause;
    }
}
