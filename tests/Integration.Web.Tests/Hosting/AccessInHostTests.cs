using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Integration.Access;
using Integration.Common;
using Integration.Data.Demo;
using Integration.Participants.Import;
using Integration.Testing;
using Integration.Web.Tests.Architecture;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests.Hosting;

/// <summary>The access matrix as the running portal answers it: every role, and nobody, asks for every page and every other address.
/// A signed-in user without the right is led to the page that says there is nothing; somebody who is not signed in to the sign-in.</summary>
public sealed partial class AccessInHostTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private readonly TestPortal _portal = fixture.Portal;

    public static TheoryData<Role?> Askers => new(Enum.GetValues<Role>().Cast<Role?>().Append(null).ToArray());

    [Theory, MemberData(nameof(Askers))]
    public async Task EveryPage_AnswersTheRoleAsTheMatrixSays(Role? role)
    {
        using var browser = await BrowserOfAsync(role);
        var wrong = new List<string>();
        foreach (var (page, route) in Pages())
        {
            var row = AccessMatrix.Pages.Single(row => row.StartsWith(page.FullName!["Integration.Web.".Length..] + ":", StringComparison.Ordinal));
            var answer = await browser.GetAsync(Unknown(route));
            var expected = Expected(row, role);
            if (expected != Seen(answer) || (expected == Answer.Opens && !row.EndsWith("everybody", StringComparison.Ordinal) && answer.Status != HttpStatusCode.OK))
            {
                wrong.Add($"{route}: expected {expected}, was {(int)answer.Status} {answer.Location}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory, MemberData(nameof(Askers))]
    public async Task EveryOtherAddress_AnswersTheRoleAsTheMatrixSays(Role? role)
    {
        using var browser = await BrowserOfAsync(role);
        var wrong = new List<string>();
        foreach (var row in AccessMatrix.Endpoints)
        {
            var (method, route) = (row.Split(' ')[0], row.Split(' ')[1].TrimEnd(':'));
            using var request = new HttpRequestMessage(new HttpMethod(method), Unknown(route).Replace("{language}", "de", StringComparison.Ordinal));
            var answer = await TestPage.OfAsync(await browser.Client.SendAsync(request, TestContext.Current.CancellationToken), route);
            if (Expected(row, role) != Seen(answer))
            {
                wrong.Add($"{row}: was {(int)answer.Status} {answer.Location}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void EveryOtherAddress_StandsInTheMatrix()
    {
        var addresses = _portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null && !IsFrameworks(endpoint.RoutePattern.RawText!))
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => $"{method} {endpoint.RoutePattern.RawText}"))
            .Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(addresses);
        Assert.Equal(AccessMatrix.Endpoints.Select(row => row[..row.LastIndexOf(':')]), addresses);
    }

    [Fact]
    public async Task RowsInErrorOfAForeignImport_AreNotFound()
    {
        var own = await ImportAsync((await _portal.UserAsync(Role.CaseManager)).OrganisationId);
        var foreign = await ImportAsync((await _portal.Database.OrganisationAsync()).Id);
        using var browser = await _portal.SignInAsync(Role.CaseManager);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Links.ImportErrors(own))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Links.ImportErrors(foreign))).Status);
    }

    private enum Answer
    {
        Opens,
        NothingHere,
        SignIn,
    }

    private static Answer Expected(string row, Role? role)
    {
        var who = row[(row.LastIndexOf(": ", StringComparison.Ordinal) + 2)..];
        return who == "everybody" ? Answer.Opens
            : role is null ? Answer.SignIn
            : who == "SignedIn" || who.Split(", ").Contains(role.ToString()) ? Answer.Opens
            : Answer.NothingHere;
    }

    private static Answer Seen(TestPage answer) =>
        answer.Location.StartsWith("/account/sign-in?ReturnUrl=", StringComparison.Ordinal) || answer.Location.StartsWith("/account/mail-code?returnUrl=", StringComparison.Ordinal) ? Answer.SignIn
        : answer.Location.StartsWith("/not-found", StringComparison.Ordinal) ? Answer.NothingHere
        : Answer.Opens;

    private static IEnumerable<(Type Page, string Route)> Pages()
    {
        var pages = typeof(Program).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>(inherit: false).Select(route => (type, route.Template))).ToList();
        Assert.NotEmpty(pages);
        return pages;
    }

    private static string Unknown(string route) => Id().Replace(route, _ => Guid.CreateVersion7().ToString());

    private static bool IsFrameworks(string route) =>
        route.StartsWith("/_", StringComparison.Ordinal) || route.StartsWith('_') || Path.HasExtension(route) && route != "/theme.css" && !route.EndsWith(".ics", StringComparison.Ordinal) || route.Contains("{**", StringComparison.Ordinal);

    // The demo has a user for each role that works with staff pages; the others are made here.
    private async Task<TestBrowser> BrowserOfAsync(Role? role)
    {
        if (role is not { } asked)
        {
            return _portal.Browser();
        }

        if (DemoUsers.All.Any(user => user.Role == asked))
        {
            return await _portal.SignInAsync(asked);
        }

        var email = $"{asked}@demo.example";
        var organisation = (await _portal.UserAsync(Role.Administrator)).OrganisationId;
        await using (var db = await _portal.Database.CreateDbContextAsync())
        {
            if (!db.Users.Any(user => user.Email == email))
            {
                db.Add(DemoUsers.Make(organisation, new DemoUsers.SignIn(email, asked.ToString(), asked)));
                await db.SaveChangesAsync();
            }
        }

        var browser = _portal.Browser();
        await browser.SignInAsync(email, DemoUsers.Password);
        return browser;
    }

    private async Task<ImportBatchId> ImportAsync(OrganisationId organisation)
    {
        var batch = await _portal.Database.SaveAsync(new ImportBatch { OrganisationId = organisation, StagedAt = Given.Start, StagedBy = UserId.New(), Headings = ["Name"] });
        await _portal.Database.SaveAsync(new ImportRow { BatchId = batch.Id, Row = 2, State = ImportRowState.Error, Cells = ["Muster"] });
        return batch.Id;
    }

    [GeneratedRegex(@"\{\w+:guid\}", RegexOptions.None, 200)]
    private static partial Regex Id();
}
