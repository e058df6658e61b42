using Integration.Common;
using Integration.Events;

namespace Integration.Documents.Sheets;

/// <summary>A guest as the papers of the day know them.</summary>
/// <param name="Name">What the door calls them; empty for people who are not to be listed anywhere.</param>
/// <param name="Called">What others may read on badge, ticket and bus list; empty likewise.</param>
/// <param name="Ticket">Code of the ticket.</param>
/// <param name="Language">BCP 47 tag of the texts they read.</param>
/// <param name="Support">Language in which they are helped, in German; empty when they need no help.</param>
/// <param name="Chiffre">Chiffre of their released profile; empty without one.</param>
/// <param name="Bus">Their bus; <see langword="null"/> without one.</param>
/// <param name="InAt">When they came, on the clock; <see langword="null"/> when they did not, or nobody recorded it.</param>
/// <param name="OutAt">When they left.</param>
/// <param name="Registration">The registration, by which other papers find them.</param>
public sealed record PaperGuest(
    string Name, string Called, string Ticket, string Language, string Support, string Chiffre, PaperSeat? Bus, TimeOnly? InAt, TimeOnly? OutAt, RegistrationId Registration = default)
{
    /// <summary>Whether they come in a wheelchair.</summary>
    public bool Wheelchair => Bus is { Wheelchair: true };
}

/// <summary>A guest's seat.</summary>
public sealed record PaperSeat(string Line, string Stop, TimeOnly LeavesAt, TimeOnly? BackFrom, int Number, bool Wheelchair);

/// <summary>A bus with its stops.</summary>
public sealed record PaperBus(string Name, string Company, string Phone, int Seats, TimeOnly ArrivesAt, TimeOnly? LeavesAt, IReadOnlyList<PaperStop> Stops);

/// <summary>A stop of a bus.</summary>
public sealed record PaperStop(string Name, TimeOnly LeavesAt, TimeOnly? BackAt);

/// <summary>An item of the programme.</summary>
/// <param name="From">Begin.</param>
/// <param name="To">End.</param>
/// <param name="Title">What it is.</param>
/// <param name="Content">Whether a certificate of attendance names it: what guests take part in, not arrival, transfer or break.</param>
/// <param name="Room">Where; empty when nowhere in particular.</param>
/// <param name="Speakers">Who; empty for nobody.</param>
/// <param name="Language">In which language, in German; empty for German.</param>
/// <param name="Cancelled">Whether its stage does not take place.</param>
public sealed record PaperItem(TimeOnly From, TimeOnly To, string Title, bool Content, string Room, string Speakers, string Language, bool Cancelled);

/// <summary>A stand, or an employer that has none yet.</summary>
/// <param name="Number">Its number; empty for an employer without a stand.</param>
/// <param name="Employer">Whose it is; empty while it is free.</param>
/// <param name="TemporaryWork">Whether that is a temporary-work agency.</param>
/// <param name="Languages">Languages spoken there, in German.</param>
/// <param name="GermanFrom">Level of German from which work there is possible; <see langword="null"/> when nothing is said.</param>
/// <param name="Plan">The plan it is drawn on; <see langword="null"/> for the plain grid.</param>
/// <param name="Place">Its place there.</param>
public sealed record PaperStand(string Number, string Employer, bool TemporaryWork, string Languages, LanguageLevel? GermanFrom, FloorPlanId? Plan, StandPlace Place);

/// <summary>The picture of a hall.</summary>
public sealed record PaperPlan(FloorPlanId? Id, string Name, byte[] Image, int PixelWidth, int PixelHeight);

/// <summary>Everything that the papers of an event's day say.</summary>
public sealed record EventPaperFacts
{
    /// <summary>Title of the event.</summary>
    public required string Title { get; init; }

    /// <summary>Its day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Begin.</summary>
    public required TimeOnly StartsAt { get; init; }

    /// <summary>End.</summary>
    public required TimeOnly EndsAt { get; init; }

    /// <summary>Building, street and town in a line.</summary>
    public required string Place { get; init; }

    /// <summary>Name of the leading organisation.</summary>
    public required string Organiser { get; init; }

    /// <summary>Whom to call.</summary>
    public required string Contact { get; init; }

    /// <summary>The hosts beside the organiser.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Patron, with office; empty when there is none.</summary>
    public string Patron { get; init; } = "";

    /// <summary>Who pays, in the words that the grant asks for; empty when there is nothing to say.</summary>
    public string FundingNote { get; init; } = "";

    /// <summary>The logos in the order of the bar.</summary>
    public IReadOnlyList<PaperLogo> Logos { get; init; } = [];

    /// <summary>The guests by name.</summary>
    public IReadOnlyList<PaperGuest> Guests { get; init; } = [];

    /// <summary>The buses.</summary>
    public IReadOnlyList<PaperBus> Buses { get; init; } = [];

    /// <summary>The programme in the order of the day.</summary>
    public IReadOnlyList<PaperItem> Items { get; init; } = [];

    /// <summary>The stands by number.</summary>
    public IReadOnlyList<PaperStand> Stands { get; init; } = [];

    /// <summary>The pictures of the halls.</summary>
    public IReadOnlyList<PaperPlan> Plans { get; init; } = [];

    /// <summary>The tours in the order of the day.</summary>
    public IReadOnlyList<PaperTour> Tours { get; init; } = [];

    /// <summary>The interpreters by name.</summary>
    public IReadOnlyList<PaperInterpreter> Interpreters { get; init; } = [];

    /// <summary>The talks of the published plan whose people's profiles are in force.</summary>
    public IReadOnlyList<PaperTalk> Talks { get; init; } = [];

    /// <summary>How many employers are expected.</summary>
    public int Employers { get; init; }

    /// <summary>The address that a ticket's code opens.</summary>
    public required Func<string, Uri> TicketLink { get; init; }

    /// <summary>The day the papers are made.</summary>
    public required DateOnly AsOf { get; init; }
}
