using System.Security.Cryptography;

namespace Integration.Printing.Pdf;

/// <summary>An image in the file: its object number and its size in pixels.</summary>
internal readonly record struct EmbeddedImage(int Number, int Width, int Height);

/// <summary>The images of a document; the same bytes are embedded once.</summary>
internal sealed class ImageTable(ObjectFile file)
{
    private readonly Dictionary<UInt128, EmbeddedImage> known = [];

    /// <summary>Embeds an image.</summary>
    /// <exception cref="ArgumentException">The data is no PNG or baseline JPEG that can be embedded.</exception>
    public EmbeddedImage Add(ReadOnlyMemory<byte> data)
    {
        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(data.Span, digest);
        var key = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(digest);
        if (!known.TryGetValue(key, out var image))
        {
            image = data.Span is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] ? Embed(PngImage.Read(data.Span))
                : data.Span is [0xFF, 0xD8, ..] ? EmbedJpeg(data.Span)
                : throw new ArgumentException("An image is neither PNG nor JPEG.", nameof(data));
            known.Add(key, image);
        }

        return image;
    }

    private EmbeddedImage Embed(PngImage png)
    {
        var number = file.Reserve();
        var mask = 0;
        if (png.Alpha is { } alpha)
        {
            mask = file.Reserve();
            file.Compress(mask, Head(png.Width, png.Height, 8).Put("/ColorSpace/DeviceGray"u8).Written, alpha);
        }

        var head = Head(png.Width, png.Height, png.Bits);
        if (png.Palette is { } palette)
        {
            head.Put("/ColorSpace[/Indexed/DeviceRGB "u8).Int((palette.Length / 3) - 1).Put("<"u8).Ascii(Convert.ToHexString(palette)).Put(">]"u8);
        }
        else
        {
            head.Put(png.Colours == 1 ? "/ColorSpace/DeviceGray"u8 : "/ColorSpace/DeviceRGB"u8);
        }

        if (mask != 0)
        {
            head.Put("/SMask "u8).Reference(mask);
        }

        if (png.IsFiltered)
        {
            head.Put("/DecodeParms<</Predictor 15/Colors "u8).Int(png.Colours).Put("/BitsPerComponent "u8).Int(png.Bits)
                .Put("/Columns "u8).Int(png.Width).Put(">>"u8);
            file.Deflated(number, head.Written, png.Data, unique: true);
        }
        else
        {
            file.Compress(number, head.Written, png.Data);
        }

        return new EmbeddedImage(number, png.Width, png.Height);
    }

    private EmbeddedImage EmbedJpeg(ReadOnlySpan<byte> data)
    {
        var (width, height, components) = ReadFrame(data);
        var number = file.Reserve();
        var head = Head(width, height, 8).Put(components == 1 ? "/ColorSpace/DeviceGray"u8 : "/ColorSpace/DeviceRGB"u8).Put("/Filter/DCTDecode"u8);
        file.Plain(number, head.Written, data);
        return new EmbeddedImage(number, width, height);
    }

    private static ByteWriter Head(int width, int height, int bits) =>
        new ByteWriter(256).Put("/Type/XObject/Subtype/Image/Width "u8).Int(width).Put("/Height "u8).Int(height).Put("/BitsPerComponent "u8).Int(bits);

    internal static (int Width, int Height, int Components) ReadFrame(ReadOnlySpan<byte> data)
    {
        for (var i = 2; i + 9 < data.Length && data[i] == 0xFF;)
        {
            var marker = data[i + 1];
            if (marker == 0xFF)
            {
                i++;
                continue;
            }

            // SOF0 to SOF2; the others are arithmetic, lossless or hierarchical.
            if (marker is 0xC0 or 0xC1 or 0xC2)
            {
                var components = data[i + 9];
                if (components is not (1 or 3))
                {
                    break;
                }

                return ((data[i + 7] << 8) | data[i + 8], (data[i + 5] << 8) | data[i + 6], components);
            }

            i += 2 + ((data[i + 2] << 8) | data[i + 3]);
        }

        throw new ArgumentException("An image is no grey or colour JPEG.", nameof(data));
    }
}
