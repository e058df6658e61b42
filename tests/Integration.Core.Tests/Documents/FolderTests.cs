using Integration.Common;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Documents;

public class FolderTests
{
    [Fact]
    public async Task FoldersForAllVouchedEmployers_AreNumberedThroughWithTheirCopies()
    {
        await using var world = await PrintWorld.CreateAsync();
        var tiler = await world.ReleasedAsync();
        var cook = await world.ReleasedAsync("Küchenhilfe", "29");
        await world.EmployerAsync("Baubetrieb Nord GmbH");
        await world.EmployerAsync("Gasthof am Markt");
        await world.EmployerAsync("Noch zu prüfen GmbH", vouched: false);

        var (result, file) = await world.PrintAsync(world.All(ProfileLayout.Folder));

        Assert.Equal((2, 2), (result.Value!.Profiles, result.Value.Runs.Count));
        var pages = PrintWorld.PagesOf(file);
        Assert.Equal(10, pages.Count);
        Assert.DoesNotContain(pages, page => page.Contains("Noch zu prüfen", StringComparison.Ordinal));
        Assert.Contains("Mappe 1", pages[0], StringComparison.Ordinal);
        Assert.Contains("Mappe 2", pages[5], StringComparison.Ordinal);
        Assert.Contains("2 Kurzprofile", pages[0], StringComparison.Ordinal);
        Assert.Contains("Empfang und Rückgabe", pages[0], StringComparison.Ordinal);
        var contents = pages[1];
        Assert.True(contents.IndexOf("Lebensmittel und Küche", StringComparison.Ordinal) < contents.IndexOf("Ausbau und Innenausbau", StringComparison.Ordinal));
        Assert.Contains($"{cook.Chiffre}", pages[2], StringComparison.Ordinal);
        Assert.Contains("Blatt 1 von 2 · Exemplar 1/2", pages[2], StringComparison.Ordinal);
        Assert.Contains($"{tiler.Chiffre}", pages[8], StringComparison.Ordinal);
        Assert.Contains("Blatt 2 von 2 · Exemplar 2/2", pages[8], StringComparison.Ordinal);
        Assert.Contains("§ 4a Abs. 5 AufenthG", pages[4], StringComparison.Ordinal);
        await using var db = world.Database.CreateDbContext();
        Assert.Equal([1, 2], await db.PrintRuns.OrderBy(run => run.FolderNumber).Select(run => run.FolderNumber!.Value).ToListAsync());
    }

    [Fact]
    public async Task NextFolder_TakesTheNextNumberAndCopies()
    {
        await using var world = await PrintWorld.CreateAsync();
        await world.ReleasedAsync();
        var employer = await world.EmployerAsync("Baubetrieb Nord GmbH");
        await world.PrintAsync(world.All());
        await world.PrintAsync(world.All(ProfileLayout.Folder) with { EmployerId = employer.Id });

        var (result, file) = await world.PrintAsync(world.All(ProfileLayout.Folder) with { EmployerId = employer.Id, Copies = 2 });

        var pages = PrintWorld.PagesOf(file);
        Assert.Equal("profilmappe-" + world.JobEvent.Key + "-2.pdf", result.Value?.FileName);
        Assert.Contains("Mappe 2 Exemplar 1/2", pages[0], StringComparison.Ordinal);
        Assert.Contains("Exemplar 3/4", pages[2], StringComparison.Ordinal);
        Assert.Contains("Mappe 2 Exemplar 2/2", pages[4], StringComparison.Ordinal);
        Assert.Contains("Exemplar 4/4", pages[6], StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmployerNobodyVouchedFor_GetsNoFolder()
    {
        await using var world = await PrintWorld.CreateAsync();
        await world.ReleasedAsync();
        var employer = await world.EmployerAsync("Neu GmbH", vouched: false);

        var (one, file) = await world.PrintAsync(world.All(ProfileLayout.Folder) with { EmployerId = employer.Id });
        var (all, _) = await world.PrintAsync(world.All(ProfileLayout.Folder));

        Assert.Equal(DocumentErrors.EmployerNotVouched, one.Error);
        Assert.Equal(DocumentErrors.NoEmployerVouched, all.Error);
        Assert.Empty(file);
    }

    [Fact]
    public async Task EmployerWhoIsNotExpected_IsNotFound()
    {
        await using var world = await PrintWorld.CreateAsync();
        await world.ReleasedAsync();
        var stranger = await world.Database.OrganisationAsync();

        var (result, _) = await world.PrintAsync(world.All(ProfileLayout.Folder) with { EmployerId = stranger.Id });

        Assert.Equal(Errors.NotFound, result.Error);
    }

    [Fact]
    public async Task EmployerForLooseSheets_IsRefused()
    {
        await using var world = await PrintWorld.CreateAsync();
        await world.ReleasedAsync();
        var employer = await world.EmployerAsync("Baubetrieb Nord GmbH");

        var (result, _) = await world.PrintAsync(world.All() with { EmployerId = employer.Id });

        Assert.Equal(DocumentErrors.EmployerForFoldersOnly, result.Error);
    }
}
