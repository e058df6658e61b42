using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using Integration.Printing.Blocks;
using Integration.Printing.Fonts;
using Integration.Printing.Layout;

namespace Integration.Printing.Tests;

public class FigureTests
{
    private const int PixelsPerModule = 4;

    [Fact]
    public void QrCode_IsDrawnModuleForModule()
    {
        const string Address = "https://portal.example/p/K74F2X";
        var expected = QrSymbol.Of(Address).Matrix;

        // A page exactly as large as the code, drawn with whole pixels a module.
        var size = (double)expected.Length;
        var pdf = Sample.Pdf(new PageSequence
        {
            Size = new PageSize(size, size),
            Margins = Margins.None,
            Content = [new QrCode(Address, size, "QR")],
        }.ToDocument());
        var dots = (72 * PixelsPerModule).ToString(CultureInfo.InvariantCulture);
        var (width, pixels) = ReadPgm(pdf, dots);

        Assert.Equal(expected.Length * PixelsPerModule, width);
        for (var y = 0; y < expected.Length; y++)
        {
            for (var x = 0; x < expected.Length; x++)
            {
                var at = (((y * PixelsPerModule) + (PixelsPerModule / 2)) * width) + (x * PixelsPerModule) + (PixelsPerModule / 2);
                Assert.Equal(expected[y][x], pixels[at] < 128);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public void Png_OfEveryKind_ComesOutInItsColours(int kind)
    {
        var pdf = Sample.Pdf(new PageSequence
        {
            Size = new PageSize(8, 8),
            Margins = Margins.None,
            Content = [new Image(Png(kind, 8, 8), 8, "Bild")],
        }.ToDocument());
        var (width, pixels) = ReadPgm(pdf, "72");

        // The left half is dark, the right half light; transparent kinds show paper at the right.
        Assert.Equal(8, width);
        Assert.True(pixels[(3 * 8) + 1] < 90, "left");
        Assert.True(pixels[(3 * 8) + 6] > 190, "right");
    }

    [Fact]
    public void SameImageTwice_IsEmbeddedOnce()
    {
        var image = new Image(Png(2, 64, 64), 50, "Bild");
        var twice = System.Text.Encoding.Latin1.GetString(Sample.Pdf(image, image));
        Assert.Equal(1, twice.Split("/Subtype/Image").Length - 1);
    }

    [Theory]
    [InlineData("\u0627\u200C\u0627", "\u0627\u0627")]
    [InlineData("\u062F\u200C\u062F", "\u062F\u062F")]
    public void Joiner_LeavesNoInk(string with, string without)
    {
        // Neither letter joins the one after it, so that only the joiner's own glyph could make a difference.
        byte[] Draw(string text) => ReadPgm(Sample.Pdf(new Paragraph(text, new TextStyle { Size = 60, LineHeight = 90 }) { Language = "fa" }), "36").Pixels;

        Assert.Equal(Draw(without), Draw(with));
    }

    [Fact]
    public void EmptyGlyphsOfEveryFace_AreEmpty()
    {
        var faces = new[] { true, false }.SelectMany(bold => new[] { 'ا', 'a', 'ሀ', 'Ա', 'ა' }.Select(c => FontLibrary.Shared.Find(c, null, bold, shared: false)!))
            .Where(f => f.Glyph(FontFace.ZeroWidthSpace) != 0).ToList();
        Assert.NotEmpty(faces);
        Assert.All(faces, face =>
        {
            Assert.True(face.Font.TryGetGlyphExtents(face.Glyph(FontFace.ZeroWidthSpace), out var extents));
            Assert.Equal((0, 0), (extents.Width, extents.Height));
            Assert.Equal(0, face.Advance(face.Glyph(FontFace.ZeroWidthSpace)));
        });
    }

    [Theory]
    [InlineData("no image at all")]
    [InlineData("\u0089PNG\r\n\u001a\n damaged")]
    public void DamagedImage_IsRefused(string bytes)
    {
        Assert.Throws<ArgumentException>(() => Sample.Pdf(new Image(System.Text.Encoding.Latin1.GetBytes(bytes), 10, "x")));
    }

    private static (int Width, byte[] Pixels) ReadPgm(byte[] pdf, string dots)
    {
        var target = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Tool.Run("pdftoppm", pdf, "-r", dots, "-gray", "-singlefile", "FILE", target);
        var file = File.ReadAllBytes(target + ".pgm");
        File.Delete(target + ".pgm");
        var head = System.Text.Encoding.ASCII.GetString(file, 0, 32).Split('\n');
        var width = int.Parse(head[1].Split(' ')[0], CultureInfo.InvariantCulture);
        var height = int.Parse(head[1].Split(' ')[1], CultureInfo.InvariantCulture);
        return (width, file[^(width * height)..]);
    }

    /// <summary>A PNG, dark at the left and light (or transparent) at the right, with PNG's filters in turn.</summary>
    private static byte[] Png(int kind, int width, int height)
    {
        var channels = kind switch { 0 => 1, 2 => 3, 4 => 2, _ => 4 };
        var raw = new List<byte>();
        for (var y = 0; y < height; y++)
        {
            var row = new byte[width * channels];
            for (var x = 0; x < width; x++)
            {
                var light = x >= width / 2;
                for (var c = 0; c < channels; c++)
                {
                    var isAlpha = channels % 2 == 0 && c == channels - 1;
                    row[(x * channels) + c] = isAlpha ? (byte)(light ? 0 : 255) : (byte)(light && channels % 2 == 1 ? 230 : 40);
                }
            }

            // Rows are all alike, so that "up" leaves zeros and "sub" differences.
            var filter = y == 0 ? 0 : (y % 3);
            raw.Add((byte)filter);
            for (var i = 0; i < row.Length; i++)
            {
                raw.Add(filter switch { 0 => row[i], 1 => (byte)(row[i] - (i >= channels ? row[i - channels] : 0)), _ => 0 });
            }
        }

        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = (byte)kind;
        Chunk(file, "IHDR", header);
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write([.. raw]);
        }

        Chunk(file, "IDAT", data.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, string name, byte[] body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        file.Write(length);
        file.Write(System.Text.Encoding.ASCII.GetBytes(name));
        file.Write(body);
        file.Write(new byte[4]);
    }
}
