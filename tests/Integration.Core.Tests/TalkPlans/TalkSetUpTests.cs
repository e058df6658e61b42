using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.TalkPlans;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.TalkPlans;

public sealed class TalkSetUpTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Times_AreSavedChangedAndTakenOut(DatabaseProvider provider)
    {
        await using var world = await TalkPlanWorld.CreateAsync(0, provider);
        var saved = await SaveAsync(world, PlanTalksTests.Times("11:30", "12:30", 20, 0));
        Assert.Null(saved.Error);
        Assert.Equal(5 + 3, (await world.SummaryAsync()).Slots);

        var plans = (await world.Plans().OpenAsync(world.Event.Id, default)).Value!;
        var form = SaveTalkTimes.Form.Of(plans.Times.Single(times => times.Id == saved.Value));
        form.EndsAt = new TimeOnly(12, 0);
        Assert.Null((await SaveAsync(world, form)).Error);
        Assert.Equal(Errors.Conflict, (await SaveAsync(world, form)).Error);
        Assert.Equal(5 + 1, (await world.SummaryAsync()).Slots);

        Assert.Null((await new RemoveTalkTimes(world.Database, world.Organiser, world.Clock).ExecuteAsync(saved.Value, default)).Error);
        Assert.Equal(5, (await world.SummaryAsync()).Slots);
    }

    [Fact]
    public async Task WrongOrOverlappingTimes_AreRefused()
    {
        await using var world = await TalkPlanWorld.CreateAsync(0);
        Assert.Equal(TalkPlanErrors.TimesOverlap, (await SaveAsync(world, PlanTalksTests.Times("11:00", "12:00"))).Error);
        Assert.Null((await SaveAsync(world, PlanTalksTests.Times("11:10", "12:00"))).Error);
        Assert.Equal(TalkPlanErrors.WrongTimes, (await SaveAsync(world, PlanTalksTests.Times("12:00", "12:10"))).Error);
        Assert.Equal(TalkPlanErrors.WrongTimes, (await SaveAsync(world, PlanTalksTests.Times("12:00", "12:30", 2))).Error);
        Assert.Equal("Required", (await SaveAsync(world, new SaveTalkTimes.Form { EndsAt = new TimeOnly(12, 0) })).Error?.Code);
        var form = PlanTalksTests.Times("12:00", "12:30");
        form.StageId = StageId.New();
        Assert.Equal(Errors.NotFound, (await SaveAsync(world, form)).Error);
    }

    [Fact]
    public async Task OverMidnight_SlotsGoOnIntoTheNextDay()
    {
        await using var world = await TalkPlanWorld.CreateAsync(0);
        var night = await world.Database.JobEventAsync(world.Event.OrganisationId, e => (e.StartsAt, e.EndsAt) = (new TimeOnly(22, 0), new TimeOnly(2, 0)));
        Assert.Null((await new SaveTalkTimes(world.Database, world.Organiser, world.Clock).ExecuteAsync(night.Id, PlanTalksTests.Times("23:30", "00:30"), default)).Error);
        Assert.Null((await new SaveTalkTimes(world.Database, world.Organiser, world.Clock).ExecuteAsync(night.Id, PlanTalksTests.Times("00:30", "01:00"), default)).Error);
        await using var db = world.Database.CreateDbContext();
        var slots = TalkSlots.Of(await db.TalkTimes.Where(t => t.JobEventId == night.Id).ToListAsync(), new EventClock(night));
        Assert.Equal([1410, 1430, 1450, 1470], slots.Select(slot => slot.Start));
    }

    [Fact]
    public async Task Tables_AreSavedAndWrongOnesRefused()
    {
        await using var world = await TalkPlanWorld.CreateAsync(0);
        var employer = world.Companies[0].OrganisationId;
        var row = (await world.Plans().OpenAsync(world.Event.Id, default)).Value!.Venues.Single(venue => venue.EmployerId == employer);
        var form = SaveTalkVenue.Form.Of(row);
        (form.Tables, form.GroupSize, form.Languages, form.Closed) = (3, 4, ["ara", "ara"], [new ClockSpan(new TimeOnly(10, 0), new TimeOnly(10, 30))]);
        Assert.Null((await SaveAsync(world, form)).Error);
        Assert.Equal(Errors.Conflict, (await SaveAsync(world, form)).Error);
        await using var db = world.Database.CreateDbContext();
        var venue = await db.TalkVenues.SingleAsync(v => v.EmployerId == employer);
        Assert.Equal((3, 4, "ara", 1), (venue.Tables, venue.GroupSize, Assert.Single(venue.Languages), venue.Closed.Count));
        Assert.Equal(5, (await world.SummaryAsync()).Tables);

        (form.Version, form.Tables) = (venue.Version, TalkVenue.MostTables + 1);
        Assert.Equal(TalkPlanErrors.WrongTables, (await SaveAsync(world, form)).Error);
        (form.Tables, form.Languages) = (1, ["klingonisch"]);
        Assert.Equal(TalkPlanErrors.UnknownLanguage, (await SaveAsync(world, form)).Error);
        Assert.Equal(TalkPlanErrors.UnknownEmployer, (await SaveAsync(world, new SaveTalkVenue.Form { EmployerId = world.Event.OrganisationId })).Error);
    }

    [Fact]
    public async Task StandsSetUpTables_AndWhatWasEnteredStays()
    {
        await using var world = await TalkPlanWorld.CreateAsync(0);
        var company = await world.Database.OrganisationAsync(o => (o.Kind, o.RegionKey) = (Integration.Organisations.OrganisationKind.Employer, ""));
        var unknown = await world.Database.OrganisationAsync(o => (o.Kind, o.RegionKey) = (Integration.Organisations.OrganisationKind.Employer, ""));
        await world.Database.SaveAsync(new ExpectedEmployer { JobEventId = world.Event.Id, OrganisationId = company.Id, VouchedAt = Given.Start });
        await world.Database.SaveAsync(new ExpectedEmployer { JobEventId = world.Event.Id, OrganisationId = unknown.Id });
        await world.Database.SaveAsync(new Stand { JobEventId = world.Event.Id, Number = "7", OrganisationId = company.Id, Tables = 2, Languages = ["deu", "ukr"] });
        Assert.Contains(new TalkLack(TalkLackKind.EmployersWithoutTables, 1), (await world.SummaryAsync()).Missing);

        var setUp = new SetUpTalkVenues(world.Database, world.Organiser, world.Clock);
        Assert.Equal(1, (await setUp.ExecuteAsync(world.Event.Id, default)).Value);
        Assert.Equal(0, (await setUp.ExecuteAsync(world.Event.Id, default)).Value);

        await using var db = world.Database.CreateDbContext();
        var venue = await db.TalkVenues.SingleAsync(v => v.EmployerId == company.Id);
        Assert.Equal((2, "ukr"), (venue.Tables, Assert.Single(venue.Languages)));
        Assert.DoesNotContain((await world.SummaryAsync()).Missing, lack => lack.Kind == TalkLackKind.EmployersWithoutTables);
    }

    private static Task<Result<TalkTimesId>> SaveAsync(TalkPlanWorld world, SaveTalkTimes.Form form) =>
        new SaveTalkTimes(world.Database, world.Organiser, world.Clock).ExecuteAsync(world.Event.Id, form, default);

    private static Task<Result<TalkVenueId>> SaveAsync(TalkPlanWorld world, SaveTalkVenue.Form form) =>
        new SaveTalkVenue(world.Database, world.Organiser, world.Clock, world.Codes).ExecuteAsync(world.Event.Id, form, default);
}
