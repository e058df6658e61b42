using System.Net;
using System.Text.RegularExpressions;
using Integration.Access;
using Integration.Common;
using Integration.Documents;
using Integration.Profiles;
using Integration.Testing;
using Integration.Web.Employer;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integration.Web.Tests.Employer;

/// <summary>An employer's contact who wants to know more than the short profiles say: walks every page, endpoint, file, header and error that can be
/// reached, with own and with guessed ids, while every line of the portal's log is read as well.</summary>
public sealed partial class AnonymityAttackTests(CanaryPortal planted) : IClassFixture<CanaryPortal>
{
    private const int MostInnerGuesses = 5;
    private const int PagesInAnotherLanguage = 120;
    private static readonly string[] Methods = [HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete];
    private readonly LogWatch _log = planted.Log;
    private readonly TestPortal _portal = planted.Portal;
    private readonly CanaryWorld _world = planted.World;
    private int _commands;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Contact_WhoWalksEverything_FindsNobody()
    {
        using var browser = await _world.SignInAsync(_world.Company.Id, Role.EmployerContact, "angriff");
        List<string> chiffres = [.. _world.Visible.Select(release => release.Chiffre)];
        var walk = new Walk(browser, _world.Canaries, [.. chiffres, _world.ReleasedName]);
        await walk.FromAsync(["/", EmployerLinks.Start, EmployerLinks.Ask, .. Guessed(HttpMethods.Get)], Stop);
        await ActAsync(walk, browser);
        await TryMethodsAsync(walk, browser);
        foreach (var language in new[] { "de", "en", "zz" })
        {
            await browser.GetAsync("/language/" + language);
            var again = new Walk(browser, _world.Canaries, [], PagesInAnotherLanguage);
            await again.FromAsync([.. Texts(), EmployerLinks.Start], Stop);
            walk.Findings.AddRange(again.Findings);
        }

        Assert.Empty(walk.Findings);
        Assert.Empty(_log.Findings);

        // It did walk: every profile was read, the one released name was seen, staff pages were shut, and the log was listened to.
        Assert.Empty(chiffres.Except(walk.Read));
        Assert.Contains(_world.ReleasedName, walk.Read);
        Assert.DoesNotContain(walk.Answers, answer => answer.Value == HttpStatusCode.OK && Staff().IsMatch(answer.Key));
        Assert.True(walk.Answers.Count > 1500, $"{walk.Answers.Count} answers");
        Assert.True(_log.Lines > 50_000, $"{_log.Lines} lines");
        Assert.True(_world.Canaries.Planted > 25_000, $"{_world.Canaries.Planted} words");
    }

    [Fact]
    public async Task Stranger_AndContactOfNoEvent_FindNobody()
    {
        var nobody = await _portal.Database.OrganisationAsync(o => o.Kind = Integration.Organisations.OrganisationKind.Employer);
        using var anonymous = _portal.Browser();
        using var uninvited = await _world.SignInAsync(nobody.Id, Role.EmployerContact, "ungeladen");
        foreach (var browser in new[] { anonymous, uninvited })
        {
            var walk = new Walk(browser, _world.Canaries, [.. _world.Visible.Select(release => release.Chiffre)]);
            await walk.FromAsync(["/", EmployerLinks.Start, .. Guessed(HttpMethods.Get)], Stop);
            Assert.Empty(walk.Findings);
            Assert.Empty(walk.Read);
        }

        Assert.Empty(_log.Findings);
    }

    [Fact]
    public async Task PrintedProfiles_SayNothingMore_AndTheSearchFindsWhatThereIs()
    {
        using var manager = await _world.SignInAsync(_world.Jobcenter.Id, Role.CaseManager, "fallmanagement-angriff");
        var reader = TestUser.CaseManager(_world.Jobcenter.Id);
        using var file = new MemoryStream();
        var printed = await ActivatorUtilities.CreateInstance<PrintProfiles>(_portal.Services, reader).ExecuteAsync(new PrintProfiles.Request { JobEventId = _world.Here.Id }, file, ct: Stop);
        Assert.True(printed.Done);
        Assert.Equal(CanaryWorld.Shown, printed.Value.Profiles);
        var text = Walk.TextOf(file.ToArray());
        Assert.Contains(_world.Visible[0].Chiffre, text, StringComparison.Ordinal);
        Assert.Empty(_world.Canaries.In(text));
        Assert.Empty(_world.Canaries.In(printed.Value.FileName));

        // The control: where names belong, the same search finds them, on paper and in a file.
        using var list = new MemoryStream();
        Assert.True((await ActivatorUtilities.CreateInstance<PrintReleaseList>(_portal.Services, reader).ExecuteAsync(_world.Here.Id, list, ct: Stop)).Done);
        Assert.NotEmpty(_world.Canaries.In(Walk.TextOf(list.ToArray())));
        var walk = new Walk(manager, _world.Canaries, [], most: 1);
        await walk.FromAsync([Links.ImportErrors(_world.Import)], Stop);
        Assert.Contains(walk.Findings, finding => finding.Contains("cell", StringComparison.Ordinal));
    }

    /// <summary>A Chiffre, a token, an event: one that exists and is hidden answers as one that does not, with the same bytes, headers and commands.</summary>
    [Fact]
    public async Task HiddenAndUnknown_AnswerAlike()
    {
        using var contact = await _world.SignInAsync(_world.Company.Id, Role.EmployerContact, "vergleich");
        using var anonymous = _portal.Browser();
        foreach (var browser in new[] { contact, anonymous })
        {
            foreach (var (why, hidden) in _world.Hidden.DistinctBy(row => row.Why))
            {
                await SameAsync(browser, why, token => EmployerLinks.Profile(token), hidden.Token, OpaqueToken.Draw());
                await SameAsync(browser, why, chiffre => "/k?chiffre=" + chiffre, hidden.Chiffre, Chiffre.Draw("ZZ", _world.Here.Date.Year, Chiffre.MaxDigits).Value);
                await SameAsync(browser, why, token => EmployerLinks.Compare(_world.Here.Id, token), hidden.Token, OpaqueToken.Draw());
                await SameAsync(browser, why, _ => EmployerLinks.Event(_world.Here.Id), hidden.Token, OpaqueToken.Draw(), ("keep", "Keep"));
                await SameAsync(browser, why, _ => EmployerLinks.Event(_world.Here.Id), hidden.Token, OpaqueToken.Draw(), ("keep", "Drop"));
            }

            foreach (var closed in new[] { _world.Elsewhere, _world.Closed })
            {
                await SameAsync(browser, "event", id => "/employer/events/" + id, closed.Id.ToString(), JobEventId.New().ToString());
            }
        }

        Assert.True(_commands > 100, $"{_commands} commands");
    }

    // What an answer looks like: all that could tell one address from another, but for the guess itself where the answer repeats it.
    private async Task SameAsync(TestBrowser browser, string why, Func<string, string> address, string hidden, string unknown, (string Name, string Field)? form = null)
    {
        // What the portal reads once and keeps is read before.
        await LookAsync(browser, address(unknown), unknown, form);
        var first = await LookAsync(browser, address(hidden), hidden, form);
        var second = await LookAsync(browser, address(unknown), unknown, form);
        if (first != second)
        {
            Assert.Equal($"{why} {address("")}\n{second}", $"{why} {address("")}\n{first}");
        }
    }

    private async Task<string> LookAsync(TestBrowser browser, string address, string guess, (string Name, string Field)? form)
    {
        var page = form is null ? null : await browser.GetAsync(address);
        if (form is { } posted && !page!.Html.Contains($"value=\"{posted.Name}\"", StringComparison.Ordinal))
        {
            return "";
        }

        _log.Sql.Clear();
        var answer = form is { } filled ? await browser.PostAsync(address, page!.Form(filled.Name), (filled.Field, guess)) : await browser.GetAsync(address);
        var headers = answer.Headers.Where(header => header.Key is not ("Date" or "Set-Cookie")).Select(header => header.Key + ": " + string.Join(',', header.Value)).Order(StringComparer.Ordinal);
        _commands += _log.Sql.Count;
        var all = string.Join('\n', [answer.Status.ToString(), answer.Location, Protected().Replace(answer.Html, part => new string('*', part.Length)), .. headers, .. _log.Sql]);
        return all.Replace(guess, new string('*', guess.Length), StringComparison.Ordinal);
    }

    // Every address of the portal with everything that could be guessed for its holes.
    private IEnumerable<string> Guessed(string method) =>
        from endpoint in _portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods
        where methods is null || methods.Count == 0 || methods.Contains(method)
        let pattern = "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/')
        where !pattern.StartsWith("/account/sign-out", StringComparison.Ordinal) && !pattern.StartsWith("/language", StringComparison.Ordinal) && !pattern.StartsWith("/_framework", StringComparison.Ordinal)
        from address in Filled(pattern)
        select address;

    private IEnumerable<string> Filled(string pattern)
    {
        IEnumerable<string> addresses = [pattern];
        var holes = Holes().Matches(pattern).Select(match => match.Value).ToList();
        for (var i = 0; i < holes.Count; i++)
        {
            var hole = holes[i];
            var values = hole.Contains(":guid", StringComparison.Ordinal) ? _world.Guesses.Select(id => id.ToString()) : Tokens();
            addresses = addresses.SelectMany(address => (i == 0 ? values : values.Take(MostInnerGuesses)).Select(value => address.Replace(hole, value, StringComparison.Ordinal))).ToList();
        }

        return addresses;
    }

    private IEnumerable<string> Tokens() =>
    [
        .. _world.Hidden.DistinctBy(row => row.Why).Select(row => row.Release.Token), _world.Visible[0].Token, _world.Visible[43].Token, OpaqueToken.Draw(), _world.Feedback.Own, _world.Feedback.Rivals,
        _world.Hidden[0].Release.Chiffre, "x", "%2e%2e%2fportal.db", "%00", "'--", new string('a', 5000),
    ];

    private IEnumerable<string> Texts() =>
    [
        .. _world.Hidden.DistinctBy(row => row.Why).Select(row => "/k?chiffre=" + row.Release.Chiffre), "/k?chiffre=%27%22%3Cscript%3E", "/no-such-page", "/error", "/not-found",
        EmployerLinks.Compare(_world.Here.Id, _world.Hidden.Select(row => row.Release.Token).Take(4)), EmployerLinks.Event(_world.Here.Id) + "?page=999&group=%27&german=Ä&time=%00&licence=x",
    ];

    // The forms of the company's own pages, filled with what belongs there and with what does not.
    private async Task ActAsync(Walk walk, TestBrowser browser)
    {
        foreach (var token in _world.Hidden.DistinctBy(row => row.Why).Select(row => row.Release.Token).Append(_world.Visible[7].Token))
        {
            await PostAsync(walk, browser, EmployerLinks.Event(_world.Here.Id), "keep", ("Keep", token));
            await PostAsync(walk, browser, EmployerLinks.Event(_world.Here.Id), "keep", ("Drop", token));
            foreach (var act in new[] { "want", "request", "unwant", "keep", "drop", "nonsense" })
            {
                var form = (await browser.GetAsync(EmployerLinks.Profile(_world.Visible[8].Token))).Form("act");
                await walk.PostAsync(EmployerLinks.Profile(token), form.Append(new("Act", act)), Stop);
            }
        }

        await PostAsync(walk, browser, EmployerLinks.Profile(_world.Visible[9].Token), "remark", ("Remark", new string('ä', 5000)));
        await PostAsync(walk, browser, EmployerLinks.Profile(_world.Visible[9].Token), "remark", ("Remark", "<script>alert(1)</script>"));
        await walk.FromAsync([EmployerLinks.Contacts + "?after=1", EmployerLinks.Profile(_world.Visible[9].Token) + "?after=1", EmployerLinks.Event(_world.Here.Id) + "?kept=1&after=1"], Stop);
    }

    private static async Task PostAsync(Walk walk, TestBrowser browser, string address, string form, (string Name, string Value) field) =>
        await walk.PostAsync(address, (await browser.GetAsync(address)).Form(form).Append(new(field.Name, field.Value)), Stop);

    private async Task TryMethodsAsync(Walk walk, TestBrowser browser)
    {
        var token = (await browser.GetAsync(EmployerLinks.Profile(_world.Visible[8].Token))).Form("act")["__RequestVerificationToken"];
        foreach (var method in Methods)
        {
            foreach (var address in Guessed(method).Where((_, i) => i % 4 == 0))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), address);
                request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("_handler", "act")]);
                using var answer = await browser.Client.SendAsync(request, Stop);
                await walk.ReadAsync(method + " " + address, answer, Stop);
            }
        }
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Holes();

    // Sealed anew with every answer.
    [GeneratedRegex("CfDJ8[A-Za-z0-9_+/=-]+|nonce-[A-Za-z0-9+/=]+|nonce=\"[^\"]*\"")]
    private static partial Regex Protected();

    [GeneratedRegex("^GET /(participants|events|employers|offers|requests|outcomes|import|print|organisations|users|audit|interpreters|door|series|jobs)(/|$|\\?)", RegexOptions.ExplicitCapture)]
    private static partial Regex Staff();
}
