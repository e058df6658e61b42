using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Organisations;
using Integration.Testing;
using Integration.Transport;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Transport;

public sealed class BusTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesWithoutEvents => new(TestUser.RolesWithout(Permission.EditEvents));

    [Theory, MemberData(nameof(Providers))]
    public async Task People_SitOnTheStopOfTheirMunicipalityAndLoseTheSeatWhenTheyDoNotCome(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (organisation, jobEvent) = await WorldAsync(database);
        var line = await LineAsync(database, organisation, jobEvent, seats: 2);
        var people = new List<Registration>();
        foreach (var town in new[] { "Haren (Ems)", "HAREN (EMS)", "Meppen", "Bremen" })
        {
            people.Add(await database.RegistrationAsync(await database.ParticipantAsync(organisation.Id, p => p.Town = town), jobEvent));
        }

        var outcome = (await Distribute(database, organisation, jobEvent)).Value!;
        Assert.Equal((2, 0, 1), (outcome.Seated, outcome.Released, outcome.NoSeat));
        Assert.Equal(new Dictionary<string, int> { ["Bremen"] = 1 }, outcome.NoStop);

        await using var db = database.CreateDbContext();
        var seated = await db.BusSeats.Select(s => s.RegistrationId).FirstAsync(TestContext.Current.CancellationToken);
        await db.Registrations.Where(r => r.Id == seated).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RegistrationState.Declined), TestContext.Current.CancellationToken);
        outcome = (await Distribute(database, organisation, jobEvent)).Value!;
        Assert.Equal((1, 1, 0), (outcome.Seated, outcome.Released, outcome.NoSeat));

        var buses = (await new BusQueries(database, TestUser.With(organisation.Id, Role.Organiser)).ListAsync(jobEvent.Id, TestContext.Current.CancellationToken)).Value!;
        Assert.Equal((line, 2, 1), (buses.Lines.Single().Line.Id, buses.Lines.Single().Taken, buses.WithoutSeat));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task SeatByHand_IsKeptByTheNextDistribution(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (organisation, jobEvent) = await WorldAsync(database);
        await LineAsync(database, organisation, jobEvent, seats: 2);
        var registration = await database.RegistrationAsync(await database.ParticipantAsync(organisation.Id, p => p.Town = "Haren (Ems)"), jobEvent);
        await using var db = database.CreateDbContext();
        var meppen = await db.Set<BusStop>().SingleAsync(s => s.Municipality == "Meppen", TestContext.Current.CancellationToken);
        var seat = new SeatInBus(database, TestUser.CaseManager(organisation.Id), TimeProvider.System);

        Assert.Equal(TransportErrors.BusFull, (await seat.ExecuteAsync(registration.Id, meppen.Id, wheelchair: true, default)).Error);
        Assert.True((await seat.ExecuteAsync(registration.Id, meppen.Id, wheelchair: false, default)).Done);
        Assert.True((await seat.ExecuteAsync(registration.Id, meppen.Id, wheelchair: false, default)).Done);
        await Distribute(database, organisation, jobEvent);
        var kept = await db.BusSeats.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((meppen.Id, true), (kept.StopId, kept.ByHand));

        Assert.True((await seat.ExecuteAsync(registration.Id, null, wheelchair: false, default)).Done);
        Assert.Equal(0, await db.BusSeats.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Errors.NotFound, (await new SeatInBus(database, TestUser.CaseManager((await database.OrganisationAsync()).Id), TimeProvider.System)
            .ExecuteAsync(registration.Id, meppen.Id, wheelchair: false, default)).Error);
    }

    [Theory]
    [InlineData(10, 0, "08:30", "08:00", "Transport_StopsNotInOrder")]
    [InlineData(10, 0, "08:30", "11:00", "Transport_StopsNotInOrder")]
    [InlineData(10, 11, "08:00", "08:30", "Transport_TooFewSeats")]
    [InlineData(10, 0, "08:00", "08:30", null)]
    public async Task Line_IsCheckedBeforeItIsSaved(int seats, int wheelchairs, string first, string second, string? error)
    {
        await using var database = await TestDatabase.CreateAsync();
        var (organisation, jobEvent) = await WorldAsync(database);

        var saved = await SaveAsync(database, TestUser.With(organisation.Id, Role.Organiser), jobEvent, new()
        {
            Name = "1", Seats = seats, WheelchairPlaces = wheelchairs, ArrivesAt = new(9, 30),
            Stops = [new() { Name = "A", LeavesAt = TimeOnly.Parse(first, null) }, new() { Name = "B", LeavesAt = TimeOnly.Parse(second, null) }],
        });

        Assert.Equal(error, saved.Error?.Code);
    }

    [Theory, MemberData(nameof(RolesWithoutEvents))]
    public async Task RoleWithoutTheRight_IsRefused(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var (organisation, jobEvent) = await WorldAsync(database);
        var user = TestUser.With(organisation.Id, role);

        Assert.Equal(Errors.Forbidden, (await SaveAsync(database, user, jobEvent, new())).Error);
        Assert.Equal(Errors.Forbidden, (await new DistributeSeats(database, user, TimeProvider.System).ExecuteAsync(jobEvent.Id, default)).Error);
        Assert.Equal(Errors.Forbidden, (await new ReportLateBus(database, user, TimeProvider.System).ExecuteAsync(BusLineId.New(), 5, default)).Error);
    }

    private static async Task<(Organisation Organisation, JobEvent Event)> WorldAsync(TestDatabase database)
    {
        var organisation = await database.OrganisationAsync();
        return (organisation, await database.JobEventAsync(organisation.Id));
    }

    private static async Task<BusLineId> LineAsync(TestDatabase database, Organisation organisation, JobEvent jobEvent, int seats) =>
        (await SaveAsync(database, TestUser.With(organisation.Id, Role.Organiser), jobEvent, new()
        {
            Name = "Linie 1", Seats = seats, ArrivesAt = new(8, 45), LeavesAt = new(13, 15),
            Stops =
            [
                new() { Name = "Markt", Municipality = "Haren (Ems)", LeavesAt = new(8, 0), BackAt = new(14, 0) },
                new() { Name = "Bahnhof", Municipality = "Meppen", LeavesAt = new(8, 20), BackAt = new(13, 40) },
            ],
        })).Value;

    private static Task<Result<BusLineId>> SaveAsync(TestDatabase database, ICurrentUser user, JobEvent jobEvent, SaveBusLine.Form form) =>
        new SaveBusLine(database, user, TimeProvider.System).ExecuteAsync(jobEvent.Id, form, default);

    private static Task<Result<SeatOutcome>> Distribute(TestDatabase database, Organisation organisation, JobEvent jobEvent) =>
        new DistributeSeats(database, TestUser.With(organisation.Id, Role.Organiser), TimeProvider.System).ExecuteAsync(jobEvent.Id, default);
}
