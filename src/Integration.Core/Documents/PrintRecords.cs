using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Privacy;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Documents;

/// <summary>Gives out copy numbers and records what was printed.</summary>
internal sealed class PrintRecords(AppDbContext db, ICurrentUser user, TimeProvider clock)
{
    // SQL Server takes at most 2,100 parameters in a command.
    private const int Chunk = 1000;

    /// <summary>Plans one run, or one for each employer of a folder. Two plans made at the same time give out the same numbers;
    /// the unique index lets only one of them be recorded.</summary>
    public async Task<IReadOnlyList<PlannedRun>> PlanAsync(
        PrintProfiles.Request request, JobEvent jobEvent, IReadOnlyList<ProfileRelease> releases, IReadOnlyList<ExpectedEmployer> employers, CancellationToken ct)
    {
        var before = new Dictionary<ProfileReleaseId, int>();
        foreach (var ids in releases.Select(release => (ProfileReleaseId?)release.Id).Chunk(Chunk))
        {
            foreach (var known in await db.PrintRunItems.Where(item => ids.Contains(item.ReleaseId))
                .GroupBy(item => item.ReleaseId).Select(copies => new { copies.Key, Last = copies.Max(copy => copy.CopyNumber) }).ToListAsync(ct))
            {
                before[known.Key!.Value] = known.Last;
            }
        }

        var folders = request.Layout == ProfileLayout.Folder
            ? await db.PrintRuns.Where(run => run.JobEventId == jobEvent.Id).MaxAsync(run => run.FolderNumber, ct) ?? 0
            : 0;
        var count = Math.Max(1, employers.Count);
        return Enumerable.Range(0, count).Select(i => new PlannedRun
        {
            Employer = employers.Count == 0 ? null : employers[i],
            FirstCopy = releases.ToDictionary(release => release.Id, release => before.GetValueOrDefault(release.Id) + (i * request.Copies) + 1),
            CopiesAfter = releases.ToDictionary(release => release.Id, release => before.GetValueOrDefault(release.Id) + (count * request.Copies)),
            Run = new PrintRun
            {
                OrganisationId = user.OrganisationId,
                Product = ProductOf(request.Layout),
                JobEventId = jobEvent.Id,
                EmployerId = employers.Count == 0 ? null : employers[i].OrganisationId,
                FolderNumber = request.Layout == ProfileLayout.Folder ? folders + i + 1 : null,
                PrintedBy = user.Id,
                Copies = request.Copies,
            },
        }).ToList();
    }

    /// <summary>Records the runs in one transaction, which fails if a release has changed since it was read or another run took the
    /// same copy numbers first.</summary>
    public async Task<Result> RecordAsync(IReadOnlyList<PlannedRun> runs, IReadOnlyList<ProfileRelease> releases, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var planned in runs)
        {
            planned.Run.PrintedAt = now;
            planned.Run.Items = Items(planned, releases).ToList();
            db.PrintRuns.Add(planned.Run);
            db.Note(user, clock, AuditAct.Printed, nameof(PrintRun), planned.Run.Id.Value, planned.Run.JobEventId, planned.Run.Items.Count);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await db.TrySavePrintedAsync(user, clock, releases, ct))
        {
            return DocumentErrors.ChangedMeanwhile;
        }

        await transaction.CommitAsync(ct);
        return Result.Ok;
    }

    private static IEnumerable<PrintRunItem> Items(PlannedRun planned, IReadOnlyList<ProfileRelease> releases) =>
        from copy in Enumerable.Range(0, planned.Run.Copies)
        from release in releases
        select new PrintRunItem
        {
            ReleaseId = release.Id,
            ParticipantId = release.ParticipantId,
            CopyNumber = planned.FirstCopy[release.Id] + copy,
            CopyOf = planned.CopiesAfter[release.Id],
        };

    private static PrintProduct ProductOf(ProfileLayout layout) => layout switch
    {
        ProfileLayout.A4 => PrintProduct.Profiles,
        ProfileLayout.A5x2 => PrintProduct.Handouts,
        ProfileLayout.Folder => PrintProduct.Folder,
    };
}
