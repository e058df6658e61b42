using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Organisations;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Events;

public sealed class TaskTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Given.Start, TimeSpan.Zero));

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> OtherRoles => new(TestUser.RolesWithout(Permission.EditEvents));

    [Fact]
    public void Plan_HasAllStepsOfPracticeInBothLanguages()
    {
        int[] days = [-90, -75, -60, -42, -35, -28, -21, -14, -7, -3, -1, 1, 3, 14, 28, 90, 180];
        Assert.Equal(days, PreparationPlan.Steps.Select(step => step.Days).Distinct());
        Assert.All(PreparationPlan.Steps, step => Assert.True(step.German.Length is > 5 and <= EventTask.TitleMaxLength && step.English.Length > 5, step.Key));
        Assert.Equal(PreparationPlan.Steps.Count, PreparationPlan.Steps.Select(step => step.Key).Distinct().Count());
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task PlanMadeTwiceAtOnce_IsThereOnce(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider, _clock);
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.MakePlanAsync())));

        Assert.Equal(PreparationPlan.Steps.Count, made.Sum(count => count.Value));
        var tasks = (await world.ListAsync()).Tasks;
        Assert.Equal(PreparationPlan.Steps.Select(step => world.Event.Date.AddDays(step.Days)).Order(), tasks.Select(row => row.Task.DueOn));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task EventMoved_OpenTasksOfThePlanMoveAlong_DoneOnesAndThoseSetByHandStay(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider, _clock);
        await world.MakePlanAsync();
        var before = (await world.ListAsync()).Tasks;
        var (venue, thanks, buses) = (Of(before, "venue"), Of(before, "thanks"), Of(before, "buses"));
        Assert.True((await world.CompleteAsync(venue.Id)).Done);
        var byHand = SaveEventTask.Form.Of(thanks);
        byHand.DueOn = thanks.DueOn.AddDays(2);
        Assert.True((await world.SaveAsync(byHand)).Done);
        using var codes = new CodeCatalogSource(world.Database, _clock);
        var moved = await new SaveJobEvent(world.Database, world.User, _clock, codes).ExecuteAsync(
            new()
            {
                Id = world.Event.Id, Version = world.Event.Version, Key = world.Event.Key, Kind = world.Event.Kind, Title = world.Event.Title, Date = world.Event.Date.AddDays(10),
                StartsAt = world.Event.StartsAt, EndsAt = world.Event.EndsAt, Town = world.Event.Town, State = world.Event.State,
            },
            default);
        Assert.True(moved.Done, moved.Error?.Code);

        var after = (await world.ListAsync()).Tasks;
        Assert.Equal(buses.DueOn.AddDays(10), Of(after, "buses").DueOn);
        Assert.Equal(venue.DueOn, Of(after, "venue").DueOn);
        Assert.Equal(thanks.DueOn.AddDays(2), Of(after, "thanks").DueOn);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Tasks_AreOverdueSoonLaterOrDone(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider, _clock);
        var today = DateOnly.FromDateTime(_clock.GetLocalNow().DateTime);
        foreach (var days in new[] { -1, 0, 7, 8 })
        {
            Assert.True((await world.SaveAsync(new SaveEventTask.Form { Title = $"In {days}", DueOn = today.AddDays(days) })).Done);
        }

        Assert.Equal([TaskDue.Overdue, TaskDue.Soon, TaskDue.Soon, TaskDue.Later], (await world.ListAsync()).Tasks.Select(row => row.Due));
        var first = (await world.ListAsync()).Tasks[0].Task;
        Assert.True((await world.CompleteAsync(first.Id)).Done);
        Assert.Equal(TaskDue.Done, (await world.ListAsync()).Tasks[0].Due);
        Assert.True((await world.CompleteAsync(first.Id, done: false)).Done);
        Assert.Equal(TaskDue.Overdue, (await world.ListAsync()).Tasks[0].Due);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Host_CompletesWhatItTookOverAndNothingElse(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider, _clock);
        var theirs = (await world.SaveAsync(new() { Title = "Raum", DueOn = world.Event.Date, OwnerOrganisationId = world.Host.Id })).Value;
        var ours = (await world.SaveAsync(new() { Title = "Bus", DueOn = world.Event.Date })).Value;
        var host = TestUser.With(world.Host.Id, Role.Organiser);

        Assert.True((await world.CompleteAsync(theirs, user: host)).Done);
        Assert.Equal(Errors.NotFound, (await world.CompleteAsync(ours, user: host)).Error);
        Assert.Equal(Errors.NotFound, (await world.SaveAsync(new() { Title = "Neu", DueOn = world.Event.Date }, host)).Error);
        Assert.Equal(Errors.NotFound, (await new RemoveEventTask(world.Database, host, _clock).ExecuteAsync(theirs, default)).Error);
        var seen = (await world.ListAsync(host)).Tasks;
        Assert.Equal([(ours, false), (theirs, true)], seen.Select(row => (row.Task.Id, row.Completable)));
        var stranger = TestUser.With((await world.Database.OrganisationAsync()).Id, Role.Organiser);
        Assert.Equal(Errors.NotFound, (await new EventTaskQueries(world.Database, stranger, _clock).ListAsync(world.Event.Id, default)).Error);
        Assert.Equal(Errors.NotFound, (await world.CompleteAsync(theirs, user: stranger)).Error);
    }

    [Fact]
    public async Task OwnerFromElsewhere_IsRefused_AColleagueIsNamed()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite, _clock);
        var stranger = await world.Database.OrganisationAsync();
        var foreigner = await world.Database.UserAsync(stranger.Id, Role.Organiser);
        var colleague = await world.Database.UserAsync(world.Event.OrganisationId, Role.Organiser);

        Assert.Equal(EventErrors.UnknownOwner, (await world.SaveAsync(new() { Title = "A", DueOn = world.Event.Date, OwnerOrganisationId = stranger.Id })).Error);
        Assert.Equal(EventErrors.UnknownOwner, (await world.SaveAsync(new() { Title = "A", DueOn = world.Event.Date, OwnerUserId = foreigner.UserId })).Error);
        Assert.True((await world.SaveAsync(new() { Title = "A", DueOn = world.Event.Date, OwnerUserId = colleague.UserId })).Done);
        Assert.Equal(colleague.DisplayName, Assert.Single((await world.ListAsync()).Tasks).Owner);
        Assert.Equal(world.LeadName, Assert.Single((await world.ListAsync(TestUser.With(world.Host.Id, Role.Organiser))).Tasks).Owner);
    }

    [Fact]
    public async Task RemovedLine_ComesBackAsItWas()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite, _clock);
        await world.MakePlanAsync();
        var removed = await new RemoveEventTask(world.Database, world.User, _clock).ExecuteAsync(Of((await world.ListAsync()).Tasks, "venue").Id, default);
        Assert.Equal(PreparationPlan.Steps.Count - 1, (await world.ListAsync()).Tasks.Count);

        var form = SaveEventTask.Form.Of(removed.Value!);
        form.Id = null;
        Assert.True((await world.SaveAsync(form)).Done);

        var back = Of((await world.ListAsync()).Tasks, "venue");
        Assert.Equal((removed.Value!.DueOn, false), (back.DueOn, back.SetByHand));
        Assert.Equal(0, (await world.MakePlanAsync()).Value);
    }

    [Fact]
    public void LineOfThePlan_IsTranslatedUntilSomebodyRewordsIt()
    {
        var step = PreparationPlan.Steps[0];
        var english = CultureInfo.GetCultureInfo("en");
        Assert.Equal(step.English, new EventTask { SourceKey = step.Key, Title = step.German }.TitleFor(english));
        Assert.Equal("Eigenes", new EventTask { SourceKey = step.Key, Title = "Eigenes" }.TitleFor(english));
        Assert.Equal(step.German, new EventTask { SourceKey = step.Key, Title = step.German }.TitleFor(CultureInfo.GetCultureInfo("de")));
    }

    [Theory, MemberData(nameof(OtherRoles))]
    public async Task RoleWithoutTheRight_SeesAndDoesNothing(Role role)
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite, _clock);
        var task = (await world.SaveAsync(new() { Title = "A", DueOn = world.Event.Date })).Value;
        var user = TestUser.With(world.Event.OrganisationId, role);
        Assert.Equal(Errors.Forbidden, (await new EventTaskQueries(world.Database, user, _clock).ListAsync(world.Event.Id, default)).Error);
        Assert.Equal(Errors.Forbidden, (await new MakePreparationPlan(world.Database, user, _clock).ExecuteAsync(world.Event.Id, default)).Error);
        Assert.Equal(Errors.Forbidden, (await world.SaveAsync(new() { Title = "A", DueOn = world.Event.Date }, user)).Error);
        Assert.Equal(Errors.Forbidden, (await world.CompleteAsync(task, user: user)).Error);
        Assert.Equal(Errors.Forbidden, (await new RemoveEventTask(world.Database, user, _clock).ExecuteAsync(task, default)).Error);
    }

    private static EventTask Of(IEnumerable<EventTaskRow> rows, string key) => rows.Single(row => row.Task.SourceKey == key).Task;

    private sealed class World(TestDatabase database, JobEvent jobEvent, Organisation host, string leadName, TimeProvider clock) : IAsyncDisposable
    {
        public TestDatabase Database => database;

        public JobEvent Event => jobEvent;

        public Organisation Host => host;

        public string LeadName => leadName;

        public FixedUser User { get; } = TestUser.With(jobEvent.OrganisationId, Role.Organiser);

        public static async Task<World> CreateAsync(DatabaseProvider provider, TimeProvider clock)
        {
            var database = await TestDatabase.CreateAsync(provider);
            var (lead, host) = (await database.OrganisationAsync(), await database.OrganisationAsync());
            var jobEvent = await database.JobEventAsync(lead.Id, e => e.Hosts.Add(new JobEventHost { JobEventId = e.Id, OrganisationId = host.Id }));
            return new World(database, jobEvent, host, lead.Name, clock);
        }

        public ValueTask DisposeAsync() => database.DisposeAsync();

        public Task<Result<int>> MakePlanAsync() => new MakePreparationPlan(database, User, clock).ExecuteAsync(jobEvent.Id, default);

        public Task<Result<EventTaskId>> SaveAsync(SaveEventTask.Form form, ICurrentUser? user = null) => new SaveEventTask(database, user ?? User, clock).ExecuteAsync(jobEvent.Id, form, default);

        public Task<Result> CompleteAsync(EventTaskId id, bool done = true, ICurrentUser? user = null) => new CompleteEventTask(database, user ?? User, clock).ExecuteAsync(id, done, default);

        public async Task<EventTasks> ListAsync(ICurrentUser? user = null) => (await new EventTaskQueries(database, user ?? User, clock).ListAsync(jobEvent.Id, default)).Value!;
    }
}
