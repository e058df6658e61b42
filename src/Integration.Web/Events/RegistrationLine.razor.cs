using Integration.Events;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>A change that is asked for.</summary>
public sealed record RegistrationChange(RegistrationRow Row, RegistrationState State, InvitationKind Invitation);

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

    private string Name => Row.GivenName.Length == 0 ? Row.FamilyName : Row.FamilyName + ", " + Row.GivenName;

    private IEnumerable<RegistrationState> States => RegistrationTransitions.After(Row.State).Prepend(Row.State);

    private Task MoveAsync(string? state) => OnChange.InvokeAsync(new(Row, Enum.Parse<RegistrationState>(state!), Row.Invitation));

    private Task InviteAsync(string? kind) => OnChange.InvokeAsync(new(Row, Row.State, Enum.Parse<InvitationKind>(kind!)));
}
