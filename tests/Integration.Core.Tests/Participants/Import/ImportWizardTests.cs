using System.Text;
using Integration.Access;
using Integration.Common;
using Integration.Events;
using Integration.Participants.Import;
using Integration.Privacy;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Participants.Import;

/// <summary>What a case manager does between choosing a file and applying it.</summary>
public sealed class ImportWizardTests
{
    public static TheoryData<Role> RolesWithoutImport => new(TestUser.RolesWithout(Permission.ImportParticipants));

    [Fact]
    public async Task UnknownHeadings_AreMappedByHandAndRemembered()
    {
        await using var world = await ImportWorld.CreateAsync();
        string[] file = ["Klient (Nachn.);Klient (Vorn.);Gebtag;Blabla", "Demir;Rojîn;24.06.2000;x"];
        var id = await world.StageAsync(file);
        var before = (await world.Queries.FindAsync(id, CancellationToken.None)).Value!;
        Assert.All(before.Columns, column => Assert.Null(column.Column));
        Assert.Equal("Nachname, Geburtsdatum", before.MissingColumns);
        Assert.Equal(["Rojîn"], before.Columns[1].Sample);
        Assert.Equal("Import_MissingColumns", (await world.Apply.ExecuteAsync(id, null, CancellationToken.None)).Error?.Code);

        var map = new MapImportColumns(world.Database, world.User, world.Clock);
        Assert.Equal("Import_ColumnTwice", (await map.ExecuteAsync(id, new Dictionary<int, ImportColumn?> { [0] = ImportColumn.FamilyName, [1] = ImportColumn.FamilyName }, CancellationToken.None)).Error?.Code);
        Assert.True((await map.ExecuteAsync(id, new Dictionary<int, ImportColumn?>
        {
            [0] = ImportColumn.FamilyName, [1] = ImportColumn.GivenName, [2] = ImportColumn.BornOn, [3] = null,
        }, CancellationToken.None)).Done);

        Assert.Equal(ImportRowState.New, Assert.Single(await world.RowsAsync(id)).State);
        var next = (await world.Queries.FindAsync(await world.StageAsync(file), CancellationToken.None)).Value!;
        Assert.Equal([ImportColumn.FamilyName, ImportColumn.GivenName, ImportColumn.BornOn, null], next.Columns.Select(c => c.Column));
        Assert.True(next.Columns[3].LeftOut);
        Assert.Empty((await world.ImportAsync(ImportWorld.File(file))).Findings);

        // Another organisation learns nothing from it.
        world.User = TestUser.CaseManager((await world.Database.OrganisationAsync()).Id);
        await world.Database.SaveAsync(new JobEventHost { JobEventId = world.JobEvent.Id, OrganisationId = world.User.OrganisationId });
        var foreign = (await world.Queries.FindAsync(await world.StageAsync(file), CancellationToken.None)).Value!;
        Assert.All(foreign.Columns, column => Assert.Null(column.Column));
    }

    [Fact]
    public async Task CorrectedRow_GoesInAndItsDoubleIsSeen()
    {
        await using var world = await ImportWorld.CreateAsync();
        var id = await world.StageAsync(ImportWorld.Headings, ImportWorld.Row(("Geb.-Datum", "31.02.1990")), ImportWorld.Row(("Kd-Nr", "")));
        Assert.Equal([ImportRowState.Error, ImportRowState.New], (await world.RowsAsync(id)).Select(r => r.State));

        var corrected = await world.Correct.ExecuteAsync(new CorrectImportRow.Form { BatchId = id, Row = 2, Cells = ImportWorld.GoodRow.Split(';') }, CancellationToken.None);

        Assert.True(corrected.Done);
        Assert.Equal([ImportRowState.New, ImportRowState.PossibleDuplicate], (await world.RowsAsync(id)).Select(r => r.State));
        await world.Apply.ExecuteAsync(id, null, CancellationToken.None);
        Assert.Equal("Import_RowSettled", (await world.Correct.ExecuteAsync(new CorrectImportRow.Form { BatchId = id, Row = 2, Cells = [] }, CancellationToken.None)).Error?.Code);
        Assert.Equal(1, Assert.Single(await world.Queries.ListAsync(10, CancellationToken.None)).Waiting);
    }

    [Fact]
    public async Task RowsInError_ComeBackAsAFileThatImportsAgain()
    {
        await using var world = await ImportWorld.CreateAsync();
        var wrong = ImportWorld.Row(("Geb.-Datum", "31.02.1990"), ("Bemerkung", "=HYPERLINK(\"http://example.org\";\"x\")"));
        var id = await world.StageAsync(ImportWorld.Headings, wrong, ImportWorld.Row(("Kd-Nr", "K2"), ("Nachname", "Karimi")));
        await world.Apply.ExecuteAsync(id, null, CancellationToken.None);

        var export = await new ExportImportErrors(world.Database, world.User, world.Clock).ExecuteAsync(id, CancellationToken.None);

        var text = Encoding.UTF8.GetString(export.Value!);
        Assert.StartsWith("\uFEFF" + ImportWorld.Headings + ";Importfehler\r\n", text, StringComparison.Ordinal);
        Assert.Contains("Dieses Datum gibt es im Kalender nicht.", text, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", text, StringComparison.Ordinal);
        Assert.Contains("'+49 176", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Karimi", text, StringComparison.Ordinal);
        var again = await world.ImportAsync(Encoding.UTF8.GetBytes(text.Replace("31.02.1990", "28.02.1990", StringComparison.Ordinal)));
        Assert.Equal((1, 0), (again.New, again.Errors));
        var person = (await world.ParticipantsAsync())[0];
        Assert.Equal(("+49 176 8022619", "=HYPERLINK(\"http://example.org\";\"x\")"), (person.Phone, person.Note));
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(1, (await db.AuditEntries.SingleAsync(e => e.Act == AuditAct.Exported)).Count);
    }

    [Fact]
    public async Task DiscardedImport_LeavesNoRowsAndCannotBeApplied()
    {
        await using var world = await ImportWorld.CreateAsync();
        var id = await world.StageAsync(ImportWorld.Headings, ImportWorld.GoodRow);

        Assert.True((await new DiscardImport(world.Database, world.User).ExecuteAsync(id, CancellationToken.None)).Done);

        Assert.Equal("Import_Closed", (await world.Apply.ExecuteAsync(id, null, CancellationToken.None)).Error?.Code);
        Assert.Empty(await world.RowsAsync(id));
        Assert.Empty(await world.ParticipantsAsync());
    }

    [Fact]
    public async Task Rows_ArePagedByState()
    {
        await using var world = await ImportWorld.CreateAsync();
        var id = await world.StageAsync([ImportWorld.Headings, .. ImportWorld.People(30), ImportWorld.Row(("Nachname", ""))]);

        var page = (await world.Queries.RowsAsync(id, ImportRowState.New, 20, 20, CancellationToken.None)).Value!;

        Assert.Equal((30, 10, 22), (page.Total, page.Rows.Count, page.Rows[0].Row));
        Assert.Equal(1, (await world.Queries.RowsAsync(id, ImportRowState.Error, 0, 20, CancellationToken.None)).Value!.Total);
    }

    [Fact]
    public async Task ForeignImport_IsNotFound()
    {
        await using var world = await ImportWorld.CreateAsync();
        var id = await world.StageAsync(ImportWorld.Headings, ImportWorld.Row(("Nachname", "")));
        world.User = TestUser.CaseManager((await world.Database.OrganisationAsync()).Id);

        Assert.All(await CodesAsync(world, id), code => Assert.Equal("NotFound", code));
        Assert.Empty(await world.Queries.ListAsync(10, CancellationToken.None));
    }

    [Theory, MemberData(nameof(RolesWithoutImport))]
    public async Task RoleWithoutTheRight_IsRefused(Role role)
    {
        await using var world = await ImportWorld.CreateAsync();
        var id = await world.StageAsync(ImportWorld.Headings, ImportWorld.Row(("Nachname", "")));
        world.User = TestUser.With(world.User.OrganisationId, role);

        Assert.All(await CodesAsync(world, id), code => Assert.Equal("Forbidden", code));
        Assert.Equal("Forbidden", (await world.Stage.ExecuteAsync(new StageImport.Form { Content = ImportWorld.File("Nachname", "A") }, CancellationToken.None)).Error?.Code);
        var whole = new ImportParticipantsFromFile(world.Database, world.User, world.Clock, world.Stage, world.Apply);
        Assert.Equal("Forbidden", (await whole.ExecuteAsync(new StageImport.Form { Content = ImportWorld.File("Nachname", "A") }, true, null, CancellationToken.None)).Error?.Code);
        Assert.Empty(await world.Queries.ListAsync(10, CancellationToken.None));
    }

    private static async Task<string?[]> CodesAsync(ImportWorld world, ImportBatchId id)
    {
        var none = CancellationToken.None;
        return
        [
            (await world.Apply.ExecuteAsync(id, null, none)).Error?.Code,
            (await world.Correct.ExecuteAsync(new CorrectImportRow.Form { BatchId = id, Row = 2, Cells = [] }, none)).Error?.Code,
            (await world.Decide.ExecuteAsync(id, 2, DuplicateDecision.Skip, none)).Error?.Code,
            (await new MapImportColumns(world.Database, world.User, world.Clock).ExecuteAsync(id, new Dictionary<int, ImportColumn?>(), none)).Error?.Code,
            (await new ExportImportErrors(world.Database, world.User, world.Clock).ExecuteAsync(id, none)).Error?.Code,
            (await new DiscardImport(world.Database, world.User).ExecuteAsync(id, none)).Error?.Code,
            (await world.Queries.FindAsync(id, none)).Error?.Code,
            (await world.Queries.RowsAsync(id, null, 0, 10, none)).Error?.Code,
        ];
    }
}
