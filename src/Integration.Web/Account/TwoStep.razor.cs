using Integration.Access;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace Integration.Web.Account;

/// <summary>The second step: an authenticator app by QR code, recovery codes, and turning it off again.</summary>
public sealed partial class TwoStep
{
    private const int NewCodes = 10;

    /// <summary>What is typed to turn it on.</summary>
    public sealed class Form
    {
        /// <summary>The app's code.</summary>
        public string? Code { get; set; }
    }

    /// <summary>What is typed to turn it off.</summary>
    public sealed class OffForm
    {
        /// <summary>The password, so that an unlocked screen is not enough.</summary>
        public string? Password { get; set; }
    }

    [Inject] public required UserManager<AppUser> Users { get; init; }

    [Inject] public required SignInManager<AppUser> SignIns { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] private HttpContext Context { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "two-step")] private Form? Input { get; set; }

    [SupplyParameterFromForm(FormName = "two-step-off")] private OffForm? Off { get; set; }

    [SupplyParameterFromQuery] private string? Done { get; set; }

    private AppUser? User { get; set; }

    private string Key { get; set; } = "";

    private string Qr { get; set; } = "";

    private int CodesLeft { get; set; }

    private IReadOnlyList<string> Codes { get; set; } = [];

    private List<string> Problems { get; } = [];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Input ??= new Form();
        Off ??= new OffForm();
        User = await Users.GetUserAsync(Context.User);
        if (User is null)
        {
            return;
        }

        if (User.PasswordHash is null)
        {
            // Whoever signs in by code or passkey could turn it on and, without a password, never off again.
            Navigation.NavigateTo(Links.Account);
            return;
        }

        CodesLeft = await Users.CountRecoveryCodesAsync(User);
        if (!User.TwoFactorEnabled)
        {
            await ShowKeyAsync(User);
        }
    }

    private async Task ShowKeyAsync(AppUser user)
    {
        if (await Users.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key)
        {
            await Users.ResetAuthenticatorKeyAsync(user);
            key = await Users.GetAuthenticatorKeyAsync(user) ?? "";
            // A new key is a new security stamp; this page stays signed in.
            await SignIns.RefreshSignInAsync(user);
        }

        Key = string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(part => new string(part)));
        var issuer = Uri.EscapeDataString(LayoutTexts.Portal);
        var address = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(user.Email ?? "")}?secret={key}&issuer={issuer}&digits=6";
        using var data = new QRCodeGenerator().CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        Qr = new SvgQRCode(data).GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.WidthHeightAttribute);
    }

    private async Task TurnOnAsync()
    {
        var code = new string([.. (Input!.Code ?? "").Where(char.IsAsciiDigit)]);
        if (User is null || !await Users.VerifyTwoFactorTokenAsync(User, Users.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            Problems.Add(AccountTexts.CodeFailed);
            return;
        }

        await Users.SetTwoFactorEnabledAsync(User, true);
        await NewCodesAsync();
    }

    private async Task NewCodesAsync()
    {
        Codes = [.. await Users.GenerateNewTwoFactorRecoveryCodesAsync(User!, NewCodes) ?? []];
        await SignIns.RefreshSignInAsync(User!);
    }

    private async Task TurnOffAsync()
    {
        if (User is null || !await Users.CheckPasswordAsync(User, Off!.Password ?? ""))
        {
            Problems.Add(AccountTexts.PasswordWrong);
            return;
        }

        await Users.SetTwoFactorEnabledAsync(User, false);
        await Users.ResetAuthenticatorKeyAsync(User);
        await SignIns.RefreshSignInAsync(User);
        Navigation.NavigateTo(Links.AccountAfter(Links.Account, "TwoStepOff"));
    }
}
