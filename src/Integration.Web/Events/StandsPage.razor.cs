using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>The stands of an event: where each stands, whose it is, and what it needs.</summary>
public sealed partial class StandsPage
{
    private EventStands? _stands;
    private FloorPlanRow? _plan;
    private SaveStand.Form? _form;
    private Stand? _removed;
    private CodePicks? _codes;
    private Error? _failure;
    private bool _missing;
    private string? _problem;
    private string? _said;

    /// <summary>The hall shown: its id, or the word for the plain grid.</summary>
    [SupplyParameterFromQuery(Name = "plan")] public string? Plan { get; set; }

    [Inject] public required StandQueries Queries { get; init; }

    [Inject] public required StandActs Acts { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    private IEnumerable<StandRow> OnGrid => _stands!.Stands.Where(row => row.Stand.FloorPlanId is null);

    private IReadOnlyList<StandRow> Shown => [.. _stands!.Stands.Where(row => row.Stand.FloorPlanId == _plan?.Id)];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (await FollowAsync())
        {
            _codes ??= new CodePicks(await Codes.GetAsync(CancellationToken.None), Clock.Today());
            await ReadAsync();
        }

        Choose();
    }

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var opened = await Queries.OpenAsync(EventId, CancellationToken.None);
        (_missing, _stands) = (!opened.Done, opened.Value);
        Choose();
    }

    // Without a choice in the address: the first hall that has a stand, so that the page never opens on an empty picture beside a full one.
    private void Choose() => _plan = _stands is null || Plan == Links.GridPlan ? null
        : Guid.TryParse(Plan, out var id) ? _stands.Plans.FirstOrDefault(plan => plan.Id.Value == id)
        : OnGrid.Any() ? null
        : _stands.Plans.FirstOrDefault(plan => _stands.Stands.Any(row => row.Stand.FloorPlanId == plan.Id)) ?? (_stands.Plans.Count > 0 ? _stands.Plans[0] : null);

    private void Edit(StandRow? row)
    {
        if (_stands!.Editable)
        {
            (_failure, _said, _removed, _problem) = (null, null, null, null);
            _form = row is null ? new SaveStand.Form { FloorPlanId = _plan?.Id } : SaveStand.Form.Of(row.Stand);
        }
    }

    private async Task SaveAsync()
    {
        var saved = await Acts.Save.ExecuteAsync(EventId, _form!, CancellationToken.None);
        _failure = saved.Error;
        if (saved.Done)
        {
            (_said, _removed, _form) = (Format.Fill(StandTexts.Saved, _form!.Number.Trim()), null, null);
            await ReadAsync();
        }
    }

    private async Task MoveAsync(StandMove move)
    {
        var moved = await Acts.Place.ExecuteAsync(move.Stand, move.To, move.Version, CancellationToken.None);
        _problem = moved.Done ? null : Texts.Of(moved.Error);
        (_said, _removed) = (null, null);
        await ReadAsync();
        if (_form is not null && moved.Done && _form.Id == move.Stand)
        {
            // What is being typed beside the plan is about the stand as it stands now.
            _form.Version = moved.Value.Version;
        }
    }

    private async Task RemoveAsync(StandRow row)
    {
        var removed = await Acts.Remove.ExecuteAsync(row.Stand.Id, CancellationToken.None);
        (_problem, _removed, _form) = (removed.Done ? null : Texts.Of(removed.Error), removed.Value, null);
        _said = removed.Done ? Format.Fill(StandTexts.Removed, row.Stand.Number) : null;
        await ReadAsync();
    }

    private async Task PutBackAsync()
    {
        var old = _removed!;
        var form = SaveStand.Form.Of(old);
        form.Id = null;
        var saved = await Acts.Save.ExecuteAsync(EventId, form, CancellationToken.None);
        (_problem, _removed, _said) = (saved.Done ? null : Texts.Of(saved.Error), null, null);
        await ReadAsync();
        if (saved.Done && _stands!.Stands.FirstOrDefault(row => row.Stand.Id == saved.Value) is { } back)
        {
            await MoveAsync(new StandMove(back.Stand.Id, old.Place, back.Stand.Version));
        }
    }

    private async Task PlanSavedAsync(FloorPlanId? plan)
    {
        await ReadAsync();
        Navigation.NavigateTo(Links.Stands(EventId, plan));
    }
}

/// <summary>What can be done with stands and halls.</summary>
public sealed record StandActs(SaveStand Save, PlaceStand Place, RemoveStand Remove);
