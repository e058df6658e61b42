using Integration.Common;

namespace Integration.Participants.Import;

/// <summary>Reads the files that other software exports: CSV and XLSX. Never runs or computes anything found in them.</summary>
public static class ImportFile
{
    /// <summary>Largest file in bytes.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Most rows below the headings.</summary>
    public const int MaxRows = 50_000;

    /// <summary>Most columns.</summary>
    public const int MaxColumns = 100;

    // Some exports put a title, a date or an empty line above the headings.
    private const int RowsSearchedForHeadings = 10;

    /// <summary>Reads a file. What it is, is told by its content, not by its name.</summary>
    /// <returns>The rows; or <c>Import_EmptyFile</c>, <c>Import_NoRows</c>, <c>Import_ForeignFile</c>, <c>Import_OldExcel</c>,
    /// <c>Import_DamagedFile</c>, <c>Import_OpenQuote</c>, <c>Import_TooLarge</c>, <c>Import_TooManyRows</c>, <c>Import_TooManyColumns</c>.</returns>
    public static Result<ImportTable> Read(ReadOnlyMemory<byte> content)
    {
        if (content.Length > MaxBytes)
        {
            return ImportProblems.TooLarge;
        }

        if (content.Span.TrimStart(" \t\r\n"u8).IsEmpty)
        {
            return ImportProblems.EmptyFile;
        }

        var rows = Kind(content.Span) switch
        {
            FileKind.Xlsx => XlsxFile.Read(content),
            FileKind.OldExcel => ImportProblems.OldExcel,
            FileKind.Foreign => ImportProblems.ForeignFile,
            _ => CsvFile.Read(content),
        };
        return rows.Done ? Table(rows.Value) : rows.Error;
    }

    private static Result<ImportTable> Table(List<string[]> rows)
    {
        if (rows.Exists(row => row.Length > MaxColumns))
        {
            return ImportProblems.TooManyColumns;
        }

        var first = rows.FindIndex(row => !Array.TrueForAll(row, string.IsNullOrWhiteSpace));
        if (first < 0)
        {
            return ImportProblems.EmptyFile;
        }

        var heading = rows.FindIndex(0, Math.Min(RowsSearchedForHeadings, rows.Count), ImportHeadings.LooksLikeHeadings);
        heading = heading < 0 ? first : heading;
        var headings = WithoutEmptyEnd(rows[heading]);
        var below = rows
            .Select((cells, index) => (cells, index))
            .Skip(heading + 1)
            .Where(row => !Array.TrueForAll(row.cells, string.IsNullOrWhiteSpace))
            .Select(row => new ImportTableRow(row.index + 1, Padded(WithoutEmptyEnd(row.cells), headings.Length)))
            .ToList();
        return below.Count == 0 ? ImportProblems.NoRows
            : below.Count > MaxRows ? ImportProblems.TooManyRows
            : new ImportTable(heading + 1, headings, below);
    }

    private static string[] WithoutEmptyEnd(string[] cells) =>
        cells[..(Array.FindLastIndex(cells, cell => !string.IsNullOrWhiteSpace(cell)) + 1)];

    private static string[] Padded(string[] cells, int width) =>
        cells.Length >= width ? cells : [.. cells, .. Enumerable.Repeat("", width - cells.Length)];

    private static FileKind Kind(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("PK\u0003\u0004"u8))
        {
            return FileKind.Xlsx;
        }

        if (content.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
        {
            return FileKind.OldExcel;
        }

        if (CsvFile.IsUtf16(content))
        {
            return FileKind.Csv;
        }

        var text = (CsvFile.HasUtf8Mark(content) ? content[3..] : content).TrimStart(" \t\r\n"u8);
        return text.StartsWith("%PDF"u8) || text.StartsWith("<"u8) || text.StartsWith("{"u8) || text.StartsWith("{\\rtf"u8) || content.Contains((byte)0)
            ? FileKind.Foreign
            : FileKind.Csv;
    }

    private enum FileKind
    {
        Csv,
        Xlsx,
        OldExcel,
        Foreign,
    }
}
