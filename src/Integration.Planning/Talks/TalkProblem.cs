namespace Integration.Planning.Talks;

/// <summary>Who wants to talk to whom, and everything that limits it. People, hosts, interpreters, requests and slots are named by their
/// place in their list, counted from 0; the problem knows no person and no database.</summary>
/// <remarks>Clock times are minutes since midnight of the event's first day, so that an event over midnight has times beyond 1,440.</remarks>
public sealed record TalkProblem
{
    /// <summary>When talks can take place, in order of time; no two overlap.</summary>
    public required IReadOnlyList<TalkSlot> Slots { get; init; }

    /// <summary>Who comes.</summary>
    public required IReadOnlyList<TalkPerson> People { get; init; }

    /// <summary>Who receives them: employers with their tables.</summary>
    public IReadOnlyList<TalkHost> Hosts { get; init; } = [];

    /// <summary>Who interprets.</summary>
    public IReadOnlyList<TalkInterpreter> Interpreters { get; init; } = [];

    /// <summary>The talks that are asked for.</summary>
    public required IReadOnlyList<TalkRequest> Requests { get; init; }

    /// <summary>What the organiser has decided: these talks take place, there and then.</summary>
    public IReadOnlyList<FixedTalk> Fixed { get; init; } = [];

    /// <summary>What the organiser has ruled out.</summary>
    public IReadOnlyList<ForbiddenTalk> Forbidden { get; init; } = [];

    /// <summary>Requests of which the first has to come in an earlier slot than the second, where both take place.</summary>
    public IReadOnlyList<TalkOrder> Orders { get; init; } = [];

    /// <summary>How many talks fit into the house in each slot, whoever hosts them; empty: as many as the hosts have tables.</summary>
    public IReadOnlyList<int> TablesInSlot { get; init; } = [];

    /// <summary>The rules that no plan breaks.</summary>
    public TalkRules Rules { get; init; } = new();

    /// <summary>What makes one plan better than another.</summary>
    public TalkAims Aims { get; init; } = new();
}

/// <summary>A time at which talks take place, the same for all tables of a stage.</summary>
/// <param name="Stage">The part of the event it belongs to, counted from 0.</param>
/// <param name="Start">Its beginning, in minutes.</param>
/// <param name="End">Its end, in minutes; later than the beginning.</param>
public readonly record struct TalkSlot(int Stage, int Start, int End);

/// <summary>A stretch of time.</summary>
/// <param name="Start">Its beginning, in minutes.</param>
/// <param name="End">Its end, in minutes; not included.</param>
public readonly record struct TimeSpanOfDay(int Start, int End);

/// <summary>Somebody who comes to talk.</summary>
public sealed record TalkPerson
{
    /// <summary>What the plan calls them: a Chiffre, never a name.</summary>
    public required string Key { get; init; }

    /// <summary>From when they are there, in minutes.</summary>
    public int ArrivesAt { get; init; }

    /// <summary>When they have to leave, in minutes.</summary>
    public int LeavesAt { get; init; } = int.MaxValue;

    /// <summary>Slots in which they are elsewhere: on a tour, in a workshop.</summary>
    public IReadOnlyList<int> BusySlots { get; init; } = [];

    /// <summary>The languages in which somebody may interpret for them, the best first: their own, those understood by both sides, bridges they ticked
    /// (DOMAIN §6.3, R4). Empty for somebody who needs no interpreter.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Interpreters who must not interpret for them: relatives, friends, declined (R1, R2).</summary>
    public IReadOnlyList<int> NotInterpretedBy { get; init; } = [];
}

/// <summary>Somebody who receives people at their tables: an employer.</summary>
public sealed record TalkHost
{
    /// <summary>What the plan calls them.</summary>
    public required string Key { get; init; }

    /// <summary>How many tables work side by side.</summary>
    public int Tables { get; init; } = 1;

    /// <summary>How many people sit at one table at the most; 1 for talks one to one.</summary>
    public int GroupSize { get; init; } = 1;

    /// <summary>The room or part of the hall: going from one to another is a walk.</summary>
    public int Zone { get; init; }

    /// <summary>Slots in which nobody is received.</summary>
    public IReadOnlyList<int> ClosedSlots { get; init; } = [];

    /// <summary>Languages spoken at the tables: whoever may be interpreted in one of them needs no interpreter here.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
}

/// <summary>Somebody who interprets.</summary>
public sealed record TalkInterpreter
{
    /// <summary>What the plan calls them.</summary>
    public required string Key { get; init; }

    /// <summary>The languages and varieties they interpret.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>From when they are there, in minutes.</summary>
    public int From { get; init; }

    /// <summary>Until when they are there, in minutes.</summary>
    public int Until { get; init; } = int.MaxValue;

    /// <summary>What they interpret that day beside the talks: a tour, an opening. It keeps them from talks and counts as work.</summary>
    public IReadOnlyList<TimeSpanOfDay> Working { get; init; } = [];
}

/// <summary>A talk that is asked for: people who come together and the host they want to meet.</summary>
public sealed record TalkRequest
{
    /// <summary>Who comes: one person, or a group that stays together.</summary>
    public required IReadOnlyList<int> People { get; init; }

    /// <summary>Who receives them; <see langword="null"/> where the people of the talk meet one another.</summary>
    public int? Host { get; init; }

    /// <summary>Whether both sides want it.</summary>
    public bool Mutual { get; init; }

    /// <summary>How well it fits, 1 or more: counts among talks of the same kind.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Whether a plan without it is no plan.</summary>
    public bool Required { get; init; }

    /// <summary>The slots in which it may take place; empty: any.</summary>
    public IReadOnlyList<int> Slots { get; init; } = [];
}

/// <summary>A decision of the organiser: this request takes place there and then.</summary>
/// <param name="Request">The request.</param>
/// <param name="Slot">Its slot.</param>
/// <param name="Table">Its table at the host, counted from 0; <see langword="null"/>: whichever.</param>
/// <param name="Interpreter">Who interprets; <see langword="null"/>: whoever can.</param>
public readonly record struct FixedTalk(int Request, int Slot, int? Table = null, int? Interpreter = null);

/// <summary>A decision of the organiser: this request does not take place then.</summary>
/// <param name="Request">The request.</param>
/// <param name="Slot">The slot; <see langword="null"/>: in no slot.</param>
public readonly record struct ForbiddenTalk(int Request, int? Slot = null);

/// <summary>Two requests in an order.</summary>
/// <param name="First">The one that comes earlier.</param>
/// <param name="Then">The one that comes later.</param>
public readonly record struct TalkOrder(int First, int Then);

/// <summary>Rules that no plan breaks.</summary>
public sealed record TalkRules
{
    /// <summary>How far the largest and the smallest number of gaps of any two people may lie apart; <see langword="null"/>: any distance.</summary>
    public int? GapSpread { get; init; } = 2;

    /// <summary>How long somebody interprets without a pause at the most, in minutes (R5).</summary>
    public int InterpreterStretch { get; init; } = 120;

    /// <summary>The pause that ends a stretch, in minutes (R5).</summary>
    public int InterpreterPause { get; init; } = 15;

    /// <summary>How long one person interprets on one day at the most, in minutes; longer asks for a second one (R5).</summary>
    public int InterpreterMost { get; init; } = 180;
}
