using System.Text;
using Integration.Access;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Integration.Web.Account;

/// <summary>Sets a new password with the link of the mail.</summary>
public sealed partial class ResetPassword
{
    /// <summary>What is typed.</summary>
    public sealed class Form
    {
        /// <summary>The new password.</summary>
        public string? Password { get; set; }
    }

    [Inject] public required UserManager<AppUser> Users { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromForm] private Form? Input { get; set; }

    [SupplyParameterFromQuery] private string? User { get; set; }

    [SupplyParameterFromQuery] private string? Token { get; set; }

    private List<string> Problems { get; } = [];

    /// <inheritdoc/>
    protected override void OnInitialized() => Input ??= new Form();

    private async Task ResetAsync()
    {
        if (await Users.FindByIdAsync(User ?? "") is not { RevokedAt: null } user || Decode(Token) is not { } token)
        {
            Problems.Add(AccountTexts.LinkVoid);
            return;
        }

        var result = await Users.ResetPasswordAsync(user, token, Input!.Password ?? "");
        if (result.Succeeded)
        {
            await Users.SetLockoutEndDateAsync(user, null);
            Navigation.NavigateTo(Links.SignInAfter("PasswordChanged"));
            return;
        }

        Problems.AddRange(PasswordProblems.Of(result));
    }

    private static string? Decode(string? token)
    {
        try
        {
            return token is null ? null : Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
