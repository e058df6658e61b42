namespace Integration.Printing.Blocks;

/// <summary>Text set in lines. Order and shape of its characters follow the Unicode Bidirectional Algorithm (UAX #9)
/// and the fonts' own rules; lines break after UAX #14.</summary>
public sealed record Paragraph(IReadOnlyList<Run> Runs) : Block
{
    /// <summary>A paragraph of one run.</summary>
    public Paragraph(string text, TextStyle? style = null)
        : this([new Run(text)])
    {
        Style = style ?? TextStyle.Body;
    }

    /// <summary>The style of runs that name none.</summary>
    public TextStyle Style { get; init; } = TextStyle.Body;

    /// <summary>Where lines stand in the width; start and end follow the direction.</summary>
    public TextAlignment Alignment { get; init; } = TextAlignment.Start;

    /// <summary>Direction; <see langword="null"/> takes it from the block's language, else from the page sequence.</summary>
    public TextDirection? Direction { get; init; }

    /// <summary>What the paragraph is to a reader's software.</summary>
    public ParagraphRole Role { get; init; } = ParagraphRole.Paragraph;

    /// <summary>A sign in front of the first line, for example "•" or "☐"; lines hang behind it. Tagged as a list item.</summary>
    public string? Bullet { get; init; }

    /// <summary>Keeps the paragraph on the page of the block after it.</summary>
    public bool KeepWithNext { get; init; }
}

/// <summary>A stretch of text with one style and language.</summary>
public sealed record Run(string Text)
{
    /// <summary>The style; the paragraph's when <see langword="null"/>.</summary>
    public TextStyle? Style { get; init; }

    /// <summary>The language as a BCP 47 tag; inherited when <see langword="null"/>.</summary>
    public string? Language { get; init; }

    /// <summary>Sets the run in its own directional isolate (first strong character decides): for names, numbers and codes inside other text.</summary>
    public bool Isolated { get; init; }

    /// <summary>A counter that the engine fills in; <see cref="Text"/> is ignored then.</summary>
    public Counter? Counter { get; init; }

    /// <summary>An address that the run links to; none when <see langword="null"/>.</summary>
    public string? Link { get; init; }
}

/// <summary>Numbers known only when pages are laid out.</summary>
public enum Counter
{
    /// <summary>The number of the page within its sequence.</summary>
    Page,

    /// <summary>How many pages the sequence has.</summary>
    PageCount,
}

/// <summary>How text looks. Sizes in points.</summary>
public sealed record TextStyle
{
    /// <summary>9.5 on 13 points.</summary>
    public static TextStyle Body { get; } = new();

    /// <summary>Font size in points.</summary>
    public double Size { get; init; } = 9.5;

    /// <summary>Distance between baselines in points; grown by the engine where a script needs more (Arabic, Ethiopic).</summary>
    public double LineHeight { get; init; } = 13;

    /// <summary>Bold weight.</summary>
    public bool Bold { get; init; }

    /// <summary>Text colour.</summary>
    public Colour Colour { get; init; } = Colour.Black;

    /// <summary>Extra space between letters in points, for codes read from afar; ignored in joining scripts.</summary>
    public double LetterSpacing { get; init; }
}

/// <summary>Where lines stand.</summary>
public enum TextAlignment
{
    /// <summary>At the side where reading starts.</summary>
    Start,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>At the side where reading ends.</summary>
    End,
}

/// <summary>Reading direction.</summary>
public enum TextDirection
{
    /// <summary>From left to right.</summary>
    LeftToRight,

    /// <summary>From right to left.</summary>
    RightToLeft,
}

/// <summary>The structure a paragraph is tagged with.</summary>
public enum ParagraphRole
{
    /// <summary>Running text (P).</summary>
    Paragraph,

    /// <summary>The document's or sequence's title (H1).</summary>
    Heading1,

    /// <summary>A section's heading (H2).</summary>
    Heading2,

    /// <summary>A sub-heading (H3).</summary>
    Heading3,

    /// <summary>Decoration or repetition that is not read aloud.</summary>
    Artifact,
}
