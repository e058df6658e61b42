using Integration.Common;

namespace Integration.Messaging;

/// <summary>A mail that waits to be sent. It is written in the same transaction as what caused it.</summary>
public class OutboxMessage
{
    /// <summary>The id.</summary>
    public MessageId Id { get; set; } = MessageId.New();

    /// <summary>Receiver's address.</summary>
    public string To { get; set; } = "";

    /// <summary>Subject; no personal data.</summary>
    public string Subject { get; set; } = "";

    /// <summary>Plain text.</summary>
    public string Body { get; set; } = "";

    /// <summary>A calendar file that goes with it (iCalendar text); <see langword="null"/> without one.</summary>
    public string? CalendarText { get; set; }

    /// <summary>The registration that it is about; <see langword="null"/> for mails to users.</summary>
    public RegistrationId? RegistrationId { get; set; }

    /// <summary>When it was written.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it was claimed to be handed over; <see langword="null"/> while waiting. The body is emptied once the server has taken it:
    /// one with both was on its way when the portal stopped, and nobody knows whether it arrived.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>Attempts so far.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was given up; <see langword="null"/> while there is hope.</summary>
    public DateTime? GivenUpAt { get; set; }

    /// <summary>Code of the last refusal, for example 550; empty for none. No text of the server, which may name the receiver.</summary>
    public string Refusal { get; set; } = "";

    /// <summary>Not before this moment.</summary>
    public DateTime DueAt { get; set; }
}
