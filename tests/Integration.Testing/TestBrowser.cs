using System.Net;
using System.Text.RegularExpressions;

namespace Integration.Testing;

/// <summary>Plain pages as a browser without scripts sees them: forms are filled by their names and posted with their hidden fields.</summary>
public sealed partial class TestBrowser : IDisposable
{
    private readonly HttpClient _client;

    /// <summary>A browser for the portal at an address.</summary>
    public TestBrowser(Uri address, string language)
    {
        Cookies = new CookieContainer();
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    /// <summary>Its cookies.</summary>
    public CookieContainer Cookies { get; }

    /// <summary>The client underneath.</summary>
    public HttpClient Client => _client;

    /// <summary>Gets a page.</summary>
    public async Task<TestPage> GetAsync(string path) => await TestPage.OfAsync(await _client.GetAsync(path), path);

    /// <summary>Gets a page, fills the form with that handler name, and posts it.</summary>
    public async Task<TestPage> SubmitAsync(string path, string form, params (string Name, string Value)[] fields) =>
        await PostAsync(path, (await GetAsync(path)).Form(form), fields);

    /// <summary>Posts the hidden fields of a form together with what is filled in.</summary>
    public async Task<TestPage> PostAsync(string path, IReadOnlyDictionary<string, string> hidden, params (string Name, string Value)[] fields)
    {
        var values = new Dictionary<string, string>(hidden, StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        return await TestPage.OfAsync(await _client.PostAsync(path, new FormUrlEncodedContent(values)), path);
    }

    /// <summary>Signs in with a password.</summary>
    public Task<TestPage> SignInAsync(string email, string password) =>
        SubmitAsync("/account/sign-in", "sign-in", ("Input.Email", email), ("Input.Password", password));

    /// <summary>Whether the start page opens.</summary>
    public async Task<bool> IsSignedInAsync() => (await GetAsync("/")).Status == HttpStatusCode.OK;

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}

/// <summary>An answer of the portal.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Html">Its text.</param>
/// <param name="Location">Where it sends the browser, as path and query; empty when it does not.</param>
/// <param name="Headers">Its headers.</param>
public sealed partial record TestPage(HttpStatusCode Status, string Html, string Location, System.Net.Http.Headers.HttpResponseHeaders Headers)
{
    /// <summary>The visible text of the page, decoded.</summary>
    public string Text => WebUtility.HtmlDecode(Tags().Replace(Html, " "));

    /// <summary>Reads an answer.</summary>
    public static async Task<TestPage> OfAsync(HttpResponseMessage response, string path)
    {
        var location = response.Headers.Location;
        if (location is not null && !location.IsAbsoluteUri)
        {
            location = new Uri(response.RequestMessage!.RequestUri!, location);
        }

        return new TestPage(
            response.StatusCode, await response.Content.ReadAsStringAsync(),
            location is null ? "" : location.Authority == response.RequestMessage!.RequestUri!.Authority ? location.PathAndQuery : location.ToString(),
            response.Headers);
    }

    /// <summary>The hidden fields of the form with that handler name.</summary>
    /// <exception cref="InvalidOperationException">The page has no such form.</exception>
    public IReadOnlyDictionary<string, string> Form(string name)
    {
        var form = Forms().Matches(Html).Select(match => match.Value)
            .FirstOrDefault(form => form.Contains($"name=\"_handler\" value=\"{name}\"", StringComparison.Ordinal) || form.Contains($"action=\"{name}\"", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The page has no form '{name}':\n{Html}");
        return Hidden().Matches(form).ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value), StringComparer.Ordinal);
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<script.*?</script>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tags();
}
