using Integration.Common;

namespace Integration.Tours;

/// <summary>Somebody to put into a group.</summary>
/// <param name="Registration">The registration.</param>
/// <param name="Language">Language in which they are helped, code of the list Languages; empty for who needs no help.</param>
/// <param name="Organisation">Who looks after them.</param>
/// <param name="Number">Number of the group they stay in, from 1; <see langword="null"/> for any.</param>
public sealed record TourPerson(RegistrationId Registration, string Language, OrganisationId Organisation, int? Number = null)
{
    /// <summary>How much of an interpreter they need, from 0 to 1 (DOMAIN §6.4).</summary>
    public double Need { get; init; }

    /// <summary>Languages in which somebody may interpret for them, their own first; empty for who needs no help.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
}

/// <summary>Forms the groups of a tour at once (DOMAIN §6.4): what <see cref="GroupSearch"/> falls back on. People of one language of support walk together, so that few interpreters are needed; people of
/// one organisation where that leaves a choice. Knows no database; the same people make the same groups in whatever order they come.</summary>
public static class GroupPlan
{
    /// <summary>Fewest people in a group, where there are enough.</summary>
    public const int Least = 8;

    /// <summary>The groups in their order: as few as hold everybody. None has more than <paramref name="most"/> people; each has at least
    /// <see cref="Least"/> where the numbers allow it, else all have nearly as many as the others could spare.</summary>
    /// <param name="people">Everybody, each once.</param>
    /// <param name="most">Most people in a group, at least 1.</param>
    public static IReadOnlyList<IReadOnlyList<RegistrationId>> Form(IReadOnlyCollection<TourPerson> people, int most)
    {
        if (people.Count == 0)
        {
            return [];
        }

        var sorted = people.OrderBy(person => person.Registration.Value).ToList();
        var staying = Staying(sorted, most);
        var count = Math.Max((people.Count + most - 1) / most, staying.Select(person => person.Number!.Value).DefaultIfEmpty(0).Max());
        var least = Math.Min(Least, people.Count / count);
        var groups = Enumerable.Range(0, count).Select(_ => new Group(Math.Min(least, most), most)).ToList();
        foreach (var person in staying)
        {
            groups[person.Number!.Value - 1].Add(person);
        }

        var free = sorted.Except(staying).ToList();
        var left = free.Count;
        foreach (var block in Blocks(free))
        {
            Place(block, groups, ref left);
        }

        return [.. groups.Select(group => group.People)];
    }

    /// <summary>Who stays in their group. One that was made smaller keeps as many as it holds now.</summary>
    /// <param name="sorted">Everybody, in a fixed order.</param>
    /// <param name="most">Most people in a group.</param>
    internal static List<TourPerson> Staying(IEnumerable<TourPerson> sorted, int most) =>
        [.. sorted.Where(person => person.Number is > 0).GroupBy(person => person.Number!.Value).SelectMany(group => group.Take(most))];

    // The largest first: what is left is easier to fit in. Those who need no help fill up, organisation by organisation.
    private static IEnumerable<Queue<TourPerson>> Blocks(List<TourPerson> people)
    {
        var languages = people.Where(person => person.Language.Length > 0).GroupBy(person => person.Language)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Queue<TourPerson>(group.GroupBy(person => person.Organisation).OrderByDescending(own => own.Count()).ThenBy(own => own.Key.Value).SelectMany(own => own)));
        var rest = people.Where(person => person.Language.Length == 0).GroupBy(person => person.Organisation)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Value).Select(group => new Queue<TourPerson>(group));
        return languages.Concat(rest);
    }

    private static void Place(Queue<TourPerson> block, List<Group> groups, ref int left)
    {
        while (block.Count > 0)
        {
            var first = block.Peek();
            // Who is not needed anywhere to make a group large enough.
            var spare = Math.Max(0, left - groups.Sum(group => group.Missing));
            var rooms = groups.Select(group => (Group: group, Room: group.Room(spare))).Where(room => room.Room > 0).ToList();
            var whole = rooms.Where(room => room.Room >= block.Count).OrderByDescending(room => room.Group.Knows(first)).ThenBy(room => room.Room).ToList();
            var (target, size) = whole.Count > 0 ? whole[0] : rooms.OrderByDescending(room => room.Room).ThenByDescending(room => room.Group.Knows(first)).First();
            for (var i = Math.Min(size, block.Count); i > 0; i--)
            {
                target.Add(block.Dequeue());
                left--;
            }
        }
    }

    private sealed class Group(int least, int most)
    {
        private readonly HashSet<string> _languages = [];
        private readonly HashSet<OrganisationId> _organisations = [];

        public List<RegistrationId> People { get; } = [];

        public int Missing => Math.Max(0, least - People.Count);

        public int Room(int spare) => Missing + Math.Min(spare, most - Math.Max(least, People.Count));

        public bool Knows(TourPerson person) => person.Language.Length > 0 ? _languages.Contains(person.Language) : _organisations.Contains(person.Organisation);

        public void Add(TourPerson person)
        {
            People.Add(person.Registration);
            _languages.Add(person.Language);
            _organisations.Add(person.Organisation);
        }
    }
}
