namespace Integration.Participants.Import;

/// <summary>A file as rows of text. Nothing has been interpreted yet.</summary>
/// <param name="HeadingRow">Number of the row with the headings, from 1.</param>
/// <param name="Headings">The headings as written.</param>
/// <param name="Rows">The rows below the headings; rows without any text are left out.</param>
public sealed record ImportTable(int HeadingRow, IReadOnlyList<string> Headings, IReadOnlyList<ImportTableRow> Rows);

/// <summary>A row of text.</summary>
/// <param name="Number">Its number in the file, as a spreadsheet shows it.</param>
/// <param name="Cells">At least as many cells as there are headings; more where the row is longer.</param>
public sealed record ImportTableRow(int Number, IReadOnlyList<string> Cells);
