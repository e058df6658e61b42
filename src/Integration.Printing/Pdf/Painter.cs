using Integration.Printing.Blocks;

namespace Integration.Printing.Pdf;

/// <summary>Draws on one page: lengths in points, from the logical page's top left corner. Every mark is content of an element or an artifact.</summary>
internal sealed class Painter(ByteWriter content, FontTable fonts, LinkWriter annotations)
{
    private readonly TextPainter text = new(content, fonts);
    private double left;
    private double top;
    private Sheet? sheet;
    private Colour? fill;
    private Colour? stroke;
    private double lineWidth = -1;
    private int artifacts;

    /// <summary>The number of the logical page within its sequence, and how many there are.</summary>
    public int Page { get; private set; }

    public int PageCount { get; private set; }

    public Sheet Sheet => sheet ?? throw new InvalidOperationException("No page is open.");

    /// <summary>Whether what is drawn now is read by nobody.</summary>
    public bool InArtifact => artifacts > 0;

    /// <summary>Begins an empty sheet.</summary>
    public void Open(Sheet next)
    {
        sheet = next;
        fill = null;
        stroke = null;
        lineWidth = -1;
        text.Reset();
    }

    /// <summary>Moves to a logical page on the sheet.</summary>
    public void Turn(double x, int page, int pageCount)
    {
        left = x;
        top = Sheet.Height;
        Page = page;
        PageCount = pageCount;
    }

    /// <summary>Begins content of an element; nothing inside an artifact. Such content is never nested.</summary>
    /// <param name="element">The element.</param>
    /// <param name="actualText">What the content says, where a reader cannot tell it from the glyphs.</param>
    public void Tag(StructElement element, string? actualText = null)
    {
        if (InArtifact)
        {
            return;
        }

        var mark = Sheet.Marks.Count;
        Sheet.Marks.Add(element);
        element.Kids.Add(new StructKid(null, Sheet.Number, mark, 0));
        content.Put((byte)'/').Ascii(actualText is null ? element.Type : "Span").Put("<</MCID "u8).Int(mark);
        if (actualText is not null)
        {
            content.Put("/ActualText"u8).Text(actualText);
        }

        content.Put(">>BDC\n"u8);
    }

    public void EndTag()
    {
        if (!InArtifact)
        {
            content.Put("EMC\n"u8);
        }
    }

    /// <summary>Begins decoration or repetition. May be nested.</summary>
    /// <param name="properties">The property list, for example a page header's; none for plain decoration.</param>
    public void BeginArtifact(ReadOnlySpan<byte> properties = default)
    {
        if (artifacts++ == 0)
        {
            if (properties.IsEmpty)
            {
                content.Put("/Artifact BMC\n"u8);
            }
            else
            {
                content.Put("/Artifact"u8).Put(properties).Put("BDC\n"u8);
            }
        }
    }

    public void EndArtifact()
    {
        if (--artifacts == 0)
        {
            content.Put("EMC\n"u8);
        }
    }

    /// <summary>The text operators.</summary>
    public TextPainter Text => text;

    /// <summary>The PDF's own coordinates of a place.</summary>
    public double Across(double x) => left + x;

    public double Up(double y) => top - y;

    public bool NeedsFill(Colour colour) => fill != colour;

    public void Fill(Colour colour)
    {
        if (fill != colour)
        {
            fill = colour;
            Components(colour);
            content.Put(IsGrey(colour) ? "g\n"u8 : "rg\n"u8);
        }
    }

    public void Rectangle(double x, double y, double width, double height, Colour colour)
    {
        Fill(colour);
        Path(x, y, width, height).Put("f\n"u8);
    }

    public void Outline(double x, double y, double width, double height, double thickness, Colour colour)
    {
        Stroke(thickness, colour);
        Path(x, y, width, height).Put("S\n"u8);
    }

    public void HorizontalLine(double x, double y, double width, double thickness, Colour colour)
    {
        Stroke(thickness, colour);
        content.Number(Across(x)).Put((byte)' ').Number(Up(y)).Put(" m "u8)
            .Number(Across(x + width)).Put((byte)' ').Number(Up(y)).Put(" l S\n"u8);
    }

    /// <summary>Draws ready operators in a unit of their own, their origin at a place, growing downwards.</summary>
    public void Scaled(double x, double y, double unit, ReadOnlySpan<byte> operators)
    {
        Fill(Colour.Black);
        content.Put("q "u8).Number6(unit).Put(" 0 0 "u8).Number6(-unit).Put((byte)' ').Number(Across(x)).Put((byte)' ').Number(Up(y))
            .Put(" cm\n"u8).Put(operators).Put("Q\n"u8);
    }

    public void Image(int image, double x, double y, double width, double height)
    {
        Sheet.Images.Add(image);
        content.Put("q "u8).Number(width).Put(" 0 0 "u8).Number(height).Put((byte)' ').Number(Across(x)).Put((byte)' ').Number(Up(y + height))
            .Put(" cm/I"u8).Int(image).Put(" Do Q\n"u8);
    }

    /// <summary>Links an area to an address. What is read by nobody is not linked either: a link without an element fails PDF/UA.</summary>
    public void Link(string address, double x, double y, double right, double bottom, StructElement? element)
    {
        if (element is not null)
        {
            annotations.AddLink(Sheet, address, [Across(x), Up(bottom), Across(right), Up(y)], element);
        }
    }

    private static bool IsGrey(Colour colour) => colour.Red == colour.Green && colour.Green == colour.Blue;

    private ByteWriter Path(double x, double y, double width, double height) =>
        content.Number(Across(x)).Put((byte)' ').Number(Up(y + height)).Put((byte)' ').Number(width).Put((byte)' ').Number(height).Put(" re "u8);

    private void Stroke(double thickness, Colour colour)
    {
        if (stroke != colour)
        {
            stroke = colour;
            Components(colour);
            content.Put(IsGrey(colour) ? "G\n"u8 : "RG\n"u8);
        }

        if (lineWidth != thickness)
        {
            lineWidth = thickness;
            content.Number(thickness).Put(" w\n"u8);
        }
    }

    private void Components(Colour colour)
    {
        content.Number(colour.Red).Put((byte)' ');
        if (!IsGrey(colour))
        {
            content.Number(colour.Green).Put((byte)' ').Number(colour.Blue).Put((byte)' ');
        }
    }
}
