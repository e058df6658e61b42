using System.Globalization;
using Integration.Participants.Import;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Participants.Import;

/// <summary>Cells that shall stand in a row.</summary>
public sealed record ImportCorrection(int Row, IReadOnlyList<string> Cells);

/// <summary>A decision about a row that may be a known person.</summary>
public sealed record ImportDecision(int Row, DuplicateDecision Decision);

/// <summary>A staged row. The cells that something is wrong with are open; the others are one key away.</summary>
public sealed partial class ImportRowCard
{
    private static readonly ImportColumn[] Identifying = [ImportColumn.FamilyName, ImportColumn.GivenName, ImportColumn.BornOn];

    private string[] _cells = [];
    private ImportRowItem? _shown;
    private bool _busy;

    /// <summary>The row.</summary>
    [Parameter, EditorRequired] public ImportRowItem Row { get; set; } = null!;

    /// <summary>The columns of the file.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<ImportColumnItem> Columns { get; set; } = [];

    /// <summary>What it would change in the known record.</summary>
    [Parameter] public IReadOnlyList<ImportChange> Changes { get; set; } = [];

    /// <summary>Whether rows can still be mended.</summary>
    [Parameter] public bool Editable { get; set; }

    /// <summary>Asks for other cells.</summary>
    [Parameter] public EventCallback<ImportCorrection> OnCorrect { get; set; }

    /// <summary>Decides about a possible duplicate.</summary>
    [Parameter] public EventCallback<ImportDecision> OnDecide { get; set; }

    private string Who => string.Join(", ", Identifying
        .Select(wanted => Columns.FirstOrDefault(column => column.Column == wanted)?.Index ?? -1)
        .Select(index => index >= 0 && index < Row.Cells.Count ? Shortened(Row.Cells[index]) : "")
        .Where(text => text.Length > 0));

    // Reasons of a duplicate belong to the whole row, wherever the comparison found them.
    private List<ImportFindingItem> Loose => Row.Findings.Where(finding => Row.State == ImportRowState.PossibleDuplicate || IndexOf(finding) < 0 || Row.Cells.Count == 0).ToList();

    private List<int> Wrong => Row.State == ImportRowState.PossibleDuplicate
        ? []
        : Row.Findings.Select(IndexOf).Where(index => index >= 0 && index < _cells.Length).Distinct().OrderBy(index => index).ToList();

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        // What is being typed in one row stays while another one is saved.
        if (_shown is null || !_shown.Cells.SequenceEqual(Row.Cells, StringComparer.Ordinal) || _cells.Length == 0)
        {
            _cells = Row.Cells.Concat(Enumerable.Repeat("", Math.Max(0, Columns.Count - Row.Cells.Count))).ToArray();
        }

        _shown = Row;
    }

    private static string Shortened(string text) => text.Length <= 60 ? text.Trim() : text[..60].Trim() + "…";

    private int IndexOf(ImportFindingItem finding) =>
        finding.Column.Length == 0 ? -1 : Columns.FirstOrDefault(column => column.Heading == finding.Column)?.Index ?? -1;

    private IEnumerable<ImportFindingItem> FindingsOf(int index) => Wrong.Contains(index) ? Row.Findings.Where(finding => IndexOf(finding) == index) : [];

    private string HeadingOf(int index) =>
        index < Columns.Count && Columns[index].Heading.Length > 0 ? Columns[index].Heading : Format.Fill(ImportTexts.ColumnNumber, index + 1);

    private string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"cell-{Row.Row}-{index}");

    private async Task SaveAsync()
    {
        _busy = true;
        await OnCorrect.InvokeAsync(new ImportCorrection(Row.Row, _cells));
        _busy = false;
    }
}
