using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Documents;

/// <summary>The print centre's numbers, and what was printed before. Everything is empty for users who may not print.</summary>
public sealed class PrintRunQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>What can be printed for an event.</summary>
    /// <param name="Profiles">Profiles in force.</param>
    /// <param name="NeverPrinted">Those of them that were never printed: what is due.</param>
    /// <param name="NotReleased">Registered people of the own organisation with no profile in force: not released yet, or no longer.</param>
    /// <param name="Folders">Employers that somebody vouched for.</param>
    /// <param name="EmployersNotVouched">Employers that are still to be checked.</param>
    /// <param name="Recall">Copies outside of releases that are locked or over.</param>
    public sealed record PrintCentre(int Profiles, int NeverPrinted, int NotReleased, int Folders, int EmployersNotVouched, int Recall);

    /// <summary>A past run.</summary>
    /// <param name="Id">The run.</param>
    /// <param name="Product">The product.</param>
    /// <param name="PrintedAt">When (UTC).</param>
    /// <param name="PrintedBy">Who: a colleague's name, empty for the portal itself.</param>
    /// <param name="Employer">For whom; empty for the stand or the office.</param>
    /// <param name="FolderNumber">Number of the folder.</param>
    /// <param name="Sheets">Sheets of paper.</param>
    /// <param name="Copies">Printed copies of profiles in it.</param>
    /// <param name="Outside">Those not yet returned or destroyed.</param>
    public sealed record Run(
        PrintRunId Id, PrintProduct Product, DateTime PrintedAt, string PrintedBy, string Employer, int? FolderNumber, int Sheets, int Copies, int Outside);

    /// <summary>A printed copy.</summary>
    /// <param name="Id">Row number, for <see cref="RecordReturn"/>.</param>
    /// <param name="Chiffre">The Chiffre; no name.</param>
    /// <param name="Number">Number of the copy.</param>
    /// <param name="Of">Copies there were.</param>
    /// <param name="HandedTo">Who took it; empty for the run's employer.</param>
    /// <param name="ReturnedAt">When it came back (UTC).</param>
    /// <param name="Recall">Whether it has to come back.</param>
    public sealed record Copy(long Id, string Chiffre, int Number, int Of, string HandedTo, DateTime? ReturnedAt, bool Recall);

    /// <summary>The numbers of an event; <see langword="null"/> when the user cannot reach it or may not print.</summary>
    public async Task<PrintCentre?> CentreAsync(JobEventId id, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!user.Has(Permission.PrintProfiles) || !await db.JobEvents.TakenPartInBy(user).AnyAsync(e => e.Id == id, ct))
        {
            return null;
        }

        var today = clock.Today();
        var inForce = db.PrintableBy(user, id, today);
        var people = db.Registrations.VisibleTo(user).Where(r => r.JobEventId == id && r.State != RegistrationState.Declined && r.State != RegistrationState.Withdrawn);
        var employers = await db.Set<ExpectedEmployer>().Where(e => e.JobEventId == id).GroupBy(e => e.VouchedAt != null)
            .Select(group => new { Vouched = group.Key, Count = group.Count() }).ToListAsync(ct);
        return new PrintCentre(
            await inForce.CountAsync(ct),
            await inForce.NeverPrinted(db).CountAsync(ct),
            await people.CountAsync(r => !inForce.Any(release => release.ParticipantId == r.ParticipantId), ct),
            employers.Find(group => group.Vouched)?.Count ?? 0,
            employers.Find(group => !group.Vouched)?.Count ?? 0,
            await ToRecall(db, id, today).CountAsync(ct));
    }

    /// <summary>Past runs of the own organisation for an event, latest first.</summary>
    public async Task<IReadOnlyList<Run>> RunsAsync(JobEventId id, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var runs = await db.PrintRuns.VisibleTo(user).Where(run => run.JobEventId == id).OrderByDescending(run => run.PrintedAt).ThenByDescending(run => run.FolderNumber)
            .Select(run => new
            {
                run.Id, run.Product, run.PrintedAt, run.PrintedBy, run.FolderNumber, run.Sheets,
                Employer = db.Organisations.Where(o => o.Id == run.EmployerId).Select(o => o.Name).FirstOrDefault(),
                Copies = run.Items.Count(item => item.ReleaseId != null),
                Outside = run.Items.Count(item => item.ReleaseId != null && item.ReturnedAt == null),
            }).ToListAsync(ct);
        var by = runs.Select(run => run.PrintedBy.Value).Distinct().ToList();
        var names = await db.Users.Where(u => by.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
        return runs.Select(run => new Run(
            run.Id, run.Product, run.PrintedAt, names.GetValueOrDefault(run.PrintedBy.Value, ""), run.Employer ?? "", run.FolderNumber, run.Sheets, run.Copies, run.Outside)).ToList();
    }

    /// <summary>The copies of a run of the own organisation, in printing order.</summary>
    public async Task<IReadOnlyList<Copy>> CopiesAsync(PrintRunId id, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await CopiesOf(db, db.PrintRunItems.Where(item => db.PrintRuns.VisibleTo(user).Any(run => run.Id == id && run.Id == item.PrintRunId)), ct);
    }

    private IQueryable<PrintRunItem> ToRecall(AppDbContext db, JobEventId id, DateOnly today) =>
        db.PrintRunItems.VisibleTo(user, db).Where(item => item.ReturnedAt == null
            && db.ProfileReleases.Any(release => release.Id == item.ReleaseId && release.JobEventId == id
                && (release.LockedAt != null || release.ValidUntil < today
                    || release.State == ProfileState.Expired || release.State == ProfileState.Locked || release.State == ProfileState.Deleted)));

    private async Task<IReadOnlyList<Copy>> CopiesOf(AppDbContext db, IQueryable<PrintRunItem> items, CancellationToken ct)
    {
        var today = clock.Today();
        var copies = await (
            from item in items
            join release in db.ProfileReleases on item.ReleaseId equals release.Id
            orderby item.Id
            select new { item, release.Chiffre, release.LockedAt, release.ValidUntil, release.State }).AsNoTracking().ToListAsync(ct);
        return copies.Select(copy => new Copy(
            copy.item.Id, copy.Chiffre, copy.item.CopyNumber, copy.item.CopyOf, copy.item.HandedTo, copy.item.ReturnedAt,
            copy.LockedAt is not null || copy.ValidUntil < today || copy.State is ProfileState.Expired or ProfileState.Locked or ProfileState.Deleted)).ToList();
    }
}
