using BenchmarkDotNet.Attributes;
using Integration.Printing;
using Integration.Printing.Layout;

namespace Integration.Benchmarks.Printing;

/// <summary>A profile page and a file of 600, beside SkiaSharp's PDF backend with the same words at the same places.</summary>
[MemoryDiagnoser]
public class PdfEngineBenchmarks
{
    private readonly MemoryStream file = new();
    private PrintDocument one = SampleProfile.Document(0);
    private PageSequence[] many = [];
    private SkiaPeer[] peers = [];

    [GlobalSetup]
    public void Prepare()
    {
        one = SampleProfile.Document(1);
        many = [.. Enumerable.Range(0, 600).Select(i => SampleProfile.Sequence(i % 64))];
        using var written = new MemoryStream();
        HarfBuzzPdfEngine.Shared.Write(one, written);
        var code = one.Sequences.First().Bookmark;
        peers = [SkiaPeer.Of(written.ToArray(), QrSymbol.Of("https://portal.example/p/" + code).Matrix)];
    }

    [Benchmark]
    public int OnePage()
    {
        file.SetLength(0);
        return HarfBuzzPdfEngine.Shared.Write(one, file);
    }

    [Benchmark]
    public void OnePageSkia()
    {
        file.SetLength(0);
        SkiaPeer.Write(peers, file);
    }

    [Benchmark]
    public int SixHundredPages() => HarfBuzzPdfEngine.Shared.Write(SampleProfile.Document(many), Stream.Null);

    [Benchmark]
    public void SixHundredPagesSkia() => SkiaPeer.Write(Enumerable.Repeat(peers[0], 600), Stream.Null);
}
