using Integration.Printing.Blocks;

namespace Integration.Printing.Tests;

public class DeterminismTests
{
    [Fact]
    public void SameDocumentTwice_SameBytes()
    {
        Assert.Equal(Sample.Pdf(Sample.Everything()), Sample.Pdf(Sample.Everything()));
    }

    [Fact]
    public void OtherDocumentsBetween_SameBytes()
    {
        var before = Sample.Pdf(Sample.Everything());
        foreach (var text in new[] { Sample.Ukrainian, Sample.Turkish, Sample.Persian, "ԱԲԳ ქართული Ελλάδα" })
        {
            Sample.Pdf(new Paragraph(text));
        }

        Assert.Equal(before, Sample.Pdf(Sample.Everything()));
    }

    [Fact]
    public void OtherText_OtherFileIdentifier()
    {
        Assert.NotEqual(Identifier(Sample.Pdf(Sample.Everything("A"))), Identifier(Sample.Pdf(Sample.Everything("B"))));
    }

    [Fact]
    public async Task ManyThreads_SameBytesAsOne()
    {
        var documents = Enumerable.Range(0, 12).Select(i => Sample.Everything("Titel " + i)).ToArray();
        var alone = documents.Select(Sample.Pdf).ToArray();
        var together = await Task.WhenAll(Enumerable.Range(0, 96).Select(i => Task.Run(() => Sample.Pdf(documents[i % 12]))));
        for (var i = 0; i < together.Length; i++)
        {
            Assert.Equal(alone[i % 12], together[i]);
        }
    }

    [Fact]
    public void CreationDate_ComesFromTheDocumentAlone()
    {
        var document = Sample.Everything() with { CreatedAt = new DateTime(2026, 3, 12, 8, 30, 0, DateTimeKind.Utc) };
        Assert.Contains("Mar 12 08:30:00 2026", Tool.Run("env", Sample.Pdf(document), "TZ=UTC", "pdfinfo", "FILE"), StringComparison.Ordinal);
        Assert.DoesNotContain("CreationDate", Tool.Run("pdfinfo", Sample.Pdf(Sample.Everything()), "FILE"), StringComparison.Ordinal);
    }

    private static string Identifier(byte[] pdf)
    {
        var text = System.Text.Encoding.Latin1.GetString(pdf);
        return text.Substring(text.LastIndexOf("/ID[<", StringComparison.Ordinal) + 5, 32);
    }
}
