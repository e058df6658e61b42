using System.Reflection;
using System.Text;
using Xunit;

namespace Integration.Data;

/// <summary>Reads the seed data as the portal carries it: embedded in Integration.Core.</summary>
internal static class SeedFiles
{
    private const string Prefix = "Integration.Data.Seed.";

    private static readonly Assembly Core = Assembly.Load("Integration.Core");

    /// <summary>Names of the files of one folder without folder and extension, sorted.</summary>
    public static IReadOnlyList<string> Names(string folder, string extension) =>
        [.. Core.GetManifestResourceNames()
            .Where(name => name.StartsWith($"{Prefix}{folder}.", StringComparison.Ordinal) && name.EndsWith(extension, StringComparison.Ordinal))
            .Select(name => name[(Prefix.Length + folder.Length + 1)..^extension.Length])
            .Order(StringComparer.Ordinal)];

    /// <summary>The text of one file; fails when a byte is no UTF-8.</summary>
    public static string Text(string folder, string file)
    {
        using var stream = Core.GetManifestResourceStream($"{Prefix}{folder}.{file}")
            ?? throw new FileNotFoundException($"{folder}/{file} is not embedded.");
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
        return reader.ReadToEnd();
    }

    /// <summary>The rows of a table as fields by column name. The header is checked and not among the rows.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Table(string folder, string file, string header)
    {
        var lines = Text(folder, file).TrimEnd('\n').Split('\n');
        Assert.Equal(header, lines[0]);
        var columns = header.Split(';');
        var rows = new List<IReadOnlyDictionary<string, string>>();
        foreach (var line in lines[1..])
        {
            Assert.DoesNotContain('"', line);
            var fields = line.Split(';');
            Assert.True(fields.Length == columns.Length, $"{file}: {fields.Length} fields in \"{line}\"");
            Assert.All(fields, field => Assert.Equal(field.Trim(), field));
            rows.Add(columns.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
        }

        return rows;
    }
}
