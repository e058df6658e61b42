using Integration.Common;
using Integration.Talks;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Employer;

/// <summary>How far it has come between the company and one person.</summary>
public sealed partial class ContactNotice
{
    /// <summary>The contact; <see langword="null"/> for none.</summary>
    [Parameter, EditorRequired] public EmployerContact? Contact { get; set; }

    /// <summary>Order of a list: first whom one can call, then what one can do, then what is under way, then what is over.</summary>
    public static int Rank(EmployerContact contact) => contact.State switch
    {
        ContactState.Released => 0,
        ContactState.Interest => 1,
        ContactState.Requested or ContactState.Asked => 2,
        ContactState.Refused or ContactState.Withdrawn => 3,
    };

    private string Kind => Contact!.State switch
    {
        ContactState.Released => "good",
        ContactState.Refused or ContactState.Withdrawn => "warn",
        _ => "info",
    };

    private string Headline => Contact!.State switch
    {
        ContactState.Interest when Contact.Wanted && Contact.PersonInterested => EmployerTexts.StateBoth,
        ContactState.Interest when Contact.Wanted => EmployerTexts.StateWanted,
        ContactState.Interest => EmployerTexts.StatePerson,
        ContactState.Refused => EmployerTexts.StateRefused,
        var state => state.Label(),
    };

    private string Text => Contact!.State switch
    {
        ContactState.Interest => Contact.Wanted ? EmployerTexts.StateWantedText : EmployerTexts.StatePersonText,
        ContactState.Requested => EmployerTexts.StateRequestedText,
        ContactState.Asked => EmployerTexts.StateAskedText,
        ContactState.Refused => EmployerTexts.StateRefusedText,
        ContactState.Released or ContactState.Withdrawn => EmployerTexts.StateWithdrawnText,
    };
}
