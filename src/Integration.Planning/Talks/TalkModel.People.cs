using Google.OrTools.Sat;

namespace Integration.Planning.Talks;

// The days of the people: one talk at a time, gaps, ways, nobody without.
internal sealed partial class TalkModel
{
    /// <summary>Up to so many possible days the day of a person is one choice among them: the relaxation then sees gaps as they are.</summary>
    private const int MostPatterns = 260;

    private const int MostSlotsForPatterns = 12;

    private readonly List<LinearExpr> _gaps = [];

    private readonly List<BoolVar>[] _busyIn;

    private void AddPeople()
    {
        for (var person = 0; person < Frame.Problem.People.Count; person++)
        {
            AddPerson(person);
        }

        AddTablesOfAll();
    }

    /// <summary>Where all talks have the same number of people, the people who are busy in a slot are so many times its tables: said once more, it is seen
    /// from the people's side too.</summary>
    private void AddTablesOfAll()
    {
        var sizes = Frame.Requests.Select(request => request.Size).Distinct().ToArray();
        if (sizes is not [> 1] || !Array.TrueForAll(Frame.Requests, request => request.Required && request.Host is null))
        {
            return;
        }

        var all = new List<IntVar>();
        for (var slot = 0; slot < Frame.SlotCount; slot++)
        {
            var tables = Model.NewIntVar(0, Math.Min(Frame.TablesIn(slot), Frame.Requests.Length), $"s{slot}tables");
            Model.Add(LinearExpr.Sum(_inSlotOf.SelectMany(request => request.GetValueOrDefault(slot) ?? [])) == tables);
            Model.Add(LinearExpr.Sum(_busyIn[slot]) == sizes[0] * tables);
            all.Add(tables);
        }

        Model.Add(LinearExpr.Sum(all) == Frame.Requests.Length);
    }

    private void AddPerson(int person)
    {
        var slots = new List<(int Slot, BoolVar Busy)>();
        for (var slot = 0; slot < Frame.SlotCount; slot++)
        {
            var there = Frame.RequestsOf[person].SelectMany(request => _inSlotOf[request].GetValueOrDefault(slot) ?? []).ToList();
            if (OneOf(there, $"p{person}s{slot}") is { } busy)
            {
                slots.Add((slot, busy));
                _busyIn[slot].Add(busy);
            }
        }

        if (slots.Count == 0)
        {
            _gaps.Add(LinearExpr.Constant(0));
            return;
        }

        AddCount(person, slots);
        var (least, most) = TalksOf(person, slots.Count);
        if (least > most)
        {
            IsContradiction = true;
            Model.AddBoolOr([]);
            _gaps.Add(LinearExpr.Constant(0));
            return;
        }

        if (slots.Count <= MostSlotsForPatterns && Patterns(slots.Count, least, most) <= MostPatterns)
        {
            AddPatterns(person, slots, least, most);
        }
        else
        {
            AddRuns(person, slots);
        }

        AddWays(person);
    }

    /// <summary>Who has all their talks for certain is busy in exactly as many slots. The solver sees it only when it is said.</summary>
    private void AddCount(int person, List<(int Slot, BoolVar Busy)> slots)
    {
        if (Frame.RequestsOf[person].TrueForAll(request => Frame.Requests[request].Required))
        {
            Model.Add(LinearExpr.Sum(slots.Select(slot => slot.Busy)) == Frame.RequestsOf[person].Count);
        }
    }

    /// <summary>How many talks a person has at the least and at the most.</summary>
    private (int Least, int Most) TalksOf(int person, int slots) => (
        Frame.RequestsOf[person].Count(request => Frame.Requests[request].Required),
        Math.Min(slots, Frame.RequestsOf[person].Count(request => _inSlotOf[request].Count > 0)));

    private static int Patterns(int slots, int least, int most) => Enumerable.Range(0, 1 << slots).Count(set => int.PopCount(set) >= least && int.PopCount(set) <= most);

    private void AddPatterns(int person, List<(int Slot, BoolVar Busy)> slots, int least, int most)
    {
        var patterns = new List<(int Set, BoolVar Chosen, int Gaps)>();
        for (var set = 0; set < 1 << slots.Count; set++)
        {
            var count = int.PopCount(set);
            if (count < least || count > most)
            {
                continue;
            }

            var busy = new bool[Frame.SlotCount];
            for (var index = 0; index < slots.Count; index++)
            {
                busy[slots[index].Slot] = (set >> index & 1) == 1;
            }

            var (chosen, gaps) = (Model.NewBoolVar($"p{person}d{set}"), ConstructiveStart.Gaps(busy));
            patterns.Add((set, chosen, gaps));
            Score(chosen, (count > 0 ? Frame.Points.Somebody : 0) - (Frame.Points.Gap * Math.Max(0, gaps - 1)));
        }

        for (var index = 0; index < slots.Count; index++)
        {
            Model.Add(LinearExpr.Sum(patterns.Where(pattern => (pattern.Set >> index & 1) == 1).Select(pattern => pattern.Chosen)) == slots[index].Busy);
        }

        _gaps.Add(LinearExpr.WeightedSum(patterns.Select(pattern => pattern.Chosen), patterns.Select(pattern => pattern.Gaps)));
        Model.AddExactlyOne(patterns.Select(pattern => pattern.Chosen));
        if (patterns.Exists(pattern => pattern.Gaps > 0))
        {
            var apart = Model.NewBoolVar($"p{person}apart");
            Model.AddExactlyOne([apart, .. patterns.Where(pattern => pattern.Gaps == 0).Select(pattern => pattern.Chosen)]);
            Score(apart, -Frame.Points.Gap);
        }
    }

    /// <summary>A gap ends where a talk follows an idle slot and some talk lies before it. Gaps are literals of their own, so that the solver's bound
    /// begins at none and grows by what it proves.</summary>
    private void AddRuns(int person, List<(int Slot, BoolVar Busy)> slots)
    {
        var gaps = new List<BoolVar>();
        BoolVar? already = null;
        var previous = (Slot: -1, Busy: (BoolVar?)null);
        foreach (var (slot, here) in slots)
        {
            if (already is not null && (previous.Slot < slot - 1 || gaps.Count > 0 || slots[0].Slot < previous.Slot))
            {
                gaps.Add(AddGap(person, slot, here, previous.Slot == slot - 1 ? previous.Busy : null, already));
            }

            already = previous.Busy is null ? here : already;
            if (previous.Busy is not null)
            {
                var until = Model.NewBoolVar($"p{person}u{slot}");
                Model.AddImplication(already, until);
                Model.AddImplication(here, until);
                Model.AddBoolOr([until.Not(), already, here]);
                already = until;
            }

            previous = (slot, here);
        }

        if (!Frame.RequestsOf[person].Exists(request => Frame.Requests[request].Required))
        {
            Score(already!, Frame.Points.Somebody);
        }
        else
        {
            _constant += Frame.Points.Somebody;
        }

        _gaps.Add(LinearExpr.Sum(gaps));
        if (gaps.Count == 0)
        {
            return;
        }

        if (Frame.RequestsOf[person].TrueForAll(request => Frame.Requests[request].Required))
        {
            AddBlocks(person, slots, gaps);
        }
        else
        {
            gaps.ForEach(gap => Score(gap, -Frame.Points.Gap));
        }
    }

    private BoolVar AddGap(int person, int slot, BoolVar here, BoolVar? before, BoolVar already)
    {
        var gap = Model.NewBoolVar($"p{person}g{slot}");
        Model.AddImplication(gap, here);
        Model.AddImplication(gap, already);
        if (before is null)
        {
            Model.AddBoolOr([gap, here.Not(), already.Not()]);
            return gap;
        }

        Model.AddImplication(gap, before.Not());
        Model.AddBoolOr([gap, here.Not(), before, already.Not()]);
        return gap;
    }

    /// <summary>A room more for a person than the first.</summary>
    private void AddWays(int person)
    {
        var zones = Frame.RequestsOf[person].Where(request => Frame.Requests[request].Host is not null && _inSlotOf[request].Count > 0)
            .GroupBy(request => Frame.Problem.Hosts[Frame.Requests[request].Host!.Value].Zone).ToArray();
        if (Frame.Points.Walk == 0 || zones.Length < 2)
        {
            return;
        }

        var rooms = new List<BoolVar>();
        foreach (var zone in zones)
        {
            var room = Model.NewBoolVar($"p{person}z{zone.Key}");
            foreach (var literals in zone.SelectMany(request => _inSlotOf[request].Values))
            {
                literals.ForEach(literal => Model.AddImplication(literal, room));
            }

            foreach (var request in zone)
            {
                // Tighter than each slot by itself.
                Model.Add(LinearExpr.Sum(_inSlotOf[request].Values.SelectMany(literals => literals)) <= room);
            }

            rooms.Add(room);
        }

        var more = Model.NewIntVar(0, rooms.Count - 1, $"p{person}ways");
        Model.Add(LinearExpr.Sum(rooms) - 1 <= more);
        Score(more, -Frame.Points.Walk);
    }

    private void AddSpread()
    {
        if (Frame.Problem.Rules.GapSpread is not { } spread || _gaps.Count == 0)
        {
            return;
        }

        var most = (Frame.SlotCount - 1) / 2;
        if (most <= spread)
        {
            return;
        }

        var least = Model.NewIntVar(0, most, "least gaps");
        foreach (var gaps in _gaps)
        {
            Model.Add(gaps >= least);
            Model.Add(gaps <= least + spread);
        }
    }
}
