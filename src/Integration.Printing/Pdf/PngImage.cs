using System.Buffers.Binary;
using System.IO.Compression;

namespace Integration.Printing.Pdf;

/// <summary>A PNG as PDF needs it: without alpha its own compressed rows, with alpha colours and alpha apart.</summary>
internal sealed class PngImage
{
    private const int MostPixels = 100_000_000;

    public int Width { get; private init; }

    public int Height { get; private init; }

    public int Bits { get; private init; }

    /// <summary>Components a pixel: 1 for grey and palette, 3 for colours.</summary>
    public int Colours { get; private init; }

    public byte[]? Palette { get; private init; }

    public byte[]? Alpha { get; private init; }

    /// <summary>Deflated rows with PNG's filters when <see cref="IsFiltered"/>, else plain samples.</summary>
    public required byte[] Data { get; init; }

    public bool IsFiltered { get; private init; }

    /// <exception cref="ArgumentException">The file is damaged, interlaced or of an unknown kind.</exception>
    public static PngImage Read(ReadOnlySpan<byte> file)
    {
        using var data = new MemoryStream();
        ReadOnlySpan<byte> header = [];
        byte[]? palette = null;
        byte[]? transparency = null;
        for (var i = 8; i + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[i..]);
            if (length < 0 || i + 12 + (long)length > file.Length)
            {
                throw Damaged();
            }

            var body = file.Slice(i + 8, length);
            switch (file.Slice(i + 4, 4))
            {
                case [(byte)'I', (byte)'H', (byte)'D', (byte)'R']: header = body; break;
                case [(byte)'P', (byte)'L', (byte)'T', (byte)'E']: palette = body.ToArray(); break;
                case [(byte)'t', (byte)'R', (byte)'N', (byte)'S']: transparency = body.ToArray(); break;
                case [(byte)'I', (byte)'D', (byte)'A', (byte)'T']: data.Write(body); break;
            }

            i += 12 + length;
        }

        return header.Length == 13 ? Interpret(header, palette, transparency, data.ToArray()) : throw Damaged();
    }

    private static PngImage Interpret(ReadOnlySpan<byte> header, byte[]? palette, byte[]? transparency, byte[] data)
    {
        var width = BinaryPrimitives.ReadInt32BigEndian(header);
        var height = BinaryPrimitives.ReadInt32BigEndian(header[4..]);
        int bits = header[8];
        int kind = header[9];
        if (width <= 0 || height <= 0 || (long)width * height > MostPixels)
        {
            throw Damaged();
        }

        if (header[12] != 0)
        {
            throw new ArgumentException("An image is an interlaced PNG; save it without interlacing.", nameof(header));
        }

        var alphaKind = kind is 4 or 6;
        if (alphaKind || (kind == 3 && transparency is not null))
        {
            return Separate(width, height, bits, kind, palette, transparency, data);
        }

        return new PngImage
        {
            Width = width,
            Height = height,
            Bits = bits,
            Colours = kind == 2 ? 3 : 1,
            Palette = kind == 3 ? palette ?? throw Damaged() : null,
            Data = data,
            IsFiltered = true,
        };
    }

    private static PngImage Separate(int width, int height, int bits, int kind, byte[]? palette, byte[]? transparency, byte[] data)
    {
        var channels = kind switch { 4 => 2, 6 => 4, _ => 1 };
        var rows = Unfilter(data, width, height, Math.Max(1, channels * bits / 8), ((width * channels * bits) + 7) / 8);
        var colours = kind == 4 ? 1 : 3;
        var samples = new byte[width * height * colours];
        var alpha = new byte[width * height];
        var step = bits == 16 ? 2 : 1;
        var rowLength = ((width * channels * bits) + 7) / 8;
        for (var pixel = 0; pixel < alpha.Length; pixel++)
        {
            var (y, x) = Math.DivRem(pixel, width);
            if (kind == 3)
            {
                var bit = x * bits;
                var index = (rows[(y * rowLength) + (bit >> 3)] >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
                if (palette is null || (index * 3) + 3 > palette.Length)
                {
                    throw Damaged();
                }

                palette.AsSpan(index * 3, 3).CopyTo(samples.AsSpan(pixel * 3));
                alpha[pixel] = index < transparency!.Length ? transparency[index] : byte.MaxValue;
                continue;
            }

            // Of 16-bit samples the high byte is enough on paper.
            var at = (y * rowLength) + (x * channels * step);
            for (var c = 0; c < colours; c++)
            {
                samples[(pixel * colours) + c] = rows[at + (c * step)];
            }

            alpha[pixel] = rows[at + (colours * step)];
        }

        return new PngImage { Width = width, Height = height, Bits = 8, Colours = colours, Alpha = alpha, Data = samples };
    }

    private static byte[] Unfilter(byte[] data, int width, int height, int pixelBytes, int rowLength)
    {
        var result = new byte[rowLength * height];
        using var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        var row = new byte[rowLength + 1];
        try
        {
            for (var y = 0; y < height; y++)
            {
                zlib.ReadExactly(row);
                var current = result.AsSpan(y * rowLength, rowLength);
                var above = y > 0 ? result.AsSpan((y - 1) * rowLength, rowLength) : new byte[rowLength];
                for (var i = 0; i < rowLength; i++)
                {
                    int left = i >= pixelBytes ? current[i - pixelBytes] : 0;
                    int corner = i >= pixelBytes ? above[i - pixelBytes] : 0;
                    var predicted = row[0] switch
                    {
                        0 => 0,
                        1 => left,
                        2 => above[i],
                        3 => (left + above[i]) / 2,
                        4 => Paeth(left, above[i], corner),
                        _ => throw Damaged(),
                    };
                    current[i] = (byte)(row[i + 1] + predicted);
                }
            }
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException)
        {
            throw Damaged();
        }

        return result;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var estimate = left + above - corner;
        var toLeft = Math.Abs(estimate - left);
        var toAbove = Math.Abs(estimate - above);
        var toCorner = Math.Abs(estimate - corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

#pragma warning disable MA0015 // The bytes come from a block, which has no parameter name here.
    private static ArgumentException Damaged() => new("An image is a damaged PNG.");
#pragma warning restore MA0015
}
