using Bunit;
using Integration.Access;
using Integration.Events;
using Integration.Organisations;
using Integration.Testing;
using Integration.Web.Events;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Tests.Events;

public sealed class StandsPageTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Organisation _own = null!;
    private JobEvent _event = null!;
    private Stand _stand = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _own = await _database.OrganisationAsync();
        _event = await _database.JobEventAsync(_own.Id);
        _stand = await _database.SaveAsync(new Stand { JobEventId = _event.Id, Number = "07", OrganisationId = _own.Id, X = 300, Y = 100, Tables = 2, VehiclePlate = "EL-AB 123" });
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task ArrowKeys_MoveByOnePerCentAndByFiveWithShift()
    {
        await using var context = For(Role.Organiser);
        var page = context.Render<StandsPage>(p => p.Add(x => x.Id, _event.Id.Value));

        await page.WaitForElement(".stand-box").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowRight" });
        await page.Find(".stand-box").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowDown", ShiftKey = true });

        page.WaitForAssertion(() => Assert.Contains("31 % von links, 15 % von oben", page.Find(".stand-box").GetAttribute("aria-label"), StringComparison.Ordinal));
        Assert.Contains("31 % von links, 15 % von oben", page.Find(".hall-wrap [role=status]").TextContent, StringComparison.Ordinal);
        await using var db = _database.CreateDbContext();
        var stand = await db.Stands.SingleAsync(Xunit.TestContext.Current.CancellationToken);
        Assert.Equal((310, 150), (stand.X, stand.Y));
    }

    [Fact]
    public async Task PutDownByMouse_StaysOnThePlan()
    {
        await using var context = For(Role.Organiser);
        var page = context.Render<StandsPage>(p => p.Add(x => x.Id, _event.Id.Value));
        page.WaitForElement(".stand-box");
        var plan = page.FindComponent<StandPlan>();

        await plan.InvokeAsync(() => plan.Instance.MovedTo(_stand.Id.Value, 2000, 0));

        await using var db = _database.CreateDbContext();
        Assert.Equal(1000 - StandPlace.DefaultWidth, (await db.Stands.SingleAsync(Xunit.TestContext.Current.CancellationToken)).X);
    }

    [Theory]
    [InlineData(Role.CaseManager)]
    [InlineData(Role.EmployerService)]
    [InlineData(Role.Reception)]
    public async Task Reader_MovesNothingAndSeesNoNumberPlate(Role role)
    {
        await using var context = For(role);
        var page = context.Render<StandsPage>(p => p.Add(x => x.Id, _event.Id.Value));

        await page.WaitForElement(".stand-box").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowRight" });

        Assert.DoesNotContain("EL-AB", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form"));
        await using var db = _database.CreateDbContext();
        Assert.Equal(300, (await db.Stands.SingleAsync(Xunit.TestContext.Current.CancellationToken)).X);
    }

    [Fact]
    public async Task RemovedStand_ComesBackWhereItStood()
    {
        await using var context = For(Role.Organiser);
        var page = context.Render<StandsPage>(p => p.Add(x => x.Id, _event.Id.Value));

        await page.WaitForElement("tbody button:last-child").ClickAsync(new MouseEventArgs());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".stand-box")));
        await page.Find("p[role=status] button").ClickAsync(new MouseEventArgs());

        page.WaitForElement(".stand-box");
        await using var db = _database.CreateDbContext();
        var stand = await db.Stands.SingleAsync(Xunit.TestContext.Current.CancellationToken);
        Assert.Equal((300, 100, 2), (stand.X, stand.Y, stand.Tables));
    }

    private PageContext For(Role role) => new(_database, TestUser.With(_own.Id, role));
}
