using Integration.Planning.Talks;

namespace Integration.Planning.Tours;

/// <summary>Who wants to see which company, and everything that limits it. People, tours and interpreters are named by their place in their list,
/// counted from 0; the problem knows no person and no database.</summary>
/// <remarks>Clock times are minutes since midnight of the event's first day.</remarks>
public sealed record TourProblem
{
    /// <summary>Who comes.</summary>
    public required IReadOnlyList<TourWalker> People { get; init; }

    /// <summary>The tours.</summary>
    public required IReadOnlyList<GuidedTour> Tours { get; init; }

    /// <summary>Who interprets.</summary>
    public IReadOnlyList<TalkInterpreter> Interpreters { get; init; } = [];

    /// <summary>Whether interpreters are looked for afterwards: the plan says which group needs which language and names nobody, <see cref="Interpreters"/>
    /// is not read.</summary>
    public bool InterpretersToCome { get; init; }

    /// <summary>People who stay together: in the same groups of the same tours, or in none. Nobody is in two parties. A party walks what one of them wishes.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Parties { get; init; } = [];

    /// <summary>What the organiser has decided.</summary>
    public IReadOnlyList<FixedWalk> Fixed { get; init; } = [];

    /// <summary>The rules that no plan breaks.</summary>
    public TourRules Rules { get; init; } = new();
}

/// <summary>Somebody who comes to see companies.</summary>
public sealed record TourWalker
{
    /// <summary>What the plan calls them: a Chiffre, never a name.</summary>
    public required string Key { get; init; }

    /// <summary>From when they are there, in minutes.</summary>
    public int ArrivesAt { get; init; }

    /// <summary>When they have to leave, in minutes.</summary>
    public int LeavesAt { get; init; } = int.MaxValue;

    /// <summary>When they are elsewhere: in a talk, on a tour that is planned already.</summary>
    public IReadOnlyList<TimeSpanOfDay> Busy { get; init; } = [];

    /// <summary>How much of an interpreter they need, in hundredths, from 0 to 100 (DOMAIN §6.4: 100 without German, 60 with A2, 20 with B1).</summary>
    public int Need { get; init; }

    /// <summary>The languages in which somebody may interpret for them, their own first, then the better before the worse (DOMAIN §6.3, R4).
    /// Empty for somebody who needs no interpreter.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Interpreters who must not interpret for them: relatives, friends, declined (R1, R2).</summary>
    public IReadOnlyList<int> NotInterpretedBy { get; init; } = [];

    /// <summary>The tours they wish to walk.</summary>
    public IReadOnlyList<TourWish> Wishes { get; init; } = [];

    /// <summary>Who knows them, such as the organisation that looks after them: people of one circle walk together where nothing else decides;
    /// <see langword="null"/> for nobody.</summary>
    public int? Circle { get; init; }

    /// <summary>Whether anybody has to interpret for them at all.</summary>
    internal bool Needs => Need > 0 && Languages.Count > 0;
}

/// <summary>A wish for a tour.</summary>
/// <param name="Tour">The tour.</param>
/// <param name="Weight">How much it counts, 1 or more.</param>
public readonly record struct TourWish(int Tour, int Weight = 1);

/// <summary>A tour of a company, walked in groups with a guide each.</summary>
public sealed record GuidedTour
{
    /// <summary>What the plan calls it.</summary>
    public required string Key { get; init; }

    /// <summary>When it sets off; a person walks it once.</summary>
    public required IReadOnlyList<TourStart> Starts { get; init; }

    /// <summary>Where it is: between tours in different places lies the time of <see cref="TourRules.Transfer"/>.</summary>
    public int Place { get; init; }

    /// <summary>Fewest people in a group; a smaller one does not set off.</summary>
    public int Least { get; init; } = 8;

    /// <summary>Most people in a group.</summary>
    public int Most { get; init; } = 12;

    /// <summary>How many guides there are: as many groups are under way at the same time at the most.</summary>
    public int Guides { get; init; } = 1;
}

/// <summary>A time at which a tour sets off.</summary>
/// <param name="Meets">When people gather, in minutes; from then on they are taken.</param>
/// <param name="Start">When it begins, in minutes; from then on there is something to interpret.</param>
/// <param name="End">When it ends, in minutes; later than the beginning.</param>
public readonly record struct TourStart(int Meets, int Start, int End);

/// <summary>A decision of the organiser: this person walks this tour.</summary>
/// <param name="Person">The person.</param>
/// <param name="Tour">The tour, wished for or not.</param>
/// <param name="Start">Its start, counted from 0; <see langword="null"/>: whichever.</param>
/// <param name="Group">The group of that start, counted from 0; <see langword="null"/>: whichever. Needs a start.</param>
public readonly record struct FixedWalk(int Person, int Tour, int? Start = null, int? Group = null);

/// <summary>Rules that no plan breaks.</summary>
public sealed record TourRules
{
    /// <summary>Summed need of the people of one language in a group from which they have an interpreter, in hundredths (DOMAIN §6.4: Σw ≥ 1).
    /// Fewer walk without one: others help, or somebody shows.</summary>
    public int NeedFrom { get; init; } = 100;

    /// <summary>How many tours one person walks at the most.</summary>
    public int ToursEach { get; init; } = 2;

    /// <summary>Time from one place to another, in minutes.</summary>
    public int Transfer { get; init; } = 10;

    /// <summary>How long somebody interprets without a pause at the most, in minutes (R5).</summary>
    public int InterpreterStretch { get; init; } = 120;

    /// <summary>The pause that ends a stretch, in minutes (R5).</summary>
    public int InterpreterPause { get; init; } = 15;

    /// <summary>How long one person interprets on one day at the most, in minutes (R5).</summary>
    public int InterpreterMost { get; init; } = 180;
}
