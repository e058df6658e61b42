using Integration.Common;
using Integration.Participants.Import;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Participants.Import;

/// <summary>Second step: what the columns mean. Unknown ones stand first, because only they need somebody.</summary>
public sealed partial class ImportColumnsPage
{
    private static readonly ImportColumn[] Needed = [ImportColumn.FamilyName, ImportColumn.BornOn];

    private ImportDetails? _import;
    private string[] _chosen = [];
    private string? _problem;
    private bool _missing;
    private bool _busy;

    /// <summary>Id of the import.</summary>
    [Parameter] public Guid Id { get; set; }

    [Inject] public required ImportQueries Queries { get; init; }

    [Inject] public required MapImportColumns Mapping { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    private static IEnumerable<Choice> Choices => Enum.GetValues<ImportColumn>().Select(column => new Choice(column.ToString(), column.Label()));

    private IEnumerable<ImportColumnItem> Ordered => _import!.Columns.OrderBy(column => !Unknown(column)).ThenBy(column => column.Index);

    private string Missing => string.Join(", ", Needed.Where(column => !_chosen.Contains(column.ToString(), StringComparer.Ordinal)).Select(column => column.Label()));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var found = await Queries.FindAsync(new ImportBatchId(Id), CancellationToken.None);
        (_import, _missing) = (found.Value, !found.Done);
        _chosen = _import?.Columns.Select(Stored).ToArray() ?? [];
    }

    private static bool Unknown(ImportColumnItem column) => column.Column is null && !column.LeftOut;

    private static string Stored(ImportColumnItem column) => column.Column?.ToString() ?? (column.LeftOut ? ImportHeadings.LeftOut : "");

    private async Task SaveAsync()
    {
        (_busy, _problem) = (true, null);
        var import = _import!;
        var changed = import.Columns.Where(column => _chosen[column.Index] != Stored(column))
            .ToDictionary(column => column.Index, column => Enum.TryParse<ImportColumn>(_chosen[column.Index], out var meant) ? meant : (ImportColumn?)null);
        var mapped = changed.Count == 0 || import.State != ImportState.Staged
            ? Result.Ok
            : await Mapping.ExecuteAsync(import.Id, changed, CancellationToken.None);
        _busy = false;
        if (mapped.Done)
        {
            Navigation.NavigateTo(Links.ImportCheck(import.Id));
        }
        else
        {
            _problem = Texts.Of(mapped.Error);
        }
    }
}
