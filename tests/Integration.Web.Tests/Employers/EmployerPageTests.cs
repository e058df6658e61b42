using Bunit;
using Integration.Access;
using Integration.Common;
using Integration.Employers;
using Integration.Events;
using Integration.Organisations;
using Integration.Testing;
using Integration.Web.Employers;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Tests.Employers;

public sealed class EmployerPageTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Organisation _own = null!;
    private Organisation _company = null!;
    private Organisation _agency = null!;
    private JobOffer _offer = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _own = await _database.OrganisationAsync();
        _company = await _database.OrganisationAsync(o => (o.Kind, o.Name, o.Sites) = (OrganisationKind.Employer, "Metallbau Nord", [new Site { Name = "Werk", PostalCode = "49733", Town = "Haren (Ems)" }]));
        _agency = await _database.OrganisationAsync(o => (o.Kind, o.Name) = (OrganisationKind.TemporaryWorkAgency, "Zeitwerk"));
        await _database.JobEventAsync(_own.Id, e => e.Employers = [new ExpectedEmployer { OrganisationId = _company.Id }]);
        await _database.SaveAsync(new EmployerFile { OrganisationId = _company.Id, Industry = "C", IndustryVersion = "WZ2008", OpenForBeginners = true, LeastGerman = LanguageLevel.A2 });
        _offer = await _database.SaveAsync(new JobOffer { EmployerId = _company.Id, Title = "Helfer/in in der Montage", OccupationGroup = "24", WorkForm = "HELFER", Places = 3, Town = "Haren (Ems)", ByBusFrom = new TimeOnly(6, 5) });
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task List_IsNarrowedByTheAddress_AndMarksAgencies()
    {
        await using var context = For(Role.CaseManager);
        var page = context.Open<EmployerListPage>(Links.Employers);
        page.WaitForElement("tbody tr");
        Assert.Equal(2, page.FindAll("tbody tr").Count);
        Assert.Contains(EventsTexts.TemporaryWork, page.FindAll("tbody tr").Single(row => row.TextContent.Contains("Zeitwerk", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);

        var narrowed = context.Open<EmployerListPage>(Links.EmployerList(new EmployerFilter { Beginners = true, German = LanguageLevel.A2, Industry = "C", WithOffers = true, Text = "haren" }));
        narrowed.WaitForElement("tbody tr");
        Assert.Contains("Metallbau Nord", Assert.Single(narrowed.FindAll("tbody tr")).TextContent, StringComparison.Ordinal);
        context.Open<EmployerListPage>(Links.EmployerList(new EmployerFilter { German = LanguageLevel.A1 })).WaitForElement(".empty");
    }

    [Fact]
    public async Task EmployerService_EntersAnOffer_AndFillsIt()
    {
        await using var context = For(Role.EmployerService);
        var page = context.Render<EmployerPage>(p => p.Add(x => x.Id, _company.Id.Value));
        await page.WaitForElement(".page-head .button.primary").ClickAsync(new());
        Assert.Equal("Haren (Ems)", page.Find("[name=Town]").GetAttribute("value"));
        Assert.DoesNotContain(page.FindAll("[name=LeastGerman] option"), option => option.GetAttribute("value") == nameof(LanguageLevel.Native));
        Assert.DoesNotContain(page.FindAll("[name=WorkForm] option"), option => option.GetAttribute("value") is "AGH" or "SELBST" or "ZEITARBEIT");

        await page.Find("form.panel").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("true", page.Find("[name=Title]").GetAttribute("aria-invalid")));
        await page.Find("[name=Title]").ChangeAsync(new ChangeEventArgs { Value = "Schweißer/in" });
        await page.Find("[name=OccupationGroup]").ChangeAsync(new ChangeEventArgs { Value = "24" });
        await page.Find("[name=WorkForm]").ChangeAsync(new ChangeEventArgs { Value = "FACHKRAFT" });
        await page.Find("form.panel").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));

        await page.FindAll("tbody button").First(button => button.TextContent == EmployersTexts.Fill).ClickAsync(new());
        await using var db = _database.CreateDbContext();
        page.WaitForAssertion(() => Assert.Contains(OfferState.Filled.Label(), page.Find("[role=status] .tag").TextContent, StringComparison.Ordinal));
        Assert.Equal(1, await db.JobOffers.CountAsync(offer => offer.State == OfferState.Filled, Xunit.TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(Role.CaseManager)]
    [InlineData(Role.Organiser)]
    public async Task Reader_ChangesNothing(Role role)
    {
        await using var context = For(role);
        var page = context.Render<EmployerPage>(p => p.Add(x => x.Id, _company.Id.Value));
        page.WaitForElement("tbody tr");
        Assert.Empty(page.FindAll("button"));
        Assert.Equal(role == Role.CaseManager, page.FindAll($"a[href='{Links.OfferFit(_offer.Id)}']").Count == 1);
    }

    [Fact]
    public async Task File_IsWrittenWithContacts()
    {
        await using var context = For(Role.EmployerService);
        var page = context.Render<EmployerPage>(p => p.Add(x => x.Id, _agency.Id.Value));
        await page.WaitForElement(".page-head .button:not(.primary)").ClickAsync(new());
        await page.FindAll("form.panel .button.small").Single().ClickAsync(new());
        await page.Find("[name='Contacts[0].Name']").ChangeAsync(new ChangeEventArgs { Value = "Imke Deters" });
        await page.Find("[name='Contacts[0].Phone']").ChangeAsync(new ChangeEventArgs { Value = "040 66969 300" });
        await page.Find("[name=Buddy]").ChangeAsync(new ChangeEventArgs { Value = true });
        await page.Find("form.panel").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("tel:04066969300", page.Find("a[href^=tel]").GetAttribute("href")));
        Assert.Contains(EmployersTexts.Buddy, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PersonsOffers_SayWhy()
    {
        var person = await _database.ParticipantAsync(_own.Id, p => p.Wishes = [new() { OccupationGroup = "24", Wording = "Schweißer/in" }]);
        await using var context = For(Role.CaseManager);
        var page = context.Render<PersonOffersPage>(p => p.Add(x => x.Id, person.Id.Value));
        page.WaitForElement("tbody tr");
        Assert.Contains(_offer.Title, page.Markup, StringComparison.Ordinal);
        Assert.Equal(7, page.FindAll(".fit-parts li").Count);
        Assert.Contains("06:05", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains("Gleiche Berufsgruppe", page.Find(".fit-parts li").TextContent, StringComparison.Ordinal);
    }

    private PageContext For(Role role) => new(_database, TestUser.With(_own.Id, role));
}
