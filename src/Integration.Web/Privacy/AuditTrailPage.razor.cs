using System.Globalization;
using Integration.Common;
using Integration.Privacy;
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
    private bool _busy;

    [Inject] public required ReadAuditTrail Read { get; init; }

    [Inject] public required VerifyAuditTrail Verify { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    [SupplyParameterFromQuery] private string? From { get; set; }

    [SupplyParameterFromQuery] private string? To { get; set; }

    [SupplyParameterFromQuery] private Guid? User { get; set; }

    [SupplyParameterFromQuery] private string? Act { get; set; }

    [SupplyParameterFromQuery] private Guid? Record { get; set; }

    [SupplyParameterFromQuery] private int? Page { get; set; }

    private IEnumerable<Choice> People => _page?.People.Select(person => new Choice(person.Id.ToString(), person.Name)) ?? [];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _filter = new ReadAuditTrail.Filter
        {
            From = Day(From),
            To = Day(To),
            UserId = User is { } user ? new UserId(user) : null,
            Act = Enum.TryParse<AuditAct>(Act, out var act) ? act : null,
            SubjectId = Record,
            Page = Math.Max(1, Page ?? 1),
        };
        // Each reading is an entry: a page that is only drawn again is not read again.
        if (_read != _filter)
        {
            _read = _filter;
            _page = (await Read.ExecuteAsync(_filter, CancellationToken.None)).Value;
        }
    }

    private void Show(ReadAuditTrail.Filter filter) => Navigation.NavigateTo(Links.Audit(filter), replace: true);

    private async Task VerifyAsync()
    {
        _busy = true;
        _finding = (await Verify.ExecuteAsync(CancellationToken.None)).Value;
        _busy = false;
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Kind(string type) =>
        PrivacyTexts.ResourceManager.GetString("Subject_" + type, PrivacyTexts.Culture) ?? type;
}
