namespace Integration.Testing;

/// <summary>The source tree that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>Integration.sln</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>Source files below <c>src</c> with an ending, without generated ones.</summary>
    public static IReadOnlyList<string> Sources(string ending) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*" + ending, SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains("Integration.Migrations.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();

    /// <summary>A file's path from the root, with forward slashes.</summary>
    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Integration.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the source tree.");
    }
}
