using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants;
using Microsoft.EntityFrameworkCore;

namespace Integration.Interpreters;

/// <summary>An assignment as its interpreter sees it (R7): language, place, time, and the first name or Chiffre of a named person; nothing of a profile.</summary>
/// <param name="EventTitle">The event.</param>
/// <param name="Organisation">The organisation that asks.</param>
/// <param name="Phone">Its telephone number.</param>
/// <param name="Kind">Kind of task.</param>
/// <param name="Task">The task in words.</param>
/// <param name="Language">Code of the list Languages.</param>
/// <param name="Day">Day.</param>
/// <param name="StartsAt">Begin.</param>
/// <param name="EndsAt">End.</param>
/// <param name="Place">Meeting point.</param>
/// <param name="Address">Building, street and town of the event.</param>
/// <param name="FirstName">First name, or the name on the badge, of the named person; empty before a yes and for groups.</param>
/// <param name="State">State.</param>
/// <param name="Over">Whether the time is over, or the event closed or cancelled.</param>
public sealed record OwnAssignment(
    string EventTitle, string Organisation, string Phone, AssignmentKind Kind, string Task, string Language, DateOnly Day, TimeOnly StartsAt, TimeOnly EndsAt,
    string Place, string Address, string FirstName, AssignmentState State, bool Over)
{
    /// <summary>The assignment.</summary>
    public InterpreterAssignmentId Id { get; init; }
}

/// <summary>One of the caller's own people for whom an interpreter can be looked for.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Name.</param>
/// <param name="Language">Language they asked for, code of the list Languages; empty when nothing is known.</param>
public sealed record AssignablePerson(ParticipantId Id, string Name, string Language);

/// <summary>Reads of assignments for their interpreters, and of people for whom somebody is to be assigned.</summary>
public sealed class AssignmentQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The signed-in interpreter's own assignments: the next ones first, then past ones backwards.</summary>
    public async Task<IReadOnlyList<OwnAssignment>> OwnAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = await ReadAsync(db, db.InterpreterAssignments.OfInterpreter(user, db), ct);
        return
        [
            .. own.Where(a => !a.Over).OrderBy(a => a.Day).ThenBy(a => a.StartsAt),
            .. own.Where(a => a.Over).OrderByDescending(a => a.Day).ThenByDescending(a => a.StartsAt),
        ];
    }

    /// <summary>The caller's own people with a place at an event, by name; nobody for whoever may not see named records.</summary>
    public async Task<IReadOnlyList<AssignablePerson>> PeopleAsync(JobEventId id, CancellationToken ct)
    {
        if (!user.Has(Permission.ManageInterpreters))
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var coming = db.Registrations.Where(r => r.JobEventId == id).HoldingAPlace();
        var people = await db.Participants.AsNoTracking().VisibleTo(user).Where(p => p.MergedIntoId == null && coming.Any(r => r.ParticipantId == p.Id)).ToListAsync(ct);
        return [.. people.OrderBy(p => p.FullName, StringComparer.CurrentCulture).Select(p => new AssignablePerson(p.Id, p.FullName, p.WishOf().Language))];
    }

    /// <summary>What the link of a request opens; needs no sign-in, the link is the right.</summary>
    /// <returns>LinkVoid for an unknown, replaced or old link.</returns>
    public async Task<Result<OwnAssignment>> ByLinkAsync(string token, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var hash = InvitationToken.HashOf(token);
        var found = await ReadAsync(db, db.InterpreterAssignments.Where(a => a.AnswerTokenHash == hash), ct);
        // Whoever has only a link, which a mail can lose, reads no name.
        return found is [{ Over: false } assignment] ? assignment with { FirstName = "" } : InterpreterErrors.LinkVoid;
    }

    private async Task<List<OwnAssignment>> ReadAsync(AppDbContext db, IQueryable<InterpreterAssignment> assignments, CancellationToken ct)
    {
        var rows = await assignments.AsNoTracking()
            .Join(db.JobEvents, a => a.JobEventId, e => e.Id, (a, e) => new { a, e })
            .Join(db.Organisations, row => row.a.OrganisationId, o => o.Id, (row, o) => new
            {
                row.a, row.e, o.Name, o.ContactPhone,
                Person = db.Participants.Where(p => p.Id == row.a.ParticipantId).Select(p => p.BadgeName == "" && !p.NotPubliclyPresent ? p.GivenName : p.BadgeName).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return rows.ConvertAll(row => new OwnAssignment(
            row.e.Title, row.Name, row.ContactPhone, row.a.Kind, row.a.Task, row.a.Language, row.a.Day, row.a.StartsAt, row.a.EndsAt, row.a.Place,
            string.Join(", ", new[] { row.e.Place, row.e.Street, row.e.Town }.Where(part => part.Length > 0)),
            row.a.State is AssignmentState.Confirmed or AssignmentState.Done ? row.Person ?? "" : "",
            row.a.State, clock.IsPast(row.a.Day, row.a.StartsAt, row.a.EndsAt) || row.e.State is Events.JobEventState.Closed or Events.JobEventState.Cancelled) { Id = row.a.Id });
    }
}
