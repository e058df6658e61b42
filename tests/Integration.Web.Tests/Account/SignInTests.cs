using System.Net;
using Integration.Access;
using Integration.Data.Demo;
using Integration.Testing;
using Integration.Web.Account;
using Integration.Web.Resources;

namespace Integration.Web.Tests.Account;

public sealed class SignInTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private readonly TestPortal _portal = fixture.Portal;

    [Fact]
    public async Task RightPassword_OpensTheStartPage()
    {
        using var browser = _portal.Browser();
        var answer = await browser.SignInAsync(TestPortal.EmailOf(Role.Organiser), DemoUsers.Password);
        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.Status, answer.Location));
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task WrongPasswordAndUnknownAddress_SayTheSame()
    {
        using var browser = _portal.Browser();
        var wrong = await browser.SignInAsync(TestPortal.EmailOf(Role.Organiser), "falsch-und-lang-genug");
        var unknown = await browser.SignInAsync("niemand@demo.example", "falsch-und-lang-genug");
        Assert.Contains(AccountTexts.SignInFailed, wrong.Text);
        Assert.Contains(AccountTexts.SignInFailed, unknown.Text);
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task FiveWrongPasswords_LockTheAccountEvenForTheRightOne()
    {
        using var browser = _portal.Browser();
        for (var i = 0; i < 5; i++)
        {
            await browser.SignInAsync(TestPortal.EmailOf(Role.EmployerService), "falsch-und-lang-genug");
        }

        var right = await browser.SignInAsync(TestPortal.EmailOf(Role.EmployerService), DemoUsers.Password);
        Assert.Contains(AccountTexts.SignInFailed, right.Text);
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task SignOut_EndsTheSignIn()
    {
        using var browser = await _portal.SignInAsync(Role.Reception);
        var account = await browser.GetAsync("/account");
        Assert.Equal(HttpStatusCode.OK, account.Status);
        var answer = await browser.PostAsync("/account/sign-out", account.Form("account"));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task SignIn_IsInTheAuditTrail()
    {
        using var browser = await _portal.SignInAsync(Role.DataProtectionOfficer);
        var user = await _portal.UserAsync(Role.DataProtectionOfficer);
        await using var db = await _portal.Database.CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Contains(db.AuditEntries, entry => entry.SubjectId == user.Id && entry.Act == Integration.Privacy.AuditAct.SignedIn);
    }

    [Fact]
    public async Task English_IsChosenByTheBrowserAndKeptByTheLink()
    {
        using var browser = _portal.Browser("en");
        Assert.Contains("Sign in", (await browser.GetAsync("/account/sign-in")).Text);
        using var german = _portal.Browser();
        await german.GetAsync("/language/en?returnUrl=/account/sign-in");
        Assert.Contains("<html lang=\"en\">", (await german.GetAsync("/account/sign-in")).Html);
    }

    [Theory]
    [InlineData("/participants?q=1", "/participants?q=1")]
    [InlineData("https://example.org/", "/")]
    [InlineData("//example.org/", "/")]
    [InlineData("/\\example.org/", "/")]
    [InlineData("/\t/example.org/", "/")]
    [InlineData(null, "/")]
    public void ReturnAddress_StaysInThePortal(string? given, string expected) => Assert.Equal(expected, AccountLinks.Local(given));
}
