using System.Net;
using Integration.Access;
using Integration.Common;
using Integration.Events;
using Integration.Interpreters;
using Integration.Testing;
using Integration.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Tests.Interpreters;

public sealed class AnswerPageTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Body = "Gruppe 1";

    private readonly TestPortal _portal = fixture.Portal;

    [Theory]
    [InlineData("yes", AssignmentState.Confirmed)]
    [InlineData("no", AssignmentState.Declined)]
    public async Task Button_AnswersOnce_WithoutASignIn(string button, AssignmentState state)
    {
        var (token, id) = await RequestAsync();
        using var browser = _portal.Browser();
        var page = await browser.GetAsync(Links.Interpreting(token));
        Assert.Contains(InterpretersTexts.AnswerQuestion, page.Text, StringComparison.Ordinal);
        Assert.Contains(Body, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web.js", page.Html, StringComparison.Ordinal);

        var answered = await browser.PostAsync(Links.Interpreting(token), page.Form(button));
        Assert.Equal((HttpStatusCode.Redirect, Links.Interpreting(token)), (answered.Status, answered.Location));
        var after = await browser.GetAsync(answered.Location);
        Assert.DoesNotContain("<form method", after.Html, StringComparison.Ordinal);
        Assert.Equal(state, await StateAsync(id));
    }

    [Fact]
    public async Task PostWithoutTheAntiforgeryToken_ChangesNothing()
    {
        var (token, id) = await RequestAsync();
        using var browser = _portal.Browser();
        var refused = await browser.PostAsync(Links.Interpreting(token), new Dictionary<string, string> { ["_handler"] = "yes" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(AssignmentState.Requested, await StateAsync(id));
    }

    [Fact]
    public async Task UnknownLink_SaysSo_AndHasNoButton()
    {
        using var browser = _portal.Browser();
        var page = await browser.GetAsync(Links.Interpreting(InvitationToken.New()));
        Assert.Contains(Texts.Of(InterpreterErrors.LinkVoid), page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyAnswers_FromOneAddress_AreTurnedAwayOnTheSamePage()
    {
        await using var portal = await TestPortal.StartAsync(["--SignIn:AttemptsPerMinute", "2"]);
        using var browser = portal.Browser();
        var nothing = new Dictionary<string, string>();
        TestPage last = await browser.PostAsync("/interpreting/a", nothing);
        for (var i = 0; i < 2; i++)
        {
            last = await browser.PostAsync("/interpreting/a", nothing);
        }

        Assert.Equal((HttpStatusCode.Redirect, "/interpreting/a?busy=true"), (last.Status, last.Location));
    }

    [Fact]
    public async Task MyAssignments_AreThoseOfTheSignedInUserAlone()
    {
        var user = await _portal.UserAsync(Role.EmployerService);
        await RequestAsync(interpreter => interpreter.UserId = user.UserId);
        using var own = await _portal.SignInAsync(Role.EmployerService);
        Assert.Contains(Body, (await own.GetAsync(Links.MyAssignments)).Text, StringComparison.Ordinal);
        using var other = await _portal.SignInAsync(Role.Organiser);
        Assert.Contains(InterpretersTexts.NoneOfMine, (await other.GetAsync(Links.MyAssignments)).Text, StringComparison.Ordinal);
    }

    private async Task<(string Token, InterpreterAssignmentId Id)> RequestAsync(Action<Interpreter>? change = null)
    {
        var organisation = (await _portal.UserAsync(Role.Organiser)).OrganisationId;
        var soon = DateOnly.FromDateTime(DateTime.SpecifyKind(TimeProvider.System.GetUtcNow().UtcDateTime, DateTimeKind.Unspecified)).AddDays(10);
        var jobEvent = await _portal.Database.JobEventAsync(organisation, e => (e.Date, e.State) = (soon, JobEventState.Published));
        var interpreter = new Interpreter { OrganisationId = organisation, DisplayName = "Samira", Languages = [new InterpreterLanguage { Code = "ara" }] };
        change?.Invoke(interpreter);
        await _portal.Database.SaveAsync(interpreter);
        var token = InvitationToken.New();
        var assignment = await _portal.Database.SaveAsync(new InterpreterAssignment
        {
            OrganisationId = organisation, JobEventId = jobEvent.Id, InterpreterId = interpreter.Id, Task = Body, Language = "ara", Day = soon,
            StartsAt = new TimeOnly(9, 0), EndsAt = new TimeOnly(10, 0), Place = "Eingang", State = AssignmentState.Requested, AnswerTokenHash = InvitationToken.HashOf(token),
        });
        return (token, assignment.Id);
    }

    private async Task<AssignmentState> StateAsync(InterpreterAssignmentId id)
    {
        await using var db = await _portal.Database.CreateDbContextAsync();
        return await db.InterpreterAssignments.Where(a => a.Id == id).Select(a => a.State).SingleAsync();
    }
}
