using Integration.Testing;
using Integration.Web.Account;
using Integration.Web.Resources;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests.Account;

public sealed class FirstSetupTests
{
    [Fact]
    public async Task EmptyPortal_IsSetUpOnceByThePrintedLinkOnly()
    {
        await using var portal = await TestPortal.StartAsync(demo: false);
        using var browser = portal.Browser();
        Assert.Contains(AccountTexts.LinkVoid, (await browser.GetAsync("/account/first-setup?token=" + new string('0', 64))).Text);

        var link = Links.FirstSetup(portal.Services.GetRequiredService<SetupLink>().Token);
        var done = await browser.SubmitAsync(
            link, "first-setup",
            ("Input.OrganisationName", "Landkreis Musterland"), ("Input.OrganisationKey", "landkreis-musterland"),
            ("Input.DisplayName", "Ada Muster"), ("Input.Email", "ada@musterland.example"), ("Input.Password", "kran-regen-zwiebel-31"));
        Assert.Equal("/account/sign-in?done=SetUp", done.Location);
        await browser.SignInAsync("ada@musterland.example", "kran-regen-zwiebel-31");
        Assert.True(await browser.IsSignedInAsync());
        Assert.Contains(AccountTexts.LinkVoid, (await browser.GetAsync(link)).Text);
    }
}
