using Google.OrTools.Sat;

namespace Integration.Planning.Talks;

// Tables and interpreters.
internal sealed partial class TalkModel
{
    private readonly Dictionary<(int Interpreter, int Language, int Slot), BoolVar> _serves = [];
    private readonly Dictionary<(int Interpreter, int Host, int Table, int Slot), BoolVar> _sitsAt = [];
    private readonly Dictionary<(int Request, int Table, int Slot), BoolVar> _tableOf = [];

    private void AddSittings()
    {
        // What each slot asks of the interpreters of a language, and of the house.
        var asked = new Dictionary<(int Language, int Slot), List<LinearExpr>>();
        var named = new Dictionary<(int Language, int Slot), List<LinearExpr>>();
        var inHouse = Enumerable.Range(0, Frame.SlotCount).Select(_ => new List<LinearExpr>()).ToArray();
        for (var slot = 0; slot < Frame.SlotCount; slot++)
        {
            for (var host = 0; host < Frame.Problem.Hosts.Count; host++)
            {
                AddTables(host, slot, asked, inHouse[slot]);
            }

            foreach (var request in Frame.Requests.Where(request => request.Host is null))
            {
                AddWithoutHost(request, slot, asked, inHouse[slot]);
            }

            if (inHouse[slot].Count > 0 && Frame.TablesIn(slot) < int.MaxValue)
            {
                Model.Add(LinearExpr.Sum(inHouse[slot]) <= Frame.TablesIn(slot));
            }
        }

        AddInterpreters(asked);
    }

    private void AddTables(int host, int slot, Dictionary<(int, int), List<LinearExpr>> asked, List<LinearExpr> inHouse)
    {
        var requests = Frame.RequestsAt[host].Where(request => _inSlotOf[request].ContainsKey(slot)).Select(request => Frame.Requests[request]).ToArray();
        if (requests.Length == 0)
        {
            return;
        }

        var at = Frame.Problem.Hosts[host];
        if (NamesTables(at, requests))
        {
            AddNamedTables(host, slot, requests, asked, inHouse);
            return;
        }

        var tables = new List<LinearExpr>();
        foreach (var way in requests.SelectMany(request => request.Ways).Distinct())
        {
            var seats = requests.SelectMany(request => request.Ways.Select((its, index) => (request, its, index)))
                .Where(one => one.its == way).Select(one => (one.request, Literal: _at[(one.request.Index, one.index, slot)])).ToArray();
            LinearExpr sittings;
            if (at.GroupSize == 1)
            {
                sittings = LinearExpr.Sum(seats.Select(seat => seat.Literal));
            }
            else
            {
                var used = Model.NewIntVar(0, at.Tables, $"h{host}s{slot}l{way.Language}");
                sittings = used;
                Model.Add(LinearExpr.WeightedSum(seats.Select(seat => seat.Literal), seats.Select(seat => seat.request.Size)) <= at.GroupSize * used);
                // A table that nobody sits at is none.
                Model.Add(LinearExpr.Sum(seats.Select(seat => seat.Literal)) >= used);
                if (at.Tables == 1)
                {
                    Array.ForEach(seats, seat => Model.Add(seat.Literal <= used));
                }

                var pairs = seats.Where(seat => seat.request.Size == 2).Select(seat => seat.Literal).ToArray();
                if (pairs.Length > 0)
                {
                    // Two of a pair never sit at two tables; larger groups have a table to themselves here.
                    var whole = LinearExpr.Sum(seats.Where(seat => seat.request.Size > 2).Select(seat => seat.Literal));
                    Model.Add(LinearExpr.Sum(pairs) + (at.GroupSize / 2 * whole) <= at.GroupSize / 2 * used);
                }
            }

            tables.Add(sittings);
            if (way.Interpreted)
            {
                Ask(asked, way.Language, slot, sittings);
            }
        }

        Model.Add(LinearExpr.Sum(tables) <= at.Tables);
        inHouse.AddRange(tables);
    }

    /// <summary>Whether it matters who sits at which table: somebody is ruled out as interpreter, a table or interpreter is decided, or groups of three have to be packed.</summary>
    private static bool NamesTables(TalkHost host, FramedRequest[] requests) =>
        Array.Exists(requests, request => Array.Exists(request.Fixed, talk => talk.Table is not null || talk.Interpreter is not null)
            || (request.NotBy.Length > 0 && Array.Exists(request.Ways, way => way.Interpreted)) || (request.Size > 2 && host.GroupSize > request.Size));

    private void AddNamedTables(int host, int slot, FramedRequest[] requests, Dictionary<(int, int), List<LinearExpr>> asked, List<LinearExpr> inHouse)
    {
        var at = Frame.Problem.Hosts[host];
        var ways = requests.SelectMany(request => request.Ways).Distinct().ToArray();
        var seated = requests.ToDictionary(request => request.Index, _ => new List<BoolVar>());
        for (var table = 0; table < at.Tables; table++)
        {
            var open = ways.ToDictionary(way => way, way => Model.NewBoolVar($"h{host}s{slot}t{table}l{way.Language}"));
            Model.AddAtMostOne(open.Values);
            inHouse.Add(LinearExpr.Sum(open.Values));
            var here = new List<(FramedRequest Request, BoolVar Literal)>();
            foreach (var request in requests.Where(request => Array.TrueForAll(request.Fixed, talk => (talk.Table ?? table) == table)))
            {
                var literal = Model.NewBoolVar($"r{request.Index}s{slot}t{table}");
                _tableOf[(request.Index, table, slot)] = literal;
                seated[request.Index].Add(literal);
                here.Add((request, literal));
                foreach (var (way, index) in request.Ways.Select((way, index) => (way, index)))
                {
                    Model.AddBoolOr([literal.Not(), _at[(request.Index, index, slot)].Not(), open[way]]);
                }
            }

            Model.Add(LinearExpr.WeightedSum(here.Select(one => one.Literal), here.Select(one => one.Request.Size)) <= at.GroupSize * LinearExpr.Sum(open.Values));
            Model.Add(LinearExpr.Sum(here.Select(one => one.Literal)) >= LinearExpr.Sum(open.Values));
            AddTheirInterpreters(host, table, slot, open, here, asked);
        }

        foreach (var request in requests)
        {
            Model.Add(LinearExpr.Sum(seated[request.Index]) == LinearExpr.Sum(_inSlotOf[request.Index][slot]));
        }
    }

    private void AddTheirInterpreters(
        int host, int table, int slot, Dictionary<TalkWay, BoolVar> open, List<(FramedRequest Request, BoolVar Literal)> here, Dictionary<(int, int), List<LinearExpr>> asked)
    {
        foreach (var (way, literal) in open.Where(one => one.Key.Interpreted))
        {
            Ask(asked, way.Language, slot, literal);
            var who = new List<BoolVar>();
            foreach (var one in Frame.Masters[way.Language].Where(one => Frame.InterpreterThere[one][slot]))
            {
                var sits = Model.NewBoolVar($"i{one}h{host}s{slot}t{table}l{way.Language}");
                who.Add(sits);
                (_named.TryGetValue((one, way.Language, slot), out var list) ? list : _named[(one, way.Language, slot)] = []).Add(sits);
                _sitsAt[(one, host, table, slot)] = _sitsAt.TryGetValue((one, host, table, slot), out var before) ? Either(before, sits) : sits;
                foreach (var (request, seat) in here)
                {
                    if (request.NotBy.Contains(one) || Array.Exists(request.Fixed, talk => talk.Interpreter is { } asked && asked != one))
                    {
                        Model.AddBoolOr([sits.Not(), seat.Not()]);
                    }
                }
            }

            Model.Add(LinearExpr.Sum(who) == literal);
        }
    }

    private readonly Dictionary<(int Interpreter, int Language, int Slot), List<BoolVar>> _named = [];

    private BoolVar Either(BoolVar one, BoolVar other)
    {
        var either = Model.NewBoolVar("");
        Model.Add(LinearExpr.Sum([one, other]) == either);
        return either;
    }

    private void AddWithoutHost(FramedRequest request, int slot, Dictionary<(int, int), List<LinearExpr>> asked, List<LinearExpr> inHouse)
    {
        if (!_inSlotOf[request.Index].TryGetValue(slot, out var literals))
        {
            return;
        }

        inHouse.AddRange(literals);
        foreach (var (way, index) in request.Ways.Select((way, index) => (way, index)).Where(one => one.way.Interpreted))
        {
            var literal = _at[(request.Index, index, slot)];
            if (request.NotBy.Length == 0 && !Array.Exists(request.Fixed, talk => talk.Interpreter is not null))
            {
                Ask(asked, way.Language, slot, literal);
                continue;
            }

            Ask(asked, way.Language, slot, literal);
            var who = new List<BoolVar>();
            foreach (var one in Frame.Masters[way.Language].Where(one => Frame.InterpreterThere[one][slot] && !request.NotBy.Contains(one)
                && Array.TrueForAll(request.Fixed, talk => (talk.Interpreter ?? one) == one)))
            {
                var sits = Model.NewBoolVar($"i{one}r{request.Index}s{slot}l{way.Language}");
                who.Add(sits);
                (_named.TryGetValue((one, way.Language, slot), out var list) ? list : _named[(one, way.Language, slot)] = []).Add(sits);
                _sitsAt[(one, -1 - request.Index, 0, slot)] = _sitsAt.TryGetValue((one, -1 - request.Index, 0, slot), out var before) ? Either(before, sits) : sits;
            }

            Model.Add(LinearExpr.Sum(who) == literal);
        }
    }

    private static void Ask(Dictionary<(int, int), List<LinearExpr>> asked, int language, int slot, LinearExpr sittings) =>
        (asked.TryGetValue((language, slot), out var list) ? list : asked[(language, slot)] = []).Add(sittings);
}
