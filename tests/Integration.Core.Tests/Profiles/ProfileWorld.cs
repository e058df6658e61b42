using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Events;
using Integration.Organisations;
using Integration.Participants;
using Integration.Printing;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Profiles;

/// <summary>A Jobcenter with an event and two case managers, and the steps from a person to a printed sheet, each through its use case.</summary>
internal sealed class ProfileWorld : IAsyncDisposable
{
    private readonly CodeCatalogSource _codes;

    private ProfileWorld(TestDatabase database, Organisation organisation, JobEvent jobEvent)
    {
        (Database, Organisation, Event) = (database, organisation, jobEvent);
        _codes = new CodeCatalogSource(database, Clock);
        (User, Colleague) = (TestUser.CaseManager(organisation.Id), TestUser.CaseManager(organisation.Id));
    }

    public TestDatabase Database { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(Given.Start));

    public Organisation Organisation { get; }

    public JobEvent Event { get; }

    public FixedUser User { get; }

    public FixedUser Colleague { get; }

    public DateOnly Today => Clock.Today();

    public static async Task<ProfileWorld> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, Action<Organisation>? change = null)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync(change);
        return new ProfileWorld(database, organisation, await database.JobEventAsync(organisation.Id));
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    public Task<Participant> PersonAsync(Action<Participant>? change = null) => Database.ParticipantAsync(Organisation.Id, change);

    /// <summary>A person registered for the event.</summary>
    public async Task<Participant> GuestAsync(Action<Participant>? change = null)
    {
        var person = await PersonAsync(change);
        await Database.RegistrationAsync(person, Event);
        return person;
    }

    public async Task<Result<SaveShortProfile.Saved>> SaveAsync(ParticipantId person, ProfileContent content, ICurrentUser? by = null)
    {
        await using var db = Database.CreateDbContext();
        var version = await db.ShortProfiles.Where(profile => profile.ParticipantId == person).Select(profile => (Guid?)profile.Version).SingleOrDefaultAsync();
        return await new SaveShortProfile(Database, by ?? User, Clock).ExecuteAsync(new() { ParticipantId = person, Content = content, Version = version }, default);
    }

    public async Task<Result> CheckAsync(ParticipantId person, ICurrentUser? by = null)
    {
        var profile = await ProfileAsync(person);
        return await new CheckProfile(Database, by ?? User, Clock).ExecuteAsync(profile.Id, profile.Revision, default);
    }

    public RecordConsent.Form ConsentForm(ParticipantId person, int? revision, JobEventId? jobEvent = null) => new()
    {
        ParticipantId = person,
        Purpose = ConsentPurpose.ProfileAtEvent,
        JobEventId = jobEvent ?? Event.Id,
        ProfileRevision = revision,
        TextVersion = "2026-11",
        Language = "ar",
        ExplainedBy = "Sprachmittlung",
        Medium = ConsentMedium.Paper,
        GivenOn = Today,
    };

    public Task<Result<ConsentId>> ConsentAsync(RecordConsent.Form form, ICurrentUser? by = null) =>
        new RecordConsent(Database, by ?? User, Clock).ExecuteAsync(form, default);

    public async Task<Result<ConsentId>> ConsentAsync(ParticipantId person, JobEventId? jobEvent = null) =>
        await ConsentAsync(ConsentForm(person, (await ProfileAsync(person)).Revision, jobEvent));

    public Task<Result<IReadOnlyList<WithdrawConsent.LockedRelease>>> WithdrawAsync(ConsentId consent, ICurrentUser? by = null) =>
        new WithdrawConsent(Database, by ?? User, Clock).ExecuteAsync(consent, default);

    public Task<Result<ReleasedProfile>> ReleaseAsync(ParticipantId person, JobEventId? jobEvent = null, ICurrentUser? by = null) =>
        new ReleaseProfile(Database, by ?? User, Clock).ExecuteAsync(person, jobEvent ?? Event.Id, default);

    /// <summary>Saved, checked and consented to.</summary>
    public async Task<ConsentId> ReadyAsync(ParticipantId person, ProfileContent? content = null)
    {
        Assert.True((await SaveAsync(person, content ?? Sample.Content)).Done);
        Assert.True((await CheckAsync(person)).Done);
        return (await ConsentAsync(person)).Value;
    }

    /// <summary>A registered person with a released profile.</summary>
    public async Task<(Participant Person, ConsentId Consent, ReleasedProfile Release)> ReleasedAsync()
    {
        var person = await GuestAsync();
        var consent = await ReadyAsync(person.Id);
        var release = await ReleaseAsync(person.Id);
        Assert.Null(release.Error);
        return (person, consent, release.Value!);
    }

    /// <summary>Prints all that may be printed, one copy each, and gives the releases whose copies were recorded.</summary>
    public async Task<List<ProfileRelease>> PrintAsync(ICurrentUser? by = null)
    {
        var use = new PrintProfiles(Database, by ?? User, Clock, _codes, HarfBuzzPdfEngine.Shared, new DocumentOptions());
        var printed = await use.ExecuteAsync(new PrintProfiles.Request { JobEventId = Event.Id }, Stream.Null);
        if (!printed.Done)
        {
            return [];
        }

        await using var db = Database.CreateDbContext();
        var run = printed.Value.Runs[0];
        return await db.ProfileReleases.AsNoTracking()
            .Where(release => db.PrintRunItems.Any(item => item.PrintRunId == run && item.ReleaseId == release.Id)).ToListAsync();
    }

    public async Task<ShortProfile> ProfileAsync(ParticipantId person)
    {
        await using var db = Database.CreateDbContext();
        return await db.ShortProfiles.AsNoTracking().SingleAsync(profile => profile.ParticipantId == person);
    }

    public async Task<List<ProfileRelease>> InForceAsync()
    {
        await using var db = Database.CreateDbContext();
        return await db.ProfileReleases.AsNoTracking().InForce(db.Consents, Today).ToListAsync();
    }

    public async Task<List<ProfileState>> StepsAsync(ParticipantId person)
    {
        await using var db = Database.CreateDbContext();
        return await (from step in db.ProfileTransitions
                      join profile in db.ShortProfiles on step.ShortProfileId equals profile.Id
                      where profile.ParticipantId == person
                      orderby step.Id
                      select step.To).ToListAsync();
    }
}
