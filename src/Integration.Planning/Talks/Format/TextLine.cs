using System.Globalization;

namespace Integration.Planning.Talks.Format;

/// <summary>One line of the format: a word, a name, and settings.</summary>
internal sealed class TextLine
{
    private readonly Dictionary<string, string?> settings = new(StringComparer.Ordinal);
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    private TextLine(int number, string[] words)
    {
        (Number, Word) = (number, words[0]);
        foreach (var word in words.Skip(1))
        {
            var at = word.IndexOf('=', StringComparison.Ordinal);
            if (at < 0 && Name is null && settings.Count == 0)
            {
                Name = word;
            }
            else if (!settings.TryAdd(at < 0 ? word : word[..at], at < 0 ? null : word[(at + 1)..]))
            {
                throw Wrong($"\"{(at < 0 ? word : word[..at])}\" is set twice.", "Leave one of the two out.");
            }
        }
    }

    public int Number { get; }

    public string Word { get; }

    public string? Name { get; }

    /// <summary>The lines that say something, the first of which is the title.</summary>
    public static List<TextLine> ReadAll(TextReader reader, string title)
    {
        var lines = new List<TextLine>();
        for (var (text, number) = (reader.ReadLine(), 1); text is not null; text = reader.ReadLine(), number++)
        {
            var comment = text.IndexOf('#', StringComparison.Ordinal);
            var words = (comment < 0 ? text : text[..comment]).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
            {
                lines.Add(new TextLine(number, words));
            }
        }

        if (lines.Count == 0 || lines[0].Word != title || lines[0].Name != "1")
        {
            throw new TalkFormatException(lines.Count == 0 ? 1 : lines[0].Number, "This is not the beginning of such a file.", $"The first line is \"{title} 1\".");
        }

        return lines[1..];
    }

    public TalkFormatException Wrong(string what, string wayOut) => new(Number, what, wayOut);

    public string NeededName() => Name ?? throw Wrong($"\"{Word}\" has no name.", $"Write it behind the word: \"{Word} A1\".");

    public string? Text(string key)
    {
        read.Add(key);
        if (!settings.TryGetValue(key, out var value))
        {
            return null;
        }

        return string.IsNullOrEmpty(value) ? throw Wrong($"\"{key}\" is empty.", $"Write \"{key}=…\" or leave it out.") : value;
    }

    public string Needed(string key) => Text(key) ?? throw Wrong($"\"{key}\" is missing.", $"Add \"{key}=…\".");

    public bool Flag(string key)
    {
        read.Add(key);
        if (!settings.TryGetValue(key, out var value))
        {
            return false;
        }

        return value is null ? true : throw Wrong($"\"{key}\" takes no value.", $"Write \"{key}\" alone, or leave it out.");
    }

    public int? Whole(string key, int least = 0) => Text(key) is { } text ? WholeOf(key, text, least) : null;

    public int NeededWhole(string key, int least = 0) => WholeOf(key, Needed(key), least);

    public int? Minutes(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        return text.EndsWith("min", StringComparison.Ordinal)
            ? WholeOf(key, text[..^3], 0)
            : throw Wrong($"\"{key}={text}\" has no unit.", $"Write minutes: \"{key}=15min\".");
    }

    public int? Clock(string key) => Text(key) is { } text ? ClockOf(key, text) : null;

    public int NeededClock(string key) => ClockOf(key, Needed(key));

    public IReadOnlyList<string> List(string key)
    {
        if (Text(key) is not { } text)
        {
            return [];
        }

        var parts = text.Split(',');
        return parts.All(part => part.Length > 0) && parts.Distinct(StringComparer.Ordinal).Count() == parts.Length
            ? parts
            : throw Wrong($"\"{key}={text}\" has an empty or repeated part.", "Separate different parts by one comma each, without blanks.");
    }

    public IReadOnlyList<int> Wholes(string key) => [.. List(key).Select(part => WholeOf(key, part, 0))];

    /// <summary>Stretches of time: "10:00-10:30,12:00-12:15".</summary>
    public IReadOnlyList<TimeSpanOfDay> Spans(string key) => [.. List(key).Select(part => part.Split('-') is [var start, var end]
        ? new TimeSpanOfDay(ClockOf(key, start), ClockOf(key, end)) is var span && span.Start < span.End ? span
            : throw Wrong($"\"{part}\" ends before it begins.", "Times after midnight go on with 24:00.")
        : throw Wrong($"\"{part}\" is no stretch of time.", $"Write \"{key}=10:00-10:30\"."))];

    /// <summary>Told after everything else has been read: a misspelt setting would silently mean nothing.</summary>
    public void NothingElse()
    {
        if (settings.Keys.FirstOrDefault(key => !read.Contains(key)) is { } unknown)
        {
            var known = read.Count == 0 ? "Leave it out." : $"Known here: {string.Join(", ", read.Order(StringComparer.Ordinal))}.";
            throw Wrong($"\"{unknown}\" is not known for \"{Word}\".", known);
        }
    }

    private int WholeOf(string key, string text, int least) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number : throw Wrong($"\"{key}={text}\" is no whole number of {least} or more.", "Write digits alone.");

    private int ClockOf(string key, string text) =>
        text.Split(':') is [var hours, { Length: 2 } minutes]
        && int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour < 1000
        && int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minute) && minute < 60
            ? (hour * 60) + minute : throw Wrong($"\"{key}={text}\" is no clock time.", "Write hours and minutes: \"10:05\"; after midnight \"24:10\".");
}
