using System.Net;
using System.Text.RegularExpressions;
using Integration.Access;
using Integration.EmployerAccess;
using Integration.Events;
using Integration.Testing;
using Integration.Web.Employer;
using Integration.Web.Resources;
using Integration.Web.Shared;

namespace Integration.Web.Tests.Employer;

/// <summary>The list under a thumb: leafing, filters, and pages left open for too long.</summary>
public sealed partial class StandListTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private readonly TestPortal _portal = fixture.Portal;

    [Fact]
    public async Task ProfileFromAList_LeafsThroughThatList_AndLeadsBackToItsRow()
    {
        var (company, jobEvent, releases) = await EmployerFair.OpenAsync(_portal, 12);
        using var browser = await EmployerFair.SignInAsync(_portal, company.Id);
        var links = Profiles().Matches((await browser.GetAsync(EmployerLinks.Event(jobEvent.Id) + "?german=B1")).Html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToList();
        Assert.InRange(links.Count, 3, releases.Count - 1);

        var second = await browser.GetAsync(links[1]);
        Assert.Equal(links[0], WebUtility.HtmlDecode(Rel("prev").Match(second.Html).Groups[1].Value));
        Assert.Equal(links[2], WebUtility.HtmlDecode(Rel("next").Match(second.Html).Groups[1].Value));
        Assert.Contains(Format.Fill(EmployerTexts.PlaceOf, 2, links.Count), second.Text);
        var chiffre = releases.Single(release => links[1].Contains(release.Token, StringComparison.Ordinal)).Chiffre;
        Assert.Contains($"href=\"{EmployerLinks.Event(jobEvent.Id)}?german=B1#{chiffre}\"", second.Html);
        Assert.DoesNotMatch(Rel("prev"), (await browser.GetAsync(links[0])).Html);
        Assert.DoesNotMatch(Rel("next"), (await browser.GetAsync(links[^1])).Html);

        // Behind a scanned code there is no list to leaf through.
        Assert.DoesNotMatch(Rel("next"), (await browser.GetAsync(EmployerLinks.Profile(releases[0].Token))).Html);
        Assert.Equal(links[1], (await browser.SubmitAsync(links[1], "act", ("Act", "keep"))).Location);
    }

    [Fact]
    public async Task Filters_AreSaidInWords_TakenOutOneByOne_AndNothingFoundSaysWhatToDo()
    {
        var (company, jobEvent, _) = await EmployerFair.OpenAsync(_portal, 12);
        using var browser = await EmployerFair.SignInAsync(_portal, company.Id);
        var address = EmployerLinks.Event(jobEvent.Id);
        var page = await browser.GetAsync(address + "?german=C1&licence=C");
        Assert.Contains(EmployerTexts.NothingFits, page.Text);
        Assert.Contains("<details class=\"filters\" open", page.Html);
        Assert.Contains($"href=\"{address}?german=C1\"", page.Html);
        Assert.Contains($"href=\"{address}?licence=C\"", page.Html);
        Assert.DoesNotContain("<details class=\"filters\" open", (await browser.GetAsync(address + "?german=B1")).Html);
        Assert.Equal(address + "?german=B1", (await browser.GetAsync(address + "?german=B1&page=77")).Location);

        var (nobody, empty, _) = await EmployerFair.OpenAsync(_portal, 0);
        using var early = await EmployerFair.SignInAsync(_portal, nobody.Id);
        Assert.Contains(EmployerTexts.NoProfiles, (await early.GetAsync(EmployerLinks.Event(empty.Id))).Text);
    }

    [Fact]
    public async Task FormOfAPageLeftOpen_LeadsToWhatHoldsNow()
    {
        var (company, jobEvent, releases) = await EmployerFair.OpenAsync(_portal, 1);
        using var browser = await EmployerFair.SignInAsync(_portal, company.Id);
        var (profile, list) = (EmployerLinks.Profile(releases[0].Token), EmployerLinks.Event(jobEvent.Id));
        var act = (await browser.GetAsync(profile)).Form("act");
        var keep = (await browser.GetAsync(list)).Form("keep");
        using var colleague = await EmployerFair.SignInAsync(_portal, company.Id);
        Assert.Equal((HttpStatusCode.SeeOther, profile), await AnswerAsync(colleague, profile, act, ("Act", "keep")));

        var service = await _portal.FixedUserAsync(Role.EmployerService);
        Assert.True((await new VouchForEmployer(_portal.Database, service, TimeProvider.System).ExecuteAsync(jobEvent.Id, company.Id, vouch: false, default)).Done);
        Assert.Equal((HttpStatusCode.SeeOther, profile), await AnswerAsync(browser, profile, act, ("Act", "request")));
        Assert.Equal((HttpStatusCode.SeeOther, list), await AnswerAsync(browser, list, keep, ("Keep", releases[0].Token)));
        Assert.Contains(EmployerTexts.NothingHere, (await browser.GetAsync(profile)).Text);

        using var signedOut = _portal.Browser();
        var asked = await signedOut.PostAsync(list, keep, ("Keep", releases[0].Token));
        Assert.Equal("/account/mail-code?returnUrl=" + Uri.EscapeDataString(list), asked.Location);
    }

    [Fact]
    public async Task TooManySheetsOrCodes_AreTurnedAwayWithASentence()
    {
        await using var portal = await TestPortal.StartAsync(["--SignIn:SheetsPerMinute", "2", "--SignIn:CodesPerMinute", "2"]);
        using var browser = portal.Browser();
        foreach (var token in new[] { "a", "b" })
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(EmployerLinks.Profile(token))).Status);
        }

        var busy = await browser.GetAsync(EmployerLinks.Profile("canary"));
        Assert.Equal(HttpStatusCode.TooManyRequests, busy.Status);
        Assert.Contains(EmployerTexts.BusyText, busy.Text);
        Assert.DoesNotContain("canary", busy.Html);
        Assert.Equal(TimeSpan.FromMinutes(1), busy.Headers.RetryAfter?.Delta);

        const string address = "/account/mail-code?returnUrl=%2Fk%2Fabc";
        var form = (await browser.GetAsync(address)).Form("mail-code-send");
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal("/account/mail-code?sent=true&returnUrl=%2Fk%2Fabc", (await browser.PostAsync(address, form, ("Address.Email", "niemand@demo.example"))).Location);
        }

        var refused = await browser.PostAsync(address, form, ("Address.Email", "niemand@demo.example"));
        Assert.Equal(address + "&busy=true", refused.Location);
        Assert.Contains(AccountTexts.TooManyAttempts, (await browser.GetAsync(refused.Location)).Text);
    }

    private static async Task<(HttpStatusCode, string)> AnswerAsync(TestBrowser browser, string address, IReadOnlyDictionary<string, string> form, (string, string) field)
    {
        var page = await browser.PostAsync(address, form, field);
        return (page.Status, page.Location);
    }

    private static Regex Rel(string rel) => new($"rel=\"{rel}\" href=\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex("<li id=\"[^\"]+\">\\s*<a href=\"([^\"]+)\"")]
    private static partial Regex Profiles();
}
