using Integration.Common;

namespace Integration.Outcomes;

/// <summary>The request to an employer to say what an event was worth to it. The token itself is only in the mail.</summary>
public class FeedbackRequest : IOfEvent
{
    /// <summary>How many days after the event the link can be used.</summary>
    public const int DaysOpen = 60;

    /// <summary>The id.</summary>
    public FeedbackRequestId Id { get; set; } = FeedbackRequestId.New();

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>The company; one request an event and company.</summary>
    public OrganisationId EmployerId { get; set; }

    /// <summary>SHA-256 of the token in lower-case hexadecimal.</summary>
    public string TokenHash { get; set; } = "";

    /// <summary>When it was sent.</summary>
    public DateTime SentAt { get; set; }

    /// <summary>When it was answered; <see langword="null"/> while open. What was answered is not tied to it.</summary>
    public DateTime? AnsweredAt { get; set; }
}

/// <summary>What an employer said about an event. It names no company and no moment: an answer is nobody's, so that it can be honest.</summary>
public class EmployerFeedback : IOfEvent
{
    /// <summary>Longest remark in characters.</summary>
    public const int RemarkMaxLength = 600;

    /// <summary>The worst answer of a scale.</summary>
    public const int Worst = 1;

    /// <summary>The best answer of a scale.</summary>
    public const int Best = 5;

    /// <summary>The id; random, so that the order of answers cannot be read from it.</summary>
    public EmployerFeedbackId Id { get; set; }

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>Whether the guests fitted, <see cref="Worst"/> to <see cref="Best"/>.</summary>
    public int Guests { get; set; }

    /// <summary>Whether the short profiles helped.</summary>
    public int Profiles { get; set; }

    /// <summary>Interpreting.</summary>
    public int Interpreting { get; set; }

    /// <summary>Organisation.</summary>
    public int Organisation { get; set; }

    /// <summary>Whether they would come again.</summary>
    public ComeAgain Again { get; set; }

    /// <summary>What can be better, without names.</summary>
    public string Remark { get; set; } = "";
}

/// <summary>Whether an employer would come again.</summary>
public enum ComeAgain
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>Perhaps.</summary>
    Perhaps,

    /// <summary>No.</summary>
    No,
}
