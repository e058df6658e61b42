using Integration.Common;
using Integration.Documents.Sheets;
using Integration.Profiles;
using Integration.Web.Participants;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Integration.Web.Profiles;

/// <summary>The editor of a short profile: the form, and beside it the sheet as it will print. It saves on its own.</summary>
public sealed partial class ProfilePage : IAsyncDisposable
{
    /// <summary>How long after the last key press it saves.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.2);

    private const int MostNeighbours = 2000;

    private ParticipantListState _list = new();
    private IReadOnlyList<ParticipantId> _ids = [];
    private string? _idsOf;
    private int _at = -1;
    private ParticipantId _shown;
    private bool _missing;
    private int _reopened;
    private CodePicks? _codes;
    private SheetLabels? _labels;
    private ProfileContent _proposed = new();
    private IReadOnlyList<ProposedBlock>? _proposals;
    private CancellationTokenSource _pause = new();
    private DotNetObjectReference<ProfilePage>? _self;
    private IAsyncDisposable? _keys;

    /// <summary>Id of the person.</summary>
    [Parameter] public Guid Id { get; set; }

    /// <summary>The event; the person's next one when nothing is said.</summary>
    [SupplyParameterFromQuery(Name = "for")] public Guid? For { get; set; }

    [Inject] public required ProfileSession Session { get; init; }

    [Inject] public required ParticipantListReads Reads { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required Scripts Scripts { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    private DateOnly Today => DateOnly.FromDateTime(Clock.GetLocalNow().DateTime);

    private string DraftKey => _shown + "/profile";

    private bool Done => Session.Progress.Step >= ProfileStep.Released && !Session.Open;

    private IReadOnlySet<string> Wrong => Session.Findings.Where(seen => seen.Blocks).Select(seen => seen.Finding.Field).ToHashSet();

    /// <summary>J and K: the next and the previous person of the list.</summary>
    [JSInvokable]
    public void OnShortcut(string key)
    {
        if (Neighbour(key == "j" ? 1 : -1) is { } id)
        {
            Navigation.NavigateTo(Links.ShortProfile(id, _list));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Session.Changed -= OnChanged;
        await LeaveAsync();
        _pause.Dispose();
        if (_keys is not null)
        {
            await _keys.DisposeAsync();
        }

        _self?.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => Session.Changed += OnChanged;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var id = new ParticipantId(Id);
        var jobEvent = For is { } wanted ? new JobEventId(wanted) : (JobEventId?)null;
        if (_shown == id && (jobEvent is null || Session.Event?.JobEventId == jobEvent))
        {
            return;
        }

        await LeaveAsync();
        _list = ParticipantListState.Of(Navigation.Uri);
        _codes ??= await Reads.CodesAsync();
        _labels ??= new SheetLabels(_codes.Catalog, Today);
        _missing = !await Session.OpenAsync(id, jobEvent ?? _list.Filter.RegisteredFor);
        _proposals = null;
        await FindNeighboursAsync(id);
        _shown = id;
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _keys = await Scripts.ListenAsync("shortcuts", _self, new[] { "j", "k" });
        }
    }

    // A list of people without a profile loses each of them while it is worked through: it is read once and then kept.
    private async Task FindNeighboursAsync(ParticipantId id)
    {
        if (_idsOf != _list.Query)
        {
            _ids = await Reads.List.IdsAsync(_list.Filter, _list.Order, MostNeighbours, CancellationToken.None);
            _idsOf = _list.Query;
        }

        _at = _ids.ToList().IndexOf(id);
    }

    // Somebody who is no longer in the list leads on to its first person.
    private ParticipantId? Neighbour(int step) =>
        _at < 0 ? (step > 0 && _ids.Count > 0 ? _ids[0] : null) : _at + step >= 0 && _at + step < _ids.Count ? _ids[_at + step] : null;

    private void OnChanged(object? sender, EventArgs e) => StateHasChanged();

    private void Touch()
    {
        Session.Look();
        _pause.Cancel();
        _pause.Dispose();
        _pause = new CancellationTokenSource();
        _ = SaveAfterPauseAsync(_pause.Token);
    }

    private async Task SaveAfterPauseAsync(CancellationToken ct)
    {
        try
        {
            await Task.Delay(Pause, Clock, ct);
            await InvokeAsync(SaveAsync);
        }
        catch (OperationCanceledException)
        {
            // Something else was typed; that starts a pause of its own.
        }
    }

    private async Task SaveAsync()
    {
        await _pause.CancelAsync();
        if (Session.Open && Session.Dirty && await Session.SaveAsync() && !Session.Dirty)
        {
            await Scripts.DraftsAsync<object?>("forget", DraftKey);
        }
    }

    // Leaving the page is no reason to lose the last words.
    private async Task LeaveAsync()
    {
        if (_shown != default && !_missing)
        {
            await SaveAsync();
        }
    }
}
