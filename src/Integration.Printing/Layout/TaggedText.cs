using Integration.Printing.Pdf;
using Integration.Printing.Text;

namespace Integration.Printing.Layout;

/// <summary>Writes words as content of an element; links and words of another language become elements within it.
/// Marked content is not nested: widespread readers lose the text behind the inner one.</summary>
internal sealed class TaggedText(Painter painter, StructElement? element, string language)
{
    private readonly bool read = element is not null && !painter.InArtifact;
    private bool open;
    private bool single;
    private string? link;
    private readonly string own = language;
    private string current = language;
    private StructElement? linkElement;
    private StructElement? languageElement;
    private (double Left, double Top, double Right, double Bottom) area;

    /// <summary>Writes a word at a place in points from the page's top left.</summary>
    public void Word(in PlacedWord word, double x, double top, double baseline, double height)
    {
        var style = word.Style;
        if (!string.Equals(style.Link, link, StringComparison.Ordinal) || (link is not null && top + height > area.Bottom + 0.01))
        {
            CloseLink();
            link = style.Link;
            area = (x, top, x, top + height);
        }

        if (read && !string.Equals(style.Language, current, StringComparison.Ordinal))
        {
            Close();
            current = style.Language;
            languageElement = null;
        }

        var actual = read ? word.Word.ActualText : null;
        if (single || actual is not null)
        {
            Close();
        }

        if (!open)
        {
            Open(actual);
        }

        painter.Text.Word(word.Word, painter.Across(x), painter.Up(baseline), word.Width, style, painter);
        if (link is not null)
        {
            area = (Math.Min(area.Left, x), area.Top, Math.Max(area.Right, x + word.Width), area.Bottom);
        }
    }

    public void End() => CloseLink();

    private void Open(string? actual)
    {
        open = true;
        single = actual is not null;
        if (read)
        {
            if (link is not null)
            {
                linkElement ??= element!.Add("Link");
            }

            var target = linkElement ?? element!;
            if (!string.Equals(current, own, StringComparison.Ordinal))
            {
                target = languageElement ??= target.Add("Span", current);
            }

            painter.Tag(target, actual);
        }

        painter.Text.Begin();
    }

    private void Close()
    {
        if (!open)
        {
            return;
        }

        open = false;
        single = false;
        painter.Text.End();
        if (read)
        {
            painter.EndTag();
        }
    }

    private void CloseLink()
    {
        Close();
        if (link is null)
        {
            languageElement = null;
            return;
        }

        painter.Link(link, area.Left, area.Top, area.Right, area.Bottom, linkElement);
        link = null;
        linkElement = null;
        languageElement = null;
    }
}
