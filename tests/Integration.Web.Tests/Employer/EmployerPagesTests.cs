using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Integration.Access;
using Integration.Common;
using Integration.EmployerAccess;
using Integration.Events;
using Integration.Organisations;
using Integration.Profiles;
using Integration.Testing;
using Integration.Web.Employer;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Tests.Employer;

public sealed partial class EmployerPagesTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const int LargestPage = 60_000;

    private readonly TestPortal _portal = fixture.Portal;

    [Fact]
    public async Task Contact_ComesToTheirEvents_LooksThrough_AndOpensAProfile()
    {
        var (company, jobEvent, releases) = await FairAsync(3);
        using var browser = await SignInAsync(company.Id);
        var start = await browser.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, start.Status);
        Assert.Contains(EmployerLinks.Event(jobEvent.Id), start.Html);

        var list = await browser.GetAsync(EmployerLinks.Event(jobEvent.Id));
        Assert.All(releases, release => Assert.Contains(release.Chiffre, list.Text));
        var one = await browser.GetAsync(EmployerLinks.Profile(releases[0].Token));
        Assert.Contains(releases[0].Chiffre, one.Text);
        Assert.DoesNotContain("Kanarienvogel", one.Html);
        Assert.DoesNotContain("05931 999", one.Html);
        await using var db = await _portal.Database.CreateDbContextAsync();
        Assert.Equal(company.Id, (await db.ProfileViews.SingleAsync(view => view.ReleaseId == releases[0].Id)).EmployerId);
    }

    [Fact]
    public async Task KeepingNotingAndWanting_RedirectEachTime_AndStayAfterReload()
    {
        var (company, jobEvent, releases) = await FairAsync(2);
        using var browser = await SignInAsync(company.Id);
        var address = EmployerLinks.Profile(releases[0].Token);
        Assert.Equal(address, (await browser.SubmitAsync(address, "act", ("Act", "keep"))).Location);
        Assert.Equal(address, (await browser.SubmitAsync(address, "remark", ("Remark", "ruft am Freitag an"))).Location);
        Assert.Equal(address, (await browser.SubmitAsync(address, "act", ("Act", "want"))).Location);
        Assert.Equal(address, (await browser.SubmitAsync(address, "act", ("Act", "request"))).Location);

        var page = await browser.GetAsync(address);
        Assert.Contains("ruft am Freitag an", page.Html);
        Assert.Contains(Resources.EmployerTexts.StateRequestedText, page.Text);
        Assert.Contains(releases[0].Chiffre, (await browser.GetAsync(EmployerLinks.Contacts)).Text);
        var kept = await browser.GetAsync(EmployerLinks.Event(jobEvent.Id) + "?kept=1");
        Assert.Contains(releases[0].Token, kept.Html);
        Assert.DoesNotContain(releases[1].Token, kept.Html);
        var row = await browser.SubmitAsync(EmployerLinks.Event(jobEvent.Id), "keep", ("Keep", releases[1].Token));
        Assert.StartsWith(EmployerLinks.Event(jobEvent.Id), row.Location, StringComparison.Ordinal);
        var compare = await browser.GetAsync(EmployerLinks.Compare(jobEvent.Id, releases.Select(release => release.Token)));
        Assert.All(releases, release => Assert.Contains(release.Chiffre, compare.Text));
    }

    [Fact]
    public async Task SixHundredProfiles_StayUnderSixtyKilobytesAPage()
    {
        var (company, jobEvent, releases) = await FairAsync(600);
        await FillAsync(releases);
        using var browser = await SignInAsync(company.Id);
        var list = await browser.GetAsync(EmployerLinks.Event(jobEvent.Id));
        var linked = await SizeOfLinkedAsync(browser, list.Html);
        foreach (var address in new[]
        {
            EmployerLinks.Start, EmployerLinks.Event(jobEvent.Id), EmployerLinks.Event(jobEvent.Id) + "?page=12&group=51", EmployerLinks.Profile(releases[7].Token), EmployerLinks.Contacts,
            EmployerLinks.Offers, EmployerLinks.NewOffer,
            EmployerLinks.Compare(jobEvent.Id, releases.Take(4).Select(release => release.Token)),
        })
        {
            var bytes = Encoding.UTF8.GetByteCount((await browser.GetAsync(address)).Html);
            Assert.True(bytes + linked < LargestPage, $"{address}: {bytes} bytes and {linked} of what it links");
        }

        Assert.Equal(StandListState.PageSize, list.Html.Split("class=\"star\"").Length - 1);
    }

    [Fact]
    public async Task WithdrawnVoucher_ShutsTheNextRequest()
    {
        var (company, jobEvent, releases) = await FairAsync(1);
        using var browser = await SignInAsync(company.Id);
        Assert.Contains(releases[0].Chiffre, (await browser.GetAsync(EmployerLinks.Event(jobEvent.Id))).Text);
        var service = await _portal.FixedUserAsync(Role.EmployerService);
        Assert.True((await new VouchForEmployer(_portal.Database, service, TimeProvider.System).ExecuteAsync(jobEvent.Id, company.Id, vouch: false, default)).Done);

        Assert.Contains(Resources.EmployerTexts.NotOpen, (await browser.GetAsync(EmployerLinks.Event(jobEvent.Id))).Text);
        Assert.Contains(Resources.EmployerTexts.NothingHere, (await browser.GetAsync(EmployerLinks.Profile(releases[0].Token))).Text);
        Assert.DoesNotContain(jobEvent.Title, (await browser.GetAsync(EmployerLinks.Start)).Text);
    }

    /// <summary>Anonymous, staff and another company: the page behind a code has the same bytes whether somebody is behind it or not.</summary>
    [Fact]
    public async Task TokenOfAnotherAndOfNobody_HaveTheSameBytes()
    {
        var (_, jobEvent, releases) = await FairAsync(1);
        var (stranger, _, _) = await FairAsync(0);
        using var anonymous = _portal.Browser();
        using var staff = await _portal.SignInAsync(Role.CaseManager);
        using var foreign = await SignInAsync(stranger.Id);
        foreach (var browser in new[] { anonymous, staff, foreign })
        {
            var known = await browser.GetAsync(EmployerLinks.Profile(releases[0].Token));
            var unknown = await browser.GetAsync(EmployerLinks.Profile(OpaqueToken.Draw()));
            Assert.Equal(HttpStatusCode.OK, known.Status);
            Assert.Equal(unknown.Status, known.Status);
            Assert.Equal(Clean(unknown.Html), Clean(known.Html));
            Assert.DoesNotContain(releases[0].Chiffre, known.Html);
            Assert.Equal(HeadersOf(unknown), HeadersOf(known));
        }

        var list = await foreign.GetAsync(EmployerLinks.Event(jobEvent.Id));
        var nothing = await foreign.GetAsync(EmployerLinks.Event(JobEventId.New()));
        Assert.Equal(nothing.Status, list.Status);
        Assert.Contains(Resources.EmployerTexts.NotOpen, list.Text);
        Assert.Equal("", (await foreign.GetAsync($"/k?chiffre={releases[0].Chiffre}")).Location);
        Assert.Contains(Resources.EmployerTexts.NothingHere, (await foreign.GetAsync($"/k?chiffre={releases[0].Chiffre}")).Text);
        await using var db = await _portal.Database.CreateDbContextAsync();
        Assert.False(await db.ProfileViews.AnyAsync(view => view.ReleaseId == releases[0].Id));
    }

    [Fact]
    public async Task Chiffre_TypedByAContact_LeadsToTheProfile()
    {
        var (company, _, releases) = await FairAsync(1);
        using var browser = await SignInAsync(company.Id);
        Assert.Equal(EmployerLinks.Profile(releases[0].Token), (await browser.GetAsync("/k?chiffre=" + releases[0].Chiffre.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant())).Location);
    }

    [Fact]
    public async Task Answers_AreNeverKeptAndTellNobodyWhereTheReaderWas()
    {
        var (company, jobEvent, releases) = await FairAsync(1);
        using var browser = await SignInAsync(company.Id);
        foreach (var address in new[] { EmployerLinks.Start, EmployerLinks.Event(jobEvent.Id), EmployerLinks.Profile(releases[0].Token), EmployerLinks.Contacts, EmployerLinks.Ask })
        {
            var page = await browser.GetAsync(address);
            Assert.True(page.Headers.CacheControl?.NoStore, address);
            Assert.Equal("no-referrer", Assert.Single(page.Headers.GetValues("Referrer-Policy")));
            Assert.DoesNotContain("_framework", page.Html);
            Assert.DoesNotContain("MudBlazor", page.Html);
            Assert.DoesNotContain("http://", page.Html.Replace("http://www.w3.org", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Anonymous_IsLedThroughTheSignInBackToTheProfile()
    {
        var (_, _, releases) = await FairAsync(1);
        using var browser = _portal.Browser();
        var asked = await browser.GetAsync(EmployerLinks.Profile(releases[0].Token) + "?sign-in=1");
        Assert.Equal("/account/mail-code?returnUrl=" + Uri.EscapeDataString(EmployerLinks.Profile(releases[0].Token)), asked.Location);
    }

    // Twice as long as anything in the demo.
    private async Task FillAsync(IReadOnlyList<ProfileRelease> releases)
    {
        var ids = releases.Select(release => release.Id).ToList();
        await using var db = await _portal.Database.CreateDbContextAsync();
        foreach (var release in await db.ProfileReleases.Where(release => ids.Contains(release.Id)).ToListAsync())
        {
            release.Content = release.Content with
            {
                Occupation = "Anlagenmechaniker/in für Sanitär-, Heizungs- und Klimatechnik", Forms = ["HELFER", "FACHKRAFT", "OPRAKT", "EQ"],
                Start = "nach Ende des Berufssprachkurses (voraussichtlich 03/2027)", Area = "mittleres und nördliches Emsland, Grafschaft Bentheim",
                Strengths = [.. Enumerable.Range(0, ProfileContent.MaxStrengths).Select(i => new string('ä', ProfileContent.StrengthMaxLength))],
            };
        }

        await db.SaveChangesAsync();
    }

    private static string Clean(string html) => Sealed().Replace(html, sealedPart => new string('*', sealedPart.Length));

    private static string HeadersOf(TestPage page) =>
        string.Join('\n', page.Headers.Where(header => header.Key is not ("Date" or "Set-Cookie")).Select(header => header.Key + ": " + string.Join(',', header.Value)).Order(StringComparer.Ordinal));

    private static async Task<int> SizeOfLinkedAsync(TestBrowser browser, string html)
    {
        var total = 0;
        foreach (Match link in Linked().Matches(html))
        {
            var bytes = await browser.Client.GetByteArrayAsync("/" + WebUtility.HtmlDecode(link.Groups["address"].Value).TrimStart('/'));
            total += bytes.Length;
        }

        Assert.True(total > 0);
        return total;
    }

    private Task<(Organisation Company, JobEvent Event, IReadOnlyList<ProfileRelease> Releases)> FairAsync(int profiles) => EmployerFair.OpenAsync(_portal, profiles);

    private Task<TestBrowser> SignInAsync(OrganisationId company) => EmployerFair.SignInAsync(_portal, company);

    // Sealed anew with every answer, and as long each time.
    [GeneratedRegex("CfDJ8[A-Za-z0-9_+/=-]+")]
    private static partial Regex Sealed();

    [GeneratedRegex("(<link[^>]* href|<script[^>]* src|<img[^>]* src)=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Linked();
}
