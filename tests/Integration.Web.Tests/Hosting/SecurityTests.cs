using System.Net;
using System.Text.RegularExpressions;
using Integration.Access;
using Integration.Data.Demo;
using Integration.Testing;

namespace Integration.Web.Tests.Hosting;

public sealed partial class SecurityTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static readonly string[] Plain =
    [
        "/account/sign-in", "/account/forgotten-password", "/account/reset-password", "/account/invitation", "/account/first-setup", "/not-found", "/error",
    ];

    private static readonly string[] Own = ["/account", "/account/password", "/account/two-step", "/account/passkeys"];

    private readonly TestPortal _portal = fixture.Portal;

    [Fact]
    public async Task PlainPages_AllowNoInlineScriptOrStyleAndNameNobodyElse()
    {
        using var browser = await _portal.SignInAsync(Role.CaseManager);
        foreach (var path in Plain.Concat(Own))
        {
            var page = await browser.GetAsync(path);
            var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy);
            Assert.DoesNotContain("unsafe", policy);
            Assert.DoesNotMatch(ThirdParty(), page.Html);
            Assert.DoesNotMatch(Inline(), page.Html);
            Assert.Equal("nosniff", Assert.Single(page.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-store", page.Headers.CacheControl?.ToString());
        }
    }

    [Fact]
    public async Task StaffPages_AllowInlineStylesOnly()
    {
        using var browser = await _portal.SignInAsync(Role.CaseManager);
        var page = await browser.GetAsync("/");
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self'; style-src 'self' 'unsafe-inline';", policy);
        Assert.DoesNotMatch(ThirdParty(), page.Html);
    }

    [Fact]
    public async Task NotSignedIn_EveryPageAsksForASignIn()
    {
        using var browser = _portal.Browser();
        foreach (var path in Own.Append("/").Append("/users").Append("/no-such-page"))
        {
            var page = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.Redirect, page.Status);
            Assert.StartsWith("/account/sign-in?ReturnUrl=", page.Location);
        }
    }

    [Fact]
    public async Task UnknownPage_IsNotFoundInThePortalsOwnWords()
    {
        using var browser = await _portal.SignInAsync(Role.CaseManager);
        var page = await browser.GetAsync("/no-such-page");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains(Integration.Web.Resources.LayoutTexts.NotFoundTitle, page.Text);
    }

    [Fact]
    public async Task FormWithoutItsToken_IsRefused()
    {
        using var browser = _portal.Browser();
        await browser.GetAsync("/account/sign-in");
        var fields = new Dictionary<string, string> { ["_handler"] = "sign-in" };
        var answer = await browser.PostAsync(
            "/account/sign-in", fields, ("Input.Email", TestPortal.EmailOf(Role.CaseManager)), ("Input.Password", DemoUsers.Password));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.False(await browser.IsSignedInAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/account/sign-out", new Dictionary<string, string>())).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/account/passkey-options/get", new Dictionary<string, string>())).Status);
    }

    [Fact]
    public async Task Health_AnswersWithoutASignIn()
    {
        using var browser = _portal.Browser();
        Assert.Equal("Healthy", (await browser.GetAsync("/health")).Html);
    }

    [Fact]
    public async Task Assets_AreServedByThePortal()
    {
        using var browser = await _portal.SignInAsync(Role.CaseManager);
        var page = await browser.GetAsync("/");
        var assets = Assets().Matches(page.Html).Select(match => match.Groups[1].Value).ToList();
        Assert.True(assets.Count >= 6, page.Html);
        foreach (var asset in assets)
        {
            var file = await browser.GetAsync("/" + asset.TrimStart('/'));
            Assert.Equal(HttpStatusCode.OK, file.Status);
            // Without an accent of the operator there is nothing to say.
            Assert.True(file.Html.Length > 0 || asset.EndsWith("theme.css", StringComparison.Ordinal), asset);
        }
    }

    [GeneratedRegex("(?:src|href|action)=\"(?:https?:)?//", RegexOptions.IgnoreCase)]
    private static partial Regex ThirdParty();

    [GeneratedRegex("<script(?![^>]*src=)|<style|\\sstyle=\"|\\son[a-z]+=\"", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("(?:src|href)=\"([^\"]+\\.(?:css|js|svg))\"")]
    private static partial Regex Assets();
}
