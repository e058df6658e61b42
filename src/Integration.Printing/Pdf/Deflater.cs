using System.IO.Compression;

namespace Integration.Printing.Pdf;

/// <summary>Deflates into a buffer that is used again.</summary>
internal sealed class Deflater
{
    private readonly MemoryStream target = new();

    /// <summary>The bytes deflated (zlib); valid until the next call.</summary>
    public ReadOnlySpan<byte> Run(ReadOnlySpan<byte> data)
    {
        target.SetLength(0);
        using (var zlib = new ZLibStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return target.GetBuffer().AsSpan(0, (int)target.Length);
    }
}
