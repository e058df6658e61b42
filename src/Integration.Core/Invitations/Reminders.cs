using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Events;
using Integration.Messaging;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Invitations;

/// <summary>Sends the reminders that are due, over all organisations; the portal does this by itself. Each rule reminds of each registration once:
/// the mark is saved with the mail, and its key lets one of two portals save. Who may be written to gets a mail; for the others their case manager
/// gets one mail with a number and no name. A request to report (§ 309 SGB III) is reminded of by nobody here.</summary>
public sealed class Reminders(IDbContextFactory<AppDbContext> contexts, TimeProvider clock, CodeCatalogSource codes, PortalAddress address)
{
    /// <summary>When on its day a reminder becomes due, local time.</summary>
    public static readonly TimeOnly Hour = new(9, 0);

    /// <summary>How many days late a reminder still makes sense, after the portal was away.</summary>
    public const int DaysLate = 1;

    // Nobody is asked for an answer on the day after the invitation.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(2);

    /// <summary>Sends.</summary>
    /// <returns>How many registrations were reminded of.</returns>
    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        await AddDefaultsAsync(ct);
        await using var read = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today();
        var (from, to) = (today.AddDays(-ReminderRule.MostDays - DaysLate), today.AddDays(ReminderRule.MostDays));
        var rules = await read.ReminderRules.AsNoTracking().Where(r => r.Active)
            .Join(read.JobEvents.AsNoTracking().Where(e => e.Date >= from && e.Date <= to && e.State != JobEventState.Idea && e.State != JobEventState.Cancelled),
                r => r.JobEventId, e => e.Id, (r, e) => new { Rule = r, Event = e })
            .ToListAsync(ct);
        var sent = 0;
        foreach (var due in rules.Where(row => IsDue(row.Rule, row.Event)))
        {
            var organisations = await read.Registrations.Where(r => r.JobEventId == due.Event.Id && r.State == due.Rule.State).Select(r => r.OrganisationId).Distinct().ToListAsync(ct);
            foreach (var organisation in organisations)
            {
                sent += await Persistently.RunAsync(() => SendAsync(due.Rule, due.Event, organisation, ct));
            }
        }

        return sent;
    }

    private bool IsDue(ReminderRule rule, JobEvent jobEvent)
    {
        var day = jobEvent.Date.AddDays(-rule.DaysBefore);
        var (now, zone) = (clock.GetUtcNow().UtcDateTime, clock.LocalTimeZone);
        return now >= EventTimes.Instant(zone, day, Hour) && clock.Today() <= day.AddDays(DaysLate)
            && (rule.Kind == ReminderKind.NotRecorded ? now >= jobEvent.IsOverAt(zone) : now < jobEvent.BeginsAt(zone) && jobEvent.State != JobEventState.Closed);
    }

    // An event whose rules nobody has looked at gets the usual ones; the unique index lets one of two portals add them.
    private async Task AddDefaultsAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var since = clock.Today().AddDays(-DaysLate);
        var without = await db.JobEvents.Where(e => e.Date >= since && (e.State == JobEventState.Published || e.State == JobEventState.Running)
            && !db.ReminderRules.Any(r => r.JobEventId == e.Id)).Select(e => e.Id).ToListAsync(ct);
        foreach (var id in without)
        {
            await Persistently.RunAsync(async () =>
            {
                await using var own = await contexts.CreateDbContextAsync(ct);
                if (!await own.ReminderRules.AnyAsync(r => r.JobEventId == id, ct))
                {
                    own.AddRange(ReminderRule.Defaults(id));
                    await own.SaveChangesAsync(ct);
                }

                return true;
            });
        }
    }

    private async Task<int> SendAsync(ReminderRule rule, JobEvent jobEvent, OrganisationId organisation, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var answeredBefore = clock.GetUtcNow().UtcDateTime - Patience;
        var asks = rule.Kind == ReminderKind.NoAnswer;
        var open = db.Registrations.AsNoTracking().Where(r => r.JobEventId == jobEvent.Id && r.OrganisationId == organisation && r.State == rule.State
            && (!asks || r.ChangedAt <= answeredBefore) && !db.Reminders.Any(done => done.RuleId == rule.Id && done.RegistrationId == r.Id));
        if (rule.Kind == ReminderKind.NotRecorded)
        {
            open = open.Where(r => !db.Attendances.Any(a => a.RegistrationId == r.Id));
        }

        var people = await new InvitationReader(db, await codes.GetAsync(ct), clock).ReadAsync(open, ct);
        var writer = await PersonWriter.ReadAsync(db, clock, address, jobEvent.Id, organisation, ct);
        var reminded = 0;
        foreach (var person in people.Where(person => rule.Kind != ReminderKind.NotRecorded && person.MayBeMailed))
        {
            writer.Write(person, "reminder.subject", [asks ? "reminder.noanswer" : "reminder.text"], [PersonMail.Freedom(person.Registration.Invitation), "invitation.answer"]);
            reminded += Mark(db, rule, person, byMail: true);
        }

        foreach (var group in people.Where(person => rule.Kind == ReminderKind.NotRecorded || !person.MayBeMailed).GroupBy(person => person.Person.OwnerId))
        {
            if (await ToAsync(db, group.Key, organisation, ct) is { } to)
            {
                Tell(db, rule, jobEvent, to, group.Count());
                reminded += group.Sum(person => Mark(db, rule, person, byMail: false));
            }
        }

        if (reminded > 0)
        {
            db.Note(FixedUser.PortalFor(organisation), clock, AuditAct.Created, nameof(Reminder), rule.Id.Value, jobEvent.Id, reminded);
            await db.SaveChangesAsync(ct);
        }

        return reminded;
    }

    private int Mark(AppDbContext db, ReminderRule rule, InvitedPerson person, bool byMail)
    {
        db.Add(new Reminder { RuleId = rule.Id, RegistrationId = person.Registration.Id, SentAt = clock.GetUtcNow().UtcDateTime, ByMail = byMail });
        return 1;
    }

    private void Tell(AppDbContext db, ReminderRule rule, JobEvent jobEvent, (string Email, string Language) to, int count)
    {
        var culture = CultureInfo.GetCultureInfo(to.Language);
        db.Send(clock, to.Email, to.Language, "Remind" + rule.Kind, jobEvent.Title, jobEvent.Date.ToString("d", culture), count, address.Of($"/events/{jobEvent.Id}/people"));
    }

    // The case manager in charge; where nobody is, the organisation's own address.
    private static async Task<(string Email, string Language)?> ToAsync(AppDbContext db, UserId? owner, OrganisationId organisation, CancellationToken ct)
    {
        var id = owner?.Value;
        if (id is not null && await db.Users.Where(u => u.Id == id && u.RevokedAt == null).Select(u => new { u.Email, u.Language }).SingleOrDefaultAsync(ct) is { Email: { Length: > 0 } email } user)
        {
            return (email, user.Language);
        }

        var contact = await db.Organisations.Where(o => o.Id == organisation).Select(o => o.ContactEmail).SingleAsync(ct);
        return contact.Length > 0 ? (contact, "de") : null;
    }
}
