using System.Text.RegularExpressions;
using Integration.Common;
using Integration.Testing;
using Integration.Web.Employer;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integration.Browser.Tests.Journeys;

/// <summary>The telephone of an employer's contact, 390 px wide, and what they do with it.</summary>
internal sealed partial class EmployerPhone
{
    private readonly Mailbox _mailbox;
    private readonly string _portal;
    private readonly List<string> _foreign = [];

    private EmployerPhone(IPage page, Mailbox mailbox, TestPortal portal)
    {
        (Page, _mailbox, _portal) = (page, mailbox, portal.Address.Authority);
        page.Context.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } uri && uri.Authority != _portal)
            {
                _foreign.Add(request.Url);
            }
        };
    }

    /// <summary>Its browser.</summary>
    public IPage Page { get; }

    /// <summary>A telephone that nobody has signed in with.</summary>
    public static async Task<EmployerPhone> OpenAsync(BrowserFixture browser, TestPortal portal, string address) =>
        new(await browser.OpenAsync(role: null, width: 390, height: 844, at: portal), new Mailbox(portal, address), portal);

    /// <summary>Opens the link of the invitation and signs in with the code that follows it.</summary>
    public async Task AcceptAsync()
    {
        await Page.GotoAsync(Link().Match(await _mailbox.NextAsync("/account/invitation")).Value);
        await LookAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Weiter" }).ClickAsync();
        await EnterCodeAsync();
    }

    /// <summary>Asks for an address while nobody is signed in, and signs in by a code from there.</summary>
    public async Task SignInAtAsync(string address)
    {
        await Page.GotoAsync(address);
        await Expect(Page.Locator("h1")).ToHaveTextAsync("Anmelden mit Code");
        await Page.GetByLabel("E-Mail-Adresse").FillAsync(_mailbox.Address);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Code schicken" }).ClickAsync();
        await EnterCodeAsync();
    }

    /// <summary>The list of an event, from the start page.</summary>
    public async Task OpenEventAsync(string title)
    {
        await Page.GotoAsync(EmployerLinks.Start);
        await Page.Locator("li.card").Filter(new() { HasText = title }).GetByRole(AriaRole.Link, new() { Name = "Kurzprofile ansehen" }).ClickAsync();
        await Expect(Page.Locator("h1")).ToHaveTextAsync(title);
    }

    /// <summary>Filters the list by group of occupations and German.</summary>
    public async Task FilterAsync(string group, LanguageLevel german)
    {
        await Page.Locator(".filters summary").ClickAsync();
        await Page.GetByLabel("Berufsgruppe").SelectOptionAsync(group);
        await Page.GetByLabel("Deutsch (Sprechen)").SelectOptionAsync(german.ToString());
        await PressAsync("Anzeigen");
    }

    /// <summary>Scans a printed code: its camera opens what the code says, here at the portal of the test.</summary>
    public Task ScanAsync(string code) => Page.GotoAsync(new Uri(code).AbsolutePath);

    /// <summary>Presses a button of the page, which is a form without a script: the answer stands when this returns.</summary>
    public async Task PressAsync(string button)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void OnLoad(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += OnLoad;
        try
        {
            await Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
            await loaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            Page.Load -= OnLoad;
        }
    }

    /// <summary>The page stands here and says this.</summary>
    public Task SaysAsync(string text) => Expect(Page.Locator("main")).ToContainTextAsync(text);

    /// <summary>The page is accessible, fits the screen, and nothing was asked of anybody else's server.</summary>
    public async Task LookAsync()
    {
        await Page.LookAsync();
        Assert.Empty(_foreign);
    }

    /// <summary>What an address answers to this browser, as it is sent: nothing may hide behind what is shown.</summary>
    public async Task<string> SourceAsync(string address)
    {
        var answer = await Page.APIRequest.GetAsync(address);
        return string.Join('\n', answer.Headers.Select(header => header.Key + ": " + header.Value)) + "\n" + answer.Url + "\n" + await answer.TextAsync();
    }

    private async Task EnterCodeAsync()
    {
        await Page.GetByLabel("Code aus der E-Mail").FillAsync(Code().Match(await _mailbox.NextAsync("Ihr Code zum Anmelden")).Value);
        await PressAsync("Anmelden");
        await Page.Locator(".stand-main h1").WaitForAsync();
    }

    [GeneratedRegex(@"/account/invitation\?token=[0-9a-f]{64}")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\d)\d{4} \d{4}(?!\d)")]
    private static partial Regex Code();
}
