using System.Globalization;
using System.Text.RegularExpressions;
using Integration.Printing.Text.Unicode;
using Xunit;

namespace Integration.Printing.Tests.Unicode;

/// <summary>The installed files of the Unicode Character Database (Debian: <c>unicode-data</c>).</summary>
internal static partial class UnicodeFiles
{
    public const string Directory = "/usr/share/unicode";

    /// <summary>The path of a file of the version that the shipped tables have. Ends the test where there is none: other
    /// versions have other characters and other rules.</summary>
    public static string Require(string name)
    {
        var path = Path.Combine(Directory, name);
        if (!File.Exists(path)) Unavailable($"{path} is not installed (Debian and Ubuntu: apt-get install unicode-data).");
        if (VersionOf(path) != BidiAlgorithm.UnicodeVersion)
        {
            Unavailable($"{path} has version {VersionOf(path)}, the shipped tables have {BidiAlgorithm.UnicodeVersion}.");
        }

        return path;
    }

    /// <summary>The version in a file's first line, for example <c># LineBreak-15.0.0.txt</c>.</summary>
    public static Version VersionOf(string path)
    {
        using var reader = new StreamReader(path);
        var match = VersionPattern().Match(reader.ReadLine() ?? "");
        return match.Success ? Version.Parse(match.Groups["version"].Value) : new Version(0, 0);
    }

    /// <summary>The lines of a file that hold data, without comments.</summary>
    public static IEnumerable<string> DataLines(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            var comment = line.IndexOf('#', StringComparison.Ordinal);
            var data = (comment < 0 ? line : line[..comment]).Trim();
            if (data.Length > 0) yield return data;
        }
    }

    public static int ParseHex(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static void Unavailable(string reason)
    {
        if (Environment.GetEnvironmentVariable("INTEGRATION_REQUIRE_ALL") == "1") Assert.Fail(reason);
        Assert.Skip(reason);
    }

    [GeneratedRegex(@"-(?<version>\d+\.\d+\.\d+)\.txt", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionPattern();
}
