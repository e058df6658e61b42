using Bunit;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Integration.Organisations;
using Integration.Privacy;
using Integration.Profiles;
using Integration.TalkPlans;
using Integration.Testing;
using Integration.Web.Employer;
using Integration.Web.Events;
using Integration.Web.Interpreters;
using Integration.Web.Resources;
using Integration.Web.Talks;
using Integration.Web.Tests.Employer;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Tests.TalkPlans;

/// <summary>A published plan on the pages of those who take part in its talks.</summary>
public sealed class PublishedTalksTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Family = "Kanarienvogel";

    private readonly TestPortal _portal = fixture.Portal;

    [Fact]
    public async Task Company_ReadsItsTalksByChiffre_AndAnotherOneNothing()
    {
        var (company, jobEvent, releases) = await EmployerFair.OpenAsync(_portal, 2);
        await PublishAsync(_portal.Database, jobEvent, company.Id, releases);
        using var browser = await EmployerFair.SignInAsync(_portal, company.Id);
        Assert.Contains(EmployerLinks.Talks(jobEvent.Id), (await browser.GetAsync(EmployerLinks.Event(jobEvent.Id))).Html);

        var page = await browser.GetAsync(EmployerLinks.Talks(jobEvent.Id));
        Assert.All(releases, release => Assert.Contains(release.Chiffre, page.Text));
        Assert.Contains(EmployerLinks.Profile(releases[0].Token), page.Html);
        Assert.All([Family, "Amina", releases[0].ParticipantId.ToString()], word => Assert.DoesNotContain(word, page.Html));

        await WithdrawAsync(_portal.Database, releases[0]);
        Assert.DoesNotContain(releases[0].Chiffre, (await browser.GetAsync(EmployerLinks.Talks(jobEvent.Id))).Html);
        Assert.Contains(releases[1].Chiffre, (await browser.GetAsync(EmployerLinks.Talks(jobEvent.Id))).Html);

        // A company at the same event without talks, one that is not admitted, and nobody at all.
        var beside = await _portal.Database.OrganisationAsync(o => o.Kind = OrganisationKind.Employer);
        await _portal.Database.SaveAsync(new ExpectedEmployer { JobEventId = jobEvent.Id, OrganisationId = beside.Id, VouchedAt = Given.Start });
        var (elsewhere, _, _) = await EmployerFair.OpenAsync(_portal, 0);
        foreach (var (foreign, said) in new[] { (beside.Id, EmployerTexts.NoTalks), (elsewhere.Id, EmployerTexts.NotOpen) })
        {
            using var other = await EmployerFair.SignInAsync(_portal, foreign);
            var seen = await other.GetAsync(EmployerLinks.Talks(jobEvent.Id));
            Assert.Contains(said, seen.Text);
            Assert.DoesNotContain(releases[1].Chiffre, seen.Html);
            Assert.DoesNotContain(EmployerLinks.Talks(jobEvent.Id), (await other.GetAsync(EmployerLinks.Event(jobEvent.Id))).Html);
        }

        using var anonymous = _portal.Browser();
        Assert.DoesNotContain(releases[1].Chiffre, (await anonymous.GetAsync(EmployerLinks.Talks(jobEvent.Id))).Html);
    }

    [Fact]
    public async Task CaseManager_ReadsOwnPeoplesTalks_AndAnotherHouseNothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (jobEvent, releases, _) = await WorldAsync(database);

        await using var own = new PageContext(database, TestUser.CaseManager(jobEvent.OrganisationId));
        var list = own.Render<OurTalksPage>(page => page.Add(x => x.Id, jobEvent.Id.Value));
        list.WaitForAssertion(() => Assert.Contains(Family, list.Markup, StringComparison.Ordinal));
        Assert.Contains(releases[0].Chiffre, list.Markup);
        Assert.Contains(TalksTexts.TellThem, list.Markup);
        var person = own.Render<PersonTalks>(part => part.Add(x => x.Person, releases[0].ParticipantId));
        person.WaitForAssertion(() => Assert.Contains("Betrieb Nord", person.Markup, StringComparison.Ordinal));

        await using var foreign = new PageContext(database, TestUser.CaseManager((await database.OrganisationAsync()).Id));
        var nothing = foreign.Render<OurTalksPage>(page => page.Add(x => x.Id, jobEvent.Id.Value));
        nothing.WaitForState(() => !nothing.Markup.Contains(ShellTexts.Loading, StringComparison.Ordinal));
        Assert.All([Family, releases[0].Chiffre, "Betrieb Nord"], word => Assert.DoesNotContain(word, nothing.Markup));
        Assert.DoesNotContain("Betrieb Nord", foreign.Render<PersonTalks>(part => part.Add(x => x.Person, releases[0].ParticipantId)).Markup);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Interpreter_ReadsOwnTalks_WithAFirstNameOnlyByConsent(bool consented)
    {
        await using var database = await TestDatabase.CreateAsync();
        var (jobEvent, releases, interpreter) = await WorldAsync(database);
        if (consented)
        {
            await database.SaveAsync(new Consent
            {
                ParticipantId = releases[0].ParticipantId, OrganisationId = jobEvent.OrganisationId, Purpose = ConsentPurpose.PassToInterpreter, GivenOn = jobEvent.Date, ValidUntil = jobEvent.Date.AddYears(1),
                RecordedAt = Given.Start, RecordedBy = UserId.New(),
            });
        }

        await using var own = new PageContext(database, TestUser.With(jobEvent.OrganisationId, Role.Interpreter) with { Id = interpreter });
        var page = own.Render<MyAssignmentsPage>();
        page.WaitForAssertion(() => Assert.Contains(InterpretersTexts.MyTalks, page.Markup, StringComparison.Ordinal));
        Assert.Equal((consented, !consented), (page.Markup.Contains("Amina", StringComparison.Ordinal), page.Markup.Contains(releases[0].Chiffre, StringComparison.Ordinal)));
        Assert.DoesNotContain(Family, page.Markup);

        await using var other = new PageContext(database, TestUser.With(jobEvent.OrganisationId, Role.Interpreter));
        Assert.DoesNotContain(InterpretersTexts.MyTalks, other.Render<MyAssignmentsPage>().Markup);
    }

    private static async Task<(JobEvent Event, IReadOnlyList<ProfileRelease> Releases, UserId Interpreter)> WorldAsync(TestDatabase database)
    {
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id, e => e.Date = TimeProvider.System.Today());
        var company = await database.OrganisationAsync(o => (o.Kind, o.Name) = (OrganisationKind.Employer, "Betrieb Nord"));
        var releases = await database.ReleasesAsync(jobEvent, 1);
        var user = UserId.New();
        var interpreter = await database.SaveAsync(new Interpreter { OrganisationId = organisation.Id, DisplayName = "Stimme", UserId = user, Languages = [new InterpreterLanguage { Code = "ara" }] });
        await database.SaveAsync(new InterpreterAssignment
        {
            OrganisationId = organisation.Id, JobEventId = jobEvent.Id, InterpreterId = interpreter.Id, Language = "ara", Day = jobEvent.Date, StartsAt = new TimeOnly(9, 0), EndsAt = new TimeOnly(12, 0),
            State = AssignmentState.Confirmed,
        });
        await PublishAsync(database, jobEvent, company.Id, releases, interpreter.Id);
        return (jobEvent, releases, user);
    }

    private static async Task PublishAsync(
        IDbContextFactory<AppDbContext> database, JobEvent jobEvent, OrganisationId employer, IReadOnlyList<ProfileRelease> releases, InterpreterId? interpreter = null)
    {
        var schedule = new TalkSchedule { JobEventId = jobEvent.Id, Number = 1, State = TalkScheduleState.Published, PublishedFor = jobEvent.Id, MadeAt = Given.Start, PublishedAt = Given.Start, MadeBy = UserId.New() };
        foreach (var (i, release) in releases.Index())
        {
            var registration = await database.SaveAsync(new Registration
            {
                JobEventId = jobEvent.Id, ParticipantId = release.ParticipantId, OrganisationId = release.OrganisationId, State = RegistrationState.Accepted, RegisteredAt = Given.Start, ChangedAt = Given.Start,
            });
            schedule.Talks.Add(new ScheduledTalk
            {
                ScheduleId = schedule.Id, JobEventId = jobEvent.Id, RegistrationId = registration.Id, EmployerId = employer, StartsAt = new TimeOnly(10, i * 20), EndsAt = new TimeOnly(10, (i * 20) + 15),
                InterpreterId = interpreter, Language = interpreter is null ? "" : "ara",
            });
        }

        await database.SaveAsync(schedule);
    }

    private static async Task WithdrawAsync(IDbContextFactory<AppDbContext> database, ProfileRelease release)
    {
        await using var db = await database.CreateDbContextAsync();
        var id = release.ConsentId;
        await db.Consents.Where(consent => consent.Id == id).ExecuteUpdateAsync(set => set.SetProperty(consent => consent.WithdrawnAt, Given.Start));
    }
}
