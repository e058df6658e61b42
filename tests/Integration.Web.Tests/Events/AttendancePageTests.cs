using Bunit;
using Integration.Access;
using Integration.Common;
using Integration.Door;
using Integration.Events;
using Integration.Organisations;
using Integration.Testing;
using Integration.Transport;
using Integration.Web.Events;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Integration.Web.Transport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests.Events;

public sealed class AttendancePageTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Organisation _own = null!;
    private JobEvent _event = null!;
    private Registration _haddad = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _own = await _database.OrganisationAsync();
        var other = await _database.OrganisationAsync();
        _event = await _database.JobEventAsync(_own.Id, e => e.State = JobEventState.Running);
        _haddad = await _database.RegistrationAsync(await _database.ParticipantAsync(_own.Id, p => p.FamilyName = "Haddad"), _event);
        var came = await _database.RegistrationAsync(await _database.ParticipantAsync(_own.Id, p => p.FamilyName = "Osman"), _event);
        await _database.RegistrationAsync(await _database.ParticipantAsync(other.Id, p => p.FamilyName = "Fremdling"), _event);
        await _database.SaveAsync(new Attendance { RegistrationId = came.Id, JobEventId = _event.Id, InAt = _event.Date.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc), Door = "Haupteingang" });
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task CaseManager_SeesOwnPeopleInWords_AndNarrowsThem()
    {
        await using var context = For(Role.CaseManager);
        var page = Open(context);
        Assert.Equal(["Haddad", "Osman"], page.FindAll("tbody th bdi").Select(name => name.TextContent.Split(',')[0]));
        Assert.Contains(AttendanceTexts.NotRecorded, page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains("Haupteingang", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Fremdling", page.Markup, StringComparison.Ordinal);
        Assert.Contains(Format.Fill(AttendanceTexts.HereOf, 1, 3), page.Markup, StringComparison.Ordinal);

        await using var narrowed = For(Role.CaseManager);
        Assert.Equal(["Haddad"], Open(narrowed, "none").FindAll("tbody th bdi").Select(name => name.TextContent.Split(',')[0]));
    }

    [Theory]
    [InlineData(Role.Organiser)]
    [InlineData(Role.Reception)]
    [InlineData(Role.EmployerService)]
    [InlineData(Role.Administrator)]
    public async Task OtherRole_SeesNumbersAlone(Role role)
    {
        await using var context = For(role);
        var page = Open(context);
        Assert.Contains(Format.Fill(AttendanceTexts.HereOf, 1, 3), page.Markup, StringComparison.Ordinal);
        Assert.Contains(AttendanceTexts.NumbersOnly, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Haddad", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public async Task Correction_IsSavedAndLeavesItsTrail_AndNotExcusedIsNotOfferedForAFreeInvitation()
    {
        await using var context = For(Role.CaseManager);
        var page = Open(context);
        page.Find("tbody tr button").Click();
        var state = page.WaitForElement("#f-attendance-State");
        Assert.DoesNotContain(nameof(AttendanceState.Unexcused), state.QuerySelectorAll("option").Select(option => option.GetAttribute("value")));
        state.Change(nameof(AttendanceState.Excused));
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains(Texts.Of(DoorErrors.UnknownExcuse), page.Markup, StringComparison.Ordinal));
        page.Find("#f-attendance-Excuse").Change("KURS");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains(AttendanceState.Excused.Label(), page.Find("tbody tr").TextContent, StringComparison.Ordinal));

        page.Find("tbody tr button").Click();
        page.WaitForAssertion(() => Assert.Contains($"„{AttendanceTexts.NotRecorded}“ auf „{AttendanceState.Excused.Label()}“", page.Markup, StringComparison.Ordinal));
        await using var db = _database.CreateDbContext();
        Assert.Equal((AttendanceState.Excused, "KURS"), await db.Attendances.Where(a => a.RegistrationId == _haddad.Id).Select(a => new ValueTuple<AttendanceState, string>(a.State, a.Excuse)).SingleAsync(Xunit.TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Seat_IsChosenForOnePerson_AndTakenAway()
    {
        var line = new BusLine { JobEventId = _event.Id, Name = "Linie 1", Seats = 2, WheelchairPlaces = 1, LateByMinutes = 20, ArrivesAt = new(8, 0), Stops = [new BusStop { Number = 1, Name = "Markt", LeavesAt = new(7, 30) }] };
        await _database.SaveAsync(line);
        await using var context = For(Role.CaseManager);
        var page = context.Render<EventPeoplePage>(p => p.Add(x => x.Id, _event.Id.Value));
        page.WaitForElement("tbody tr td button").Click();
        page.WaitForElement("#f-seat-Stop").Change(line.Stops[0].Id.ToString());
        page.WaitForElement("#f-seat-Wheelchair").Change(true);
        page.Find("form[aria-label*=Haddad]").Submit();
        page.WaitForAssertion(() => Assert.Equal("Linie 1: Markt, 07:30, mit Rollstuhl", page.Find("tbody tr td button").TextContent));

        await using var organiser = For(Role.Organiser);
        var buses = organiser.Render<BusesPage>(p => p.Add(x => x.Id, _event.Id.Value));
        buses.WaitForAssertion(() => Assert.Contains(BusTexts.LateTitle, buses.Markup, StringComparison.Ordinal));
        Assert.Contains($"{_own.Name} (1)", buses.Markup, StringComparison.Ordinal);

        page.Find("tbody tr td button").Click();
        page.WaitForElement("#f-seat-Stop").Change("");
        page.Find("form[aria-label*=Haddad]").Submit();
        page.WaitForAssertion(() => Assert.Equal(BusTexts.WithoutBus, page.Find("tbody tr td button").TextContent));
    }

    private IRenderedComponent<AttendancePage> Open(PageContext context, string? state = null)
    {
        context.Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo(Links.Attendance(_event.Id, state));
        var page = context.Render<AttendancePage>(p => p.Add(x => x.Id, _event.Id.Value));
        page.WaitForElement("#arrivals");
        return page;
    }

    private PageContext For(Role role) => new(_database, TestUser.With(_own.Id, role));
}
