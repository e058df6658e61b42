using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Integration.Common;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Integration.Participants.Import;

/// <summary>Reads the first sheet of an XLSX workbook. Dates become <c>yyyy-MM-dd</c>. A cell with a formula is given as the formula's
/// text with its equals sign, never as the value that the file claims it has.</summary>
internal static class XlsxFile
{
    private const long MaxUnpackedBytes = 300L * 1024 * 1024;
    private const int MaxFormulas = 500_000;
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static Result<List<string[]>> Read(ReadOnlyMemory<byte> content)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        try
        {
            Dictionary<(int Row, int Column), string> formulas;
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
            {
                if (zip.GetEntry("xl/workbook.xml") is not { } workbook)
                {
                    return ImportProblems.ForeignFile;
                }

                if (zip.Entries.Sum(entry => entry.Length) > MaxUnpackedBytes)
                {
                    return ImportProblems.TooLarge;
                }

                var found = Formulas(zip, workbook);
                if (!found.Done)
                {
                    return found.Error;
                }

                formulas = found.Value;
            }

            stream.Position = 0;
            return Rows(stream, formulas);
        }
        // The reader has no exception of its own for a damaged workbook: any of a dozen may come out of it.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return ImportProblems.DamagedFile;
        }
    }

    private static Result<List<string[]>> Rows(Stream stream, Dictionary<(int Row, int Column), string> formulas)
    {
        var rows = new List<string[]>();
        // Without the cache on disk: the file's names must not lie in a temporary folder.
        var configuration = new OpenXmlConfiguration { EnableSharedStringCache = false };
        // A range, because the reader fills every row up to the width that the file claims, empty rows too; one column more shows an excess.
        var read = stream.QueryRange(
            useHeaderRow: false, startRowIndex: 1, startColumnIndex: 1, endColumnIndex: ImportFile.MaxColumns + 1, configuration: configuration);
        foreach (IDictionary<string, object?> row in read)
        {
            if (rows.Count > ImportFile.MaxRows + 100)
            {
                return ImportProblems.TooManyRows;
            }

            var number = rows.Count + 1;
            string[] cells = [.. row.Values.Select((value, column) => formulas.GetValueOrDefault((number, column)) ?? Text(value))];
            var width = Array.FindLastIndex(cells, cell => cell.Length > 0) + 1;
            if (width > ImportFile.MaxColumns)
            {
                return ImportProblems.TooManyColumns;
            }

            rows.Add(cells[..width]);
        }

        return rows;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        // Numbers in full: a telephone number must not arrive as 4,9E+12.
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // Goes through all cells, also those right of the range that is read: a value there must not be lost without a word.
    private static Result<Dictionary<(int Row, int Column), string>> Formulas(ZipArchive zip, ZipArchiveEntry workbook)
    {
        var found = new Dictionary<(int, int), string>();
        if (FirstSheet(zip, workbook) is not { } entry)
        {
            return found;
        }

        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var cell = "";
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "c")
            {
                cell = reader.GetAttribute("r") ?? "";
            }
            else if (reader.LocalName is "v" or "is" or "f" && Place(cell)?.Column >= ImportFile.MaxColumns)
            {
                return ImportProblems.TooManyColumns;
            }
            else if (reader.LocalName == "f" && Place(cell) is { } place)
            {
                if (found.Count >= MaxFormulas)
                {
                    return ImportProblems.TooLarge;
                }

                var text = reader.IsEmptyElement ? "" : reader.ReadString();
                found[place] = "=" + (text.Length == 0 ? "…" : text);
            }
        }

        return found;
    }

    private static ZipArchiveEntry? FirstSheet(ZipArchive zip, ZipArchiveEntry workbook)
    {
        if (zip.GetEntry("xl/_rels/workbook.xml.rels") is not { } relations)
        {
            return null;
        }

        var id = Load(workbook).Descendants(Sheet + "sheet").FirstOrDefault()?.Attribute(Relation + "id")?.Value;
        var target = Load(relations).Descendants().FirstOrDefault(r => r.Attribute("Id")?.Value == id)?.Attribute("Target")?.Value;
        return target is null ? null : zip.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target);
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XDocument.Load(reader);
    }

    private static (int Row, int Column)? Place(string reference)
    {
        var letters = reference.TakeWhile(char.IsAsciiLetterUpper).ToArray();
        return letters.Length > 0 && int.TryParse(reference.AsSpan(letters.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? (row, letters.Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1) - 1)
            : null;
    }
}
