using Bunit;
using Integration.Access;
using Integration.Common;
using Integration.Organisations;
using Integration.TalkPlans;
using Integration.Testing;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Integration.Web.TalkPlans;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests.TalkPlans;

public sealed class TalkBoardPageTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Organisation _own = null!;
    private TalkFair _fair = null!;
    private TalkScheduleId _draft;
    private PageContext _context = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _own = await _database.OrganisationAsync();
        _fair = await _database.TalkFairAsync(_own.Id);
        _context = new PageContext(_database, TestUser.With(_own.Id, Role.Organiser));
        _draft = (await _context.Services.GetRequiredService<PlanTalks>().ExecuteAsync(_fair.Event.Id, new PlanTalks.Form { Seconds = 5 }, null, Xunit.TestContext.Current.CancellationToken)).Value;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Talk_IsMovedPinnedTakenOutAndEverythingIsTakenBack()
    {
        var page = Open();
        var before = await TalksAsync();
        var (talk, to) = Free(before);
        await page.WaitForElement($"[data-talk='{talk.Id.Value:N}']").ClickAsync(new MouseEventArgs());
        await page.Find("#talk-time").ChangeAsync(new() { Value = Format.Time(to.StartsAt) });
        await page.Find("#talk-table").ChangeAsync(new() { Value = Format.Count(to.Table) });
        await page.Find(".talk-panel form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal((to.StartsAt, to.Table), Place(TalkNow(talk.Id))));

        await page.Find(".talk-panel button[aria-pressed]").ClickAsync(new MouseEventArgs());
        page.WaitForAssertion(() => Assert.NotNull(page.Find($".pinned[data-talk='{talk.Id.Value:N}']")));

        await page.Find(".talk-panel button.quiet:not(.small)").ClickAsync(new MouseEventArgs());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll($"[data-talk='{talk.Id.Value:N}']")));

        for (var i = 0; i < 3; i++)
        {
            var steps = page.FindAll("p > button.small").Single().TextContent;
            await page.FindAll("p > button.small").Single().ClickAsync(new MouseEventArgs());
            page.WaitForAssertion(() => Assert.DoesNotContain(page.FindAll("p > button.small"), button => button.TextContent == steps));
        }

        Assert.Equal(before.Select(Facts).ToHashSet(), (await TalksAsync()).Select(Facts).ToHashSet());
    }

    [Fact]
    public async Task TalkPutOnATakenTable_IsWarnedOfAtOnceAndStandsInTheWay()
    {
        var page = Open();
        var talks = await TalksAsync();
        var grid = page.FindComponent<BoardGrid>();
        var one = talks[0];
        var other = talks.First(talk => talk.EmployerId == one.EmployerId && talk.RegistrationId != one.RegistrationId && talk.StartsAt != one.StartsAt);
        var row = grid.Instance.Board.Hosts.TakeWhile(host => host.Id != one.EmployerId).Sum(host => host.Tables) + other.Table - 1;
        var slot = grid.Instance.Board.Slots.First(known => known.StartsAt == other.StartsAt).Index;
        await grid.InvokeAsync(() => grid.Instance.MovedTo(Boards.IdOf(one.Id), row, slot));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".talk.warn")));
        Assert.NotNull(page.Find("#talk-warnings"));
        Assert.Empty(page.FindAll("#publish ~ .buttons .primary"));
    }

    [Fact]
    public async Task TalkPutOnAnotherEmployer_StaysAndSaysWhy()
    {
        var page = Open();
        var talk = (await TalksAsync())[0];
        var grid = page.FindComponent<BoardGrid>();
        var row = grid.Instance.Board.Hosts.TakeWhile(host => host.Id == talk.EmployerId).Sum(host => host.Tables);
        row = grid.Instance.Board.Hosts[0].Id == talk.EmployerId ? row : 0;
        await grid.InvokeAsync(() => grid.Instance.MovedTo(Boards.IdOf(talk.Id), row, 0));
        page.WaitForAssertion(() => Assert.NotNull(page.Find(".notice.bad")));
        Assert.Equal(Place(talk), Place(TalkNow(talk.Id)));
    }

    [Fact]
    public async Task UnmetTalk_IsPutInByHand()
    {
        var gone = (await TalksAsync())[0];
        var board = (await _context.Services.GetRequiredService<TalkScheduleQueries>().BoardAsync(_draft, Xunit.TestContext.Current.CancellationToken)).Value!;
        Assert.True((await _context.Services.GetRequiredService<DropTalk>().ExecuteAsync(_draft, board.Version, gone.Id, Xunit.TestContext.Current.CancellationToken)).Done);
        var page = Open("?view=unmet");
        await page.WaitForElement(".talk-list button").ClickAsync(new MouseEventArgs());
        await page.Find("#talk-time").ChangeAsync(new() { Value = Format.Time(gone.StartsAt) });
        await page.Find("#talk-table").ChangeAsync(new() { Value = Format.Count(gone.Table) });
        await page.Find(".talk-panel form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".talk-list")));
        Assert.Equal(8, (await TalksAsync()).Count);
    }

    [Fact]
    public async Task Draft_IsPublishedAfterItWasSaidWhatThatDoes()
    {
        var page = Open();
        await page.WaitForElement("section:has(#publish) .primary").ClickAsync(new MouseEventArgs());
        Assert.NotEmpty(page.FindAll("section:has(#publish) li"));
        await page.Find("section:has(#publish) .primary").ClickAsync(new MouseEventArgs());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("section:has(#publish)")));
        await using var db = _database.CreateDbContext();
        Assert.Equal(TalkScheduleState.Published, (await db.TalkSchedules.SingleAsync(Xunit.TestContext.Current.CancellationToken)).State);
        Assert.Empty(page.FindAll("[draggable]"));
    }

    [Fact]
    public async Task Repair_ListsTheChangesAndIsPublished()
    {
        await PublishAsync();
        var absent = _fair.Releases[0].Chiffre;
        var repair = _context.Render<TalkRepairPage>(p => p.Add(x => x.Id, _fair.Event.Id.Value));
        await repair.WaitForElement("#absent-chiffre").ChangeAsync(new() { Value = "gibt es nicht" });
        await repair.Find("section:has(#absent) form").SubmitAsync();
        Assert.NotEmpty(repair.Find("#absent-problem").TextContent);
        await repair.Find("#absent-chiffre").ChangeAsync(new() { Value = absent });
        await repair.Find("section:has(#absent) form").SubmitAsync();
        await repair.Find("section:has(#losses) .primary").ClickAsync(new MouseEventArgs());
        var navigation = _context.Services.GetRequiredService<NavigationManager>();
        repair.WaitForAssertion(() => Assert.Contains("/changes/", navigation.Uri, StringComparison.Ordinal), TimeSpan.FromSeconds(30));

        var parts = new Uri(navigation.Uri).AbsolutePath.Split('/');
        var changes = _context.Render<TalkChangesPage>(p => p.Add(x => x.Id, _fair.Event.Id.Value).Add(x => x.Schedule, Guid.Parse(parts[4])).Add(x => x.Before, Guid.Parse(parts[6])));
        Assert.Contains(changes.WaitForElements(".changes li"), line => line.TextContent.Contains(absent, StringComparison.Ordinal));
        await changes.Find("section:has(#publish) .primary").ClickAsync(new MouseEventArgs());
        await changes.Find("section:has(#publish) .primary").ClickAsync(new MouseEventArgs());
        changes.WaitForAssertion(() => Assert.NotNull(changes.Find(".notice.good")));
        await using var db = _database.CreateDbContext();
        var published = await db.TalkSchedules.Include(s => s.Talks).SingleAsync(s => s.PublishedFor != null, Xunit.TestContext.Current.CancellationToken);
        Assert.DoesNotContain(published.Talks, talk => talk.RegistrationId == _fair.Registrations[0].Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?view=people")]
    [InlineData("?view=employers")]
    [InlineData("?view=interpreters")]
    [InlineData("?view=unmet")]
    public async Task ForeignOrganiser_FindsNothing(string view)
    {
        await using var foreign = new PageContext(_database, TestUser.With((await _database.OrganisationAsync()).Id, Role.Organiser));
        var page = Open(view, foreign);
        page.WaitForState(() => !page.Markup.Contains(ShellTexts.Loading, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".tabs"));
        Assert.DoesNotContain(_fair.Releases[0].Chiffre, page.Markup, StringComparison.Ordinal);
        // The control: whoever leads it sees the views.
        var own = Open(view);
        own.WaitForAssertion(() => Assert.NotEmpty(own.FindAll(".tabs a[aria-current]")));
    }

    [Fact]
    public void PeopleAndEmployers_AreFoundBySearching()
    {
        var chiffre = _fair.Releases[0].Chiffre;
        var page = Open($"?view=people&q={chiffre}");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.Contains(chiffre, page.Find("tbody th").TextContent, StringComparison.Ordinal);
        var employers = Open($"?view=employers&q={Uri.EscapeDataString(_fair.Employers[1].Name)}");
        employers.WaitForAssertion(() => Assert.Equal(_fair.Employers[1].Name, employers.Find("section h2[id^=g-]").TextContent));
    }

    private async Task PublishAsync()
    {
        var board = (await _context.Services.GetRequiredService<TalkScheduleQueries>().BoardAsync(_draft, Xunit.TestContext.Current.CancellationToken)).Value!;
        Assert.True((await _context.Services.GetRequiredService<PublishTalks>().ExecuteAsync(_draft, board.Version, Xunit.TestContext.Current.CancellationToken)).Done);
    }

    private IRenderedComponent<TalkBoardPage> Open(string query = "", PageContext? context = null)
    {
        context ??= _context;
        context.Services.GetRequiredService<NavigationManager>().NavigateTo(Links.TalkSchedule(_fair.Event.Id, _draft) + query);
        return context.Render<TalkBoardPage>(p => p.Add(x => x.Id, _fair.Event.Id.Value).Add(x => x.Schedule, _draft.Value));
    }

    // A talk, and a time and table at which neither it nor its person nor anybody else is.
    private static (ScheduledTalk Talk, (TimeOnly StartsAt, int Table) To) Free(IReadOnlyList<ScheduledTalk> talks) => (
        from talk in talks
        from slot in new[] { new TimeOnly(10, 0), new TimeOnly(10, 20), new TimeOnly(10, 40) }
        from table in new[] { 1, 2 }
        where !talks.Any(other => other.RegistrationId == talk.RegistrationId && other.Id != talk.Id && other.StartsAt == slot)
            && !talks.Any(other => other.EmployerId == talk.EmployerId && other.StartsAt == slot && other.Table == table)
        select (talk, (slot, table))).First();

    private static (TimeOnly StartsAt, int Table) Place(ScheduledTalk talk) => (talk.StartsAt, talk.Table);

    private static (RegistrationId, OrganisationId, TimeOnly, int, bool) Facts(ScheduledTalk talk) => (talk.RegistrationId, talk.EmployerId, talk.StartsAt, talk.Table, talk.Pinned);

    private async Task<List<ScheduledTalk>> TalksAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.ScheduledTalks.AsNoTracking().Where(talk => talk.ScheduleId == _draft).OrderBy(talk => talk.StartsAt).ThenBy(talk => talk.Table).ToListAsync(Xunit.TestContext.Current.CancellationToken);
    }

    private ScheduledTalk TalkNow(ScheduledTalkId id)
    {
        using var db = _database.CreateDbContext();
        return db.ScheduledTalks.AsNoTracking().Single(talk => talk.Id == id);
    }
}
