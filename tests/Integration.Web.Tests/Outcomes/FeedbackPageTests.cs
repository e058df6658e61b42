using System.Net;
using Integration.Access;
using Integration.Common;
using Integration.Organisations;
using Integration.Outcomes;
using Integration.Testing;
using Integration.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests.Outcomes;

public sealed class FeedbackPageTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private readonly TestPortal _portal = fixture.Portal;

    [Fact]
    public async Task Answer_CountsOnce_WithoutASignInAndWithoutScript()
    {
        var (token, jobEvent) = await RequestAsync();
        using var browser = _portal.Browser();
        var page = await browser.GetAsync(Links.EmployerFeedback(token));
        Assert.Contains(OutcomesTexts.RemarkHint, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web.js", page.Html, StringComparison.Ordinal);
        Assert.True(page.Html.Length < 60_000, $"{page.Html.Length} characters");

        var form = new Dictionary<string, string>(page.Form("feedback"));
        foreach (var (name, value) in new[] { ("Guests", "4"), ("Profiles", "5"), ("Interpreting", "3"), ("Organisation", "5"), ("Again", "Yes"), ("Remark", "Mehr Zeit.") })
        {
            form["Input." + name] = value;
        }

        var answered = await browser.PostAsync(Links.EmployerFeedback(token), form);
        Assert.Equal((HttpStatusCode.Redirect, Links.EmployerFeedback(token) + "?thanks=true"), (answered.Status, answered.Location));
        Assert.Contains(OutcomesTexts.FeedbackThanks, (await browser.GetAsync(answered.Location)).Text, StringComparison.Ordinal);
        Assert.Contains(Texts.Of(OutcomeErrors.FeedbackVoid), (await browser.GetAsync(Links.EmployerFeedback(token))).Text, StringComparison.Ordinal);
        await using var db = await _portal.Database.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var kept = await db.EmployerFeedback.SingleAsync(feedback => feedback.JobEventId == jobEvent, TestContext.Current.CancellationToken);
        Assert.Equal((4, 5, 3, 5, ComeAgain.Yes, "Mehr Zeit."), (kept.Guests, kept.Profiles, kept.Interpreting, kept.Organisation, kept.Again, kept.Remark));
    }

    [Fact]
    public async Task IncompleteAnswer_IsAskedForAgain_AndNothingIsKept()
    {
        var (token, jobEvent) = await RequestAsync();
        using var browser = _portal.Browser();
        var form = new Dictionary<string, string>((await browser.GetAsync(Links.EmployerFeedback(token))).Form("feedback")) { ["Input.Guests"] = "9", ["Input.Remark"] = "Mehr Zeit bitte." };
        var answered = await browser.PostAsync(Links.EmployerFeedback(token), form);
        Assert.Contains(Texts.Of(OutcomeErrors.FeedbackIncomplete), answered.Text, StringComparison.Ordinal);
        Assert.Contains("Mehr Zeit bitte.", answered.Html, StringComparison.Ordinal);
        await using var db = await _portal.Database.CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.False(await db.EmployerFeedback.AnyAsync(feedback => feedback.JobEventId == jobEvent, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task UnknownLink_SaysSo_AndHasNoForm()
    {
        using var browser = _portal.Browser();
        var page = await browser.GetAsync(Links.EmployerFeedback(InvitationToken.New()));
        Assert.Contains(Texts.Of(OutcomeErrors.FeedbackVoid), page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", page.Html, StringComparison.Ordinal);
    }

    private async Task<(string Token, JobEventId JobEvent)> RequestAsync()
    {
        var user = await _portal.UserAsync(Role.Organiser);
        var today = DateOnly.FromDateTime(_portal.Services.GetRequiredService<TimeProvider>().GetLocalNow().DateTime);
        var jobEvent = await _portal.Database.JobEventAsync(user.OrganisationId, e => e.Date = today.AddDays(-1));
        var employer = await _portal.Database.OrganisationAsync(o => o.Kind = OrganisationKind.Employer);
        var token = InvitationToken.New();
        await _portal.Database.SaveAsync(new FeedbackRequest { JobEventId = jobEvent.Id, EmployerId = employer.Id, TokenHash = InvitationToken.HashOf(token), SentAt = Given.Start });
        return (token, jobEvent.Id);
    }
}
