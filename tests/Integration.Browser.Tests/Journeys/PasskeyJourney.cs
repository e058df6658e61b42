using Integration.Access;
using Integration.Data.Demo;
using Integration.Organisations;
using Integration.Testing;
using Integration.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Integration.Browser.Tests.Journeys;

/// <summary>A passkey, with the authenticator that Chromium simulates.</summary>
public sealed class PasskeyJourney(BrowserFixture browser)
{
    [Fact]
    public async Task RegisteredPasskey_SignsInWithoutAPassword_AndARemovedOneDoesNot()
    {
        var (page, portal) = await OpenWithDeviceAsync();
        await SignInForPasskeysAsync(page, portal, TestPortal.EmailOf(Role.EmployerService));
        await AddAsync(page);
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

    /// <summary>Contacts of employers have no password: neither adding a passkey nor signing in with it asks for one.</summary>
    [Fact]
    public async Task ContactWithoutAPassword_AddsAPasskey_AndNeedsNoCodeAfterwards()
    {
        var (page, portal) = await OpenWithDeviceAsync();
        var company = await browser.Portal.Database.OrganisationAsync(o => o.Kind = OrganisationKind.Employer);
        const string email = "passkey@stand.example";
        await browser.Portal.Database.SaveAsync(DemoUsers.Make(company.Id, new DemoUsers.SignIn(email, "Heike Rolfes", Role.EmployerContact)));
        await SignInForPasskeysAsync(page, portal, email);
        await page.GetByRole(AriaRole.Button, new() { Name = AccountTexts.AddPasskey }).WaitForAsync();
        await using (var db = await browser.Portal.Database.CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            (await db.Users.SingleAsync(user => user.Email == email, TestContext.Current.CancellationToken)).PasswordHash = null;
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await AddAsync(page);
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(new Uri(portal, "/account/mail-code?returnUrl=/employer/contacts").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = AccountTexts.PasskeySignIn }).ClickAsync();
        await page.WaitForURLAsync("**/employer/contacts");
        await page.Context.CloseAsync();
    }

    private async Task<(IPage Page, Uri Portal)> OpenWithDeviceAsync()
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
        return (page, portal);
    }

    private static async Task SignInForPasskeysAsync(IPage page, Uri portal, string email)
    {
        await page.GotoAsync(new Uri(portal, "/account/sign-in?returnUrl=/account/passkeys").ToString());
        await page.GetByLabel(AccountTexts.Email).FillAsync(email);
        await page.GetByLabel(AccountTexts.Password, new() { Exact = true }).FillAsync(DemoUsers.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = AccountTexts.SignIn, Exact = true }).ClickAsync();
    }

    private static async Task AddAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = AccountTexts.AddPasskey }).ClickAsync();
        await page.WaitForURLAsync("**/account/passkeys?done=PasskeyAdded");
    }

    private static async Task SignInByPasskeyAsync(IPage page, Uri portal)
    {
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(new Uri(portal, "/account/sign-in").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = AccountTexts.PasskeySignIn }).ClickAsync();
    }
}
