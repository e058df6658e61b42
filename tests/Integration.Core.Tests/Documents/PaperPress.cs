using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Printing;
using Integration.Testing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Integration.Core.Tests.Documents;

/// <summary>Prints papers and reads them again.</summary>
internal static class PaperPress
{
    public static PrintEventPapers Use(TestDatabase database, ICurrentUser user, TimeProvider clock) =>
        new(database, user, clock, new CodeCatalogSource(database, clock), HarfBuzzPdfEngine.Shared, new DocumentOptions { PublicAddress = new Uri("https://portal.example/") });

    /// <summary>The text of each sheet, in reading order.</summary>
    public static async Task<IReadOnlyList<string>> PagesAsync(TestDatabase database, ICurrentUser user, TimeProvider clock, JobEventId jobEvent, params EventPaper[] papers)
    {
        using var file = new MemoryStream();
        var printed = await Use(database, user, clock).ExecuteAsync(jobEvent, papers, file, TestContext.Current.CancellationToken);
        Assert.True(printed.Done, printed.Error?.Code);
        return await ReadAsync(file, string.Join('-', papers));
    }

    /// <summary>The text of each sheet of a file, in reading order; with INTEGRATION_KEEP set the file is kept in that folder, to be looked at.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(MemoryStream file, string name)
    {
        if (Environment.GetEnvironmentVariable("INTEGRATION_KEEP") is { Length: > 0 } keep)
        {
            await File.WriteAllBytesAsync(Path.Combine(keep, name + ".pdf"), file.ToArray(), TestContext.Current.CancellationToken);
        }

        using var pdf = PdfDocument.Open(file.ToArray());
        return [.. pdf.GetPages().Select(page => ContentOrderTextExtractor.GetText(page).ReplaceLineEndings(" "))];
    }

    /// <summary>That the pieces stand in the text one after the other.</summary>
    public static void AssertInOrder(string text, params string[] pieces)
    {
        var from = 0;
        foreach (var piece in pieces)
        {
            var at = text.IndexOf(piece, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{piece}' is missing or too early in: {text}");
            from = at + piece.Length;
        }
    }
}
