using Integration.Common;

namespace Integration.Outcomes;

/// <summary>A call with an employer after an event that led to no step: reached without news, or nobody answered.</summary>
public class EmployerCall : IOfEvent
{
    /// <summary>The id.</summary>
    public EmployerCallId Id { get; set; } = EmployerCallId.New();

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>The company.</summary>
    public OrganisationId EmployerId { get; set; }

    /// <summary>The organisation that called.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>Whether somebody answered.</summary>
    public bool Reached { get; set; }

    /// <summary>When.</summary>
    public DateTime At { get; set; }

    /// <summary>Who called.</summary>
    public UserId By { get; set; }

    /// <summary>When it was taken back; <see langword="null"/> while it holds.</summary>
    public DateTime? TakenBackAt { get; set; }
}
