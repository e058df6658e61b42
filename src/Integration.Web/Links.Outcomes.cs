using Integration.Common;
using Integration.Outcomes;

namespace Integration.Web;

/// <content>What comes of contacts.</content>
public static partial class Links
{
    /// <summary>What came of the contacts of one's own people, or of one's own events.</summary>
    public const string Outcomes = "/outcomes";

    /// <summary>The same: also the people whom colleagues are in charge of, only what is due.</summary>
    public static string OwnOutcomes(bool all, bool due) => With(Outcomes, ("all", all ? "true" : null), ("due", due ? "true" : null));

    /// <summary>What came of an event; only what is due, or with one contact opened, where it is said.</summary>
    public static string EventOutcomes(JobEventId id, bool due = false, ContactId? contact = null) =>
        With($"{Event(id)}/outcomes", ("due", due ? "true" : null), ("contact", contact?.ToString()));

    /// <summary>Whom to call after an event.</summary>
    public static string Calls(JobEventId id) => $"{Event(id)}/calls";

    /// <summary>What the mail to an employer after an event leads to.</summary>
    public static string EmployerFeedback(string token) => AnswerFeedback.Path + token;
}
