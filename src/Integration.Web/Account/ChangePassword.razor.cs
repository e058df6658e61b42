using Integration.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace Integration.Web.Account;

/// <summary>A new password for the old one. Sign-ins elsewhere end.</summary>
public sealed partial class ChangePassword
{
    /// <summary>What is typed.</summary>
    public sealed class Form
    {
        /// <summary>The password so far.</summary>
        public string? Current { get; set; }

        /// <summary>The new one.</summary>
        public string? Password { get; set; }
    }

    [Inject] public required UserManager<AppUser> Users { get; init; }

    [Inject] public required SignInManager<AppUser> SignIns { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] private HttpContext Context { get; set; } = null!;

    [SupplyParameterFromForm] private Form? Input { get; set; }

    private List<string> Problems { get; } = [];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Input ??= new Form();
        if (await Users.GetUserAsync(Context.User) is { PasswordHash: null })
        {
            // There is none to change.
            Navigation.NavigateTo(Links.Account);
        }
    }

    private async Task ChangeAsync()
    {
        if (await Users.GetUserAsync(Context.User) is not { } user)
        {
            Navigation.NavigateTo(Links.SignIn);
            return;
        }

        var result = await Users.ChangePasswordAsync(user, Input!.Current ?? "", Input.Password ?? "");
        if (!result.Succeeded)
        {
            Problems.AddRange(PasswordProblems.Of(result));
            return;
        }

        await SignIns.RefreshSignInAsync(user);
        Navigation.NavigateTo(Links.AccountAfter(Links.Account, "PasswordChanged"));
    }
}
