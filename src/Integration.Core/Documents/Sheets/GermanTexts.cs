using System.Globalization;
using Integration.Resources;

namespace Integration.Documents.Sheets;

/// <summary>Texts of sheets that leave the house: always German, whatever language the printing colleague works in.</summary>
internal static class GermanTexts
{
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>The text of a key of <see cref="DocumentsTexts"/>, its holes filled.</summary>
    public static string Text(string key, params object[] holes)
    {
        var text = DocumentsTexts.ResourceManager.GetString(key, Culture)
            ?? throw new System.Resources.MissingManifestResourceException($"No text for '{key}'.");
        return holes.Length == 0 ? text : string.Format(Culture, text, holes);
    }

    /// <summary>DIN 5008: 05.03.2027.</summary>
    public static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", Culture);

    /// <summary>DIN 5008: 09:30.</summary>
    public static string Time(TimeOnly time) => time.ToString("HH:mm", Culture);
}
