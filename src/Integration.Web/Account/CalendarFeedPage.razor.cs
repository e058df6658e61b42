using Integration.Calendars;
using Integration.Messaging;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Account;

/// <summary>The address by which the user's own calendar is subscribed to: made here, shown once, taken back here.</summary>
public sealed partial class CalendarFeedPage
{
    private DateTime? _since;
    private string? _address;
    private bool _revoked;

    [Inject] public required CalendarQueries Queries { get; init; }

    [Inject] public required OpenCalendarFeed Open { get; init; }

    [Inject] public required RevokeCalendarFeed Revoke { get; init; }

    [Inject] public required PortalAddress Portal { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => _since = await Queries.OpenSinceAsync(CancellationToken.None);

    private async Task OpenAsync()
    {
        // Answered without a redirect: the address is shown this once and stands in no link.
        var opened = await Open.ExecuteAsync(CancellationToken.None);
        _address = opened.Done ? Portal.Of(Links.Calendar(opened.Value)) : null;
        _since = await Queries.OpenSinceAsync(CancellationToken.None);
    }

    private async Task RevokeAsync()
    {
        await Revoke.ExecuteAsync(CancellationToken.None);
        (_since, _revoked) = (null, true);
    }
}
