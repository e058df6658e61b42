using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Reports;
using Integration.Web.Layout;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Integration.Web.Participants;

/// <summary>The list of participants; what it shows stands in the address.</summary>
public sealed partial class ParticipantListPage : IAsyncDisposable
{
    /// <summary>Most people that one act takes.</summary>
    private const int MostSelected = 5000;

    private readonly HashSet<ParticipantId> _selected = [];
    private IReadOnlyList<Colleague> _colleagues = [];
    private List<ParticipantColumn> _columns = [.. ParticipantColumns.Usual];
    private ParticipantListState _state = new();
    private Page<ParticipantRow>? _page;
    private CodePicks? _codes;
    private ElementReference? _table;
    private string? _listeningTo;
    private IAsyncDisposable? _keys;

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required ParticipantListReads Reads { get; init; }

    [Inject] public required ChosenEvent Chosen { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required Scripts Scripts { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        if (_keys is not null)
        {
            await _keys.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        _codes = await Reads.CodesAsync();
        _colleagues = await Reads.Colleagues.ColleaguesAsync(CancellationToken.None);
        await Chosen.LoadAsync();
        var remembered = await Scripts.ShellAsync<string>("readChoice", "columns");
        if (!string.IsNullOrEmpty(remembered))
        {
            _columns = ParticipantColumns.Of(remembered);
        }

        await ReadAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_page is { Total: > 0 } && _table is { Context: not null } table && _listeningTo != table.Id)
        {
            _listeningTo = table.Id;
            if (_keys is not null)
            {
                await _keys.DisposeAsync();
            }

            _keys = await Scripts.ListenAsync("listKeys", table);
        }
    }

    private static string TitleOf(ParticipantColumn column) => column switch
    {
        ParticipantColumn.Born => ParticipantsTexts.BornOn,
        ParticipantColumn.Town => ParticipantsTexts.Town,
        ParticipantColumn.Language => ParticipantsTexts.FirstLanguage,
        ParticipantColumn.German => ParticipantsTexts.German,
        ParticipantColumn.Occupation => ParticipantsTexts.Occupation,
        ParticipantColumn.Profile => ParticipantsTexts.ShortProfile,
        ParticipantColumn.Owner => ParticipantsTexts.Owner,
        ParticipantColumn.Changed => ParticipantsTexts.ChangedAt,
    };

    private string CellOf(ParticipantColumn column, ParticipantRow row) => column switch
    {
        ParticipantColumn.Born => Format.Day(row.BornOn),
        ParticipantColumn.Town => row.Town,
        ParticipantColumn.Language => _codes!.Label("Languages", row.FirstLanguage),
        ParticipantColumn.German => row.SpokenGerman == row.WrittenGerman ? row.SpokenGerman.Label() : row.SpokenGerman.Label() + " / " + row.WrittenGerman.Label(),
        ParticipantColumn.Occupation => row.Occupation,
        ParticipantColumn.Owner => row.OwnerName,
        ParticipantColumn.Changed => Format.DayAndTime(row.ChangedAt, Clock),
        ParticipantColumn.Profile => "",
    };

    private void Show(ParticipantListState state) => Navigation.NavigateTo(Links.ParticipantList(state));

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        if (new Uri(e.Location).AbsolutePath == Links.Participants)
        {
            _ = InvokeAsync(async () =>
            {
                await ReadAsync();
                StateHasChanged();
            });
        }
    }

    private async Task ReadAsync()
    {
        var asked = ParticipantListState.Of(Navigation.Uri);
        if (asked.Filter != _state.Filter)
        {
            _selected.Clear();
        }

        _state = asked;
        var page = await Reads.List.ListAsync(
            asked.Filter, asked.Order, (asked.Page - 1) * ParticipantListState.PageSize, ParticipantListState.PageSize, CancellationToken.None);
        if (_state == asked)
        {
            _page = page;
        }
    }

    private void Select(ParticipantId id, bool ticked) => _ = ticked ? _selected.Add(id) : _selected.Remove(id);

    private void SelectPage(ChangeEventArgs e)
    {
        foreach (var row in _page!.Rows)
        {
            Select(row.Id, e.Value is true);
        }
    }

    private async Task SelectAllAsync() =>
        _selected.UnionWith(await Reads.List.IdsAsync(_state.Filter, _state.Order, MostSelected, CancellationToken.None));

    private async Task ChooseColumnAsync(ParticipantColumn column, bool shown)
    {
        _columns = Enum.GetValues<ParticipantColumn>().Where(c => c == column ? shown : _columns.Contains(c)).ToList();
        await Scripts.ShellAsync("writeChoice", "columns", string.Join(',', _columns));
    }
}
