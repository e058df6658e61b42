using Integration.Printing.Fonts;
using Integration.Printing.Text;

namespace Integration.Printing.Pdf;

/// <summary>Writes words between BT and ET with as few operators as will do.</summary>
internal sealed class TextPainter(ByteWriter content, FontTable fonts)
{
    private FontPartition? font;
    private double size;
    private double spacing;
    private double rise;
    private bool hidden;
    private long lineX;
    private long lineY;
    private double pen;
    private bool inArray;

    /// <summary>Forgets the graphics state, at the start of a page.</summary>
    public void Reset()
    {
        font = null;
        size = 0;
        spacing = 0;
        rise = 0;
        hidden = false;
    }

    public void Begin()
    {
        content.Put("BT\n"u8);
        lineX = 0;
        lineY = 0;
        pen = double.NaN;
    }

    public void End()
    {
        CloseArray();
        content.Put("ET\n"u8);
    }

    /// <summary>Writes a word with its origin at a place in the PDF's own coordinates.</summary>
    /// <param name="word">The word.</param>
    /// <param name="x">Points from the left.</param>
    /// <param name="y">Points from the bottom to the baseline.</param>
    /// <param name="width">The width in points.</param>
    /// <param name="style">Size, spacing and colour.</param>
    /// <param name="painter">Sets the colour.</param>
    public void Word(ShapedWord word, double x, double y, double width, ResolvedStyle style, Painter painter)
    {
        if (word.Pieces.Length == 0)
        {
            return;
        }

        if (painter.NeedsFill(style.Colour))
        {
            CloseArray();
            painter.Fill(style.Colour);
        }

        if (!word.RightToLeft)
        {
            Move(x, y);
        }

        foreach (var piece in word.Pieces)
        {
            if (word.RightToLeft)
            {
                pen = double.NaN;
                Move(x + (piece.Across * style.Size / 1000), y);
            }

            SetState(piece, style, word.RightToLeft ? 0 : style.LetterSpacing);
            if (!inArray)
            {
                content.Put((byte)'[');
                inArray = true;
            }

            content.Put(piece.Operands);
        }

        pen = word.RightToLeft ? double.NaN : x + width;
    }

    // Places are rounded to hundredths of a point before they are subtracted, so that errors do not add up.
    private void Move(double x, double y)
    {
        var toX = (long)Math.Round(x * 100);
        var toY = (long)Math.Round(y * 100);
        if (toY == lineY && Math.Abs(x - pen) < 0.02)
        {
            return;
        }

        CloseArray();
        content.Number((toX - lineX) / 100.0).Put((byte)' ').Number((toY - lineY) / 100.0).Put(" Td\n"u8);
        lineX = toX;
        lineY = toY;
    }

    private void SetState(in TextPiece piece, ResolvedStyle style, double wantedSpacing)
    {
        if (piece.Partition != font || size != style.Size)
        {
            CloseArray();
            font = piece.Partition;
            size = style.Size;
            content.Put("/F"u8).Int(fonts.IndexOf(font)).Put((byte)' ').Number(size).Put(" Tf\n"u8);
        }

        if (spacing != wantedSpacing)
        {
            CloseArray();
            spacing = wantedSpacing;
            content.Number(spacing).Put(" Tc\n"u8);
        }

        if (hidden != piece.Hidden)
        {
            CloseArray();
            hidden = piece.Hidden;
            content.Put(hidden ? "3 Tr\n"u8 : "0 Tr\n"u8);
        }

        var wanted = piece.Rise * style.Size / 1000;
        if (rise != wanted)
        {
            CloseArray();
            rise = wanted;
            content.Number(rise).Put(" Ts\n"u8);
        }
    }

    private void CloseArray()
    {
        if (inArray)
        {
            content.Put("]TJ\n"u8);
            inArray = false;
        }
    }
}
