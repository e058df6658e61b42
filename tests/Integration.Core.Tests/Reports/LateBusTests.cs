using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Reports;
using Integration.Testing;
using Integration.Tours;
using Integration.Transport;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Reports;

public sealed class LateBusTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task LateBus_NamesWhatBeginsBeforeItIsThere_AndHowManyWalkWithTheTour(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (leader, sender) = (await database.OrganisationAsync(), await database.OrganisationAsync());
        var jobEvent = await database.JobEventAsync(leader.Id, e => (e.StartsAt, e.EndsAt) = (new(9, 0), new(13, 0)));
        var line = new BusLine { JobEventId = jobEvent.Id, Name = "Linie 1", Seats = 9, ArrivesAt = new(8, 45), LateByMinutes = 60, Stops = [new BusStop { Number = 1, Name = "Markt" }] };
        var inTime = new BusLine { JobEventId = jobEvent.Id, Name = "Linie 2", Seats = 9, ArrivesAt = new(8, 45) };
        await database.SaveAsync(line);
        await database.SaveAsync(inTime);
        var tour = new Tour { JobEventId = jobEvent.Id, HostId = leader.Id, Title = "Werk", StartsAt = new(9, 30), Minutes = 60, Groups = [new TourGroup { Number = 1 }, new TourGroup { Number = 2, StartsAt = new(10, 0) }] };
        await database.SaveAsync(tour);
        for (var i = 0; i < 3; i++)
        {
            var person = await database.RegistrationAsync(await database.ParticipantAsync(i == 0 ? leader.Id : sender.Id), jobEvent);
            await database.SaveAsync(new BusSeat { RegistrationId = person.Id, LineId = line.Id, StopId = line.Stops[0].Id, Number = i + 1 });
            await database.SaveAsync(new TourSeat { TourId = tour.Id, RegistrationId = person.Id, GroupId = tour.Groups[i == 2 ? 1 : 0].Id });
        }

        foreach (var item in new[] { Item("Begrüßung", ProgrammeKind.Welcome, 9, 0), Item("Pause", ProgrammeKind.Break, 9, 15), Item("Danach", ProgrammeKind.Talk, 9, 45), Item("Davor", ProgrammeKind.Talk, 8, 30) })
        {
            await database.SaveAsync(item);
        }

        var late = Assert.Single(await Queries(database, TestUser.With(leader.Id, Role.Organiser)).ListAsync(jobEvent.Id, TestContext.Current.CancellationToken));

        Assert.Equal((line.Id, 60, new TimeOnly(9, 45), 3), (late.Line, late.Minutes, late.ArrivesAt, late.People));
        Assert.Equal(new Dictionary<string, int> { [leader.Name] = 1, [sender.Name] = 2 }, late.ByOrganisation);
        Assert.Equal(["Begrüßung"], late.Missed.Select(item => item.Title));
        Assert.Equal([new MissedTour("Werk", new TimeOnly(9, 30), 2)], late.Tours);
        Assert.Empty(await Queries(database, TestUser.With(leader.Id, Role.Organiser)).ListAsync(JobEventId.New(), TestContext.Current.CancellationToken));

        ProgrammeItem Item(string title, ProgrammeKind kind, int hour, int minute) =>
            new() { JobEventId = jobEvent.Id, Title = title, Kind = kind, StartsAt = new(hour, minute), EndsAt = new(hour + 1, minute) };
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Seats_AreShownToTheirOwnOrganisationAlone(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (leader, sender) = (await database.OrganisationAsync(), await database.OrganisationAsync());
        var jobEvent = await database.JobEventAsync(leader.Id);
        var line = new BusLine { JobEventId = jobEvent.Id, Name = "Linie 1", Seats = 9, Stops = [new BusStop { Number = 1, Name = "Markt" }] };
        var person = await database.RegistrationAsync(await database.ParticipantAsync(sender.Id), jobEvent);
        await database.SaveAsync(line);
        await database.SaveAsync(new BusSeat { RegistrationId = person.Id, LineId = line.Id, StopId = line.Stops[0].Id, Number = 4 });

        Assert.Equal(4, Assert.Single(await SeatsAsync(TestUser.CaseManager(sender.Id))).Value.Number);
        Assert.Empty(await SeatsAsync(TestUser.CaseManager(leader.Id)));
        Assert.Empty(await SeatsAsync(TestUser.With(sender.Id, Role.Reception)));

        Task<IReadOnlyDictionary<RegistrationId, BusSeat>> SeatsAsync(ICurrentUser user) =>
            new BusQueries(database, user).OwnSeatsAsync(jobEvent.Id, TestContext.Current.CancellationToken);
    }

    private static LateBusQueries Queries(TestDatabase database, ICurrentUser user)
    {
        var clock = new FakeTimeProvider();
        clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        return new LateBusQueries(database, user, clock);
    }
}
