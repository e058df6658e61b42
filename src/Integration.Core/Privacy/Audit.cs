using Integration.Access;
using Integration.Common;
using Integration.Data;

namespace Integration.Privacy;

/// <summary>Adds entries to the audit trail; they are saved with the act itself.</summary>
public static class Audit
{
    /// <summary>Notes an act of <paramref name="user"/> on one record or on <paramref name="count"/> of them.</summary>
    /// <param name="db">The context whose save carries the act.</param>
    /// <param name="user">Who acts; the entry goes into their organisation's chain.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="act">What is done.</param>
    /// <param name="subjectKind">Type name of the record.</param>
    /// <param name="subjectId">Id of the record; <see langword="null"/> for an act on many.</param>
    /// <param name="jobEvent">The event it is done for.</param>
    /// <param name="count">How many records.</param>
    public static void Note(
        this AppDbContext db, ICurrentUser user, TimeProvider clock, AuditAct act, string subjectKind,
        Guid? subjectId = null, JobEventId? jobEvent = null, int count = 1) =>
        db.Noted(new AuditEntry
        {
            OrganisationId = user.OrganisationId,
            At = clock.GetUtcNow().UtcDateTime,
            UserId = user.Id,
            Act = act,
            SubjectKind = subjectKind,
            SubjectId = subjectId,
            JobEventId = jobEvent?.Value,
            Count = count,
        });
}
