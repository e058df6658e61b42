using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Transport;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>The people of the reader's own organisation who are registered for an event. How somebody was invited can tell of a
/// duty to appear, so it is shown here alone, to the case managers who own the record.</summary>
public sealed partial class EventPeoplePage
{
    private JobEventView? _view;
    private IReadOnlyList<RegistrationRow>? _rows;
    private CodePicks? _codes;
    private IReadOnlyList<BusLineRow> _lines = [];
    private IReadOnlyDictionary<RegistrationId, BusSeat> _seats = new Dictionary<RegistrationId, BusSeat>();
    private RegistrationId? _seating;
    private RegistrationState? _state;
    private bool _missing;
    private int _refusals;
    private int _reads;
    private string? _problem;
    private string? _said;

    /// <summary>A state to narrow the list to.</summary>
    [SupplyParameterFromQuery(Name = "state")] public string? State { get; set; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required EventQueries Queries { get; init; }

    [Inject] public required ChangeRegistration Changing { get; init; }

    [Inject] public required BusQueries Buses { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    private bool Over => _view!.Event.State is JobEventState.Closed or JobEventState.Cancelled;

    private IEnumerable<RegistrationRow> Shown => _rows!.Where(row => _state is null || row.State == _state);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _state = Enum.TryParse<RegistrationState>(State, out var state) && Enum.IsDefined(state) ? state : null;
        if (await FollowAsync())
        {
            _codes ??= new CodePicks(await Codes.GetAsync(CancellationToken.None), DateOnly.FromDateTime(Clock.GetLocalNow().DateTime));
            await ReadAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var opened = await Queries.OpenAsync(EventId, CancellationToken.None);
        _missing = !opened.Done;
        _rows = opened.Done ? await Queries.RegisteredAsync(EventId, CancellationToken.None) : [];
        _lines = (await Buses.ListAsync(EventId, CancellationToken.None)).Value?.Lines ?? [];
        _seats = _lines.Count > 0 ? await Buses.OwnSeatsAsync(EventId, CancellationToken.None) : _seats;
        _view = opened.Value;
        _reads++;
    }

    private BusSeat? SeatOf(RegistrationRow row) => _seats.GetValueOrDefault(row.Id);

    private Task SeatedAsync(string? said)
    {
        (_seating, _said) = (null, said);
        return ReadAsync();
    }

    private Task InvitedAsync(string? said)
    {
        _said = said;
        return ReadAsync();
    }

    private async Task ChangeAsync(RegistrationChange change)
    {
        var row = change.Row;
        var changed = await Changing.ExecuteAsync(row.Id, change.To, CancellationToken.None);
        _problem = changed.Done ? null : Texts.Of(changed.Error);
        _said = changed.Done ? Format.Fill(EventsTexts.Changed, row.FamilyName, change.To.State.Label(), (change.To.Invitation ?? row.Invitation)?.Label() ?? "–") : null;
        // A refused choice must not stay in the list as if it had been taken.
        _refusals += changed.Done ? 0 : 1;
        await ReadAsync();
    }
}
