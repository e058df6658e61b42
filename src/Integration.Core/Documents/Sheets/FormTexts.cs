using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Integration.Data;
using Integration.Printing.Blocks;

namespace Integration.Documents.Sheets;

/// <summary>The shipped texts of forms in one language: reviewed strings with a version, never translated at run time.</summary>
public sealed partial class FormTexts
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    private static readonly ConcurrentDictionary<string, FormTexts> Cache = new(StringComparer.Ordinal);

    private readonly IReadOnlyDictionary<string, string> _texts;

    private FormTexts(TextFile file)
    {
        Language = file.Language;
        RightToLeft = file.Direction == "rtl";
        Reviewed = file.ReviewedByNativeReader;
        Version = file.Version;
        _texts = file.Texts;
    }

    /// <summary>The tags of all languages that forms exist in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ShippedFiles.Names("Texts", ".json").ToList();

    /// <summary>BCP 47 tag.</summary>
    public string Language { get; }

    /// <summary>Whether it is written from right to left.</summary>
    public bool RightToLeft { get; }

    /// <summary>Whether a native reader has confirmed the texts; otherwise the form is marked as a draft.</summary>
    public bool Reviewed { get; }

    /// <summary>Version of the texts, named in the consent.</summary>
    public string Version { get; }

    /// <summary>The texts of a language; <see langword="null"/> when there are none.</summary>
    public static FormTexts? Of(string language) =>
        Languages.Contains(language, StringComparer.Ordinal) ? Cache.GetOrAdd(language, Read) : null;

    /// <summary>A text with its holes (<c>{event}</c>) filled. What fills them is German and keeps its own direction:
    /// without that, a telephone number is read backwards inside Arabic.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text, or a hole has no value.</exception>
    internal IReadOnlyList<Run> Runs(string key, IReadOnlyDictionary<string, string> values)
    {
        var text = _texts[key];
        var runs = new List<Run>();
        var from = 0;
        foreach (var hole in Hole().EnumerateMatches(text))
        {
            if (hole.Index > from)
            {
                runs.Add(new Run(text[from..hole.Index]));
            }

            runs.Add(new Run(values[text[(hole.Index + 1)..(hole.Index + hole.Length - 1)]]) { Isolated = true, Language = "de" });
            from = hole.Index + hole.Length;
        }

        if (from < text.Length)
        {
            runs.Add(new Run(text[from..]));
        }

        return runs;
    }

    /// <summary>The same as plain text, for mails. What fills a hole in a text from right to left is isolated.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text, or a hole has no value.</exception>
    internal string Words(string key, IReadOnlyDictionary<string, string> values) =>
        string.Concat(Runs(key, values).Select(run => run.Isolated && RightToLeft ? $"\u2068{run.Text}\u2069" : run.Text));

    private static FormTexts Read(string language)
    {
        using var stream = ShippedFiles.Open("Texts", language + ".json");
        return new FormTexts(JsonSerializer.Deserialize<TextFile>(stream, Options)!);
    }

    [GeneratedRegex(@"\{\w+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hole();

    private sealed record TextFile(string Language, string Direction, bool ReviewedByNativeReader, string Version, Dictionary<string, string> Texts);
}
