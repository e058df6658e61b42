namespace Integration.Participants.Import;

/// <summary>Reads rows: cleans each cell, checks what holds for every field, and lets the field's reader understand it.</summary>
internal sealed class RowReader
{
    private readonly IReadOnlyList<string> _headings;
    private readonly (int Index, ImportField Field)[] _columns;
    private readonly ReadingContext _context;

    public RowReader(IReadOnlyList<string> headings, IReadOnlyList<string> fields, ReadingContext context)
    {
        _headings = headings;
        _context = context;
        _columns = [.. fields
            .Select((field, index) => (index, column: ImportHeadings.Column(field)))
            .Where(entry => entry.column is not null)
            .Select(entry => (entry.index, field: ImportFields.Of(entry.column!.Value)))
            .OrderBy(entry => entry.field.Column)];
    }

    /// <summary>The heading of a column as the file wrote it; empty when the file has none.</summary>
    public string HeadingOf(ImportColumn column)
    {
        var at = Array.FindIndex(_columns, entry => entry.Field.Column == column);
        return at < 0 ? "" : _headings[_columns[at].Index];
    }

    public ReadRow Read(IReadOnlyList<string> cells)
    {
        var row = new ReadRow();
        var familyName = false;
        var bornOn = false;
        foreach (var (index, field) in _columns)
        {
            var raw = index < cells.Count ? cells[index] : "";
            var text = CellText.Clean(raw, out var marks);
            var cell = new CellReading(_headings[index], text, raw, _context, row);
            if (marks.Count > 0)
            {
                cell.Hint("Import_InvisibleMark", string.Join(", ", marks));
            }

            if (text.Length == 0)
            {
                continue;
            }

            familyName |= field.Column == ImportColumn.FamilyName;
            bornOn |= field.Column == ImportColumn.BornOn;
            ReadCell(field, cell);
        }

        Require(row, familyName, ImportColumn.FamilyName, "Import_MissingFamilyName");
        Require(row, bornOn, ImportColumn.BornOn, "Import_MissingBirthDate");
        if (cells.Skip(_headings.Count).FirstOrDefault(cell => !string.IsNullOrWhiteSpace(cell)) is { } extra)
        {
            // The usual cause is a separator inside a text: then every cell behind it stands in the wrong column.
            row.Findings.Add(new ImportFinding("", "Import_TooManyCells", CellText.Shown(extra), true));
        }

        row.Fill(row.Draft);
        return row;
    }

    private static void ReadCell(ImportField field, CellReading cell)
    {
        if (cell.Text.Length > field.MaxLength)
        {
            cell.Block("Import_TooLong", cell.Text.Length, field.MaxLength);
            return;
        }

        if (CellText.IsFormula(cell.Text))
        {
            if (!field.TakesAnyText)
            {
                cell.Block("Import_FormulaNotAllowed");
                return;
            }

            cell.Hint("Import_Formula");
        }

        if (CellText.HasLostLetters(cell.Text, field.IsName))
        {
            cell.Hint("Import_LostLetters");
        }

        field.Read(field, cell);
    }

    private void Require(ReadRow row, bool present, ImportColumn column, string problem)
    {
        if (!present)
        {
            row.Findings.Add(new ImportFinding(HeadingOf(column), problem, "", true));
        }
    }
}
