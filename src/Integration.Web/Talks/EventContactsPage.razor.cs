using Integration.Common;
using Integration.Events;
using Integration.Talks;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Talks;

/// <summary>The contacts of an event: numbers for those who lead it, companies and Chiffren for the employer service. A person stands here only where the
/// name was released to that company.</summary>
public sealed partial class EventContactsPage
{
    private JobEvent? _event;
    private ContactCounts? _counts;
    private IReadOnlyList<EventContactRow>? _rows;
    private bool _missing;
    private Error? _failure;
    private string? _said;

    [Inject] public required EventQueries Events { get; init; }

    [Inject] public required EventContactQueries Queries { get; init; }

    [Inject] public required RequestContactForEmployer Request { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    private IEnumerable<(string Name, CellCount Count)> Numbers =>
    [
        (TalksTexts.CountCompanies, _counts!.Companies), (TalksTexts.CountWanted, _counts.Wanted), (TalksTexts.CountMutual, _counts.Mutual),
        (TalksTexts.CountTalks, _counts.Talks), (TalksTexts.CountWaiting, _counts.Waiting), (TalksTexts.CountReleased, _counts.Released),
        (TalksTexts.CountRefused, _counts.Refused),
    ];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (await FollowAsync())
        {
            await ReadAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var opened = await Events.OpenAsync(EventId, CancellationToken.None);
        var counted = await Queries.CountAsync(EventId, CancellationToken.None);
        _missing = !opened.Done || !counted.Done;
        (_event, _counts) = (opened.Value?.Event, counted.Value);
        // Refused to those who plan events and do not look after employers: they have the numbers.
        _rows = _missing ? null : (await Queries.ListAsync(EventId, CancellationToken.None)).Value;
    }

    private async Task AskAsync(EventContactRow row)
    {
        var asked = await Request.ExecuteAsync(EventId, row.Token!, row.EmployerId, CancellationToken.None);
        (_failure, _said) = (asked.Error, asked.Done ? Format.Fill(TalksTexts.AskedFor, row.Employer, row.Chiffre) : null);
        await ReadAsync();
    }

    private static string Interest(EventContactRow row) => (row.Wanted, row.PersonInterested, row.TalkedAt) switch
    {
        (_, _, not null) => TalksTexts.Talked,
        (true, true, _) => TalksTexts.BothInterested,
        (true, false, _) => TalksTexts.EmployerInterested,
        (false, true, _) => TalksTexts.PersonInterested,
        _ => "",
    };
}
