using Integration.Printing.Blocks;

namespace Integration.Printing;

/// <summary>A document to print: page sequences of blocks. It knows no domain word.</summary>
/// <remarks>
/// <see cref="Sequences"/> may be lazy: an engine enumerates it once and keeps no sequence after it is written,
/// so that a document of 100,000 pages needs no more memory than one of ten.
/// The same document gives the same bytes, whichever documents were written before it.
/// </remarks>
public sealed record PrintDocument
{
    /// <summary>The title shown by a reader and announced by a screen reader.</summary>
    public required string Title { get; init; }

    /// <summary>The main language as a BCP 47 tag, for example <c>de</c>.</summary>
    public string Language { get; init; } = "de";

    /// <summary>The moment written into the file as its creation date (UTC); none when <see langword="null"/>.</summary>
    public DateTime? CreatedAt { get; init; }

    /// <summary>The page sequences, in printing order.</summary>
    public required IEnumerable<PageSequence> Sequences { get; init; }
}

/// <summary>Pages that share size, margins, header and footer. Page numbers start at 1 in each sequence.</summary>
public sealed record PageSequence
{
    /// <summary>The size of one logical page.</summary>
    public PageSize Size { get; init; } = PageSize.A4;

    /// <summary>Logical pages set side by side on one sheet: 1, or 2 for two A5 portrait pages on an A4 landscape sheet.
    /// Consecutive sequences of the same size share sheets, so that two one-page sequences make one sheet.</summary>
    public int PagesPerSheet { get; init; } = 1;

    /// <summary>The distance from the page's edge to its content, in points.</summary>
    public Margins Margins { get; init; } = Margins.All(16.5 * Length.Millimetre);

    /// <summary>Set at the top of every page of the sequence; read as an artifact from the second page on.</summary>
    public Block? Header { get; init; }

    /// <summary>Set at the bottom of every page of the sequence.</summary>
    public Block? Footer { get; init; }

    /// <summary>What the pages hold, from top to bottom.</summary>
    public required IReadOnlyList<Block> Content { get; init; }

    /// <summary>The outline entry that opens this sequence; none when <see langword="null"/>.</summary>
    public string? Bookmark { get; init; }

    /// <summary>The smallest factor (0 &lt; floor ≤ 1) by which all text of this sequence may shrink to keep it on one page.
    /// At 1 nothing shrinks. What does not fit at the floor is set at full size and flows to further pages; nothing is clipped.</summary>
    public double ShrinkFloor { get; init; } = 1;

    /// <summary>Reading direction of the page's columns and of paragraphs whose own direction is not given.</summary>
    public TextDirection Direction { get; init; } = TextDirection.LeftToRight;
}

/// <summary>A page size in points (1/72 inch).</summary>
public readonly record struct PageSize(double Width, double Height)
{
    /// <summary>ISO 216 A4 portrait, 210 × 297 mm.</summary>
    public static PageSize A4 { get; } = new(210 * Length.Millimetre, 297 * Length.Millimetre);

    /// <summary>ISO 216 A5 portrait, 148.5 × 210 mm: exactly half of A4.</summary>
    public static PageSize A5 { get; } = new(148.5 * Length.Millimetre, 210 * Length.Millimetre);

    /// <summary>The same page turned by a quarter.</summary>
    public PageSize Turned => new(Height, Width);
}

/// <summary>Distances from the four edges, in points.</summary>
public readonly record struct Margins(double Top, double Right, double Bottom, double Left)
{
    /// <summary>The same distance on all sides.</summary>
    public static Margins All(double value) => new(value, value, value, value);

    /// <summary>No distance.</summary>
    public static Margins None => default;
}

/// <summary>Units of length, as points.</summary>
public static class Length
{
    /// <summary>One millimetre in points.</summary>
    public const double Millimetre = 72 / 25.4;
}

/// <summary>Writes a document as PDF.</summary>
public interface IPdfEngine
{
    /// <summary>Writes <paramref name="document"/> to <paramref name="output"/>, which need not seek and stays open.</summary>
    /// <returns>How many sheets (PDF pages) were written.</returns>
    /// <exception cref="ArgumentException">The document holds no page sequence, or a block is malformed (for example a table row
    /// whose cells do not match its columns); the message names the block.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled; the output is then not a whole file.</exception>
    int Write(PrintDocument document, Stream output, CancellationToken ct = default);
}
