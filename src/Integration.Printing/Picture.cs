using System.Buffers.Binary;
using Integration.Printing.Pdf;

namespace Integration.Printing;

/// <summary>What a picture is, found by reading it, whatever its name or label says.</summary>
/// <param name="MediaType"><c>image/png</c> or <c>image/jpeg</c>.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public sealed record Picture(string MediaType, int Width, int Height)
{
    /// <summary>Most pixels that are read: what a small file claims to unfold into must not fill the memory.</summary>
    public const int MostPixels = 30_000_000;

    /// <summary>Reads a picture.</summary>
    /// <returns><see langword="null"/> for everything that cannot be printed: more than <see cref="MostPixels"/>, other formats, damaged files, interlaced PNG, JPEG in printers' colours.</returns>
    public static Picture? Read(ReadOnlySpan<byte> data)
    {
        try
        {
            if (data is [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..])
            {
                // The header comes first by the standard; sizes are looked at before anything is unpacked.
                if (data.Length < 33 || (long)BinaryPrimitives.ReadUInt32BigEndian(data[16..]) * BinaryPrimitives.ReadUInt32BigEndian(data[20..]) > MostPixels)
                {
                    return null;
                }

                var png = PngImage.Read(data);
                return new Picture("image/png", png.Width, png.Height);
            }

            if (data is [0xFF, 0xD8, 0xFF, ..])
            {
                var (width, height, _) = ImageTable.ReadFrame(data);
                return width > 0 && height > 0 && (long)width * height <= MostPixels ? new Picture("image/jpeg", width, height) : null;
            }

            return null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or InvalidDataException)
        {
            return null;
        }
    }
}
