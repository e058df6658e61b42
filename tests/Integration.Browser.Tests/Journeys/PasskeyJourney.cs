using Integration.Access;
using Integration.Data.Demo;
using Integration.Testing;
using Integration.Web.Resources;
using Microsoft.Playwright;

namespace Integration.Browser.Tests.Journeys;

/// <summary>A passkey, with the authenticator that Chromium simulates.</summary>
public sealed class PasskeyJourney(BrowserFixture browser)
{
    [Fact]
    public async Task RegisteredPasskey_SignsInWithoutAPassword_AndARemovedOneDoesNot()
    {
        var page = await browser.OpenAsync(role: null);
        // Passkeys belong to a name, never to an address in digits.
        var portal = new UriBuilder(browser.Portal.Address) { Host = "localhost" }.Uri;
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });

        await page.GotoAsync(new Uri(portal, "/account/sign-in?returnUrl=/account/passkeys").ToString());
        await page.GetByLabel(AccountTexts.Email).FillAsync(TestPortal.EmailOf(Role.EmployerService));
        await page.GetByLabel(AccountTexts.Password, new() { Exact = true }).FillAsync(DemoUsers.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = AccountTexts.SignIn, Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = AccountTexts.AddPasskey }).ClickAsync();
        await page.WaitForURLAsync("**/account/passkeys?done=PasskeyAdded");
        Assert.Equal(1, await page.Locator("input[name=Name]").CountAsync());

        await SignInByPasskeyAsync(page, portal);
        await page.Locator(".shell h1").WaitForAsync();

        await page.GotoAsync(new Uri(portal, "/account/passkeys").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = AccountTexts.Remove, Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/account/passkeys?done=PasskeyRemoved");
        await SignInByPasskeyAsync(page, portal);
        await Assertions.Expect(page.GetByText(AccountTexts.PasskeyFailed)).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private static async Task SignInByPasskeyAsync(IPage page, Uri portal)
    {
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(new Uri(portal, "/account/sign-in").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = AccountTexts.PasskeySignIn }).ClickAsync();
    }
}
