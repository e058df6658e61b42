using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Documents;

public class PrintProfilesTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesThatMayNotPrint => [.. TestUser.RolesWithout(Permission.PrintProfiles)];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ReleasedProfiles_ArePrintedRecordedAndMovedToPrinted(DatabaseProvider provider)
    {
        await using var world = await PrintWorld.CreateAsync(provider);
        var (first, second) = (await world.ReleasedAsync(), await world.ReleasedAsync("Küchenhilfe", "29"));

        var (result, file) = await world.PrintAsync(world.All() with { Copies = 2 });

        Assert.True(result.Done);
        Assert.Equal((2, 4), (result.Value.Profiles, result.Value.Sheets));
        var pages = PrintWorld.PagesOf(file);
        Assert.Equal([second.Chiffre, first.Chiffre, second.Chiffre, first.Chiffre], pages.Select(page => page.Split(' ').First(word => word.StartsWith("EL-", StringComparison.Ordinal))));
        await using var db = world.Database.CreateDbContext();
        var run = await db.PrintRuns.Include(r => r.Items).SingleAsync();
        Assert.Equal((PrintProduct.Profiles, 2, 4, world.CaseManager.Id), (run.Product, run.Copies, run.Sheets, run.PrintedBy));
        Assert.Equal([(1, 2), (1, 2), (2, 2), (2, 2)], run.Items.Select(item => (item.CopyNumber, item.CopyOf)).Order());
        Assert.All(await db.ProfileReleases.ToListAsync(), release => Assert.Equal(ProfileState.Printed, release.State));
        var steps = await db.ProfileTransitions.ToListAsync();
        Assert.Equal(2, steps.Count);
        Assert.All(steps, step => Assert.Equal((ProfileState.Released, ProfileState.Printed, world.CaseManager.Id), (step.From, step.To, step.By)));
        var note = await db.AuditEntries.SingleAsync(entry => entry.Act == AuditAct.Printed);
        Assert.Equal((run.Id.Value, 4), (note.SubjectId, note.Count));
    }

    [Fact]
    public async Task SameReleasesPrintedTwice_GiveTheSameBytesAndHigherCopyNumbers()
    {
        await using var world = await PrintWorld.CreateAsync();
        await world.ReleasedAsync();
        await world.ReleasedAsync("Küchenhilfe", "29");

        var (_, first) = await world.PrintAsync(world.All());
        world.Clock.Advance(TimeSpan.FromDays(3));
        var (_, second) = await world.PrintAsync(world.All());

        Assert.Equal(first, second);
        await using var db = world.Database.CreateDbContext();
        Assert.Equal([(1, 1), (1, 1), (2, 2), (2, 2)], (await db.PrintRunItems.ToListAsync()).Select(item => (item.CopyNumber, item.CopyOf)).Order());
    }

    [Fact]
    public async Task WithdrawnLockedAndOutdatedReleases_AreNeverPrinted()
    {
        await using var world = await PrintWorld.CreateAsync();
        var kept = await world.ReleasedAsync("Fliesenleger");
        var withdrawn = await world.ReleasedAsync("Schweisserin");
        await world.ReleasedAsync("Gaertner", change: release => (release.State, release.LockedAt, release.Generation) = (ProfileState.Locked, Given.Start, 1));
        await world.ReleasedAsync("Koechin", change: release => release.ValidUntil = world.Today.AddDays(-1));
        await world.ReleasedAsync("Fahrerin", change: release => release.Revision = 2);
        await using (var db = world.Database.CreateDbContext())
        {
            await db.Consents.Where(consent => consent.Id == withdrawn.ConsentId).ExecuteUpdateAsync(set => set.SetProperty(consent => consent.WithdrawnAt, Given.Start));
        }

        var (result, file) = await world.PrintAsync(world.All());

        Assert.Equal(1, result.Value?.Profiles);
        var text = PrintWorld.TextOf(file);
        Assert.Contains(kept.Chiffre, text, StringComparison.Ordinal);
        Assert.All(["Schweisserin", "Gaertner", "Koechin", "Fahrerin"], occupation => Assert.DoesNotContain(occupation, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ConsentWithdrawnWhileTheSheetIsMade_NothingIsWrittenAndNothingRecorded()
    {
        await using var world = await PrintWorld.CreateAsync();
        var release = await world.ReleasedAsync();
        var engine = new EngineThatWaits(async () =>
        {
            await using var db = world.Database.CreateDbContext();
            await db.Consents.ExecuteUpdateAsync(set => set.SetProperty(consent => consent.WithdrawnAt, Given.Start));
            await db.ProfileReleases.ExecuteUpdateAsync(set => set
                .SetProperty(r => r.State, ProfileState.Locked).SetProperty(r => r.LockedAt, Given.Start).SetProperty(r => r.Generation, 1).SetProperty(r => r.Version, Guid.CreateVersion7()));
        });
        using var output = new MemoryStream();

        var result = await new PrintProfiles(world.Database, world.CaseManager, world.Clock, world.Codes, engine, new DocumentOptions()).ExecuteAsync(world.All(), output);

        Assert.Equal(DocumentErrors.ChangedMeanwhile, result.Error);
        Assert.Equal(0, output.Length);
        await using var after = world.Database.CreateDbContext();
        Assert.False(await after.PrintRuns.AnyAsync());
        Assert.Equal(ProfileState.Locked, (await after.ProfileReleases.SingleAsync(r => r.Id == release.Id)).State);
    }

    [Theory]
    [MemberData(nameof(RolesThatMayNotPrint))]
    public async Task RoleWithoutTheRight_IsRefused(Role role)
    {
        await using var world = await PrintWorld.CreateAsync();
        await world.ReleasedAsync();

        var (result, file) = await world.PrintAsync(world.All(), TestUser.With(world.Organisation.Id, role));

        Assert.Equal(Errors.Forbidden, result.Error);
        Assert.Empty(file);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task CaseManagerOfAnotherHost_PrintsTheirOwnPeopleAlone(DatabaseProvider provider)
    {
        await using var world = await PrintWorld.CreateAsync(provider);
        var own = await world.ReleasedAsync();
        var other = await world.Database.OrganisationAsync();
        await world.Database.SaveAsync(new JobEventHost { JobEventId = world.JobEvent.Id, OrganisationId = other.Id });
        var foreign = await world.ReleasedAsync("Küchenhilfe", "29", other);

        var (result, file) = await world.PrintAsync(world.All(), TestUser.CaseManager(other.Id));
        var (picked, _) = await world.PrintAsync(world.All() with { Releases = [own.Id] }, TestUser.CaseManager(other.Id));
        var (served, all) = await world.PrintAsync(world.All(), TestUser.With(other.Id, Role.EmployerService));

        Assert.Equal(1, result.Value?.Profiles);
        Assert.Contains(foreign.Chiffre, PrintWorld.TextOf(file), StringComparison.Ordinal);
        Assert.Equal(DocumentErrors.NothingToPrint, picked.Error);
        Assert.Equal(2, served.Value?.Profiles);
        Assert.Contains(own.Chiffre, PrintWorld.TextOf(all), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.CaseManager)]
    [InlineData(Role.EmployerService)]
    public async Task OrganisationThatTakesNoPart_FindsNoEvent(Role role)
    {
        await using var world = await PrintWorld.CreateAsync();
        await world.ReleasedAsync();
        var stranger = await world.Database.OrganisationAsync();

        var (result, _) = await world.PrintAsync(world.All(), TestUser.With(stranger.Id, role));

        Assert.Equal(Errors.NotFound, result.Error);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(51)]
    public async Task CopiesOutOfBounds_AreRefused(int copies)
    {
        await using var world = await PrintWorld.CreateAsync();
        await world.ReleasedAsync();

        var (result, _) = await world.PrintAsync(world.All() with { Copies = copies });

        Assert.Equal("Documents_Copies", result.Error?.Code);
    }

    [Fact]
    public async Task OnlyUnprinted_LeavesOutWhatIsOnPaper()
    {
        await using var world = await PrintWorld.CreateAsync();
        await world.ReleasedAsync();
        await world.PrintAsync(world.All());
        // An employer has seen it on a screen.
        var fresh = await world.ReleasedAsync("Küchenhilfe", "29", change: release => release.State = ProfileState.Shown);

        var (result, file) = await world.PrintAsync(world.All() with { OnlyUnprinted = true });

        Assert.Equal(1, result.Value?.Profiles);
        Assert.Contains(fresh.Chiffre, PrintWorld.TextOf(file), StringComparison.Ordinal);
    }
}
