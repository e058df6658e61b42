using Integration.Common;

namespace Integration.Outcomes;

/// <summary>A dated task of the case managers who own a person's record. It comes of a step and goes with it.</summary>
public class CaseTask : IVersioned, IOfEvent
{
    /// <summary>The id.</summary>
    public CaseTaskId Id { get; set; } = CaseTaskId.New();

    /// <summary>What is to be done.</summary>
    public CaseTaskKind Kind { get; set; }

    /// <summary>The contact it is about.</summary>
    public ContactId ContactId { get; set; }

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>The organisation that owns the person's record.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>The step that opened it.</summary>
    public OutcomeStepId StepId { get; set; }

    /// <summary>The form of work, code of the list WorkForms.</summary>
    public string Form { get; set; } = "";

    /// <summary>The day by which it is to be done.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>When it was done; <see langword="null"/> while open.</summary>
    public DateTime? DoneAt { get; set; }

    /// <summary>Who did it.</summary>
    public UserId? DoneBy { get; set; }

    /// <summary>The step by which it was done; <see langword="null"/> when somebody ticked it.</summary>
    public OutcomeStepId? DoneStepId { get; set; }

    /// <inheritdoc/>
    public Guid Version { get; set; }
}

/// <summary>What a case manager has to do.</summary>
public enum CaseTaskKind
{
    /// <summary>Antrag vor Beginn: MAG and EQ are applied for before the first day (DOMAIN §0 rule 5).</summary>
    ApplyBeforeStart,
}
