using Integration.Access;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace Integration.Web.Account;

/// <summary>Sign-in with e-mail address and password.</summary>
public sealed partial class SignIn
{
    /// <summary>What is typed.</summary>
    public sealed class Form
    {
        /// <summary>E-mail address.</summary>
        public string? Email { get; set; }

        /// <summary>Password.</summary>
        public string? Password { get; set; }
    }

    [Inject] public required SignInManager<AppUser> SignIns { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromForm] private Form? Input { get; set; }

    [SupplyParameterFromQuery] private string? ReturnUrl { get; set; }

    private string? Problem { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => Input ??= new Form();

    private async Task SignInAsync()
    {
        var result = await SignIns.PasswordSignInAsync(Input!.Email ?? "", Input.Password ?? "", isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            Navigation.NavigateTo(AccountLinks.Local(ReturnUrl));
            return;
        }

        // One sentence for a wrong password, an unknown address, a locked and a revoked account: nobody learns who has one.
        Problem = AccountTexts.SignInFailed;
    }
}
