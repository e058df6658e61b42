using System.Diagnostics;
using System.Globalization;
using Integration.Printing;
using Integration.Printing.Layout;

namespace Integration.Benchmarks.Printing;

/// <summary>Our engine and SkiaSharp's PDF backend in one run, by turns: <c>-- printing</c>.</summary>
internal static class PrintingMeasurement
{
    private const int Variants = 64;
    private const int Rounds = 7;
    private const int PagesInOneFile = 600;
    private const int SingleWrites = 5_000;

    public static int Run()
    {
        var engine = HarfBuzzPdfEngine.Shared;
        var documents = Enumerable.Range(0, Variants).Select(i => SampleProfile.Document(i)).ToArray();
        var peers = documents.Select((d, i) => Peer(engine, d, i)).ToArray();
        Say($"one profile page: {Bytes(engine, documents[0]):N0} bytes; with a line of Arabic: {Bytes(engine, SampleProfile.Document(0, arabic: true)):N0} bytes");

        // By turns, so that a busy neighbour hits both; the medians are compared.
        var ours = new List<double>();
        var theirs = new List<double>();
        Warm(() => Many(engine, documents, 200));
        Warm(() => ManyPeers(peers, 5));
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(500 / Time(() => Many(engine, documents, 500)));
            theirs.Add(10 / Time(() => ManyPeers(peers, 10)));
        }

        Compare("one-page files", "files/s", ours, theirs);

        var sequences = Enumerable.Range(0, PagesInOneFile).Select(i => SampleProfile.Sequence(i % Variants)).ToArray();
        var pages = Enumerable.Range(0, PagesInOneFile).Select(i => peers[i % Variants]).ToArray();
        ours.Clear();
        theirs.Clear();
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(PagesInOneFile / Time(() => engine.Write(SampleProfile.Document(sequences), Stream.Null)));
            theirs.Add(PagesInOneFile / Time(() => SkiaPeer.Write(pages, Stream.Null)));
        }

        Compare("one file of 600 pages", "pages/s", ours, theirs);
        Latencies(engine, documents);
        Memory(engine, 10_000);
        Memory(engine, 100_000);
        return 0;
    }

    private static SkiaPeer Peer(HarfBuzzPdfEngine engine, PrintDocument document, int number)
    {
        using var file = new MemoryStream();
        engine.Write(document, file);
        var code = document.Sequences.First().Bookmark;
        return SkiaPeer.Of(file.ToArray(), QrSymbol.Of("https://portal.example/p/" + code).Matrix);
    }

    private static void Many(HarfBuzzPdfEngine engine, PrintDocument[] documents, int count)
    {
        using var file = new MemoryStream();
        for (var i = 0; i < count; i++)
        {
            file.SetLength(0);
            engine.Write(documents[i % documents.Length], file);
        }
    }

    private static void ManyPeers(SkiaPeer[] peers, int count)
    {
        using var file = new MemoryStream();
        for (var i = 0; i < count; i++)
        {
            file.SetLength(0);
            SkiaPeer.Write([peers[i % peers.Length]], file);
        }
    }

    private static void Latencies(HarfBuzzPdfEngine engine, PrintDocument[] documents)
    {
        using var file = new MemoryStream();
        var times = new double[SingleWrites];
        for (var i = 0; i < times.Length; i++)
        {
            file.SetLength(0);
            var start = Stopwatch.GetTimestamp();
            engine.Write(documents[i % documents.Length], file);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        Say($"{SingleWrites:N0} warm one-page files: median {times[SingleWrites / 2]:F3} ms, p99 {times[SingleWrites * 99 / 100]:F3} ms, slowest {times[^1]:F2} ms");
    }

    private static void Memory(HarfBuzzPdfEngine engine, int pages)
    {
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long peak = 0;
        var start = Stopwatch.GetTimestamp();
        engine.Write(SampleProfile.Document(Sequences()), Stream.Null);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Say($"{pages:N0} pages to a null stream: {seconds:F1} s, live memory at most {Math.Max(0, peak - before) / 1048576.0:F1} MB above the start, working set {Environment.WorkingSet / 1048576:N0} MB");

        IEnumerable<PageSequence> Sequences()
        {
            for (var i = 0; i < pages; i++)
            {
                if (i % (pages / 10) == pages / 20)
                {
                    peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
                }

                yield return SampleProfile.Sequence(i % Variants);
            }

            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
        }
    }

    private static long Bytes(HarfBuzzPdfEngine engine, PrintDocument document)
    {
        using var file = new MemoryStream();
        engine.Write(document, file);
        return file.Length;
    }

    private static void Compare(string what, string unit, List<double> ours, List<double> theirs)
    {
        var (a, b) = (Median(ours), Median(theirs));
        Say($"{what}: ours {a:N0} {unit}, SkiaSharp {b:N0} {unit}, ratio {a / b:F1}");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Warm(Action action)
    {
        for (var i = 0; i < 3; i++)
        {
            action();
        }
    }

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
