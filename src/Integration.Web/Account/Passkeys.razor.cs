using Integration.Access;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace Integration.Web.Account;

/// <summary>The user's passkeys: add, rename, remove.</summary>
public sealed partial class Passkeys
{
    private const int MaxPasskeys = 20;
    private const int NameMaxLength = 100;

    [Inject] public required UserManager<AppUser> Users { get; init; }

    [Inject] public required SignInManager<AppUser> SignIns { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] private HttpContext Context { get; set; } = null!;

    [SupplyParameterFromForm(Name = "Credential", FormName = "add")] private string? Credential { get; set; }

    [SupplyParameterFromQuery] private string? Done { get; set; }

    private AppUser? User { get; set; }

    private IList<UserPasskeyInfo> Known { get; set; } = [];

    private List<string> Problems { get; } = [];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        User = await Users.GetUserAsync(Context.User);
        Known = User is null ? [] : await Users.GetPasskeysAsync(User);
    }

    private static string Id(UserPasskeyInfo passkey) => Convert.ToHexStringLower(passkey.CredentialId);

    private async Task AddAsync()
    {
        var result = Known.Count < MaxPasskeys ? await SignIns.PerformPasskeyAttestationAsync(Credential ?? "") : null;
        if (User is null || result is not { Succeeded: true } || result.UserEntity.Id != await Users.GetUserIdAsync(User))
        {
            Problems.Add(AccountTexts.PasskeyFailed);
            return;
        }

        result.Passkey.Name = AccountTexts.NewPasskeyName;
        await Users.AddOrUpdatePasskeyAsync(User, result.Passkey);
        Navigation.NavigateTo(Links.AccountAfter(Links.Passkeys, "PasskeyAdded"));
    }

    private async Task ChangeAsync(UserPasskeyInfo passkey)
    {
        var form = await Context.Request.ReadFormAsync();
        if (form["Act"] == "remove")
        {
            await Users.RemovePasskeyAsync(User!, passkey.CredentialId);
            Navigation.NavigateTo(Links.AccountAfter(Links.Passkeys, "PasskeyRemoved"));
            return;
        }

        var name = form["Name"].ToString().Trim();
        passkey.Name = name.Length > NameMaxLength ? name[..NameMaxLength] : name;
        await Users.AddOrUpdatePasskeyAsync(User!, passkey);
        Navigation.NavigateTo(Links.AccountAfter(Links.Passkeys, "Saved"));
    }
}
