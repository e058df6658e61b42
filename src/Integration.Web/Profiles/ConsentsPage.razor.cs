using Integration.Common;
using Integration.Documents;
using Integration.Profiles;
using Integration.Web.Participants;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Profiles;

/// <summary>A person's consents: what was given, what holds, and taking one back.</summary>
public sealed partial class ConsentsPage
{
    private ShortProfileQueries.Editor? _editor;
    private IReadOnlyList<ConsentQueries.Row> _rows = [];
    private IReadOnlyList<RecallQueries.Copy> _recall = [];
    private IReadOnlyList<WithdrawConsent.LockedRelease>? _locked;
    private ConsentQueries.Row? _asked;
    private CodePicks? _codes;
    private Error? _failure;
    private bool _missing;
    private bool _recording;

    /// <summary>Id of the person.</summary>
    [Parameter] public Guid Id { get; set; }

    [Inject] public required ShortProfileQueries Profiles { get; init; }

    [Inject] public required ConsentDesk Desk { get; init; }

    [Inject] public required ParticipantListReads Reads { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    private ShortProfileQueries.AtEvent? Next =>
        _editor!.Events.FirstOrDefault(at => at.Date >= DateOnly.FromDateTime(Clock.GetLocalNow().DateTime)) ?? (_editor.Events.Count > 0 ? _editor.Events[^1] : null);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_editor?.ParticipantId.Value != Id)
        {
            (_locked, _asked, _recording) = (null, null, false);
            _codes ??= await Reads.CodesAsync();
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        var id = new ParticipantId(Id);
        var opened = await Profiles.OpenAsync(id, CancellationToken.None);
        var rows = await Desk.Queries.ForParticipantAsync(id, CancellationToken.None);
        var recall = await Desk.Recall.ForParticipantAsync(id, CancellationToken.None);
        _missing = !opened.Done;
        (_editor, _rows, _recall) = (opened.Value, rows.Value ?? [], recall.Value ?? []);
    }

    private async Task RecordedAsync()
    {
        _recording = false;
        await ReadAsync();
    }

    private async Task WithdrawAsync()
    {
        // A second click on the button finds nothing left to ask.
        if (_asked is not { } asked)
        {
            return;
        }

        _asked = null;
        var withdrawn = await Desk.Withdraw.ExecuteAsync(asked.Id, CancellationToken.None);
        (_failure, _locked) = (withdrawn.Error, withdrawn.Value);
        await ReadAsync();
    }

    private IEnumerable<ShortProfileQueries.AtEvent> Hit(ConsentQueries.Row row) =>
        _editor!.Events.Where(at => at.ReleaseId is not null && at.ConsentId == row.Id);

    private string StateOf(ConsentQueries.Row row) =>
        row.InForce ? Format.Fill(ProfilesTexts.InForceUntil, Format.Day(row.ValidUntil))
        : row.WithdrawnAt is { } at ? Format.Fill(ProfilesTexts.WithdrawnOn, Format.Day(Clock.DayOf(at)))
        : Format.Fill(ProfilesTexts.OverSince, Format.Day(row.ValidUntil));

    private static string Holder(RecallQueries.Copy copy) =>
        copy.HandedTo.Length > 0 ? copy.HandedTo : copy.Employer.Length > 0 ? copy.Employer : ProfilesTexts.OwnStand;
}
