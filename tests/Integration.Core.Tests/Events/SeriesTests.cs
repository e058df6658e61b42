using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Organisations;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Events;

public sealed class SeriesTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Given.Start, TimeSpan.Zero));

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> OtherRoles => new(TestUser.RolesWithout(Permission.EditEvents));

    [Theory, MemberData(nameof(Providers))]
    public async Task Saved_IsReadWithItsWorkingGroupAndItsEventsInOrder(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (lead, chair, member) = (await database.OrganisationAsync(), await database.OrganisationAsync(), await database.OrganisationAsync());
        var user = TestUser.With(lead.Id, Role.Organiser);
        var saved = await SaveAsync(database, user, Form("kreis", chair, member));
        Assert.True(saved.Done, saved.Error?.Code);
        var later = await database.JobEventAsync(lead.Id, e => (e.SeriesId, e.Date) = (saved.Value, e.Date.AddDays(7)));
        var sooner = await database.JobEventAsync(chair.Id, e => e.SeriesId = saved.Value);
        await database.JobEventAsync(lead.Id);

        var queries = new EventSeriesQueries(database, user, _clock);
        var view = (await queries.OpenAsync(saved.Value, default)).Value!;
        Assert.Equal([(chair.Id, WorkingGroupRole.Chair), (member.Id, WorkingGroupRole.Member)], view.Members.Select(m => (m.Id, m.Role)));
        Assert.Equal([sooner.Id, later.Id], view.Events.Select(e => e.Id));
        var row = Assert.Single(await queries.ListAsync(default));
        Assert.Equal((2, sooner.Date), (row.Events, row.Next));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Changed_ByAnOlderForm_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (lead, member) = (await database.OrganisationAsync(), await database.OrganisationAsync());
        var user = TestUser.With(lead.Id, Role.Organiser);
        var id = (await SaveAsync(database, user, Form("kreis", member))).Value;
        var (first, second) = (await ReadAsync(database, user, id), await ReadAsync(database, user, id));
        first.Members.Clear();
        Assert.True((await SaveAsync(database, user, first)).Done);

        Assert.Equal(Errors.Conflict, (await SaveAsync(database, user, second)).Error);
        Assert.Empty((await ReadAsync(database, user, id)).Members);
    }

    [Fact]
    public async Task ForeignSeries_IsNotFound_AndItsKeyIsTaken()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (lead, other) = (await database.OrganisationAsync(), await database.OrganisationAsync());
        var owner = TestUser.With(lead.Id, Role.Organiser);
        var id = (await SaveAsync(database, owner, Form("kreis"))).Value;
        var stranger = TestUser.With(other.Id, Role.Organiser);

        Assert.Equal(Errors.NotFound, (await SaveAsync(database, stranger, await ReadAsync(database, owner, id))).Error);
        Assert.Equal(EventErrors.SeriesKeyTaken, (await SaveAsync(database, stranger, Form("kreis"))).Error);
        Assert.Equal(EventErrors.KeyInvalid, (await SaveAsync(database, stranger, Form("Kreis 1"))).Error);
    }

    [Theory, MemberData(nameof(OtherRoles))]
    public async Task RoleWithoutTheRight_MakesNone(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var lead = await database.OrganisationAsync();
        Assert.Equal(Errors.Forbidden, (await SaveAsync(database, TestUser.With(lead.Id, role), Form("kreis"))).Error);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Event_IsPutIntoASeries_OnlyByItsWorkingGroup(bool belongs)
    {
        await using var database = await TestDatabase.CreateAsync();
        var (lead, partner) = (await database.OrganisationAsync(), await database.OrganisationAsync());
        var id = (await SaveAsync(database, TestUser.With(lead.Id, Role.Organiser), belongs ? Form("kreis", partner) : Form("kreis"))).Value;
        var jobEvent = await database.JobEventAsync(partner.Id);
        using var codes = new CodeCatalogSource(database, _clock);

        var saved = await new SaveJobEvent(database, TestUser.With(partner.Id, Role.Organiser), _clock, codes).ExecuteAsync(
            new()
            {
                Id = jobEvent.Id, Version = jobEvent.Version, Key = jobEvent.Key, Kind = jobEvent.Kind, Title = jobEvent.Title, Date = jobEvent.Date, StartsAt = jobEvent.StartsAt,
                EndsAt = jobEvent.EndsAt, Town = jobEvent.Town, State = jobEvent.State, SeriesId = id, Audiences = [Audience.Public, Audience.Employers], Patron = " Landrätin Brand ",
            },
            default);

        Assert.Equal(belongs ? null : EventErrors.UnknownSeries, saved.Error);
        await using var db = database.CreateDbContext();
        var read = await db.JobEvents.SingleAsync();
        Assert.Equal(belongs ? id : null, read.SeriesId);
        Assert.Equal(belongs ? [Audience.Employers, Audience.Public] : [], read.Audiences);
        Assert.Equal(belongs ? "Landrätin Brand" : "", read.Patron);
    }

    private static SaveEventSeries.Form Form(string key, params Organisation[] members) => new()
    {
        Key = key, Title = "Integrationskreis Ausbildung", WorkingGroup = "Integrationskreis", Patron = "Landrat", Members = [.. members.Select(m => m.Id)], Chairs = [.. members.Take(1).Select(m => m.Id)],
    };

    private static async Task<SaveEventSeries.Form> ReadAsync(TestDatabase database, ICurrentUser user, EventSeriesId id) =>
        SaveEventSeries.Form.Of((await new EventSeriesQueries(database, user, TimeProvider.System).OpenAsync(id, default)).Value!.Series);

    private Task<Result<EventSeriesId>> SaveAsync(TestDatabase database, ICurrentUser user, SaveEventSeries.Form form) =>
        new SaveEventSeries(database, user, _clock).ExecuteAsync(form, default);
}
