using System.Globalization;

namespace Integration.Planning.Talks.Format;

/// <summary>Writes a problem as text.</summary>
internal sealed class ProblemWriter(TextWriter writer, TalkProblem problem)
{
    public void Write()
    {
        Refuse(problem.People.Select(person => person.Key));
        Refuse(problem.Hosts.Select(host => host.Key));
        Refuse(problem.Interpreters.Select(interpreter => interpreter.Key));
        Line(TalkFormat.ProblemTitle, "1");
        Line("aims", null, List("order", problem.Aims.Order, aim => TalkFormat.Aims[aim]));
        Line(
            "rules",
            null,
            problem.Rules.GapSpread is { } spread ? Setting("gap-spread", spread) : "gap-spread=any",
            Setting("stretch", problem.Rules.InterpreterStretch) + "min",
            Setting("pause", problem.Rules.InterpreterPause) + "min",
            Setting("most", problem.Rules.InterpreterMost) + "min");
        for (var number = 0; number < problem.Slots.Count; number++)
        {
            var slot = problem.Slots[number];
            Line("slot", Whole(number), Setting("stage", slot.Stage), Clock("from", slot.Start), Clock("to", slot.End),
                problem.TablesInSlot.Count > 0 ? Setting("tables", problem.TablesInSlot[number]) : "");
        }

        foreach (var host in problem.Hosts)
        {
            Line("host", host.Key, Setting("tables", host.Tables), Setting("seats", host.GroupSize), Setting("zone", host.Zone),
                List("closed", host.ClosedSlots, Whole), List("languages", host.Languages, Word));
        }

        foreach (var interpreter in problem.Interpreters)
        {
            Line("interpreter", interpreter.Key, List("languages", interpreter.Languages, Word), interpreter.From > 0 ? Clock("from", interpreter.From) : "",
                interpreter.Until < int.MaxValue ? Clock("to", interpreter.Until) : "", List("working", interpreter.Working, span => Clock(span.Start) + "-" + Clock(span.End)));
        }

        foreach (var person in problem.People)
        {
            Line("person", person.Key, person.ArrivesAt > 0 ? Clock("from", person.ArrivesAt) : "", person.LeavesAt < int.MaxValue ? Clock("to", person.LeavesAt) : "",
                List("busy", person.BusySlots, Whole), List("languages", person.Languages, Word), List("not-by", person.NotInterpretedBy, by => problem.Interpreters[by].Key));
        }

        for (var number = 0; number < problem.Requests.Count; number++)
        {
            var request = problem.Requests[number];
            Line("request", Whole(number), List("people", request.People, person => problem.People[person].Key), request.Host is { } host ? "host=" + problem.Hosts[host].Key : "",
                Setting("weight", request.Weight), request.Mutual ? "mutual" : "", request.Required ? "required" : "", List("slots", request.Slots, Whole));
        }

        foreach (var talk in problem.Fixed)
        {
            Line("fixed", null, Setting("request", talk.Request), Setting("slot", talk.Slot), talk.Table is { } table ? Setting("table", table) : "",
                talk.Interpreter is { } by ? "interpreter=" + problem.Interpreters[by].Key : "");
        }

        foreach (var talk in problem.Forbidden)
        {
            Line("forbidden", null, Setting("request", talk.Request), talk.Slot is { } slot ? Setting("slot", slot) : "");
        }

        foreach (var order in problem.Orders)
        {
            Line("order", null, Setting("first", order.First), Setting("then", order.Then));
        }
    }

    private void Line(string word, string? name, params string[] settings) =>
        writer.Write(string.Join(' ', new[] { word, name ?? "" }.Concat(settings).Where(part => part.Length > 0)) + "\n");

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Setting(string key, int number) => key + "=" + Whole(number);

    private static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    private static string Clock(string key, int minutes) => key + "=" + Clock(minutes);

    private static string List<T>(string key, IReadOnlyList<T> parts, Func<T, string> text) => parts.Count == 0 ? "" : key + "=" + string.Join(',', parts.Select(text));

    private static void Refuse(IEnumerable<string> keys)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (!known.Add(Word(key)))
            {
                throw new ArgumentException($"The key \"{key}\" is used twice.", nameof(keys));
            }
        }
    }

    private static string Word(string word) => word.Length > 0 && !word.Any(letter => char.IsWhiteSpace(letter) || letter is ',' or '=' or '#')
        ? word : throw new ArgumentException($"\"{word}\" cannot be written: keys and languages are words without blank, comma, = or #.", nameof(word));
}
