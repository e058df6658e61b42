using Integration.Common;
using Integration.TalkPlans;

namespace Integration.Web.TalkPlans;

/// <summary>A talk is to be at another time or table.</summary>
/// <param name="Talk">The talk.</param>
/// <param name="Host">Whose row it was put on.</param>
/// <param name="StartsAt">The time.</param>
/// <param name="Table">The table, from 1.</param>
public sealed record BoardMove(ScheduledTalkId Talk, TalkHostRow Host, TimeOnly StartsAt, int Table);

/// <summary>Which employers of a plan stand on which page of the board.</summary>
public static class BoardPages
{
    /// <summary>Most places for people on a page. What a page sends stays below some 50 kB then.</summary>
    public const int MostPlaces = 110;

    /// <summary>The employers by page, each whole.</summary>
    public static IReadOnlyList<IReadOnlyList<TalkHostRow>> Of(IEnumerable<TalkHostRow> hosts, int slots)
    {
        var pages = new List<IReadOnlyList<TalkHostRow>>();
        var page = new List<TalkHostRow>();
        var places = 0;
        foreach (var host in hosts)
        {
            var own = host.Tables * host.GroupSize * Math.Max(1, slots);
            if (page.Count > 0 && places + own > MostPlaces)
            {
                pages.Add(page);
                (page, places) = ([], 0);
            }

            page.Add(host);
            places += own;
        }

        if (page.Count > 0)
        {
            pages.Add(page);
        }

        return pages;
    }
}

/// <summary>Time, table and help of a talk.</summary>
/// <param name="StartsAt">The time.</param>
/// <param name="Table">The table, from 1.</param>
/// <param name="Interpreter">Who interprets; <see langword="null"/>: whoever can, the one of before first.</param>
public sealed record TalkAt(TimeOnly StartsAt, int Table, InterpreterId? Interpreter);
