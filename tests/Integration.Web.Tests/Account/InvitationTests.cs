using System.Text.RegularExpressions;
using Integration.Access;
using Integration.Common;
using Integration.Data.Demo;
using Integration.Testing;
using Integration.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests.Account;

public sealed partial class InvitationTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Good = "kran-regen-zwiebel-31";

    private readonly TestPortal _portal = fixture.Portal;

    [Fact]
    public async Task Invited_SetsAPasswordByTheMailsLinkOnce_AndSignsIn()
    {
        const string email = "neu.kollegin@demo.example";
        await InviteAsync(email, Role.CaseManager);
        var link = await LinkAsync(email);
        using var browser = _portal.Browser();
        Assert.Contains("Jobcenter Landkreis Emsland", (await browser.GetAsync(link)).Text);

        var weak = await browser.SubmitAsync(link, "invitation", ("Input.DisplayName", "Neue Kollegin"), ("Input.Password", "kurz"));
        Assert.Contains(Texts.Of(new Error("Password_TooShort", PasswordRules.MinLength)), weak.Text);
        var own = await browser.SubmitAsync(link, "invitation", ("Input.DisplayName", "Neue Kollegin"), ("Input.Password", "Kollegin.Emsland1"));
        Assert.Contains(Texts.Of(new Error("Password_Context")), own.Text);

        var accepted = await browser.SubmitAsync(link, "invitation", ("Input.DisplayName", "Neue Kollegin"), ("Input.Password", Good));
        Assert.Equal("/account/sign-in?done=InvitationAccepted", accepted.Location);
        await browser.SignInAsync(email, Good);
        Assert.True(await browser.IsSignedInAsync());

        using var second = _portal.Browser();
        Assert.Contains(Texts.Of(AccessErrors.InvitationVoid), (await second.GetAsync(link)).Text);
    }

    [Fact]
    public async Task TokenIsInTheMailAlone_AndTheSentMailIsForgotten()
    {
        const string email = "stille.post@demo.example";
        await InviteAsync(email, Role.Reception);
        var token = (await LinkAsync(email)).Split("token=")[1];
        await using var db = await _portal.Database.CreateDbContextAsync();
        Assert.Empty(db.UserInvitations.Where(invitation => invitation.TokenHash == token));
        for (var i = 0; i < 50 && await db.Outbox.AsNoTracking().AnyAsync(m => m.To == email && m.Body != ""); i++)
        {
            await Task.Delay(50);
        }

        var sent = await db.Outbox.AsNoTracking().SingleAsync(m => m.To == email);
        Assert.Equal("", sent.Body);
        Assert.NotNull(sent.SentAt);
    }

    [Fact]
    public async Task ForgottenPassword_IsSetAnewByTheMailsLink_AndSaysNothingAboutUnknownAddresses()
    {
        using var browser = _portal.Browser();
        var unknown = await browser.SubmitAsync("/account/forgotten-password", "forgotten", ("Input.Email", "niemand@demo.example"));
        var known = await browser.SubmitAsync("/account/forgotten-password", "forgotten", ("Input.Email", TestPortal.EmailOf(Role.Organiser)));
        Assert.Contains(AccountTexts.ResetSent, unknown.Text);
        Assert.Contains(AccountTexts.ResetSent, known.Text);

        var link = await LinkAsync(TestPortal.EmailOf(Role.Organiser));
        var common = await browser.SubmitAsync(link, "reset", ("Input.Password", "Passwort123456"));
        Assert.Contains(Texts.Of(new Error("Password_Common")), common.Text);
        var done = await browser.SubmitAsync(link, "reset", ("Input.Password", Good));
        Assert.Equal("/account/sign-in?done=PasswordChanged", done.Location);
        await browser.SignInAsync(TestPortal.EmailOf(Role.Organiser), Good);
        Assert.True(await browser.IsSignedInAsync());

        Assert.Contains(AccountTexts.LinkVoid, (await browser.SubmitAsync(link, "reset", ("Input.Password", Good + "x"))).Text);
    }

    [Fact]
    public async Task ChangedPassword_NeedsTheOldOne_AndEndsOtherSignIns()
    {
        using var browser = await _portal.SignInAsync(Role.EmployerService);
        using var elsewhere = await _portal.SignInAsync(Role.EmployerService);
        var wrong = await browser.SubmitAsync("/account/password", "password", ("Input.Current", "falsch"), ("Input.Password", Good));
        Assert.Contains(AccountTexts.PasswordWrong, wrong.Text);
        var done = await browser.SubmitAsync("/account/password", "password", ("Input.Current", DemoUsers.Password), ("Input.Password", Good));
        Assert.Equal("/account?done=PasswordChanged", done.Location);
        Assert.True(await browser.IsSignedInAsync());
        await Task.Delay(1500);
        Assert.False(await elsewhere.IsSignedInAsync());
    }

    private async Task InviteAsync(string email, Role role)
    {
        var invite = ActivatorUtilities.CreateInstance<InviteUser>(_portal.Services, await _portal.FixedUserAsync(Role.Administrator));
        var result = await invite.ExecuteAsync(new InviteUser.Form { Email = email, DisplayName = "Neu", Roles = [role] }, CancellationToken.None);
        Assert.True(result.Done, result.Error?.Code);
    }

    private async Task<string> LinkAsync(string email)
    {
        for (var count = 1; ; count++)
        {
            var mails = await _portal.MailsAsync(count);
            if (mails.LastOrDefault(mail => mail.To.Mailboxes.Single().Address == email) is { } mail)
            {
                return new Uri(Link().Match(mail.TextBody!).Value).PathAndQuery;
            }

            Assert.True(mails.Count >= count, "No mail came.");
        }
    }

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Link();
}
