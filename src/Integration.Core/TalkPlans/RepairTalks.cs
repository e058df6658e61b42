using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Planning.Talks;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>Mends a plan after somebody does not come, a bus is late, an interpreter is lost or an employer leaves: a new draft that changes as few other
/// people's times as it can. What the records say counts by itself; what they do not know yet stands in the form.</summary>
public sealed class RepairTalks(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>What has happened.</summary>
    public sealed class Form
    {
        /// <summary>Name of the draft; may be empty.</summary>
        [MaxLength(TalkSchedule.NameMaxLength)]
        public string Name { get; set; } = "";

        /// <summary>People who do not come.</summary>
        public List<RegistrationId> Absent { get; set; } = [];

        /// <summary>Interpreters who do not come.</summary>
        public List<InterpreterId> Interpreters { get; set; } = [];

        /// <summary>Employers who leave.</summary>
        public List<EmployerLoss> Employers { get; set; } = [];

        /// <summary>Talks that begin before stay as they are: they are over or under way; nothing new begins before either. <see langword="null"/> for none.</summary>
        public TimeOnly? From { get; set; }

        /// <summary>How long to search at the most, in seconds.</summary>
        [Range(1, PlanTalks.MostSeconds)]
        public int Seconds { get; set; } = 5;

        /// <summary>Seed of the search.</summary>
        [Range(1, int.MaxValue)]
        public int Seed { get; set; } = 1;
    }

    /// <summary>Mends.</summary>
    /// <param name="id">The plan to mend: the published one, or a draft.</param>
    /// <param name="form">What has happened.</param>
    /// <param name="stop">Ends the search; the best plan so far is kept.</param>
    /// <returns>The draft, to be compared with the plan it mends and published; or <c>Forbidden</c>, <c>NotFound</c>, <c>TooLong</c>, <see cref="TalkPlanErrors.EventOver"/>,
    /// <see cref="TalkPlanErrors.WrongSettings"/>, <see cref="TalkPlanErrors.NothingPublished"/> for a plan that was replaced, <see cref="TalkPlanErrors.Impossible"/>,
    /// <see cref="TalkPlanErrors.Stopped"/>.</returns>
    public async Task<Result<TalkScheduleId>> ExecuteAsync(TalkScheduleId id, Form form, CancellationToken stop)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        if (form.Name.Trim().Length > TalkSchedule.NameMaxLength || form.Seconds is < 1 or > PlanTalks.MostSeconds || form.Seed < 1)
        {
            return form.Name.Trim().Length > TalkSchedule.NameMaxLength ? Errors.TooLong(nameof(Form.Name), TalkSchedule.NameMaxLength) : TalkPlanErrors.WrongSettings;
        }

        var read = await ReadAsync(id, form);
        if (!read.Done)
        {
            return read.Error;
        }

        var (basis, ground) = read.Value;
        // What is fixed stays as long as it can: a person who sits in a late bus is not kept at a table by a pin.
        var kept = basis.Talks.Where(talk => (talk.Pinned || ground.IsBefore(talk, form.From)) && ground.Holds(talk)).ToList();
        var problem = ground.At(kept, form.From);
        var options = new SearchOptions { Limit = TimeSpan.FromSeconds(form.Seconds), Seed = form.Seed };
        var result = await Task.Run(() => TalkRepair.Repair(problem, ground.PlanToMend(basis.Talks), options, stop), CancellationToken.None);
        if (result.Status is PlanStatus.Infeasible or PlanStatus.Unknown)
        {
            return result.Status == PlanStatus.Infeasible ? TalkPlanErrors.Impossible : TalkPlanErrors.Stopped;
        }

        ground.Verify(problem, result.Plan);
        return await Persistently.RunAsync(() => StoreAsync(basis, kept, ground, form, result));
    }

    private async Task<Result<(TalkSchedule Basis, TalkProblemOfEvent Ground)>> ReadAsync(TalkScheduleId id, Form form)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var basis = await db.TalkSchedules.VisibleTo(user, db).AsNoTracking().Include(s => s.Talks).SingleOrDefaultAsync(s => s.Id == id);
        if (basis is null)
        {
            return Errors.NotFound;
        }

        var jobEvent = await db.LedEventAsync(user, basis.JobEventId, CancellationToken.None);
        if (!jobEvent.Done)
        {
            return jobEvent.Error;
        }

        if (basis.State == TalkScheduleState.Replaced)
        {
            return TalkPlanErrors.NothingPublished;
        }

        return (basis, await TalkProblemReader.ReadAsync(db, clock, jobEvent.Value, basis.Settings, Losses(basis, form), basis.Talks, CancellationToken.None));
    }

    private static TalkLosses Losses(TalkSchedule basis, Form form) =>
        basis.Losses.With(new TalkLosses { Absent = form.Absent, Interpreters = form.Interpreters, Employers = form.Employers });

    private async Task<Result<TalkScheduleId>> StoreAsync(TalkSchedule basis, List<ScheduledTalk> kept, TalkProblemOfEvent ground, Form form, TalkRepairResult result)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var schedule = await db.NewDraftAsync(user, clock, basis.JobEventId, form.Name);
        var value = TalkScoring.Score(ground.Problem, result.Plan).Value;
        (schedule.Settings, schedule.Losses, schedule.MadeFromId) = (basis.Settings, Losses(basis, form), basis.Id);
        // The search looked for few changes, not for the best plan: it proves nothing about the worth.
        (schedule.Status, schedule.Value, schedule.Bound, schedule.Seconds, schedule.Seed) = (PlanStatus.Feasible, value, Math.Max(value, basis.Bound), result.Elapsed.TotalSeconds, form.Seed);
        schedule.Talks.AddRange(ground.TalksOf(result.Plan, schedule.Id, kept));
        await db.SaveChangesAsync();
        return schedule.Id;
    }
}
