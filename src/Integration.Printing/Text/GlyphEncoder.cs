using System.Buffers;
using System.Buffers.Text;
using HarfBuzzSharp;
using Integration.Printing.Fonts;
using Buffer = HarfBuzzSharp.Buffer;

namespace Integration.Printing.Text;

/// <summary>Turns shaped glyphs into the operands of PDF's TJ operator.</summary>
/// <remarks>Words from right to left are written letter by letter in the order in which they are read. Readers of the logical structure
/// take text as it is written; others sort it by its place on the page, and then letters in strings of their own come out right as well.</remarks>
internal sealed class GlyphEncoder(FontFace face, bool rightToLeft)
{
    // Thousandths of an em: a fiftieth of a point in ordinary text.
    private const int Hair = 2;

    private readonly List<TextPiece> pieces = [];
    private readonly ArrayBufferWriter<byte> operands = new();
    private FontPartition? partition;
    private int rise;
    private int pending;
    private bool inString;

    public ShapedWord Encode(ReadOnlySpan<char> text, int start, Buffer buffer, bool covered)
    {
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var advance = 0;
        var exact = covered;
        var told = 0;
        for (var i = 0; i < infos.Length && !rightToLeft; i++)
        {
            var glyph = (ushort)infos[i].Codepoint;
            var own = ClusterText(text, start, infos, i);
            var (where, number, same) = face.Plan.Locate(glyph, own);
            exact &= same;
            told += own.Length;
            var position = positions[i];
            Put(where, number, (int)face.Thousandths(position.XOffset), (int)face.Thousandths(position.YOffset),
                (int)face.Thousandths(position.XAdvance), where.Width(glyph));
            advance += (int)face.Thousandths(position.XAdvance);
        }

        if (rightToLeft)
        {
            for (var i = 0; i < infos.Length; i++)
            {
                advance += (int)face.Thousandths(positions[i].XAdvance);
            }

            var pen = advance;
            for (var i = infos.Length - 1; i >= 0; i--)
            {
                var own = ClusterText(text, start, infos, i);
                pen -= (int)face.Thousandths(positions[i].XAdvance);
                exact &= PutAlone((ushort)infos[i].Codepoint, own, pen + (int)face.Thousandths(positions[i].XOffset), (int)face.Thousandths(positions[i].YOffset));
                told += own.Length;
            }
        }

        EndPiece();
        exact &= told == Visible(text);
        return new ShapedWord
        {
            Pieces = [.. pieces],
            RightToLeft = rightToLeft,
            Advance = advance,
            GlyphCount = infos.Length,
            ActualText = exact ? null : text.ToString(),
            TallFace = face.NeedsTallLines ? face : null,
        };
    }

    // The characters from this glyph's cluster to the next one's; empty for the second glyph of a cluster.
    private ReadOnlySpan<char> ClusterText(ReadOnlySpan<char> text, int start, ReadOnlySpan<GlyphInfo> infos, int i)
    {
        var cluster = infos[i].Cluster;
        var step = rightToLeft ? -1 : 1;
        var before = i - step;
        if (before >= 0 && before < infos.Length && infos[before].Cluster == cluster)
        {
            return [];
        }

        var next = i + step;
        while (next >= 0 && next < infos.Length && infos[next].Cluster == cluster)
        {
            next += step;
        }

        var end = next >= 0 && next < infos.Length ? (int)infos[next].Cluster - start : text.Length;
        var from = (int)cluster - start;
        return from >= 0 && end > from && end <= text.Length ? TrimInvisible(text[from..end]) : [];
    }

    private static ReadOnlySpan<char> TrimInvisible(ReadOnlySpan<char> text)
    {
        while (text.Length > 1 && FontLibrary.IsInvisible(text[^1]))
        {
            text = text[..^1];
        }

        return text;
    }

    // What extraction may lose: soft hyphens and directional marks. Joiners belong to the spelling of Persian words.
    private static int Visible(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (!FontLibrary.IsInvisible(c) || c is '\u200C' or '\u200D')
            {
                count++;
            }
        }

        return count;
    }

    // A glyph and, behind it, those without ink that tell the further letters of a ligature. These, and joiners, stand a hair's breadth
    // more to the left each, so that readers who sort letters by their place find them in the same order.
    private bool PutAlone(ushort glyph, ReadOnlySpan<char> own, int across, int yOffset)
    {
        var (where, number, same) = face.Plan.Locate(glyph, own);
        across -= own is "\u200C" or "\u200D" ? Hair : 0;
        AddPiece(number, across, hidden: false);
        foreach (var further in where.TailOf(glyph))
        {
            AddPiece(further, across -= Hair, hidden: true);
        }

        return same;

        void AddPiece(ushort value, int at, bool hidden)
        {
            Put((byte)'(');
            PutEscaped((byte)(value >> 8));
            PutEscaped((byte)value);
            Put((byte)')');
            pieces.Add(new TextPiece(where, operands.WrittenSpan.ToArray(), yOffset, at, hidden));
            operands.Clear();
        }
    }

    private void Put(FontPartition where, ushort number, int xOffset, int yOffset, int advance, int width)
    {
        if (where != partition || yOffset != rise)
        {
            EndPiece();
            partition = where;
            rise = yOffset;
        }

        pending -= xOffset;
        if (pending != 0)
        {
            FlushAdjustment();
        }

        if (!inString)
        {
            Put((byte)'(');
            inString = true;
        }

        PutEscaped((byte)(number >> 8));
        PutEscaped((byte)number);
        pending += xOffset + width - advance;
    }

    private void FlushAdjustment()
    {
        if (inString)
        {
            Put((byte)')');
            inString = false;
        }

        Utf8Formatter.TryFormat(pending, operands.GetSpan(12), out var written);
        operands.Advance(written);
        pending = 0;
    }

    private void EndPiece()
    {
        if (partition is null)
        {
            return;
        }

        if (pending != 0)
        {
            FlushAdjustment();
        }

        if (inString)
        {
            Put((byte)')');
            inString = false;
        }

        pieces.Add(new TextPiece(partition, operands.WrittenSpan.ToArray(), rise, 0));
        operands.Clear();
        partition = null;
    }

    private void PutEscaped(byte value)
    {
        if (value is (byte)'(' or (byte)')' or (byte)'\\')
        {
            Put((byte)'\\');
        }
        else if (value == (byte)'\r')
        {
            // A bare carriage return in a string would be read as a line feed.
            Put((byte)'\\');
            value = (byte)'r';
        }

        Put(value);
    }

    private void Put(byte value)
    {
        operands.GetSpan(1)[0] = value;
        operands.Advance(1);
    }
}
