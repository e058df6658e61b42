using Integration.Access;
using Integration.Web;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.Playwright;

namespace Integration.Browser.Tests.Pages;

/// <summary>The pages of administration in the states that they are not opened in: questions, failures, results, empty lists.</summary>
public sealed class StateTests(BrowserFixture browser)
{
    private static readonly Dictionary<string, (Role Role, string Address, Func<IPage, Task> Act)> States = new()
    {
        ["today of the administrator"] = (Role.Administrator, Links.Today, page => page.Locator("a.primary").WaitForAsync()),
        ["today of the data-protection officer"] = (Role.DataProtectionOfficer, Links.Today, page => page.Locator(".waiting").WaitForAsync()),
        ["invitation without an address"] = (Role.Administrator, Links.InviteUser, async page =>
        {
            await Button(page, UsersTexts.SendInvitation).ClickAsync();
            await page.Locator("[aria-invalid=true]").WaitForAsync();
        }),
        ["roles of a colleague"] = (Role.Administrator, Links.Users, async page =>
        {
            await Button(page, Format.Fill(UsersTexts.RolesOf, "Birgit Albers")).ClickAsync();
            await page.Locator(".role-checks").WaitForAsync();
        }),
        ["question before locking"] = (Role.Administrator, Links.Users, async page =>
        {
            await Button(page, Format.Fill(UsersTexts.RevokeOf, "Birgit Albers")).ClickAsync();
            await page.Locator("[role=alertdialog]").WaitForAsync();
        }),
        ["nobody fits"] = (Role.Administrator, Links.Users + "?state=locked&role=Interpreter", page => page.Locator(".empty").WaitForAsync()),
        ["new organisation without a name"] = (Role.Administrator, Links.NewOrganisation, async page =>
        {
            await Button(page, OrganisationsTexts.AddSite).ClickAsync();
            await Button(page, ShellTexts.Save).ClickAsync();
            await page.Locator("[aria-invalid=true]").WaitForAsync();
        }),
        ["verified trail"] = (Role.DataProtectionOfficer, Links.AuditTrail, async page =>
        {
            await Button(page, PrivacyTexts.Verify).ClickAsync();
            await page.Locator(".notice.good").WaitForAsync();
        }),
        ["no entry fits"] = (Role.DataProtectionOfficer, Links.AuditTrail + "?number=000", page => page.Locator(".empty").WaitForAsync()),
    };

    public static TheoryData<string> Names => new(States.Keys);

    [Theory, MemberData(nameof(Names))]
    public async Task State_IsAccessibleAndFitsItsScreen(string name)
    {
        var (role, address, act) = States[name];
        foreach (var (width, height, mode) in new[] { (1440, 900, ColorScheme.Light), (360, 780, ColorScheme.Dark) })
        {
            var page = await browser.OpenAsync(role, width, height, mode);
            await page.GotoAsync(address);
            await page.Locator(".shell h1").WaitForAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await act(page);
            var found = await page.ViolationsAsync();
            Assert.True(found.Length == 0, $"{name}, {width} px: {string.Join("; ", found)}");
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, $"{name}, {width} px scrolls sideways");
            await page.Context.CloseAsync();
        }
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
