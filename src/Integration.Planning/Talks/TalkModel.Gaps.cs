using Google.OrTools.Sat;

namespace Integration.Planning.Talks;

// Gaps of people whose talks are all required.
internal sealed partial class TalkModel
{
    /// <summary>Somebody with so many talks and no gap has them in one block, which begins in one of a few slots: said like that, one decided slot
    /// tells about all others. Whether somebody has a gap at all is one literal, which the proof begins with; further gaps are counted beside it.</summary>
    private void AddBlocks(int person, List<(int Slot, BoolVar Busy)> slots, List<BoolVar> gaps)
    {
        var apart = Model.NewBoolVar($"p{person}apart");
        var more = Model.NewIntVar(0, gaps.Count - 1, $"p{person}more");
        Model.Add(LinearExpr.Sum(gaps) == apart + more);
        Model.Add(more <= (gaps.Count - 1) * apart);
        gaps.ForEach(gap => Model.AddImplication(gap, apart));
        Score(apart, -Frame.Points.Gap);
        Score(more, -Frame.Points.Gap);

        var length = Frame.RequestsOf[person].Count;
        var busy = slots.ToDictionary(slot => slot.Slot, slot => slot.Busy);
        var blocks = new List<BoolVar>();
        var over = slots.ToDictionary(slot => slot.Slot, _ => new List<ILiteral>());
        for (var from = 0; from + length <= Frame.SlotCount; from++)
        {
            if (!Enumerable.Range(from, length).All(busy.ContainsKey))
            {
                continue;
            }

            var block = Model.NewBoolVar($"p{person}from{from}");
            blocks.Add(block);
            foreach (var (slot, here) in slots)
            {
                var inside = slot >= from && slot < from + length;
                Model.AddImplication(block, inside ? here : here.Not());
                if (inside)
                {
                    over[slot].Add(block);
                }
            }
        }

        Model.AddExactlyOne([apart, .. blocks]);
        foreach (var (slot, here) in slots)
        {
            Model.AddBoolOr([here.Not(), apart, .. over[slot]]);
        }
    }
}
