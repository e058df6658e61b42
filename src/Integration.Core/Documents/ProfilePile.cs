using Integration.Common;
using Integration.Data;
using Integration.Documents.Sheets;
using Integration.Events;
using Integration.Printing;
using Integration.Profiles;
using Integration.Resources;

namespace Integration.Documents;

/// <summary>Turns releases into a document. It is given no person, so none can be printed.</summary>
internal sealed class ProfilePile(
    CodeCatalog codes, DocumentOptions options, TimeProvider clock, JobEvent jobEvent, IReadOnlyList<ProfileRelease> releases)
{
    private readonly Dictionary<DateOnly, SheetLabels> _labels = [];

    public required IReadOnlyDictionary<OrganisationId, SheetContact> Contacts { get; init; }

    public required IReadOnlyDictionary<OrganisationId, string> EmployerNames { get; init; }

    /// <summary>Whose contact stands on folders.</summary>
    public required OrganisationId FolderContact { get; init; }

    public PrintDocument Document(ProfileLayout layout, IReadOnlyList<PlannedRun> runs, CountedSequences counted) => new()
    {
        Title = GermanTexts.Text(
            layout == ProfileLayout.Folder ? nameof(DocumentsTexts.Document_Folder) : nameof(DocumentsTexts.Document_Profiles), jobEvent.Title),
        Language = "de",
        // Not the clock: the same releases give the same bytes tomorrow.
        CreatedAt = DateTime.SpecifyKind(releases.Max(release => release.ReleasedAt).Date, DateTimeKind.Utc),
        Sequences = counted.Of(layout switch
        {
            ProfileLayout.A4 => Loose(runs[0].Run.Copies, (release, labels) => ProfileSheet.Compose(release.Content, Facts(release), labels)),
            ProfileLayout.A5x2 => Loose(runs[0].Run.Copies, (release, labels) => Handout.Compose(release.Content, Facts(release), labels)),
            ProfileLayout.Folder => runs.SelectMany(Folders),
        }),
    };

    // Copies are collated: pile by pile, as they are handed out. Loose sheets carry no copy number; the record has it.
    private IEnumerable<PageSequence> Loose(int copies, Func<ProfileRelease, SheetLabels, PageSequence> compose) =>
        Enumerable.Range(0, copies).SelectMany(_ => releases.Select(release => compose(release, Labels(Day(release)))));

    private IEnumerable<PageSequence> Folders(PlannedRun run)
    {
        for (var copy = 0; copy < run.Run.Copies; copy++)
        {
            foreach (var sequence in Folder.Compose(FolderOf(run, copy), Labels(releases.Max(Day))))
            {
                yield return sequence;
            }
        }
    }

    private FolderFacts FolderOf(PlannedRun run, int copy)
    {
        var contact = Contacts[FolderContact];
        var sheets = releases.Select((release, i) => new FolderSheet(release.Content, Facts(release) with
        {
            Sheet = (i + 1, releases.Count),
            Copy = (run.FirstCopy[release.Id] + copy, run.CopiesAfter[release.Id]),
        })).ToList();
        return new FolderFacts
        {
            Employer = EmployerNames[run.Employer!.OrganisationId],
            Stand = jobEvent.StandsOf(run.Employer.OrganisationId),
            Number = run.FolderNumber,
            Copy = (copy + 1, run.Run.Copies),
            Region = jobEvent.RegionName,
            EventTitle = jobEvent.Title,
            EventDate = jobEvent.Date,
            EventPlace = jobEvent.PlaceLine(),
            Contact = new[] { contact.Team, contact.Phone, contact.Email }.Where(line => line.Length > 0).ToList(),
            Sheets = sheets,
        };
    }

    private SheetFacts Facts(ProfileRelease release)
    {
        var contact = Contacts[release.OrganisationId];
        return new SheetFacts
        {
            Chiffre = release.Chiffre,
            AsOf = Day(release),
            ValidUntil = release.ValidUntil,
            Region = jobEvent.RegionName,
            EventTitle = jobEvent.Title,
            EventDate = jobEvent.Date,
            ContactTeam = contact.Team,
            ContactPhone = contact.Phone,
            ContactEmail = contact.Email,
            ContactLink = options.ContactLink(release.Token),
            ShortAddress = options.ShortAddress,
        };
    }

    private SheetLabels Labels(DateOnly on)
    {
        if (!_labels.TryGetValue(on, out var labels))
        {
            _labels[on] = labels = new SheetLabels(codes, on);
        }

        return labels;
    }

    private DateOnly Day(ProfileRelease release) => clock.DayOf(release.ReleasedAt);
}

/// <summary>How an event's place is written.</summary>
internal static class EventPlace
{
    public static string PlaceLine(this JobEvent jobEvent) =>
        string.Join(", ", new[] { jobEvent.Place, jobEvent.Street, jobEvent.Town }.Where(part => part.Length > 0));
}
