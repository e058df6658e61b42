using Bunit;
using Integration.Access;
using Integration.Common;
using Integration.Events;
using Integration.Organisations;
using Integration.Participants;
using Integration.Testing;
using Integration.Web.Events;

namespace Integration.Web.Tests.Events;

public sealed class EventPageTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Organisation _own = null!;
    private JobEvent _event = null!;
    private Participant _person = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _own = await _database.OrganisationAsync();
        var other = await _database.OrganisationAsync();
        var agency = await _database.OrganisationAsync(o => (o.Name, o.Kind) = ("Kolonne Nord", OrganisationKind.TemporaryWorkAgency));
        _event = await _database.JobEventAsync(_own.Id, e =>
        {
            e.Hosts.Add(new JobEventHost { JobEventId = e.Id, OrganisationId = other.Id });
            e.Employers.Add(new ExpectedEmployer { JobEventId = e.Id, OrganisationId = agency.Id });
        });
        _person = await _database.ParticipantAsync(_own.Id, p => p.FamilyName = "Haddad");
        await _database.RegistrationAsync(_person, _event);
        await _database.RegistrationAsync(await _database.ParticipantAsync(other.Id, p => p.FamilyName = "Fremdling"), _event);
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task OwningCaseManager_SeesOwnPeopleWithTheirInvitationAndNobodyElse()
    {
        await using var context = For(Role.CaseManager);
        var page = context.Render<EventPeoplePage>(p => p.Add(x => x.Id, _event.Id.Value));
        page.WaitForElement("tbody tr");

        Assert.Contains("Haddad", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Fremdling", page.Markup, StringComparison.Ordinal);
        Assert.Contains(InvitationKind.Voluntary.Label(), page.Find("tbody select").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Organiser)]
    [InlineData(Role.EmployerService)]
    [InlineData(Role.Reception)]
    [InlineData(Role.Administrator)]
    public async Task OtherRole_SeesNumbersOnlyOnTheEvent(Role role)
    {
        await using var context = For(role);
        var page = context.Render<EventPage>(p => p.Add(x => x.Id, _event.Id.Value));
        page.WaitForElement(".summary");

        Assert.DoesNotContain("Haddad", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Enum.GetValues<InvitationKind>().Select(kind => kind.Label()), page.Markup.Contains);
        Assert.DoesNotContain(Links.EventPeople(_event.Id), page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.EmployerService, 1)]
    [InlineData(Role.Organiser, 0)]
    [InlineData(Role.CaseManager, 0)]
    public async Task SwitchToVouch_IsTheEmployerServiceAlone(Role role, int switches)
    {
        await using var context = For(role);
        var page = context.Render<EventPage>(p => p.Add(x => x.Id, _event.Id.Value));
        page.WaitForElement(".summary");

        Assert.Equal(switches, page.FindAll("input[role=switch]").Count);
        Assert.Contains("Kolonne Nord", page.Markup, StringComparison.Ordinal);
        Assert.Single(page.FindAll("th .tag.warn"));
    }

    [Fact]
    public async Task EventOfAnotherOrganisation_IsNotOfferedForEditing()
    {
        var foreign = await _database.JobEventAsync((await _database.OrganisationAsync()).Id);
        await using var context = For(Role.Organiser);

        var own = context.Render<EventPage>(p => p.Add(x => x.Id, _event.Id.Value));
        own.WaitForElement(".summary");
        var other = context.Render<EventPage>(p => p.Add(x => x.Id, foreign.Id.Value));
        other.WaitForElement(".summary");

        Assert.Contains(Links.EditEvent(_event.Id), own.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Links.EditEvent(foreign.Id), other.Markup, StringComparison.Ordinal);
    }

    private PageContext For(Role role) => new(_database, TestUser.With(_own.Id, role));
}
