using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integration.Data.Demo;

/// <summary>Reads the demo's invented world, shipped inside the assembly.</summary>
internal static class DemoFiles
{
    private const string Root = "Integration.Data.Demo.";
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Names of the files of people: the language group, with the organisation's prefix where it is not the leading one.</summary>
    public static IReadOnlyList<string> PeopleFiles { get; } = typeof(DemoFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Root + "People.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        .Select(name => name[Root.Length..]).ToList();

    public static T Read<T>(string file)
    {
        using var stream = Open(file);
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new JsonException($"{file} is empty.");
    }

    public static byte[] Bytes(string file)
    {
        using var stream = Open(file);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>A fresh copy of a person of the files.</summary>
    public static DemoPerson Person(JsonElement model) => model.Deserialize<DemoPerson>(Options) ?? throw new JsonException("A person is empty.");

    private static Stream Open(string file) =>
        typeof(DemoFiles).Assembly.GetManifestResourceStream(Root + file) ?? throw new FileNotFoundException($"No demo file {file}.");
}
