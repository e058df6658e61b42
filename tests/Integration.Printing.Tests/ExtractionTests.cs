using Integration.Printing.Blocks;

namespace Integration.Printing.Tests;

public class ExtractionTests
{
    [Theory]
    [InlineData("de", Sample.German)]
    [InlineData("uk", Sample.Ukrainian)]
    [InlineData("tr", Sample.Turkish)]
    [InlineData("kmr", Sample.Kurmanji)]
    [InlineData("ti", Sample.Tigrinya)]
    [InlineData("ar", Sample.Arabic)]
    [InlineData("fa", Sample.Persian)]
    public void Text_IsFoundWordForWord(string language, string text)
    {
        var found = Sample.Text(Sample.Pdf(new Paragraph(text) { Language = language }));
        Assert.All(text.Split(' '), word => Assert.Contains(word, found, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("de", Sample.German)]
    [InlineData("uk", Sample.Ukrainian)]
    [InlineData("tr", Sample.Turkish)]
    [InlineData("kmr", Sample.Kurmanji)]
    [InlineData("ti", Sample.Tigrinya)]
    public void Text_IsFoundByAnotherReader(string language, string text)
    {
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), Sample.Letters(Sample.Pdf(new Paragraph(text) { Language = language })));
    }

    [Fact]
    public void LamAlef_KeepsTheOrderOfItsLetters()
    {
        var found = Sample.Text(Sample.Pdf(new Paragraph("السلام والأمان والإجازة الآن بلا") { Language = "ar" }));
        Assert.All(new[] { "السلام", "والأمان", "والإجازة", "الآن", "بلا" }, word => Assert.Contains(word, found, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ar", "موافقة: عرض الـ Kurzprofil (الملف المهني المختصر) بتاريخ 13.02.2027، والإجازة الآن بلا شرط.")]
    [InlineData("fa", "من موافقت می‌کنم که این متن [Kurzprofil] تا ۱۲ روز خوانده شود؛ لازم است.")]
    [InlineData("de", "Dieser Satz ist länger als eine Zeile der schmalen Spalte, in der er steht, und hat keine Silbentrennung.")]
    public void Structure_IsReadAsItWasWritten(string language, string text)
    {
        var pdf = Sample.Pdf(new Row([new(TrackWidth.Fixed(120), new Paragraph(text) { Language = language })]));

        Assert.Contains($"\"{text}\"", Tool.Run("pdfinfo", pdf, "-struct-text", "FILE"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ar", Sample.Arabic)]
    [InlineData("fa", Sample.Persian)]
    [InlineData("ti", Sample.Tigrinya)]
    public void MuPdf_ReadsTheTextAsItWasWritten(string language, string text) =>
        Assert.Contains(text, Tool.Run("mutool", Sample.Pdf(new Paragraph(text) { Language = language }), "draw", "-q", "-F", "txt", "FILE"), StringComparison.Ordinal);

    [Fact]
    public void PersonalNameInGermanText_KeepsGermanOrderAround()
    {
        var found = Sample.Text(Sample.Pdf(new Paragraph([new Run("Vor "), new Run("أحمد 12") { Isolated = true }, new Run(" nach")])));
        Assert.Matches(@"^Vor 12 .*أحمد.*nach", found);
    }

    [Fact]
    public void Signs_ComeOut()
    {
        const string Signs = "•☐☑✓→–„“…€";
        Assert.Equal(Signs, Sample.Letters(Sample.Pdf(new Paragraph(Signs))));
    }

    [Fact]
    public void UncoveredCharacter_IsReportedAndReplaced()
    {
        var missing = new List<int>();
        using var file = new MemoryStream();
        new HarfBuzzPdfEngine(r => missing.Add(r.Value)).Write(Sample.Document(new Paragraph("A一B")), file);

        Assert.Equal([0x4E00], missing);
        Assert.Equal("A\uFFFDB", Sample.Letters(file.ToArray()));
    }

    [Fact]
    public void Bold_UsesTheBoldFace()
    {
        var letters = Sample.Pages(Sample.Pdf(new Paragraph("fett", TextStyle.Body with { Bold = true })))[0].Letters;
        Assert.All(letters, l => Assert.EndsWith("NotoSans-Bold", l.FontName, StringComparison.Ordinal));
    }
}
