using System.IO.Compression;

namespace Integration.Printing.Pdf;

/// <summary>Deflates into a buffer that is used again.</summary>
#pragma warning disable CA1001 // A memory stream holds nothing that needs disposal.
internal sealed class Deflater
#pragma warning restore CA1001
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
