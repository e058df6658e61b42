using Integration.Access;
using Integration.Common;
using Integration.TalkPlans;
using Integration.Web.Resources;
using Integration.Web.Shared;

namespace Integration.Web.TalkPlans;

/// <summary>Starts searches for plans, beside the pages.</summary>
public sealed class PlanDesk(PlanRuns runs, ICurrentUser user)
{
    /// <summary>Starts the search for an event.</summary>
    public PlanRun Start(JobEventId jobEvent, PlanOrder order) => runs.Start(user, jobEvent, order, async (services, owner, progress, stop) =>
    {
        var form = new PlanTalks.Form
        {
            Name = order.Name, Seconds = (int)Math.Ceiling(order.Limit.TotalSeconds), Seed = order.Seed, LeastFit = order.LeastFit, Aims = order.Aims, KeepFixedOf = order.KeepFixedOf,
        };
        var last = default(PlanPoint);
        var planned = await ActivatorUtilities.CreateInstance<PlanTalks>(services, owner).ExecuteAsync(jobEvent, form, Found, stop);
        return planned.Done ? new PlanOutcome(planned.Value.Value, Format.Fill(TalkPlanTexts.RunDone, last.Gap > 0 ? Format.Fill(TalkPlanTexts.RunAtMost, GapCurve.Part(last.Gap)) : GapCurve.Words(last))) : planned.Error;

        void Found(PlanningProgress found)
        {
            last = new PlanPoint(found.Elapsed, found.Value, found.Bound);
            progress(last);
        }
    });
}
