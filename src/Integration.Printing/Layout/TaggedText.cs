using Integration.Printing.Pdf;
using Integration.Printing.Text;

namespace Integration.Printing.Layout;

/// <summary>Writes words as content of an element, and links as elements of their own.</summary>
internal sealed class TaggedText(Painter painter, StructElement? element, string language)
{
    private bool open;
    private string? link;
    private StructElement? linkElement;
    private (double Left, double Top, double Right, double Bottom) area;

    /// <summary>Writes a word at a place in points from the page's top left.</summary>
    public void Word(in PlacedWord word, double x, double top, double baseline, double height)
    {
        if (!string.Equals(word.Style.Link, link, StringComparison.Ordinal) || (link is not null && top + height > area.Bottom + 0.01))
        {
            Close();
            link = word.Style.Link;
            area = (x, top, x, top + height);
        }

        if (!open)
        {
            Open();
        }

        painter.Text.Word(word.Word, painter.Across(x), painter.Up(baseline), word.Width, word.Style, !painter.InArtifact, painter);
        if (link is not null)
        {
            area = (Math.Min(area.Left, x), area.Top, Math.Max(area.Right, x + word.Width), area.Bottom);
        }
    }

    public void End() => Close();

    private void Open()
    {
        open = true;
        if (element is not null)
        {
            linkElement = link is not null && !painter.InArtifact ? element.Add("Link") : null;
            painter.Tag(linkElement ?? element);
        }

        painter.Text.Begin(language);
    }

    private void Close()
    {
        if (!open)
        {
            return;
        }

        open = false;
        painter.Text.End();
        if (element is not null)
        {
            painter.EndTag();
        }

        if (link is not null)
        {
            painter.Link(link, area.Left, area.Top, area.Right, area.Bottom, linkElement);
            link = null;
        }
    }
}
