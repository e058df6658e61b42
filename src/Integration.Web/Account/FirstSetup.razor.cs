using Integration.Access;
using Integration.Common;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Account;

/// <summary>The first organisation and its administrator, with the one-time link that the server printed.</summary>
public sealed partial class FirstSetup
{
    [Inject] public required SetUpPortal SetUpPortal { get; init; }

    [Inject] public required UserQueries Queries { get; init; }

    [Inject] public required SetupLink Link { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromForm] private SetUpPortal.Form? Input { get; set; }

    [SupplyParameterFromQuery] private string? Token { get; set; }

    private bool Allowed { get; set; }

    private List<string> Problems { get; } = [];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Input ??= new SetUpPortal.Form();
        Allowed = Link.Fits(Token) && await Queries.NobodyYetAsync(CancellationToken.None);
        if (!Allowed)
        {
            Problems.Add(AccountTexts.LinkVoid);
        }
    }

    private async Task SetUpAsync()
    {
        if (!Allowed)
        {
            return;
        }

        var result = await SetUpPortal.ExecuteAsync(Input!, CancellationToken.None);
        if (result.Error is { } problem)
        {
            Problems.Add(Texts.Of(problem));
            return;
        }

        Navigation.NavigateTo(Links.SignInAfter("SetUp"));
    }
}
