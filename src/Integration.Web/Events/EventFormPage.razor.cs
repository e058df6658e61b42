using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants;
using Integration.Web.Layout;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>Makes an event, or changes one that the reader's organisation leads.</summary>
public sealed partial class EventFormPage
{
    private SaveJobEvent.Form? _form;
    private FormProblems _problems = new("event-");
    private IReadOnlyList<EventPartnerChoice> _partners = [];
    private IReadOnlyList<SeriesChoice> _series = [];
    private CodePicks? _codes;
    private ElementReference _element;
    private string _proposed = "";
    private bool _missing;
    private bool _busy;

    /// <summary>Id of the event; <see langword="null"/> for a new one.</summary>
    [Parameter] public Guid? Id { get; set; }

    [Inject] public required EventFormReads Reads { get; init; }

    [Inject] public required SaveJobEvent Saving { get; init; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required ChosenEvent Chosen { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required Scripts Scripts { get; init; }

    private List<EventPartner> TakingPart =>
        [new(CurrentUser.OrganisationId, EventsTexts.OwnOrganisation), .. _partners.Where(p => _form!.Hosts.Contains(p.Id)).Select(p => new EventPartner(p.Id, p.Name))];

    private static IEnumerable<Choice> FirstStates => EventStates.First.Select(state => new Choice(state.ToString(), state.Label()));

    private string Back => Id is { } id ? Links.Event(new JobEventId(id)) : Links.Events;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_form is not null && _form.Id?.Value == Id)
        {
            return;
        }

        _codes = await Reads.CodesAsync();
        if (Id is null)
        {
            _form = new SaveJobEvent.Form();
        }
        else
        {
            var opened = await Reads.Events.OpenAsync(new JobEventId(Id.Value), CancellationToken.None);
            _missing = !opened.Done || !opened.Value.Editable;
            _form = _missing ? null : FormOf(opened.Value!);
        }

        _series = _form is null ? [] : await Reads.Series.ChoicesAsync(_form.SeriesId, CancellationToken.None);
        _partners = _form is null ? [] : await Reads.Partners.ListAsync([.. _form.Hosts, .. _form.Employers], CancellationToken.None);
    }

    private static SaveJobEvent.Form FormOf(JobEventView view) => new()
    {
        Quotas = [.. view.Places.Quotas.Select(q => new SaveJobEvent.Quota { OrganisationId = q.OrganisationId, Guaranteed = q.Guaranteed, AtMost = q.AtMost })],
        Places = view.Event.Places,
        Agencies = view.Event.Agencies,
        MostAgencies = view.Event.MostAgencies,
        Id = view.Event.Id,
        Version = view.Event.Version,
        Key = view.Event.Key,
        Kind = view.Event.Kind,
        Title = view.Event.Title,
        Date = view.Event.Date,
        StartsAt = view.Event.StartsAt,
        EndsAt = view.Event.EndsAt,
        Place = view.Event.Place,
        Street = view.Event.Street,
        Town = view.Event.Town,
        RegionName = view.Event.RegionName,
        State = view.Event.State,
        Audiences = [.. view.Event.Audiences],
        Patron = view.Event.Patron,
        FundingNote = view.Event.FundingNote,
        SeriesId = view.Event.SeriesId,
        Hosts = view.Event.Hosts.ConvertAll(host => host.OrganisationId),
        Employers = view.Event.Employers.ConvertAll(employer => employer.OrganisationId),
    };

    // A key somebody typed stays; a proposed one follows the title.
    private void ProposeKey()
    {
        if (Id is null && _form!.Key == _proposed)
        {
            var key = NameTokens.Fold(_form.Title).Replace(' ', '-');
            _form.Key = _proposed = key.Length > 40 ? key[..40].Trim('-') : key;
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

        await Chosen.ReloadAsync();
        Navigation.NavigateTo(Links.Event(saved.Value));
    }
}
