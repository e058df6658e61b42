namespace Integration.Planning.Talks;

/// <summary>A plan in milliseconds, to begin with: it keeps every rule and everything fixed where that is possible request by request.</summary>
public static class ConstructiveStart
{
    /// <summary>Makes a plan by putting the requests on the board one after the other, the most worth and the hardest to place first,
    /// each where it fits the day of its people best; then again for those who were left over.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="seed">Decides between requests that are alike.</param>
    /// <returns>A plan that keeps all rules but may lack something required, if that could not be placed.</returns>
    public static TalkPlan Make(TalkProblem problem, int seed = 1) => Make(new TalkFrame(problem), seed);

    internal static TalkPlan Make(TalkFrame frame, int seed)
    {
        var board = new TalkBoard(frame);
        // Not for secrets: the same seed has to give the same plan.
        var chance = new Random(seed);
        var order = frame.Requests.Where(request => request.IsPossible)
            .OrderByDescending(request => request.Fixed.Length > 0).ThenByDescending(request => request.Required)
            .ThenByDescending(request => request.Worth / request.Size).ThenBy(request => request.Slots.Length).ThenBy(_ => chance.Next())
            .ToArray();
        var without = frame.Problem.Aims.Order.Contains(TalkAim.NobodyWithout);
        foreach (var firstOnly in without ? [true, false] : new[] { false })
        {
            foreach (var request in order)
            {
                if (!board.IsHeld(request.Index) && (!firstOnly || request.Required || request.Worth >= frame.Points.Somebody || request.People.Exists(person => !board.BusyOf(person).Contains(true))))
                {
                    Place(frame, board, request);
                }
            }
        }

        KeepSpread(frame, board);
        return board.ToPlan();
    }

    private static void Place(TalkFrame frame, TalkBoard board, FramedRequest request)
    {
        foreach (var slot in request.Slots.OrderBy(slot => request.People.Sum(person => GapsWith(board.BusyOf(person), slot))).ThenBy(slot => Math.Abs((2 * slot) - frame.SlotCount)))
        {
            if (board.TryPlace(request, slot))
            {
                return;
            }
        }
    }

    private static int GapsWith(bool[] busy, int slot)
    {
        var had = busy[slot];
        busy[slot] = true;
        var gaps = Gaps(busy);
        busy[slot] = had;
        return gaps;
    }

    /// <summary>Groups of idle slots between the first and the last talk.</summary>
    internal static int Gaps(bool[] busy)
    {
        var runs = 0;
        for (var slot = 0; slot < busy.Length; slot++)
        {
            runs += busy[slot] && (slot == 0 || !busy[slot - 1]) ? 1 : 0;
        }

        return Math.Max(0, runs - 1);
    }

    /// <summary>Whoever has too many gaps beside the others gives up talks until the distance is kept; nothing required is given up.</summary>
    private static void KeepSpread(TalkFrame frame, TalkBoard board)
    {
        if (frame.Problem.Rules.GapSpread is not { } spread || frame.Problem.People.Count == 0)
        {
            return;
        }

        while (true)
        {
            var gaps = frame.Problem.People.Select((_, person) => Gaps(board.BusyOf(person))).ToArray();
            var least = gaps.Min();
            var given = frame.Requests.Where(request => !request.Required && board.IsHeld(request.Index) && request.People.Exists(person => gaps[person] > least + spread))
                .OrderBy(request => request.People.Sum(person => GapsWithout(board.BusyOf(person), board.SlotOf(request.Index)))).ThenBy(request => request.Worth).FirstOrDefault();
            if (given is null)
            {
                return;
            }

            board.Remove(given);
        }
    }

    private static int GapsWithout(bool[] busy, int slot)
    {
        busy[slot] = false;
        var gaps = Gaps(busy);
        busy[slot] = true;
        return gaps;
    }
}
