using System.Net;
using System.Text.RegularExpressions;
using Integration.Access;
using Integration.Calendars;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Tests.Calendars;

/// <summary>Calendar files of the running portal, as telephones and mail programs fetch them.</summary>
public sealed partial class CalendarHostTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private readonly TestPortal _portal = fixture.Portal;

    [Fact]
    public async Task OwnPage_MakesAnAddressOnce_AndTakesItBack()
    {
        using var browser = await _portal.SignInAsync(Role.CaseManager);
        var made = await browser.SubmitAsync(Links.CalendarFeed, "open");
        Assert.Equal(HttpStatusCode.OK, made.Status);
        var address = new Uri(Address().Match(made.Html).Value);
        Assert.DoesNotContain(".ics", (await browser.GetAsync(Links.CalendarFeed)).Html, StringComparison.Ordinal);

        using var telephone = _portal.Browser();
        using var answer = await telephone.Client.GetAsync(address.AbsolutePath, TestContext.Current.CancellationToken);
        Assert.Equal(EventCalendar.MediaType, answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.NotEmpty(Ical.Net.Calendar.Load(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.Events);

        await browser.SubmitAsync(Links.CalendarFeed, "revoke");
        using var after = await telephone.Client.GetAsync(address.AbsolutePath, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
    }

    [Fact]
    public async Task NoCalendarOfTheDemo_NamesAnybody()
    {
        await using var db = await _portal.Database.CreateDbContextAsync(TestContext.Current.CancellationToken);
        using var staff = await _portal.SignInAsync(Role.CaseManager);
        using var nobody = _portal.Browser();
        var texts = new List<string>();
        foreach (var id in await db.JobEvents.Select(e => e.Id).ToListAsync(TestContext.Current.CancellationToken))
        {
            texts.Add((await staff.GetAsync(Links.EventCalendar(id))).Html);
        }

        foreach (var ticket in await db.Registrations.Where(r => db.JobEvents.Any(e => e.Id == r.JobEventId && e.State != Integration.Events.JobEventState.Closed)).Select(r => r.TicketCode).ToListAsync(TestContext.Current.CancellationToken))
        {
            texts.Add((await nobody.GetAsync(Links.TicketCalendar(ticket))).Html);
        }

        var made = await staff.SubmitAsync(Links.CalendarFeed, "open");
        texts.Add((await nobody.GetAsync(new Uri(Address().Match(made.Html).Value).AbsolutePath)).Html);

        Assert.True(texts.Count > 70);
        Assert.All(texts, text => Assert.StartsWith("BEGIN:VCALENDAR", text, StringComparison.Ordinal));
        var words = texts.SelectMany(text => Word().Matches(text.Replace("\r\n ", "", StringComparison.Ordinal)).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);
        var names = await db.Participants.Select(p => p.FamilyName).Distinct().ToListAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(names);
        Assert.DoesNotContain(names.SelectMany(name => Word().Matches(name).Select(match => match.Value)), name => name.Length > 2 && words.Contains(name));
        var chiffres = await db.ProfileReleases.Select(r => r.Chiffre).Distinct().ToListAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(chiffres);
        var all = string.Concat(texts).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.DoesNotContain(chiffres, chiffre => all.Contains(chiffre, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/calendar/0000.ics")]
    [InlineData("/t/abc/calendar.ics")]
    [InlineData("/interpreting/abc/calendar.ics")]
    public async Task UnknownAddress_IsNotFound(string address)
    {
        using var browser = _portal.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).Status);
    }

    [GeneratedRegex(@"http://[^""]+/calendar/[0-9a-f]+\.ics", RegexOptions.None, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
