using Integration.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Integration.Browser.Tests.Journeys;

/// <summary>The hall's network goes away while somebody writes, and comes back.</summary>
public sealed class LostConnectionJourney(BrowserFixture browser)
{
    [Fact]
    public async Task WhatWasTypedMeanwhile_IsSavedWhenTheConnectionIsBack()
    {
        var page = await browser.OpenAsync(Role.CaseManager);
        var lost = false;
        var sockets = new List<IWebSocketRoute>();
        await page.RouteWebSocketAsync("**/_blazor**", socket =>
        {
            if (lost)
            {
                _ = socket.CloseAsync();
                return;
            }

            socket.ConnectToServer();
            sockets.Add(socket);
        });
        await page.RouteAsync("**/_blazor/**", route => lost ? route.AbortAsync() : route.ContinueAsync());
        await page.GotoAsync($"/participants/{browser.World.Other}");
        await page.Locator("#interpreter").WaitForAsync();
        Assert.NotEmpty(sockets);

        lost = true;
        await sockets[^1].CloseAsync();
        await Expect(page.GetByText("Verbindung unterbrochen.")).ToBeVisibleAsync();
        await page.GetByLabel("Straße und Nummer", new() { Exact = true }).PressSequentiallyAsync("Am Kanal 7");

        lost = false;
        await Expect(page.GetByText("Verbindung unterbrochen.")).ToBeHiddenAsync(new() { Timeout = 40_000 });
        await page.GetByLabel("Telefon", new() { Exact = true }).FocusAsync();
        await Expect(page.Locator("#person .saved")).ToContainTextAsync("gespeichert");
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Straße und Nummer", new() { Exact = true })).ToHaveValueAsync("Am Kanal 7");
    }
}
