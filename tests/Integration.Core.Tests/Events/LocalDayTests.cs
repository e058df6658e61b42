using Integration.Access;
using Integration.Events;
using Integration.Participants;
using Integration.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Events;

/// <summary>Half past midnight on 2 March in the district, still 1 March in Greenwich.</summary>
public sealed class LocalDayTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2027, 3, 1, 23, 30, 0, TimeSpan.Zero));

    public LocalDayTests() => _clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    [Fact]
    public async Task EventOfYesterday_StandsBelowThoseToCome()
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        var over = await database.JobEventAsync(organisation.Id, e => e.Date = new(2027, 3, 1));
        var today = await database.JobEventAsync(organisation.Id, e => e.Date = new(2027, 3, 2));

        var rows = await new EventQueries(database, TestUser.With(organisation.Id, Role.Organiser), _clock).ListAsync(CancellationToken.None);

        Assert.Equal([today.Id, over.Id], rows.Select(row => row.Id));
    }

    [Fact]
    public async Task PersonWhoTurnsFourteenToday_CanBeRegistered()
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();

        var result = await new RegisterParticipant(database, TestUser.CaseManager(organisation.Id), _clock).ExecuteAsync(
            new() { FamilyName = "Demir", GivenName = "Rojîn", BornOn = new(2027 - ParticipantRules.MinAge, 3, 2) }, CancellationToken.None);

        Assert.Null(result.Error);
    }
}
