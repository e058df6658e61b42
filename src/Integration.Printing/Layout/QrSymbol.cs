using System.Collections.Concurrent;
using Integration.Printing.Pdf;
using QRCoder;

namespace Integration.Printing.Layout;

/// <summary>A QR code as one path of rectangles, a unit a module, with its quiet zone.</summary>
internal sealed class QrSymbol
{
    private const int MostRemembered = 4096;
    private static readonly ConcurrentDictionary<string, QrSymbol> Remembered = new();

    private QrSymbol(string content)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        Matrix = [.. data.ModuleMatrix.Select(row => row.Cast<bool>().ToArray())];
        Modules = Matrix.Length;
        var path = new ByteWriter(4096);
        for (var y = 0; y < Modules; y++)
        {
            for (var x = 0; x < Modules; x++)
            {
                if (!Matrix[y][x])
                {
                    continue;
                }

                var start = x;
                while (x + 1 < Modules && Matrix[y][x + 1])
                {
                    x++;
                }

                path.Int(start).Put((byte)' ').Int(y).Put((byte)' ').Int(x - start + 1).Put(" 1 re\n"u8);
            }
        }

        Operators = path.Put("f\n"u8).Written.ToArray();
    }

    /// <summary>Dark modules, rows from the top, quiet zone of four modules included.</summary>
    public bool[][] Matrix { get; }

    /// <summary>Modules a side, quiet zone included.</summary>
    public int Modules { get; }

    public byte[] Operators { get; }

    public static QrSymbol Of(string content)
    {
        if (Remembered.TryGetValue(content, out var known))
        {
            return known;
        }

        if (Remembered.Count >= MostRemembered)
        {
            Remembered.Clear();
        }

        return Remembered.GetOrAdd(content, c => new QrSymbol(c));
    }
}
