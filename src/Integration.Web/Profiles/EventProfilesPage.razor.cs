using Integration.Access;
using Integration.Common;
using Integration.Events;
using Integration.Profiles;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Profiles;

/// <summary>The short profiles of an event: how far each is, what is missing, and releasing all that are ready.</summary>
public sealed partial class EventProfilesPage
{
    private IReadOnlyList<EventProfileQueries.Row>? _rows;
    private Dictionary<ParticipantId, ReleaseOutcome>? _outcomes;
    private ProfileStanding? _only;
    private Error? _failure;
    private string _title = "";
    private Guid _shown;
    private bool _busy;

    /// <summary>Id of the event.</summary>
    [Parameter] public Guid Id { get; set; }

    /// <summary>Only people who are this far.</summary>
    [SupplyParameterFromQuery(Name = "only")] public string? Only { get; set; }

    [Inject] public required EventProfileQueries Queries { get; init; }

    [Inject] public required EventQueries Events { get; init; }

    [Inject] public required ReleaseProfilesForEvent Release { get; init; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    private JobEventId Event => new(Id);

    private IReadOnlyList<EventProfileQueries.Row> Ready =>
        _rows?.Where(row => row.Standing == ProfileStanding.Consented).ToList() ?? [];

    private IEnumerable<EventProfileQueries.Row> Shown => _rows!.Where(row => _only is null || row.Standing == _only);

    private IEnumerable<(ProfileStanding Standing, int Count)> Standings =>
        _rows!.CountBy(row => row.Standing).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value));

    private int Released => _outcomes?.Values.Count(outcome => outcome.Released is not null) ?? 0;

    private string? Lede => _rows is null ? null
        : Format.Fill(ProfilesTexts.EventLede, Format.Count(_rows.Count), Format.Count(_rows.Count(row => row.ReleaseId is not null)), Format.Count(Ready.Count));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _only = Enum.TryParse<ProfileStanding>(Only, out var standing) && Enum.IsDefined(standing) ? standing : null;
        if (_shown != Id)
        {
            (_shown, _outcomes) = (Id, null);
            var opened = await Events.OpenAsync(Event, CancellationToken.None);
            (_title, _failure) = (opened.Value?.Event.Title ?? "", opened.Error);
            await ReadAsync();
        }
    }

    private static string Tone(ProfileStanding standing) => standing switch
    {
        ProfileStanding.Released or ProfileStanding.Printed or ProfileStanding.Shown or ProfileStanding.Requested or ProfileStanding.NameReleased => "good",
        ProfileStanding.Consented => "info",
        ProfileStanding.Locked or ProfileStanding.Expired or ProfileStanding.Declined => "bad",
        _ => "warn",
    };

    private async Task ReadAsync() => _rows = (await Queries.ListAsync(Event, CancellationToken.None)).Value ?? [];

    private async Task ReleaseAsync()
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        var released = await Release.ExecuteAsync(Event, CancellationToken.None);
        (_busy, _failure, _outcomes) = (false, released.Error, released.Value?.ToDictionary(outcome => outcome.ParticipantId));
        await ReadAsync();
    }

    // What the release itself has said of somebody is nearer to the truth than what the list can tell beforehand.
    private string Why(EventProfileQueries.Row row) =>
        row.TextChanged ? ProfilesTexts.WhyTextChanged
        : _outcomes?.GetValueOrDefault(row.ParticipantId)?.Refusal is { } refusal && refusal != ProfileErrors.AlreadyReleased ? Texts.Of(refusal)
        : row.Standing switch
        {
            ProfileStanding.WithoutProfile => ProfilesTexts.WhyNoProfile,
            ProfileStanding.Draft => ProfilesTexts.WhyNotChecked,
            ProfileStanding.Checked => ProfilesTexts.WhyNoConsent,
            ProfileStanding.Consented => ProfilesTexts.WhyReady,
            ProfileStanding.Expired => ProfilesTexts.WhyExpired,
            ProfileStanding.Locked => ProfilesTexts.WhyLocked,
            _ => "",
        };
}
