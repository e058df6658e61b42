using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Organisations;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Events;

public sealed class WaitingListTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Given.Start));

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task MorePeopleThanPlaces_WaitInTheOrderTheyCame(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (organisation, jobEvent, people) = await WorldAsync(database, places: 3, people: 5);

        Assert.Equal(new RegisteredPeople(3, 2, 0), (await RegisterAsync(database, organisation, jobEvent, people)).Value);

        Assert.Equal([Noted, Noted, Noted, Waiting, Waiting], await StatesAsync(database, people));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task PlaceGivenBack_IsOfferedToWhoWaitedLongestAndTheirCaseManagerIsTold(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (organisation, jobEvent, people) = await WorldAsync(database, places: 1, people: 3);
        var owner = await database.UserAsync(organisation.Id, Role.CaseManager);
        await SetOwnerAsync(database, people[1], owner.UserId);
        await RegisterAsync(database, organisation, jobEvent, [people[0]]);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await RegisterAsync(database, organisation, jobEvent, [people[1]]);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await RegisterAsync(database, organisation, jobEvent, [people[2]]);

        Assert.True((await MoveAsync(database, organisation, people[0], RegistrationState.Declined)).Done);

        Assert.Equal([RegistrationState.Declined, RegistrationState.Invited, Waiting], await StatesAsync(database, people));
        await using var db = database.CreateDbContext();
        Assert.Equal(_clock.GetUtcNow().UtcDateTime.AddHours(48), (await db.Registrations.SingleAsync(r => r.ParticipantId == people[1])).OfferedUntil);
        var mail = await db.Outbox.SingleAsync();
        Assert.Equal(owner.Email, mail.To);
        Assert.Contains(jobEvent.Title, mail.Body);
        Assert.DoesNotContain("Muster", mail.Body);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task OfferThatNobodyTakes_GoesToTheNext(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (organisation, jobEvent, people) = await WorldAsync(database, places: 1, people: 3);
        foreach (var person in people)
        {
            await RegisterAsync(database, organisation, jobEvent, [person]);
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        await MoveAsync(database, organisation, people[0], RegistrationState.Withdrawn);
        await new PlaceOffers(database, _clock).PassOnAsync(default);
        Assert.Equal([RegistrationState.Withdrawn, RegistrationState.Invited, Waiting], await StatesAsync(database, people));

        _clock.Advance(TimeSpan.FromHours(49));
        await new PlaceOffers(database, _clock).PassOnAsync(default);
        Assert.Equal([RegistrationState.Withdrawn, RegistrationState.Withdrawn, RegistrationState.Invited], await StatesAsync(database, people));

        Assert.True((await MoveAsync(database, organisation, people[2], RegistrationState.Accepted)).Done);
        _clock.Advance(TimeSpan.FromHours(49));
        await new PlaceOffers(database, _clock).PassOnAsync(default);
        Assert.Equal(RegistrationState.Accepted, (await StatesAsync(database, people))[2]);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task LimitThatIsLifted_LeavesNobodyWaiting(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (organisation, jobEvent, people) = await WorldAsync(database, places: 1, people: 3);
        await RegisterAsync(database, organisation, jobEvent, people);
        await using (var db = database.CreateDbContext())
        {
            await db.JobEvents.ExecuteUpdateAsync(set => set.SetProperty(e => e.Places, (int?)null));
        }

        await new PlaceOffers(database, _clock).PassOnAsync(default);

        Assert.Equal([Noted, RegistrationState.Invited, RegistrationState.Invited], await StatesAsync(database, people));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task GuaranteedPlaces_StayFreeForTheirOrganisation(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (organisation, jobEvent, people) = await WorldAsync(database, places: 4, people: 5);
        var guest = await database.OrganisationAsync();
        await database.SaveAsync(new JobEventHost { JobEventId = jobEvent.Id, OrganisationId = guest.Id });
        await database.SaveAsync(new PlaceQuota { JobEventId = jobEvent.Id, OrganisationId = guest.Id, Guaranteed = 2, AtMost = 2 });
        var guests = new List<ParticipantId>();
        for (var i = 0; i < 3; i++)
        {
            guests.Add((await database.ParticipantAsync(guest.Id)).Id);
        }

        Assert.Equal(new RegisteredPeople(2, 3, 0), (await RegisterAsync(database, organisation, jobEvent, people)).Value);
        Assert.Equal(new RegisteredPeople(2, 1, 0), (await RegisterAsync(database, guest, jobEvent, guests)).Value);

        // What the guests give back stays theirs: their own third person gets it, nobody of the other organisation.
        Assert.True((await MoveAsync(database, guest, guests[0], RegistrationState.Declined)).Done);
        Assert.Equal(RegistrationState.Invited, (await StatesAsync(database, guests))[2]);
        Assert.Equal(3, (await StatesAsync(database, people)).Count(state => state == Waiting));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task FullEvent_RefusesToPlaceSomebodyByHand(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (organisation, jobEvent, people) = await WorldAsync(database, places: 1, people: 2);
        await RegisterAsync(database, organisation, jobEvent, people);

        Assert.Equal(EventErrors.Full, (await MoveAsync(database, organisation, people[1], RegistrationState.Accepted)).Error);
        Assert.Equal(Waiting, (await StatesAsync(database, people))[1]);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task MorePlaces_AreOfferedAtOnce(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (organisation, jobEvent, people) = await WorldAsync(database, places: 1, people: 3);
        await RegisterAsync(database, organisation, jobEvent, people);
        var saved = await new SaveJobEvent(database, TestUser.With(organisation.Id, Role.Organiser), _clock, new CodeCatalogSource(database, _clock)).ExecuteAsync(
            new()
            {
                Id = jobEvent.Id, Version = jobEvent.Version, Key = jobEvent.Key, Kind = jobEvent.Kind, Title = jobEvent.Title, Date = jobEvent.Date,
                StartsAt = jobEvent.StartsAt, EndsAt = jobEvent.EndsAt, Town = jobEvent.Town, State = jobEvent.State, Places = 2,
            },
            default);

        Assert.True(saved.Done);
        Assert.Equal([Noted, RegistrationState.Invited, Waiting], (await StatesAsync(database, people)).OrderBy(state => state));
    }

    [Fact]
    public async Task EventThatHasBegun_OffersNoPlace()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (organisation, jobEvent, people) = await WorldAsync(database, places: 1, people: 2);
        await RegisterAsync(database, organisation, jobEvent, people);
        _clock.SetUtcNow(new DateTimeOffset(jobEvent.BeginsAt(_clock.LocalTimeZone)).AddMinutes(1));

        Assert.True((await MoveAsync(database, organisation, people[0], RegistrationState.Declined)).Done);

        Assert.Equal(Waiting, (await StatesAsync(database, people))[1]);
    }

    private static RegistrationState Noted => RegistrationState.Noted;

    private static RegistrationState Waiting => RegistrationState.Waiting;

    private static async Task<(Organisation Organisation, JobEvent Event, List<ParticipantId> People)> WorldAsync(TestDatabase database, int places, int people)
    {
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id, e => e.Places = places);
        var ids = new List<ParticipantId>();
        for (var i = 0; i < people; i++)
        {
            ids.Add((await database.ParticipantAsync(organisation.Id)).Id);
        }

        return (organisation, jobEvent, ids);
    }

    private Task<Result<RegisteredPeople>> RegisterAsync(TestDatabase database, Organisation organisation, JobEvent jobEvent, IReadOnlyCollection<ParticipantId> people) =>
        new RegisterForEvent(database, TestUser.CaseManager(organisation.Id), _clock).ExecuteAsync(jobEvent.Id, people, InvitationKind.Voluntary, default);

    private async Task<Result> MoveAsync(TestDatabase database, Organisation organisation, ParticipantId person, RegistrationState state)
    {
        await using var db = database.CreateDbContext();
        var id = await db.Registrations.Where(r => r.ParticipantId == person).Select(r => r.Id).SingleAsync();
        return await new ChangeRegistration(database, TestUser.CaseManager(organisation.Id), _clock).ExecuteAsync(id, new(state), default);
    }

    private static async Task SetOwnerAsync(TestDatabase database, ParticipantId person, UserId owner)
    {
        await using var db = database.CreateDbContext();
        await db.Participants.Where(p => p.Id == person).ExecuteUpdateAsync(set => set.SetProperty(p => p.OwnerId, owner));
    }

    private static async Task<List<RegistrationState>> StatesAsync(TestDatabase database, IReadOnlyList<ParticipantId> people)
    {
        await using var db = database.CreateDbContext();
        var states = await db.Registrations.AsNoTracking().ToDictionaryAsync(r => r.ParticipantId, r => r.State);
        return [.. people.Select(person => states[person])];
    }
}
