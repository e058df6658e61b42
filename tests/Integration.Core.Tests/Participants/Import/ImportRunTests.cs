using System.Globalization;
using System.Text;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants;
using Integration.Participants.Import;
using Integration.Privacy;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Participants.Import;

/// <summary>Files imported from beginning to end.</summary>
public sealed class ImportRunTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task FileWithEveryFault_ReportsEachAndLetsTheRestIn(DatabaseProvider provider)
    {
        await using var world = await ImportWorld.CreateAsync(provider);
        var file = FileWithEveryFault();

        var report = await world.ImportAsync(file);

        Assert.Equal((43, 0, 0, 2, 5), (report.New, report.Changed, report.Unchanged, report.PossibleDuplicates, report.Errors));
        Assert.Equal([3, 5, 6, 7, 8, 9, 10, 11, 12], report.Findings.Select(f => f.Row));
        Assert.Equal(
            ["Kd-Nr", "Nachname", "Geb.-Datum", "Geb.-Datum", "Bemerkung", "Berufserfahrung", "Vorname", "Deutsch mündl.", "Nachname"],
            report.Findings.Select(f => f.Column));
        Assert.Contains("Zeile 2", report.Findings[0].Problem, StringComparison.Ordinal);
        Assert.Contains("Zeile 4", report.Findings[1].Problem, StringComparison.Ordinal);
        Assert.Equal(43, (await world.ParticipantsAsync()).Count);

        var before = await world.EndStateAsync();
        world.Clock.Advance(TimeSpan.FromDays(1));
        var second = await world.ImportAsync(file);

        Assert.Equal((0, 0, 43, 2, 5), (second.New, second.Changed, second.Unchanged, second.PossibleDuplicates, second.Errors));
        Assert.Equal(report.Findings.Select(f => (f.Row, f.Problem)), second.Findings.Select(f => (f.Row, f.Problem)));
        Assert.Equal(before, await world.EndStateAsync());
        Assert.All(await world.ParticipantsAsync(), person => Assert.Equal(Given.Start, person.ChangedAt));
    }

    [Fact]
    public async Task FileInWindows1252_ArrivesWithItsUmlauts()
    {
        await using var world = await ImportWorld.CreateAsync();
        var text = string.Join("\r\n", ImportWorld.Headings, ImportWorld.Row(("Nachname", "Çelik-Größe"), ("Ort", "Haselünne"), ("Fallmanager/in", "Többen")));

        var report = await world.ImportAsync(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text));

        Assert.Empty(report.Findings);
        var person = Assert.Single(await world.ParticipantsAsync());
        Assert.Equal(("Çelik-Größe", "Haselünne", "Többen", "AE_25_3"), (person.FamilyName, person.Town, person.OwnerName, person.ResidencePaper));
    }

    [Fact]
    public async Task Workbook_ImportsLikeTheSameTable()
    {
        await using var world = await ImportWorld.CreateAsync();

        var report = await world.ImportAsync(ImportFileTests.Workbook(
        [
            ["Kd-Nr", "Nachname", "Vorname", "Geb.-Datum", "Führerschein"],
            ["K1", "Demir", "Rojîn", new DateTime(2000, 6, 24, 0, 0, 0, DateTimeKind.Unspecified), "B"],
            ["K2", "Karimi", "Jawad", "31.04.1985", "B"],
        ]));

        Assert.Equal((1, 1), (report.New, report.Errors));
        Assert.Equal(new DateOnly(2000, 6, 24), Assert.Single(await world.ParticipantsAsync()).BornOn);
    }

    [Fact]
    public async Task DryRun_SaysTheSameAndDoesNothing()
    {
        await using var world = await ImportWorld.CreateAsync();
        var file = FileWithEveryFault();

        var dry = await world.ImportAsync(file, dryRun: true);

        await using var db = world.Database.CreateDbContext();
        Assert.False(await db.Participants.AnyAsync() || await db.ImportBatches.AnyAsync() || await db.AuditEntries.AnyAsync());
        var real = await world.ImportAsync(file);
        Assert.Equal(real.Findings, dry.Findings);
        Assert.Equal((real.New, real.PossibleDuplicates, real.Errors), (dry.New, dry.PossibleDuplicates, dry.Errors));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ChangedRow_ChangesOnlyWhatTheFileNames(DatabaseProvider provider)
    {
        await using var world = await ImportWorld.CreateAsync(provider);
        await world.ImportAsync(ImportWorld.GoodRow);
        await using (var db = world.Database.CreateDbContext())
        {
            var known = await db.Participants.SingleAsync();
            known.Languages[0].Spoken = LanguageLevel.C1;
            known.Experience.Add(new WorkExperience { Occupation = "Näherin" });
            await db.SaveChangesAsync();
        }

        var row = ImportWorld.Row(("Telefon", ""), ("Ort", "Meppen"), ("weitere Sprachen", "Arabisch, Russisch"), ("Berufserfahrung", ""), ("Muttersprache", ""));
        var id = await world.StageAsync(ImportWorld.Headings, row);
        var staged = Assert.Single(await world.RowsAsync(id));
        Assert.Equal(ImportRowState.Changed, staged.State);
        Assert.Equal([ImportColumn.Town, ImportColumn.Languages], staged.Changed);
        using var codes = new CodeCatalogSource(world.Database, world.Clock);
        var shown = (await new ImportChangeQueries(world.Database, world.User, world.Clock, codes).OfAsync(id, [staged.Row], CancellationToken.None)).Value!;
        Assert.Equal([ImportColumn.Town, ImportColumn.Languages], shown[staged.Row].Select(change => change.Column));
        Assert.Equal("Meppen", shown[staged.Row][0].After);
        await using (var db = world.Database.CreateDbContext())
        {
            var known = await db.Participants.SingleAsync();
            Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.Viewed && entry.SubjectId == known.Id.Value));
        }

        Assert.True((await world.Apply.ExecuteAsync(id, null, CancellationToken.None)).Done);

        var person = Assert.Single(await world.ParticipantsAsync());
        Assert.Equal(("Meppen", "+49 176 8022619", "tur"), (person.Town, person.Phone, person.FirstLanguage));
        Assert.Equal([("ara", LanguageLevel.C1), ("eng", null), ("rus", null)], person.Languages.Select(l => (l.Code, l.Spoken)));
        Assert.Equal(["Verkäuferin", "Näherin"], person.Experience.Select(e => e.Occupation));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ImportStoppedAtAnyTransaction_GoesOnToTheSameEnd(DatabaseProvider provider)
    {
        var rows = ImportWorld.People((3 * ApplyImport.RowsPerTransaction) + 50);
        rows[7] = rows[3];
        rows[500] = rows[1];
        var file = ImportWorld.File([ImportWorld.Headings, .. rows]);
        await using var whole = await ImportWorld.CreateAsync(provider);
        var expected = await whole.ImportAsync(file);

        await using var world = await ImportWorld.CreateAsync(provider);
        for (var stops = 1; stops <= 3; stops++)
        {
            // A new instance each time, as after a killed process; it stops after one more transaction.
            using var stop = new CancellationTokenSource();
            var progress = new StopAfter(stops * ApplyImport.RowsPerTransaction, stop);
            var import = new ImportParticipantsFromFile(world.Database, world.User, world.Clock, world.Stage, world.Apply);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                import.ExecuteAsync(new StageImport.Form { Content = file, JobEventId = world.JobEvent.Id }, false, progress, stop.Token));
            Assert.Equal(stops * ApplyImport.RowsPerTransaction, (await world.ParticipantsAsync()).Count);
        }

        var report = await world.ImportAsync(file);

        Assert.Equal((expected.New, expected.PossibleDuplicates, expected.Errors), (report.New, report.PossibleDuplicates, report.Errors));
        Assert.Equal(expected.Findings.Select(f => (f.Row, f.Problem)), report.Findings.Select(f => (f.Row, f.Problem)));
        Assert.Equal(await whole.EndStateAsync(), await world.EndStateAsync());
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(1, await db.ImportBatches.CountAsync());
        Assert.Equal(report.New, await db.AuditEntries.Where(e => e.Act == AuditAct.Imported).SumAsync(e => e.Count));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ImportAppliedTwiceAtOnce_LetsEachPersonInOnce(DatabaseProvider provider)
    {
        await using var world = await ImportWorld.CreateAsync(provider);
        var rows = ImportWorld.People(450);
        var id = await world.StageAsync([ImportWorld.Headings, .. rows]);

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Apply.ExecuteAsync(id, null, CancellationToken.None))));

        Assert.Contains(results, result => result.Done);
        Assert.All(results, result => Assert.True(result.Done || result.Error.Code == "Conflict"));
        var people = await world.ParticipantsAsync();
        Assert.Equal(450, people.Count);
        Assert.Equal(450, people.Select(p => p.CustomerNumber).Distinct().Count());
    }

    [Fact]
    public async Task AppliedImport_RegistersVoluntarilyAndNeverSetsAConsentOrWorkAccess()
    {
        await using var world = await ImportWorld.CreateAsync();
        var file = ImportWorld.File(
            ImportWorld.Headings + ";Einwilligung;Consent;Einwilligung Druck;WorkAccess;Arbeitsaufnahme",
            ImportWorld.GoodRow + ";ja;yes;ja;Free;FREI");

        var report = await world.ImportAsync(file);

        Assert.Equal(["Einwilligung", "Consent", "Einwilligung Druck", "WorkAccess", "Arbeitsaufnahme"], report.Findings.Select(f => f.Column));
        Assert.All(report.Findings, finding => Assert.Equal(1, finding.Row));
        await using var db = world.Database.CreateDbContext();
        Assert.False(await db.Consents.AnyAsync());
        Assert.Equal(WorkAccess.BeingClarified, (await db.Participants.SingleAsync()).WorkAccess);
        var registration = await db.Registrations.SingleAsync();
        Assert.Equal((world.JobEvent.Id, InvitationKind.Voluntary, RegistrationState.Noted), (registration.JobEventId, registration.Invitation, registration.State));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ImportedPeople_AreFoundLikeThoseRegisteredByHand(DatabaseProvider provider)
    {
        await using var world = await ImportWorld.CreateAsync(provider);
        await world.ImportAsync(ImportWorld.People(60));

        await using var db = world.Database.CreateDbContext();
        var tokens = (await db.SearchTokens.AsNoTracking().ToListAsync()).ToLookup(token => (token.OrganisationId, token.ParticipantId), token => token.Token);
        var people = await world.ParticipantsAsync();
        Assert.Equal(60, people.Count);
        Assert.All(people, person => Assert.Equal(
            ParticipantTokens.Of(person).Order(StringComparer.Ordinal),
            tokens[(person.OrganisationId, person.Id)].Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task AppliedRows_KeepNoCells()
    {
        await using var world = await ImportWorld.CreateAsync();
        await world.ImportAsync(FileWithEveryFault());

        await using var db = world.Database.CreateDbContext();
        var rows = await db.ImportRows.AsNoTracking().ToListAsync();
        Assert.All(rows, row => Assert.Equal(row.Applied, row.Cells.Count == 0));
        Assert.Equal(7, rows.Count(row => !row.Applied));
    }

    // Fifty rows; the faults are those that real exports have.
    private static byte[] FileWithEveryFault()
    {
        var rows = ImportWorld.People(50);
        var second = ImportWorld.People(3)[2];
        rows[1] = rows[0];
        rows[3] = second[second.IndexOf(';', StringComparison.Ordinal)..];
        string Number(int i) => string.Create(CultureInfo.InvariantCulture, $"F{i}");
        string Day(int i) => new DateOnly(1980, 1, 1).AddDays(i).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        rows[4] = ImportWorld.Row(("Kd-Nr", Number(4)), ("Geb.-Datum", "31.02.1990"));
        rows[5] = ImportWorld.Row(("Kd-Nr", Number(5)), ("Geb.-Datum", ""));
        rows[6] = ImportWorld.Row(("Kd-Nr", Number(6)), ("Geb.-Datum", Day(6)), ("Bemerkung", "=HYPERLINK(\"http://example.org\";\"x\")"));
        rows[7] = ImportWorld.Row(("Kd-Nr", Number(7)), ("Geb.-Datum", Day(7)), ("Berufserfahrung", new string('x', 2520)));
        rows[8] = ImportWorld.Row(("Kd-Nr", Number(8)), ("Geb.-Datum", Day(8)), ("Vorname", "  Ștefan\u200F "));
        rows[9] = ImportWorld.Row(("Kd-Nr", Number(9)), ("Geb.-Datum", Day(9)), ("Deutsch mündl.", "B3"));
        rows[10] = ImportWorld.Row(("Kd-Nr", Number(10)), ("Geb.-Datum", Day(10)), ("Nachname", ""));
        return ImportWorld.File([ImportWorld.Headings, .. rows]);
    }

    private sealed class StopAfter(int rows, CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Done >= rows)
            {
                stop.Cancel();
            }
        }
    }
}
