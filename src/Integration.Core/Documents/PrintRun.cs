using Integration.Common;

namespace Integration.Documents;

/// <summary>A printed product.</summary>
public enum PrintProduct
{
    /// <summary>Short profiles, one A4 page each.</summary>
    Profiles,

    /// <summary>Short profiles, two A5 pages to a sheet.</summary>
    Handouts,

    /// <summary>The employer's folder.</summary>
    Folder,

    /// <summary>Consent forms.</summary>
    ConsentForms,

    /// <summary>Release and recall list.</summary>
    ReleaseList,
}

/// <summary>A print run: who printed what, when, how many, for whom.</summary>
public class PrintRun
{
    /// <summary>The id.</summary>
    public PrintRunId Id { get; set; } = PrintRunId.New();

    /// <summary>The organisation that printed.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>The product.</summary>
    public PrintProduct Product { get; set; }

    /// <summary>The event.</summary>
    public JobEventId? JobEventId { get; set; }

    /// <summary>The employer who receives it; <see langword="null"/> for the stand or the office.</summary>
    public OrganisationId? EmployerId { get; set; }

    /// <summary>Number of a folder among the event's folders, from 1; <see langword="null"/> for other products.</summary>
    public int? FolderNumber { get; set; }

    /// <summary>When.</summary>
    public DateTime PrintedAt { get; set; }

    /// <summary>Who.</summary>
    public UserId PrintedBy { get; set; }

    /// <summary>Sheets of paper.</summary>
    public int Sheets { get; set; }

    /// <summary>Number of copies.</summary>
    public int Copies { get; set; } = 1;

    /// <summary>What it holds.</summary>
    public List<PrintRunItem> Items { get; set; } = [];
}

/// <summary>One printed copy of one sheet: "Exemplar 3/12".</summary>
public class PrintRunItem
{
    /// <summary>Longest name of who took a copy, in characters.</summary>
    public const int HandedToMaxLength = 160;

    /// <summary>Row number.</summary>
    public long Id { get; set; }

    /// <summary>The print run.</summary>
    public PrintRunId PrintRunId { get; set; }

    /// <summary>The release that was printed; <see langword="null"/> for forms.</summary>
    public ProfileReleaseId? ReleaseId { get; set; }

    /// <summary>Whose sheet it is.</summary>
    public ParticipantId ParticipantId { get; set; }

    /// <summary>Number of this copy, from 1.</summary>
    public int CopyNumber { get; set; }

    /// <summary>Copies of this release printed when this one was.</summary>
    public int CopyOf { get; set; }

    /// <summary>Who took it, if not the run's employer.</summary>
    public string HandedTo { get; set; } = "";

    /// <summary>When it came back or was destroyed; <see langword="null"/> while outside.</summary>
    public DateTime? ReturnedAt { get; set; }
}
