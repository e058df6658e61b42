using Bunit;
using Integration.Access;
using Integration.Common;
using Integration.Events;
using Integration.Organisations;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Talks;
using Integration.Testing;
using Integration.Web.Outcomes;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Tests.Outcomes;

public sealed class OutcomePagesTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Organisation _own = null!;
    private JobEvent _event = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _own = await _database.OrganisationAsync();
        var employer = await _database.OrganisationAsync(o => (o.Name, o.Kind, o.ContactPhone) = ("Kolonne Nord", OrganisationKind.Employer, "05932 77"));
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        _event = await _database.JobEventAsync(_own.Id, e => (e.Date, e.State, e.Employers) = (today.AddDays(-12), JobEventState.Closed, [new ExpectedEmployer { OrganisationId = employer.Id }]));
        var person = await _database.ParticipantAsync(_own.Id, p => (p.FamilyName, p.GivenName) = ("Wunderlich", "Leyla"));
        var release = await ReleaseAsync(person);
        var contact = Contact.Of(release, employer.Id);
        contact.EmployerInterestAt = Given.Start;
        await _database.SaveAsync(contact);
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task OneTap_Records_AndUndoTakesItBack()
    {
        await using var context = new PageContext(_database, TestUser.With(_own.Id, Role.EmployerService));
        var page = context.Render<CallListPage>(p => p.Add(x => x.Id, _event.Id.Value));
        page.WaitForAssertion(() => Assert.Contains("tel:0593277", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Wunderlich", page.Markup, StringComparison.Ordinal);

        var interview = page.FindAll("button").Single(button => button.TextContent.Trim() == "Vorstellungsgespräch vereinbart");
        interview.Click();
        page.WaitForAssertion(() => Assert.Contains(OutcomesTexts.Undo, page.Markup, StringComparison.Ordinal));
        page.FindAll("button").Single(button => button.TextContent.Trim() == OutcomesTexts.Undo).Click();
        page.WaitForAssertion(() => Assert.Contains(OutcomesTexts.Undone, page.Markup, StringComparison.Ordinal));
        await using var db = _database.CreateDbContext();
        Assert.Equal(2, await db.OutcomeSteps.CountAsync(Xunit.TestContext.Current.CancellationToken));
        Assert.Equal("", (await db.Outcomes.SingleAsync(Xunit.TestContext.Current.CancellationToken)).Step);
    }

    [Fact]
    public async Task CaseManager_SeesThePersonOnTheBoard_TheServiceTheChiffre_TheOrganiserNumbersAlone()
    {
        async Task<string> ShownAsync(Role role)
        {
            await using var context = new PageContext(_database, TestUser.With(_own.Id, role));
            var page = context.Render<EventOutcomesPage>(p => p.Add(x => x.Id, _event.Id.Value));
            page.WaitForState(() => !page.Markup.Contains(ShellTexts.Loading, StringComparison.Ordinal));
            return page.Markup;
        }

        Assert.Contains("Wunderlich, Leyla", await ShownAsync(Role.CaseManager), StringComparison.Ordinal);
        var service = await ShownAsync(Role.EmployerService);
        Assert.Contains("EL-27-0001-K", service, StringComparison.Ordinal);
        Assert.DoesNotContain("Wunderlich", service, StringComparison.Ordinal);
        var organiser = await ShownAsync(Role.Organiser);
        Assert.Contains("&lt;3", organiser, StringComparison.Ordinal);
        Assert.DoesNotContain("EL-27-0001-K", organiser, StringComparison.Ordinal);
        Assert.DoesNotContain("Kolonne Nord", organiser, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mag_RecordedFromTheBoard_OpensTheTaskOnTheOwnBoard()
    {
        await using var context = new PageContext(_database, TestUser.CaseManager(_own.Id));
        var page = context.Render<EventOutcomesPage>(p => p.Add(x => x.Id, _event.Id.Value));
        page.WaitForElement("button.member").Click();
        page.WaitForElement("#f-step-Step").Change("MAG_ABSICHT");
        page.WaitForAssertion(() => Assert.Contains(OutcomesTexts.ApplyFirstHint, page.Markup, StringComparison.Ordinal));
        page.FindAll("form").First(form => form.QuerySelector("#f-step-Step") is not null).Submit();
        page.WaitForAssertion(() => Assert.Contains(Format.Fill(OutcomesTexts.Recorded, "MAG beabsichtigt"), page.Markup, StringComparison.Ordinal));

        await using var own = new PageContext(_database, TestUser.CaseManager(_own.Id));
        var board = own.Render<OwnOutcomesPage>();
        board.WaitForAssertion(() => Assert.Contains(OutcomesTexts.TasksHint, board.Markup, StringComparison.Ordinal));
        board.Find("ul.task-list input").Change(true);
        board.WaitForAssertion(() => Assert.Contains(OutcomesTexts.Done, board.Markup, StringComparison.Ordinal));
    }

    private async Task<ProfileRelease> ReleaseAsync(Participant person)
    {
        var content = new ProfileContent { Occupation = "Fliesenleger/in" };
        var profile = await _database.SaveAsync(new ShortProfile { ParticipantId = person.Id, OrganisationId = _own.Id, Content = content, Revision = 1, State = ProfileState.Checked, ChangedAt = Given.Start });
        var consent = await _database.SaveAsync(new Consent
        {
            ParticipantId = person.Id, OrganisationId = _own.Id, Purpose = ConsentPurpose.ProfileAtEvent, JobEventId = _event.Id, ProfileRevision = 1, GivenOn = _event.Date, ValidUntil = _event.Date.AddMonths(3),
            RecordedAt = Given.Start,
        });
        return await _database.SaveAsync(new ProfileRelease
        {
            ShortProfileId = profile.Id, ParticipantId = person.Id, OrganisationId = _own.Id, JobEventId = _event.Id, ConsentId = consent.Id, Chiffre = "EL-27-0001-K", Token = "tokenaaaaaaaaaaaaaaaaaaaaa",
            Content = content, Revision = 1, ReleasedAt = Given.Start, ValidUntil = _event.Date.AddMonths(3),
        });
    }
}
