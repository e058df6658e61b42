using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Employers;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Employers;

/// <summary>The companies of the region; what it shows stands in the address.</summary>
public sealed partial class EmployerListPage
{
    private IReadOnlyList<EmployerRow>? _rows;
    private EmployerFilter _filter = new();
    private CodePicks? _codes;

    [Inject] public required EmployerQueries Queries { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    [SupplyParameterFromQuery] private string? Q { get; set; }

    [SupplyParameterFromQuery] private string? Industry { get; set; }

    [SupplyParameterFromQuery] private string? German { get; set; }

    [SupplyParameterFromQuery] private string? Beginners { get; set; }

    [SupplyParameterFromQuery] private string? Offers { get; set; }

    private static IEnumerable<Choice> Levels =>
        new[] { LanguageLevel.A1, LanguageLevel.A2, LanguageLevel.B1, LanguageLevel.B2, LanguageLevel.C1 }.Select(level => new Choice(level.ToString(), level.Label()));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _codes ??= new CodePicks(await Codes.GetAsync(CancellationToken.None), Clock.Today());
        _filter = new EmployerFilter
        {
            Text = Q?.Trim() ?? "",
            Industry = Industry ?? "",
            German = Enum.TryParse<LanguageLevel>(German, out var level) && Enum.IsDefined(level) ? level : null,
            Beginners = Beginners is not null,
            WithOffers = Offers is not null,
        };
        _rows = await Queries.ListAsync(_filter, CancellationToken.None);
    }

    private void Show(EmployerFilter filter) => Navigation.NavigateTo(Links.EmployerList(filter), replace: true);
}
