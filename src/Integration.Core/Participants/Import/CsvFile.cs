using System.Text;
using CsvHelper;
using Integration.Common;

namespace Integration.Participants.Import;

/// <summary>Reads CSV: separated by semicolon, comma or tab; UTF-8 with or without mark, UTF-16 with mark, else Windows-1252.</summary>
internal static class CsvFile
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static bool HasUtf8Mark(ReadOnlySpan<byte> content) => content.StartsWith<byte>([0xEF, 0xBB, 0xBF]);

    public static bool IsUtf16(ReadOnlySpan<byte> content) => content.StartsWith<byte>([0xFF, 0xFE]) || content.StartsWith<byte>([0xFE, 0xFF]);

    public static Result<List<string[]>> Read(ReadOnlyMemory<byte> content)
    {
        var text = Decode(content.Span);
        // Spreadsheets write this line to tell each other the separator and do not show it.
        var separator = '\0';
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4)
        {
            separator = text[4];
            text = text[Math.Min(text.Length, text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        }

        int? open = null;
        var rows = new List<string[]>();
        using var csv = CsvReader.FromText(text, CsvReaderOptions.Default with
        {
            Separator = separator is ';' or ',' or '\t' ? separator : Separator(text),
            HasHeader = false,
            SkipEmptyLines = false,
            OnMalformedRecord = record => open ??= IsOpen(record) ? rows.Count + 1 : null,
        });
        while (csv.Read())
        {
            if (rows.Count > ImportFile.MaxRows + 100)
            {
                return ImportProblems.TooManyRows;
            }

            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return open is { } row ? ImportProblems.OpenQuote(row) : rows;
    }

    // A quote that is never closed swallows every row after it: better to say so than to import one monstrous cell.
    private static bool IsOpen(CsvMalformedRecord record) =>
        record.Reason == CsvMalformedReason.UnterminatedQuote && record.RawRecord.TrimEnd('\r', '\n').Contains('\n', StringComparison.Ordinal);

    private static string Decode(ReadOnlySpan<byte> content)
    {
        if (HasUtf8Mark(content))
        {
            return Encoding.UTF8.GetString(content[3..]);
        }

        if (IsUtf16(content))
        {
            return (content[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(content[2..]);
        }

        try
        {
            return StrictUtf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(content);
        }
    }

    private static char Separator(string text)
    {
        Dictionary<char, int> counts = new() { [';'] = 0, ['\t'] = 0, [','] = 0 };
        var (quoted, lines) = (false, 0);
        foreach (var c in text)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && counts.TryGetValue(c, out var count))
            {
                counts[c] = count + 1;
            }
            else if (c == '\n' && ++lines == 10)
            {
                break;
            }
        }

        return counts.MaxBy(pair => pair.Value).Key;
    }
}
