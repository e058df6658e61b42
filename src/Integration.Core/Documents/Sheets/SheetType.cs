using Integration.Printing;
using Integration.Printing.Blocks;

namespace Integration.Documents.Sheets;

/// <summary>The type scale and measures of a printed sheet. All measures are points.</summary>
internal sealed record SheetType
{
    /// <summary>The baseline grid, 4 mm.</summary>
    public const double Grid = 4 * Length.Millimetre;

    private readonly double _gapFactor;

    private SheetType(double factor, double gapFactor) => (Factor, _gapFactor) = (factor, gapFactor);

    /// <summary>A4: 9.5 on 13.</summary>
    public static SheetType A4 { get; } = new(1, 1);

    /// <summary>A5, read in the hand: 7.8 on 10.7.</summary>
    public static SheetType A5 { get; } = new(0.82, 0.62);

    /// <summary>The one tint beside black; a bad copier leaves it white and nothing is lost.</summary>
    public static Colour Tint { get; } = Colour.Grey(0.91);

    /// <summary>Labels: grey, but dark enough to survive a copy of a copy.</summary>
    public static Colour Quiet { get; } = Colour.Grey(0.32);

    /// <summary>Hairlines.</summary>
    public static Colour Hairline { get; } = Colour.Grey(0.6);

    public double Factor { get; }

    public TextStyle Body => Style(9.5, 13);

    public TextStyle BodyBold => Style(9.5, 13) with { Bold = true };

    public TextStyle Lead => Style(10.5, 15);

    public TextStyle LeadBold => Style(10.5, 15) with { Bold = true };

    public TextStyle Label => Style(7.5, 10) with { Colour = Quiet };

    public TextStyle Heading => Style(9.5, 13) with { Bold = true };

    public TextStyle Headline => Style(23, 27) with { Bold = true };

    public TextStyle Chiffre => Style(21, 25) with { Bold = true, LetterSpacing = 0.6 };

    public TextStyle Level => Style(15, 18) with { Bold = true };

    // Law stays readable on A5 too.
    public TextStyle Law => new() { Size = Math.Max(6.5, 7.5 * Factor), LineHeight = Math.Max(8.5, 9.75 * Factor), Colour = Quiet };

    public TextStyle LawBold => Law with { Bold = true, Colour = Colour.Black };

    public double Gap(double gridSteps) => gridSteps * Grid * _gapFactor;

    private TextStyle Style(double size, double line) => new() { Size = size * Factor, LineHeight = line * Factor };
}
