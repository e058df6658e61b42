namespace Integration.Planning.Talks.Format;

/// <summary>Reads a problem from its lines.</summary>
internal sealed class ProblemReader(List<TextLine> lines)
{
    private const string Slot = "slot";
    private const string Host = "host";
    private const string Interpreter = "interpreter";
    private const string Person = "person";
    private const string Request = "request";

    private static readonly string[] Words = ["aims", "rules", Slot, Host, Interpreter, Person, Request, "fixed", "forbidden", "order"];

    private Dictionary<string, int> hosts = [];
    private Dictionary<string, int> interpreters = [];
    private Dictionary<string, int> people = [];
    private int slots;
    private int requests;

    public TalkProblem Read()
    {
        if (lines.Find(line => !Words.Contains(line.Word)) is { } unknown)
        {
            throw unknown.Wrong($"\"{unknown.Word}\" is not known.", $"A line begins with one of: {string.Join(", ", Words)}.");
        }

        // Names first, so that lines may come in any order.
        (hosts, interpreters, people) = (Keys(Host), Keys(Interpreter), Keys(Person));
        (slots, requests) = (Counted(Slot), Counted(Request));
        return new TalkProblem
        {
            Aims = Single("aims") is { } aims ? ReadAims(aims) : new TalkAims(),
            Rules = Single("rules") is { } rules ? ReadRules(rules) : new TalkRules(),
            TablesInSlot = ReadHouse(),
            Slots = ReadSlots(),
            Hosts = All(Host, ReadHost),
            Interpreters = All(Interpreter, ReadInterpreter),
            People = All(Person, ReadPerson),
            Requests = All(Request, ReadRequest),
            Fixed = All("fixed", line => new FixedTalk(
                Number(line, Request, requests), Number(line, Slot, slots), line.Whole("table"), line.Text(Interpreter) is { } by ? Known(line, interpreters, by) : null)),
            Forbidden = All("forbidden", line => new ForbiddenTalk(Number(line, Request, requests), line.Text(Slot) is null ? null : Number(line, Slot, slots))),
            Orders = All("order", line => new TalkOrder(Number(line, "first", requests), Number(line, "then", requests))),
        };
    }

    private List<T> All<T>(string word, Func<TextLine, T> read)
    {
        var all = new List<T>();
        foreach (var line in lines.Where(line => line.Word == word))
        {
            all.Add(read(line));
            line.NothingElse();
        }

        return all;
    }

    private TextLine? Single(string word) => lines.Where(line => line.Word == word).ToList() switch
    {
        [] => null,
        [var line] => line,
        [_, var second, ..] => throw second.Wrong($"A second \"{word}\" line.", "Write all of it in one."),
    };

    private Dictionary<string, int> Keys(string word)
    {
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Word == word))
        {
            if (!keys.TryAdd(line.NeededName(), keys.Count))
            {
                throw line.Wrong($"There is another {word} \"{line.Name}\".", "Give each a name of its own.");
            }
        }

        return keys;
    }

    // Slots and requests are named by their number; a gap in the numbers is a lost line.
    private int Counted(string word)
    {
        var count = 0;
        foreach (var line in lines.Where(line => line.Word == word))
        {
            if (line.NeededName() != count.ToString(System.Globalization.CultureInfo.InvariantCulture))
            {
                throw line.Wrong($"This {word} is called \"{line.Name}\".", $"They are numbered in their order from 0: \"{word} {count}\".");
            }

            count++;
        }

        return count;
    }

    private static TalkAims ReadAims(TextLine line)
    {
        var words = TalkFormat.Aims.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        TalkAim[] order = [.. line.List("order").Select(word => words.TryGetValue(word, out var aim)
            ? aim : throw line.Wrong($"\"{word}\" is no aim.", $"Aims are: {string.Join(", ", words.Keys)}."))];
        line.NothingElse();
        return new TalkAims { Order = order };
    }

    private static TalkRules ReadRules(TextLine line)
    {
        var usual = new TalkRules();
        var rules = new TalkRules
        {
            GapSpread = line.Text("gap-spread") switch { null => usual.GapSpread, "any" => null, _ => line.Whole("gap-spread") },
            InterpreterStretch = line.Minutes("stretch") ?? usual.InterpreterStretch,
            InterpreterPause = line.Minutes("pause") ?? usual.InterpreterPause,
            InterpreterMost = line.Minutes("most") ?? usual.InterpreterMost,
        };
        line.NothingElse();
        return rules;
    }

    private List<int> ReadHouse()
    {
        var own = lines.Where(line => line.Word == Slot).ToList();
        var said = own.Where(line => line.Text("tables") is not null).ToList();
        return said.Count == 0 || said.Count == own.Count
            ? [.. said.Select(line => line.NeededWhole("tables"))]
            : throw own.First(line => !said.Contains(line)).Wrong("\"tables\" is missing.", "Say it for every slot or for none.");
    }

    private List<TalkSlot> ReadSlots()
    {
        var until = 0;
        return All(Slot, line =>
        {
            var slot = new TalkSlot(line.Whole("stage") ?? 0, line.NeededClock("from"), line.NeededClock("to"));
            if (slot.Start >= slot.End || slot.Start < until)
            {
                throw line.Wrong("The slot ends before it begins, or begins before the one before it ends.", "Write slots in order of time; after midnight hours go on with 24.");
            }

            until = slot.End;
            return slot;
        });
    }

    private TalkHost ReadHost(TextLine line) => new()
    {
        Key = line.NeededName(),
        Tables = line.Whole("tables", 1) ?? 1,
        GroupSize = line.Whole("seats", 1) ?? 1,
        Zone = line.Whole("zone") ?? 0,
        ClosedSlots = SlotsOf(line, "closed"),
        Languages = line.List("languages"),
    };

    private static TalkInterpreter ReadInterpreter(TextLine line) => new()
    {
        Key = line.NeededName(),
        Languages = line.Text("languages") is null ? throw line.Wrong("Without languages nobody interprets.", "Add \"languages=ukr\".") : line.List("languages"),
        From = line.Clock("from") ?? 0,
        Until = line.Clock("to") ?? int.MaxValue,
        Working = line.Spans("working"),
    };

    private TalkPerson ReadPerson(TextLine line) => new()
    {
        Key = line.NeededName(),
        ArrivesAt = line.Clock("from") ?? 0,
        LeavesAt = line.Clock("to") ?? int.MaxValue,
        BusySlots = SlotsOf(line, "busy"),
        Languages = line.List("languages"),
        NotInterpretedBy = [.. line.List("not-by").Select(key => Known(line, interpreters, key))],
    };

    private TalkRequest ReadRequest(TextLine line) => new()
    {
        People = line.Text("people") is null ? throw line.Wrong("Nobody asks.", "Add \"people=…\".") : [.. line.List("people").Select(key => Known(line, people, key))],
        Host = line.Text(Host) is { } key ? Known(line, hosts, key) : null,
        Weight = line.Whole("weight", 1) ?? 1,
        Mutual = line.Flag("mutual"),
        Required = line.Flag("required"),
        Slots = SlotsOf(line, "slots"),
    };

    private IReadOnlyList<int> SlotsOf(TextLine line, string key) => line.Wholes(key) is var numbers && numbers.All(number => number < slots)
        ? numbers : throw line.Wrong($"\"{key}\" names a slot that is not there.", $"There are {slots}, counted from 0.");

    private static int Number(TextLine line, string key, int count) => line.NeededWhole(key) is var number && number < count
        ? number : throw line.Wrong($"There is no \"{key}={number}\".", $"There are {count}, counted from 0.");

    private static int Known(TextLine line, Dictionary<string, int> keys, string key) => keys.TryGetValue(key, out var number)
        ? number : throw line.Wrong($"\"{key}\" has no line of its own.", "Correct the name or add the line.");
}
