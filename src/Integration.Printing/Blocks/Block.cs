namespace Integration.Printing.Blocks;

/// <summary>A piece of a page. Blocks are set from top to bottom and take the full width they are given.</summary>
public abstract record Block
{
    /// <summary>Space above, in points; dropped at the top of a page.</summary>
    public double SpaceBefore { get; init; }

    /// <summary>The language of this block as a BCP 47 tag; inherited when <see langword="null"/>.</summary>
    public string? Language { get; init; }
}

/// <summary>Blocks below each other.</summary>
public sealed record Column(IReadOnlyList<Block> Children) : Block
{
    /// <summary>Space between children, in points.</summary>
    public double Gap { get; init; }
}

/// <summary>Blocks beside each other, in reading direction. A row is kept together on one page unless
/// <see cref="MayBreak"/> is set, when each cell flows on by itself (bilingual columns).</summary>
public sealed record Row(IReadOnlyList<RowCell> Cells) : Block
{
    /// <summary>Space between cells, in points.</summary>
    public double Gap { get; init; }

    /// <summary>Whether the row may continue on the next page.</summary>
    public bool MayBreak { get; init; }

    /// <summary>Keeps the cells from left to right whatever the reading direction.</summary>
    public bool FixedOrder { get; init; }
}

/// <summary>A cell of a row: its width and its content.</summary>
public sealed record RowCell(TrackWidth Width, Block Content);

/// <summary>A width: a number of points, or a share of what fixed widths leave.</summary>
public readonly record struct TrackWidth(double Points, double Share)
{
    /// <summary>A fixed width in points.</summary>
    public static TrackWidth Fixed(double points) => new(points, 0);

    /// <summary>A share of the remaining width.</summary>
    public static TrackWidth Relative(double share = 1) => new(0, share);
}

/// <summary>A table. Its header row repeats on every page and is tagged as such.</summary>
public sealed record Table(IReadOnlyList<TrackWidth> Columns, IReadOnlyList<TableRow> Rows) : Block
{
    /// <summary>Header cells; none when <see langword="null"/>.</summary>
    public TableRow? Header { get; init; }

    /// <summary>Says what the table is about to a reader who cannot see it.</summary>
    public string? Summary { get; init; }

    /// <summary>Space inside each cell, in points.</summary>
    public Margins CellPadding { get; init; } = new(2, 4, 2, 4);

    /// <summary>Hairlines between rows.</summary>
    public bool RowRules { get; init; } = true;

    /// <summary>Whether the first cell of each row is that row's header (tagged TH).</summary>
    public bool FirstColumnIsHeader { get; init; }
}

/// <summary>A row of a table; as many cells as the table has columns. A row never breaks across pages unless it is taller than a page.</summary>
public sealed record TableRow(IReadOnlyList<Block> Cells)
{
    /// <summary>Background of the row; none when <see langword="null"/>.</summary>
    public Colour? Fill { get; init; }
}

/// <summary>Padding, border and background around a block. Its height grows with its content.</summary>
public sealed record Box(Block Child) : Block
{
    /// <summary>Space inside the border, in points.</summary>
    public Margins Padding { get; init; }

    /// <summary>Border width in points; 0 for none.</summary>
    public double BorderWidth { get; init; }

    /// <summary>Border colour.</summary>
    public Colour BorderColour { get; init; } = Colour.Black;

    /// <summary>Background; none when <see langword="null"/>.</summary>
    public Colour? Fill { get; init; }

    /// <summary>Least height in points, for a place to write on.</summary>
    public double MinHeight { get; init; }
}

/// <summary>A horizontal line; an artifact to a screen reader.</summary>
public sealed record Rule(double Thickness = 0.5) : Block
{
    /// <summary>Its colour.</summary>
    public Colour Colour { get; init; } = Colour.Black;
}

/// <summary>Empty height in points, or the rest of the page when <see cref="Height"/> is <see langword="null"/>:
/// then what follows in the same column is set at the page's bottom.</summary>
public sealed record Space(double? Height) : Block;

/// <summary>Ruled empty lines to write on.</summary>
public sealed record WritingLines(int Count, double Pitch = 8 * Length.Millimetre) : Block;

/// <summary>Children that stay on one page if a page can hold them.</summary>
public sealed record KeepTogether(Block Child) : Block;

/// <summary>Starts a new page.</summary>
public sealed record PageBreak : Block;

/// <summary>A QR code (ISO/IEC 18004, error correction M) with its quiet zone, drawn as vectors.</summary>
public sealed record QrCode(string Content, double Size, string AlternativeText) : Block;

/// <summary>A PNG or baseline JPEG image scaled to <see cref="Width"/> points (or the width it is given, if smaller).</summary>
public sealed record Image(ReadOnlyMemory<byte> Data, double Width, string AlternativeText) : Block;

/// <summary>Blocks laid over another one: boxes on a plan. It is as large as what lies below and never breaks; read after it, in order.</summary>
public sealed record Layers(Block Below, IReadOnlyList<Layer> Above) : Block;

/// <summary>A block at a place over another: points from its upper left corner, whatever the reading direction.</summary>
public sealed record Layer(double X, double Y, double Width, Block Content);

/// <summary>A colour in device grey or RGB, components 0 to 1.</summary>
public readonly record struct Colour(double Red, double Green, double Blue)
{
    /// <summary>Black.</summary>
    public static Colour Black => new(0, 0, 0);

    /// <summary>White.</summary>
    public static Colour White => new(1, 1, 1);

    /// <summary>A grey; 0 is black, 1 is white.</summary>
    public static Colour Grey(double lightness) => new(lightness, lightness, lightness);
}
