using System.IO.Compression;
using System.Text;
using Integration.Participants.Import;
using MiniExcelLibs;

namespace Integration.Core.Tests.Participants.Import;

public sealed class ImportFileTests
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string> Encodings => new("utf8", "utf8-mark", "windows-1252", "utf16");

    [Theory, MemberData(nameof(Encodings))]
    public void Umlauts_ArriveInEveryEncoding(string encoding)
    {
        const string Text = "Nachname;Vorname\r\nTöbben;Gülay Größe\r\n";
        byte[] content = encoding switch
        {
            "utf8" => Encoding.UTF8.GetBytes(Text),
            "utf8-mark" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)],
            "windows-1252" => Windows1252.GetBytes(Text),
            _ => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)],
        };

        var row = Assert.Single(Table(content).Rows);

        Assert.Equal(["Többen", "Gülay Größe"], row.Cells);
        Assert.Equal(2, row.Number);
    }

    [Theory]
    [InlineData(";")]
    [InlineData(",")]
    [InlineData("\t")]
    public void Separator_IsFoundByItself(string separator)
    {
        var table = Table(string.Join(separator, "Nachname", "Vorname", "Bemerkung") + "\n" + string.Join(separator, "Demir", "Rojîn", "\"a;b,c\td\""));

        Assert.Equal(["Nachname", "Vorname", "Bemerkung"], table.Headings);
        Assert.Equal(["Demir", "Rojîn", "a;b,c\td"], table.Rows[0].Cells);
    }

    [Fact]
    public void QuotesAndLineBreaksInCells_StayTogether()
    {
        var table = Table("Nachname;Bemerkung\r\n\"Demir \"\"Rojîn\"\"\";\"erste\r\nzweite Zeile\"\r\n\r\nKarimi;\r\n");

        Assert.Equal(["Demir \"Rojîn\"", "erste\r\nzweite Zeile"], table.Rows[0].Cells);
        Assert.Equal((4, "Karimi"), (table.Rows[1].Number, table.Rows[1].Cells[0]));
    }

    [Fact]
    public void TitleAndSeparatorLinesAboveTheHeadings_AreSkipped()
    {
        var table = Table("sep=;\nTeilnehmerliste, Stand 01.02.2027\n\nNachname;Vorname\nDemir;Rojîn\n");

        Assert.Equal(["Nachname", "Vorname"], table.Headings);
        Assert.Equal((3, 4), (table.HeadingRow, table.Rows[0].Number));
    }

    [Theory]
    [InlineData("", "Import_EmptyFile")]
    [InlineData("\n \n", "Import_EmptyFile")]
    [InlineData("Nachname;Vorname\n;\n", "Import_NoRows")]
    [InlineData("%PDF-1.7 …", "Import_ForeignFile")]
    [InlineData("<html><table>", "Import_ForeignFile")]
    [InlineData("{\"name\": 1}", "Import_ForeignFile")]
    [InlineData("a;b\0;c", "Import_ForeignFile")]
    [InlineData("Nachname;Vorname\nA;\"offen\nB;b\nC;c\n", "Import_OpenQuote")]
    public void FileThatCannotBeRead_IsRefusedWithAWord(string text, string code) =>
        Assert.Equal(code, ImportFile.Read(Encoding.UTF8.GetBytes(text)).Error?.Code);

    [Fact]
    public void OldDamagedAndForeignBinaries_AreRefusedWithAWord()
    {
        Assert.Equal("Import_OldExcel", ImportFile.Read(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1 }).Error?.Code);
        Assert.Equal("Import_DamagedFile", ImportFile.Read("PK\u0003\u0004 not really a zip"u8.ToArray()).Error?.Code);
        Assert.Equal("Import_ForeignFile", ImportFile.Read(Zip(("word/document.xml", "<w/>"))).Error?.Code);
        var good = Workbook([["Nachname"], ["Demir"]]);
        Assert.Equal("Import_DamagedFile", ImportFile.Read(good.AsMemory(0, good.Length / 2)).Error?.Code);
        Assert.Equal("Import_DamagedFile", ImportFile.Read(Zip(("xl/workbook.xml", "<workbook"), ("xl/_rels/workbook.xml.rels", "<r"))).Error?.Code);
    }

    [Fact]
    public void FileBeyondTheLimits_IsRefusedWithAWord()
    {
        Assert.Equal("Import_TooLarge", ImportFile.Read(new byte[ImportFile.MaxBytes + 1]).Error?.Code);
        Assert.Equal("Import_TooManyRows", Read("Nachname\n" + string.Concat(Enumerable.Repeat("A\n", ImportFile.MaxRows + 1))).Error?.Code);
        Assert.Equal("Import_TooManyColumns", Read("Nachname" + new string(';', ImportFile.MaxColumns) + "\nA\n").Error?.Code);
        Assert.True(Read("Nachname\n" + string.Concat(Enumerable.Repeat("A\n", ImportFile.MaxRows))).Done);
    }

    [Fact]
    public void Workbook_GivesDatesAsDatesAndNumbersInFull()
    {
        var table = Table(Workbook([
            ["Nachname", "Geb.-Datum", "Telefon", "PLZ"],
            ["Demir", new DateTime(1993, 12, 3, 0, 0, 0, DateTimeKind.Unspecified), 4917612345678d, 49733],
            ["Şêxo", "01.05.1993", "+49 176", "49733"],
        ]));

        Assert.Equal(["Demir", "1993-12-03", "4917612345678", "49733"], table.Rows[0].Cells);
        Assert.Equal(["Şêxo", "01.05.1993", "+49 176", "49733"], table.Rows[1].Cells);
    }

    [Fact]
    public void FormulaInAWorkbook_IsGivenAsItsTextNotAsTheValueItClaims()
    {
        const string Sheet = """
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
            <row r="1"><c r="A1" t="inlineStr"><is><t>Nachname</t></is></c><c r="B1" t="inlineStr"><is><t>Bemerkung</t></is></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>Demir</t></is></c><c r="B3" t="str"><f>HYPERLINK("http://example.org")</f><v>klick</v></c></row>
            </sheetData></worksheet>
            """;
        var table = Table(WorkbookOf(Sheet));

        var row = Assert.Single(table.Rows);
        Assert.Equal(3, row.Number);
        Assert.Equal(["Demir", "=HYPERLINK(\"http://example.org\")"], row.Cells);
    }

    [Fact]
    public void WorkbookThatClaimsToBeWideAndLong_TakesNoMoreMemoryThanItsCells()
    {
        var content = WorkbookOf("""
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD50000"/><sheetData>
            <row r="1"><c r="A1" t="inlineStr"><is><t>Nachname</t></is></c></row>
            <row r="300"><c r="A300" t="inlineStr"><is><t>Demir</t></is></c><c r="XFD300" s="0"/></row>
            </sheetData></worksheet>
            """);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var row = Assert.Single(Table(content).Rows);

        Assert.Equal((300, "Demir"), (row.Number, Assert.Single(row.Cells)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32 * 1024 * 1024);
    }

    [Theory]
    [InlineData("CV", null)]
    [InlineData("CW", "Import_TooManyColumns")]
    [InlineData("XFD", "Import_TooManyColumns")]
    public void ValueInAWorkbookBeyondTheLastColumn_IsRefusedNotLost(string column, string? code)
    {
        var content = WorkbookOf($"""
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
            <row r="1"><c r="A1" t="inlineStr"><is><t>Nachname</t></is></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>Demir</t></is></c><c r="{column}2"><v>1</v></c></row>
            </sheetData></worksheet>
            """);

        Assert.Equal(code, ImportFile.Read(content).Error?.Code);
    }

    private static byte[] WorkbookOf(string sheet) => Zip(
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"""),
        ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="T" sheetId="1" r:id="r1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
        ("xl/worksheets/sheet1.xml", sheet));

    /// <summary>A workbook with one sheet.</summary>
    internal static byte[] Workbook(object[][] rows)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(rows.Select(row => row.Select((cell, i) => ((char)('A' + i), cell)).ToDictionary(c => c.Item1.ToString(), c => c.cell)), printHeader: false);
        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }

    private static Common.Result<ImportTable> Read(string text) => ImportFile.Read(Encoding.UTF8.GetBytes(text));

    private static ImportTable Table(string text) => Table(Encoding.UTF8.GetBytes(text));

    private static ImportTable Table(byte[] content)
    {
        var table = ImportFile.Read(content);
        Assert.Null(table.Error);
        return table.Value!;
    }
}
