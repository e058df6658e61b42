using Integration.Access;
using Integration.Common;
using Integration.Core.Tests.Profiles;
using Integration.Data;
using Integration.Events;
using Integration.Messaging;
using Integration.Organisations;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Talks;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Talks;

/// <summary>The day of an event: people with released profiles, two companies that somebody vouches for, the case manager in charge, the employer service.</summary>
internal sealed class TalkWorld : IAsyncDisposable
{
    public const string Canary = "Kanarienvogel";

    private readonly ProfileWorld _profiles;

    private TalkWorld(ProfileWorld profiles, FixedUser manager, FixedUser service, FixedUser[] companies)
    {
        (_profiles, Manager, Service, Companies) = (profiles, manager, service, companies);
    }

    public static PortalAddress Address { get; } = new(() => new Uri("https://portal.example/"));

    public TestDatabase Database => _profiles.Database;

    public FakeTimeProvider Clock => _profiles.Clock;

    public DateOnly Today => _profiles.Today;

    public JobEventId Event => _profiles.Event.Id;

    public OrganisationId Organisation => _profiles.Organisation.Id;

    public FixedUser Manager { get; }

    public FixedUser Service { get; }

    /// <summary>A contact of each company.</summary>
    public FixedUser[] Companies { get; }

    public static async Task<TalkWorld> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var profiles = await ProfileWorld.CreateAsync(provider);
        var database = profiles.Database;
        var own = profiles.Organisation.Id;
        var manager = (await database.UserAsync(own, Role.CaseManager)).Asking();
        var service = (await database.UserAsync(own, Role.EmployerService)).Asking();
        var companies = new List<FixedUser>();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var company = await database.OrganisationAsync(o => (o.Kind, o.RegionKey, o.ContactEmail) = (OrganisationKind.Employer, "", ""));
            await database.SaveAsync(new ExpectedEmployer { JobEventId = profiles.Event.Id, OrganisationId = company.Id, VouchedAt = Given.Start, VouchedBy = service.Id });
            companies.Add((await database.UserAsync(company.Id, Role.EmployerContact)).Asking());
        }

        var world = new TalkWorld(profiles, manager, service, [.. companies]);
        world.Clock.Advance(TimeSpan.FromDays(28));
        return world;
    }

    public ValueTask DisposeAsync() => _profiles.DisposeAsync();

    /// <summary>Somebody whom the case manager has in charge, with a profile released for the event.</summary>
    public async Task<(ParticipantId Person, ProfileReleaseId Release, string Token)> PersonAsync(string name = Canary)
    {
        var person = await _profiles.GuestAsync(p => (p.OwnerId, p.FamilyName, p.Phone) = (Manager.Id, name, "05931 999"));
        await _profiles.ReadyAsync(person.Id);
        var (release, token) = await ReleasedNowAsync(person.Id);
        return (person.Id, release, token);
    }

    /// <summary>A second record of somebody, without anything.</summary>
    public Task<Participant> RecordAsync(string name) => _profiles.PersonAsync(p => (p.OwnerId, p.FamilyName, p.Phone) = (Manager.Id, name, "05931 999"));

    /// <summary>The text is changed, checked, consented to and released anew: a new Chiffre, and the old one is locked.</summary>
    public async Task<(ProfileReleaseId Release, string Token)> ReleaseAnewAsync(ParticipantId person, string start)
    {
        await _profiles.ReadyAsync(person, Sample.Content with { Start = start });
        return await ReleasedNowAsync(person);
    }

    /// <summary>The person no longer wants to be shown.</summary>
    public async Task WithdrawProfileAsync(ProfileReleaseId release)
    {
        await using var db = Database.CreateDbContext();
        await WithdrawAsync(await db.ProfileReleases.Where(r => r.Id == release).Select(r => r.ConsentId).SingleAsync());
    }

    public async Task MergeAsync(ParticipantId keep, ParticipantId other) => Assert.Null(
        (await new Integration.Merging.MergeParticipants(Database, Manager, Clock).ExecuteAsync(keep, other, new HashSet<string>(), default)).Error);

    private async Task<(ProfileReleaseId Release, string Token)> ReleasedNowAsync(ParticipantId person)
    {
        var release = await _profiles.ReleaseAsync(person);
        Assert.Null(release.Error);
        await using var db = Database.CreateDbContext();
        return (release.Value!.Id, await db.ProfileReleases.Where(r => r.Id == release.Value.Id).Select(r => r.Token).SingleAsync());
    }

    public Task<Result> InterestAsync(ICurrentUser company, string token, bool wanted = true) => new ShowInterest(Database, company, Clock).ExecuteAsync(Event, token, wanted, default);

    public Task<Result> RequestAsync(ICurrentUser company, string token) => new RequestContact(Database, company, Clock, Address).ExecuteAsync(Event, token, default);

    public Task<Result> AskAsync(ContactId id, ICurrentUser? by = null) => new AskPerson(Database, by ?? Manager, Clock).ExecuteAsync(id, default);

    public Task<Result> ReleaseAsync(ContactId id, ICurrentUser? by = null) => new ReleaseName(Database, by ?? Manager, Clock, Address).ExecuteAsync(id, default);

    public Task<Result> RefuseAsync(ContactId id, ICurrentUser? by = null) => new RefuseContact(Database, by ?? Manager, Clock, Address).ExecuteAsync(id, default);

    public Task<Result> ReopenAsync(ContactId id, ICurrentUser? by = null) => new ReopenContact(Database, by ?? Manager, Clock).ExecuteAsync(id, default);

    /// <summary>Records the person's consent for one company.</summary>
    public async Task<ConsentId> ConsentAsync(ParticipantId person, ICurrentUser company, int days = 60, DateOnly? given = null)
    {
        var form = _profiles.ConsentForm(person, null);
        form.GivenOn = given ?? form.GivenOn;
        (form.Purpose, form.RecipientId, form.ValidUntil) = (ConsentPurpose.NameToEmployer, company.OrganisationId, Today.AddDays(days));
        var recorded = await _profiles.ConsentAsync(form, Manager);
        Assert.Null(recorded.Error);
        return recorded.Value;
    }

    public Task WithdrawAsync(ConsentId consent) => _profiles.WithdrawAsync(consent, Manager);

    /// <summary>Asked for, consented to and released.</summary>
    public async Task<(ContactId Contact, ConsentId Consent)> ReleasedAsync((ParticipantId Person, ProfileReleaseId Release, string Token) person, ICurrentUser company)
    {
        Assert.Null((await RequestAsync(company, person.Token)).Error);
        var contact = (await ContactAsync(person.Release, company))!;
        var consent = await ConsentAsync(person.Person, company);
        Assert.Null((await ReleaseAsync(contact.Id)).Error);
        return (contact.Id, consent);
    }

    public async Task<Contact?> ContactAsync(ProfileReleaseId release, ICurrentUser company)
    {
        await using var db = Database.CreateDbContext();
        return await db.Contacts.AsNoTracking().SingleOrDefaultAsync(contact => contact.ReleaseId == release && contact.EmployerId == company.OrganisationId);
    }

    public EmployerContactQueries Seen(ICurrentUser company) => new(Database, company, Clock);

    /// <summary>What the company reads about one release.</summary>
    public async Task<EmployerContact> SeesAsync(ICurrentUser company, string token)
    {
        var seen = await Seen(company).OfAsync(token, default);
        Assert.Null(seen.Error);
        return seen.Value!;
    }

    public async Task<List<OutboxMessage>> MailsAsync()
    {
        await using var db = Database.CreateDbContext();
        return await db.Outbox.AsNoTracking().OrderBy(mail => mail.CreatedAt).ToListAsync();
    }

    public async Task ChangeAsync(Func<AppDbContext, Task> change)
    {
        await using var db = Database.CreateDbContext();
        await change(db);
        await db.SaveChangesAsync();
    }

    public Task VouchAsync(ICurrentUser company, bool vouch) => ChangeAsync(async db =>
    {
        var (jobEvent, employer) = (Event, company.OrganisationId);
        var expected = await db.Set<ExpectedEmployer>().SingleAsync(e => e.JobEventId == jobEvent && e.OrganisationId == employer);
        expected.VouchedAt = vouch ? Given.Start : null;
    });

    public async Task LockAsync(ProfileReleaseId release) =>
        Assert.Null((await new LockRelease(Database, Manager, Clock).ExecuteAsync(release, default)).Error);
}
