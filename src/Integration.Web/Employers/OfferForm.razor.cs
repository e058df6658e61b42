using Integration.Common;
using Integration.Employers;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Employers;

/// <summary>An offer being entered or changed.</summary>
public sealed partial class OfferForm
{
    private ElementReference _element;

    /// <summary>The offer.</summary>
    [Parameter, EditorRequired] public SaveJobOffer.Form Form { get; set; } = new();

    /// <summary>The company.</summary>
    [Parameter, EditorRequired] public EmployerView Employer { get; set; } = null!;

    /// <summary>Why it was not saved.</summary>
    [Parameter] public Error? Problem { get; set; }

    /// <summary>It shall be saved.</summary>
    [Parameter] public EventCallback OnSave { get; set; }

    /// <summary>It shall not.</summary>
    [Parameter] public EventCallback OnCancel { get; set; }

    [Inject] public required Scripts Scripts { get; init; }

    private async Task SaveAsync()
    {
        await OnSave.InvokeAsync();
        if (Problem is not null)
        {
            await Task.Yield();
            await Scripts.ShellAsync("focusFirstError", _element);
        }
    }
}
