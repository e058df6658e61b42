using System.Globalization;

namespace Integration.Planning.Talks.Format;

/// <summary>Plans as text: one line a talk.</summary>
internal static class PlanText
{
    public static TalkPlan Read(List<TextLine> lines, TalkProblem problem)
    {
        var interpreters = problem.Interpreters.Select((interpreter, number) => (interpreter.Key, number)).ToDictionary(pair => pair.Key, pair => pair.number, StringComparer.Ordinal);
        var talks = new List<PlannedTalk>();
        foreach (var line in lines)
        {
            if (line.Word != "talk")
            {
                throw line.Wrong($"\"{line.Word}\" is not known in a plan.", "Every line is \"talk request=… slot=… table=…\".");
            }

            var (request, slot) = (line.NeededWhole("request"), line.NeededWhole("slot"));
            if (request >= problem.Requests.Count || slot >= problem.Slots.Count)
            {
                throw line.Wrong("The problem does not have this request or slot.", $"It has {problem.Requests.Count} requests and {problem.Slots.Count} slots, counted from 0.");
            }

            int? interpreter = line.Text("interpreter") is { } key
                ? interpreters.TryGetValue(key, out var number) ? number : throw line.Wrong($"The problem has no interpreter \"{key}\".", "Write one of its interpreters.")
                : null;
            talks.Add(new PlannedTalk(request, slot, line.Whole("table") ?? 0, interpreter, line.Text("language")));
            line.NothingElse();
        }

        return new TalkPlan([.. talks.OrderBy(talk => talk.Request)]);
    }

    public static void Write(TextWriter writer, TalkProblem problem, TalkPlan plan)
    {
        writer.Write(TalkFormat.PlanTitle + " 1\n");
        foreach (var talk in plan.Talks)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"talk request={talk.Request} slot={talk.Slot} table={talk.Table}"));
            writer.Write(talk.Interpreter is { } interpreter ? " interpreter=" + problem.Interpreters[interpreter].Key : "");
            writer.Write(talk.Language is { } language ? " language=" + language : "");
            writer.Write('\n');
        }
    }
}
