using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Messaging;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>What publishing came to.</summary>
/// <param name="Changed">People whose day is another than before.</param>
/// <param name="Mails">Mails that go out.</param>
public sealed record PublishedTalks(IReadOnlyList<RegistrationId> Changed, int Mails);

/// <summary>Publishes a draft: what was published before is replaced in the same transaction, and those concerned are told. A plan that breaks a rule, or
/// that the records no longer carry, is refused.</summary>
public sealed class PublishTalks(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes, PortalAddress address)
{
    /// <summary>Publishes.</summary>
    /// <returns>What it came to; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <see cref="TalkPlanErrors.EventOver"/>, <see cref="TalkPlanErrors.NotADraft"/>,
    /// <see cref="TalkPlanErrors.Broken"/>.</returns>
    public async Task<Result<PublishedTalks>> ExecuteAsync(TalkScheduleId id, Guid version, CancellationToken ct) =>
        user.Has(Permission.EditEvents) ? await Persistently.RunAsync(() => OnceAsync(id, version, ct)) : Errors.Forbidden;

    private async Task<Result<PublishedTalks>> OnceAsync(TalkScheduleId id, Guid version, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var schedule = await db.TalkSchedules.VisibleTo(user, db).Include(s => s.Talks).SingleOrDefaultAsync(s => s.Id == id, ct);
        if (schedule is null)
        {
            return Errors.NotFound;
        }

        var jobEvent = await db.LedEventAsync(user, schedule.JobEventId, ct);
        if (!jobEvent.Done)
        {
            return jobEvent.Error;
        }

        if (schedule.State != TalkScheduleState.Draft)
        {
            return TalkPlanErrors.NotADraft;
        }

        if (schedule.Version != version)
        {
            return Errors.Conflict;
        }

        var ground = await TalkProblemReader.ReadAsync(db, clock, jobEvent.Value, schedule.Settings, schedule.Losses, schedule.Talks, ct);
        if ((await TalkWords.ReadAsync(codes, ground, ct)).Warnings(schedule.Talks) is [var first, ..] warnings)
        {
            return TalkPlanErrors.Broken(warnings.Count, first.Words);
        }

        // Whoever publishes another draft at this moment is refused by the index over PublishedFor, or by this one's version, and begins anew.
        var standing = await db.TalkSchedules.Include(s => s.Talks).SingleOrDefaultAsync(s => s.PublishedFor == schedule.JobEventId, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        if (standing is not null)
        {
            (standing.State, standing.PublishedFor, standing.ReplacedAt) = (TalkScheduleState.Replaced, null, now);
        }

        (schedule.State, schedule.PublishedFor, schedule.PublishedAt) = (TalkScheduleState.Published, schedule.JobEventId, now);
        var changes = TalkChanges.Between(standing?.Talks ?? [], schedule.Talks);
        await TellCalendarsAsync(db, changes, ct);
        var mails = await TalkNews.WriteAsync(db, clock, address, jobEvent.Value, changes, schedule.Talks, first: standing is null, ct);
        db.Note(user, clock, AuditAct.TalksPublished, nameof(TalkSchedule), id.Value, schedule.JobEventId);
        await db.SaveChangesAsync(ct);
        return new PublishedTalks(changes.People, mails);
    }

    // A calendar takes an entry for newer only where its number has grown.
    private static async Task TellCalendarsAsync(AppDbContext db, TalkChanges changes, CancellationToken ct)
    {
        foreach (var batch in changes.People.Chunk(500))
        {
            foreach (var registration in await db.Registrations.Where(r => batch.Contains(r.Id)).ToListAsync(ct))
            {
                registration.CalendarSequence++;
            }
        }

        var interpreters = changes.Interpreters.ToList();
        foreach (var assignment in await db.InterpreterAssignments.Where(a => a.JobEventId == changes.JobEventId && interpreters.Contains(a.InterpreterId)).ToListAsync(ct))
        {
            assignment.CalendarSequence++;
        }
    }
}
