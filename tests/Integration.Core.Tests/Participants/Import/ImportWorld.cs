using System.Text;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants;
using Integration.Participants.Import;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Participants.Import;

/// <summary>An organisation with an event and a case manager who imports.</summary>
internal sealed class ImportWorld : IAsyncDisposable
{
    /// <summary>Headings of a common export.</summary>
    public const string Headings =
        "Kd-Nr;Nachname;Vorname;Geb.-Datum;Geschlecht;PLZ;Ort;Telefon;E-Mail;Muttersprache;weitere Sprachen;Deutsch mündl.;Deutsch schriftl.;"
        + "Nachweis Deutsch;Schulabschluss;Ausbildung/Studium;Anerkennung;Berufserfahrung;Zielberuf;Form;Führerschein;Arbeitszeit;Rechtskreis;"
        + "Aufenthalt;Fallmanager/in;Bemerkung";

    /// <summary>A row of it without anything wrong.</summary>
    public const string GoodRow =
        "K1;Öztürk;Elif;23.12.1993;w;49744;Geeste;+49 176 8022619;elif@example.org;Türkisch;Arabisch, Englisch, Türkisch;B2;B1;Selbsteinschätzung;"
        + "12 Klassen;abgebrochenes Studium;teilweise Gleichwertigkeit;4 Jahre Verkäuferin (Handel);Verkäuferin;EQ / Minijob;"
        + "B (Umschreibung läuft);Teilzeit 20 h;SGB III;§ 25 Abs. 3;Frau Schulte;";

    private ImportWorld(TestDatabase database, OrganisationId organisation, JobEvent jobEvent)
    {
        Database = database;
        JobEvent = jobEvent;
        User = TestUser.CaseManager(organisation);
    }

    public TestDatabase Database { get; }

    public JobEvent JobEvent { get; }

    public ICurrentUser User { get; set; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(Given.Start));

    public StageImport Stage => new(Database, User, Clock);

    public ApplyImport Apply => new(Database, User, Clock);

    public ImportQueries Queries => new(Database, User);

    public CorrectImportRow Correct => new(Database, User, Clock);

    public DecideDuplicate Decide => new(Database, User, Clock);

    public static async Task<ImportWorld> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        return new ImportWorld(database, organisation.Id, await database.JobEventAsync(organisation.Id));
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    /// <summary>A file in UTF-8 with a mark.</summary>
    public static byte[] File(params string[] lines) => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n")];

    /// <summary>The good row with other cells in some columns.</summary>
    public static string Row(params (string Heading, string Cell)[] changes)
    {
        var headings = Headings.Split(';').ToList();
        var cells = GoodRow.Split(';');
        foreach (var (heading, cell) in changes)
        {
            cells[headings.IndexOf(heading)] = cell.IndexOfAny([';', '"', '\n']) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        }

        return string.Join(';', cells);
    }

    /// <summary>Rows that only name people; each its own number, family name and birth date.</summary>
    public static string[] People(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Row(
            ("Kd-Nr", $"K{i:D6}"),
            ("Nachname", "Familie" + (char)('a' + (i / 26 % 26)) + (char)('a' + (i % 26))),
            ("Geb.-Datum", new DateOnly(1960, 1, 1).AddDays(i).ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture))))];

    public async Task<ImportReport> ImportAsync(byte[] file, bool dryRun = false)
    {
        var import = new ImportParticipantsFromFile(Database, User, Clock, Stage, Apply);
        var result = await import.ExecuteAsync(new StageImport.Form { Content = file, JobEventId = JobEvent.Id }, dryRun, null, CancellationToken.None);
        Assert.Null(result.Error);
        return result.Value!;
    }

    public Task<ImportReport> ImportAsync(params string[] rows) => ImportAsync(File([Headings, .. rows]));

    public async Task<ImportBatchId> StageAsync(params string[] lines)
    {
        var staged = await Stage.ExecuteAsync(new StageImport.Form { Content = File(lines), JobEventId = JobEvent.Id }, CancellationToken.None);
        Assert.Null(staged.Error);
        return staged.Value;
    }

    public async Task<IReadOnlyList<ImportRowItem>> RowsAsync(ImportBatchId id)
    {
        var rows = await Queries.RowsAsync(id, null, 0, 1000, CancellationToken.None);
        Assert.Null(rows.Error);
        return rows.Value!.Rows;
    }

    public async Task<List<Participant>> ParticipantsAsync()
    {
        await using var db = Database.CreateDbContext();
        return await db.Participants.AsNoTracking().OrderBy(p => p.CustomerNumber).ThenBy(p => p.SortName).ToListAsync();
    }

    /// <summary>All that the import wrote about people, without ids and times.</summary>
    public async Task<string> EndStateAsync()
    {
        var people = await ParticipantsAsync();
        await using var db = Database.CreateDbContext();
        var registered = await db.Registrations.Select(r => r.ParticipantId).ToListAsync();
        var text = new StringBuilder();
        foreach (var person in people)
        {
            text.Append(registered.Count(id => id == person.Id)).Append(' ');
            (person.Id, person.OrganisationId, person.Version, person.RegisteredAt, person.ChangedAt) = (default, default, default, default, default);
            text.AppendLine(JsonColumn.Write(person));
        }

        return text.ToString();
    }
}
