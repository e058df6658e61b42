namespace Integration.Planning.Talks;

/// <summary>Says why requests do not take place, looking at the plan as it stands.</summary>
public static class UnmetTalksFinder
{
    /// <summary>The requests that a plan does not hold, by reason; each request once, with the first reason that explains it.</summary>
    public static IReadOnlyList<UnmetTalks> Explain(TalkProblem problem, TalkPlan plan) => Explain(new TalkFrame(problem), plan);

    internal static IReadOnlyList<UnmetTalks> Explain(TalkFrame frame, TalkPlan plan)
    {
        var held = plan.Talks.Select(talk => talk.Request).ToHashSet();
        var situation = new Situation(frame, plan);
        return
        [
            .. frame.Requests.Where(request => !held.Contains(request.Index))
                .Select(request => (Why: Why(frame, situation, request), Request: request))
                .GroupBy(one => (one.Why.Reason, one.Why.Language, one.Why.Host))
                .OrderBy(group => group.Key.Reason).ThenByDescending(group => group.Count()).ThenBy(group => group.Key.Host).ThenBy(group => group.Key.Language, StringComparer.Ordinal)
                .Select(group => ToUnmet(frame, group.Key.Reason, group.Key.Language, group.Key.Host, [.. group.Select(one => one.Request)])),
        ];
    }

    private static UnmetTalks ToUnmet(TalkFrame frame, UnmetReason reason, string? language, int? host, FramedRequest[] requests)
    {
        var timed = reason is UnmetReason.InterpretersBusy or UnmetReason.TablesTaken;
        var slots = requests.SelectMany(request => request.Slots).Select(slot => frame.Problem.Slots[slot]).ToArray();
        return new UnmetTalks(
            reason, language, host, timed ? slots.Min(slot => slot.Start) : null, timed ? slots.Max(slot => slot.End) : null, [.. requests.Select(request => request.Index)]);
    }

    private static (UnmetReason Reason, string? Language, int? Host) Why(TalkFrame frame, Situation now, FramedRequest request)
    {
        if (request.Ways.Length == 0 && request.Size <= (request.Host is { } at ? frame.Problem.Hosts[at].GroupSize : request.Size))
        {
            return NoWay(frame, request);
        }

        if (request.Slots.Length == 0)
        {
            return (frame.Problem.Forbidden.Any(talk => talk.Request == request.Index) ? UnmetReason.Forbidden : UnmetReason.NeverBothThere, null, null);
        }

        var free = request.Slots.Where(slot => !request.People.Exists(person => now.PersonBusy.Contains((person, slot)))).ToArray();
        if (free.Length == 0)
        {
            return (UnmetReason.PersonBusy, null, null);
        }

        var open = free.Where(slot => request.Host is not { } host || now.TablesLeft(host, slot) > 0 || now.CanJoin(request, slot)).ToArray();
        if (open.Length == 0)
        {
            return (UnmetReason.TablesTaken, null, request.Host);
        }

        return request.Ways[0].Interpreted && !open.Any(slot => now.CanJoin(request, slot) || Array.Exists(request.Ways, way => now.HasInterpreter(request, way.Language, slot)))
            ? (UnmetReason.InterpretersBusy, frame.Languages[request.Ways[0].Language], null)
            : (UnmetReason.OthersCountMore, null, null);
    }

    private static (UnmetReason Reason, string? Language, int? Host) NoWay(TalkFrame frame, FramedRequest request)
    {
        var wanted = request.People.Select(person => frame.Problem.People[person].Languages).First(languages => languages.Count > 0);
        return frame.Masters[frame.LanguageOf(wanted[0])].Length > 0 && request.NotBy.Length > 0
            ? (UnmetReason.InterpretersRuledOut, wanted[0], null)
            : (UnmetReason.NoInterpreterOfLanguage, wanted[0], null);
    }

    /// <summary>Who sits where in a plan.</summary>
    private sealed class Situation
    {
        private readonly TalkFrame _frame;
        private readonly ILookup<(int Host, int Slot), PlannedTalk> _atHost;
        private readonly HashSet<(int Interpreter, int Slot)> _interpreting;
        private readonly InterpreterDay[] _days;

        public Situation(TalkFrame frame, TalkPlan plan)
        {
            _frame = frame;
            PersonBusy = [.. plan.Talks.SelectMany(talk => frame.Requests[talk.Request].People.Select(person => (person, talk.Slot)))];
            _atHost = plan.Talks.ToLookup(talk => (frame.Requests[talk.Request].Host ?? -1, talk.Slot));
            _interpreting = [.. plan.Talks.Where(talk => talk.Interpreter is not null).Select(talk => (talk.Interpreter!.Value, talk.Slot))];
            _days = [.. frame.Problem.Interpreters.Select((_, one) => new InterpreterDay(frame.Problem, one))];
            foreach (var (one, slot) in _interpreting)
            {
                _days[one].Enter(slot);
            }
        }

        public HashSet<(int Person, int Slot)> PersonBusy { get; }

        public int TablesLeft(int host, int slot) => _frame.Problem.Hosts[host].Tables - _atHost[(host, slot)].Select(talk => talk.Table).Distinct().Count();

        public bool CanJoin(FramedRequest request, int slot) => request.Host is { } host && _atHost[(host, slot)].GroupBy(talk => talk.Table).Any(table =>
            table.Sum(talk => _frame.Requests[talk.Request].Size) + request.Size <= _frame.Problem.Hosts[host].GroupSize
            && Array.Exists(request.Ways, way => (way.Language < 0 ? null : _frame.Languages[way.Language]) == table.First().Language && way.Interpreted == table.First().Interpreter is not null)
            && (table.First().Interpreter is not { } one || !request.NotBy.Contains(one)));

        public bool HasInterpreter(FramedRequest request, int language, int slot) => Array.Exists(_frame.Masters[language], one =>
            _frame.InterpreterThere[one][slot] && !request.NotBy.Contains(one) && !_interpreting.Contains((one, slot)) && _days[one].CanEnter(slot));
    }
}
