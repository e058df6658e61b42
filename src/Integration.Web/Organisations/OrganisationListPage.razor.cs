using Integration.Access;
using Integration.Common;
using Integration.Organisations;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Organisations;

/// <summary>All organisations of the network; what it shows stands in the address.</summary>
public sealed partial class OrganisationListPage
{
    private IReadOnlyList<OrganisationQueries.Row>? _rows;
    private OrganisationKind? _kind;

    [Inject] public required OrganisationQueries Queries { get; init; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery] private string? Q { get; set; }

    [SupplyParameterFromQuery] private string? Kind { get; set; }

    private static IEnumerable<Choice> Kinds => Enum.GetValues<OrganisationKind>()
        .Select(kind => new Choice(kind.ToString(), kind.Label())).OrderBy(choice => choice.Label, StringComparer.CurrentCulture);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _kind = Enum.TryParse<OrganisationKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;
        _rows = await Queries.ListAsync(Q ?? "", _kind, CancellationToken.None);
    }

    private void Show(string? search, OrganisationKind? kind) =>
        Navigation.NavigateTo(Links.OrganisationList(search?.Trim(), kind?.ToString()), replace: true);
}
