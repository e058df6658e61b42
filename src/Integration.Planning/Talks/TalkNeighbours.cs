namespace Integration.Planning.Talks;

/// <summary>Chooses which requests may move in the next step of a large problem: those of hosts that share people, of a language, or of a stretch of time.</summary>
internal sealed class TalkNeighbours(TalkFrame frame, Random chance)
{
    private const int FewestLiterals = 300;
    private const int MostLiterals = 6000;

    private int _literals = 1200;
    private int _misses;

    /// <summary>The requests that may move next.</summary>
    public HashSet<int> Next(TalkPlan plan)
    {
        var held = plan.Talks.ToDictionary(talk => talk.Request);
        return chance.Next(4) switch
        {
            0 => ByHosts(),
            1 => ByLanguage(),
            2 => ByUnmet(held),
            _ => ByPeople(),
        };
    }

    /// <summary>Steps grow while they help nothing.</summary>
    public void Learn(bool better)
    {
        _misses = better ? 0 : _misses + 1;
        if (_misses >= 8)
        {
            (_literals, _misses) = (Math.Min(MostLiterals, _literals * 5 / 4), 0);
        }
        else if (better)
        {
            _literals = Math.Max(FewestLiterals, _literals * 19 / 20);
        }
    }

    private HashSet<int> ByHosts() => Fill(Shuffled(frame.Problem.Hosts.Count).SelectMany(host => frame.RequestsAt[host]));

    private HashSet<int> ByPeople() => Fill(Shuffled(frame.Problem.People.Count).SelectMany(person => frame.RequestsOf[person]));

    private HashSet<int> ByLanguage()
    {
        if (frame.Languages.Length == 0)
        {
            return ByHosts();
        }

        var language = chance.Next(frame.Languages.Length);
        return Fill(Shuffled(frame.Requests.Length).Where(request => Array.Exists(frame.Requests[request].Ways, way => way.Language == language))
            .SelectMany(request => frame.Requests[request].People).Distinct().SelectMany(person => frame.RequestsOf[person]));
    }

    /// <summary>A request that is not held, everybody who stands in its way, and those around them.</summary>
    private HashSet<int> ByUnmet(Dictionary<int, PlannedTalk> held)
    {
        var unmet = frame.Requests.Where(request => request.IsPossible && !held.ContainsKey(request.Index)).ToArray();
        if (unmet.Length == 0)
        {
            return ByPeople();
        }

        var wanted = unmet[chance.Next(unmet.Length)];
        var around = wanted.People.SelectMany(person => frame.RequestsOf[person])
            .Concat(wanted.Host is { } host ? frame.RequestsAt[host].OrderBy(_ => chance.Next()).Take(30).SelectMany(request => frame.Requests[request].People).SelectMany(person => frame.RequestsOf[person]) : [])
            .Concat(Shuffled(frame.Requests.Length).Where(request => Array.Exists(frame.Requests[request].Ways, wanted.Ways.Contains)));
        return Fill(around);
    }

    private HashSet<int> Fill(IEnumerable<int> requests)
    {
        var (chosen, literals) = (new HashSet<int>(), 0);
        foreach (var request in requests.Where(request => frame.Requests[request].IsPossible))
        {
            if (chosen.Add(request))
            {
                literals += frame.Requests[request].Slots.Length * frame.Requests[request].Ways.Length;
            }

            if (literals >= _literals)
            {
                break;
            }
        }

        return chosen;
    }

    private IEnumerable<int> Shuffled(int count) => Enumerable.Range(0, count).OrderBy(_ => chance.Next()).ToArray();
}
