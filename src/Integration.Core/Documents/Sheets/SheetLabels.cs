using Integration.Common;
using Integration.Data;
using Integration.Profiles;
using Integration.Resources;

namespace Integration.Documents.Sheets;

/// <summary>German labels of the codes on employer-facing sheets, as the code lists say on one day.</summary>
/// <param name="codes">The code lists.</param>
/// <param name="on">The day; the sheet's "Stand", so that the same release prints the same words next month.</param>
public sealed class SheetLabels(CodeCatalog codes, DateOnly on)
{
    private const string LevelSeparator = " – ";

    /// <summary>Label of a form of work.</summary>
    public string Form(string code) => codes.German("WorkForms", code, on);

    /// <summary>Label of a funding option.</summary>
    public string Support(string code) => codes.German("Support", code, on);

    /// <summary>Label of a KldB group; empty for none.</summary>
    public string Group(string code) => code.Length == 0 ? "" : codes.German("OccupationGroups", code, on);

    /// <summary>One of the five sentences about starting work.</summary>
    public string Access(WorkAccess access) => codes.German("AccessToWork", CodeOf(access), on);

    /// <summary>What a level rests on.</summary>
    public string Proof(LanguageProof proof) => codes.German("LanguageProofs", proof.ToString(), on);

    /// <summary>The level as letters read from afar: 0, A1 … C2. A first language is shown as C2; the plain line says what it is.</summary>
    public static string ShortLevel(LanguageLevel level) => level switch
    {
        LanguageLevel.None => "0",
        LanguageLevel.Native => "C2",
        _ => level.ToString(),
    };

    /// <summary>What a level means at work for somebody who speaks, in a plain line.</summary>
    public string PlainSpoken(LanguageLevel level)
    {
        var label = codes.German("LanguageLevels", level.ToString(), on);
        var dash = label.IndexOf(LevelSeparator, StringComparison.Ordinal);
        return dash < 0 ? label : label[(dash + LevelSeparator.Length)..];
    }

    /// <summary>What a level means at work for somebody who reads and writes, in a plain line.</summary>
    /// <remarks>The code list's line speaks of talking; on paper the levels mean something else up to B2, and the same from C1 on.</remarks>
    public string PlainWritten(LanguageLevel level) => level switch
    {
        LanguageLevel.A1 => GermanTexts.Text(nameof(DocumentsTexts.Written_A1)),
        LanguageLevel.A2 => GermanTexts.Text(nameof(DocumentsTexts.Written_A2)),
        LanguageLevel.B1 => GermanTexts.Text(nameof(DocumentsTexts.Written_B1)),
        LanguageLevel.B2 => GermanTexts.Text(nameof(DocumentsTexts.Written_B2)),
        _ => PlainSpoken(level),
    };

    /// <summary>The code of the list AccessToWork.</summary>
    public static string CodeOf(WorkAccess access) => access switch
    {
        WorkAccess.Free => "FREI",
        WorkAccess.PermitNeeded => "ERLAUBNIS",
        WorkAccess.TrainingPermitOnly => "AUSB_FREI",
        WorkAccess.ObservingOnly => "NUR_HOSP",
        WorkAccess.BeingClarified => "KLAERUNG",
    };

    /// <summary>The text under which sheets are ordered: group, occupation, then the Chiffre, which is random and tells nothing.</summary>
    internal static (string Group, string Occupation, string Chiffre) OrderOf(ProfileRelease release) =>
        (release.Content.OccupationGroup.Length == 0 ? "~" : release.Content.OccupationGroup, release.Content.Occupation, release.Chiffre);
}
