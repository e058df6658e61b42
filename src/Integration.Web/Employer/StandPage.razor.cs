using Integration.Common;
using Integration.Data;
using Integration.Documents.Sheets;
using Integration.EmployerAccess;
using Integration.Profiles;
using Integration.Talks;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Employer;

/// <summary>The profiles of an event, for a thumb: filters in the address, forty rows a page.</summary>
public sealed partial class StandPage
{
    private StandListState _state = new();
    private StandList? _list;
    private CodeCatalog? _codes;
    private SheetLabels? _labels;
    private HashSet<string> _wanted = [];

    /// <summary>The event.</summary>
    [Parameter] public Guid Id { get; set; }

    [Inject] public required EmployerStandQueries Queries { get; init; }

    [Inject] public required EmployerWishQueries Wishes { get; init; }

    [Inject] public required SaveEmployerNote Note { get; init; }

    [Inject] public required CodeCatalogSource Source { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromForm(Name = "Keep", FormName = "keep")] private string? Keep { get; set; }

    [SupplyParameterFromForm(Name = "Drop", FormName = "keep")] private string? Drop { get; set; }

    [Inject] public required TimeProvider Clock { get; init; }

    private JobEventId EventId => new(Id);

    private int First => (_state.Page - 1) * StandListState.PageSize;

    private int Pages => (_list!.Found + StandListState.PageSize - 1) / StandListState.PageSize;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _state = StandListState.Of(Navigation.Uri);
        _codes = await Source.GetAsync(CancellationToken.None);
        _labels = new SheetLabels(_codes, Clock.Today());
        var read = await Queries.ListAsync(EventId, _state.Filter, First, StandListState.PageSize, CancellationToken.None);
        _list = read.Value;
        if (_list is { Rows.Count: 0, Found: > 0 })
        {
            // Fewer than when the address was made: its last page is nearest to what was meant.
            Navigation.NavigateTo(EmployerLinks.Event(EventId, _state with { Page = Pages }));
        }
        else if (_list is not null)
        {
            _wanted = [.. (await Wishes.TokensAsync(EventId, CancellationToken.None)).Value ?? []];
        }
    }

    private string Line(ProfileContent content) => string.Join(" · ", new[]
    {
        Format.Fill(EmployerTexts.GermanShort, SheetLabels.ShortLevel(content.SpokenGerman)), content.Start, content.Area,
    }.Where(part => part.Length > 0));

    private string Forms(ProfileContent content) => string.Join(" · ", content.Forms.Select(_labels!.Form));

    private string Marks(ProfileRow row) => string.Join(" · ", new[]
    {
        _wanted.Contains(row.Token) ? EmployerTexts.TalkWanted : "", row.Remark.Length > 0 ? EmployerTexts.WithRemark : "",
    }.Where(part => part.Length > 0));

    private async Task KeepAsync()
    {
        if ((Keep ?? Drop) is { } token)
        {
            await Note.ExecuteAsync(new SaveEmployerNote.Form { Token = token, Kept = Keep is not null }, CancellationToken.None);
            var row = _list?.Rows.FirstOrDefault(row => row.Token == token);
            // Back to the same row: the list must not jump under the thumb.
            Navigation.NavigateTo(EmployerLinks.Event(EventId, _state, row?.Chiffre));
        }
    }
}
