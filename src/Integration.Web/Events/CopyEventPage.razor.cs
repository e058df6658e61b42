using Integration.Access;
using Integration.Common;
using Integration.Events;
using Integration.Lifecycle;
using Integration.Web.Layout;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>The next edition of an event: what is taken over, and what does not fit, before it is made.</summary>
public sealed partial class CopyEventPage
{
    private JobEvent? _event;
    private CopyForm? _form;
    private List<CopyConflict> _conflicts = [];
    private FormProblems _problems = new("copy-");
    private ElementReference _element;
    private int _looks;
    private bool _missing;
    private bool _busy;

    /// <summary>Id of the event.</summary>
    [Parameter] public Guid Id { get; set; }

    [Inject] public required EventQueries Events { get; init; }

    [Inject] public required EditionDesk Desk { get; init; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required ChosenEvent Chosen { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required Scripts Scripts { get; init; }

    private JobEventId EventId => new(Id);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_event?.Id == EventId)
        {
            return;
        }

        var opened = await Events.OpenAsync(EventId, CancellationToken.None);
        _missing = !opened.Done || !opened.Value.Editable;
        _event = _missing ? null : opened.Value!.Event;
        _form = _event is null ? null : CopyForm.Of(_event);
        if (!CurrentUser.Has(Permission.ManageInterpreters))
        {
            _form?.Parts.Remove(CopyPart.Interpreters);
        }

        _problems = new FormProblems("copy-", Touched: () => _ = InvokeAsync(LookAsync));
    }

    private static string Who(CopyConflict conflict) => conflict.Kind == CopyConflictKind.PeopleDouble
        ? Format.Plural(conflict.Count, EditionTexts.OnePerson, EditionTexts.PeopleCount)
        : conflict.Who;

    private Task TickAsync(CopyPart part, bool ticked)
    {
        _ = ticked ? _form!.Parts.Add(part) : _form!.Parts.Remove(part);
        return LookAsync();
    }

    // Whoever types on has a later look, whose answer counts.
    private async Task LookAsync()
    {
        var look = ++_looks;
        var seen = await Desk.Queries.PreviewAsync(EventId, _form!, CancellationToken.None);
        if (look == _looks)
        {
            _conflicts = seen.Value ?? [];
            StateHasChanged();
        }
    }

    private async Task MakeAsync()
    {
        _busy = true;
        var made = await Desk.Copy.ExecuteAsync(EventId, _form!, CancellationToken.None);
        _busy = false;
        _problems = _problems with { Failure = made.Error };
        if (!made.Done)
        {
            StateHasChanged();
            await Scripts.ShellAsync("focusFirstError", _element);
            return;
        }

        await Chosen.ReloadAsync();
        Navigation.NavigateTo(Links.Event(made.Value));
    }
}

/// <summary>Looking at a next edition, and making it.</summary>
public sealed record EditionDesk(EventCopyQueries Queries, CopyEvent Copy);
