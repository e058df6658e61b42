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

    /// <summary>When it was written.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it was sent; <see langword="null"/> while waiting. The body is emptied then.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>Attempts so far.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before this moment.</summary>
    public DateTime DueAt { get; set; }
}
