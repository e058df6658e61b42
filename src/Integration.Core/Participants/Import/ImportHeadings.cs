using System.Collections.Frozen;
using System.Globalization;
using Integration.Resources;

namespace Integration.Participants.Import;

/// <summary>Recognises what a heading means.</summary>
public static class ImportHeadings
{
    /// <summary>Stands in <see cref="ImportBatch.Fields"/> for a column that is left out on purpose; an unknown one is empty.</summary>
    public const string LeftOut = "-";

    private const int MaxHeading = 200;

    private static readonly FrozenDictionary<string, ImportColumn> Known = ImportFields.All
        .SelectMany(field => field.Headings.Append(field.Column.ToString()).Select(heading => (Key: Key(heading), field.Column)))
        .DistinctBy(entry => entry.Key)
        .ToFrozenDictionary(entry => entry.Key, entry => entry.Column);

    private static readonly FrozenSet<string> ErrorColumns = new[] { "de", "en" }
        .Select(language => Key(ErrorColumn(CultureInfo.GetCultureInfo(language))))
        .ToFrozenSet();

    /// <summary>Heading of the column with the problems in a file of rows in error; recognised and left out when it comes back.</summary>
    public static string ErrorColumn(CultureInfo? culture = null) =>
        ImportLabels.ResourceManager.GetString("Import_ErrorColumn", culture)!;

    /// <summary>A heading without case, accents, blanks and marks: how it is compared and remembered.</summary>
    public static string Key(string heading)
    {
        var key = NameTokens.Fold(heading).Replace(" ", "", StringComparison.Ordinal);
        // A heading in a script without transliteration is compared as it is.
        key = key.Length > 0 ? key : heading.Trim().ToLowerInvariant();
        return key.Length <= MaxHeading ? key : key[..MaxHeading];
    }

    /// <summary>Whether a row reads like headings: at least two known ones, or a family name's alone.</summary>
    internal static bool LooksLikeHeadings(string[] cells)
    {
        var known = cells.Select(Key).Where(Known.ContainsKey).ToList();
        return known.Count >= 2 || (known.Count == 1 && Known[known[0]] == ImportColumn.FamilyName);
    }

    /// <summary>The field of each column: a name of <see cref="ImportColumn"/>, <see cref="LeftOut"/>, or empty when unknown.
    /// Of two columns with the same meaning the first counts.</summary>
    internal static List<string> Recognise(IReadOnlyList<string> headings, IReadOnlyDictionary<string, string> remembered)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var fields = new List<string>();
        foreach (var key in headings.Select(Key))
        {
            var field = remembered.TryGetValue(key, out var by) ? (by.Length == 0 ? LeftOut : by)
                : ErrorColumns.Contains(key) ? LeftOut
                : Known.TryGetValue(key, out var column) ? column.ToString()
                : "";
            fields.Add(field is "" or LeftOut || taken.Add(field) ? field : "");
        }

        return fields;
    }

    /// <summary>The column of a stored field; <see langword="null"/> for none.</summary>
    internal static ImportColumn? Column(string field) => Enum.TryParse<ImportColumn>(field, out var column) && Enum.IsDefined(column) ? column : null;
}
