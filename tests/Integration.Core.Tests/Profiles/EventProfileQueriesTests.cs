using Integration.Data;
using Integration.Profiles;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Profiles;

public sealed class EventProfileQueriesTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task EveryPerson_HasOneStandingAndTheCountsAddUp(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var names = new Dictionary<ProfileStanding, Integration.Common.ParticipantId>();
        names[ProfileStanding.Locked] = await WithdrawnAsync(world);
        names[ProfileStanding.Printed] = (await world.ReleasedAsync()).Person.Id;
        await world.PrintAsync();
        names[ProfileStanding.Released] = (await world.ReleasedAsync()).Person.Id;
        names[ProfileStanding.WithoutProfile] = (await world.GuestAsync()).Id;
        names[ProfileStanding.Draft] = (await world.GuestAsync()).Id;
        await world.SaveAsync(names[ProfileStanding.Draft], Sample.Content);
        names[ProfileStanding.Checked] = (await world.GuestAsync()).Id;
        await world.SaveAsync(names[ProfileStanding.Checked], Sample.Content);
        await world.CheckAsync(names[ProfileStanding.Checked]);
        names[ProfileStanding.Consented] = (await world.GuestAsync()).Id;
        await world.ReadyAsync(names[ProfileStanding.Consented]);
        await world.PersonAsync();
        var queries = new EventProfileQueries(world.Database, world.User, world.Clock);

        var rows = (await queries.ListAsync(world.Event.Id, default)).Value!;
        var counts = (await queries.CountAsync(world.Event.Id, default)).Value!;

        Assert.Equal(names.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)), rows.Select(row => (row.Standing, row.ParticipantId)).OrderBy(row => row.Standing));
        Assert.Equal(new EventProfileQueries.Counts(7, 1, 1, 1, 1, 1, 1, 0, 0, 1), counts);
        Assert.Equal((2, 2), (counts.Printable, counts.WithoutConsent));
        Assert.All(rows.Where(row => row.Standing is ProfileStanding.Released or ProfileStanding.Printed), row => Assert.True(Chiffre.TryParse(row.Chiffre, out _)));
        Assert.False(rows.Single(row => row.Standing == ProfileStanding.Released).TextChanged);

        await world.SaveAsync(names[ProfileStanding.Released], Sample.Content with { Start = "sofort" });
        Assert.True((await queries.ListAsync(world.Event.Id, default)).Value!.Single(row => row.ParticipantId == names[ProfileStanding.Released]).TextChanged);

        world.Clock.Advance(TimeSpan.FromDays(400));
        var late = (await queries.CountAsync(world.Event.Id, default)).Value!;
        Assert.Equal((1, 0), (late.Expired, late.Printable));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Editor_ShowsDraftFindingsEventsAndHistory(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        await using (var db = world.Database.CreateDbContext())
        {
            db.Users.Add(new Integration.Access.AppUser { Id = world.User.Id.Value, OrganisationId = world.Organisation.Id, DisplayName = "Eva Muster", UserName = "eva" });
            await db.SaveChangesAsync();
        }

        var person = await world.GuestAsync(p => p.Wishes = [new() { OccupationGroup = "54" }]);
        var queries = new ShortProfileQueries(world.Database, world.User, world.Clock, new CodeCatalogSource(world.Database, world.Clock));
        var fresh = (await queries.OpenAsync(person.Id, default)).Value!;
        Assert.Equal((null, 0, "Reinigung"), (fresh.Id, fresh.Revision, fresh.Content.Occupation));
        Assert.Equal(ProfileStanding.WithoutProfile, Assert.Single(fresh.Events).Standing);
        Assert.Contains(fresh.Findings(fresh.Content with { Introduction = "Amina" }, world.Today), found => found.Blocks && found.Finding.Text == "Amina");
        Assert.Equal(fresh.Content.Occupation, (await queries.PrefillAsync(person.Id, default)).Value!.Occupation);

        await world.ReadyAsync(person.Id);
        await world.ReleaseAsync(person.Id);
        var editor = (await queries.OpenAsync(person.Id, default)).Value!;
        Assert.Equal(("Eva Muster", "Eva Muster", 1), (editor.WrittenBy, editor.CheckedBy, editor.Revision));
        Assert.Equal(ProfileStanding.Released, Assert.Single(editor.Events).Standing);
        var history = (await queries.HistoryAsync(editor.Id!.Value, default)).Value!;
        Assert.Equal([ProfileState.Draft, ProfileState.Checked, ProfileState.Consented, ProfileState.Released], history.Select(step => step.To));
        Assert.All(history, step => Assert.Equal("Eva Muster", step.By));
        Assert.Equal((world.Event.Title, editor.Events[0].Chiffre), (history[3].EventTitle, history[3].Chiffre));
    }

    private static async Task<Integration.Common.ParticipantId> WithdrawnAsync(ProfileWorld world)
    {
        var (person, consent, _) = await world.ReleasedAsync();
        await world.WithdrawAsync(consent);
        return person.Id;
    }
}
