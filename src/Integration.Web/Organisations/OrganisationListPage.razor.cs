using Integration.Access;
using Integration.Organisations;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Organisations;

/// <summary>All organisations of the network.</summary>
public sealed partial class OrganisationListPage
{
    private IReadOnlyList<OrganisationQueries.Row>? _rows;
    private OrganisationKind? _kind;

    [Inject] public required OrganisationQueries Queries { get; init; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery] private string? Q { get; set; }

    [SupplyParameterFromQuery] private string? Kind { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _kind = Enum.TryParse<OrganisationKind>(Kind, out var kind) ? kind : null;
        _rows = await Queries.ListAsync(Q ?? "", _kind, CancellationToken.None);
    }

    private void Show(string? search, OrganisationKind? kind) =>
        Navigation.NavigateTo(Links.OrganisationList(search, kind?.ToString()), replace: true);
}
