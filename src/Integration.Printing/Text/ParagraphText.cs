using System.Globalization;
using System.Text;
using Integration.Printing.Blocks;

namespace Integration.Printing.Text;

/// <summary>The characters of a paragraph in one string, and the style of each stretch.</summary>
internal sealed class ParagraphText
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    private ParagraphText(string text, List<(int End, ResolvedStyle Style)> stretches)
    {
        Text = text;
        Stretches = stretches;
    }

    public string Text { get; }

    /// <summary>Ends (exclusive) and styles, ascending.</summary>
    public List<(int End, ResolvedStyle Style)> Stretches { get; }

    public static ParagraphText Of(Paragraph paragraph, in ParagraphSettings settings)
    {
        var runs = paragraph.Runs;
        var stretches = new List<(int, ResolvedStyle)>(runs.Count);
        if (runs.Count == 1 && !runs[0].Isolated && runs[0].Counter is null && IsPlain(runs[0].Text))
        {
            stretches.Add((runs[0].Text.Length, Resolve(paragraph, runs[0], settings)));
            return new ParagraphText(runs[0].Text, stretches);
        }

        var text = new StringBuilder();
        foreach (var run in runs)
        {
            if (run.Isolated)
            {
                text.Append(FirstStrongIsolate);
            }

            Append(text, run.Counter switch
            {
                Counter.Page => settings.Page.ToString(CultureInfo.InvariantCulture),
                Counter.PageCount => settings.PageCount.ToString(CultureInfo.InvariantCulture),
                _ => run.Text,
            });
            if (run.Isolated)
            {
                text.Append(PopIsolate);
            }

            stretches.Add((text.Length, Resolve(paragraph, run, settings)));
        }

        return new ParagraphText(text.ToString(), stretches);
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c < ' ' || (c >= '\u007F' && c <= '\u009F') || char.IsSurrogate(c))
            {
                return false;
            }
        }

        return true;
    }

    // Tabs and other controls have no place on paper; a lone surrogate is no character at all.
    private static void Append(StringBuilder target, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                target.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c))
            {
                target.Append('\uFFFD');
            }
            else if (c == '\r')
            {
                if (i + 1 >= text.Length || text[i + 1] != '\n')
                {
                    target.Append('\n');
                }
            }
            else if (c is '\n' or '\u0085')
            {
                target.Append('\n');
            }
            else if (c is '\t' or '\v' or '\f')
            {
                target.Append(' ');
            }
            else if (!char.IsControl(c))
            {
                target.Append(c);
            }
        }
    }

    private static ResolvedStyle Resolve(Paragraph paragraph, Run run, in ParagraphSettings settings)
    {
        var style = run.Style ?? paragraph.Style;
        return new ResolvedStyle(
            style.Size * settings.Scale, style.LineHeight * settings.Scale, style.Bold, style.Colour,
            style.LetterSpacing * settings.Scale, run.Language ?? settings.Language, run.Link);
    }
}
