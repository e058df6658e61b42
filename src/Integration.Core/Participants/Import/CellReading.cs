using System.Globalization;

namespace Integration.Participants.Import;

/// <summary>What the cells of an import are read against.</summary>
/// <param name="Today">The day of the import.</param>
/// <param name="Owners">Users of the organisation by the folded last word of their name; those whose last word is not unique are missing.</param>
internal sealed record ReadingContext(DateOnly Today, IReadOnlyDictionary<string, Common.UserId> Owners);

/// <summary>One cell being read: its text, and what comes of it.</summary>
internal sealed class CellReading(string heading, string text, string raw, ReadingContext context, ReadRow row)
{
    /// <summary>The cleaned text; never empty.</summary>
    public string Text => text;

    /// <summary>What it is read against.</summary>
    public ReadingContext Context => context;

    /// <summary>Takes a value over into the record.</summary>
    public void Set(ImportField field, Action<Participant> set) => row.Values.Add(new ReadValue(field, set));

    /// <summary>A problem that the row can go in with.</summary>
    public void Hint(string problem, params object[] arguments) => Add(problem, raw, false, arguments);

    /// <summary>A problem with a part of the cell, with which the row can go in.</summary>
    public void HintPart(string problem, string part) => Add(problem, part, false, [part]);

    /// <summary>A problem that keeps the row out.</summary>
    public void Block(string problem, params object[] arguments) => Add(problem, raw, true, arguments);

    private void Add(string problem, string value, bool blocks, object[] arguments) =>
        row.Findings.Add(new ImportFinding(heading, problem, CellText.Shown(value), blocks)
        {
            Arguments = arguments.Select(argument => CellText.Shown(Convert.ToString(argument, CultureInfo.InvariantCulture)!)).ToList(),
        });
}

/// <summary>A value that a cell gives to a field of the record.</summary>
internal sealed record ReadValue(ImportField Field, Action<Participant> Set);

/// <summary>A row as it was understood.</summary>
internal sealed class ReadRow
{
    /// <summary>The values, in the order in which they are set.</summary>
    public List<ReadValue> Values { get; } = [];

    /// <summary>The problems.</summary>
    public List<ImportFinding> Findings { get; } = [];

    /// <summary>A record with these values and nothing else.</summary>
    public Participant Draft { get; } = new();

    /// <summary>Whether the row cannot go in as it is.</summary>
    public bool Blocked => Findings.Exists(finding => finding.Blocks);

    /// <summary>Takes the values over into a record of which nobody asks what changed.</summary>
    public void Fill(Participant person)
    {
        foreach (var value in Values)
        {
            value.Set(person);
        }
    }

    /// <summary>Takes the values over into a record.</summary>
    /// <returns>The columns whose values changed in it.</returns>
    public List<ImportColumn> ApplyTo(Participant person)
    {
        var changed = new List<ImportColumn>();
        foreach (var value in Values)
        {
            var before = value.Field.Stored(person);
            value.Set(person);
            if (!string.Equals(before, value.Field.Stored(person), StringComparison.Ordinal))
            {
                changed.Add(value.Field.Column);
            }
        }

        return changed;
    }
}
