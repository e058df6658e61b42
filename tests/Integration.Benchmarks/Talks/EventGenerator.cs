using System.Globalization;
using Integration.Planning.Talks;

namespace Integration.Benchmarks.Talks;

/// <summary>Invents events as districts hold them. The same size and seed give the same event, on every machine.</summary>
/// <remarks>
/// A third of the people need no interpreter; the others' languages have the shares seen at fairs, and some accept a second one. People wish three to six
/// talks, at short events two to four, and known employers are wished more often. A few come late or leave early, are on a tour for two slots, have ruled out an interpreter, or stay
/// together with somebody. Odd numbers of the set have two stages with a pause of half an hour between, even ones have one.
/// </remarks>
internal sealed class EventGenerator
{
    private const int Opening = 10 * 60;

    // Language, share of those who need one in percent, the language some of them accept as well, and how many of them in percent.
    private static readonly (string Language, int Share, string? Bridge, int Accepting)[] Speakers =
        [("ukr", 35, "rus", 50), ("arb", 22, null, 0), ("tur", 9, null, 0), ("prs", 8, "pes", 70), ("pes", 7, "prs", 60), ("kmr", 7, "tur", 40), ("rus", 7, null, 0), ("tir", 5, "arb", 20)];

    private readonly Random random;
    private readonly EventSize size;
    private readonly int seed;
    private readonly List<TalkSlot> slots = [];

    private EventGenerator(EventSize size, int seed)
    {
        var salt = size.Name.Aggregate(17, (sum, letter) => unchecked((sum * 31) + letter));
        (this.size, this.seed, random) = (size, seed, new Random(unchecked(salt + (seed * 7919))));
    }

    /// <summary>An event of the set by its name, such as <c>haren-1</c>.</summary>
    public static TalkProblem Make(string name)
    {
        var at = name.LastIndexOf('-');
        var known = EventSize.Named.FirstOrDefault(one => one.Name == (at < 0 ? name : name[..at]));
        var number = 1;
        return known is not null && (at < 0 || int.TryParse(name[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out number))
            ? Make(known, number) : throw new ArgumentException($"No event is called {name}. Events: {string.Join(", ", EventSize.Names)}.", nameof(name));
    }

    public static TalkProblem Make(EventSize size, int seed) => new EventGenerator(size, seed).Make();

    private TalkProblem Make()
    {
        MakeSlots();
        TalkHost[] hosts = [.. Enumerable.Range(0, size.Hosts).Select(MakeHost)];
        // Pairs come one behind the other and speak the same language.
        var languages = Enumerable.Range(0, size.People).Select(_ => LanguagesOfSomebody()).ToArray();
        var pairs = new HashSet<int>();
        for (var person = 0; person + 1 < size.People; person++)
        {
            if (Percent(2))
            {
                pairs.Add(person);
                languages[person + 1] = languages[person];
                person++;
            }
        }

        TalkInterpreter[] interpreters = [.. MakeInterpreters(languages)];
        TalkPerson[] people = [.. languages.Select((own, number) => MakePerson(number, own, interpreters))];
        foreach (var first in pairs)
        {
            people[first + 1] = people[first] with { Key = people[first + 1].Key };
        }

        var requests = MakeRequests(people, hosts, pairs);
        return new TalkProblem
        {
            Slots = slots,
            People = people,
            Hosts = hosts,
            Interpreters = interpreters,
            Requests = requests,
            Forbidden = [.. Enumerable.Range(0, requests.Count).Where(_ => random.Next(200) == 0).Select(request => new ForbiddenTalk(request, Percent(50) ? null : random.Next(size.Slots)))],
            Orders = [.. Enumerable.Range(0, requests.Count - 1).Where(request => random.Next(200) == 0 && requests[request].People[0] == requests[request + 1].People[0])
                .Select(request => new TalkOrder(request, request + 1))],
        };
    }

    private bool Percent(int share) => random.Next(100) < share;

    private void MakeSlots()
    {
        var (start, stages) = (Opening, seed % 2 == 1 && size.Slots >= 8 ? 2 : 1);
        for (var number = 0; number < size.Slots; number++)
        {
            var stage = number * stages / size.Slots;
            start += number > 0 && stage > slots[^1].Stage ? 30 : 0;
            slots.Add(new TalkSlot(stage, start, start + size.Minutes));
            start += size.Minutes + 2;
        }
    }

    private TalkHost MakeHost(int number) => new()
    {
        Key = string.Create(CultureInfo.InvariantCulture, $"H{number + 1:00}"),
        Tables = 1 + random.Next(3),
        GroupSize = 1 + random.Next(4),
        Zone = number / 12,
        ClosedSlots = Percent(20) ? [(size.Slots / 2) + random.Next(2)] : [],
        Languages = Percent(20) ? [new[] { "rus", "tur", "arb", "ukr" }[random.Next(4)]] : [],
    };

    private string[] LanguagesOfSomebody()
    {
        if (random.Next(3) == 0)
        {
            return [];
        }

        var at = random.Next(Speakers.Sum(speaker => speaker.Share));
        var own = Speakers.First(speaker => (at -= speaker.Share) < 0);
        return own.Bridge is { } bridge && Percent(own.Accepting) ? [own.Language, bridge] : [own.Language];
    }

    private TalkPerson MakePerson(int number, string[] languages, TalkInterpreter[] interpreters)
    {
        var (late, early, tour, ruledOut) = (Percent(8), Percent(5), Percent(10), Percent(3));
        var (arrival, leaving, away) = (random.Next(1, Math.Max(2, size.Slots / 3)), size.Slots - 1 - random.Next(1, Math.Max(2, size.Slots / 3)), random.Next(size.Slots - 1));
        int[] able = [.. Enumerable.Range(0, interpreters.Length).Where(one => interpreters[one].Languages.Any(languages.Contains))];
        return new TalkPerson
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"P{number + 1:0000}"),
            ArrivesAt = late ? slots[arrival].Start - 5 : 0,
            LeavesAt = early ? slots[leaving].End + 5 : int.MaxValue,
            BusySlots = tour ? [away, away + 1] : [],
            Languages = languages,
            NotInterpretedBy = ruledOut && able.Length > 0 ? [able[random.Next(able.Length)]] : [],
        };
    }

    // The rule of thumb of a fair (DOMAIN §6.4): those in need × who come × at the peak ÷ 3, one more in ten; here everybody who needs a language counts fully.
    private IEnumerable<TalkInterpreter> MakeInterpreters(string[][] languages)
    {
        var need = Speakers.Select(speaker => languages.Count(own => own.FirstOrDefault() == speaker.Language) * 0.75 * 0.35 / 3 * 1.1).ToArray();
        var count = size.Interpreters ?? (int)need.Where(each => each > 0).Sum(Math.Ceiling);
        var given = new int[Speakers.Length];
        for (var number = 0; number < count; number++)
        {
            // Whoever has the most people for each interpreter gets the next.
            var next = Enumerable.Range(0, Speakers.Length).MaxBy(language => (need[language] + 0.01) / (given[language] + 0.2));
            given[next]++;
            yield return MakeInterpreter(number, Speakers[next].Language);
        }
    }

    private TalkInterpreter MakeInterpreter(int number, string language)
    {
        (string Second, int Share) also = language switch
        {
            "ukr" => ("rus", 60),
            "rus" => ("ukr", 40),
            "prs" => ("pes", 70),
            "pes" => ("prs", 60),
            "kmr" => ("tur", 50),
            "tir" => ("arb", 30),
            "arb" => ("kmr", 15),
            _ => ("kmr", 20),
        };
        var (second, late, early, tour) = (Percent(also.Share), Percent(10), Percent(10), Percent(10));
        var away = slots[random.Next(size.Slots)];
        return new TalkInterpreter
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"I{number + 1:00}"),
            Languages = second ? [language, also.Second] : [language],
            From = late ? slots[1].Start : 0,
            Until = early ? slots[^2].End : int.MaxValue,
            Working = tour ? [new(away.Start, away.Start + 30)] : [],
        };
    }

    private List<TalkRequest> MakeRequests(TalkPerson[] people, TalkHost[] hosts, HashSet<int> pairs)
    {
        // The first employers of the list are the known ones.
        var weights = hosts.Select((_, number) => 1.0 / (1 + (number * 3.0 / hosts.Length))).ToArray();
        var requests = new List<TalkRequest>();
        for (var person = 0; person < people.Length; person++)
        {
            int[] asking = pairs.Contains(person) ? [person, person + 1] : [person];
            var open = Enumerable.Range(0, hosts.Length).Where(host => hosts[host].GroupSize >= asking.Length).ToList();
            // Nobody is asked for more wishes than about half the slots.
            var wishes = Math.Min(size.Slots > 6 ? 3 + random.Next(4) : 2 + random.Next(3), open.Count);
            for (var wish = 0; wish < wishes; wish++)
            {
                var at = random.NextDouble() * open.Sum(host => weights[host]);
                var host = open.FirstOrDefault(host => (at -= weights[host]) < 0, open[^1]);
                open.Remove(host);
                requests.Add(new TalkRequest { People = asking, Host = host, Mutual = random.Next(3) == 0, Weight = 1 + random.Next(3) });
            }

            person += asking.Length - 1;
        }

        return requests;
    }
}
