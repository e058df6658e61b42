namespace Integration.Participants.Import;

/// <summary>A field that a file can fill.</summary>
/// <param name="Column">What it is.</param>
/// <param name="MaxLength">Longest text of a cell in characters.</param>
/// <param name="Read">Reads a cell that is not empty.</param>
/// <param name="Stored">What a record holds in this field, as text that is equal exactly when the values are.</param>
/// <param name="Headings">German and English headings that mean it.</param>
internal sealed record ImportField(
    ImportColumn Column,
    int MaxLength,
    Action<ImportField, CellReading> Read,
    Func<Participant, string> Stored,
    string[] Headings)
{
    /// <summary>Whether a formula-like text may stay: only where text is free and goes nowhere but to the reader.</summary>
    public bool TakesAnyText => Column == ImportColumn.Note;

    /// <summary>Whether question marks in it mean that the exporting software lost letters.</summary>
    public bool IsName => Column is ImportColumn.FamilyName or ImportColumn.GivenName or ImportColumn.BadgeName;
}
