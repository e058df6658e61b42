using Integration.Planning.Talks;

namespace Integration.TalkPlans;

/// <summary>From stretches of an event to the times of single talks.</summary>
internal static class TalkSlots
{
    /// <summary>The times in their order. Stretches do not overlap: <see cref="SaveTalkTimes"/> sees to it, and what slips through is left out.</summary>
    public static IReadOnlyList<TalkSlot> Of(IEnumerable<TalkTimes> times, EventClock clock)
    {
        var slots = new List<TalkSlot>();
        foreach (var (stretch, stage) in times.OrderBy(t => clock.Minute(t.StartsAt)).Select((stretch, stage) => (stretch, stage)))
        {
            var end = clock.End(stretch.StartsAt, stretch.EndsAt);
            for (var start = clock.Minute(stretch.StartsAt); start + stretch.Minutes <= end; start += stretch.Minutes + stretch.MinutesBetween)
            {
                if (slots.Count == 0 || slots[^1].End <= start)
                {
                    slots.Add(new TalkSlot(stage, start, start + stretch.Minutes));
                }
            }
        }

        return slots;
    }
}
