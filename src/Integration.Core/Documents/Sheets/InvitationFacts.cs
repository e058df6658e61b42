namespace Integration.Documents.Sheets;

/// <summary>What all invitations of one organisation to one event say.</summary>
public sealed record InvitationFacts
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

    /// <summary>The town.</summary>
    public required string Town { get; init; }

    /// <summary>Name of the organisation that invites.</summary>
    public required string Sender { get; init; }

    /// <summary>Its street and town; empty when unknown.</summary>
    public string SenderAddress { get; init; } = "";

    /// <summary>Its team.</summary>
    public string Team { get; init; } = "";

    /// <summary>Its telephone number.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Its e-mail address.</summary>
    public string Email { get; init; } = "";

    /// <summary>The address that a ticket's code opens.</summary>
    public required Func<string, Uri> TicketLink { get; init; }

    /// <summary>The day it is written.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>How to answer, in a line.</summary>
    public string Contact => string.Join(", ", new[] { Phone, Email }.Where(part => part.Length > 0)) is { Length: > 0 } contact ? contact : Sender;
}

/// <summary>To whom a letter goes, and their way.</summary>
/// <param name="Name">Given and family name.</param>
/// <param name="Street">Street and number.</param>
/// <param name="Town">Postal code and town.</param>
/// <param name="Language">BCP 47 tag of the second language.</param>
/// <param name="Agreed">Whether the appointment was agreed with the person (Kooperationsplan) instead of offered.</param>
/// <param name="Ticket">Code of the ticket.</param>
/// <param name="Bus">Their bus; <see langword="null"/> without one.</param>
public sealed record LetterTo(string Name, string Street, string Town, string Language, bool Agreed, string Ticket, PaperSeat? Bus);
