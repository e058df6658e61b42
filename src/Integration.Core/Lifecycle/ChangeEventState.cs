using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Messaging;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Lifecycle;

/// <summary>Leads an event from one state to the next. Of its being published or cancelled everyone concerned is told by mail in the same
/// transaction; registrations and interpreters' assignments stay as they are.</summary>
public sealed class ChangeEventState(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, PortalAddress address)
{
    /// <summary>Where the page of an event begins.</summary>
    public const string EventPath = "/events/";

    /// <summary>Changes the state.</summary>
    /// <param name="id">An event that the caller's organisation leads.</param>
    /// <param name="version">The version that was read: whoever decides has seen what they decide about.</param>
    /// <param name="to">The new state.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many mails wait in the outbox; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <see cref="EventErrors.Step"/>.</returns>
    public async Task<Result<int>> ExecuteAsync(JobEventId id, Guid version, JobEventState to, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.EditableBy(user).Include(e => e.Hosts).SingleOrDefaultAsync(e => e.Id == id, ct);
        if (jobEvent is null)
        {
            return Errors.NotFound;
        }

        if (jobEvent.Version != version)
        {
            return Errors.Conflict;
        }

        if (!EventStates.Allows(jobEvent.State, to))
        {
            return EventErrors.Step(jobEvent.State, to);
        }

        // An idea that is dropped was known to nobody else.
        var told = EventStates.IsTold(to) && jobEvent.State != JobEventState.Idea ? await TellAsync(db, jobEvent, to, ct) : 0;
        jobEvent.State = to;
        db.Note(user, clock, AuditAct.EventStateChanged, nameof(JobEvent), id.Value, id);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return told;
    }

    private async Task<int> TellAsync(AppDbContext db, JobEvent jobEvent, JobEventState to, CancellationToken ct)
    {
        var addressees = (await Concerned.ReadAsync(db, jobEvent, user.Id, ct)).FindAll(a => a.To.Length > 0);
        var link = address.Of(EventPath + jobEvent.Id);
        foreach (var addressee in addressees)
        {
            var culture = CultureInfo.GetCultureInfo(addressee.Language);
            var when = $"{jobEvent.Date.ToString("D", culture)}, {jobEvent.StartsAt.ToString("HH:mm", culture)}–{jobEvent.EndsAt.ToString("HH:mm", culture)}";
            var where = string.Join(", ", new[] { jobEvent.Place, jobEvent.Street, jobEvent.Town }.Where(part => part.Length > 0));
            var text = (to == JobEventState.Cancelled ? "EventCancelled_" : "EventPublished_") + addressee.Group switch
            {
                ConcernedGroup.CaseManagers => "CaseManager",
                ConcernedGroup.Partners => "Partner",
                ConcernedGroup.Interpreters or ConcernedGroup.Employers => "Guest",
            };
            db.Send(clock, addressee.To, addressee.Language, text, jobEvent.Title, when, where, addressee.People.ToString(culture), link);
        }

        return addressees.Count;
    }
}
