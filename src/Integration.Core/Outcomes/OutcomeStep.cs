using Integration.Common;

namespace Integration.Outcomes;

/// <summary>A step of what comes of a contact (DOMAIN §5.22): dated and attributed, never changed. A step that was recorded by mistake is taken back by
/// another row that names it.</summary>
public class OutcomeStep : IOfEvent
{
    /// <summary>Longest code in characters.</summary>
    public const int CodeMaxLength = 60;

    /// <summary>Most hours a week that can be agreed.</summary>
    public const int MostHours = 60;

    /// <summary>The id.</summary>
    public OutcomeStepId Id { get; set; } = OutcomeStepId.New();

    /// <summary>The contact.</summary>
    public ContactId ContactId { get; set; }

    /// <summary>Place in the contact's history, from 1; unique there, so that of two who write at once one has to read again.</summary>
    public int Number { get; set; }

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>The organisation that owns the person's record.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>The step, code of the list NextSteps; of a row that takes back, that of the step it takes back.</summary>
    public string Step { get; set; } = "";

    /// <summary>The form of work, code of the list WorkForms; empty where the step has none or nobody said.</summary>
    public string Form { get; set; } = "";

    /// <summary>The day on which it happened or was agreed.</summary>
    public DateOnly On { get; set; }

    /// <summary>First day of what was agreed.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>Last day of what was agreed.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>Hours a week that were agreed.</summary>
    public int? WeeklyHours { get; set; }

    /// <summary>Reason, code of the list that the step names (RefusalReasons); empty where it names none.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Publicly funded employment (§ 16e, § 16i SGB II): no integration in the sense of the statistic.</summary>
    public bool PubliclyFunded { get; set; }

    /// <summary>Whether it was signed on paper.</summary>
    public bool SignedOnPaper { get; set; }

    /// <summary>When it was recorded.</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>Who recorded it.</summary>
    public UserId RecordedBy { get; set; }

    /// <summary>The step that this row takes back; <see langword="null"/> for a step.</summary>
    public OutcomeStepId? TakesBackId { get; set; }

    /// <summary>The steps of a history that hold: neither taking back nor taken back, in their order.</summary>
    public static IReadOnlyList<OutcomeStep> Live(IEnumerable<OutcomeStep> history)
    {
        var rows = history.ToList();
        var taken = rows.Select(row => row.TakesBackId).OfType<OutcomeStepId>().ToHashSet();
        return [.. rows.Where(row => row.TakesBackId is null && !taken.Contains(row.Id)).OrderBy(row => row.Number)];
    }
}
