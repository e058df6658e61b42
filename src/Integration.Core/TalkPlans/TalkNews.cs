using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>Tells those concerned that a plan was published or replaced. The mails are saved with it. None says who comes: neither name nor Chiffre leaves
/// the portal by mail. People themselves are told by their case managers; those who agreed to be written to get a letter of their own.</summary>
internal static class TalkNews
{
    private const string Published = "TalksPublished_", Changed = "TalksChanged_";

    /// <summary>Writes the mails into the outbox.</summary>
    /// <param name="db">The context whose save publishes the plan.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="address">The portal's address.</param>
    /// <param name="jobEvent">The event.</param>
    /// <param name="changes">What differs from what was published before.</param>
    /// <param name="talks">The talks of the plan that holds now.</param>
    /// <param name="first">Whether nothing was published before.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many mails.</returns>
    public static async Task<int> WriteAsync(
        AppDbContext db, TimeProvider clock, PortalAddress address, JobEvent jobEvent, TalkChanges changes, IReadOnlyCollection<ScheduledTalk> talks, bool first, CancellationToken ct)
    {
        var prefix = first ? Published : Changed;
        return await TellEmployersAsync(db, clock, address, jobEvent, changes, prefix, ct)
            + await TellInterpretersAsync(db, clock, address, jobEvent, changes, talks, prefix, ct)
            + await TellCaseManagersAsync(db, clock, address, jobEvent, changes, prefix, ct);
    }

    // Whoever has an access gets the link to the list; a company that nobody looks for is told at its own address.
    private static async Task<int> TellEmployersAsync(AppDbContext db, TimeProvider clock, PortalAddress address, JobEvent jobEvent, TalkChanges changes, string prefix, CancellationToken ct)
    {
        var employers = changes.Employers.ToList();
        var users = (await db.Users.AsNoTracking().Where(u => u.RevokedAt == null && employers.Contains(u.OrganisationId)).ToListAsync(ct))
            .Where(u => u.Roles.Contains(Role.EmployerContact) && u.Email is { Length: > 0 }).ToLookup(u => u.OrganisationId);
        var houses = await db.Organisations.Where(o => employers.Contains(o.Id)).Select(o => new { o.Id, o.ContactEmail }).ToListAsync(ct);
        var told = 0;
        foreach (var house in houses)
        {
            IEnumerable<(string Email, string Language)> contacts = users[house.Id].Select(u => (u.Email!, u.Language)).DefaultIfEmpty((house.ContactEmail, "de"));
            foreach (var to in contacts.Where(one => one.Email.Length > 0))
            {
                db.Send(clock, to.Email, to.Language, prefix + "Employer", jobEvent.Title, Day(jobEvent, to.Language), address.Of($"/employer/events/{jobEvent.Id}/talks"));
                told++;
            }
        }

        return told;
    }

    private static async Task<int> TellInterpretersAsync(
        AppDbContext db, TimeProvider clock, PortalAddress address, JobEvent jobEvent, TalkChanges changes, IReadOnlyCollection<ScheduledTalk> talks, string prefix, CancellationToken ct)
    {
        var ids = changes.Interpreters.ToList();
        var rows = await db.Interpreters.Where(i => ids.Contains(i.Id) && i.Email != "").Select(i => new { i.Id, i.DisplayName, i.Email, i.MailLanguage, SignsIn = i.UserId != null }).ToListAsync(ct);
        var employers = talks.Where(talk => talk.InterpreterId is not null).Select(talk => talk.EmployerId).Distinct().ToList();
        var names = await db.Organisations.Where(o => employers.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        foreach (var row in rows)
        {
            var culture = CultureInfo.GetCultureInfo(row.MailLanguage);
            var own = talks.Where(talk => talk.InterpreterId == row.Id).DistinctBy(talk => talk.StartsAt).OrderBy(talk => jobEvent.DayOf(talk.StartsAt)).ThenBy(talk => talk.StartsAt)
                .Select(talk => $"{talk.StartsAt.ToString("HH:mm", culture)}–{talk.EndsAt.ToString("HH:mm", culture)}  {names[talk.EmployerId]}, {Table(talk.Table, culture)}").ToList();
            if (own.Count == 0)
            {
                db.Send(clock, row.Email, row.MailLanguage, "TalksGone_Interpreter", row.DisplayName, jobEvent.Title, Day(jobEvent, row.MailLanguage));
            }
            else
            {
                db.Send(clock, row.Email, row.MailLanguage, prefix + "Interpreter", row.DisplayName, jobEvent.Title, Day(jobEvent, row.MailLanguage), string.Join('\n', own), address.Of("/my-assignments"));
            }
        }

        return rows.Count;
    }

    // A number for each and no name: who it is, the list says.
    private static async Task<int> TellCaseManagersAsync(AppDbContext db, TimeProvider clock, PortalAddress address, JobEvent jobEvent, TalkChanges changes, string prefix, CancellationToken ct)
    {
        var changed = changes.People.ToHashSet();
        var id = jobEvent.Id;
        var rows = (await db.Registrations.Where(r => r.JobEventId == id && r.State != RegistrationState.Declined && r.State != RegistrationState.Withdrawn)
            .Join(db.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new { r.Id, r.OrganisationId, p.OwnerId }).ToListAsync(ct)).Where(row => changed.Contains(row.Id)).ToList();
        var organisations = rows.Select(row => row.OrganisationId).Distinct().ToList();
        var users = (await db.Users.AsNoTracking().Where(u => u.RevokedAt == null && organisations.Contains(u.OrganisationId)).ToListAsync(ct))
            .Where(u => u.Email is { Length: > 0 }).ToDictionary(u => u.UserId);
        var teams = await db.Organisations.Where(o => organisations.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.ContactEmail, ct);
        var people = rows.GroupBy(row => row.OwnerId is { } owner && users.TryGetValue(owner, out var user) && user.OrganisationId == row.OrganisationId
            ? (To: user.Email!, user.Language) : (To: teams[row.OrganisationId], Language: "de")).Where(group => group.Key.To.Length > 0).ToList();
        foreach (var group in people)
        {
            db.Send(clock, group.Key.To, group.Key.Language, prefix + "CaseManager", jobEvent.Title, Day(jobEvent, group.Key.Language), group.Count(), address.Of($"/events/{id}/our-talks"));
        }

        return people.Count;
    }

    private static string Day(JobEvent jobEvent, string language) => jobEvent.Date.ToString("D", CultureInfo.GetCultureInfo(language));

    private static string Table(int table, CultureInfo culture) =>
        string.Format(culture, Resources.MailTexts.ResourceManager.GetString(nameof(Resources.MailTexts.Talk_Table), culture)!, table);
}
