using System.Text;
using Integration.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Integration.Web.Account;

/// <summary>Mails a link for a new password. The answer is the same whether or not somebody has that address.</summary>
public sealed partial class ForgottenPassword
{
    /// <summary>What is typed.</summary>
    public sealed class Form
    {
        /// <summary>E-mail address.</summary>
        public string? Email { get; set; }
    }

    [Inject] public required UserManager<AppUser> Users { get; init; }

    [Inject] public required SendPasswordReset SendPasswordReset { get; init; }

    [SupplyParameterFromForm] private Form? Input { get; set; }

    private bool Sent { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => Input ??= new Form();

    private async Task SendAsync()
    {
        // Whoever signs in by code or passkey has no password to forget; one set by mail would be a way in without a second step.
        if (await Users.FindByEmailAsync(Input!.Email?.Trim() ?? "") is { RevokedAt: null, PasswordHash: not null } user)
        {
            var token = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(await Users.GeneratePasswordResetTokenAsync(user)));
            await SendPasswordReset.ExecuteAsync(user.UserId, token, CancellationToken.None);
        }

        Sent = true;
    }
}
