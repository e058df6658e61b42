using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Web.Layout;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>An event: what, when, where, and how many come. Names stand on a page of their own, which only their case managers open.</summary>
public sealed partial class EventPage
{
    private JobEventView? _view;
    private CodePicks? _codes;
    private string? _series;
    private bool _missing;
    private int _reads;

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required EventQueries Queries { get; init; }

    [Inject] public required EventSeriesQueries SeriesQueries { get; init; }

    [Inject] public required ChosenEvent Chosen { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    private DateOnly Today => DateOnly.FromDateTime(Clock.GetLocalNow().DateTime);

    private bool SeesPeople => CurrentUser.Has(Permission.ViewParticipants) && _view!.TakesPart;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Chosen.Changed -= OnChosen;
        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => Chosen.Changed += OnChosen;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _codes ??= new CodePicks(await Codes.GetAsync(CancellationToken.None), Today);
        await Chosen.LoadAsync();
        await FollowAsync();
        await ReadAsync();
    }

    private void OnChosen(object? sender, EventArgs e) => _ = InvokeAsync(StateHasChanged);

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var opened = await Queries.OpenAsync(EventId, CancellationToken.None);
        (_view, _missing) = (opened.Value, !opened.Done);
        _reads++;
        _series = await SeriesQueries.TitleAsync(_view?.Event.SeriesId, CancellationToken.None);
    }

    private async Task ChangedAsync()
    {
        await ReadAsync();
        await Chosen.ReloadAsync();
    }
}
