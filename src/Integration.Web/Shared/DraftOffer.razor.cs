using Microsoft.AspNetCore.Components;

namespace Integration.Web.Shared;

/// <summary>Offers what a browser kept of a form that was never saved, for example because the connection was lost.</summary>
public sealed partial class DraftOffer
{
    private string? _read;
    private Draft? _draft;

    /// <summary>The form's <c>data-draft</c>.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>The values by field name, when the reader takes them. They stay in the browser until the form is saved.</summary>
    [Parameter, EditorRequired] public EventCallback<IReadOnlyDictionary<string, string[]>> OnTaken { get; set; }

    [Inject] public required Scripts Scripts { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_read == Name)
        {
            return;
        }

        _read = Name;
        _draft = await Scripts.DraftsAsync<Draft>("read", Name);
        StateHasChanged();
    }

    private async Task TakeAsync()
    {
        var values = _draft!.Values;
        _draft = null;
        await OnTaken.InvokeAsync(values);
    }

    private async Task DropAsync()
    {
        _draft = null;
        await Scripts.DraftsAsync<object?>("forget", Name);
    }

    private sealed record Draft(DateTime At, Dictionary<string, string[]> Values);
}
