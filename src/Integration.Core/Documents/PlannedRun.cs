using Integration.Common;
using Integration.Events;
using Integration.Printing;

namespace Integration.Documents;

/// <summary>A print run with its numbers given out, not yet recorded.</summary>
internal sealed class PlannedRun
{
    public required PrintRun Run { get; init; }

    /// <summary>The employer of a folder.</summary>
    public ExpectedEmployer? Employer { get; init; }

    /// <summary>The folder's number at the event; 0 for loose sheets.</summary>
    public int FolderNumber => Run.FolderNumber ?? 0;

    /// <summary>Copy number of each release in the first copy of this run.</summary>
    public required IReadOnlyDictionary<ProfileReleaseId, int> FirstCopy { get; init; }

    /// <summary>Copies of each release there are after all runs of this plan.</summary>
    public required IReadOnlyDictionary<ProfileReleaseId, int> CopiesAfter { get; init; }
}

/// <summary>The contact that employers see.</summary>
internal sealed record SheetContact(string Team, string Phone, string Email);

/// <summary>Counts sequences as the engine asks for them, for a progress bar.</summary>
internal sealed class CountedSequences(IProgress<double>? progress)
{
    private const int Step = 25;
    private int _done;

    public int Total { get; set; }

    public IEnumerable<PageSequence> Of(IEnumerable<PageSequence> sequences)
    {
        foreach (var sequence in sequences)
        {
            yield return sequence;
            if (++_done % Step == 0 && Total > 0)
            {
                progress?.Report(Math.Min(0.99, (double)_done / Total));
            }
        }
    }
}
