using Integration.Common;
using Integration.Events;
using Integration.Printing.Blocks;

namespace Integration.Documents.Sheets;

/// <summary>A logo on paper.</summary>
/// <param name="Kind">Why it is there.</param>
/// <param name="AlternativeText">What it says to somebody who cannot see it.</param>
/// <param name="Image">The picture.</param>
/// <param name="PixelWidth">Width in pixels.</param>
/// <param name="PixelHeight">Height in pixels.</param>
public sealed record PaperLogo(LogoKind Kind, string AlternativeText, byte[] Image, int PixelWidth, int PixelHeight);

/// <summary>The bar of logos at the foot of what is handed out: hosts first, then whoever pays.</summary>
internal static class LogoBar
{
    private const double Height = 36;
    private const double MostWidth = 110;
    private const double Gap = 18;

    // What lies between the margins of an A4 page upright.
    private const double Line = 490;

    /// <summary>The bar; <see langword="null"/> without a logo.</summary>
    public static Block? Of(IReadOnlyList<PaperLogo> logos) =>
        logos.Count == 0 ? null : new Column([new Rule(0.6) { SpaceBefore = 8, Colour = SheetType.Hairline }, .. Lines(logos)]) { Gap = 8 };

    private static IEnumerable<Row> Lines(IReadOnlyList<PaperLogo> logos)
    {
        var (cells, used) = (new List<RowCell>(), 0.0);
        foreach (var logo in logos.OrderBy(logo => logo.Kind))
        {
            // All of the same height, but a very wide one not wider than the others can bear.
            var width = Math.Min(Height * logo.PixelWidth / logo.PixelHeight, MostWidth);
            if (used + width > Line)
            {
                yield return new Row(cells) { Gap = Gap };
                (cells, used) = ([], 0);
            }

            cells.Add(new RowCell(TrackWidth.Fixed(width), new Image(logo.Image, width, logo.AlternativeText)));
            used += width + Gap;
        }

        yield return new Row(cells) { Gap = Gap };
    }
}
