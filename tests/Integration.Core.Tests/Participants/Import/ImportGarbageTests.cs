using System.Globalization;
using System.Text;
using CsCheck;
using Integration.Participants.Import;

namespace Integration.Core.Tests.Participants.Import;

/// <summary>Whatever stands in the cells: nothing throws, no row is lost, nothing but what is clean goes in.</summary>
public sealed class ImportGarbageTests
{
    private static readonly string[] Spices =
    [
        "", " ", "B3", "31.02.1990", "=1+1", "'=x", "+49 176", "\u200F", "\u0000", "\r\n", "\"", ";", "\t", "Öztürk", "الخطيب", "24.06.2000", "0", "-", "99.99.99",
        "§ 24", "A1", "(B", "12 Jahre (", "/", "B, ", "\uD83D\uDE00", "\uFFFD", "C/CE", "🧑‍🏭", "999999999999", "20 h",
    ];

    private static readonly Gen<string> Cell = Gen.OneOf(
        Gen.String,
        Gen.Int[0, Spices.Length - 1].Select(i => Spices[i]),
        Gen.Int[0, Spices.Length - 1].Select(i => Spices[i]).Array[0, 5].Select(string.Concat),
        Gen.Char.Array[0, 300].Select(chars => new string(chars)));

    private static readonly Gen<string[][]> Rows = Cell.Select(Encodable).Array[ImportWorld.Headings.Split(';').Length].Array[1, 12];

    [Fact]
    public async Task AnyCells_NeverThrowAndNeverLoseARow()
    {
        await using var world = await ImportWorld.CreateAsync();
        await Rows.SampleAsync(async rows =>
        {
            if (rows.All(cells => cells.All(string.IsNullOrWhiteSpace)))
            {
                return;
            }

            var id = await world.StageAsync([ImportWorld.Headings, .. rows.Select(Line)]);
            var staged = await world.RowsAsync(id);
            var expected = rows.Select((cells, index) => (cells, Row: index + 2)).Where(row => !row.cells.All(string.IsNullOrWhiteSpace)).Select(row => row.Row);
            Assert.Equal(expected, staged.Select(row => row.Row));
            Assert.All(staged, row => Assert.True(row.State != ImportRowState.Error || row.Findings.Any(finding => finding.Blocks)));
            var applied = await world.Apply.ExecuteAsync(id, null, CancellationToken.None);
            Assert.Null(applied.Error);
            Assert.Equal(staged.Count, applied.Value!.New + applied.Value.Changed + applied.Value.Unchanged + applied.Value.PossibleDuplicates + applied.Value.Errors);
        }, iter: 60, threads: 1);
        Assert.All(await world.ParticipantsAsync(), person => Assert.True(person is { FamilyName.Length: > 0, BornOn: not null }));
    }

    [Fact]
    public void AnyBytes_AreReadOrRefusedButNeverThrow() =>
        Gen.Byte.Array[0, 400].Sample(bytes =>
        {
            var read = ImportFile.Read(bytes);
            Assert.True(read.Done || read.Error.Code.StartsWith("Import_", StringComparison.Ordinal));
        }, iter: 3000);

    [Fact]
    public void AnyBytesThatStartLikeAWorkbook_AreReadOrRefusedButNeverThrow()
    {
        var workbook = ImportFileTests.Workbook([["Nachname", "Geb.-Datum"], ["Demir", new DateTime(2000, 6, 24, 0, 0, 0, DateTimeKind.Unspecified)]]);
        Gen.Select(Gen.Int[4, workbook.Length - 1], Gen.Byte).Array[1, 6].Sample(changes =>
        {
            var damaged = workbook.ToArray();
            foreach (var (at, value) in changes)
            {
                damaged[at] = value;
            }

            var read = ImportFile.Read(damaged);
            Assert.True(read.Done || read.Error.Code.StartsWith("Import_", StringComparison.Ordinal));
        }, iter: 300);
    }

    // A cell as a CSV writer quotes it. A NUL or half a character pair cannot stand in a text file.
    private static string Line(string[] cells) => string.Join(';', cells.Select(cell =>
        string.Create(CultureInfo.InvariantCulture, $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));

    private static string Encodable(string cell) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cell.Replace("\0", "", StringComparison.Ordinal)));
}
