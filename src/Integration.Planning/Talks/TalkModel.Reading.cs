using Google.OrTools.Sat;

namespace Integration.Planning.Talks;

// From the solver's answer to a plan with tables and names.
internal sealed partial class TalkModel
{
    /// <summary>Reads the plan out of a solution.</summary>
    /// <param name="holds">Whether a literal is true in the solution.</param>
    public TalkPlan Read(Func<BoolVar, bool> holds)
    {
        var talks = new List<(FramedRequest Request, TalkWay Way, int Slot)>();
        foreach (var ((request, way, slot), literal) in _at)
        {
            if (holds(literal))
            {
                talks.Add((Frame.Requests[request], Frame.Requests[request].Ways[way], slot));
            }
        }

        var sittings = new List<Sitting>();
        foreach (var group in talks.OrderBy(talk => talk.Request.Index).GroupBy(talk => (talk.Slot, Host: talk.Request.Host ?? -1 - talk.Request.Index)).OrderBy(group => group.Key))
        {
            sittings.AddRange(group.Any(talk => SeatOf(talk.Request.Index, talk.Slot, holds) is not null) ? Named(group.Key.Slot, group.Key.Host, [.. group], holds) : Packed(group.Key.Slot, group.Key.Host, [.. group]));
        }

        NameInterpreters(sittings, holds);
        return new TalkPlan([.. sittings.SelectMany(sitting => sitting.Requests.Select(request =>
            new PlannedTalk(request, sitting.Slot, sitting.Table, sitting.Interpreter, sitting.Way.Language < 0 ? null : Frame.Languages[sitting.Way.Language]))).OrderBy(talk => talk.Request)]);
    }

    private int? SeatOf(int request, int slot, Func<BoolVar, bool> holds)
    {
        for (var table = 0; _tableOf.TryGetValue((request, table, slot), out _) || table < MostTables; table++)
        {
            if (_tableOf.TryGetValue((request, table, slot), out var seat) && holds(seat))
            {
                return table;
            }
        }

        return null;
    }

    private int MostTables => Frame.Problem.Hosts.Select(host => host.Tables).DefaultIfEmpty(0).Max();

    private IEnumerable<Sitting> Named(int slot, int host, (FramedRequest Request, TalkWay Way, int Slot)[] talks, Func<BoolVar, bool> holds)
    {
        foreach (var table in talks.GroupBy(talk => SeatOf(talk.Request.Index, slot, holds)!.Value).OrderBy(group => group.Key))
        {
            var who = Enumerable.Range(0, Frame.Problem.Interpreters.Count)
                .Where(one => _sitsAt.TryGetValue((one, host, table.Key, slot), out var sits) && holds(sits)).Select(one => (int?)one).FirstOrDefault();
            var sitting = new Sitting(slot, host, table.Key, table.First().Way, who);
            sitting.Requests.AddRange(table.Select(talk => talk.Request.Index));
            yield return sitting;
        }
    }

    /// <summary>Large groups first, so that pairs and single people fill what is left.</summary>
    private List<Sitting> Packed(int slot, int host, (FramedRequest Request, TalkWay Way, int Slot)[] talks)
    {
        var size = host < 0 ? int.MaxValue : Frame.Problem.Hosts[host].GroupSize;
        var sittings = new List<Sitting>();
        foreach (var talk in talks.OrderByDescending(talk => talk.Request.Size).ThenBy(talk => talk.Request.Index))
        {
            var sitting = sittings.Find(sitting => sitting.Way == talk.Way && sitting.People + talk.Request.Size <= size);
            if (sitting is null)
            {
                sittings.Add(sitting = new Sitting(slot, host, sittings.Count, talk.Way, null));
            }

            sitting.Requests.Add(talk.Request.Index);
            sitting.People += talk.Request.Size;
        }

        return sittings;
    }

    /// <summary>Those who serve a language in a slot go to its tables: first to those that asked for them, then in order.</summary>
    private void NameInterpreters(List<Sitting> sittings, Func<BoolVar, bool> holds)
    {
        foreach (var group in sittings.Where(sitting => sitting.Way.Interpreted).GroupBy(sitting => (sitting.Slot, sitting.Way.Language)))
        {
            var serving = Frame.Masters[group.Key.Language]
                .Where(one => _serves.TryGetValue((one, group.Key.Language, group.Key.Slot), out var serves) && holds(serves)).ToList();
            foreach (var sitting in group.Where(sitting => sitting.Interpreter is null && sitting.Host < 0))
            {
                sitting.Interpreter = serving.Cast<int?>().FirstOrDefault(one => _sitsAt.TryGetValue((one!.Value, sitting.Host, 0, sitting.Slot), out var sits) && holds(sits));
            }

            foreach (var sitting in group.Where(sitting => sitting.Interpreter is not null))
            {
                serving.Remove(sitting.Interpreter!.Value);
            }

            foreach (var sitting in group.Where(sitting => sitting.Interpreter is null))
            {
                sitting.Interpreter = serving[0];
                serving.RemoveAt(0);
            }
        }
    }
}
