using System.Globalization;
using Integration.Common;

namespace Integration.Participants.Import;

/// <summary>State of an import.</summary>
public enum ImportState
{
    /// <summary>Staged; rows can be corrected.</summary>
    Staged,

    /// <summary>Being applied; goes on after a stop.</summary>
    Applying,

    /// <summary>Applied.</summary>
    Applied,

    /// <summary>Given up.</summary>
    Discarded,
}

/// <summary>What a staged row would do.</summary>
public enum ImportRowState
{
    /// <summary>A person not known yet.</summary>
    New,

    /// <summary>A known person with other values.</summary>
    Changed,

    /// <summary>A known person, same values.</summary>
    Unchanged,

    /// <summary>Looks like a known person.</summary>
    PossibleDuplicate,

    /// <summary>Cannot go in as it is.</summary>
    Error,
}

/// <summary>A file that was read and staged. Staged cells are deleted once applied or discarded.</summary>
public class ImportBatch : IVersioned
{
    /// <summary>The id.</summary>
    public ImportBatchId Id { get; set; } = ImportBatchId.New();

    /// <summary>The organisation whose people they are.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>The event the people are noted for; <see langword="null"/> for none.</summary>
    public JobEventId? JobEventId { get; set; }

    /// <summary>SHA-256 of the file, so that the same file is recognised; its name may hold names and is not kept.</summary>
    public string FileHash { get; set; } = "";

    /// <summary>Headings as the file wrote them.</summary>
    public List<string> Headings { get; set; } = [];

    /// <summary>Field of each column: a name of <see cref="ImportColumn"/>, <see cref="ImportHeadings.LeftOut"/> where it is left out on
    /// purpose, empty where the heading is unknown.</summary>
    public List<string> Fields { get; set; } = [];

    /// <summary>State.</summary>
    public ImportState State { get; set; }

    /// <summary>When it was staged.</summary>
    public DateTime StagedAt { get; set; }

    /// <summary>By whom.</summary>
    public UserId StagedBy { get; set; }

    /// <inheritdoc/>
    public Guid Version { get; set; }
}

/// <summary>A staged row.</summary>
public class ImportRow
{
    /// <summary>The import.</summary>
    public ImportBatchId BatchId { get; set; }

    /// <summary>Row in the file, as a spreadsheet shows it; the headings usually are row 1.</summary>
    public int Row { get; set; }

    /// <summary>What it would do.</summary>
    public ImportRowState State { get; set; }

    /// <summary>The cells, column by column; deleted in the transaction that lets the row in.</summary>
    public List<string> Cells { get; set; } = [];

    /// <summary>Problems of this row.</summary>
    public List<ImportFinding> Findings { get; set; } = [];

    /// <summary>Names of the fields that would change.</summary>
    public List<string> ChangedFields { get; set; } = [];

    /// <summary>The known person, where there is one.</summary>
    public ParticipantId? ParticipantId { get; set; }

    /// <summary>What the case manager decided about a possible duplicate.</summary>
    public DuplicateDecision Decision { get; set; }

    /// <summary>Whether it was applied.</summary>
    public bool Applied { get; set; }
}

/// <summary>A decision about a possible duplicate.</summary>
public enum DuplicateDecision
{
    /// <summary>None yet: the row waits.</summary>
    Open,

    /// <summary>The same person: the known record is updated.</summary>
    SamePerson,

    /// <summary>Somebody else: a new record is made.</summary>
    AnotherPerson,

    /// <summary>The row is left out.</summary>
    Skip,
}

/// <summary>A problem of one cell or row.</summary>
/// <param name="Column">Heading of the column; empty when the whole row is meant.</param>
/// <param name="Problem">Resource key of the problem, for example <c>Import_ImpossibleDate</c>.</param>
/// <param name="Value">The offending value, shortened to 80 characters.</param>
/// <param name="Blocks">Whether the row cannot go in because of it.</param>
public sealed record ImportFinding(string Column, string Problem, string Value, bool Blocks)
{
    /// <summary>Values for the holes of the problem's text.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The sentence in <paramref name="culture"/> (the current UI culture when <see langword="null"/>).</summary>
    public string Text(CultureInfo? culture = null) => Texts.Of(new Error(Problem, [.. Arguments]), culture);
}
