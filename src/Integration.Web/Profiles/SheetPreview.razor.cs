using Integration.Common;
using Integration.Documents.Sheets;
using Integration.Profiles;
using Integration.Resources;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Profiles;

/// <summary>A picture of the printed sheet in HTML. What it shows is decided by the text alone, as on paper.</summary>
public sealed partial class SheetPreview
{
    /// <summary>The text.</summary>
    [Parameter, EditorRequired] public ProfileContent Content { get; set; } = new();

    /// <summary>German labels of codes.</summary>
    [Parameter, EditorRequired] public SheetLabels Labels { get; set; } = null!;

    /// <summary>The day that stands on it.</summary>
    [Parameter, EditorRequired] public DateOnly AsOf { get; set; }

    /// <summary>The event; <see langword="null"/> for none.</summary>
    [Parameter] public ShortProfileQueries.AtEvent? Event { get; set; }

    /// <summary>Whether this text is released, so that the sheet carries its Chiffre.</summary>
    [Parameter] public bool Released { get; set; }

    /// <summary>Fields with something an employer should not read.</summary>
    [Parameter] public IReadOnlySet<string> Wrong { get; set; } = new HashSet<string>();

    /// <summary>A line was clicked: its field.</summary>
    [Parameter] public EventCallback<string> OnLine { get; set; }

    private IEnumerable<(string Key, string Field, string Text)> Education =>
    [
        (nameof(DocumentsTexts.Education_School), nameof(Content.Schooling), Content.Schooling),
        (nameof(DocumentsTexts.Education_Training), nameof(Content.Training), Content.Training),
        (nameof(DocumentsTexts.Education_Recognition), nameof(Content.Recognition), Content.Recognition),
    ];

    private IEnumerable<(string Key, string Field, LanguageLevel Level, string Plain)> Levels =>
    [
        (nameof(DocumentsTexts.German_Spoken), nameof(Content.SpokenGerman), Content.SpokenGerman, Labels.PlainSpoken(Content.SpokenGerman)),
        (nameof(DocumentsTexts.German_Written), nameof(Content.WrittenGerman), Content.WrittenGerman, Labels.PlainWritten(Content.WrittenGerman)),
    ];

    private string Proof => T(
        nameof(DocumentsTexts.German_Proof),
        Labels.Proof(Content.GermanProof) + (Filled(Content.GermanCertificate) ? ", " + Content.GermanCertificate : ""));

    private static string T(string key, params object[] holes) => SheetText.Of(key, holes);

    private static bool Filled(string text) => !string.IsNullOrWhiteSpace(text);

    private static string Or(string text) => Filled(text) ? text : ProfilesTexts.NoOccupation;

    private static string At(string block, int index, string? part = null) => part is null ? $"{block}[{index}]" : $"{block}[{index}].{part}";

    private bool Bad(string field) => Wrong.Contains(field);
}
