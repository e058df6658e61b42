using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Integration.Testing;
using Integration.Tours;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Tours;

public sealed class TourTests
{
    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesWithoutEvents => new(TestUser.RolesWithout(Permission.EditEvents));

    public static TheoryData<Role> RolesWithoutRegistering => new(TestUser.RolesWithout(Permission.RegisterForEvents));

    [Theory, MemberData(nameof(Providers))]
    public async Task Groups_AreFormedAgainAndKeepWhatWasSaidByHand(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var world = await WorldAsync(database, people: 20);
        Assert.Equal(new TourOutcome(2, 20, 0), (await FormAsync(world)).Value);
        var view = await ViewAsync(world, world.User);
        Assert.All(view.Groups, group => Assert.InRange(group.Count, 8, 12));

        var moved = view.Groups[0].Members[0].Registration;
        var gone = view.Groups[1].Members[0].Registration;
        Assert.True((await MoveAsync(world, moved, view.Groups[1].Group.Id)).Done);
        Assert.True((await new SaveTourGroup(database, world.User, TimeProvider.System).ExecuteAsync(view.Groups[1].Group.Id, new() { Guide = "Jonas Eilers", StartsAt = new(9, 40) }, _ct)).Done);
        Assert.True((await SizesAsync(world, TestUser.CaseManager(world.User.OrganisationId), moved, 42)).Done);
        await using var db = database.CreateDbContext();
        await db.Registrations.Where(r => r.Id == gone).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RegistrationState.Declined), _ct);

        Assert.Equal(new TourOutcome(2, 19, 1), (await FormAsync(world)).Value);
        view = await ViewAsync(world, world.User);
        Assert.Equal("Jonas Eilers", view.Groups[1].Group.Guide);
        Assert.Contains(view.Groups[1].Members, member => member.Registration == moved && member.ByHand);
        Assert.Equal((1, 1, 18), (view.Sizes!.Shoes[42], view.Sizes.Clothes[ClothingSize.Large], view.Sizes.WithoutShoeSize));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task FewerPeople_WalkInFewerGroupsAndARemovedTourLeavesNothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var world = await WorldAsync(database, people: 14);
        Assert.Equal(2, (await FormAsync(world)).Value!.Groups);
        await using var db = database.CreateDbContext();
        var some = (await db.Registrations.Select(r => r.Id).ToListAsync(_ct)).Take(4).ToList();
        await db.Registrations.Where(r => some.Contains(r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RegistrationState.Withdrawn), _ct);

        Assert.Equal(new TourOutcome(1, 10, 4), (await FormAsync(world)).Value);
        Assert.Equal((1, 10), (await db.TourGroups.CountAsync(_ct), await db.TourSeats.CountAsync(_ct)));
        Assert.True((await new RemoveTour(database, world.User, TimeProvider.System).ExecuteAsync(world.Tour, _ct)).Done);
        Assert.Equal((0, 0, 0), (await db.Tours.CountAsync(_ct), await db.TourGroups.CountAsync(_ct), await db.TourSeats.CountAsync(_ct)));
    }

    [Theory]
    [InlineData("09:30", false)]
    [InlineData("10:30", true)]
    public async Task NobodyWalks_OnTwoToursAtTheSameTime(string startsAt, bool free)
    {
        await using var database = await TestDatabase.CreateAsync();
        var world = await WorldAsync(database, people: 9);
        await FormAsync(world);
        var form = Form(world.Event);
        form.StartsAt = TimeOnly.Parse(startsAt, null);
        var second = (await SaveAsync(world, world.User, form)).Value;

        var formed = await FormAsync(world with { Tour = second });

        Assert.Equal(free ? null : TourErrors.Nobody, formed.Error);
    }

    [Fact]
    public async Task WhoIsOnAnotherTourThen_IsCounted()
    {
        await using var database = await TestDatabase.CreateAsync();
        var world = await WorldAsync(database, people: 9);
        await FormAsync(world);
        var second = (await SaveAsync(world, world.User, Form(world.Event))).Value;
        await database.RegistrationAsync(await database.ParticipantAsync(world.User.OrganisationId, p => (p.FirstLanguage, p.SpokenGerman) = ("tir", LanguageLevel.B2)), world.Event);

        Assert.Equal(new TourOutcome(1, 1, 0) { Elsewhere = 9 }, (await FormAsync(world with { Tour = second })).Value);
    }

    [Fact]
    public async Task WhoNeedsHelpThatNobodyElseNeeds_WalksAloneAndIsCounted()
    {
        await using var database = await TestDatabase.CreateAsync();
        var world = await WorldAsync(database, people: 8);
        await database.RegistrationAsync(await database.ParticipantAsync(world.User.OrganisationId, p => p.FirstLanguage = "tir"), world.Event);

        var formed = (await FormAsync(world)).Value!;

        Assert.Equal((1, 9, 0), (formed.Groups, formed.People, formed.Elsewhere));
        Assert.Equal(new Dictionary<string, int> { ["tir"] = 1 }, formed.Alone);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ManyMovedAtOnce_FillTheLastPlaceOnce(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var world = await WorldAsync(database, people: 9, capacity: 5);
        await FormAsync(world);
        var groups = (await ViewAsync(world, world.User)).Groups;
        var (full, open) = groups[0].Count == 5 ? (groups[0], groups[1]) : (groups[1], groups[0]);
        Assert.Equal(4, open.Count);

        var results = await Task.WhenAll(full.Members.Select(member => Task.Run(() => MoveAsync(world, member.Registration, open.Group.Id))));

        Assert.Single(results, result => result.Done);
        Assert.Equal(4, results.Count(result => result.Error == TourErrors.GroupFull));
        Assert.Equal(5, (await ViewAsync(world, world.User)).Groups.Single(group => group.Group.Id == open.Group.Id).Count);
    }

    [Fact]
    public async Task WithoutTheLock_TheSameRaceOverfillsTheGroup()
    {
        await using var database = await TestDatabase.CreateAsync();
        var world = await WorldAsync(database, people: 9, capacity: 5);
        await FormAsync(world);
        var groups = (await ViewAsync(world, world.User)).Groups;
        var (full, open) = groups[0].Count == 5 ? (groups[0], groups[1]) : (groups[1], groups[0]);

        // Two that count before either has written: what the lock makes impossible.
        await using var first = database.CreateDbContext();
        await using var second = database.CreateDbContext();
        foreach (var (db, member) in new[] { (first, full.Members[0]), (second, full.Members[1]) })
        {
            Assert.True(await db.TourSeats.CountAsync(s => s.GroupId == open.Group.Id, _ct) < 5);
            (await db.TourSeats.SingleAsync(s => s.RegistrationId == member.Registration, _ct)).GroupId = open.Group.Id;
        }

        await first.SaveChangesAsync(_ct);
        await second.SaveChangesAsync(_ct);
        Assert.Equal(6, (await ViewAsync(world, world.User)).Groups.Single(group => group.Group.Id == open.Group.Id).Count);
    }

    [Fact]
    public async Task CaseManager_SeesAndMeasuresOwnPeopleAlone()
    {
        await using var database = await TestDatabase.CreateAsync();
        var world = await WorldAsync(database, people: 8);
        var other = await database.OrganisationAsync();
        var foreign = await database.RegistrationAsync(await database.ParticipantAsync(other.Id, p => (p.FamilyName, p.GivenName) = ("Fremdling", "Yusuf")), world.Event);
        await FormAsync(world);
        var caseManager = TestUser.CaseManager(other.Id);

        var seen = await ViewAsync(world, caseManager);

        Assert.Equal("Fremdling, Yusuf", Assert.Single(seen.Groups.SelectMany(group => group.Members)).OwnName);
        Assert.Null(seen.Sizes);
        Assert.Equal(9, seen.Groups.Sum(group => group.Count));
        var own = (await ViewAsync(world, world.User)).Groups.SelectMany(group => group.Members).ToList();
        Assert.All(own, member => Assert.Equal("", member.OwnName));
        Assert.True((await SizesAsync(world, caseManager, foreign.Id, 39)).Done);
        Assert.Equal(TourErrors.ShoeSize, (await SizesAsync(world, caseManager, foreign.Id, 29)).Error);
        Assert.Equal(Errors.NotFound, (await SizesAsync(world, caseManager, own.First(member => member.Registration != foreign.Id).Registration, 39)).Error);
        Assert.All((await ViewAsync(world, world.User)).Groups.SelectMany(group => group.Members), member => Assert.Null(member.ShoeSize));
    }

    [Fact]
    public async Task HiddenPerson_WalksWithoutAName()
    {
        await using var database = await TestDatabase.CreateAsync();
        var world = await WorldAsync(database, people: 0);
        await database.RegistrationAsync(await database.ParticipantAsync(world.User.OrganisationId, p => (p.GivenName, p.NotPubliclyPresent) = ("Leyla", true)), world.Event);
        await FormAsync(world);

        Assert.Equal("", (await ViewAsync(world, world.User)).Groups.Single().Members.Single().Name);
    }

    [Fact]
    public async Task WrongTour_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var world = await WorldAsync(database, people: 9);
        await FormAsync(world);
        async Task<string?> Refused(Action<SaveTour.Form> change)
        {
            var form = Form(world.Event);
            change(form);
            return (await SaveAsync(world, world.User, form)).Error?.Code;
        }

        Assert.Equal("Required", await Refused(f => f.Title = " "));
        Assert.Equal("Required", await Refused(f => f.HostId = null));
        Assert.Equal("Tour_MeetsAfterStart", await Refused(f => f.MeetsAt = new(9, 31)));
        Assert.Equal("Tour_WrongNumbers", await Refused(f => f.Capacity = 0));
        Assert.Equal("Tour_UnknownHost", await Refused(f => f.HostId = OrganisationId.New()));
        Assert.Equal("NotFound", await Refused(f => f.ProgrammeItemId = ProgrammeItemId.New()));
        var tour = (await ViewAsync(world, world.User)).Tour;
        Assert.Equal("Tour_TooSmall", await Refused(f => (f.Id, f.Version, f.Capacity) = (tour.Id, tour.Version, 8)));
        Assert.Equal("Conflict", await Refused(f => (f.Id, f.Version) = (tour.Id, Guid.Empty)));
        Assert.Null(await Refused(f => (f.Id, f.Version, f.Equipment) = (tour.Id, tour.Version, [ProtectiveEquipment.Vest, ProtectiveEquipment.Helmet, ProtectiveEquipment.Vest])));
        Assert.Equal([ProtectiveEquipment.Helmet, ProtectiveEquipment.Vest], (await ViewAsync(world, world.User)).Tour.Equipment);
    }

    [Theory, MemberData(nameof(RolesWithoutEvents))]
    public async Task RoleWithoutTheRight_IsRefused(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var world = await WorldAsync(database, people: 0);
        await RefusedAsync(world with { User = TestUser.With(world.User.OrganisationId, role) }, Errors.Forbidden);
    }

    [Fact]
    public async Task ForeignTour_IsNotFound()
    {
        await using var database = await TestDatabase.CreateAsync();
        var world = await WorldAsync(database, people: 1);
        await FormAsync(world);
        await RefusedAsync(world with { User = TestUser.With((await database.OrganisationAsync()).Id, Role.Organiser) }, Errors.NotFound);
    }

    [Theory, MemberData(nameof(RolesWithoutRegistering))]
    public async Task RoleThatRegistersNobody_RecordsNoSizes(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var world = await WorldAsync(database, people: 0);
        Assert.Equal(Errors.Forbidden, (await SizesAsync(world, TestUser.With(world.User.OrganisationId, role), RegistrationId.New(), 40)).Error);
    }

    private async Task RefusedAsync(World world, Error error)
    {
        await using var db = world.Database.CreateDbContext();
        var group = await db.TourGroups.Select(g => g.Id).FirstOrDefaultAsync(_ct);
        var registration = await db.Registrations.Select(r => r.Id).FirstOrDefaultAsync(_ct);
        Assert.Equal(error, (await SaveAsync(world, world.User, Form(world.Event))).Error);
        Assert.Equal(error, (await FormAsync(world)).Error);
        Assert.Equal(error, (await MoveAsync(world, registration, group)).Error);
        Assert.Equal(error, (await new SaveTourGroup(world.Database, world.User, TimeProvider.System).ExecuteAsync(group, new(), _ct)).Error);
        Assert.Equal(error, (await new RemoveTour(world.Database, world.User, TimeProvider.System).ExecuteAsync(world.Tour, _ct)).Error);
    }

    private sealed record World(TestDatabase Database, FixedUser User, JobEvent Event, TourId Tour);

    private async Task<World> WorldAsync(TestDatabase database, int people, int capacity = Tour.UsualCapacity)
    {
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id);
        for (var i = 0; i < people; i++)
        {
            await database.RegistrationAsync(await database.ParticipantAsync(organisation.Id, p => p.FirstLanguage = i % 2 == 0 ? "ara" : "ukr"), jobEvent);
        }

        var world = new World(database, TestUser.With(organisation.Id, Role.Organiser), jobEvent, default);
        var form = Form(jobEvent);
        form.Capacity = capacity;
        return world with { Tour = (await SaveAsync(world, world.User, form)).Value };
    }

    private static SaveTour.Form Form(JobEvent jobEvent) => new()
    {
        Title = "Rundgang", HostId = jobEvent.OrganisationId, MeetingPoint = "Werkstor", MeetsAt = new(9, 0), StartsAt = new(9, 30), Minutes = 60,
    };

    private Task<Result<TourId>> SaveAsync(World world, ICurrentUser user, SaveTour.Form form) => new SaveTour(world.Database, user, TimeProvider.System).ExecuteAsync(world.Event.Id, form, _ct);

    private Task<Result<TourOutcome>> FormAsync(World world) => new FormTourGroups(world.Database, world.User, TimeProvider.System, new NeedSettings()).ExecuteAsync(world.Tour, _ct);

    private Task<Result> MoveAsync(World world, RegistrationId registration, TourGroupId group) =>
        new MoveToGroup(world.Database, world.User, TimeProvider.System).ExecuteAsync(world.Tour, registration, group, _ct);

    private Task<Result> SizesAsync(World world, ICurrentUser user, RegistrationId registration, int shoes) =>
        new RecordSizes(world.Database, user, TimeProvider.System).ExecuteAsync(world.Tour, registration, shoes, ClothingSize.Large, _ct);

    private async Task<TourView> ViewAsync(World world, ICurrentUser user) =>
        (await new TourQueries(world.Database, user, new NeedSettings()).OpenAsync(world.Event.Id, _ct)).Value!.Tours.Single(tour => tour.Tour.Id == world.Tour);
}
