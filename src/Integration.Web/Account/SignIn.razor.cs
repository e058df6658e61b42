using Integration.Access;
using Integration.Web.Hosting;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace Integration.Web.Account;

/// <summary>Sign-in with e-mail address and password, with a passkey, or at the operator's own sign-in server.</summary>
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

    /// <summary>What the device answered.</summary>
    public sealed class PasskeyForm
    {
        /// <summary>The answer, as JSON.</summary>
        public string? Credential { get; set; }
    }

    [Inject] public required SignInManager<AppUser> SignIns { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required ExternalSignIn External { get; init; }

    [SupplyParameterFromForm(FormName = "sign-in")] private Form? Input { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")] private PasskeyForm? Passkey { get; set; }

    [SupplyParameterFromQuery] private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromQuery] private bool Failed { get; set; }

    [SupplyParameterFromQuery] private bool Busy { get; set; }

    private List<string> Problems { get; } = [];

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Input ??= new Form();
        Passkey ??= new PasskeyForm();
        if (Failed)
        {
            Problems.Add(AccountTexts.ExternalFailed);
        }

        if (Busy)
        {
            Problems.Add(AccountTexts.TooManyAttempts);
        }
    }

    private async Task SignInAsync() =>
        Follow(await SignIns.PasswordSignInAsync(Input!.Email ?? "", Input.Password ?? "", isPersistent: false, lockoutOnFailure: true), AccountTexts.SignInFailed);

    private async Task PasskeyAsync() =>
        Follow(await SignIns.PasskeySignInAsync(Passkey!.Credential ?? ""), AccountTexts.PasskeyFailed);

    private void Follow(SignInResult result, string failed)
    {
        if (result.Succeeded)
        {
            Navigation.NavigateTo(AccountLinks.Local(ReturnUrl));
        }
        else if (result.RequiresTwoFactor)
        {
            Navigation.NavigateTo(Links.SecondStep(ReturnUrl));
        }
        else
        {
            // One sentence for a wrong password, an unknown address, a locked and a revoked account: nobody learns who has one.
            Problems.Clear();
            Problems.Add(failed);
        }
    }
}
