using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Reports;

/// <summary>Opens a page of the audit trail. Reading it is itself an entry, so it is a use case and no query.</summary>
public sealed class ReadAuditTrail(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Entries on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Which entries.</summary>
    public sealed record Filter
    {
        /// <summary>First day, in the portal's time zone.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Last day.</summary>
        public DateOnly? To { get; init; }

        /// <summary>Whose acts.</summary>
        public UserId? UserId { get; init; }

        /// <summary>Which act.</summary>
        public AuditAct? Act { get; init; }

        /// <summary>Only entries about this record.</summary>
        public Guid? SubjectId { get; init; }

        /// <summary>Only entries about the person with this customer number: the record, its short profile, releases and consents.
        /// Whoever asks who saw their data gives the number; no name is needed here, and none is shown.</summary>
        public string CustomerNumber { get; init; } = "";

        /// <summary>Page, from 1, the newest first.</summary>
        public int Page { get; init; } = 1;
    }

    /// <summary>An entry.</summary>
    /// <param name="Sequence">Its number in the chain.</param>
    /// <param name="At">When (UTC).</param>
    /// <param name="UserName">Who; empty for the portal itself.</param>
    /// <param name="Act">What was done.</param>
    /// <param name="SubjectKind">Kind of the record, the type's name.</param>
    /// <param name="SubjectId">Id of the record.</param>
    /// <param name="EventTitle">Title of the event it was done for; empty when none.</param>
    /// <param name="Count">How many records.</param>
    public sealed record Row(long Sequence, DateTime At, string UserName, AuditAct Act, string SubjectKind, Guid? SubjectId, string EventTitle, int Count);

    /// <summary>A page of entries, and who can be filtered by.</summary>
    /// <param name="Rows">The entries, the newest first.</param>
    /// <param name="Total">Entries that fit the filter.</param>
    /// <param name="People">Users of the organisation by name.</param>
    public sealed record Page(IReadOnlyList<Row> Rows, int Total, IReadOnlyList<(UserId Id, string Name)> People);

    /// <summary>Reads, and notes that it was read.</summary>
    /// <returns>Forbidden without the permission.</returns>
    public async Task<Result<Page>> ExecuteAsync(Filter filter, CancellationToken ct)
    {
        if (!user.Has(Permission.ReadAuditTrail))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var query = AboutRecords(Fitting(db.AuditEntries.AsNoTracking().VisibleTo(user), filter), filter, await RecordsAsync(db, filter, ct));
        var total = await query.CountAsync(ct);
        var entries = await query.OrderByDescending(e => e.Sequence).Skip((Math.Max(1, filter.Page) - 1) * PageSize).Take(PageSize).ToListAsync(ct);

        // Names of users and titles of events explain an entry of the own trail; nothing else of those records is read.
        var people = await db.Users.AsNoTracking().Where(u => u.OrganisationId == user.OrganisationId).OrderBy(u => u.DisplayName)
            .Select(u => new { u.Id, u.DisplayName }).ToListAsync(ct);
        var names = people.ToDictionary(u => new UserId(u.Id), u => u.DisplayName);
        var eventIds = entries.Where(e => e.JobEventId is not null).Select(e => new JobEventId(e.JobEventId!.Value)).Distinct().ToList();
        var events = await db.JobEvents.AsNoTracking().Where(e => eventIds.Contains(e.Id)).Select(e => new { e.Id, e.Title }).ToListAsync(ct);
        var titles = events.ToDictionary(e => e.Id.Value, e => e.Title);

        db.Note(user, clock, AuditAct.AuditRead, nameof(AuditEntry), count: entries.Count);
        await db.SaveChangesAsync(ct);
        return new Page(
            entries.Select(e => new Row(
                e.Sequence, e.At, names.GetValueOrDefault(e.UserId, ""), e.Act, e.SubjectKind, e.SubjectId,
                e.JobEventId is { } id ? titles.GetValueOrDefault(id, "") : "", e.Count)).ToList(),
            total, people.Select(u => (new UserId(u.Id), u.DisplayName)).ToList());
    }

    private async Task<List<Guid>> RecordsAsync(AppDbContext db, Filter filter, CancellationToken ct)
    {
        var number = filter.CustomerNumber.Trim();
        if (number.Length == 0)
        {
            return [];
        }

        var own = user.OrganisationId;
        var people = await db.Participants.Where(p => p.OrganisationId == own && p.CustomerNumber == number).Select(p => p.Id).ToListAsync(ct);
        // What was done with a record before it was merged into this one was done with this person.
        people.AddRange(await db.Participants.Where(p => p.OrganisationId == own && p.MergedIntoId != null && people.Contains(p.MergedIntoId.Value)).Select(p => p.Id).ToListAsync(ct));
        var profiles = await db.ShortProfiles.Where(p => p.OrganisationId == own && people.Contains(p.ParticipantId)).Select(p => p.Id).ToListAsync(ct);
        var releases = await db.ProfileReleases.Where(r => r.OrganisationId == own && people.Contains(r.ParticipantId)).Select(r => r.Id).ToListAsync(ct);
        var consents = await db.Consents.Where(c => c.OrganisationId == own && people.Contains(c.ParticipantId)).Select(c => c.Id).ToListAsync(ct);
        var prints = await db.PrintRuns.Where(r => r.OrganisationId == own && r.Items.Any(item => people.Contains(item.ParticipantId))).Select(r => r.Id).ToListAsync(ct);
        var imports = await db.ImportBatches.Where(b => b.OrganisationId == own
            && db.ImportRows.Any(row => row.BatchId == b.Id && row.ParticipantId != null && people.Contains(row.ParticipantId.Value))).Select(b => b.Id).ToListAsync(ct);
        return
        [
            .. people.Select(id => id.Value), .. profiles.Select(id => id.Value), .. releases.Select(id => id.Value), .. consents.Select(id => id.Value),
            .. prints.Select(id => id.Value), .. imports.Select(id => id.Value),
        ];
    }

    private static IQueryable<AuditEntry> AboutRecords(IQueryable<AuditEntry> entries, Filter filter, List<Guid> records) =>
        filter.CustomerNumber.Trim().Length == 0 ? entries : entries.Where(e => e.SubjectId != null && records.Contains(e.SubjectId.Value));

    private IQueryable<AuditEntry> Fitting(IQueryable<AuditEntry> entries, Filter filter)
    {
        if (filter.From is { } from)
        {
            var begin = UtcOf(from);
            entries = entries.Where(e => e.At >= begin);
        }

        if (filter.To is { } to)
        {
            var end = UtcOf(to.AddDays(1));
            entries = entries.Where(e => e.At < end);
        }

        if (filter.UserId is { } who)
        {
            entries = entries.Where(e => e.UserId == who);
        }

        if (filter.Act is { } act)
        {
            entries = entries.Where(e => e.Act == act);
        }

        return filter.SubjectId is { } subject ? entries.Where(e => e.SubjectId == subject) : entries;
    }

    private DateTime UtcOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return DateTime.SpecifyKind(midnight - clock.LocalTimeZone.GetUtcOffset(midnight), DateTimeKind.Utc);
    }
}
