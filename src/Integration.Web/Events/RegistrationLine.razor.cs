using Integration.Events;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>A change that is asked for.</summary>
public sealed record RegistrationChange(RegistrationRow Row, ChangeRegistration.Change To);

/// <summary>A registered person in the list.</summary>
public sealed partial class RegistrationLine
{
    /// <summary>The registration.</summary>
    [Parameter, EditorRequired] public RegistrationRow Row { get; set; } = null!;

    /// <summary>The person's first language, as a word.</summary>
    [Parameter] public string Language { get; set; } = "";

    /// <summary>Whether it can be changed.</summary>
    [Parameter] public bool Editable { get; set; }

    /// <summary>Asks for a change.</summary>
    [Parameter] public EventCallback<RegistrationChange> OnChange { get; set; }

    /// <summary>Their seat in a bus, as words; <see langword="null"/> for an event without buses.</summary>
    [Parameter] public string? Bus { get; set; }

    /// <summary>Asks for another seat.</summary>
    [Parameter] public EventCallback OnSeat { get; set; }

    [Inject] public required TimeProvider Clock { get; init; }

    private string Name => Row.GivenName.Length == 0 ? Row.FamilyName : Row.FamilyName + ", " + Row.GivenName;

    private IEnumerable<RegistrationState> States => RegistrationTransitions.After(Row.State).Prepend(Row.State);

    // A request to report is chosen by what it is about.
    private string Choice => Row.Purpose?.ToString() ?? Row.Invitation?.ToString() ?? "";

    private string? Offer => Row switch
    {
        { OfferedUntil: { } until, State: RegistrationState.Invited } => Format.Fill(EventsTexts.OfferedUntil, Format.DayAndTime(until, Clock)),
        { OfferedUntil: { } until, State: RegistrationState.Withdrawn } => Format.Fill(EventsTexts.OfferEnded, Format.DayAndTime(until, Clock)),
        _ => null,
    };

    private Task MoveAsync(string? state) => OnChange.InvokeAsync(new(Row, new(Enum.Parse<RegistrationState>(state!))));

    private Task InviteAsync(string? choice) => OnChange.InvokeAsync(new(Row, Enum.TryParse<ReportingPurpose>(choice, out var purpose)
        ? new(Row.State, InvitationKind.RequestToReport, purpose)
        : new(Row.State, Enum.Parse<InvitationKind>(choice!))));
}
