using System.Net;
using System.Text.RegularExpressions;
using Integration.Access;
using Integration.Data.Demo;
using Integration.Testing;
using Integration.Web.Resources;

namespace Integration.Web.Tests.Account;

public sealed partial class TwoStepTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private readonly TestPortal _portal = fixture.Portal;

    [Fact]
    public async Task SetUp_ThenSignInNeedsTheCode_AndARecoveryCodeWorksOnce()
    {
        using var browser = await _portal.SignInAsync(Role.CaseManager);
        var setUp = await browser.GetAsync("/account/two-step");
        Assert.Contains("<svg", setUp.Html);
        var key = Key().Match(setUp.Html).Groups[1].Value;
        var wrong = await browser.SubmitAsync("/account/two-step", "two-step", ("Input.Code", "000000"));
        Assert.Contains(AccountTexts.CodeFailed, wrong.Text);
        var on = await browser.SubmitAsync("/account/two-step", "two-step", ("Input.Code", Code(key)));
        var codes = Codes().Matches(on.Html).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(10, codes.Count);

        using var second = _portal.Browser();
        var first = await second.SignInAsync(TestPortal.EmailOf(Role.CaseManager), DemoUsers.Password);
        Assert.Equal("/account/second-step", first.Location);
        Assert.False(await second.IsSignedInAsync());
        Assert.Contains(AccountTexts.CodeFailed, (await second.SubmitAsync(first.Location, "second-step", ("Input.Code", "000000"))).Text);
        await second.SubmitAsync(first.Location, "second-step", ("Input.Code", Code(key)));
        Assert.True(await second.IsSignedInAsync());

        Assert.True(await RecoverAsync(codes[0]));
        Assert.False(await RecoverAsync(codes[0]));

        var off = await browser.SubmitAsync("/account/two-step", "two-step-off", ("Off.Password", DemoUsers.Password));
        Assert.Equal("/account?done=TwoStepOff", off.Location);
    }

    [Fact]
    public async Task SecondStepWithoutAFirst_GoesBackToSignIn()
    {
        using var browser = _portal.Browser();
        var page = await browser.GetAsync("/account/second-step");
        Assert.Equal((HttpStatusCode.Redirect, "/account/sign-in"), (page.Status, page.Location));
    }

    private async Task<bool> RecoverAsync(string code)
    {
        using var browser = _portal.Browser();
        await browser.SignInAsync(TestPortal.EmailOf(Role.CaseManager), DemoUsers.Password);
        await browser.SubmitAsync("/account/second-step?recovery=true", "second-step", ("Input.Code", code));
        return await browser.IsSignedInAsync();
    }

    private static string Code(string key) => Totp.Code(key, TimeProvider.System.GetUtcNow());

    [GeneratedRegex("<code>([a-z2-7 ]{16,})</code>")]
    private static partial Regex Key();

    [GeneratedRegex("<li><code>([^<]+)</code></li>")]
    private static partial Regex Codes();
}
