using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Integration.Data;

/// <summary>Reads the data that ships inside the assembly (folder <c>Data/Seed</c>).</summary>
public static class SeedFiles
{
    private const string Root = "Integration.Data.Seed.";

    /// <summary>Names of the shipped files below a folder, for example <c>CodeLists</c>, without folder and ending.</summary>
    public static IReadOnlyList<string> Names(string folder, string ending)
    {
        var prefix = Root + folder + ".";
        return typeof(SeedFiles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal))
            .Select(name => name[prefix.Length..^ending.Length])
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>Opens a shipped file, for example <c>Texts</c>, <c>ar.json</c>.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static Stream Open(string folder, string file) =>
        typeof(SeedFiles).Assembly.GetManifestResourceStream(Root + folder + "." + file)
        ?? throw new FileNotFoundException($"No shipped file {folder}/{file}.");

    /// <summary>The rows of a shipped semicolon-separated file; columns by their heading.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string folder, string name)
    {
        using var reader = new StreamReader(Open(folder, name + ".csv"));
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" });
        csv.Read();
        csv.ReadHeader();
        var headings = csv.HeaderRecord!;
        while (csv.Read())
        {
            yield return headings.ToDictionary(heading => heading, heading => csv.GetField(heading) ?? "", StringComparer.Ordinal);
        }
    }
}
