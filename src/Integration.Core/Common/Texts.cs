using System.Globalization;
using System.Resources;
using Integration.Resources;

namespace Integration.Common;

/// <summary>Texts of failures and labels of enum members, from the folder's resource files, in the reader's language.</summary>
public static class Texts
{
    private static readonly ResourceManager[] Errors = Managers("Errors");
    private static readonly ResourceManager[] Labels = Managers("Labels");

    /// <summary>The sentence of a failure in <paramref name="culture"/> (the current UI culture when <see langword="null"/>).</summary>
    /// <exception cref="MissingManifestResourceException">No resource file has the failure's code: a test over all codes finds this.</exception>
    public static string Of(Error error, CultureInfo? culture = null) =>
        string.Format(culture ?? CultureInfo.CurrentUICulture, Find(Errors, error.Code, culture), error.Arguments);

    /// <summary>The label of an enum member: key <c>Type_Member</c> of a <c>*Labels</c> file.</summary>
    /// <exception cref="MissingManifestResourceException">The member has no label.</exception>
    public static string Label(this Enum member, CultureInfo? culture = null) =>
        Find(Labels, member.GetType().Name + "_" + member, culture);

    /// <summary>Whether a text exists under the key in any file whose name ends in <paramref name="kind"/> (Errors or Labels).</summary>
    public static bool Has(string kind, string key, CultureInfo culture) =>
        Array.Exists(kind == "Errors" ? Errors : Labels, manager => manager.GetResourceSet(culture, true, false)?.GetString(key) is not null);

    private static string Find(ResourceManager[] managers, string key, CultureInfo? culture) =>
        managers.Select(manager => manager.GetString(key, culture)).FirstOrDefault(text => text is not null)
        ?? throw new MissingManifestResourceException($"No text for '{key}'.");

    private static ResourceManager[] Managers(string suffix) =>
        typeof(CommonErrors).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(CommonErrors).Namespace && type.Name.EndsWith(suffix, StringComparison.Ordinal))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => new ResourceManager(type.FullName!, type.Assembly))
            .ToArray();
}
