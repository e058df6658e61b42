using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Integration.Access;
using Integration.Common;
using Integration.Events;
using Integration.Participants;
using Integration.Testing;
using Integration.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests.Door;

/// <summary>The doors of the running portal, as devices and plain forms reach them.</summary>
public sealed class DoorHostTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private readonly TestPortal _portal = fixture.Portal;

    [Fact]
    public async Task Device_TellsTwice_AndEachScanCountsOnce()
    {
        var (jobEvent, guests) = await TodayAsync("Amina", "Dilan");
        using var browser = await _portal.SignInAsync(Role.Reception);
        object[] scans =
        [
            new { nonce = Guid.CreateVersion7(), ticket = guests[0].TicketCode, direction = "In", scannedAt = TimeProvider.System.GetUtcNow(), device = "Haupteingang" },
            new { nonce = Guid.CreateVersion7(), registration = guests[1].Id.Value, direction = "In", scannedAt = TimeProvider.System.GetUtcNow(), device = "Haupteingang" },
            new { nonce = Guid.CreateVersion7(), ticket = "unbekannt", direction = "In" },
        ];

        var first = await AnswersAsync(await TellAsync(browser, jobEvent.Id, scans));
        var again = await AnswersAsync(await TellAsync(browser, jobEvent.Id, scans));

        Assert.Equal(["Admitted", "Admitted", "UnknownTicket"], first.Select(answer => answer.GetProperty("outcome").GetString()));
        Assert.Equal(["Good", "Good", "Stop"], first.Select(answer => answer.GetProperty("signal").GetString()));
        Assert.Equal("Amina M.", first[0].GetProperty("name").GetString());
        Assert.Equal("Willkommen – ist jetzt da.", first[0].GetProperty("sentence").GetString());
        Assert.Equal(first.Select(answer => answer.ToString()), again.Select(answer => answer.ToString()));

        var count = await browser.Client.GetFromJsonAsync<JsonElement>($"/door/{jobEvent.Id}/count", TestContext.Current.CancellationToken);
        Assert.Equal((2, 2), (count.GetProperty("came").GetInt32(), count.GetProperty("inside").GetInt32()));
    }

    [Fact]
    public async Task List_HasNothingButWhatTheDoorNeeds_AndIsNotKept()
    {
        var (jobEvent, guests) = await TodayAsync("Олена");
        using var browser = await _portal.SignInAsync(Role.Reception);
        using var response = await browser.Client.GetAsync($"/door/{jobEvent.Id}/list", TestContext.Current.CancellationToken);
        Assert.True(response.Headers.CacheControl?.NoStore);
        var row = Assert.Single(await AnswersAsync(response));
        Assert.Equal(["registration", "ticket", "name", "key", "standing"], row.EnumerateObject().Select(property => property.Name));
        Assert.Equal((guests[0].TicketCode, "Олена M.", "olena m", "Expected"), (Text("ticket"), Text("name"), Text("key"), Text("standing")));

        string? Text(string property) => row.GetProperty(property).GetString();
    }

    [Fact]
    public async Task MessageWithoutToken_IsRefused()
    {
        var (jobEvent, guests) = await TodayAsync("Amina");
        using var browser = await _portal.SignInAsync(Role.Reception);
        var response = await browser.Client.PostAsJsonAsync(
            $"/door/{jobEvent.Id}/scans", new[] { new { nonce = Guid.CreateVersion7(), ticket = guests[0].TicketCode, direction = "In" } }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await using var db = await _portal.Database.CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.False(await db.DoorScans.AnyAsync(scan => scan.JobEventId == jobEvent.Id, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    [InlineData(false, -9)]
    public async Task ForeignEventAndEventOfAnotherDay_AreNotFound(bool foreign, int days)
    {
        var (jobEvent, guests) = await TodayAsync(["Amina"], foreign ? (await _portal.Database.OrganisationAsync()).Id : null, days);
        var (own, _) = await TodayAsync();
        using var browser = await _portal.SignInAsync(Role.Reception);
        var token = await TokenAsync(browser, own.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/door/{jobEvent.Id}/list")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/door/{jobEvent.Id}/count")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(browser, jobEvent.Id, token, [new { nonce = Guid.CreateVersion7(), ticket = guests[0].TicketCode, direction = "In" }])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/door/{jobEvent.Id}/groups")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/door/{jobEvent.Id}/counts")).Status);
        var page = await browser.GetAsync($"/door/{jobEvent.Id}");
        Assert.DoesNotContain(jobEvent.Title, page.Text, StringComparison.Ordinal);
        Assert.Contains(LayoutTexts.NotFoundTitle, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlainForm_LetsInByTicketAndByName()
    {
        var (jobEvent, guests) = await TodayAsync("Çiğdem", "Amina");
        using var browser = await _portal.SignInAsync(Role.Reception);
        var path = $"/door/{jobEvent.Id}";
        var empty = await browser.GetAsync(path);
        Assert.DoesNotContain("Amina", empty.Text, StringComparison.Ordinal);

        var byTicket = await browser.SubmitAsync(path, "scan", ("Input.Ticket", guests[1].TicketCode), ("Input.Act", "In"));
        Assert.Contains("Willkommen – ist jetzt da.", byTicket.Text, StringComparison.Ordinal);
        Assert.Contains("Amina M.", byTicket.Text, StringComparison.Ordinal);

        var found = await browser.GetAsync(path + "?q=cigd");
        Assert.Contains("Çiğdem M.", found.Text, StringComparison.Ordinal);
        Assert.Contains($"In:{guests[0].Id}", found.Html, StringComparison.Ordinal);
        var byName = await browser.PostAsync(path, found.Form("scan"), ("Input.Act", $"In:{guests[0].Id}"));
        Assert.Contains("Çiğdem M.", byName.Text, StringComparison.Ordinal);

        var guest = await browser.SubmitAsync(path, "guest", ("Guest.Name", "Tesfay"), ("Guest.Language", "tir"));
        Assert.Contains("Gast aufgenommen: Tesfay", guest.Text, StringComparison.Ordinal);
        await using var db = await _portal.Database.CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, await db.Attendances.CountAsync(a => a.JobEventId == jobEvent.Id, TestContext.Current.CancellationToken));
        Assert.Equal("tir", (await db.WalkIns.SingleAsync(w => w.JobEventId == jobEvent.Id, TestContext.Current.CancellationToken)).SupportLanguage);
    }

    [Fact]
    public async Task TodaysDoors_AreThoseOfTheOwnOrganisation()
    {
        var (own, _) = await TodayAsync();
        var (foreign, _) = await TodayAsync([], (await _portal.Database.OrganisationAsync()).Id, 0);
        var (tomorrow, _) = await TodayAsync([], null, 1);
        using var browser = await _portal.SignInAsync(Role.Reception);
        var page = await browser.GetAsync("/door");
        Assert.Contains($"/door/{own.Id}", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(foreign.Id.ToString(), page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(tomorrow.Id.ToString(), page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CodeOnATicket_LeadsReceptionToTheDoor_AndTellsNobodyElseAnything()
    {
        var (jobEvent, guests) = await TodayAsync("Amina");
        using var reception = await _portal.SignInAsync(Role.Reception);
        Assert.Equal($"/door/{jobEvent.Id}?ticket={guests[0].TicketCode}", (await reception.GetAsync("/t/" + guests[0].TicketCode)).Location);
        Assert.Contains(guests[0].TicketCode, (await reception.GetAsync($"/door/{jobEvent.Id}?ticket={guests[0].TicketCode}")).Html, StringComparison.Ordinal);

        foreach (var browser in new[] { _portal.Browser(), await _portal.SignInAsync(Role.CaseManager) })
        {
            var known = await browser.GetAsync("/t/" + guests[0].TicketCode);
            var unknown = await browser.GetAsync("/t/" + OpaqueToken.Draw());
            Assert.Equal((HttpStatusCode.OK, unknown.Text), (known.Status, known.Text));
            Assert.Contains(DoorTexts.TicketPageText, known.Text, StringComparison.Ordinal);
            browser.Dispose();
        }
    }

    [Fact]
    public async Task GuestsToldLater_AreInOnce_AndARefusedOneIsNamed()
    {
        var (jobEvent, _) = await TodayAsync();
        using var browser = await _portal.SignInAsync(Role.Reception);
        var token = await TokenAsync(browser, jobEvent.Id);
        var arrivedAt = TimeProvider.System.GetUtcNow();
        object[] guests =
        [
            new { id = Guid.CreateVersion7(), name = "Tesfay", language = "tir", arrivedAt },
            new { id = Guid.CreateVersion7(), name = "Noah", language = "klingon", arrivedAt },
        ];

        var first = await AnswersAsync(await PostAsync(browser, jobEvent.Id, token, guests, "guests"));
        var again = await AnswersAsync(await PostAsync(browser, jobEvent.Id, token, guests, "guests"));

        Assert.Equal([true, false], first.Select(answer => answer.GetProperty("saved").GetBoolean()));
        Assert.Equal("Diese Sprache steht nicht in der Liste.", first[1].GetProperty("sentence").GetString());
        Assert.Equal(first.Select(answer => answer.ToString()), again.Select(answer => answer.ToString()));
        await using var db = await _portal.Database.CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal("Tesfay", (await db.WalkIns.SingleAsync(w => w.JobEventId == jobEvent.Id, TestContext.Current.CancellationToken)).DisplayName);
        var without = await browser.Client.PostAsJsonAsync($"/door/{jobEvent.Id}/guests", guests, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        var foreign = await _portal.Database.JobEventAsync((await _portal.Database.OrganisationAsync()).Id, e => e.Date = jobEvent.Date);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(browser, foreign.Id, token, guests, "guests")).StatusCode);
    }

    [Fact]
    public async Task Group_IsLetInByThePlainForm_AndHandedToDevicesWithoutNames()
    {
        var (jobEvent, guests) = await TodayAsync("Amina", "Dilan");
        using var browser = await _portal.SignInAsync(Role.Reception);
        using var response = await browser.Client.GetAsync($"/door/{jobEvent.Id}/groups", TestContext.Current.CancellationToken);
        var group = Assert.Single(await AnswersAsync(response));
        Assert.Equal(["key", "name", "people"], group.EnumerateObject().Select(property => property.Name));
        Assert.Equal(guests.Select(guest => guest.Id.Value).Order(), group.GetProperty("people").EnumerateArray().Select(id => id.GetGuid()).Order());

        var page = await browser.SubmitAsync($"/door/{jobEvent.Id}", "group", ("Group.Key", group.GetProperty("key").GetString()!));

        Assert.Contains(": 2 jetzt da.", page.Text, StringComparison.Ordinal);
        Assert.Contains(": 2 da, 0 noch nicht", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_AreToldToOtherDevicesWithinFiveSeconds()
    {
        var (jobEvent, guests) = await TodayAsync("Amina");
        using var listening = await _portal.SignInAsync(Role.Reception);
        using var scanning = await _portal.SignInAsync(Role.Reception);
        using var response = await listening.Client.GetAsync($"/door/{jobEvent.Id}/counts", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await CameAsync());

        await TellAsync(scanning, jobEvent.Id, [new { nonce = Guid.CreateVersion7(), ticket = guests[0].TicketCode, direction = "In" }]);

        Assert.Equal(1, await CameAsync());

        async Task<int> CameAsync()
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(5));
            while (await reader.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.StartsWith("data:", StringComparison.Ordinal))
                {
                    using var data = JsonDocument.Parse(line[5..]);
                    return data.RootElement.GetProperty("came").GetInt32();
                }
            }

            return -1;
        }
    }

    [Theory]
    [InlineData("/door-sw.js", "text/javascript")]
    [InlineData("/manifest.webmanifest", "application/manifest+json")]
    public async Task FilesForTheDevice_AreServedAsWhatTheyAre(string path, string type)
    {
        using var browser = _portal.Browser();
        using var response = await browser.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }

    private Task<(JobEvent Event, IReadOnlyList<Registration> Guests)> TodayAsync(params string[] names) => TodayAsync(names, null, 0);

    // From noon to noon, so that the doors are open at whatever hour the test runs; people come from another organisation.
    private async Task<(JobEvent Event, IReadOnlyList<Registration> Guests)> TodayAsync(string[] names, OrganisationId? organisation, int days)
    {
        var leader = organisation ?? (await _portal.UserAsync(Role.Reception)).OrganisationId;
        var today = _portal.Services.GetRequiredService<TimeProvider>().Today();
        var jobEvent = await _portal.Database.JobEventAsync(leader, e =>
            (e.Title, e.Date, e.StartsAt, e.EndsAt) = ("Einlasstest " + e.Key, today.AddDays(days), new TimeOnly(12, 0), new TimeOnly(11, 59)));
        var sender = await _portal.Database.OrganisationAsync();
        var guests = new List<Registration>();
        foreach (var name in names)
        {
            guests.Add(await _portal.Database.RegistrationAsync(await _portal.Database.ParticipantAsync(sender.Id, (Participant p) => p.GivenName = name), jobEvent));
        }

        return (jobEvent, guests);
    }

    private static async Task<HttpResponseMessage> TellAsync(TestBrowser browser, JobEventId jobEvent, object[] scans) =>
        await PostAsync(browser, jobEvent, await TokenAsync(browser, jobEvent), scans);

    private static async Task<string> TokenAsync(TestBrowser browser, JobEventId jobEvent) =>
        (await browser.GetAsync($"/door/{jobEvent}")).Form("scan")["__RequestVerificationToken"];

    private static async Task<HttpResponseMessage> PostAsync(TestBrowser browser, JobEventId jobEvent, string token, object[] scans, string what = "scans")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/door/{jobEvent}/{what}") { Content = JsonContent.Create(scans) };
        request.Headers.Add("RequestVerificationToken", token);
        return await browser.Client.SendAsync(request);
    }

    private static async Task<List<JsonElement>> AnswersAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<List<JsonElement>>(TestContext.Current.CancellationToken))!;
    }
}
