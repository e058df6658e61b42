using Bunit;
using Integration.Access;
using Integration.Organisations;
using Integration.TalkPlans;
using Integration.Testing;
using Integration.Web.Resources;
using Integration.Web.TalkPlans;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Tests.TalkPlans;

public sealed class TalkPlansPageTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Organisation _own = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _own = await _database.OrganisationAsync();
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task EmptyEvent_SaysWhatIsMissingAndCannotBePlanned()
    {
        var jobEvent = await _database.JobEventAsync(_own.Id);
        await using var context = For(_own);
        var page = context.Render<TalkPlansPage>(p => p.Add(x => x.Id, jobEvent.Id.Value));
        Assert.NotEmpty(page.WaitForElements(".tag.bad"));
        Assert.NotNull(page.Find("a[href='#times']"));
        Assert.True(page.Find("form button.primary").HasAttribute("disabled"));
    }

    [Fact]
    public async Task TimesAndTables_AreEnteredAndThePlanIsFound()
    {
        var fair = await _database.TalkFairAsync(_own.Id, slots: 0, tables: 0);
        await using var context = For(_own);
        var page = context.Render<TalkPlansPage>(p => p.Add(x => x.Id, fair.Event.Id.Value));

        await page.WaitForElement("#times .buttons button").ClickAsync(new MouseEventArgs());
        await page.Find("#times input[name=StartsAt]").ChangeAsync(new() { Value = "10:00" });
        await page.Find("#times input[name=EndsAt]").ChangeAsync(new() { Value = "11:00" });
        await page.Find("#times form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("10:00", page.Find("#times li").TextContent, StringComparison.Ordinal));

        await page.Find("#tables button").ClickAsync(new MouseEventArgs());
        page.WaitForAssertion(() => Assert.False(page.Find("form button.primary").HasAttribute("disabled")));

        await page.Find("form:has(button.primary)").SubmitAsync();
        page.WaitForAssertion(() => Assert.NotNull(page.Find("a.row-link")), TimeSpan.FromSeconds(30));
        await using var db = _database.CreateDbContext();
        var plan = await db.TalkSchedules.Include(s => s.Talks).SingleAsync(Xunit.TestContext.Current.CancellationToken);
        // Without a stand an employer has one table: two tables at three times.
        Assert.Equal(6, plan.Talks.Count);
        Assert.Equal(TalkScheduleState.Draft, plan.State);

        await page.Find(".confirm-body button.danger").ClickAsync(new MouseEventArgs());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("a.row-link")));
    }

    [Fact]
    public async Task OverlappingTimes_AreRefusedBesideTheField()
    {
        var fair = await _database.TalkFairAsync(_own.Id);
        await using var context = For(_own);
        var page = context.Render<TalkPlansPage>(p => p.Add(x => x.Id, fair.Event.Id.Value));
        await page.WaitForElement("#times .buttons button").ClickAsync(new MouseEventArgs());
        await page.Find("#times input[name=StartsAt]").ChangeAsync(new() { Value = "10:15" });
        await page.Find("#times form").SubmitAsync();
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#times .has-error")));
    }

    [Fact]
    public async Task EmployersTables_AreChanged()
    {
        var fair = await _database.TalkFairAsync(_own.Id);
        await using var context = For(_own);
        var page = context.Render<TalkPlansPage>(p => p.Add(x => x.Id, fair.Event.Id.Value));
        await page.WaitForElement("#tables tbody button").ClickAsync(new MouseEventArgs());
        await page.Find("#tables input[name=Tables]").ChangeAsync(new() { Value = "5" });
        await page.Find("#tables select").ChangeAsync(new() { Value = "ukr" });
        await page.Find("#tables form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#tables form")));
        await using var db = _database.CreateDbContext();
        var venue = Assert.Single(await db.TalkVenues.Where(v => v.Tables == 5).ToListAsync(Xunit.TestContext.Current.CancellationToken));
        Assert.Equal(["ukr"], venue.Languages);
    }

    [Fact]
    public async Task ForeignOrganiser_FindsNothing()
    {
        var fair = await _database.TalkFairAsync(_own.Id);
        await using var foreign = For(await _database.OrganisationAsync());
        var page = foreign.Render<TalkPlansPage>(p => p.Add(x => x.Id, fair.Event.Id.Value));
        page.WaitForState(() => !page.Markup.Contains(ShellTexts.Loading, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("form"));
        Assert.DoesNotContain(fair.Employers[0].Name, page.Markup, StringComparison.Ordinal);
        await using var own = For(_own);
        var seen = own.Render<TalkPlansPage>(p => p.Add(x => x.Id, fair.Event.Id.Value));
        seen.WaitForAssertion(() => Assert.Contains(fair.Employers[0].Name, seen.Markup, StringComparison.Ordinal));
    }

    private PageContext For(Organisation organisation) => new(_database, TestUser.With(organisation.Id, Role.Organiser));
}
