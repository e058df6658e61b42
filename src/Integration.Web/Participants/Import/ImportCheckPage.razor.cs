using Integration.Common;
using Integration.Participants.Import;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Participants.Import;

/// <summary>Third step: what each row would do, and what is wrong with it; mended in place.</summary>
public sealed partial class ImportCheckPage
{
    private const int PageSize = 25;

    // What needs somebody stands first.
    private static readonly ImportRowState[] Tabs =
        [ImportRowState.Error, ImportRowState.PossibleDuplicate, ImportRowState.Changed, ImportRowState.New, ImportRowState.Unchanged];

    private ImportDetails? _import;
    private ImportRowPage? _rows;
    private IReadOnlyDictionary<int, IReadOnlyList<ImportChange>> _changes = new Dictionary<int, IReadOnlyList<ImportChange>>();
    private ImportRowState _state;
    private int _page = 1;
    private bool _missing;
    private string? _problem;
    private string? _said;

    /// <summary>Id of the import.</summary>
    [Parameter] public Guid Id { get; set; }

    /// <summary>Rows of which state are shown.</summary>
    [SupplyParameterFromQuery(Name = "state")] public string? State { get; set; }

    /// <summary>The page, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")] public int? PageNumber { get; set; }

    [Inject] public required ImportQueries Queries { get; init; }

    [Inject] public required ImportChangeQueries ChangeQueries { get; init; }

    [Inject] public required CorrectImportRow Correcting { get; init; }

    [Inject] public required DecideDuplicate Deciding { get; init; }

    private ImportBatchId ImportId => new(Id);

    private bool Editable => _import!.State is ImportState.Staged or ImportState.Applied;

    private int Staying => _import!.Counts.PossibleDuplicates + _import.Counts.Errors + _import.Counts.LeftOut;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        (_said, _problem) = (null, null);
        var found = await Queries.FindAsync(ImportId, CancellationToken.None);
        (_import, _missing) = (found.Value, !found.Done);
        if (_missing)
        {
            return;
        }

        var asked = Enum.TryParse<ImportRowState>(State, out var state) && Enum.IsDefined(state);
        _state = asked ? state : Tabs.FirstOrDefault(tab => CountOf(tab) > 0, ImportRowState.New);
        _page = Math.Max(1, PageNumber ?? 1);
        await ReadRowsAsync();
    }

    private static string HintOf(ImportRowState state) => state switch
    {
        ImportRowState.New => ImportTexts.HintNew,
        ImportRowState.Changed => ImportTexts.HintChanged,
        ImportRowState.Unchanged => ImportTexts.HintUnchanged,
        ImportRowState.PossibleDuplicate => ImportTexts.HintDuplicate,
        ImportRowState.Error => ImportTexts.HintError,
    };

    private int CountOf(ImportRowState state) => state switch
    {
        ImportRowState.New => _import!.Counts.New,
        ImportRowState.Changed => _import!.Counts.Changed,
        ImportRowState.Unchanged => _import!.Counts.Unchanged,
        ImportRowState.PossibleDuplicate => _import!.Counts.PossibleDuplicates + _import.Counts.LeftOut,
        ImportRowState.Error => _import!.Counts.Errors,
    };

    private async Task ReadRowsAsync()
    {
        var rows = await Queries.RowsAsync(ImportId, _state, (_page - 1) * PageSize, PageSize, CancellationToken.None);
        if (rows is { Done: true, Value: { Rows.Count: 0, Total: > 0 } })
        {
            // The last row of the last page was mended.
            _page = 1;
            rows = await Queries.RowsAsync(ImportId, _state, 0, PageSize, CancellationToken.None);
        }

        _rows = rows.Value ?? new ImportRowPage([], 0);
        var numbers = _rows.Rows.Where(row => row.State is ImportRowState.Changed or ImportRowState.PossibleDuplicate).Select(row => row.Row).ToList();
        var changes = numbers.Count == 0 ? default : await ChangeQueries.OfAsync(ImportId, numbers, CancellationToken.None);
        _changes = changes.Value ?? new Dictionary<int, IReadOnlyList<ImportChange>>();
    }

    private async Task CorrectAsync(ImportCorrection correction) => await AfterAsync(
        correction.Row,
        await Correcting.ExecuteAsync(new CorrectImportRow.Form { BatchId = ImportId, Row = correction.Row, Cells = correction.Cells }, CancellationToken.None));

    private async Task DecideAsync(ImportDecision decision) =>
        await AfterAsync(decision.Row, await Deciding.ExecuteAsync(ImportId, decision.Row, decision.Decision, CancellationToken.None));

    private async Task AfterAsync(int row, Result done)
    {
        _problem = done.Done ? null : Texts.Of(done.Error);
        var found = await Queries.FindAsync(ImportId, CancellationToken.None);
        (_import, _missing) = (found.Value, !found.Done);
        if (_missing)
        {
            return;
        }

        await ReadRowsAsync();
        var stays = _rows!.Rows.Any(other => other.Row == row);
        _said = !done.Done ? null : Format.Fill(stays ? ImportTexts.RowStays : ImportTexts.RowMoved, row);
    }
}
