using System.IO.Compression;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Organisations;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Events;

public sealed class StandTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesWithoutEvents => new(TestUser.RolesWithout(Permission.EditEvents));

    [Theory, MemberData(nameof(Providers))]
    public async Task Stand_IsSavedWithItsNeedsAndShownWithTheEvent(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (user, jobEvent, employer) = await WorldAsync(database);

        var saved = await SaveAsync(database, user, jobEvent, new() { Number = " 07 ", OrganisationId = employer.Id, Languages = ["eng", "ukr"], GermanFrom = LanguageLevel.A2, Power = true, AreaM2 = 6, Tables = 2, PinBoards = 1, People = 3, VehiclePlate = "EL-AB 123", Note = "Anhänger" });
        await SaveAsync(database, user, jobEvent, new() { Number = "08", AreaM2 = 4 });

        Assert.True(saved.Done);
        var stands = (await new StandQueries(database, user).OpenAsync(jobEvent.Id, default)).Value!;
        Assert.Equal(new StandTotals(2, 1, 10, 2, 1, 3), stands.Totals);
        var row = stands.Stands[0];
        Assert.Equal(("07", employer.Name, "EL-AB 123"), (row.Stand.Number, row.Owner, row.Stand.VehiclePlate));
        Assert.Equal(["eng", "ukr"], row.Stand.Languages);
        Assert.Equal(LanguageLevel.A2, row.Stand.GermanFrom);
        Assert.False(row.Stand.Place.Overlaps(stands.Stands[1].Stand.Place));
        var shown = (await new EventQueries(database, user, TimeProvider.System).OpenAsync(jobEvent.Id, default)).Value!;
        Assert.Equal("07", Assert.Single(shown.Employers).Stand);
    }

    [Fact]
    public async Task NumberPlateAndNote_AreForThoseWhoLeadTheEvent()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (user, jobEvent, _) = await WorldAsync(database);
        await SaveAsync(database, user, jobEvent, new() { Number = "1", VehiclePlate = "EL-AB 123", Note = "Anhänger" });

        var seen = (await new StandQueries(database, TestUser.CaseManager(user.OrganisationId)).OpenAsync(jobEvent.Id, default)).Value!;

        Assert.False(seen.Editable);
        Assert.Equal(("", ""), (seen.Stands.Single().Stand.VehiclePlate, seen.Stands.Single().Stand.Note));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Number_IsUniqueAtTheEventWhateverItsCase(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (user, jobEvent, employer) = await WorldAsync(database);
        await SaveAsync(database, user, jobEvent, new() { Number = "A1" });

        Assert.Equal(EventErrors.StandNumberTaken, (await SaveAsync(database, user, jobEvent, new() { Number = "a1" })).Error);
        var both = await Task.WhenAll(SaveAsync(database, user, jobEvent, new() { Number = "B2" }), SaveAsync(database, user, jobEvent, new() { Number = "B2", OrganisationId = employer.Id }));
        Assert.Single(both, result => result.Done);
        Assert.Single(both, result => result.Error == EventErrors.StandNumberTaken);
    }

    [Fact]
    public async Task WrongForm_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (user, jobEvent, _) = await WorldAsync(database);
        var stranger = await database.OrganisationAsync(o => o.Kind = OrganisationKind.Employer);

        Assert.Equal("Required", (await SaveAsync(database, user, jobEvent, new() { Number = " " })).Error?.Code);
        Assert.Equal("TooLong", (await SaveAsync(database, user, jobEvent, new() { Number = "123456789" })).Error?.Code);
        Assert.Equal(EventErrors.WrongStandNeeds, (await SaveAsync(database, user, jobEvent, new() { Number = "1", Tables = -1 })).Error);
        Assert.Equal(EventErrors.UnknownLanguage, (await SaveAsync(database, user, jobEvent, new() { Number = "1", Languages = ["zzz"] })).Error);
        Assert.Equal(EventErrors.UnknownEmployer, (await SaveAsync(database, user, jobEvent, new() { Number = "1", OrganisationId = stranger.Id })).Error);
        Assert.Equal(Errors.NotFound, (await SaveAsync(database, user, jobEvent, new() { Number = "1", FloorPlanId = FloorPlanId.New() })).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Place_IsKeptOnThePlanAndAnOldVersionIsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (user, jobEvent, _) = await WorldAsync(database);
        await SaveAsync(database, user, jobEvent, new() { Number = "1" });
        var stand = (await new StandQueries(database, user).OpenAsync(jobEvent.Id, default)).Value!.Stands.Single().Stand;
        var place = new PlaceStand(database, user, TimeProvider.System);

        var moved = await place.ExecuteAsync(stand.Id, stand.Place with { X = 990, Y = -5 }, stand.Version, default);

        Assert.Equal(new StandPlace(1000 - StandPlace.DefaultWidth, 0, StandPlace.DefaultWidth, StandPlace.DefaultHeight), moved.Value!.Place);
        Assert.Equal(Errors.Conflict, (await place.ExecuteAsync(stand.Id, stand.Place, stand.Version, default)).Error);
        Assert.True((await place.ExecuteAsync(stand.Id, stand.Place, moved.Value.Version, default)).Done);
    }

    [Fact]
    public async Task EmployerThatNoLongerComes_LeavesTheStandFree()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (user, jobEvent, employer) = await WorldAsync(database);
        await SaveAsync(database, user, jobEvent, new() { Number = "1", OrganisationId = employer.Id });
        await using var db = database.CreateDbContext();
        var version = (await db.JobEvents.SingleAsync(TestContext.Current.CancellationToken)).Version;

        var saved = await new SaveJobEvent(database, user, TimeProvider.System, new CodeCatalogSource(database, TimeProvider.System)).ExecuteAsync(
            new() { Id = jobEvent.Id, Version = version, Key = jobEvent.Key, State = jobEvent.State, Kind = jobEvent.Kind, Title = jobEvent.Title, Town = jobEvent.Town, Date = jobEvent.Date, StartsAt = jobEvent.StartsAt, EndsAt = jobEvent.EndsAt }, default);

        Assert.True(saved.Done, saved.Error?.Code);
        Assert.Null((await db.Stands.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken)).OrganisationId);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Plan_IsWhatItsBytesSay(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (user, jobEvent, _) = await WorldAsync(database);
        var save = new SaveFloorPlan(database, user, TimeProvider.System);
        async Task<Error?> Refused(byte[]? bytes) => (await save.ExecuteAsync(jobEvent.Id, new() { Name = "Halle", Image = bytes }, default)).Error;

        Assert.Equal(EventErrors.NoPicture, await Refused(null));
        Assert.Equal(EventErrors.NoPicture, await Refused("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"u8.ToArray()));
        Assert.Equal(EventErrors.NoPicture, await Refused([.. Png(2, 2).Take(20)]));
        Assert.Equal(EventErrors.NoPicture, await Refused(Png(2, 2, claimed: 60_000)));
        Assert.Equal(EventErrors.PictureTooLarge, await Refused(new byte[FloorPlan.MaxBytes + 1]));
        var saved = await save.ExecuteAsync(jobEvent.Id, new() { Name = "Halle", Image = Png(4, 3) }, default);

        var queries = new StandQueries(database, TestUser.CaseManager(user.OrganisationId));
        var plan = (await queries.OpenAsync(jobEvent.Id, default)).Value!.Plans.Single();
        Assert.Equal(("Halle", 4, 3), (plan.Name, plan.PixelWidth, plan.PixelHeight));
        Assert.Equal("image/png", (await queries.ImageAsync(jobEvent.Id, saved.Value, default)).Value!.MediaType);
        var elsewhere = await database.JobEventAsync(user.OrganisationId);
        Assert.Equal(Errors.NotFound, (await queries.ImageAsync(elsewhere.Id, saved.Value, default)).Error);
        Assert.Equal(Errors.NotFound, (await new StandQueries(database, TestUser.With(user.OrganisationId, Role.EmployerContact)).ImageAsync(jobEvent.Id, saved.Value, default)).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task RemovedPlan_LeavesItsStandsOnTheGrid(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (user, jobEvent, _) = await WorldAsync(database);
        var plan = (await new SaveFloorPlan(database, user, TimeProvider.System).ExecuteAsync(jobEvent.Id, new() { Name = "Halle", Image = Png(4, 3) }, default)).Value;
        var stand = (await SaveAsync(database, user, jobEvent, new() { Number = "1", FloorPlanId = plan })).Value;

        Assert.True((await new RemoveFloorPlan(database, user, TimeProvider.System).ExecuteAsync(plan, default)).Done);
        await using var db = database.CreateDbContext();
        Assert.Null((await db.Stands.SingleAsync(TestContext.Current.CancellationToken)).FloorPlanId);
        Assert.Equal("1", (await new RemoveStand(database, user, TimeProvider.System).ExecuteAsync(stand, default)).Value!.Number);
        Assert.Equal(0, await db.Stands.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, MemberData(nameof(RolesWithoutEvents))]
    public async Task RoleWithoutTheRight_IsRefused(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var (lead, jobEvent, _) = await WorldAsync(database);
        var user = TestUser.With(lead.OrganisationId, role);

        Assert.Equal(Errors.Forbidden, (await SaveAsync(database, user, jobEvent, new())).Error);
        Assert.Equal(Errors.Forbidden, (await new PlaceStand(database, user, TimeProvider.System).ExecuteAsync(StandId.New(), default, default, default)).Error);
        Assert.Equal(Errors.Forbidden, (await new RemoveStand(database, user, TimeProvider.System).ExecuteAsync(StandId.New(), default)).Error);
        Assert.Equal(Errors.Forbidden, (await new SaveFloorPlan(database, user, TimeProvider.System).ExecuteAsync(jobEvent.Id, new(), default)).Error);
        Assert.Equal(Errors.Forbidden, (await new RemoveFloorPlan(database, user, TimeProvider.System).ExecuteAsync(FloorPlanId.New(), default)).Error);
    }

    [Fact]
    public async Task ForeignEvent_IsNotFound()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (lead, jobEvent, _) = await WorldAsync(database);
        var stand = (await SaveAsync(database, lead, jobEvent, new() { Number = "1" })).Value;
        var plan = (await new SaveFloorPlan(database, lead, TimeProvider.System).ExecuteAsync(jobEvent.Id, new() { Name = "Halle", Image = Png(2, 2) }, default)).Value;
        var stranger = TestUser.With((await database.OrganisationAsync()).Id, Role.Organiser);

        Assert.Equal(Errors.NotFound, (await SaveAsync(database, stranger, jobEvent, new() { Number = "2" })).Error);
        Assert.Equal(Errors.NotFound, (await new PlaceStand(database, stranger, TimeProvider.System).ExecuteAsync(stand, default, default, default)).Error);
        Assert.Equal(Errors.NotFound, (await new RemoveStand(database, stranger, TimeProvider.System).ExecuteAsync(stand, default)).Error);
        Assert.Equal(Errors.NotFound, (await new SaveFloorPlan(database, stranger, TimeProvider.System).ExecuteAsync(jobEvent.Id, new() { Id = plan, Name = "Halle" }, default)).Error);
        Assert.Equal(Errors.NotFound, (await new RemoveFloorPlan(database, stranger, TimeProvider.System).ExecuteAsync(plan, default)).Error);
    }

    [Fact]
    public void NewStands_StandSideBySideUntilTheHallIsFull()
    {
        var places = new List<StandPlace>();
        for (var i = 0; i < 64; i++)
        {
            var next = StandPlace.NextFree(places);
            Assert.DoesNotContain(places, next.Overlaps);
            Assert.Equal(next, next.OnPlan());
            places.Add(next);
        }

        Assert.Contains(places, StandPlace.NextFree(places).Overlaps);
    }

    /// <summary>A white PNG; with <paramref name="claimed"/> its header says another size than it has.</summary>
    internal static byte[] Png(int width, int height, int? claimed = null)
    {
        using var rows = new MemoryStream();
        using (var zlib = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                zlib.Write(Enumerable.Repeat((byte)0xEE, width).ToArray());
            }
        }

        static byte[] Number(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
        // The reader looks at no check sum.
        static byte[] Chunk(string kind, byte[] body) => [.. Number(body.Length), .. kind.Select(c => (byte)c), .. body, .. Number(0)];

        return
        [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A,
            .. Chunk("IHDR", [.. Number(claimed ?? width), .. Number(claimed ?? height), 8, 0, 0, 0, 0]), .. Chunk("IDAT", rows.ToArray()), .. Chunk("IEND", []),
        ];
    }

    private static async Task<(FixedUser User, JobEvent Event, Organisation Employer)> WorldAsync(TestDatabase database)
    {
        var organisation = await database.OrganisationAsync();
        var employer = await database.OrganisationAsync(o => (o.Name, o.Kind) = ("ELA Container GmbH", OrganisationKind.Employer));
        var jobEvent = await database.JobEventAsync(organisation.Id, e => e.Employers.Add(new ExpectedEmployer { JobEventId = e.Id, OrganisationId = employer.Id }));
        return (TestUser.With(organisation.Id, Role.Organiser), jobEvent, employer);
    }

    private static Task<Result<StandId>> SaveAsync(TestDatabase database, ICurrentUser user, JobEvent jobEvent, SaveStand.Form form) =>
        new SaveStand(database, user, TimeProvider.System, new CodeCatalogSource(database, TimeProvider.System)).ExecuteAsync(jobEvent.Id, form, default);
}
