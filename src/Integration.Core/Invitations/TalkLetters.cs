using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Events;
using Integration.Messaging;
using Integration.Privacy;
using Integration.TalkPlans;
using Microsoft.EntityFrameworkCore;

namespace Integration.Invitations;

/// <summary>Writes to people whose planned talks were published, moved or dropped, over all organisations; the portal does this by itself. Only those who
/// agreed to be written to; the others are told by their case managers, who have a list of them. A plan is written about once: the mark is saved with the
/// mails, and its version lets one of two portals save. What counts is what people were last told, however many plans were published between.</summary>
public sealed class TalkLetters(IDbContextFactory<AppDbContext> contexts, TimeProvider clock, CodeCatalogSource codes, PortalAddress address)
{
    /// <summary>Sends.</summary>
    /// <returns>How many people were written to.</returns>
    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        await using var read = await contexts.CreateDbContextAsync(ct);
        var due = await read.TalkSchedules.Where(s => s.PublishedFor != null && s.PeopleToldAt == null).Select(s => s.Id).ToListAsync(ct);
        var sent = 0;
        foreach (var id in due)
        {
            sent += await Persistently.RunAsync(() => SendAsync(id, ct));
        }

        return sent;
    }

    private async Task<int> SendAsync(TalkScheduleId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var schedule = await db.TalkSchedules.Include(s => s.Talks).SingleOrDefaultAsync(s => s.Id == id && s.PublishedFor != null && s.PeopleToldAt == null, ct);
        if (schedule is null)
        {
            return 0;
        }

        var jobEvent = await db.JobEvents.AsNoTracking().SingleAsync(e => e.Id == schedule.JobEventId, ct);
        var written = EventIsAhead(jobEvent) ? await WriteAsync(db, schedule, jobEvent, ct) : 0;
        schedule.PeopleToldAt = clock.GetUtcNow().UtcDateTime;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another portal was quicker, or the plan was replaced meanwhile: the next round looks again.
            return 0;
        }

        return written;
    }

    private bool EventIsAhead(JobEvent jobEvent) =>
        jobEvent.State is not (JobEventState.Cancelled or JobEventState.Closed) && clock.GetUtcNow().UtcDateTime < jobEvent.IsOverAt(clock.LocalTimeZone);

    private async Task<int> WriteAsync(AppDbContext db, TalkSchedule schedule, JobEvent jobEvent, CancellationToken ct)
    {
        var known = await db.TalkSchedules.AsNoTracking().Include(s => s.Talks).Where(s => s.JobEventId == jobEvent.Id && s.PeopleToldAt != null)
            .OrderByDescending(s => s.PeopleToldAt).FirstOrDefaultAsync(ct);
        var before = (known?.Talks ?? []).Select(talk => talk.RegistrationId).ToHashSet();
        var changed = TalkChanges.Between(known?.Talks ?? [], schedule.Talks).People.ToHashSet();
        var (now, then) = (schedule.Id, known?.Id);
        var concerned = db.Registrations.AsNoTracking().Where(r => r.JobEventId == jobEvent.Id && r.State != RegistrationState.Declined && r.State != RegistrationState.Withdrawn
            && db.ScheduledTalks.Any(talk => talk.RegistrationId == r.Id && (talk.ScheduleId == now || talk.ScheduleId == then)));
        var people = (await new InvitationReader(db, await codes.GetAsync(ct), clock).ReadAsync(concerned, ct)).Where(person => person.MayBeMailed && changed.Contains(person.Registration.Id)).ToList();
        var written = 0;
        foreach (var house in people.GroupBy(person => person.Registration.OrganisationId))
        {
            var writer = await PersonWriter.ReadAsync(db, clock, address, jobEvent.Id, house.Key, ct);
            var own = 0;
            foreach (var person in house)
            {
                // A talk whose profile has been taken back since is no talk; who never heard of one is not told that it is off.
                var has = writer.TalksOf(person.Registration.Id).Count > 0;
                if (has || before.Contains(person.Registration.Id))
                {
                    IReadOnlyList<string> opening = !has ? ["talk.mailoff"] : before.Contains(person.Registration.Id) ? ["talk.mailchanged"] : ["talk.mail"];
                    writer.Write(person, "talk.subject", opening, has ? ["talk.text", "talk.late"] : ["invitation.answer"]);
                    own++;
                }
            }

            if (own > 0)
            {
                db.Note(FixedUser.PortalFor(house.Key), clock, AuditAct.Created, nameof(TalkSchedule), schedule.Id.Value, jobEvent.Id, own);
                written += own;
            }
        }

        return written;
    }
}
