using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents.Sheets;
using Integration.Events;
using Integration.Printing;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Documents;

/// <summary>How profiles are printed.</summary>
public enum ProfileLayout
{
    /// <summary>Loose sheets, one A4 page a profile.</summary>
    A4,

    /// <summary>Handouts, two A5 pages to a sheet.</summary>
    A5x2,

    /// <summary>A numbered folder for an employer.</summary>
    Folder,
}

/// <summary>Prints the short profiles of an event. Only releases in force reach the paper: they are read and set, and the save that
/// records the copies fails if one of them has changed meanwhile. Not a byte leaves before that save is through, so there is no sheet
/// without a record, and none of a person who has said no.</summary>
public sealed class PrintProfiles(
    IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes, IPdfEngine engine, DocumentOptions options)
{
    /// <summary>Most copies of one run.</summary>
    public const int MaxCopies = 50;

    /// <summary>What to print.</summary>
    public sealed record Request
    {
        /// <summary>The event.</summary>
        public required JobEventId JobEventId { get; init; }

        /// <summary>The layout.</summary>
        public ProfileLayout Layout { get; init; }

        /// <summary>The employer of a folder; all that somebody vouched for when <see langword="null"/>.</summary>
        public OrganisationId? EmployerId { get; init; }

        /// <summary>How many copies of each sheet or folder.</summary>
        public int Copies { get; init; } = 1;

        /// <summary>Only these releases; all in force when <see langword="null"/>.</summary>
        public IReadOnlyCollection<ProfileReleaseId>? Releases { get; init; }

        /// <summary>Only what has never been printed.</summary>
        public bool OnlyUnprinted { get; init; }
    }

    /// <summary>What was printed.</summary>
    /// <param name="Profiles">How many profiles.</param>
    /// <param name="Sheets">Sheets of paper, all copies together.</param>
    /// <param name="FileName">A name for the file; it holds no person's name.</param>
    /// <param name="Runs">The recorded runs: one, or one a folder.</param>
    public sealed record Printed(int Profiles, int Sheets, string FileName, IReadOnlyList<PrintRunId> Runs);

    /// <summary>Prints to <paramref name="output"/>.</summary>
    /// <param name="request">What to print.</param>
    /// <param name="output">Receives the PDF, all of it or nothing.</param>
    /// <param name="progress">Told the part that is done, 0 to 1.</param>
    /// <param name="ct">Cancels; then nothing is recorded and nothing written.</param>
    public async Task<Result<Printed>> ExecuteAsync(Request request, Stream output, IProgress<double>? progress = null, CancellationToken ct = default)
    {
        if (!user.Has(Permission.PrintProfiles))
        {
            return Errors.Forbidden;
        }

        if (request.Copies is < 1 or > MaxCopies)
        {
            return DocumentErrors.Copies(MaxCopies);
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.AsNoTracking().TakenPartInBy(user).Include(e => e.Employers).Include(e => e.Stands).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == request.JobEventId, ct);
        if (jobEvent is null)
        {
            return Errors.NotFound;
        }

        var employers = EmployersOf(request, jobEvent);
        if (!employers.Done)
        {
            return employers.Error;
        }

        var releases = (await Wanted(db, request).ToListAsync(ct)).OrderBy(SheetLabels.OrderOf).ToList();
        if (releases.Count == 0)
        {
            return DocumentErrors.NothingToPrint;
        }

        var pile = new ProfilePile(await codes.GetAsync(ct), options, clock, jobEvent, releases)
        {
            FolderContact = user.OrganisationId,
            Contacts = await ContactsAsync(db, releases, ct),
            EmployerNames = await NamesAsync(db, employers.Value, ct),
        };
        var runs = await new PrintRecords(db, user, clock).PlanAsync(request, jobEvent, releases, employers.Value, ct);
        using var file = new MemoryStream();
        var counted = new CountedSequences(progress);
        foreach (var run in runs)
        {
            counted.Total += (request.Layout == ProfileLayout.Folder ? releases.Count + 3 : releases.Count) * run.Run.Copies;
        }

        var sheets = await Task.Run(() => engine.Write(pile.Document(request.Layout, runs, counted), file, ct), ct);
        ShareSheets(runs, sheets);
        var recorded = await new PrintRecords(db, user, clock).RecordAsync(runs, releases, ct);
        if (!recorded.Done)
        {
            return recorded.Error;
        }

        file.Position = 0;
        await file.CopyToAsync(output, ct);
        progress?.Report(1);
        return new Printed(releases.Count, sheets, FileName(request.Layout, jobEvent, runs), runs.Select(run => run.Run.Id).ToList());
    }

    private IQueryable<ProfileRelease> Wanted(AppDbContext db, Request request)
    {
        var wanted = db.PrintableBy(user, request.JobEventId, clock.Today());
        if (request.Releases is { } chosen)
        {
            wanted = wanted.Where(release => chosen.Contains(release.Id));
        }

        return request.OnlyUnprinted ? wanted.NeverPrinted(db) : wanted;
    }

    private static Result<IReadOnlyList<ExpectedEmployer>> EmployersOf(Request request, JobEvent jobEvent)
    {
        if (request.Layout != ProfileLayout.Folder)
        {
            return request.EmployerId is null ? Array.Empty<ExpectedEmployer>() : DocumentErrors.EmployerForFoldersOnly;
        }

        if (request.EmployerId is not { } id)
        {
            var vouched = jobEvent.Employers.Where(employer => employer.VouchedAt is not null)
                .OrderBy(employer => jobEvent.StandsOf(employer.OrganisationId), StringComparer.Ordinal).ThenBy(employer => employer.OrganisationId.Value).ToList();
            return vouched.Count == 0 ? DocumentErrors.NoEmployerVouched : vouched;
        }

        var expected = jobEvent.Employers.Find(employer => employer.OrganisationId == id);
        return expected is null ? Errors.NotFound
            : expected.VouchedAt is null ? DocumentErrors.EmployerNotVouched
            : new[] { expected };
    }

    private async Task<Dictionary<OrganisationId, SheetContact>> ContactsAsync(AppDbContext db, List<ProfileRelease> releases, CancellationToken ct)
    {
        var ids = releases.Select(release => release.OrganisationId).Append(user.OrganisationId).Distinct().ToList();
        return await db.Organisations.Where(o => ids.Contains(o.Id))
            .ToDictionaryAsync(o => o.Id, o => new SheetContact(o.ContactTeam, o.ContactPhone, o.ContactEmail), ct);
    }

    private static async Task<Dictionary<OrganisationId, string>> NamesAsync(AppDbContext db, IReadOnlyList<ExpectedEmployer> employers, CancellationToken ct)
    {
        var ids = employers.Select(employer => employer.OrganisationId).ToList();
        return await db.Organisations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
    }

    // An engine counts sheets of the whole file; folders of one event are equally thick but for the last sheet.
    private static void ShareSheets(IReadOnlyList<PlannedRun> runs, int sheets)
    {
        for (var i = 0; i < runs.Count; i++)
        {
            runs[i].Run.Sheets = (sheets / runs.Count) + (i < sheets % runs.Count ? 1 : 0);
        }
    }

    private static string FileName(ProfileLayout layout, JobEvent jobEvent, IReadOnlyList<PlannedRun> runs) => layout switch
    {
        ProfileLayout.A4 => $"kurzprofile-{jobEvent.Key}-a4.pdf",
        ProfileLayout.A5x2 => $"kurzprofile-{jobEvent.Key}-a5.pdf",
        ProfileLayout.Folder when runs.Count == 1 => $"profilmappe-{jobEvent.Key}-{runs[0].FolderNumber}.pdf",
        ProfileLayout.Folder => $"profilmappen-{jobEvent.Key}.pdf",
    };
}
