using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Integration.Lifecycle;
using Integration.Organisations;
using Integration.Testing;
using Integration.Transport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Lifecycle;

public sealed class CopyTests
{
    private static readonly DateOnly Day = new(2027, 5, 12);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Given.Start, TimeSpan.Zero));

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> OtherRoles => new(TestUser.RolesWithout(Permission.EditEvents));

    public static TheoryData<CopyPart> AllParts => new(Enum.GetValues<CopyPart>());

    [Theory]
    [InlineData("Ausbildungsbörse", "Ausbildungsbörse, 2. Auflage", 2)]
    [InlineData("Ausbildungsbörse, 2. Auflage", "Ausbildungsbörse, 3. Auflage", 3)]
    [InlineData("Börse, 9. Auflage (Haren)", "Börse, 10. Auflage (Haren)", 10)]
    [InlineData("3. Auflage der 1. Auflage", "3. Auflage der 2. Auflage", 2)]
    public void Title_IsThatOfTheNextEdition(string title, string next, int number) => Assert.Equal((next, number), Edition.After(title));

    [Theory]
    [InlineData("haren", 2, "haren-2")]
    [InlineData("haren-2", 3, "haren-3")]
    [InlineData("messe-2027", 2, "messe-2027-2")]
    public void Key_IsThatOfTheNextEdition(string key, int number, string next) => Assert.Equal(next, Edition.KeyAfter(key, number));

    [Fact]
    public void Key_StaysShortEnough() => Assert.Equal(Organisation.KeyMaxLength, Edition.KeyAfter(new string('a', Organisation.KeyMaxLength), 2).Length);

    [Theory, MemberData(nameof(Providers))]
    public async Task Copied_HasEverythingButPeople(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        var copied = await CopyAsync(world, Form(world));
        Assert.True(copied.Done, copied.Error?.Code);

        await using var db = world.Database.CreateDbContext();
        var id = copied.Value;
        var copy = await db.JobEvents.Include(e => e.Hosts).Include(e => e.Employers).AsSplitQuery().SingleAsync(e => e.Id == id);
        Assert.Equal((Day, JobEventState.Planned, 50, "Landrätin"), (copy.Date, copy.State, copy.Places, copy.Patron));
        Assert.Equal(world.Event.Title + ", 2. Auflage", copy.Title);
        Assert.Equal(world.Host.Id, Assert.Single(copy.Hosts).OrganisationId);
        var employer = Assert.Single(copy.Employers);
        Assert.Null(employer.VouchedAt);
        var stand = await db.Stands.SingleAsync(s => s.JobEventId == id);
        Assert.Equal(("7", 300, employer.OrganisationId), (stand.Number, stand.X, stand.OrganisationId));
        Assert.Equal((await db.FloorPlans.SingleAsync(plan => plan.JobEventId == id)).Id, stand.FloorPlanId);
        Assert.Equal(20, (await db.PlaceQuotas.SingleAsync(q => q.JobEventId == id)).Guaranteed);
        var item = await db.ProgrammeItems.SingleAsync(i => i.JobEventId == id);
        Assert.Equal((await db.Rooms.SingleAsync(r => r.JobEventId == id)).Id, item.RoomId);
        Assert.Equal((await db.EventStages.SingleAsync(s => s.JobEventId == id)).Id, item.StageId);
        Assert.Equal("Bahnhof", Assert.Single((await db.BusLines.Include(l => l.Stops).SingleAsync(l => l.JobEventId == id)).Stops).Name);
        var task = await db.EventTasks.SingleAsync(t => t.JobEventId == id);
        Assert.Equal((Day.AddDays(-42), (DateTime?)null, world.Host.Id), (task.DueOn, task.DoneAt, task.OwnerOrganisationId));
        var assignment = await db.InterpreterAssignments.SingleAsync(a => a.JobEventId == id);
        Assert.Equal((AssignmentState.Proposed, Day), (assignment.State, assignment.Day));
        Assert.False(await db.Registrations.AnyAsync(r => r.JobEventId == id));
        Assert.False(await db.BusSeats.AnyAsync(s => db.BusLines.Any(l => l.Id == s.LineId && l.JobEventId == id)));
    }

    [Theory, MemberData(nameof(AllParts))]
    public async Task PartLeftOut_IsNotCopied(CopyPart part)
    {
        await using var world = await WorldAsync(DatabaseProvider.Sqlite);
        var form = Form(world);
        form.Parts.Remove(part);
        var id = (await CopyAsync(world, form)).Value;

        await using var db = world.Database.CreateDbContext();
        var there = new Dictionary<CopyPart, bool>
        {
            [CopyPart.Hosts] = await db.Set<JobEventHost>().AnyAsync(h => h.JobEventId == id),
            [CopyPart.Employers] = await db.Set<ExpectedEmployer>().AnyAsync(e => e.JobEventId == id),
            [CopyPart.Places] = await db.JobEvents.AnyAsync(e => e.Id == id && e.Places != null),
            [CopyPart.Rooms] = await db.Rooms.AnyAsync(r => r.JobEventId == id),
            [CopyPart.Stages] = await db.EventStages.AnyAsync(s => s.JobEventId == id),
            [CopyPart.Programme] = await db.ProgrammeItems.AnyAsync(i => i.JobEventId == id),
            [CopyPart.Buses] = await db.BusLines.AnyAsync(l => l.JobEventId == id),
            [CopyPart.Tasks] = await db.EventTasks.AnyAsync(t => t.JobEventId == id),
            [CopyPart.Interpreters] = await db.InterpreterAssignments.AnyAsync(a => a.JobEventId == id),
        };
        Assert.Equal(Enum.GetValues<CopyPart>().Where(other => other != part), there.Where(row => row.Value).Select(row => row.Key));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task NothingInTheWay_NoConflict(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        Assert.Empty(await PreviewAsync(world, Form(world)));
        var without = Form(world);
        without.Date = null;
        Assert.Empty(await PreviewAsync(world, without));
    }

    [Fact]
    public async Task DayInThePastOrAtTheWeekend_IsSaid()
    {
        await using var world = await WorldAsync(DatabaseProvider.Sqlite);
        var form = Form(world);
        form.Date = new DateOnly(2027, 1, 30);
        Assert.Equal([CopyConflictKind.DateInPast, CopyConflictKind.Weekend], (await PreviewAsync(world, form)).Select(c => c.Kind));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task PlaceTakenAtThatTime_IsSaid_NotAtAnotherTime(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        var other = await world.Database.JobEventAsync(world.Host.Id, e => (e.Date, e.Place, e.StartsAt, e.EndsAt) = (Day, "RATHAUS", new TimeOnly(12, 59), new TimeOnly(15, 0)));
        await world.Database.JobEventAsync(world.Host.Id, e => (e.Date, e.StartsAt, e.EndsAt) = (Day, new TimeOnly(13, 0), new TimeOnly(15, 0)));
        await world.Database.JobEventAsync(world.Host.Id, e => (e.Date, e.State) = (Day, JobEventState.Cancelled));
        await world.Database.JobEventAsync(world.Host.Id, e => (e.Date, e.State) = (Day, JobEventState.Idea));
        await world.Database.JobEventAsync(world.Host.Id, e => (e.Date, e.Town) = (Day, "Meppen"));

        Assert.Equal((CopyConflictKind.PlaceTaken, other.Id), Assert.Single((await PreviewAsync(world, Form(world))).Select(c => (c.Kind, c.Other!.Value))));
        var elsewhere = Form(world);
        elsewhere.Place = "Kreishaus";
        Assert.Empty(await PreviewAsync(world, elsewhere));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task NightBefore_ReachesIntoTheDay(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        var night = await world.Database.JobEventAsync(world.Host.Id, e => (e.Date, e.StartsAt, e.EndsAt) = (Day.AddDays(-1), new TimeOnly(20, 0), new TimeOnly(10, 0)));
        Assert.Equal(night.Id, Assert.Single(await PreviewAsync(world, Form(world))).Other);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task PeopleRegisteredElsewhereAtThatTime_AreCountedAndNotNamed(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        var other = await world.Database.JobEventAsync(world.Host.Id, e => (e.Date, e.Place) = (Day, "Halle"));
        await world.Database.RegistrationAsync(world.Person, other);

        var conflict = Assert.Single(await PreviewAsync(world, Form(world)));
        Assert.Equal((CopyConflictKind.PeopleDouble, 1, "", other.Id), (conflict.Kind, conflict.Count, conflict.Who, conflict.Other!.Value));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task SpeakerAtAnotherEventThatDay_IsSaid(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        var other = await world.Database.JobEventAsync(world.Host.Id, e => (e.Date, e.StartsAt, e.EndsAt) = (Day, new TimeOnly(17, 0), new TimeOnly(19, 0)));
        await world.Database.SaveAsync(new ProgrammeItem { JobEventId = other.Id, Title = "Vortrag", StartsAt = new TimeOnly(17, 0), EndsAt = new TimeOnly(18, 0), Speakers = ["anna sommer", "Ute Kern"] });

        Assert.Equal(CopyConflictKind.SpeakerDouble, Assert.Single(await PreviewAsync(world, Form(world))).Kind);
        var without = Form(world);
        without.Parts.Remove(CopyPart.Programme);
        Assert.Empty(await PreviewAsync(world, without));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task InterpreterWhoCannot_IsSaidAndLeftOut(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider, interpreter => interpreter.Exceptions = [new ExceptionDay { Day = Day, Available = false }]);

        var conflict = Assert.Single(await PreviewAsync(world, Form(world)));
        Assert.Equal((CopyConflictKind.InterpreterUnavailable, "Stimme"), (conflict.Kind, conflict.Who));
        Assert.Equal(0, await AssignedAsync(world, (await CopyAsync(world, Form(world))).Value));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task InterpreterAssignedElsewhere_IsSaidAndLeftOut(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        var other = await world.Database.JobEventAsync(world.Event.OrganisationId, e => (e.Date, e.Place) = (Day, "Halle"));
        await world.Database.SaveAsync(Assignment(other, world.Interpreter));

        var conflict = Assert.Single(await PreviewAsync(world, Form(world)));
        Assert.Equal((CopyConflictKind.InterpreterDouble, "Stimme", other.Id), (conflict.Kind, conflict.Who, conflict.Other!.Value));
        Assert.Equal(0, await AssignedAsync(world, (await CopyAsync(world, Form(world))).Value));
    }

    [Fact]
    public async Task KeyTakenOrMissingDay_IsRefused()
    {
        await using var world = await WorldAsync(DatabaseProvider.Sqlite);
        var form = Form(world);
        form.Key = world.Event.Key;
        Assert.Equal(EventErrors.KeyTaken, (await CopyAsync(world, form)).Error);
        form = Form(world);
        form.Date = null;
        Assert.Equal(Errors.Required(nameof(CopyForm.Date)).Code, (await CopyAsync(world, form)).Error!.Code);
    }

    [Fact]
    public async Task ForeignEvent_IsNotFound()
    {
        await using var world = await WorldAsync(DatabaseProvider.Sqlite);
        var host = TestUser.With(world.Host.Id, Role.Organiser);
        Assert.Equal(Errors.NotFound, (await new CopyEvent(world.Database, host, _clock).ExecuteAsync(world.Event.Id, Form(world), default)).Error);
        Assert.Equal(Errors.NotFound, (await new EventCopyQueries(world.Database, host, _clock).PreviewAsync(world.Event.Id, Form(world), default)).Error);
    }

    [Theory, MemberData(nameof(OtherRoles))]
    public async Task RoleWithoutTheRight_CopiesNothing(Role role)
    {
        await using var world = await WorldAsync(DatabaseProvider.Sqlite);
        var user = TestUser.With(world.Event.OrganisationId, role);
        Assert.Equal(Errors.Forbidden, (await new CopyEvent(world.Database, user, _clock).ExecuteAsync(world.Event.Id, Form(world), default)).Error);
        Assert.Equal(Errors.Forbidden, (await new EventCopyQueries(world.Database, user, _clock).PreviewAsync(world.Event.Id, Form(world), default)).Error);
    }

    private static CopyForm Form(World world)
    {
        var form = CopyForm.Of(world.Event);
        form.Date = Day;
        return form;
    }

    private static async Task<int> AssignedAsync(World world, JobEventId id)
    {
        await using var db = world.Database.CreateDbContext();
        return await db.InterpreterAssignments.CountAsync(a => a.JobEventId == id);
    }

    private static InterpreterAssignment Assignment(JobEvent jobEvent, Interpreter interpreter) => new()
    {
        OrganisationId = interpreter.OrganisationId, JobEventId = jobEvent.Id, InterpreterId = interpreter.Id, Language = "ara", Day = jobEvent.Date, StartsAt = jobEvent.StartsAt,
        EndsAt = jobEvent.EndsAt, State = AssignmentState.Confirmed,
    };

    private Task<Result<JobEventId>> CopyAsync(World world, CopyForm form) =>
        new CopyEvent(world.Database, TestUser.With(world.Event.OrganisationId, Role.Organiser), _clock).ExecuteAsync(world.Event.Id, form, default);

    private async Task<List<CopyConflict>> PreviewAsync(World world, CopyForm form) =>
        (await new EventCopyQueries(world.Database, TestUser.With(world.Event.OrganisationId, Role.Organiser), _clock).PreviewAsync(world.Event.Id, form, default)).Value!;

    // An event with one of everything, and one person who comes.
    private static async Task<World> WorldAsync(DatabaseProvider provider, Action<Interpreter>? change = null)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var (lead, host) = (await database.OrganisationAsync(), await database.OrganisationAsync());
        var employer = await database.OrganisationAsync(o => o.Kind = OrganisationKind.Employer);
        var jobEvent = await database.JobEventAsync(lead.Id, e =>
        {
            (e.Places, e.Patron) = (50, "Landrätin");
            e.Hosts.Add(new JobEventHost { JobEventId = e.Id, OrganisationId = host.Id });
            e.Employers.Add(new ExpectedEmployer { JobEventId = e.Id, OrganisationId = employer.Id, VouchedAt = Given.Start, VouchedBy = UserId.New() });
        });
        await database.SaveAsync(new PlaceQuota { JobEventId = jobEvent.Id, OrganisationId = lead.Id, Guaranteed = 20 });
        var stage = await database.SaveAsync(new EventStage { JobEventId = jobEvent.Id, Number = 1, Title = "Rundgang", StartsAt = jobEvent.StartsAt, EndsAt = jobEvent.EndsAt });
        var room = await database.SaveAsync(new Room { JobEventId = jobEvent.Id, Name = "Saal" });
        var plan = await database.SaveAsync(new FloorPlan { JobEventId = jobEvent.Id, Name = "Halle", Image = [1], MediaType = "image/png", PixelWidth = 1, PixelHeight = 1 });
        await database.SaveAsync(new Stand { JobEventId = jobEvent.Id, Number = "7", OrganisationId = employer.Id, FloorPlanId = plan.Id, X = 300, VehiclePlate = "EL-AB 12" });
        await database.SaveAsync(new ProgrammeItem { JobEventId = jobEvent.Id, Title = "Begrüßung", StartsAt = jobEvent.StartsAt, EndsAt = jobEvent.EndsAt, RoomId = room.Id, StageId = stage.Id, Speakers = ["Anna Sommer"] });
        var line = new BusLine { JobEventId = jobEvent.Id, Name = "Nord", Seats = 50, ArrivesAt = new TimeOnly(8, 30) };
        line.Stops.Add(new BusStop { LineId = line.Id, Number = 1, Name = "Bahnhof", Municipality = "Meppen", LeavesAt = new TimeOnly(8, 0) });
        await database.SaveAsync(line);
        await database.SaveAsync(new EventTask { JobEventId = jobEvent.Id, Title = "Busse", DueOn = jobEvent.Date.AddDays(-42), SourceKey = "buses", DoneAt = Given.Start, OwnerOrganisationId = host.Id });
        var interpreter = new Interpreter { OrganisationId = lead.Id, DisplayName = "Stimme", Email = "stimme@example.org", Languages = [new InterpreterLanguage { Code = "ara" }] };
        change?.Invoke(interpreter);
        await database.SaveAsync(interpreter);
        await database.SaveAsync(Assignment(jobEvent, interpreter));
        var person = await database.ParticipantAsync(lead.Id);
        var registration = await database.RegistrationAsync(person, jobEvent);
        await database.SaveAsync(new BusSeat { RegistrationId = registration.Id, LineId = line.Id, StopId = line.Stops[0].Id, Number = 1 });
        return new World(database, jobEvent, host, interpreter, person);
    }

    private sealed record World(TestDatabase Database, JobEvent Event, Organisation Host, Interpreter Interpreter, Integration.Participants.Participant Person) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }
}
