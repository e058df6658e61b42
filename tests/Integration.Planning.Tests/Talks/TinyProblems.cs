using Integration.Planning.Talks;

namespace Integration.Planning.Tests.Talks;

/// <summary>Problems so small that every plan can be looked at, with every rule now and then at its limit. The same seed gives the same problem.</summary>
internal static class TinyProblems
{
    private static readonly string[] Languages = ["ukr", "rus", "arb"];

    public static TalkProblem Make(int seed)
    {
        var random = new Random(seed);
        var slots = Slots(random);
        var (people, hosts, interpreters) = (1 + random.Next(4), random.Next(4), random.Next(4));
        TalkHost[] receiving = [.. Enumerable.Range(0, hosts).Select(number => Host(random, number, slots.Count))];
        TalkInterpreter[] interpreting = [.. Enumerable.Range(0, interpreters).Select(number => Interpreter(random, number, slots))];
        TalkPerson[] coming = [.. Enumerable.Range(0, people).Select(number => Person(random, number, slots, interpreters))];
        TalkRequest[] requests = [.. Enumerable.Range(0, 1 + random.Next(5)).Select(_ => Request(random, people, hosts, slots.Count))];
        return new TalkProblem
        {
            Slots = slots,
            People = coming,
            Hosts = receiving,
            Interpreters = interpreting,
            Requests = requests,
            Fixed = Now(random, 6) ? [Fixed(random, requests, slots.Count, interpreters)] : [],
            Forbidden = Now(random, 5) ? [new ForbiddenTalk(random.Next(requests.Length), Now(random, 2) ? null : random.Next(slots.Count))] : [],
            Orders = requests.Length > 1 && Now(random, 4) ? [new TalkOrder(0, requests.Length - 1)] : [],
            TablesInSlot = Now(random, 5) ? [.. slots.Select(_ => random.Next(3))] : [],
            Rules = Rules(random),
            Aims = Aims(random),
        };
    }

    // One time in so many.
    private static bool Now(Random random, int times) => random.Next(times) == 0;

    private static List<TalkSlot> Slots(Random random)
    {
        var (slots, start, count) = (new List<TalkSlot>(), 600, Now(random, 8) ? 1 : 2 + random.Next(3));
        for (var number = 0; number < count; number++)
        {
            var length = 10 + (5 * random.Next(3));
            slots.Add(new TalkSlot(number / 2, start, start + length));
            start += length + (Now(random, 4) ? 15 : 2);
        }

        return slots;
    }

    private static TalkHost Host(Random random, int number, int slots) => new()
    {
        Key = $"H{number}",
        Tables = 1 + random.Next(2),
        GroupSize = 1 + random.Next(3),
        Zone = random.Next(2),
        ClosedSlots = Now(random, 4) ? [random.Next(slots)] : [],
        Languages = Now(random, 4) ? [Languages[random.Next(3)]] : [],
    };

    private static TalkInterpreter Interpreter(Random random, int number, List<TalkSlot> slots)
    {
        var slot = slots[random.Next(slots.Count)];
        return new TalkInterpreter
        {
            Key = $"I{number}",
            Languages = [.. Some(random, Languages, 1 + random.Next(2))],
            From = Now(random, 6) ? slot.Start + random.Next(2) : 0,
            Until = Now(random, 6) ? slot.End - random.Next(2) : int.MaxValue,
            Working = Now(random, 4) ? [Now(random, 2) ? new(slot.Start - 20, slot.Start) : new(slot.End - 2, slot.End + 5)] : [],
        };
    }

    private static TalkPerson Person(Random random, int number, List<TalkSlot> slots, int interpreters)
    {
        string[] languages = Now(random, 3) ? [] : [.. Some(random, Languages, 1 + random.Next(2))];
        var slot = slots[random.Next(slots.Count)];
        return new TalkPerson
        {
            Key = $"P{number}",
            ArrivesAt = Now(random, 5) ? slot.Start + random.Next(2) : 0,
            LeavesAt = Now(random, 5) ? slot.End - random.Next(2) : int.MaxValue,
            BusySlots = Now(random, 5) ? [random.Next(slots.Count)] : [],
            Languages = languages,
            NotInterpretedBy = languages.Length > 0 && interpreters > 0 && Now(random, 4) ? [random.Next(interpreters)] : [],
        };
    }

    private static TalkRequest Request(Random random, int people, int hosts, int slots) => new()
    {
        People = [.. Some(random, [.. Enumerable.Range(0, people)], Now(random, 4) ? 2 : 1)],
        Host = hosts > 0 && !Now(random, 8) ? random.Next(hosts) : null,
        Mutual = Now(random, 3),
        Weight = 1 + random.Next(3),
        Required = Now(random, 12),
        Slots = Now(random, 3) ? [.. Some(random, [.. Enumerable.Range(0, slots)], 1 + random.Next(2)).Order()] : [],
    };

    private static FixedTalk Fixed(Random random, TalkRequest[] requests, int slots, int interpreters)
    {
        // Interpreters are fixed where somebody may need one: a plan that is asked for the impossible teaches nothing.
        var request = random.Next(requests.Length);
        return new FixedTalk(request, random.Next(slots), Now(random, 2) ? null : 0, interpreters > 0 && Now(random, 3) ? random.Next(interpreters) : null);
    }

    private static TalkRules Rules(Random random) => new()
    {
        GapSpread = random.Next(4) switch { 0 => null, 1 => 0, 2 => 1, _ => 2 },
        InterpreterStretch = random.Next(4) switch { 0 => 20, 1 => 35, _ => 120 },
        InterpreterPause = Now(random, 2) ? 15 : 5,
        InterpreterMost = Now(random, 3) ? 30 : 180,
    };

    private static TalkAims Aims(Random random)
    {
        TalkAim[] order = [.. new TalkAims().Order];
        if (Now(random, 3))
        {
            random.Shuffle(order);
        }

        return new TalkAims { Order = Now(random, 6) ? order[..(1 + random.Next(order.Length))] : order };
    }

    private static IEnumerable<T> Some<T>(Random random, T[] from, int count)
    {
        T[] mixed = [.. from];
        random.Shuffle(mixed);
        return mixed.Take(count);
    }
}
