using Integration.Common;
using Integration.Data;
using Integration.Interpreters;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Interpreters;

/// <summary>The own organisation's pool; what it shows stands in the address.</summary>
public sealed partial class InterpreterListPage
{
    private IReadOnlyList<InterpreterQueries.Row>? _rows;
    private CodePicks? _codes;
    private string _language = "";

    [Inject] public required InterpreterQueries Queries { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery] private string? Q { get; set; }

    [SupplyParameterFromQuery] private string? Language { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _codes ??= new CodePicks(await Codes.GetAsync(CancellationToken.None), Clock.Today());
        _language = Language ?? "";
        _rows = await Queries.ListAsync(Q ?? "", _language, CancellationToken.None);
    }

    private void Show(string? search, string? language) => Navigation.NavigateTo(Links.InterpreterList(search?.Trim(), language), replace: true);
}
