using System.Globalization;
using Integration.Printing.Pdf;

namespace Integration.Printing.Layout;

/// <summary>Tags a drawing as a figure and says where it stands.</summary>
internal static class FigureBox
{
    public static void Begin(Painter painter, StructElement? element, double x, double y, double width, double height)
    {
        if (element is null)
        {
            painter.BeginArtifact();
            return;
        }

        if (!painter.InArtifact)
        {
            element.Attributes ??= string.Create(
                CultureInfo.InvariantCulture,
                $"/O/Layout/Placement/Block/BBox[{painter.Across(x):0.##} {painter.Up(y + height):0.##} {painter.Across(x + width):0.##} {painter.Up(y):0.##}]");
        }

        painter.Tag(element);
    }

    public static void End(Painter painter, StructElement? element)
    {
        if (element is null)
        {
            painter.EndArtifact();
        }
        else
        {
            painter.EndTag();
        }
    }
}
