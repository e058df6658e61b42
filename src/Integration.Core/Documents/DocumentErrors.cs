using Integration.Common;

namespace Integration.Documents;

/// <summary>Failures of printing.</summary>
public static class DocumentErrors
{
    /// <summary>Nothing in the selection may be printed.</summary>
    public static Error NothingToPrint { get; } = new("Documents_NothingToPrint");

    /// <summary>Nobody has vouched for the employer yet.</summary>
    public static Error EmployerNotVouched { get; } = new("Documents_EmployerNotVouched");

    /// <summary>The event has no employer that somebody vouched for.</summary>
    public static Error NoEmployerVouched { get; } = new("Documents_NoEmployerVouched");

    /// <summary>Loose sheets are for nobody in particular.</summary>
    public static Error EmployerForFoldersOnly { get; } = new("Documents_EmployerForFoldersOnly");

    /// <summary>The number of copies is out of bounds.</summary>
    public static Error Copies(int max) => new("Documents_Copies", max);

    /// <summary>There are no texts in the language.</summary>
    public static Error LanguageUnknown(string language) => new("Documents_LanguageUnknown", language);

    /// <summary>The consent's text names a recipient, and none was given.</summary>
    public static Error RecipientMissing { get; } = new("Documents_RecipientMissing");

    /// <summary>The chosen papers have no page: nobody is registered, no bus drives, nobody was there.</summary>
    public static Error NoPapers { get; } = new("Documents_NoPapers");

    /// <summary>The series has no event yet that a leaflet could name.</summary>
    public static Error SeriesEmpty { get; } = new("Documents_SeriesEmpty");

    /// <summary>Nobody in the selection gets a letter of the portal.</summary>
    public static Error NoLetters { get; } = new("Documents_NoLetters");

    /// <summary>A release was withdrawn or changed while its sheet was being made.</summary>
    public static Error ChangedMeanwhile { get; } = new("Documents_ChangedMeanwhile");

    /// <summary>An internship agreement is made about internships alone: never about a MAG, which only the Jobcenter's notice makes valid.</summary>
    public static Error NoInternship { get; } = new("Documents_NoInternship");

    /// <summary>Nothing of this kind is intended on paper.</summary>
    public static Error NothingIntended { get; } = new("Documents_NothingIntended");

    /// <summary>A name is put on paper by the person's own case manager alone, and only once it was released to the company.</summary>
    public static Error NameStaysHere { get; } = new("Documents_NameStaysHere");
}
