namespace Integration.Planning.Talks;

/// <content>Languages, and those who interpret.</content>
public static partial class TalkChecker
{
    private static void CheckLanguage(TalkProblem problem, PlannedTalk talk, List<TalkBreach> breaches)
    {
        var request = problem.Requests[talk.Request];
        var inNeed = request.People.Where(person => problem.People[person].Languages.Count > 0).ToList();
        if (inNeed.Count == 0)
        {
            if (talk.Language is not null)
            {
                breaches.Add(new TalkBreach(TalkBreachKind.LanguageNotNeeded, talk.Request, Slot: talk.Slot));
            }

            if (talk.Interpreter is { } idle)
            {
                breaches.Add(new TalkBreach(TalkBreachKind.InterpreterNotNeeded, talk.Request, Interpreter: idle, Slot: talk.Slot));
            }

            return;
        }

        var atTable = request.Host is { } host ? problem.Hosts[host].Languages : [];
        var spoken = atTable.Where(language => inNeed.TrueForAll(person => problem.People[person].Languages.Contains(language))).ToList();
        if (talk.Interpreter is { } ruledOut)
        {
            foreach (var person in request.People.Where(person => problem.People[person].NotInterpretedBy.Contains(ruledOut)))
            {
                breaches.Add(new TalkBreach(TalkBreachKind.InterpreterRuledOut, talk.Request, Person: person, Interpreter: ruledOut, Slot: talk.Slot));
            }
        }

        if (talk.Language is not { } chosen)
        {
            breaches.Add(new TalkBreach(TalkBreachKind.LanguageMissing, talk.Request, Slot: talk.Slot));
            return;
        }

        foreach (var person in inNeed.Where(person => !problem.People[person].Languages.Contains(chosen)))
        {
            breaches.Add(new TalkBreach(TalkBreachKind.LanguageNotAccepted, talk.Request, Person: person, Slot: talk.Slot));
        }

        if (talk.Interpreter is not { } interpreter)
        {
            if (!atTable.Contains(chosen))
            {
                breaches.Add(new TalkBreach(TalkBreachKind.InterpreterMissing, talk.Request, Slot: talk.Slot));
            }

            return;
        }

        if (spoken.Count > 0)
        {
            breaches.Add(new TalkBreach(TalkBreachKind.InterpreterNotNeeded, talk.Request, Interpreter: interpreter, Slot: talk.Slot));
        }

        if (!problem.Interpreters[interpreter].Languages.Contains(chosen))
        {
            breaches.Add(new TalkBreach(TalkBreachKind.LanguageNotMastered, talk.Request, Interpreter: interpreter, Slot: talk.Slot));
        }
    }

    private static void CheckInterpreters(TalkProblem problem, List<PlannedTalk> talks, List<TalkBreach> breaches)
    {
        foreach (var day in talks.Where(talk => talk.Interpreter is not null).GroupBy(talk => talk.Interpreter!.Value))
        {
            var interpreter = problem.Interpreters[day.Key];
            var sittings = new Dictionary<int, PlannedTalk>();
            foreach (var talk in day)
            {
                if (!sittings.TryAdd(talk.Slot, talk) && !SameTable(problem, sittings[talk.Slot], talk))
                {
                    breaches.Add(new TalkBreach(TalkBreachKind.InterpreterTwice, sittings[talk.Slot].Request, talk.Request, Interpreter: day.Key, Slot: talk.Slot));
                }
            }

            foreach (var (number, talk) in sittings)
            {
                var slot = problem.Slots[number];
                if (interpreter.From > slot.Start || slot.End > interpreter.Until)
                {
                    breaches.Add(new TalkBreach(TalkBreachKind.InterpreterAbsent, talk.Request, Interpreter: day.Key, Slot: number));
                }

                if (interpreter.Working.Any(work => work.Start < slot.End && slot.Start < work.End))
                {
                    breaches.Add(new TalkBreach(TalkBreachKind.InterpreterElsewhere, talk.Request, Interpreter: day.Key, Slot: number));
                }
            }

            CheckHours(problem, day.Key, [.. sittings.Keys], breaches);
        }
    }

    private static bool SameTable(TalkProblem problem, PlannedTalk one, PlannedTalk other) =>
        problem.Requests[one.Request].Host is { } host && problem.Requests[other.Request].Host == host && one.Table == other.Table;

    // R5. What somebody does beside the talks counts, but a day that is too long without any talk is not the plan's fault.
    private static void CheckHours(TalkProblem problem, int interpreter, List<int> slots, List<TalkBreach> breaches)
    {
        var work = slots.Select(slot => (problem.Slots[slot].Start, problem.Slots[slot].End, Slot: (int?)slot))
            .Concat(problem.Interpreters[interpreter].Working.Select(other => (other.Start, other.End, Slot: (int?)null))).OrderBy(piece => piece.Start).ToList();
        var (worked, from, until, firstTalk) = (0, int.MinValue, int.MinValue, (int?)null);
        foreach (var (start, end, slot) in work)
        {
            // Two pieces at the same time are one time of work.
            worked += Math.Max(0, end - Math.Max(start, until));
            if (until == int.MinValue || start - until >= problem.Rules.InterpreterPause)
            {
                Judge();
                (from, firstTalk) = (start, null);
            }

            (until, firstTalk) = (Math.Max(until, end), firstTalk ?? slot);
        }

        Judge();
        if (worked > problem.Rules.InterpreterMost)
        {
            breaches.Add(new TalkBreach(TalkBreachKind.DayTooLong, Interpreter: interpreter));
        }

        void Judge()
        {
            if (firstTalk is not null && until - from > problem.Rules.InterpreterStretch)
            {
                breaches.Add(new TalkBreach(TalkBreachKind.PauseMissing, Interpreter: interpreter, Slot: firstTalk));
            }
        }
    }
}
