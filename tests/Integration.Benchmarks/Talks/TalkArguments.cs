using System.Globalization;
using Integration.Planning.Talks;
using Integration.Planning.Talks.Format;

namespace Integration.Benchmarks.Talks;

/// <summary>What is asked for on the command line: events by name or by file, and settings.</summary>
internal sealed record TalkArguments(IReadOnlyList<string> Names, TimeSpan Limit, int Seed, string? Folder)
{
    public static TalkArguments Of(IEnumerable<string> words, IEnumerable<string> usual, int seconds)
    {
        var (names, limit, seed, folder) = (new List<string>(), TimeSpan.FromSeconds(seconds), 1, (string?)null);
        using var rest = words.GetEnumerator();
        while (rest.MoveNext())
        {
            switch (rest.Current)
            {
                case "--seconds":
                    limit = TimeSpan.FromSeconds(double.Parse(Next(rest), CultureInfo.InvariantCulture));
                    break;
                case "--seed":
                    seed = int.Parse(Next(rest), CultureInfo.InvariantCulture);
                    break;
                case "--write":
                    folder = Next(rest);
                    break;
                case ['-', '-', ..] unknown:
                    throw new ArgumentException($"{unknown} is not known. Known: --seconds N, --seed N, --write DIR.", nameof(words));
                default:
                    names.Add(rest.Current);
                    break;
            }
        }

        return new TalkArguments(names.Count > 0 ? names : [.. usual], limit, seed, folder);
    }

    /// <summary>An event of the set, all three of a size, or one from a file.</summary>
    public static IEnumerable<(string Name, TalkProblem Problem)> Events(string name)
    {
        if (File.Exists(name))
        {
            using var reader = File.OpenText(name);
            return [(Path.GetFileNameWithoutExtension(name), TalkFormat.ReadProblem(reader))];
        }

        return EventSize.Named.Any(size => size.Name == name)
            ? EventSize.Names.Where(one => one.StartsWith(name + "-", StringComparison.Ordinal)).Select(one => (one, EventGenerator.Make(one)))
            : [(name, EventGenerator.Make(name))];
    }

    private static string Next(IEnumerator<string> rest) => rest.Current is var option && rest.MoveNext() ? rest.Current : throw new ArgumentException($"{option} has no value.", nameof(rest));
}
