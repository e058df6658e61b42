using Integration.Access;
using Integration.Common;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Account;

/// <summary>Contacts of employers sign in by a code that comes by mail: one page, the address first, then the code.</summary>
public sealed partial class MailCode
{
    /// <summary>Where the code goes.</summary>
    public sealed class AddressForm
    {
        /// <summary>E-mail address.</summary>
        public string? Email { get; set; }
    }

    /// <summary>What is typed.</summary>
    public sealed class CodeForm
    {
        /// <summary>The code.</summary>
        public string? Code { get; set; }
    }

    [Inject] public required MailCodes Codes { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] private HttpContext Context { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "mail-code-send")] private AddressForm? Address { get; set; }

    [SupplyParameterFromForm(FormName = "mail-code-check")] private CodeForm? Input { get; set; }

    [SupplyParameterFromQuery] private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery] private bool Sent { get; set; }

    [SupplyParameterFromQuery] private bool Wrong { get; set; }

    [SupplyParameterFromQuery] private bool Busy { get; set; }

    private bool Asked => Sent && MailCodes.Asked(Context);

    private List<string> Problems { get; } = [];

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Address ??= new AddressForm();
        Input ??= new CodeForm();
        if (Busy)
        {
            Problems.Add(AccountTexts.TooManyAttempts);
        }
        else if (Wrong)
        {
            Problems.Add(Texts.Of(AccessErrors.CodeVoid));
        }
    }

    private async Task SendAsync()
    {
        await Codes.SendAsync(Context, Address!.Email ?? "");
        Navigation.NavigateTo(AccountLinks.MailCodeSent(ReturnUrl));
    }

    private async Task CheckAsync()
    {
        var result = await Codes.SignInAsync(Context, Input!.Code ?? "");
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
            // Said by the next page: reloading it is no second guess.
            Navigation.NavigateTo(AccountLinks.MailCodeWrong(ReturnUrl));
        }
    }
}
