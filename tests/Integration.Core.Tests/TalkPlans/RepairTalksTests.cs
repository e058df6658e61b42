using Integration.Common;
using Integration.Data;
using Integration.Interpreters;
using Integration.TalkPlans;
using Integration.Testing;
using Integration.Transport;

namespace Integration.Core.Tests.TalkPlans;

public sealed class RepairTalksTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task NoShow_TouchesNobodyElse(DatabaseProvider provider)
    {
        await using var world = await TalkPlanWorld.CreateAsync(4, provider);
        await world.WishAllAsync();
        var published = await world.PublishedAsync();
        var absent = world.Registrations[2].Id;

        var repaired = await world.RepairAsync(published, form => form.Absent = [absent]);

        Assert.Null(repaired.Error);
        var comparison = (await world.Schedules().CompareAsync(published, repaired.Value, default)).Value!;
        Assert.Equal([absent], comparison.Concerned);
        Assert.Equal(3, comparison.Changes.Count);
        Assert.All(comparison.Changes, change => Assert.True(change is { After: null, Lost: true }));
        Assert.Equal(published, comparison.After.MadeFromId);
        Assert.Empty((await world.BoardAsync(repaired.Value)).Warnings);
        Assert.Null((await world.PublishAsync(repaired.Value)).Error);
    }

    [Fact]
    public async Task LostInterpreter_IsReplacedOrTheTalkGoes()
    {
        await using var world = await TalkPlanWorld.CreateAsync(2);
        await world.WishAsync(0, 0);
        await world.WishAsync(1, 1);
        await world.NeedsAsync(0, "ara");
        var first = await world.InterpreterAsync("ara");
        var published = await world.PublishedAsync();
        var gone = (await world.RepairAsync(published, form => form.Interpreters = [first.Id])).Value;
        Assert.Equal(world.Registrations[1].Id, Assert.Single(await world.TalksAsync(gone)).RegistrationId);

        var second = await world.InterpreterAsync("ara");
        var replaced = (await world.RepairAsync(published, form => form.Interpreters = [first.Id])).Value;
        Assert.Equal(second.Id, (await world.TalksAsync(replaced)).Single(talk => talk.RegistrationId == world.Registrations[0].Id).InterpreterId);
        // What was lost stays lost in whatever is made from it.
        var again = (await world.RepairAsync(replaced, _ => { })).Value;
        Assert.DoesNotContain(await world.TalksAsync(again), talk => talk.InterpreterId == first.Id);
    }

    [Fact]
    public async Task EmployerLeaves_ItsLaterTalksGo()
    {
        await using var world = await TalkPlanWorld.CreateAsync(3);
        await world.WishAllAsync();
        var published = await world.PublishedAsync();
        var employer = world.Companies[1].OrganisationId;
        var repaired = (await world.RepairAsync(published, form => form.Employers = [new EmployerLoss(employer, new TimeOnly(9, 50))])).Value;
        Assert.All((await world.TalksAsync(repaired)).Where(talk => talk.EmployerId == employer), talk => Assert.Equal(new TimeOnly(9, 30), talk.StartsAt));
        var without = (await world.RepairAsync(published, form => form.Employers = [new EmployerLoss(employer, null)])).Value;
        Assert.DoesNotContain(await world.TalksAsync(without), talk => talk.EmployerId == employer);
    }

    [Fact]
    public async Task LateBus_MovesItsPeopleAlone()
    {
        await using var world = await TalkPlanWorld.CreateAsync(2);
        await world.WishAllAsync();
        var line = await world.Database.SaveAsync(new BusLine { JobEventId = world.Event.Id, Name = "1", Seats = 10, ArrivesAt = new TimeOnly(9, 0), Stops = [new BusStop { Number = 1, Name = "Markt" }] });
        await world.Database.SaveAsync(new BusSeat { RegistrationId = world.Registrations[0].Id, LineId = line.Id, StopId = line.Stops[0].Id, Number = 1 });
        var published = await world.PublishedAsync();
        await world.ChangeAsync<BusLine>(l => l.Id == line.Id, l => l.LateByMinutes = 60);

        Assert.Equal("TalkPlan_NotADraft", (await world.PublishAsync(published)).Error?.Code);
        var repaired = (await world.RepairAsync(published, _ => { })).Value;

        Assert.All((await world.TalksAsync(repaired)).Where(talk => talk.RegistrationId == world.Registrations[0].Id), talk => Assert.True(talk.StartsAt >= new TimeOnly(10, 0)));
        Assert.Empty((await world.BoardAsync(repaired)).Warnings);
    }

    [Fact]
    public async Task PinnedTalkOfSomebodyWhoIsLate_IsLetGo()
    {
        await using var world = await TalkPlanWorld.CreateAsync(1);
        await world.WishAsync(0, 0);
        var line = await world.Database.SaveAsync(new BusLine { JobEventId = world.Event.Id, Name = "1", Seats = 10, ArrivesAt = new TimeOnly(9, 0), Stops = [new BusStop { Number = 1, Name = "Markt" }] });
        await world.Database.SaveAsync(new BusSeat { RegistrationId = world.Registrations[0].Id, LineId = line.Id, StopId = line.Stops[0].Id, Number = 1 });
        var id = await world.PlannedAsync();
        await world.ChangeAsync<ScheduledTalk>(talk => talk.ScheduleId == id, talk => (talk.StartsAt, talk.EndsAt, talk.Pinned) = (new TimeOnly(9, 30), new TimeOnly(9, 45), true));
        await world.ChangeAsync<BusLine>(l => l.Id == line.Id, l => l.LateByMinutes = 60);

        var repaired = await world.RepairAsync(id, _ => { });

        Assert.Null(repaired.Error);
        var after = Assert.Single(await world.TalksAsync(repaired.Value));
        Assert.True(after.StartsAt >= new TimeOnly(10, 0) && !after.Pinned);
        Assert.True(Assert.Single((await world.Schedules().CompareAsync(id, repaired.Value, default)).Value!.Changes).Lost);
    }

    [Fact]
    public async Task TalksUnderWay_StayWhereTheyAre()
    {
        await using var world = await TalkPlanWorld.CreateAsync(3);
        await world.WishAllAsync();
        var published = await world.PublishedAsync();
        var early = (await world.TalksAsync(published)).Where(talk => talk.StartsAt < new TimeOnly(10, 0)).ToList();
        Assert.NotEmpty(early);
        var repaired = (await world.RepairAsync(published, form => (form.From, form.Employers) = (new TimeOnly(10, 0), [new EmployerLoss(world.Companies[0].OrganisationId, new TimeOnly(10, 0))]))).Value;
        var after = await world.TalksAsync(repaired);
        Assert.All(early, talk => Assert.Contains(after, kept => kept.RegistrationId == talk.RegistrationId && kept.EmployerId == talk.EmployerId && kept.StartsAt == talk.StartsAt));
    }

    [Fact]
    public async Task ReplacedPlanOrWrongForm_IsRefused()
    {
        await using var world = await TalkPlanWorld.CreateAsync(1);
        await world.WishAsync(0, 0);
        var old = await world.PublishedAsync();
        await world.PublishedAsync();
        Assert.Equal(TalkPlanErrors.NothingPublished, (await world.RepairAsync(old, _ => { })).Error);
        Assert.Equal(TalkPlanErrors.WrongSettings, (await world.RepairAsync(old, form => form.Seconds = 0)).Error);
    }
}
