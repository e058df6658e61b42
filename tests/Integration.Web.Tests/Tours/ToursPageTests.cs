using Bunit;
using Integration.Access;
using Integration.Events;
using Integration.Organisations;
using Integration.Testing;
using Integration.Tours;
using Integration.Web.Tours;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Tests.Tours;

public sealed class ToursPageTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Organisation _own = null!;
    private Organisation _other = null!;
    private JobEvent _event = null!;
    private Tour _tour = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _own = await _database.OrganisationAsync();
        _other = await _database.OrganisationAsync();
        _event = await _database.JobEventAsync(_own.Id);
        _tour = await _database.SaveAsync(new Tour
        {
            JobEventId = _event.Id, HostId = _own.Id, Title = "Rundgang", MeetsAt = new(9, 0), StartsAt = new(9, 30), Minutes = 60, Groups = [new TourGroup { Number = 1 }, new TourGroup { Number = 2 }],
        });
        var person = await _database.ParticipantAsync(_other.Id, p => (p.FamilyName, p.GivenName) = ("Haddad", "Amina"));
        var registration = await _database.RegistrationAsync(person, _event);
        await _database.SaveAsync(new TourSeat { TourId = _tour.Id, GroupId = _tour.Groups[0].Id, RegistrationId = registration.Id, ShoeSize = 38 });
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task EventLead_MovesByKeyboardAndSeesBadgeNamesAndSums()
    {
        await using var context = For(_own, Role.Organiser);
        var page = context.Render<ToursPage>(p => p.Add(x => x.Id, _event.Id.Value));

        await page.WaitForElement("button.member").ClickAsync(new MouseEventArgs());
        page.Find(".move-bar select").Change(_tour.Groups[1].Id.ToString());
        await page.Find(".move-bar button").ClickAsync(new MouseEventArgs());

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".column")[1].QuerySelectorAll("button.member")));
        Assert.Contains("Amina", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Haddad", page.Markup, StringComparison.Ordinal);
        Assert.Contains("38: 1", page.Find(".facts").TextContent, StringComparison.Ordinal);
        await using var db = _database.CreateDbContext();
        Assert.Equal(_tour.Groups[1].Id, (await db.TourSeats.SingleAsync(Xunit.TestContext.Current.CancellationToken)).GroupId);
    }

    [Fact]
    public async Task FormingGroups_SaysWhoWalksWithoutAnInterpreterAndWhy()
    {
        await using var context = For(_own, Role.Organiser);
        var page = context.Render<ToursPage>(p => p.Add(x => x.Id, _event.Id.Value));

        await page.WaitForElement(".panel > .buttons > .primary").ClickAsync(new MouseEventArgs());

        // One person who needs somebody to interpret, and nobody else who does.
        page.WaitForAssertion(() => Assert.Contains("zu wenige sie brauchen: Arabisch (1)", page.Find(".notice").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task CaseManager_NotesTheSizesOfOwnPeople()
    {
        await using var context = For(_other, Role.CaseManager);
        var page = context.Render<ToursPage>(p => p.Add(x => x.Id, _event.Id.Value));

        page.WaitForElement("tbody input").Change("39");

        await using var db = _database.CreateDbContext();
        page.WaitForAssertion(() => Assert.Equal(39, db.TourSeats.AsNoTracking().Single().ShoeSize));
        Assert.Empty(page.FindAll("button.member"));
    }

    [Theory]
    [InlineData(Role.CaseManager)]
    [InlineData(Role.EmployerService)]
    [InlineData(Role.Reception)]
    public async Task Others_SeeCountsAndNobody(Role role)
    {
        await using var context = For(_own, role);
        var page = context.Render<ToursPage>(p => p.Add(x => x.Id, _event.Id.Value));
        page.WaitForElement(".column");

        Assert.Contains("1 von 12", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("38", page.Find(".facts").TextContent, StringComparison.Ordinal);
    }

    private PageContext For(Organisation organisation, Role role) => new(_database, TestUser.With(organisation.Id, role));
}
