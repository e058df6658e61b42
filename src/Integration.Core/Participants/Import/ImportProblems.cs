using Integration.Common;

namespace Integration.Participants.Import;

/// <summary>Why a file or an import is refused. What can be wrong with a single row is an <see cref="ImportFinding"/>.</summary>
public static class ImportProblems
{
    /// <summary>There is nothing in the file.</summary>
    public static Error EmptyFile { get; } = new("Import_EmptyFile");

    /// <summary>There are headings but no rows.</summary>
    public static Error NoRows { get; } = new("Import_NoRows");

    /// <summary>The file is neither CSV nor XLSX.</summary>
    public static Error ForeignFile { get; } = new("Import_ForeignFile");

    /// <summary>The file is in the spreadsheet format from before 2007.</summary>
    public static Error OldExcel { get; } = new("Import_OldExcel");

    /// <summary>The workbook cannot be read.</summary>
    public static Error DamagedFile { get; } = new("Import_DamagedFile");

    /// <summary>The file is larger than <see cref="ImportFile.MaxBytes"/>.</summary>
    public static Error TooLarge { get; } = new("Import_TooLarge", ImportFile.MaxBytes / 1024 / 1024);

    /// <summary>There are more rows than <see cref="ImportFile.MaxRows"/>.</summary>
    public static Error TooManyRows { get; } = new("Import_TooManyRows", ImportFile.MaxRows);

    /// <summary>There are more columns than <see cref="ImportFile.MaxColumns"/>.</summary>
    public static Error TooManyColumns { get; } = new("Import_TooManyColumns", ImportFile.MaxColumns);

    /// <summary>No column is known to be the family name, or none the date of birth.</summary>
    public static Error MissingColumns(string columns) => new("Import_MissingColumns", columns);

    /// <summary>Two columns were given the same meaning.</summary>
    public static Error ColumnTwice(string column) => new("Import_ColumnTwice", column);

    /// <summary>The import was given up, or is being applied at this moment.</summary>
    public static Error Closed { get; } = new("Import_Closed");

    /// <summary>The row is in already, or it is no possible duplicate.</summary>
    public static Error RowSettled { get; } = new("Import_RowSettled");

    /// <summary>A quotation mark is never closed.</summary>
    /// <param name="row">The row in which it opens.</param>
    public static Error OpenQuote(int row) => new("Import_OpenQuote", row);
}
