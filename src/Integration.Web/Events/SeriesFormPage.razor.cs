using Integration.Common;
using Integration.Events;
using Integration.Participants;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>Makes a series, or changes one that the reader's organisation leads.</summary>
public sealed partial class SeriesFormPage
{
    private SaveEventSeries.Form? _form;
    private FormProblems _problems = new("series-");
    private IReadOnlyList<EventPartnerChoice> _partners = [];
    private ElementReference _element;
    private string _proposed = "";
    private bool _missing;
    private bool _busy;

    /// <summary>Id of the series; <see langword="null"/> for a new one.</summary>
    [Parameter] public Guid? Id { get; set; }

    [Inject] public required EventSeriesQueries Queries { get; init; }

    [Inject] public required EventPartnerQueries Partners { get; init; }

    [Inject] public required SaveEventSeries Saving { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required Scripts Scripts { get; init; }

    private string Back => Id is { } id ? Links.Series(new EventSeriesId(id)) : Links.SeriesList;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_form is not null && _form.Id?.Value == Id)
        {
            return;
        }

        if (Id is null)
        {
            _form = new SaveEventSeries.Form();
        }
        else
        {
            var opened = await Queries.OpenAsync(new EventSeriesId(Id.Value), CancellationToken.None);
            _missing = !opened.Done || !opened.Value.Editable;
            _form = _missing ? null : SaveEventSeries.Form.Of(opened.Value!.Series);
        }

        _partners = _form is null ? [] : await Partners.ListAsync(_form.Members, CancellationToken.None);
    }

    // A key somebody typed stays; a proposed one follows the title.
    private void ProposeKey()
    {
        if (Id is null && _form!.Key == _proposed)
        {
            var key = NameTokens.Fold(_form.Title).Replace(' ', '-');
            _form.Key = _proposed = key.Length > 40 ? key[..40].Trim('-') : key;
        }
    }

    private void Chair(OrganisationId id, bool takes)
    {
        _form!.Chairs.Remove(id);
        if (takes)
        {
            _form.Chairs.Add(id);
        }
    }

    private async Task SaveAsync()
    {
        _busy = true;
        var saved = await Saving.ExecuteAsync(_form!, CancellationToken.None);
        _busy = false;
        _problems = _problems with { Failure = saved.Error };
        if (!saved.Done)
        {
            StateHasChanged();
            await Scripts.ShellAsync("focusFirstError", _element);
            return;
        }

        Navigation.NavigateTo(Links.Series(saved.Value));
    }
}
