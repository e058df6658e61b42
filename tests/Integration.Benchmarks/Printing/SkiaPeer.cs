using Integration.Printing;
using Integration.Printing.Fonts;
using SkiaSharp;
using SkiaSharp.HarfBuzz;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Integration.Benchmarks.Printing;

/// <summary>
/// The same pages through SkiaSharp's PDF backend: the words of our own file, read back with their places, through the same font
/// files. Words are shaped and made into blobs beforehand, the QR code is one ready path, nothing is tagged, broken or laid out:
/// what is measured is the backend alone, which is more than fair to it.
/// </summary>
internal sealed class SkiaPeer
{
    private static readonly Dictionary<string, SKTypeface> Typefaces = [];
    private readonly List<Mark> marks = [];
    private readonly SKPath code = new();
    private readonly List<(float X, float Y, float Right)> lines = [];

    private SkiaPeer()
    {
    }

    private sealed record Mark(SKTextBlob Blob, float X, float Y);

    /// <summary>Reads the first page of a file written by our engine.</summary>
    public static SkiaPeer Of(byte[] pdf, bool[][] matrix)
    {
        var peer = new SkiaPeer();
        using var document = PdfDocument.Open(pdf);
        var page = document.GetPage(1);
        foreach (var word in WordsOf(page.Letters))
        {
            var first = word[0];
            var typeface = Typeface(first.FontName!);
            using var font = new SKFont(typeface, (float)first.PointSize) { Subpixel = true, LinearMetrics = true };
            using var shaper = new SKShaper(typeface);
            var text = string.Concat(word.Select(l => l.Value));
            if (text.Any(c => c is >= '\u0600' and <= '\u06FF'))
            {
                text = new string([.. text.Reverse()]);
            }

            var shaped = shaper.Shape(text, font);
            using var builder = new SKTextBlobBuilder();
            builder.AddPositionedRun([.. shaped.Codepoints.Select(c => (ushort)c)], font, shaped.Points);
            peer.marks.Add(new Mark(builder.Build()!, (float)first.StartBaseLine.X, (float)(page.Height - first.StartBaseLine.Y)));
        }

        var module = 62f / matrix.Length;
        for (var y = 0; y < matrix.Length; y++)
        {
            for (var x = 0; x < matrix.Length; x++)
            {
                if (matrix[y][x])
                {
                    peer.code.AddRect(SKRect.Create(47 + (x * module), 730 + (y * module), module, module));
                }
            }
        }

        for (var i = 0; i < 11; i++)
        {
            peer.lines.Add((47, 200 + (20 * i), 548));
        }

        return peer;
    }

    /// <summary>Writes one page a peer.</summary>
    public static void Write(IEnumerable<SkiaPeer> pages, Stream output)
    {
        using var document = SKDocument.CreatePdf(output, new SKDocumentPdfMetadata { Title = "Kurzprofil" });
        foreach (var page in pages)
        {
            page.Draw(document.BeginPage((float)Integration.Printing.PageSize.A4.Width, (float)Integration.Printing.PageSize.A4.Height));
            document.EndPage();
        }

        document.Close();
    }

    private void Draw(SKCanvas canvas)
    {
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        foreach (var mark in marks)
        {
            canvas.DrawText(mark.Blob, mark.X, mark.Y, ink);
        }

        canvas.DrawPath(code, ink);
        using var hair = new SKPaint { Color = SKColors.Gray, IsStroke = true, StrokeWidth = 0.4f };
        foreach (var (x, y, right) in lines)
        {
            canvas.DrawLine(x, y, right, y, hair);
        }
    }

    private static IEnumerable<List<Letter>> WordsOf(IReadOnlyList<Letter> letters)
    {
        var word = new List<Letter>();
        foreach (var letter in letters)
        {
            // Whole stretches of a line in one font, spaces and all: as few runs as a line needs.
            if (word.Count > 0 && (word[^1].FontName != letter.FontName || word[^1].PointSize != letter.PointSize
                || Math.Abs(word[^1].StartBaseLine.Y - letter.StartBaseLine.Y) > 0.1 || letter.StartBaseLine.X < word[^1].StartBaseLine.X
                || letter.StartBaseLine.X > word[^1].EndBaseLine.X + 3))
            {
                yield return word;
                word = [];
            }

            word.Add(letter);
        }

        if (word.Count > 0)
        {
            yield return word;
        }
    }

    private static SKTypeface Typeface(string fontName)
    {
        var name = fontName[(fontName.IndexOf('+', StringComparison.Ordinal) + 1)..];
        if (!Typefaces.TryGetValue(name, out var typeface))
        {
            using var stream = typeof(FontFace).Assembly.GetManifestResourceStream(name + ".ttf")!;
            Typefaces.Add(name, typeface = SKTypeface.FromStream(stream));
        }

        return typeface;
    }
}
