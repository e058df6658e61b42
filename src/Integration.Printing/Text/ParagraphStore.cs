using System.Collections.Concurrent;
using System.Text;
using Integration.Printing.Blocks;

namespace Integration.Printing.Text;

/// <summary>Remembers how plain paragraphs were set: labels, cells and legal notes come back on every sheet.</summary>
internal static class ParagraphStore
{
    private const int MostRemembered = 8192;
    private const int LongestText = 2000;
    private static readonly ConcurrentDictionary<Key, ParagraphLines> Remembered = new();

    /// <summary>Sets a paragraph, or finds it set already.</summary>
    public static ParagraphLines Set(Paragraph paragraph, in ParagraphSettings settings, Action<Rune>? missing)
    {
        // Who wants to hear of missing characters hears of them every time.
        if (missing is not null || paragraph.Runs.Count != 1 || paragraph.Runs[0] is not { Isolated: false, Counter: null, Link: null } run
            || run.Text.Length > LongestText)
        {
            return LineSetter.Set(paragraph, settings, missing);
        }

        var key = new Key(run.Text, run.Style ?? paragraph.Style, run.Language ?? settings.Language, settings.Width, settings.Scale,
            settings.RightToLeft, paragraph.Alignment);
        if (Remembered.TryGetValue(key, out var known))
        {
            return known;
        }

        if (Remembered.Count >= MostRemembered)
        {
            Remembered.Clear();
        }

        var lines = LineSetter.Set(paragraph, settings, missing);
        Remembered.TryAdd(key, lines);
        return lines;
    }

    private readonly record struct Key(
        string Text, TextStyle Style, string Language, double Width, double Scale, bool RightToLeft, TextAlignment Alignment)
    {
        // Styles are few and their own hash is long; the text tells paragraphs apart.
        public override int GetHashCode() => HashCode.Combine(string.GetHashCode(Text, StringComparison.Ordinal), Width, Scale, Style.Size);
    }
}
