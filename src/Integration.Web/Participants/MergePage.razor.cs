using Integration.Common;
using Integration.Merging;
using Integration.Participants;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Participants;

/// <summary>Two records of one person, side by side; where they differ, a value is chosen.</summary>
public sealed partial class MergePage
{
    private readonly HashSet<string> _fromOther = [];
    private Participant? _kept;
    private Participant? _other;
    private IReadOnlyList<MergeRow> _rows = [];
    private string? _problem;
    private bool _missing;
    private bool _busy;

    /// <summary>The record that stays.</summary>
    [Parameter] public Guid Kept { get; set; }

    /// <summary>The record that goes.</summary>
    [Parameter] public Guid Other { get; set; }

    [Inject] public required ParticipantQueries Queries { get; init; }

    [Inject] public required ParticipantListReads Reads { get; init; }

    [Inject] public required MergeParticipants Merging { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _fromOther.Clear();
        var kept = await Queries.OpenAsync(new ParticipantId(Kept), CancellationToken.None);
        var other = await Queries.OpenAsync(new ParticipantId(Other), CancellationToken.None);

        // A record that was merged already leads to the one it went into: then there is nothing left to compare.
        _missing = !kept.Done || !other.Done || kept.Value.Id == other.Value.Id;
        if (_missing)
        {
            return;
        }

        var colleagues = await Reads.Colleagues.ColleaguesAsync(CancellationToken.None);
        (_kept, _other) = (kept.Value, other.Value);
        _rows = MergeRow.Of(_kept!, _other!, await Reads.CodesAsync(), colleagues.ToDictionary(colleague => colleague.Id, colleague => colleague.Name));
    }

    private async Task MergeAsync()
    {
        _busy = true;
        var merged = await Merging.ExecuteAsync(_kept!.Id, _other!.Id, _fromOther, CancellationToken.None);
        _busy = false;
        if (merged.Done)
        {
            Navigation.NavigateTo(Links.Participant(_kept.Id));
        }
        else
        {
            _problem = Texts.Of(merged.Error);
        }
    }
}
