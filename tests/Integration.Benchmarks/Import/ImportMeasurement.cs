using System.Diagnostics;
using System.Globalization;
using System.Text;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Organisations;
using Integration.Participants.Import;
using Microsoft.EntityFrameworkCore;

namespace Integration.Benchmarks.Import;

/// <summary>10,000 rows of a common export, staged and applied on SQLite; then the same file again. The promise is 30 s.</summary>
internal static class ImportMeasurement
{
    private const int Rows = 10_000;
    private const int PromisedSeconds = 30;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("integration-import");
        try
        {
            var contexts = new DatabaseOptions { Provider = DatabaseProvider.Sqlite, ConnectionString = $"Data Source={Path.Combine(folder.FullName, "measure.db")}" }.Contexts();
            await new DatabaseSetup(contexts).MigrateAsync(CancellationToken.None);
            var organisation = new Organisation { Key = "measure", Name = "Measure", Kind = OrganisationKind.JobcenterMunicipal };
            await using (var db = contexts.CreateDbContext())
            {
                db.Add(organisation);
                await db.SaveChangesAsync();
            }

            var user = FixedUser.PortalFor(organisation.Id);
            var file = File();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Rows:N0} rows, {file.Length / 1024:N0} KiB, SQLite on disk"));
            var first = await ImportAsync(contexts, user, file, "new");
            await ImportAsync(contexts, user, file, "the same file again");
            return first.TotalSeconds <= PromisedSeconds ? 0 : 1;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<TimeSpan> ImportAsync(IDbContextFactory<AppDbContext> contexts, FixedUser user, byte[] file, string what)
    {
        var watch = Stopwatch.StartNew();
        var cpu = Environment.CpuUsage.TotalTime;
        var staged = await new StageImport(contexts, user, TimeProvider.System).ExecuteAsync(new StageImport.Form { Content = file }, CancellationToken.None);
        var staging = watch.Elapsed;
        var counts = await new ApplyImport(contexts, user, TimeProvider.System).ExecuteAsync(staged.Value, null, CancellationToken.None);
        watch.Stop();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: staged {staging.TotalSeconds:F1} s, applied {(watch.Elapsed - staging).TotalSeconds:F1} s, together {watch.Elapsed.TotalSeconds:F1} s, processor {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:F1} s; {counts.Value}"));
        return watch.Elapsed;
    }

    private static byte[] File()
    {
        var text = new StringBuilder("Kd-Nr;Nachname;Vorname;Geb.-Datum;Geschlecht;PLZ;Ort;Telefon;E-Mail;Muttersprache;weitere Sprachen;Deutsch mündl.;Deutsch schriftl.;Nachweis Deutsch;Schulabschluss;Ausbildung/Studium;Anerkennung;Berufserfahrung;Zielberuf;Form;Führerschein;Arbeitszeit;Rechtskreis;Aufenthalt;Fallmanager/in;Bemerkung\r\n");
        string[] names = ["Шевченко", "Al-Ahmad", "Öztürk", "Karimi", "Țurcanu", "Ghebremedhin", "الخطيب", "Melnyk"];
        for (var i = 0; i < Rows; i++)
        {
            var born = new DateOnly(1960, 1, 1).AddDays(i).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"K{i:D6};{names[i % names.Length]};Andrij;{born};m;49751;Sögel;0176 {i:D8};person{i}@example.org;Ukrainisch;Arabisch, Englisch;A1;keine;Zertifikat;Abitur;Studium Bachelor;volle Gleichwertigkeit;4 Jahre KFZ-Mechatroniker (IT);KFZ-Mechatroniker;EQ / Minijob;B, Stapler;Teilzeit 20 h;AsylbLG;§ 24 AufenthG;Brinkmann;\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
