using System.Globalization;
using Integration.Resources;

namespace Integration.Profiles;

/// <summary>Pieces of the sheet's sentences. A short profile is German whatever language its writer's pages have.</summary>
internal static class GermanText
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de");

    /// <summary>The piece under a key of <c>ProfilesLabels</c>, with its holes filled.</summary>
    public static string Of(string key, params object[] values) =>
        string.Format(German, ProfilesLabels.ResourceManager.GetString(key, German) ?? throw new ArgumentException($"No text for '{key}'.", nameof(key)), values);
}
