using Integration.Common;
using Integration.Data;
using Integration.Interpreters;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Interpreters;

/// <summary>One interpreter of the pool: languages, times, papers.</summary>
public sealed partial class InterpreterPage
{
    private SaveInterpreter.Form? _form;
    private CodePicks? _codes;
    private IReadOnlyList<Choice> _colleagues = [];
    private Error? _failure;
    private ElementReference _element;
    private string _name = "";
    private string? _saved;
    private bool _missing;
    private bool _busy;

    /// <summary>The interpreter; none for a new one.</summary>
    [Parameter] public Guid? Id { get; set; }

    [Inject] public required InterpreterQueries Queries { get; init; }

    [Inject] public required SaveInterpreter Save { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required Scripts Scripts { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_form is null || _form.Id?.Value != Id)
        {
            _codes ??= new CodePicks(await Codes.GetAsync(CancellationToken.None), Clock.Today());
            _colleagues = [.. (await Queries.ColleaguesAsync(CancellationToken.None)).Select(colleague => new Choice(colleague.Id.ToString(), colleague.Name))];
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        if (Id is not { } id)
        {
            _form = new SaveInterpreter.Form { Languages = [new InterpreterLanguage()] };
            return;
        }

        var found = await Queries.FindAsync(new InterpreterId(id), CancellationToken.None);
        (_form, _missing, _name) = (found.Value, !found.Done, found.Value?.DisplayName ?? "");
    }

    private async Task SaveAsync()
    {
        _busy = true;
        var saved = await Save.ExecuteAsync(_form!, CancellationToken.None);
        _busy = false;
        (_failure, _saved) = (saved.Error, saved.Done ? Format.Fill(ShellTexts.Saved, Format.Time(Clock.GetUtcNow().UtcDateTime, Clock)) : null);
        if (!saved.Done)
        {
            // A failure found at once comes back before anything was rendered: the mark has to be there to be found.
            StateHasChanged();
            await Task.Yield();
            await Scripts.ShellAsync("focusFirstError", _element);
            return;
        }

        if (_form!.Id is null)
        {
            Navigation.NavigateTo(Links.Interpreter(saved.Value));
            return;
        }

        await ReadAsync();
    }
}
