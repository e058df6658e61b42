using Integration.Access;
using Integration.Data;
using Integration.Data.Demo;
using Integration.TalkPlans;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.TalkPlans;

public sealed class DemoTalksTests(WholeDemo demo) : IClassFixture<WholeDemo>
{
    [Theory]
    [InlineData("jobsforyou", 60, 150)]
    [InlineData("haren", 15, 10)]
    public async Task Demo_HasAPublishedPlanWithoutFault(string key, int people, int talks)
    {
        await using var db = demo.Database.CreateDbContext();
        var jobEvent = await db.JobEvents.SingleAsync(e => e.Key == key);
        var organiser = TestUser.With(jobEvent.OrganisationId, Role.Organiser);
        using var codes = new CodeCatalogSource(demo.Database, demo.Clock);

        var plans = (await new TalkPlanQueries(demo.Database, organiser, demo.Clock).OpenAsync(jobEvent.Id, default)).Value!;
        var published = Assert.Single(plans.Schedules, row => row.State == TalkScheduleState.Published);
        var board = (await new TalkScheduleQueries(demo.Database, organiser, demo.Clock, codes).BoardAsync(published.Id, default)).Value!;

        Assert.Empty(board.Warnings);
        Assert.True(board.People.Count >= people, $"{board.People.Count} people");
        Assert.True(board.Score.Held >= talks, $"{board.Score.Held} talks of {board.Score.Held + board.Unmet.Sum(row => row.Talks.Count)}");
        Assert.True(published.Value <= published.Bound);
        Assert.NotEmpty(board.Unmet);
        Assert.NotEmpty(board.Hosts.Select(host => host.Zone));
        Assert.All(board.Sittings.SelectMany(sitting => sitting.Seats), seat => Assert.NotEmpty(seat.Chiffre));
    }

    [Fact]
    public async Task SeededTwice_IsTheSamePlan()
    {
        await using var again = await TestDatabase.CreateAsync();
        await new DemoSeed(again, demo.Clock).RunAsync(default);
        Assert.Equal(await TalksAsync(demo.Database), await TalksAsync(again));
    }

    private static async Task<List<string>> TalksAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        var talks = await db.ScheduledTalks.AsNoTracking().ToListAsync();
        Assert.NotEmpty(talks);
        return [.. talks.Select(talk => $"{talk.Id} {talk.RegistrationId} {talk.EmployerId} {talk.StartsAt:t} {talk.Table} {talk.InterpreterId} {talk.Language}").Order(StringComparer.Ordinal)];
    }
}
