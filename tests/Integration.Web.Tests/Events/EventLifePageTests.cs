using Bunit;
using Integration.Access;
using Integration.Common;
using Integration.Events;
using Integration.Lifecycle;
using Integration.Organisations;
using Integration.Testing;
using Integration.Web.Events;
using Integration.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Tests.Events;

public sealed class EventLifePageTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Organisation _own = null!;
    private JobEvent _event = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _own = await _database.OrganisationAsync();
        var employer = await _database.OrganisationAsync(o => (o.Kind, o.ContactEmail) = (OrganisationKind.Employer, "betrieb@example.org"));
        _event = await _database.JobEventAsync(_own.Id, e => e.Employers.Add(new ExpectedEmployer { JobEventId = e.Id, OrganisationId = employer.Id }));
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Cancelling_SaysFirstWhoIsTold_AndDoesNothingBeforeTheYes()
    {
        await using var context = new PageContext(_database, TestUser.With(_own.Id, Role.Organiser));
        var page = context.Render<EventPage>(p => p.Add(x => x.Id, _event.Id.Value));
        Press(page, EditionTexts.To_Cancelled);
        page.WaitForAssertion(() => Assert.Contains(ConcernedGroup.Employers.Label(), page.Find(".notice.warn").TextContent, StringComparison.Ordinal));
        Assert.Equal(JobEventState.Published, await StateAsync());

        Press(page, EditionTexts.Yes_Cancelled);

        page.WaitForAssertion(() => Assert.Contains(JobEventState.Cancelled.Label(), page.Find(".summary").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Equal(JobEventState.Cancelled, await StateAsync());
    }

    [Theory]
    [InlineData(Role.CaseManager)]
    [InlineData(Role.Reception)]
    public async Task OtherRole_HasNoSteps(Role role)
    {
        await using var context = new PageContext(_database, TestUser.With(_own.Id, role));
        var page = context.Render<EventPage>(p => p.Add(x => x.Id, _event.Id.Value));
        page.WaitForElement(".summary");
        Assert.Empty(page.FindAll("#steps"));
    }

    [Fact]
    public async Task Plan_IsMadeAndTickedOff()
    {
        await using var context = new PageContext(_database, TestUser.With(_own.Id, Role.Organiser));
        var page = context.Render<EventTasksPage>(p => p.Add(x => x.Id, _event.Id.Value));
        Press(page, TaskTexts.MakePlan);
        page.WaitForAssertion(() => Assert.Equal(PreparationPlan.Steps.Count, page.FindAll("tbody tr").Count), TimeSpan.FromSeconds(10));

        page.Find("tbody input[type=checkbox]").Change(true);

        page.WaitForAssertion(() => Assert.Contains(TaskDue.Done.Label(), page.Find("tbody tr").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
    }

    private static void Press(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page, string text)
    {
        page.WaitForState(() => page.FindAll("button").Any(button => button.TextContent.Trim() == text), TimeSpan.FromSeconds(10));
        page.FindAll("button").First(button => button.TextContent.Trim() == text).Click();
    }

    private async Task<JobEventState> StateAsync()
    {
        await using var db = _database.CreateDbContext();
        return (await db.JobEvents.AsNoTracking().SingleAsync()).State;
    }
}
