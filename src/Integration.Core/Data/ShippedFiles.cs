using CsvHelper;

namespace Integration.Data;

/// <summary>Reads the data that ships inside the assembly (folder <c>Data/Seed</c>).</summary>
public static class ShippedFiles
{
    private const string Root = "Integration.Data.Seed.";

    /// <summary>Names of the shipped files below a folder, for example <c>CodeLists</c>, without folder and ending.</summary>
    public static IReadOnlyList<string> Names(string folder, string ending)
    {
        var prefix = Root + folder + ".";
        return typeof(ShippedFiles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal))
            .Select(name => name[prefix.Length..^ending.Length])
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>Opens a shipped file, for example <c>Texts</c>, <c>ar.json</c>.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static Stream Open(string folder, string file) =>
        typeof(ShippedFiles).Assembly.GetManifestResourceStream(Root + folder + "." + file)
        ?? throw new FileNotFoundException($"No shipped file {folder}/{file}.");

    /// <summary>The rows of a shipped semicolon-separated file; columns by their heading.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string folder, string name)
    {
        using var csv = CsvReader.Create(Open(folder, name + ".csv"), CsvReaderOptions.Default with { Separator = ';' });
        while (csv.Read())
        {
            yield return csv.Headers!.Select((heading, i) => (heading, Value: csv.GetString(i)))
                .ToDictionary(cell => cell.heading, cell => cell.Value, StringComparer.Ordinal);
        }
    }
}
