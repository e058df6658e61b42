using Integration.Access;
using Integration.Common;
using Integration.Data.Demo;
using Integration.Employers;
using Integration.EmployerAccess;
using Integration.Events;
using Integration.Organisations;
using Integration.Outcomes;
using Integration.Participants;
using Integration.Participants.Import;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Talks;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Tests.Employer;

/// <summary>Six hundred people whose records are full of <see cref="Canaries"/>: half of them shown to a company, the others locked, withdrawn, expired, not
/// released, or shown elsewhere; and a second company that has names, notes and agreements of its own.</summary>
public sealed class CanaryWorld
{
    /// <summary>People altogether.</summary>
    public const int People = 600;

    /// <summary>Those whom the company may look through.</summary>
    public const int Shown = 300;

    private readonly TestPortal _portal;
    private readonly UserId _by = UserId.New();

    private CanaryWorld(TestPortal portal) => _portal = portal;

    /// <summary>The search.</summary>
    public Canaries Canaries { get; } = new();

    /// <summary>The company that attacks, the one beside it, and the Jobcenter.</summary>
    public Organisation Company { get; private set; } = null!;

    /// <summary>A company at the same event.</summary>
    public Organisation Rival { get; private set; } = null!;

    /// <summary>The owner of the records.</summary>
    public Organisation Jobcenter { get; private set; } = null!;

    /// <summary>Events: open to the company; another company's; closed since yesterday; not open yet.</summary>
    public JobEvent Here { get; private set; } = null!;

    /// <summary>An event of the other company alone.</summary>
    public JobEvent Elsewhere { get; private set; } = null!;

    /// <summary>An event that has closed.</summary>
    public JobEvent Closed { get; private set; } = null!;

    /// <summary>An event that is still to open.</summary>
    public JobEvent Later { get; private set; } = null!;

    /// <summary>Releases that the company may see.</summary>
    public IReadOnlyList<ProfileRelease> Visible { get; private set; } = [];

    /// <summary>Releases that it must not even know of, with what hides them.</summary>
    public List<(string Why, ProfileRelease Release)> Hidden { get; } = [];

    /// <summary>The name that was released to the company: the only one.</summary>
    public string ReleasedName { get; private set; } = "";

    /// <summary>Feedback links of the company and of the other one.</summary>
    public (string Own, string Rivals) Feedback { get; } = (InvitationToken.New(), InvitationToken.New());

    /// <summary>A file of people that was read in.</summary>
    public ImportBatchId Import { get; } = ImportBatchId.New();

    /// <summary>Ids of records to guess.</summary>
    public List<Guid> Guesses { get; } = [];

    /// <summary>Plants everything.</summary>
    public static async Task<CanaryWorld> PlantAsync(TestPortal portal)
    {
        var world = new CanaryWorld(portal);
        await world.PlacesAsync();
        await world.PeopleAsync();
        await world.AroundPeopleAsync();
        await world.ContactsAsync();
        return world;
    }

    /// <summary>Signs somebody in for an organisation.</summary>
    public async Task<TestBrowser> SignInAsync(OrganisationId organisation, Role role, string name)
    {
        var email = $"{name}@demo.example";
        await using (var db = await _portal.Database.CreateDbContextAsync())
        {
            db.Add(DemoUsers.Make(organisation, new DemoUsers.SignIn(email, name, role)));
            await db.SaveChangesAsync();
        }

        var browser = _portal.Browser();
        await browser.SignInAsync(email, DemoUsers.Password);
        return browser;
    }

    private async Task PlacesAsync()
    {
        var database = _portal.Database;
        Jobcenter = await database.OrganisationAsync();
        Company = await database.OrganisationAsync(o => o.Kind = OrganisationKind.Employer);
        Rival = await database.OrganisationAsync(o => o.Kind = OrganisationKind.Employer);
        var today = TimeProvider.System.Today();
        Here = await EventAsync(today, Company, Rival);
        Elsewhere = await EventAsync(today, Rival);
        Closed = await EventAsync(today.AddDays(-AdmissionScope.DaysAfter - 1), Company, Rival);
        Later = await EventAsync(today.AddDays(1), Company, Rival);
        Guesses.AddRange([Here.Id.Value, Elsewhere.Id.Value, Closed.Id.Value, Later.Id.Value, Jobcenter.Id.Value, Company.Id.Value, Rival.Id.Value, Guid.CreateVersion7()]);
    }

    private Task<JobEvent> EventAsync(DateOnly day, params Organisation[] companies) => _portal.Database.JobEventAsync(Jobcenter.Id, e =>
    {
        e.Date = day;
        e.Employers.AddRange(companies.Select(company => new ExpectedEmployer { JobEventId = e.Id, OrganisationId = company.Id, VouchedAt = Given.Start }));
    });

    private async Task PeopleAsync()
    {
        var here = await _portal.Database.ReleasesAsync(Here, 450);
        Visible = [.. here.Take(Shown)];
        string[] reasons = ["locked", "withdrawn", "expired"];
        Hidden.AddRange(here.Skip(Shown).Select((release, i) => (reasons[i % reasons.Length], release)));
        Hidden.AddRange((await _portal.Database.ReleasesAsync(Elsewhere, 100)).Select(release => ("elsewhere", release)));
        Hidden.AddRange((await _portal.Database.ReleasesAsync(Closed, 25)).Select(release => ("closed", release)));
        Hidden.AddRange((await _portal.Database.ReleasesAsync(Later, 25)).Select(release => ("later", release)));
        foreach (var release in Visible)
        {
            Canaries.AllowChiffre(release.Chiffre);
        }

        await using var db = await _portal.Database.CreateDbContextAsync();
        var yesterday = TimeProvider.System.Today().AddDays(-1);
        foreach (var (why, release) in Hidden)
        {
            db.Attach(release);
            Canaries.HideToken(release.Token);
            release.Content = Secret(release.Content, Number(release));
            _ = why switch
            {
                "locked" => Lock(release),
                "withdrawn" => (object)((await db.Consents.SingleAsync(consent => consent.Id == release.ConsentId)).WithdrawnAt = Given.Start),
                "expired" => release.ValidUntil = yesterday,
                _ => why,
            };
        }

        await db.SaveChangesAsync();
    }

    private static ProfileRelease Lock(ProfileRelease release)
    {
        (release.State, release.Generation, release.LockedAt) = (ProfileState.Locked, 1, Given.Start);
        return release;
    }

    private int Number(ProfileRelease release) => All().Select((known, i) => (known.Id, i)).First(row => row.Id == release.Id).i;

    private IEnumerable<ProfileRelease> All() => Visible.Concat(Hidden.Select(row => row.Release));

    // What is written of somebody whose profile the company does not see: also the text of the profile itself.
    private ProfileContent Secret(ProfileContent content, int person) => content with
    {
        Occupation = Canaries.Word("profile-occupation".Replace("-", "", StringComparison.Ordinal), person),
        Strengths = [Canaries.Word("strength", person)],
        Introduction = Canaries.Word("introduction", person),
        Area = Canaries.Word("area", person),
        Start = Canaries.Word("profilestart", person),
    };

    private async Task AroundPeopleAsync()
    {
        await using var db = await _portal.Database.CreateDbContextAsync();
        var batch = new ImportBatch { Id = Import, OrganisationId = Jobcenter.Id, StagedAt = Given.Start, StagedBy = _by, Headings = [Canaries.Word("heading", 0)] };
        db.Add(batch);
        var number = 0;
        foreach (var release in All())
        {
            var person = await db.Participants.SingleAsync(known => known.Id == release.ParticipantId);
            Canaries.PlantIn(person, number, nameof(Participant.SortName));
            var profile = await db.ShortProfiles.SingleAsync(known => known.Id == release.ShortProfileId);
            (profile.Content, profile.Revision) = (Secret(profile.Content, number), 2);
            var consent = await db.Consents.SingleAsync(known => known.Id == release.ConsentId);
            consent.ExplainedBy = Canaries.Word("explainedby", number);
            var registration = new Registration
            {
                JobEventId = release.JobEventId, ParticipantId = person.Id, OrganisationId = Jobcenter.Id, Invitation = InvitationKind.RequestToReport, Purpose = ReportingPurpose.BenefitDecision,
                State = RegistrationState.Accepted, RegisteredAt = Given.Start, ChangedAt = Given.Start,
            };
            db.Add(registration);
            db.Add(new ImportRow { BatchId = Import, Row = number, State = ImportRowState.Error, Cells = [Canaries.Word("cell", number)], ParticipantId = person.Id });
            foreach (var id in new[] { person.Id.Value, profile.Id.Value, consent.Id.Value, registration.Id.Value, release.Id.Value })
            {
                Canaries.Hide(id);
            }

            Canaries.HideToken(registration.TicketCode);
            if (number is 0 or Shown)
            {
                Guesses.AddRange([person.Id.Value, profile.Id.Value, consent.Id.Value, registration.Id.Value, release.Id.Value, Import.Value]);
            }

            number++;
        }

        await db.SaveChangesAsync();
        Assert.Equal(People, number);
    }

    private async Task ContactsAsync()
    {
        await using var db = await _portal.Database.CreateDbContextAsync();
        for (var i = 0; i < 60; i++)
        {
            var state = (ContactState)(i % 6);
            await ContactAsync(db, Rival, i, state);
            if (i is >= 40 and < 46)
            {
                await ContactAsync(db, Company, i, state);
            }
        }

        var named = await db.Participants.SingleAsync(person => person.Id == db.Contacts.Single(contact => contact.EmployerId == Company.Id && contact.State == ContactState.Released).ParticipantId);
        ReleasedName = named.FamilyName;
        foreach (var word in new[] { named.FamilyName, named.GivenName, named.Phone })
        {
            Canaries.Allow(word);
        }

        var file = new EmployerFile();
        Canaries.PlantIn(file, 0);
        file.OrganisationId = Rival.Id;
        var offer = new JobOffer { EmployerId = Rival.Id, JobEventId = Here.Id };
        Canaries.PlantIn(offer, 0);
        offer.EmployerId = Rival.Id;
        db.AddRange(file, offer);
        foreach (var (company, token) in new[] { (Company, Feedback.Own), (Rival, Feedback.Rivals) })
        {
            db.Add(new FeedbackRequest { JobEventId = Here.Id, EmployerId = company.Id, TokenHash = InvitationToken.HashOf(token), SentAt = Given.Start });
        }

        db.Add(new EmployerFeedback { Id = EmployerFeedbackId.New(), JobEventId = Here.Id, Guests = 1, Profiles = 1, Interpreting = 1, Organisation = 1, Again = ComeAgain.No, Remark = Canaries.Word("feedbackremark", 0) });
        Canaries.Hide(offer.Id.Value);
        Guesses.Add(offer.Id.Value);
        await db.SaveChangesAsync();
    }

    private async Task ContactAsync(Integration.Data.AppDbContext db, Organisation company, int person, ContactState state)
    {
        var contact = Contact.Of(Visible[person], company.Id);
        (contact.EmployerInterestAt, contact.TalkedAt, contact.State) = (Given.Start, Given.Start, state);
        if (state is ContactState.Released or ContactState.Withdrawn)
        {
            var consent = new Consent
            {
                ParticipantId = contact.ParticipantId, OrganisationId = Jobcenter.Id, Purpose = ConsentPurpose.NameToEmployer, JobEventId = Here.Id, RecipientId = company.Id, TextVersion = "2026-11", Language = "ar",
                GivenOn = Here.Date, ValidUntil = Here.Date.AddYears(1), RecordedAt = Given.Start, RecordedBy = _by, WithdrawnAt = state == ContactState.Withdrawn ? Given.Start : null,
            };
            (contact.ConsentId, contact.DecidedAt, contact.DecidedBy) = (consent.Id, Given.Start, _by);
            db.Add(consent);
            Canaries.Hide(consent.Id.Value);
        }

        db.Add(contact);
        Canaries.Hide(contact.Id.Value);
        if (person is 40 or 43)
        {
            Guesses.Add(contact.Id.Value);
        }

        if (company == Rival)
        {
            var reason = Canaries.Word("reason", person);
            db.Add(new OutcomeStep { ContactId = contact.Id, Number = 1, JobEventId = Here.Id, OrganisationId = Jobcenter.Id, Step = Canaries.Word("step", person), Reason = reason, On = Here.Date, RecordedAt = Given.Start, RecordedBy = _by });
            db.Add(new Outcome { ContactId = contact.Id, JobEventId = Here.Id, OrganisationId = Jobcenter.Id, Step = Canaries.Word("outcome", person), Reason = reason });
            db.Add(new EmployerNote { JobEventId = Here.Id, EmployerId = Rival.Id, ReleaseId = contact.ReleaseId, Kept = true, Text = Canaries.Word("note", person), ChangedAt = Given.Start });
            db.Add(new ProfileView { JobEventId = Here.Id, EmployerId = Rival.Id, UserId = _by, ReleaseId = contact.ReleaseId, At = Given.Start });
        }

        await db.SaveChangesAsync();
    }
}
