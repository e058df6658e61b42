using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Organisations;
using Integration.Outcomes;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Talks;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Outcomes;

/// <summary>An event that was held, with contacts of its companies.</summary>
internal sealed class OutcomeWorld(PrintWorld print) : IAsyncDisposable
{
    public PrintWorld Print { get; } = print;

    public TestDatabase Database => Print.Database;

    public FakeTimeProvider Clock => Print.Clock;

    public FixedUser CaseManager => Print.CaseManager;

    public FixedUser Service { get; } = TestUser.With(print.Organisation.Id, Role.EmployerService);

    public DateOnly EventDay => Print.JobEvent.Date;

    public static async Task<OutcomeWorld> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, int daysAfter = 10)
    {
        var world = new OutcomeWorld(await PrintWorld.CreateAsync(provider));
        world.Clock.Advance(TimeSpan.FromDays(28 + daysAfter));
        return world;
    }

    public async Task<Contact> ContactAsync(ContactState state = ContactState.Interest, Organisation? employer = null, Organisation? owner = null, Action<Integration.Participants.Participant>? person = null, ProfileRelease? release = null)
    {
        employer ??= await Print.EmployerAsync("Kolonne Nord");
        release ??= await Print.ReleasedAsync(owner: owner, person: person);
        var contact = new Contact
        {
            JobEventId = Print.JobEvent.Id, EmployerId = employer.Id, ReleaseId = release.Id, ParticipantId = release.ParticipantId, OrganisationId = release.OrganisationId,
            EmployerInterestAt = Given.Start, State = state,
        };
        if (state == ContactState.Released)
        {
            var consent = await Database.SaveAsync(new Consent
            {
                ParticipantId = release.ParticipantId, OrganisationId = release.OrganisationId, Purpose = ConsentPurpose.NameToEmployer, RecipientId = employer.Id, JobEventId = Print.JobEvent.Id,
                TextVersion = "2026-11", Language = "ar", GivenOn = EventDay, ValidUntil = EventDay.AddMonths(3), RecordedAt = Given.Start, RecordedBy = CaseManager.Id,
            });
            (contact.RequestedAt, contact.ConsentId, contact.DecidedAt, contact.DecidedBy) = (Given.Start, consent.Id, Given.Start, CaseManager.Id);
        }

        return await Database.SaveAsync(contact);
    }

    public RecordStep Recording(ICurrentUser? user = null) => new(Database, user ?? CaseManager, Clock, Print.Codes);

    public TakeBackStep TakingBack(ICurrentUser? user = null) => new(Database, user ?? CaseManager, Clock, Print.Codes);

    public OutcomeQueries Queries(ICurrentUser? user = null) => new(Database, user ?? CaseManager, Clock, Print.Codes);

    public async Task<Result<OutcomeStepId>> RecordAsync(Contact contact, string step, Action<RecordStep.Form>? change = null, ICurrentUser? user = null)
    {
        var form = new RecordStep.Form { Step = step };
        change?.Invoke(form);
        return await Recording(user).ExecuteAsync(contact.Id, form, default);
    }

    public async Task<OutcomeStepId> RecordedAsync(Contact contact, string step, Action<RecordStep.Form>? change = null)
    {
        var recorded = await RecordAsync(contact, step, change);
        Assert.True(recorded.Done, recorded.Error?.Code);
        return recorded.Value;
    }

    public async Task<Outcome?> OutcomeOfAsync(Contact contact)
    {
        await using var db = Database.CreateDbContext();
        return await db.Outcomes.AsNoTracking().SingleOrDefaultAsync(o => o.ContactId == contact.Id, TestContext.Current.CancellationToken);
    }

    public async Task<List<CaseTask>> TasksAsync()
    {
        await using var db = Database.CreateDbContext();
        return await db.CaseTasks.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Print.DisposeAsync();
}
