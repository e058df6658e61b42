using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Integration.Testing;
using UglyToad.PdfPig;

namespace Integration.Web.Tests.Employer;

/// <summary>Walks everything that somebody can reach: each link, each form's questions, and what is guessed; and reads every answer with all its headers.</summary>
/// <param name="browser">Who walks.</param>
/// <param name="canaries">What must not be found.</param>
/// <param name="watched">What is to be found: kept in <see cref="Read"/> once it was.</param>
/// <param name="most">Most addresses to open.</param>
public sealed partial class Walk(TestBrowser browser, Canaries canaries, IReadOnlyCollection<string> watched, int most = int.MaxValue)
{
    private const int VariantsOfOnePage = 30;
    private const int VariantsOfOneProfile = 2;
    private readonly Queue<string> _waiting = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _variants = new(StringComparer.Ordinal);

    /// <summary>What was found that must not be, and where.</summary>
    public List<string> Findings { get; } = [];

    /// <summary>Answers that were read: the address and its status.</summary>
    public Dictionary<string, HttpStatusCode> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>What of the watched was read.</summary>
    public HashSet<string> Read { get; } = new(StringComparer.Ordinal);

    /// <summary>Starts at addresses and follows whatever they lead to.</summary>
    public async Task FromAsync(IEnumerable<string> addresses, CancellationToken ct)
    {
        foreach (var address in addresses)
        {
            Add(address);
        }

        while (Answers.Count < most && _waiting.TryDequeue(out var address))
        {
            using var answer = await browser.Client.GetAsync(address, ct);
            await ReadAsync("GET " + address, answer, ct);
        }
    }

    /// <summary>Posts something and reads the answer.</summary>
    public async Task PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken ct)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await browser.Client.PostAsync(address, content, ct);
        await ReadAsync("POST " + address, answer, ct);
    }

    /// <summary>Reads an answer: status line, headers, file names, body; a PDF's text too.</summary>
    public async Task ReadAsync(string what, HttpResponseMessage answer, CancellationToken ct)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync(ct);
        var text = answer.Content.Headers.ContentType?.MediaType == "application/pdf" ? TextOf(bytes) : Encoding.UTF8.GetString(bytes);
        var headers = string.Join('\n', answer.Headers.Concat(answer.Content.Headers).SelectMany(header => header.Value.Select(value => header.Key + ": " + value)));
        Answers[what] = answer.StatusCode;
        Read.UnionWith(watched.Where(word => !Read.Contains(word) && text.Contains(word, StringComparison.Ordinal)));
        Findings.AddRange(canaries.In(text, what).Concat(canaries.In(headers, what)).Distinct(StringComparer.Ordinal).Take(3).Select(found => $"{what}: {found}"));
        if ((int)answer.StatusCode >= 500)
        {
            Findings.Add($"{what}: {(int)answer.StatusCode}");
        }

        if (answer.Headers.Location is { } location)
        {
            Add(new Uri(answer.RequestMessage!.RequestUri!, location));
        }

        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            Follow(answer.RequestMessage!.RequestUri!, text);
        }
    }

    /// <summary>The text of a PDF with its metadata and its bytes as they stand in the file.</summary>
    public static string TextOf(byte[] bytes)
    {
        using var document = PdfDocument.Open(bytes);
        return string.Join('\n', document.GetPages().Select(page => page.Text).Append(document.Information.Title ?? "").Append(document.Information.Subject ?? "").Append(Encoding.Latin1.GetString(bytes)));
    }

    private void Follow(Uri at, string html)
    {
        // As a browser does: what begins with no slash begins where the page says.
        var from = html.Contains("<base href=\"/\"", StringComparison.Ordinal) ? new Uri(at, "/") : at;
        foreach (Match link in Links().Matches(html))
        {
            if (Uri.TryCreate(from, WebUtility.HtmlDecode(link.Groups["address"].Value), out var target))
            {
                Add(target);
            }
        }

        foreach (Match form in Forms().Matches(html))
        {
            var action = Action().Match(form.Value) is { Success: true } own ? new Uri(from, WebUtility.HtmlDecode(own.Groups["address"].Value)) : at;
            foreach (Match choice in Selects().Matches(form.Value))
            {
                foreach (Match option in Options().Matches(choice.Value))
                {
                    Add($"{action.AbsolutePath}?{choice.Groups["name"].Value}={Uri.EscapeDataString(WebUtility.HtmlDecode(option.Groups["value"].Value))}");
                }
            }
        }
    }

    private void Add(Uri target)
    {
        if (target.Authority == browser.Client.BaseAddress!.Authority)
        {
            Add(target.PathAndQuery);
        }
    }

    private void Add(string address)
    {
        var (path, query) = address.Split('?', 2) is [var before, var after] ? (before, after) : (address, "");
        // Another language, and leaving, would change the walk under its feet; they are tried for themselves.
        if (path.StartsWith("/language/", StringComparison.Ordinal) || !_seen.Add(address))
        {
            return;
        }

        var names = path + "?" + string.Join('&', query.Split('&').Select(part => part.Split('=')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var profile = path.StartsWith("/k/", StringComparison.Ordinal);
        var page = profile ? path : names;
        if ((_variants[page] = _variants.GetValueOrDefault(page) + 1) <= (profile ? VariantsOfOneProfile : VariantsOfOnePage))
        {
            _waiting.Enqueue(address);
        }
    }

    [GeneratedRegex("(href|src)=\"(?<address>[^\"#]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Links();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<form[^>]* action=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Action();

    [GeneratedRegex("<select[^>]* name=\"(?<name>[^\"]+)\".*?</select>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Selects();

    [GeneratedRegex("<option value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Options();
}
