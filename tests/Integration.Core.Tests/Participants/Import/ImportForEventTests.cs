using Integration.Common;
using Integration.Events;
using Integration.Participants.Import;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Participants.Import;

public sealed class ImportForEventTests
{
    [Fact]
    public async Task EventOfOthersWithoutTakingPart_IsRefused()
    {
        await using var world = await ImportWorld.CreateAsync();
        var foreign = await world.Database.JobEventAsync((await world.Database.OrganisationAsync()).Id);

        Assert.Equal(EventErrors.NotTakingPart, (await StageAsync(world, foreign.Id)).Error);
    }

    [Fact]
    public async Task EventThatTheOrganisationHosts_TakesItsPeople()
    {
        await using var world = await ImportWorld.CreateAsync();
        var hosted = await world.Database.JobEventAsync(
            (await world.Database.OrganisationAsync()).Id,
            e => e.Hosts.Add(new JobEventHost { JobEventId = e.Id, OrganisationId = world.User.OrganisationId }));

        var staged = await StageAsync(world, hosted.Id);
        Assert.True((await world.Apply.ExecuteAsync(staged.Value, null, CancellationToken.None)).Done);

        await using var db = world.Database.CreateDbContext();
        Assert.Equal(hosted.Id, (await db.Registrations.SingleAsync()).JobEventId);
    }

    [Theory]
    [InlineData(JobEventState.Closed)]
    [InlineData(JobEventState.Cancelled)]
    public async Task EventThatIsOver_IsRefused(JobEventState state)
    {
        await using var world = await ImportWorld.CreateAsync();
        var over = await world.Database.JobEventAsync(world.User.OrganisationId, e => e.State = state);

        Assert.Equal(EventErrors.Over, (await StageAsync(world, over.Id)).Error);
    }

    [Fact]
    public async Task EventClosedAfterStaging_NobodyGoesIn()
    {
        await using var world = await ImportWorld.CreateAsync();
        var staged = await world.StageAsync(ImportWorld.Headings, ImportWorld.GoodRow);
        await using (var db = world.Database.CreateDbContext())
        {
            (await db.JobEvents.SingleAsync()).State = JobEventState.Closed;
            await db.SaveChangesAsync(CancellationToken.None);
        }

        Assert.Equal(EventErrors.Over, (await world.Apply.ExecuteAsync(staged, null, CancellationToken.None)).Error);
        await using var after = world.Database.CreateDbContext();
        Assert.False(await after.Participants.AnyAsync() || await after.Registrations.AnyAsync());
        Assert.Equal(ImportState.Staged, (await after.ImportBatches.SingleAsync()).State);
    }

    private static Task<Result<ImportBatchId>> StageAsync(ImportWorld world, JobEventId jobEvent) =>
        world.Stage.ExecuteAsync(
            new StageImport.Form { Content = ImportWorld.File(ImportWorld.Headings, ImportWorld.GoodRow), JobEventId = jobEvent }, CancellationToken.None);
}
