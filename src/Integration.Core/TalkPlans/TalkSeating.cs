using Integration.Planning.Talks;

namespace Integration.TalkPlans;

/// <summary>Who interprets a talk that somebody puts at a table by hand. The organiser chooses time and table; language and interpreter follow, where they can.</summary>
internal static class TalkSeating
{
    /// <summary>Language and interpreter for a request at a slot and table: those of the people who sit there already, else a language of the host, else the
    /// first interpreter who is free then, the one of before first. Without anybody the person's own language and nobody, which the checker will say.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="others">The other talks of the plan.</param>
    /// <param name="request">The request.</param>
    /// <param name="slot">Its slot.</param>
    /// <param name="table">Its table, counted from 0.</param>
    /// <param name="wanted">The interpreter of before, or the one that the organiser wants.</param>
    public static PlannedTalk Seat(TalkProblem problem, IReadOnlyList<PlannedTalk> others, int request, int slot, int table, int? wanted)
    {
        var asked = problem.Requests[request];
        var person = problem.People[asked.People[0]];
        var host = asked.Host!.Value;
        if (person.Languages.Count == 0)
        {
            return new PlannedTalk(request, slot, table);
        }

        var beside = others.Where(talk => talk.Request != request && talk.Slot == slot && talk.Table == table && problem.Requests[talk.Request].Host == host).ToList();
        if (beside.Find(talk => talk.Language is { } shared && person.Languages.Contains(shared) && (talk.Interpreter is not { } by || !person.NotInterpretedBy.Contains(by))) is { Language: not null } neighbour)
        {
            return new PlannedTalk(request, slot, table, neighbour.Interpreter, neighbour.Language);
        }

        if (person.Languages.FirstOrDefault(problem.Hosts[host].Languages.Contains) is { } spoken)
        {
            return new PlannedTalk(request, slot, table, null, spoken);
        }

        foreach (var language in person.Languages)
        {
            var free = Enumerable.Range(0, problem.Interpreters.Count).OrderBy(i => i == wanted ? 0 : 1)
                .Where(i => problem.Interpreters[i].Languages.Contains(language) && !person.NotInterpretedBy.Contains(i) && IsFree(problem, others, request, i, slot)).Select(i => (int?)i).FirstOrDefault();
            if (free is not null)
            {
                return new PlannedTalk(request, slot, table, free, language);
            }
        }

        return new PlannedTalk(request, slot, table, null, person.Languages[0]);
    }

    private static bool IsFree(TalkProblem problem, IReadOnlyList<PlannedTalk> others, int request, int interpreter, int slot)
    {
        var (who, time) = (problem.Interpreters[interpreter], problem.Slots[slot]);
        return who.From <= time.Start && time.End <= who.Until
            && !who.Working.Any(work => work.Start < time.End && time.Start < work.End)
            && !others.Any(talk => talk.Request != request && talk.Interpreter == interpreter && talk.Slot == slot);
    }
}
