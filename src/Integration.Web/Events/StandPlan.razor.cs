using System.Globalization;
using Integration.Common;
using Integration.Events;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Integration.Web.Events;

/// <summary>A stand is to stand elsewhere.</summary>
public sealed record StandMove(StandId Stand, StandPlace To, Guid Version);

/// <summary>The stands of one hall over its picture.</summary>
public sealed partial class StandPlan
{
    private const int Step = 10;
    private const int BigStep = 50;

    // Where stands are that were moved, until the portal has saved it: keys may come faster than it saves.
    private readonly Dictionary<StandId, StandPlace> _moving = [];

    private ElementReference _hall;
    private DotNetObjectReference<StandPlan>? _self;
    private IAsyncDisposable? _listening;
    private bool _saving;
    private string? _said;

    /// <summary>The event.</summary>
    [Parameter, EditorRequired] public JobEventId Event { get; set; }

    /// <summary>The hall; <see langword="null"/> for the plain grid.</summary>
    [Parameter] public FloorPlanRow? Plan { get; set; }

    /// <summary>Its stands.</summary>
    [Parameter] public IReadOnlyList<StandRow> Stands { get; set; } = [];

    /// <summary>Whether they can be moved.</summary>
    [Parameter] public bool Editable { get; set; }

    /// <summary>The stand whose form is open.</summary>
    [Parameter] public StandId? Selected { get; set; }

    /// <summary>A stand was chosen.</summary>
    [Parameter] public EventCallback<StandRow> OnSelect { get; set; }

    /// <summary>A stand was moved.</summary>
    [Parameter] public EventCallback<StandMove> OnMove { get; set; }

    [Inject] public required Scripts Scripts { get; init; }

    private string Ratio => Plan is { PixelWidth: > 0, PixelHeight: > 0 } ? string.Create(CultureInfo.InvariantCulture, $"{Plan.PixelWidth} / {Plan.PixelHeight}") : "3 / 2";

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Editable)
        {
            _self = DotNetObjectReference.Create(this);
            _listening = await Scripts.ListenToAsync("stands", "movable", _hall, _self);
        }
    }

    /// <summary>The mouse or a finger has put a stand down.</summary>
    /// <param name="id">The stand.</param>
    /// <param name="x">Left edge in thousandths.</param>
    /// <param name="y">Upper edge in thousandths.</param>
    [JSInvokable]
    public async Task MovedTo(Guid id, int x, int y)
    {
        if (Stands.FirstOrDefault(row => row.Stand.Id.Value == id) is { } row)
        {
            await MoveAsync(row, PlaceOf(row.Stand) with { X = x, Y = y });
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_listening is not null)
        {
            await _listening.DisposeAsync();
        }

        _self?.Dispose();
    }

    private StandPlace PlaceOf(Stand stand) => _moving.GetValueOrDefault(stand.Id, stand.Place);

    private static string Percent(int thousandths) => (thousandths / 10.0).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Describe(StandRow row, StandPlace place) => Format.Fill(
        StandTexts.At, row.Stand.Number, row.Owner.Length > 0 ? row.Owner : StandTexts.Free, Format.Count(place.X / 10), Format.Count(place.Y / 10));

    private Task KeyAsync(KeyboardEventArgs e, StandRow row)
    {
        var step = e.ShiftKey ? BigStep : Step;
        var (x, y) = e.Key switch
        {
            "ArrowLeft" => (-step, 0),
            "ArrowRight" => (step, 0),
            "ArrowUp" => (0, -step),
            "ArrowDown" => (0, step),
            _ => (0, 0),
        };
        var place = PlaceOf(row.Stand);
        return Editable && (x, y) != (0, 0) ? MoveAsync(row, place with { X = place.X + x, Y = place.Y + y }) : Task.CompletedTask;
    }

    private async Task MoveAsync(StandRow row, StandPlace to)
    {
        to = to.OnPlan();
        _moving[row.Stand.Id] = to;
        _said = Describe(row, to);
        StateHasChanged();
        if (_saving)
        {
            return;
        }

        _saving = true;
        try
        {
            while (_moving.Count > 0)
            {
                var (id, place) = _moving.First();
                if (Stands.FirstOrDefault(r => r.Stand.Id == id) is { } standing)
                {
                    await OnMove.InvokeAsync(new StandMove(id, place, standing.Stand.Version));
                }

                // Moved on meanwhile: once more, from the version just saved.
                if (_moving.TryGetValue(id, out var latest) && latest == place)
                {
                    _moving.Remove(id);
                }
            }
        }
        finally
        {
            _saving = false;
            StateHasChanged();
        }
    }
}
