using System.Net;
using Integration.Access;
using Integration.Common;
using Integration.Data.Demo;
using Integration.Employers;
using Integration.Events;
using Integration.Organisations;
using Integration.Testing;
using Integration.Web.Employer;
using Integration.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Tests.Employer;

/// <summary>A company enters its offers itself, on pages without scripts.</summary>
public sealed class OwnOffersTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private readonly TestPortal _portal = fixture.Portal;

    [Fact]
    public async Task Contact_EntersAnOffer_ChangesIt_AndFillsIt()
    {
        var company = await CompanyAsync();
        using var browser = await SignInAsync(company.Id);
        Assert.Contains(EmployerLinks.Offers, (await browser.GetAsync(EmployerLinks.Start)).Html);
        Assert.Contains("value=\"Haren (Ems)\"", (await browser.GetAsync(EmployerLinks.NewOffer)).Html);

        var wrong = await browser.SubmitAsync(EmployerLinks.NewOffer, "offer", Fields("Näher/in", places: "viele"));
        Assert.Equal(HttpStatusCode.OK, wrong.Status);
        Assert.Contains("aria-invalid=\"true\"", wrong.Html);
        Assert.Contains("value=\"Näher/in\"", WebUtility.HtmlDecode(wrong.Html));
        Assert.Empty(await OffersAsync(company.Id));

        Assert.Equal(EmployerLinks.Offers, (await browser.SubmitAsync(EmployerLinks.NewOffer, "offer", Fields("Näher/in", places: "3"))).Location);
        var offer = Assert.Single(await OffersAsync(company.Id));
        Assert.Equal(("Näher/in", 3, "28", "HELFER", LanguageLevel.A2, "Haren (Ems)"), (offer.Title, offer.Places, offer.OccupationGroup, offer.WorkForm, offer.LeastGerman, offer.Town));
        Assert.Equal((new TimeOnly(6, 30), new TimeOnly(6, 5), new DateOnly(2030, 2, 1), "VZ"), (offer.BeginsAt, offer.ByBusFrom, offer.StartsOn, Assert.Single(offer.WorkTimes)));
        var list = await browser.GetAsync(EmployerLinks.Offers);
        Assert.Contains("06:05", list.Text);

        Assert.Equal(EmployerLinks.Offers, (await browser.SubmitAsync(EmployerLinks.Offer(offer.Id), "offer", Fields("Näher/in", places: "5"))).Location);
        Assert.Equal(EmployerLinks.Offers, (await browser.SubmitAsync(EmployerLinks.Offers, "step", ("Step", $"{offer.Id}/{OfferState.Filled}"))).Location);
        Assert.Equal((5, OfferState.Filled), Assert.Single((await OffersAsync(company.Id)).Select(o => (o.Places, o.State))));
    }

    [Fact]
    public async Task AnotherCompanysOffer_IsAsUnknownAsNone()
    {
        var (own, other) = (await CompanyAsync(), await CompanyAsync());
        var foreign = await _portal.Database.SaveAsync(new JobOffer { EmployerId = other.Id, Title = "Geheimes Angebot", OccupationGroup = "24", WorkForm = "HELFER", Town = "Haren (Ems)" });
        using var browser = await SignInAsync(own.Id);
        var seen = await browser.GetAsync(EmployerLinks.Offer(foreign.Id));
        var nothing = await browser.GetAsync(EmployerLinks.Offer(JobOfferId.New()));
        Assert.Equal(nothing.Text, seen.Text);
        Assert.DoesNotContain("<form method=\"post\" class=\"offer\"", seen.Html);
        Assert.DoesNotContain("Geheimes", (await browser.GetAsync(EmployerLinks.Offers)).Html);

        await browser.SubmitAsync(EmployerLinks.NewOffer, "offer", Fields("Eigenes", places: "1"));
        var step = await browser.SubmitAsync(EmployerLinks.Offers, "step", ("Step", $"{foreign.Id}/{OfferState.Withdrawn}"));
        Assert.Equal("", step.Location);
        Assert.Equal(OfferState.Open, Assert.Single(await OffersAsync(other.Id)).State);
    }

    [Fact]
    public async Task OffersOfLastTime_AreTakenOver_Once()
    {
        var company = await CompanyAsync();
        var lead = (await _portal.UserAsync(Role.CaseManager)).OrganisationId;
        var before = await EventAsync(-100);
        var coming = await EventAsync(20);
        await _portal.Database.SaveAsync(new JobOffer { EmployerId = company.Id, JobEventId = before.Id, Title = "Wie immer", OccupationGroup = "24", WorkForm = "HELFER", Town = "Haren (Ems)" });
        using var browser = await SignInAsync(company.Id);
        Assert.Equal(EmployerLinks.Offers, (await browser.SubmitAsync(EmployerLinks.Offers, "copy", ("CopyTo", coming.Id.ToString()))).Location);
        Assert.Equal(2, (await OffersAsync(company.Id)).Count);
        var again = await browser.SubmitAsync(EmployerLinks.Offers, "copy", ("CopyTo", coming.Id.ToString()));
        Assert.Contains("role=\"alert\"", again.Html);
        Assert.Equal(2, (await OffersAsync(company.Id)).Count);

        Task<JobEvent> EventAsync(int days) => _portal.Database.JobEventAsync(lead, e =>
        {
            e.Date = TimeProvider.System.Today().AddDays(days);
            e.Employers.Add(new ExpectedEmployer { JobEventId = e.Id, OrganisationId = company.Id, VouchedAt = Given.Start });
        });
    }

    [Fact]
    public async Task Staff_HaveNoPageHere()
    {
        using var staff = await _portal.SignInAsync(Role.EmployerService);
        foreach (var address in new[] { EmployerLinks.Offers, EmployerLinks.NewOffer })
        {
            Assert.DoesNotContain(EmployersTexts.OfferTitleHint, (await staff.GetAsync(address)).Text);
        }
    }

    private static (string, string)[] Fields(string title, string places) =>
    [
        ("Title", title), ("OccupationGroup", "28"), ("WorkForm", "HELFER"), ("Places", places), ("LeastGerman", "A2"), ("WeeklyHours", "38"), ("StartsOn", "2030-02-01"), ("BeginsAt", "06:30"),
        ("ByBusFrom", "06:05"), ("PostalCode", "49733"), ("Town", "Haren (Ems)"), ("WorkTimes", "VZ"), ("JobEventId", ""),
    ];

    private Task<Organisation> CompanyAsync() => _portal.Database.OrganisationAsync(o =>
        (o.Kind, o.Sites) = (OrganisationKind.Employer, [new Site { Name = "Werk", PostalCode = "49733", Town = "Haren (Ems)" }]));

    private async Task<List<JobOffer>> OffersAsync(OrganisationId company)
    {
        await using var db = await _portal.Database.CreateDbContextAsync();
        return await db.JobOffers.AsNoTracking().Where(offer => offer.EmployerId == company).ToListAsync();
    }

    private async Task<TestBrowser> SignInAsync(OrganisationId company)
    {
        var email = $"angebote-{company}@demo.example";
        await _portal.Database.SaveAsync(DemoUsers.Make(company, new DemoUsers.SignIn(email, "Heike Rolfes", Role.EmployerContact)));
        var browser = _portal.Browser();
        await browser.SignInAsync(email, DemoUsers.Password);
        return browser;
    }
}
