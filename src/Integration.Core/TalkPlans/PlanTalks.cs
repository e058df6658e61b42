using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Planning.Talks;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>How far a search has come.</summary>
/// <param name="Elapsed">Since its beginning.</param>
/// <param name="Value">Worth of the best plan in points.</param>
/// <param name="Bound">What no plan can exceed, as far as proven.</param>
/// <param name="Talks">Talks of the best plan.</param>
public sealed record PlanningProgress(TimeSpan Elapsed, long Value, long Bound, int Talks)
{
    /// <summary>The part of the bound that the plan misses.</summary>
    public double Gap => TalkNumbers.Gap(Value, Bound);
}

/// <summary>Plans the talks of an event that the caller's organisation leads, and keeps the plan as a draft. Nobody is told.</summary>
public sealed class PlanTalks(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Longest search in seconds.</summary>
    public const int MostSeconds = 600;

    /// <summary>What is asked for.</summary>
    public sealed class Form
    {
        /// <summary>Name of the draft; may be empty.</summary>
        [MaxLength(TalkSchedule.NameMaxLength)]
        public string Name { get; set; } = "";

        /// <summary>How long to search at the most, in seconds.</summary>
        [Range(1, MostSeconds)]
        public int Seconds { get; set; } = 20;

        /// <summary>Seed: the same records and seed give the same plan where the search ends by proof.</summary>
        [Range(1, int.MaxValue)]
        public int Seed { get; set; } = 1;

        /// <summary>From which fit on talks are offered that nobody has asked for; <see langword="null"/> for none.</summary>
        [Range(0, 100)]
        public int? LeastFit { get; set; }

        /// <summary>Most talks so offered to one person.</summary>
        [Range(1, 20)]
        public int MostOffered { get; set; } = 3;

        /// <summary>How far the numbers of gaps may lie apart; <see langword="null"/> for any distance.</summary>
        [Range(0, 20)]
        public int? GapSpread { get; set; } = 2;

        /// <summary>The aims, each once, the most important first; <see langword="null"/> for the usual order.</summary>
        public IReadOnlyList<TalkAim>? Aims { get; set; }

        /// <summary>The plan of the same event whose fixed talks stay where they are, with what was lost there; <see langword="null"/> for none.</summary>
        public TalkScheduleId? KeepFixedOf { get; set; }

        internal TalkSettings Settings => new() { LeastFit = LeastFit, MostOffered = MostOffered, GapSpread = GapSpread, Aims = Aims };
    }

    /// <summary>Plans; it takes as long as the form says.</summary>
    /// <param name="id">The event.</param>
    /// <param name="form">What is asked for.</param>
    /// <param name="progress">Hears of better plans and bounds, on the searching thread.</param>
    /// <param name="stop">Ends the search; the best plan so far is kept.</param>
    /// <returns>The draft; or <c>Forbidden</c>, <c>NotFound</c>, <c>TooLong</c>, <see cref="TalkPlanErrors.EventOver"/>, <see cref="TalkPlanErrors.WrongSettings"/>,
    /// <see cref="TalkPlanErrors.NothingToPlan"/>, <see cref="TalkPlanErrors.Impossible"/>, <see cref="TalkPlanErrors.Stopped"/>.</returns>
    public async Task<Result<TalkScheduleId>> ExecuteAsync(JobEventId id, Form form, Action<PlanningProgress>? progress, CancellationToken stop)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        if (Problem(form) is { } wrong)
        {
            return wrong;
        }

        var read = await ReadAsync(id, form);
        if (!read.Done)
        {
            return read.Error;
        }

        var ((ground, basis), options) = (read.Value, new SearchOptions { Limit = TimeSpan.FromSeconds(form.Seconds), Seed = form.Seed });
        // Fixed talks that the records no longer carry are left to the search.
        var kept = basis is null ? [] : basis.Talks.Where(ground.Holds).ToList();
        var problem = ground.With(kept);
        var result = await Task.Run(() => TalkPlanner.Solve(problem, options, Told(progress), stop), CancellationToken.None);
        if (result.Status is PlanStatus.Infeasible or PlanStatus.Unknown)
        {
            return result.Status == PlanStatus.Infeasible ? TalkPlanErrors.Impossible : TalkPlanErrors.Stopped;
        }

        ground.Verify(problem, result.Plan);
        return await Persistently.RunAsync(() => StoreAsync(ground, basis?.Losses ?? new TalkLosses(), kept, form, result));
    }

    private static Action<TalkProgress>? Told(Action<PlanningProgress>? progress) =>
        progress is null ? null : found => progress(new PlanningProgress(found.Elapsed, found.Value, found.Bound, found.Plan.Talks.Count));

    private async Task<Result<(TalkProblemOfEvent Ground, TalkSchedule? Basis)>> ReadAsync(JobEventId id, Form form)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var jobEvent = await db.LedEventAsync(user, id, CancellationToken.None);
        if (!jobEvent.Done)
        {
            return jobEvent.Error;
        }

        var basis = await db.TalkSchedules.VisibleTo(user, db).AsNoTracking().Include(s => s.Talks.Where(talk => talk.Pinned))
            .SingleOrDefaultAsync(s => s.Id == form.KeepFixedOf && s.JobEventId == id);
        if (basis is null && form.KeepFixedOf is not null)
        {
            return Errors.NotFound;
        }

        var ground = await TalkProblemReader.ReadAsync(
            db, clock, jobEvent.Value, form.Settings, basis?.Losses ?? new TalkLosses(), basis is null ? [] : basis.Talks, CancellationToken.None);
        return ground.Problem.Slots.Count == 0 || ground.Problem.Requests.Count == 0 ? TalkPlanErrors.NothingToPlan : (ground, basis);
    }

    private async Task<Result<TalkScheduleId>> StoreAsync(TalkProblemOfEvent ground, TalkLosses losses, IReadOnlyCollection<ScheduledTalk> kept, Form form, TalkResult result)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var schedule = await db.NewDraftAsync(user, clock, ground.Event.Id, form.Name);
        (schedule.Settings, schedule.Status, schedule.Value, schedule.Bound) = (form.Settings, result.Status, result.Value, result.Bound);
        (schedule.Seconds, schedule.Seed, schedule.Losses) = (result.Elapsed.TotalSeconds, form.Seed, losses);
        schedule.Talks.AddRange(ground.TalksOf(result.Plan, schedule.Id, kept));
        await db.SaveChangesAsync();
        return schedule.Id;
    }

    private static Error? Problem(Form form) =>
        form.Name.Trim().Length > TalkSchedule.NameMaxLength ? Errors.TooLong(nameof(Form.Name), TalkSchedule.NameMaxLength)
        : form.Seconds is < 1 or > MostSeconds || form.Seed < 1 || form.LeastFit is < 0 or > 100 || form.MostOffered is < 1 or > 20 || form.GapSpread is < 0 or > 20
            || (form.Aims is { } aims && !aims.Order().SequenceEqual(Enum.GetValues<TalkAim>()))
            ? TalkPlanErrors.WrongSettings
        : null;
}
