using Bunit;
using Integration.Access;
using Integration.Common;
using Integration.Employers;
using Integration.Events;
using Integration.Organisations;
using Integration.Profiles;
using Integration.Talks;
using Integration.Testing;
using Integration.Web.Employers;
using Integration.Web.Resources;
using Integration.Web.Talks;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Tests.Talks;

/// <summary>The employer service notes for a company what the company says at the stand.</summary>
public sealed class ServingTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Organisation _own = null!;
    private Organisation _company = null!;
    private JobEvent _event = null!;
    private JobOffer _offer = null!;
    private IReadOnlyList<ProfileRelease> _releases = [];

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _own = await _database.OrganisationAsync();
        _company = await _database.OrganisationAsync(o => (o.Kind, o.Name) = (OrganisationKind.Employer, "Metallbau Nord"));
        _event = await _database.JobEventAsync(_own.Id, e =>
        {
            e.Date = TimeProvider.System.Today();
            e.Employers.Add(new ExpectedEmployer { JobEventId = e.Id, OrganisationId = _company.Id, VouchedAt = Given.Start });
        });
        _releases = await _database.ReleasesAsync(_event, 2);
        _offer = await _database.SaveAsync(new JobOffer { EmployerId = _company.Id, JobEventId = _event.Id, Title = "Helfer/in", OccupationGroup = "24", WorkForm = "HELFER", Town = "Haren (Ems)" });
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task FromTheFit_InterestThenRequestThenTalk()
    {
        await using var context = await ForAsync(Role.EmployerService);
        var page = context.Render<OfferFitPage>(p => p.Add(x => x.Id, _offer.Id.Value));
        page.WaitForElement(".serve");
        Assert.Equal(2, page.FindAll(".serve button").Count);
        await Press(TalksTexts.ServeWant);
        page.WaitForAssertion(() => Assert.Contains(TalksTexts.EmployerInterested, page.Find(".serve .tag").TextContent, StringComparison.Ordinal));
        await Press(TalksTexts.ServeRequest);
        page.WaitForAssertion(() => Assert.Contains(ContactState.Requested.Label(), page.Find(".serve .tag").TextContent, StringComparison.Ordinal));
        await Press(TalksTexts.ServeTalk);
        page.WaitForAssertion(() => Assert.Contains(TalksTexts.Talked, page.Markup, StringComparison.Ordinal));

        var contact = await ContactAsync();
        Assert.Equal((_company.Id, ContactState.Requested), (contact.EmployerId, contact.State));
        Assert.NotNull(contact.TalkedAt);

        Task Press(string verb) => page.FindAll(".serve button").First(button => button.TextContent == verb).ClickAsync(new());
    }

    [Fact]
    public async Task CaseManager_HasNoButtonForACompany()
    {
        await using var context = await ForAsync(Role.CaseManager);
        var page = context.Render<OfferFitPage>(p => p.Add(x => x.Id, _offer.Id.Value));
        page.WaitForElement("tbody tr");
        Assert.Empty(page.FindAll(".serve"));
        Assert.DoesNotContain(EmployersTexts.ServeClosed, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AtTheStand_ByChiffre_AndAWrongOneIsSaidBesideTheField()
    {
        await using var context = await ForAsync(Role.EmployerService);
        var page = context.Render<EventContactsPage>(p => p.Add(x => x.Id, _event.Id.Value));
        await page.WaitForElement("[name=Employer]").ChangeAsync(new ChangeEventArgs { Value = _company.Id.ToString() });
        await page.Find("[name=Chiffre]").ChangeAsync(new ChangeEventArgs { Value = "EL-26-0000-0" });
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("true", page.Find("[name=Chiffre]").GetAttribute("aria-invalid")));

        await page.Find("[name=Chiffre]").ChangeAsync(new ChangeEventArgs { Value = _releases[1].Chiffre.ToLowerInvariant() });
        await page.Find("[name=Act]").ChangeAsync(new ChangeEventArgs { Value = nameof(ServiceAct.Request) });
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Metallbau Nord", page.Find(".notice.good").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains(_releases[1].Chiffre, page.Find("tbody").TextContent, StringComparison.Ordinal));
        var contact = await ContactAsync();
        Assert.Equal((_releases[1].Id, ContactState.Requested), (contact.ReleaseId, contact.State));
        Assert.Equal("", page.Find("[name=Chiffre]").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Organiser_ReadsNumbersAndNotesNothing()
    {
        await using var context = await ForAsync(Role.Organiser);
        var page = context.Render<EventContactsPage>(p => p.Add(x => x.Id, _event.Id.Value));
        page.WaitForElement("#numbers");
        Assert.Empty(page.FindAll("form"));
    }

    private async Task<PageContext> ForAsync(Role role) => new(_database, (await _database.UserAsync(_own.Id, role)).Asking());

    private async Task<Contact> ContactAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.Contacts.SingleAsync();
    }
}
