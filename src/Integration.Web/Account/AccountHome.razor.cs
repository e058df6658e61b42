using Integration.Access;
using Integration.Common;
using Integration.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace Integration.Web.Account;

/// <summary>The signed-in user's own account: name, language, and the way to password, second step and passkeys.</summary>
public sealed partial class AccountHome
{
    /// <summary>What is typed.</summary>
    public sealed class Form
    {
        /// <summary>Name shown to colleagues.</summary>
        public string? DisplayName { get; set; }

        /// <summary>Language of pages and mails.</summary>
        public string? Language { get; set; }
    }

    [Inject] public required UserManager<AppUser> Users { get; init; }

    [Inject] public required SignInManager<AppUser> SignIns { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] private HttpContext Context { get; set; } = null!;

    [SupplyParameterFromForm] private Form? Input { get; set; }

    [SupplyParameterFromQuery] private string? Done { get; set; }

    private AppUser? User { get; set; }

    private int PasskeyCount { get; set; }

    private List<string> Problems { get; } = [];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        User = await Users.GetUserAsync(Context.User);
        Input ??= new Form { DisplayName = User?.DisplayName, Language = User?.Language };
        PasskeyCount = User is null ? 0 : (await Users.GetPasskeysAsync(User)).Count;
    }

    private async Task SaveAsync()
    {
        var name = Input!.DisplayName?.Trim() ?? "";
        if (name.Length is 0 or > AppUser.NameMaxLength)
        {
            Problems.Add(Texts.Of(name.Length == 0 ? Errors.Required(nameof(Form.DisplayName)) : Errors.TooLong(nameof(Form.DisplayName), AppUser.NameMaxLength)));
            return;
        }

        User!.DisplayName = name;
        User.Language = PortalLanguages.All.Any(known => known.Name == Input.Language) ? Input.Language! : User.Language;
        var saved = await Users.UpdateAsync(User);
        if (!saved.Succeeded)
        {
            Problems.AddRange(PasswordProblems.Of(saved));
            return;
        }

        PortalLanguages.Remember(Context, User.Language);
        await SignIns.RefreshSignInAsync(User);
        Navigation.NavigateTo(Links.AccountAfter(Links.Account, "Saved"));
    }
}
