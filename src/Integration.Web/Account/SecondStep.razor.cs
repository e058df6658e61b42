using Integration.Access;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace Integration.Web.Account;

/// <summary>The code of the authenticator app after the password, or one of the recovery codes.</summary>
public sealed partial class SecondStep
{
    /// <summary>What is typed.</summary>
    public sealed class Form
    {
        /// <summary>The code.</summary>
        public string? Code { get; set; }
    }

    [Inject] public required SignInManager<AppUser> SignIns { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromForm] private Form? Input { get; set; }

    [SupplyParameterFromQuery] private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery] private bool Recovery { get; set; }

    private List<string> Problems { get; } = [];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Input ??= new Form();
        if (await SignIns.GetTwoFactorAuthenticationUserAsync() is null)
        {
            // The first step is missing or too long ago.
            Navigation.NavigateTo(Links.SignIn);
        }
    }

    private async Task CheckAsync()
    {
        var code = new string([.. (Input!.Code ?? "").Where(c => !char.IsWhiteSpace(c))]);
        var result = Recovery
            ? await SignIns.TwoFactorRecoveryCodeSignInAsync(code)
            : await SignIns.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        if (result.Succeeded)
        {
            Navigation.NavigateTo(AccountLinks.Local(ReturnUrl));
            return;
        }

        Problems.Add(AccountTexts.CodeFailed);
    }
}
