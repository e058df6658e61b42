using System.Globalization;
using Integration.Common;
using Integration.Privacy;
using Integration.Reports;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Privacy;

/// <summary>The organisation's audit trail for its data-protection officer. Opening it is itself an entry.</summary>
public sealed partial class AuditTrailPage
{
    private ReadAuditTrail.Filter _filter = new();
    private ReadAuditTrail.Filter? _read;
    private ReadAuditTrail.Page? _page;
    private VerifyAuditTrail.Finding? _finding;
    private DateTime _verifiedAt;
    private Error? _failure;
    private bool _busy;

    [Inject] public required ReadAuditTrail Read { get; init; }

    [Inject] public required VerifyAuditTrail Verify { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    [SupplyParameterFromQuery] private string? From { get; set; }

    [SupplyParameterFromQuery] private string? To { get; set; }

    [SupplyParameterFromQuery] private string? User { get; set; }

    [SupplyParameterFromQuery] private string? Act { get; set; }

    [SupplyParameterFromQuery] private string? Record { get; set; }

    [SupplyParameterFromQuery] private string? Number { get; set; }

    [SupplyParameterFromQuery] private string? Page { get; set; }

    private static IEnumerable<Choice> Acts => Enum.GetValues<AuditAct>().Select(act => new Choice(act.ToString(), act.Label()));

    private IEnumerable<Choice> People => _page?.People.Select(person => new Choice(person.Id.ToString(), person.Name)) ?? [];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _filter = new ReadAuditTrail.Filter
        {
            From = Day(From),
            To = Day(To),
            UserId = Guid.TryParse(User, out var user) ? new UserId(user) : null,
            Act = Enum.TryParse<AuditAct>(Act, out var act) && Enum.IsDefined(act) ? act : null,
            SubjectId = Guid.TryParse(Record, out var record) ? record : null,
            CustomerNumber = Number?.Trim() ?? "",
            Page = int.TryParse(Page, CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1,
        };
        // Each reading is an entry: a page that is only drawn again is not read again.
        if (_read != _filter)
        {
            _read = _filter;
            var read = await Read.ExecuteAsync(_filter, CancellationToken.None);
            (_page, _failure) = (read.Value ?? _page, read.Error);
        }
    }

    // What narrows the trail starts at its first page again.
    private void Show(ReadAuditTrail.Filter filter) => Navigation.NavigateTo(Links.Audit(filter with { Page = 1 }), replace: true);

    private async Task VerifyAsync()
    {
        (_busy, _finding) = (true, null);
        StateHasChanged();
        var verified = await Verify.ExecuteAsync(CancellationToken.None);
        (_busy, _finding, _failure, _verifiedAt) = (false, verified.Value, verified.Error, Clock.GetUtcNow().UtcDateTime);
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // The end of an id: its beginning is the time, which neighbours share.
    private static string Short(Guid id) => id.ToString("N")[^8..];

    private static string Kind(string type) =>
        PrivacyTexts.ResourceManager.GetString("Subject_" + type, PrivacyTexts.Culture) ?? type;
}
