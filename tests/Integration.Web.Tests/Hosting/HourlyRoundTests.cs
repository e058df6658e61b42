using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Testing;
using Integration.Web.Hosting;
using Integration.Web.Profiles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Web.Tests.Hosting;

public sealed class HourlyRoundTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Given.Start));

    [Fact]
    public async Task Releases_OfEveryOrganisationEndAndAreEmptied()
    {
        await using var database = await TestDatabase.CreateAsync();
        var first = await ReleasedAsync(database);
        var second = await ReleasedAsync(database);
        using var keeper = new ReleaseKeeper(database, _clock, new RetentionOptions { ReleaseMonths = 1 }, NullLogger<ReleaseKeeper>.Instance);

        await keeper.RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.Equal([ProfileState.Released, ProfileState.Released], await StatesAsync(database, first, second));

        _clock.Advance(TimeSpan.FromDays(20));
        await keeper.RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.Equal([ProfileState.Expired, ProfileState.Expired], await StatesAsync(database, first, second));

        _clock.Advance(TimeSpan.FromDays(60));
        await keeper.RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.Equal([ProfileState.Deleted, ProfileState.Deleted], await StatesAsync(database, first, second));
    }

    [Fact]
    public async Task FailedRound_IsMadeUpForByTheNext()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var round = new FailingOnce(_clock);

        await round.StartAsync(TestContext.Current.CancellationToken);
        await round.First.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        while (!round.Second.Task.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromHours(1));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await round.StopAsync(TestContext.Current.CancellationToken);
        Assert.True(round.Second.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Database_CountsItsTablesAgainWhenTheyHaveGrown()
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        for (var i = 0; i < 30; i++)
        {
            await database.ParticipantAsync(organisation.Id);
        }

        using var keeper = new DatabaseKeeper(database, _clock, NullLogger<DatabaseKeeper>.Instance);
        await keeper.RunOnceAsync(TestContext.Current.CancellationToken);

        await using var db = database.CreateDbContext();
        var counted = await db.Database.SqlQuery<string>($"SELECT stat AS Value FROM sqlite_stat1 WHERE tbl = 'Participants'").ToListAsync(TestContext.Current.CancellationToken);
        Assert.Contains(counted, stat => stat.StartsWith("30 ", StringComparison.Ordinal));
    }

    private async Task<ProfileReleaseId> ReleasedAsync(TestDatabase database)
    {
        var organisation = await database.OrganisationAsync();
        var user = TestUser.CaseManager(organisation.Id);
        var person = await database.ParticipantAsync(organisation.Id);
        var jobEvent = await database.JobEventAsync(organisation.Id);
        await database.RegistrationAsync(person, jobEvent);
        var profile = await database.SaveAsync(new ShortProfile { ParticipantId = person.Id, OrganisationId = organisation.Id });
        var consent = await database.SaveAsync(new Consent { ParticipantId = person.Id, OrganisationId = organisation.Id, JobEventId = jobEvent.Id, GivenOn = _clock.Today() });
        var release = await database.SaveAsync(new ProfileRelease
        {
            ShortProfileId = profile.Id,
            ParticipantId = person.Id,
            OrganisationId = organisation.Id,
            JobEventId = jobEvent.Id,
            ConsentId = consent.Id,
            Chiffre = "EL-" + OpaqueToken.Draw()[..6],
            Token = OpaqueToken.Draw(),
            State = ProfileState.Released,
            ReleasedBy = user.Id,
            ReleasedAt = Given.Start,
            ValidUntil = _clock.Today().AddDays(14),
        });
        return release.Id;
    }

    private static async Task<List<ProfileState>> StatesAsync(TestDatabase database, params ProfileReleaseId[] ids)
    {
        await using var db = database.CreateDbContext();
        return await db.ProfileReleases.Where(release => ids.Contains(release.Id)).OrderBy(release => release.Id).Select(release => release.State).ToListAsync();
    }

    private sealed class FailingOnce(TimeProvider clock) : HourlyRound(clock, NullLogger.Instance)
    {
        public TaskCompletionSource First { get; } = new();

        public TaskCompletionSource Second { get; } = new();

        public override Task RunOnceAsync(CancellationToken ct)
        {
            if (First.TrySetResult())
            {
                throw new IOException("away");
            }

            Second.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
