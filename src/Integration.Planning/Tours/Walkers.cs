using System.Globalization;

namespace Integration.Planning.Tours;

/// <summary>A start of a tour, with as many groups as could set off there.</summary>
internal sealed record Departure(int Tour, int Start, TourStart Time, int Groups, bool Numbered);

/// <summary>People of a party, or one person, who are the same for every rule and aim.</summary>
internal sealed record Kin(TourWalker Who, IReadOnlyList<int> Languages, int Count);

/// <summary>Parties, most of them of one person, that can change places without anybody noticing: the search counts them instead of naming them.
/// Among seventy people there are some twenty kinds; naming each would let it look at the same plan a million times.</summary>
internal sealed class WalkerKind
{
    /// <summary>The parties; each lists its people kin by kin.</summary>
    public required List<List<int>> Parties { get; init; }

    /// <summary>Who a party consists of.</summary>
    public required List<Kin> Kins { get; init; }

    /// <summary>The sets of departures that one party could walk; the empty one is among them if nothing is decided.</summary>
    public required List<int[]> Days { get; init; }

    /// <summary>The departures that occur in any day.</summary>
    public required int[] Departures { get; init; }

    /// <summary>Departures at which the organiser has chosen the group.</summary>
    public required IReadOnlyDictionary<int, int> Group { get; init; }

    public int Size => Kins.Sum(kin => kin.Count);
}

/// <summary>Sorts the people of a problem into kinds.</summary>
internal sealed class WalkerKinds
{
    private readonly TourProblem _problem;
    private readonly bool _circles;

    /// <param name="problem">The problem.</param>
    /// <param name="circles">Whether people of different circles are of different kinds: the last aims alone ask for it, and it doubles the kinds.</param>
    public WalkerKinds(TourProblem problem, bool circles)
    {
        (_problem, _circles) = (problem, circles);
        var numbered = problem.Fixed.Where(walk => walk is { Start: not null, Group: not null }).ToLookup(walk => (walk.Tour, walk.Start!.Value), walk => walk.Group!.Value);
        Departures = [.. problem.Tours.SelectMany((tour, t) => tour.Starts.Select((time, s) =>
        {
            var possible = Enumerable.Range(0, problem.People.Count).Count(person => Present(person, time));
            var needed = numbered[(t, s)].Select(group => group + 1).Append(possible / Math.Max(1, tour.Least)).Max();
            return new Departure(t, s, time, Math.Clamp(needed, 0, Math.Max(0, tour.Guides)), numbered[(t, s)].Any());
        }))];
        var inParty = problem.Parties.SelectMany(party => party).ToHashSet();
        var parties = problem.Parties.Where(party => party.Count > 0).Concat(Enumerable.Range(0, problem.People.Count).Where(person => !inParty.Contains(person)).Select(person => new[] { person }));
        Kinds = [.. parties.Select(party => party.OrderBy(KinKey, StringComparer.Ordinal).ThenBy(person => person).ToList())
            .GroupBy(PartyKey).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => KindOf([.. kind]))];
    }

    public List<Departure> Departures { get; }

    /// <summary>The kinds, in an order that does not depend on the order of the people.</summary>
    public List<WalkerKind> Kinds { get; }

    /// <summary>Whether one person can be on both.</summary>
    public bool Fits(Departure one, Departure other)
    {
        var way = _problem.Tours[one.Tour].Place == _problem.Tours[other.Tour].Place ? 0 : _problem.Rules.Transfer;
        return one.Time.End + way <= other.Time.Meets || other.Time.End + way <= one.Time.Meets;
    }

    private bool Present(int person, TourStart time)
    {
        var who = _problem.People[person];
        return who.ArrivesAt <= time.Meets && time.End <= who.LeavesAt && !who.Busy.Any(busy => busy.Start < time.End && busy.End > time.Meets);
    }

    private string KinKey(int person)
    {
        var who = _problem.People[person];
        var circle = _circles ? who.Circle : null;
        return who.Needs
            ? string.Create(CultureInfo.InvariantCulture, $"{who.Need:D3}|{string.Join(' ', who.Languages)}|{string.Join(' ', who.NotInterpretedBy.Order())}|{circle}|{Wished(who)}")
            : string.Create(CultureInfo.InvariantCulture, $"-|{circle}|{Wished(who)}");
    }

    private static string Wished(TourWalker who) =>
        string.Join(' ', who.Wishes.OrderBy(wish => wish.Tour).ThenBy(wish => wish.Weight).Select(wish => string.Create(CultureInfo.InvariantCulture, $"{wish.Tour}*{wish.Weight}")));

    private string PartyKey(List<int> party) => string.Join(
        '/',
        party.Select(KinKey)
            .Append(string.Join(' ', Departures.Select(departure => party.TrueForAll(person => Present(person, departure.Time)) ? '1' : '0')))
            .Append(string.Join(' ', Decided(party).Distinct().Select(walk => string.Create(CultureInfo.InvariantCulture, $"{walk.Tour}:{walk.Start}:{walk.Group}")).Order(StringComparer.Ordinal))));

    private IEnumerable<FixedWalk> Decided(List<int> party) => _problem.Fixed.Where(walk => party.Contains(walk.Person)).Select(walk => walk with { Person = 0 });

    private WalkerKind KindOf(List<List<int>> parties)
    {
        var party = parties[0];
        var decided = Decided(party).ToList();
        var wished = party.SelectMany(person => _problem.People[person].Wishes).Select(wish => wish.Tour).Concat(decided.Select(walk => walk.Tour)).ToHashSet();
        var open = Enumerable.Range(0, Departures.Count)
            .Where(d => Departures[d].Groups > 0 && wished.Contains(Departures[d].Tour) && party.TrueForAll(person => Present(person, Departures[d].Time))).ToList();
        var days = DaysOf(open, [], 0).Where(day => decided.TrueForAll(walk => Array.Exists(day, d => Departures[d].Tour == walk.Tour && (walk.Start ?? Departures[d].Start) == Departures[d].Start))).ToList();
        return new WalkerKind
        {
            Parties = parties,
            Kins = [.. party.GroupBy(KinKey).Select(kin => new Kin(
                _problem.People[kin.First()], _problem.People[kin.First()].Needs ? [.. Enumerable.Range(0, _problem.People[kin.First()].Languages.Count)] : [], kin.Count()))],
            Days = days,
            Departures = [.. days.SelectMany(day => day).Distinct().Order()],
            Group = decided.Where(walk => walk is { Start: not null, Group: not null })
                .Select(walk => (D: Departures.FindIndex(d => d.Tour == walk.Tour && d.Start == walk.Start), walk.Group!.Value)).Where(pair => pair.D >= 0)
                .GroupBy(pair => pair.D).ToDictionary(pair => pair.Key, pair => pair.Select(p => p.Value).Distinct().Count() == 1 ? pair.First().Value : -1),
        };
    }

    private IEnumerable<int[]> DaysOf(List<int> open, int[] day, int from)
    {
        yield return day;
        for (var i = from; i < open.Count && day.Length < _problem.Rules.ToursEach; i++)
        {
            var next = Departures[open[i]];
            if (Array.TrueForAll(day, d => Departures[d].Tour != next.Tour && Fits(Departures[d], next)))
            {
                foreach (var longer in DaysOf(open, [.. day, open[i]], i + 1))
                {
                    yield return longer;
                }
            }
        }
    }
}
