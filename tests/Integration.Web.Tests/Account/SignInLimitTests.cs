using System.Net;
using Integration.Access;
using Integration.Data.Demo;
using Integration.Testing;
using Integration.Web.Resources;

namespace Integration.Web.Tests.Account;

public sealed class SignInLimitTests
{
    private const int Limit = 3;

    [Fact]
    public async Task TooManyAttempts_FromOneAddress_AreTurnedAwayWithASentence()
    {
        await using var portal = await TestPortal.StartAsync(["--SignIn:AttemptsPerMinute", "3"]);
        using var browser = portal.Browser();
        var form = (await browser.GetAsync(Links.SignIn)).Form("sign-in");
        for (var i = 0; i < Limit; i++)
        {
            // Another account each time: no lockout stops this.
            var wrong = await browser.PostAsync(Links.SignIn, form, ("Input.Email", $"niemand{i}@demo.example"), ("Input.Password", "Sommer2026!"));
            Assert.Contains(AccountTexts.SignInFailed, wrong.Text, StringComparison.Ordinal);
        }

        var right = await browser.PostAsync(Links.SignIn, form, ("Input.Email", TestPortal.EmailOf(Role.Organiser)), ("Input.Password", DemoUsers.Password));
        Assert.Equal((HttpStatusCode.Redirect, Links.SignInBusy), (right.Status, right.Location));
        Assert.False(await browser.IsSignedInAsync());
        var page = await browser.GetAsync(right.Location);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(AccountTexts.TooManyAttempts, page.Text, StringComparison.Ordinal);
        Assert.Equal(Links.SignInBusy, (await browser.PostAsync("/account/forgotten-password", form)).Location);
    }

    [Fact]
    public async Task UsualLimit_LetsAnOfficeStartItsDay()
    {
        await using var portal = await TestPortal.StartAsync();
        for (var i = 0; i < Limit + 2; i++)
        {
            using var browser = await portal.SignInAsync(Role.Organiser);
            Assert.True(await browser.IsSignedInAsync());
        }
    }
}
