using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Planning.Talks;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>A draft after a change by hand.</summary>
/// <param name="Version">Its version now, for the next change.</param>
/// <param name="Warnings">Everything that is wrong with it now.</param>
public sealed record ChangedDraft(Guid Version, IReadOnlyList<TalkWarning> Warnings);

/// <summary>Opens a draft, lets one change be made, keeps the step, and says what is wrong afterwards. Callers have checked the permission.</summary>
internal sealed class DraftDesk(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>Changes a draft.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="kind">What is done; <see langword="null"/> for taking a step back.</param>
    /// <param name="extra">A talk that is to be put in, so that the problem asks for it.</param>
    /// <param name="change">Makes the change, or says why not.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<ChangedDraft>> ChangeAsync(
        TalkScheduleId id, Guid version, TalkStepKind? kind, ScheduledTalk? extra, Func<OpenDraft, Error?> change, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var schedule = await db.TalkSchedules.VisibleTo(user, db).Include(s => s.Talks).Include(s => s.Steps).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id, ct);
        var jobEvent = schedule is null ? null : await db.EventToPlanAsync(user, schedule.JobEventId, ct);
        if (schedule is null || jobEvent is null)
        {
            return Errors.NotFound;
        }

        if (schedule.State != TalkScheduleState.Draft)
        {
            return TalkPlanErrors.NotADraft;
        }

        if (schedule.Version != version)
        {
            return Errors.Conflict;
        }

        // What a step back may put in again is asked for as well.
        List<ScheduledTalk> kept = [.. schedule.Talks, .. schedule.Steps.SelectMany(step => step.Before).Where(before => before.InPlan).Select(before => before.AsTalk(schedule))];
        kept.AddRange(new[] { extra }.OfType<ScheduledTalk>());
        var draft = new OpenDraft(db, schedule, await TalkProblemReader.ReadAsync(db, clock, jobEvent, schedule.Settings, schedule.Losses, kept, ct));
        if (change(draft) is { } refused)
        {
            return refused;
        }

        if (kind is { } done && draft.Before.Count > 0)
        {
            db.Add(new TalkStep
            {
                ScheduleId = id, Number = schedule.Steps.Select(step => step.Number).DefaultIfEmpty().Max() + 1, Kind = done, At = clock.GetUtcNow().UtcDateTime, By = user.Id, Before = draft.Before,
            });
        }

        // The talks' own rows carry no version: whoever changes one gives the draft a new one.
        db.Entry(schedule).State = EntityState.Modified;
        db.Note(user, clock, AuditAct.Changed, nameof(TalkSchedule), id.Value, schedule.JobEventId);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        var words = await TalkWords.ReadAsync(codes, draft.Ground, ct);
        return new ChangedDraft(schedule.Version, words.Warnings(draft.Talks));
    }
}

/// <summary>A draft that is being changed.</summary>
internal sealed class OpenDraft(AppDbContext db, TalkSchedule schedule, TalkProblemOfEvent ground)
{
    private readonly List<ScheduledTalk> _talks = [.. schedule.Talks];

    public TalkSchedule Schedule => schedule;

    public TalkProblemOfEvent Ground => ground;

    public IReadOnlyList<ScheduledTalk> Talks => _talks;

    /// <summary>What the change touches, as it was.</summary>
    public List<TalkBefore> Before { get; } = [];

    public ScheduledTalk? Find(ScheduledTalkId id) => _talks.Find(talk => talk.Id == id);

    public ScheduledTalk? Find(RegistrationId registration, OrganisationId employer) => _talks.Find(talk => talk.RegistrationId == registration && talk.EmployerId == employer);

    /// <summary>Remembers a talk before it is changed.</summary>
    public void Remember(ScheduledTalk talk) => Before.Add(new TalkBefore
    {
        RegistrationId = talk.RegistrationId, EmployerId = talk.EmployerId, InPlan = true, StartsAt = talk.StartsAt, EndsAt = talk.EndsAt, Table = talk.Table,
        InterpreterId = talk.InterpreterId, Language = talk.Language, Ground = talk.Ground, Pinned = talk.Pinned,
    });

    public void Add(ScheduledTalk talk)
    {
        Before.Add(new TalkBefore { RegistrationId = talk.RegistrationId, EmployerId = talk.EmployerId });
        Put(talk);
    }

    public void Remove(ScheduledTalk talk)
    {
        Remember(talk);
        Take(talk);
    }

    /// <summary>Puts a talk at a time and table.</summary>
    /// <param name="talk">The talk.</param>
    /// <param name="request">Its request.</param>
    /// <param name="startsAt">When the slot begins.</param>
    /// <param name="table">The table, from 1.</param>
    /// <param name="interpreter">Who is to interpret; <see langword="null"/>: whoever can, the one of before first.</param>
    /// <param name="remember">Whether it stands in the plan already.</param>
    public Error? Place(ScheduledTalk talk, int request, TimeOnly startsAt, int table, InterpreterId? interpreter, bool remember)
    {
        var problem = ground.Problem;
        if (ground.SlotAt(startsAt) is not { } slot)
        {
            return TalkPlanErrors.NoSuchTime;
        }

        if (table < 1 || table > problem.Hosts[problem.Requests[request].Host!.Value].Tables)
        {
            return TalkPlanErrors.NoSuchTable;
        }

        if (remember)
        {
            Remember(talk);
        }

        var others = ground.PlanOf(_talks.Where(other => other != talk)).Talks;
        var wanted = interpreter ?? talk.InterpreterId;
        var seated = TalkSeating.Seat(problem, others, request, slot, table - 1, wanted is { } id ? ground.InterpreterIn(id, slot) : null);
        (talk.StartsAt, talk.EndsAt, talk.Table) = (startsAt, EventClock.Time(problem.Slots[slot].End), table);
        (talk.InterpreterId, talk.Language) = (seated.Interpreter is { } index ? ground.Facts.Interpreters[index].Id : null, seated.Language ?? "");
        if (interpreter is { } named && ground.InterpreterIn(named, slot) is { } chosen && seated.Language is not null)
        {
            // Whom the organiser names interprets, in the language that suits the person best.
            var languages = problem.People[problem.Requests[request].People[0]].Languages;
            (talk.InterpreterId, talk.Language) = (named, languages.FirstOrDefault(problem.Interpreters[chosen].Languages.Contains) ?? seated.Language);
        }

        return null;
    }

    /// <summary>Puts a talk back as it was.</summary>
    public void Restore(TalkBefore before)
    {
        var talk = Find(before.RegistrationId, before.EmployerId);
        if (!before.InPlan)
        {
            if (talk is not null)
            {
                Take(talk);
            }

            return;
        }

        if (talk is null)
        {
            Put(before.AsTalk(schedule));
            return;
        }

        (talk.StartsAt, talk.EndsAt, talk.Table, talk.InterpreterId, talk.Language, talk.Ground, talk.Pinned) =
            (before.StartsAt, before.EndsAt, before.Table, before.InterpreterId, before.Language, before.Ground, before.Pinned);
    }

    /// <summary>Takes the step itself away.</summary>
    public void Forget(TalkStep step) => db.Remove(step);

    private void Put(ScheduledTalk talk)
    {
        db.Add(talk);
        _talks.Add(talk);
    }

    private void Take(ScheduledTalk talk)
    {
        db.Remove(talk);
        _talks.Remove(talk);
    }
}
