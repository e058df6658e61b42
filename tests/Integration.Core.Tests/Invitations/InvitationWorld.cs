using Integration.Access;
using Integration.Calendars;
using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Events;
using Integration.Invitations;
using Integration.Messaging;
using Integration.Organisations;
using Integration.Participants;
using Integration.Printing;
using Integration.Privacy;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Invitations;

/// <summary>An organisation with a site, an event four weeks from now, and people who are noted for it.</summary>
internal sealed class InvitationWorld : IAsyncDisposable
{
    private InvitationWorld(TestDatabase database, Organisation organisation, JobEvent jobEvent, AppUser owner)
    {
        (Database, Organisation, Event, Owner) = (database, organisation, jobEvent, owner);
        User = owner.Asking();
        Codes = new CodeCatalogSource(database, Clock);
    }

    public TestDatabase Database { get; }

    public Organisation Organisation { get; }

    public JobEvent Event { get; }

    public AppUser Owner { get; }

    public FixedUser User { get; }

    public FakeTimeProvider Clock { get; } = Berlin();

    public CodeCatalogSource Codes { get; }

    public PortalAddress Address { get; } = new(() => new Uri("https://portal.example/"));

    public static async Task<InvitationWorld> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync(o => o.Sites.Add(new Site { Name = "Haus", Street = "Ordeniederung 1", PostalCode = "49716", Town = "Meppen" }));
        return new InvitationWorld(database, organisation, await database.JobEventAsync(organisation.Id), await database.UserAsync(organisation.Id, Role.CaseManager));
    }

    public async ValueTask DisposeAsync()
    {
        Codes.Dispose();
        await Database.DisposeAsync();
    }

    /// <summary>Somebody registered.</summary>
    public async Task<Registration> PersonAsync(
        string name, string language = "ara", string email = "person@example.org", bool consent = true, InvitationKind kind = InvitationKind.Voluntary,
        RegistrationState state = RegistrationState.Noted, bool owned = true)
    {
        var person = await Database.ParticipantAsync(Organisation.Id, p =>
        {
            (p.FamilyName, p.GivenName, p.FirstLanguage, p.Email, p.Street, p.PostalCode) = (name, "Samira", language, email, "Lange Straße 5", "49733");
            p.OwnerId = owned ? Owner.UserId : null;
        });
        if (consent)
        {
            await Database.SaveAsync(new Consent { ParticipantId = person.Id, OrganisationId = Organisation.Id, Purpose = ConsentPurpose.ContactByMessage, GivenOn = DateOnly.FromDateTime(Given.Start), ValidUntil = Event.Date.AddMonths(3), RecordedAt = Given.Start, RecordedBy = Owner.UserId, TextVersion = "2026-11", Language = "de" });
        }

        var registration = await Database.RegistrationAsync(person, Event);
        await using var db = Database.CreateDbContext();
        await db.Registrations.Where(r => r.Id == registration.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, state).SetProperty(r => r.Invitation, kind)
            .SetProperty(r => r.Purpose, kind == InvitationKind.RequestToReport ? ReportingPurpose.Placement : null));
        return registration;
    }

    public Task<Result<SentInvitations>> SendAsync(IReadOnlyCollection<RegistrationId>? registrations = null, ICurrentUser? user = null) =>
        new SendInvitations(Database, user ?? User, Clock, Codes, Address).ExecuteAsync(Event.Id, registrations, CancellationToken.None);

    public Task<Result<PrintInvitationLetters.Printed>> PrintAsync(Stream output, PrintInvitationLetters.Request? request = null, ICurrentUser? user = null) =>
        new PrintInvitationLetters(Database, user ?? User, Clock, Codes, HarfBuzzPdfEngine.Shared, new DocumentOptions())
            .ExecuteAsync(request ?? new PrintInvitationLetters.Request { JobEventId = Event.Id }, output, CancellationToken.None);

    public Reminders Reminders() => new(Database, Clock, Codes, Address);

    public async Task<List<OutboxMessage>> MailsAsync()
    {
        await using var db = Database.CreateDbContext();
        return await db.Outbox.AsNoTracking().OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync();
    }

    public async Task<RegistrationState> StateAsync(Registration registration)
    {
        await using var db = Database.CreateDbContext();
        return await db.Registrations.Where(r => r.Id == registration.Id).Select(r => r.State).SingleAsync();
    }

    private static FakeTimeProvider Berlin()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(Given.Start));
        clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        return clock;
    }
}
