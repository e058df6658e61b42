using System.Text.RegularExpressions;
using Integration.Access;
using Integration.Common;
using Integration.EmployerAccess;
using Integration.Events;
using Integration.Organisations;
using Integration.Testing;
using Integration.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests.Employer;

public sealed partial class MailCodeTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private readonly TestPortal _portal = fixture.Portal;

    [Fact]
    public async Task Invitation_NameAndOneCode_AndTheContactIsAtTheEvents()
    {
        const string email = "heike.rolfes@betrieb.example";
        var jobEvent = await InviteAsync(email);
        using var browser = _portal.Browser();
        var link = Link().Match(await MailAsync(email, "/account/invitation")).Value;
        var accepted = await browser.SubmitAsync(link, "invitation", ("Input.DisplayName", "Heike Rolfes"));
        Assert.Equal("/account/mail-code?sent=true&returnUrl=%2Femployer", accepted.Location);

        var code = Code().Match(await MailAsync(email, "Code")).Value;
        var wrong = await browser.SubmitAsync(accepted.Location, "mail-code-check", ("Input.Code", code == "0000 0000" ? "00000001" : "00000000"));
        Assert.Equal("/account/mail-code?sent=true&wrong=true&returnUrl=%2Femployer", wrong.Location);
        Assert.Contains(Texts.Of(AccessErrors.CodeVoid), (await browser.GetAsync(wrong.Location)).Text);
        var signedIn = await browser.SubmitAsync(accepted.Location, "mail-code-check", ("Input.Code", code));
        Assert.Equal("/employer", signedIn.Location);
        Assert.Contains(jobEvent.Title, (await browser.GetAsync("/employer")).Text);
        Assert.DoesNotContain(AccountTexts.ChangePassword, (await browser.GetAsync(Links.Account)).Text);

        // Pages that ask for a password in the end lead back; the passkey needs none.
        Assert.Equal(Links.Account, (await browser.GetAsync(Links.TwoStep)).Location);
        Assert.Equal(Links.Account, (await browser.GetAsync(Links.Password)).Location);
        Assert.Contains("data-passkey=\"create\"", (await browser.GetAsync(Links.Passkeys)).Html);

        // The code was of this browser and of this once.
        using var other = _portal.Browser();
        Assert.Equal("/account/mail-code?sent=true", (await other.SubmitAsync("/account/mail-code", "mail-code-send", ("Address.Email", email))).Location);
        Assert.Equal("/account/mail-code?sent=true&wrong=true", (await other.SubmitAsync("/account/mail-code?sent=true", "mail-code-check", ("Input.Code", code))).Location);
        Assert.False(await other.IsSignedInAsync());
    }

    [Fact]
    public async Task Staff_GetNoCode_AndTheAnswerIsTheSame()
    {
        using var browser = _portal.Browser();
        foreach (var email in new[] { TestPortal.EmailOf(Role.CaseManager), "niemand@demo.example" })
        {
            Assert.Equal("/account/mail-code?sent=true", (await browser.SubmitAsync("/account/mail-code", "mail-code-send", ("Address.Email", email))).Location);
        }

        Assert.Contains(AccountTexts.MailCodeLabel, (await browser.GetAsync("/account/mail-code?sent=true")).Text);
        await using var db = await _portal.Database.CreateDbContextAsync();
        Assert.False(await db.Outbox.AnyAsync(mail => mail.To == TestPortal.EmailOf(Role.CaseManager) && mail.Subject.Contains("Code")));
    }

    private async Task<JobEvent> InviteAsync(string email)
    {
        var service = await _portal.FixedUserAsync(Role.EmployerService);
        var company = await _portal.Database.OrganisationAsync(o => o.Kind = OrganisationKind.Employer);
        var jobEvent = await _portal.Database.JobEventAsync(service.OrganisationId, e =>
        {
            e.Date = TimeProvider.System.Today();
            e.Employers.Add(new ExpectedEmployer { JobEventId = e.Id, OrganisationId = company.Id, VouchedAt = Given.Start });
        });
        var invite = ActivatorUtilities.CreateInstance<InviteEmployerContact>(_portal.Services, service);
        var done = await invite.ExecuteAsync(new() { JobEventId = jobEvent.Id, EmployerId = company.Id, Email = email, DisplayName = "Heike Rolfes" }, default);
        Assert.True(done.Done, done.Error?.Code);
        return jobEvent;
    }

    private async Task<string> MailAsync(string to, string about)
    {
        for (var i = 0; i < 100; i++)
        {
            foreach (var mail in (await _portal.MailsAsync(1)).Reverse())
            {
                if (mail.To.Mailboxes.Any(box => box.Address == to) && mail.TextBody is { } body && body.Contains(about, StringComparison.Ordinal))
                {
                    return body;
                }
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("No mail about " + about);
    }

    [GeneratedRegex(@"/account/invitation\?token=[0-9a-f]{64}")]
    private static partial Regex Link();

    [GeneratedRegex("(?<![0-9a-f])[0-9]{4} [0-9]{4}(?![0-9a-f])")]
    private static partial Regex Code();
}
