using System.Buffers.Text;
using System.Text;

namespace Integration.Printing.Pdf;

/// <summary>A growing buffer with PDF's ways of writing numbers and strings.</summary>
internal sealed class ByteWriter(int capacity = 16 * 1024)
{
    private byte[] buffer = new byte[capacity];

    public int Length { get; private set; }

    public int Capacity => buffer.Length;

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Truncate(int length) => Length = length;

    public ByteWriter Put(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(Length));
        Length += bytes.Length;
        return this;
    }

    public ByteWriter Put(byte value)
    {
        Reserve(1);
        buffer[Length++] = value;
        return this;
    }

    /// <summary>Text of ASCII characters alone.</summary>
    public ByteWriter Ascii(string text)
    {
        Reserve(text.Length);
        Length += Encoding.ASCII.GetBytes(text, buffer.AsSpan(Length));
        return this;
    }

    public ByteWriter Int(long value)
    {
        Reserve(20);
        Utf8Formatter.TryFormat(value, buffer.AsSpan(Length), out var written);
        Length += written;
        return this;
    }

    /// <summary>A number to a thousandth, without needless zeros.</summary>
    public ByteWriter Number(double value)
    {
        var thousandths = (long)Math.Round(value * 1000, MidpointRounding.AwayFromZero);
        if (thousandths < 0)
        {
            Put((byte)'-');
            thousandths = -thousandths;
        }

        var (whole, part) = Math.DivRem(thousandths, 1000);
        Int(whole);
        if (part == 0)
        {
            return this;
        }

        Reserve(4);
        buffer[Length++] = (byte)'.';
        buffer[Length++] = (byte)('0' + (part / 100));
        if (part % 100 != 0)
        {
            buffer[Length++] = (byte)('0' + (part / 10 % 10));
            if (part % 10 != 0)
            {
                buffer[Length++] = (byte)('0' + (part % 10));
            }
        }

        return this;
    }

    /// <summary>A number to a millionth, for factors that multiply lengths.</summary>
    public ByteWriter Number6(double value)
    {
        Reserve(32);
        Utf8Formatter.TryFormat(Math.Round((decimal)value, 6), buffer.AsSpan(Length), out var written);
        Length += written;
        return this;
    }

    /// <summary>A reference to an object.</summary>
    public ByteWriter Reference(int number) => Int(number).Put(" 0 R"u8);

    /// <summary>A text string: ASCII as it is, all else as UTF-16 in hexadecimal digits.</summary>
    public ByteWriter Text(string text)
    {
        if (IsPlain(text))
        {
            Put((byte)'(');
            foreach (var c in text)
            {
                if (c is '(' or ')' or '\\')
                {
                    Put((byte)'\\');
                }

                Put((byte)c);
            }

            return Put((byte)')');
        }

        Put("<FEFF"u8);
        Reserve(text.Length * 4);
        foreach (var c in text)
        {
            for (var shift = 12; shift >= 0; shift -= 4)
            {
                buffer[Length++] = "0123456789ABCDEF"u8[(c >> shift) & 15];
            }
        }

        return Put((byte)'>');
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    private void Reserve(int count)
    {
        if (Length + count > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Length + count));
        }
    }
}
