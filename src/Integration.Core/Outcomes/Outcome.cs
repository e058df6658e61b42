using Integration.Common;
using Integration.Talks;

namespace Integration.Outcomes;

/// <summary>What came of a contact so far: computed from the steps that hold, with every one that is recorded or taken back.</summary>
public class Outcome : IVersioned, IOfEvent
{
    /// <summary>The contact; one outcome each.</summary>
    public ContactId ContactId { get; set; }

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>The organisation that owns the person's record.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>The last step; empty when all were taken back.</summary>
    public string Step { get; set; } = "";

    /// <summary>The day of the last step.</summary>
    public DateOnly? On { get; set; }

    /// <summary>How far it came at most; <see langword="null"/> while no step has a stage.</summary>
    public OutcomeStage? Stage { get; set; }

    /// <summary>Open or closed.</summary>
    public OutcomeState State { get; set; } = OutcomeState.Open;

    /// <summary>Why it was closed, code of the list that the closing step names; empty otherwise.</summary>
    public string Reason { get; set; } = "";

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>Computes it anew.</summary>
    public void Follow(IReadOnlyList<OutcomeStep> live, StepRules rules)
    {
        var last = live is [.., var latest] ? latest : null;
        var closes = last is not null && rules.Of(last.Step) is { Closes: true };
        (Step, On) = (last?.Step ?? "", last?.On);
        Stage = live.Select(step => rules.Of(step.Step)?.Stage).Max();
        (State, Reason) = closes ? (OutcomeState.Closed, last!.Reason) : (OutcomeState.Open, "");
    }

    /// <summary>The column of the board in which a contact stands: closed when it was closed, or when the person said no before there was a contract; else
    /// as far as its steps came; without a step as far as the contact itself. A consent that is over by its date ends neither an internship nor the question
    /// what came of the talk; one that the person withdrew does end the question.</summary>
    public static OutcomeStage StageOf(Contact contact, Outcome? outcome) =>
        outcome is { State: OutcomeState.Closed } || (contact.State == ContactState.Refused && outcome?.Stage != OutcomeStage.Contract) ? OutcomeStage.Closed
        : outcome?.Stage is { } stage ? stage
        : contact.State switch
        {
            ContactState.Interest => OutcomeStage.Interest,
            ContactState.Requested or ContactState.Asked => OutcomeStage.Requested,
            ContactState.Released => OutcomeStage.Released,
            ContactState.Withdrawn when contact.DecidedBy == UserId.System => OutcomeStage.Released,
            ContactState.Refused or ContactState.Withdrawn => OutcomeStage.Closed,
        };
}

/// <summary>Whether something can still come of a contact.</summary>
public enum OutcomeState
{
    /// <summary>It goes on.</summary>
    Open,

    /// <summary>It has ended.</summary>
    Closed,
}

/// <summary>How far a contact has come: the columns of the board, in their order.</summary>
public enum OutcomeStage
{
    /// <summary>Somebody wants a talk.</summary>
    Interest,

    /// <summary>The company asks for contact.</summary>
    Requested,

    /// <summary>The company has name and telephone number.</summary>
    Released,

    /// <summary>Interview.</summary>
    Interview,

    /// <summary>Job shadowing, internship, MAG, trial work, EQ: never an integration.</summary>
    Trial,

    /// <summary>Apprenticeship or employment contract.</summary>
    Contract,

    /// <summary>Ended.</summary>
    Closed,
}
