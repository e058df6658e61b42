using Integration.Access;
using Integration.Common;
using Integration.TalkPlans;
using Integration.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Browser.Tests;

/// <summary>An event with planned talks: one plan is published, and a draft repairs it after somebody has not come.</summary>
/// <param name="Event">The event.</param>
/// <param name="Published">What holds.</param>
/// <param name="Draft">What would hold after the repair.</param>
public sealed record WorldTalks(JobEventId Event, TalkScheduleId Published, TalkScheduleId Draft)
{
    /// <summary>Makes it at the demo's organisation.</summary>
    public static async Task<WorldTalks> MakeAsync(TestPortal portal)
    {
        var user = await portal.FixedUserAsync(Role.Organiser);
        var clock = portal.Services.GetRequiredService<TimeProvider>();
        var (database, now) = (portal.Database, clock.GetLocalNow().DateTime);
        var fair = await database.TalkFairAsync(user.OrganisationId, people: 20, employers: 5, slots: 6, tables: 1, change: e => (e.Title, e.Date) = ("Gespräche im Kreishaus", DateOnly.FromDateTime(now).AddDays(19)));
        await using var scope = portal.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var plan = await ActivatorUtilities.CreateInstance<PlanTalks>(services, user).ExecuteAsync(fair.Event.Id, new PlanTalks.Form { Seconds = 2 }, null, CancellationToken.None);
        var board = await ActivatorUtilities.CreateInstance<TalkScheduleQueries>(services, user).BoardAsync(plan.Value, CancellationToken.None);
        await ActivatorUtilities.CreateInstance<PublishTalks>(services, user).ExecuteAsync(plan.Value, board.Value!.Version, CancellationToken.None);
        var absent = board.Value.Sittings[0].Seats[0].RegistrationId;
        var draft = await ActivatorUtilities.CreateInstance<RepairTalks>(services, user).ExecuteAsync(plan.Value, new RepairTalks.Form { Absent = [absent], Seconds = 2 }, CancellationToken.None);
        return new WorldTalks(fair.Event.Id, plan.Value, draft.Value);
    }
}
