using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Web.Employer;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Account;

/// <summary>What the link of an invitation opens: name, password, done.</summary>
public sealed partial class Invitation
{
    /// <summary>What is typed.</summary>
    public sealed class Form
    {
        /// <summary>Name shown to colleagues.</summary>
        public string? DisplayName { get; set; }

        /// <summary>The chosen password.</summary>
        public string? Password { get; set; }
    }

    [Inject] public required UserQueries Queries { get; init; }

    [Inject] public required AcceptInvitation AcceptInvitation { get; init; }

    [Inject] public required MailCodes Codes { get; init; }

    [CascadingParameter] private HttpContext Context { get; set; } = null!;

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromForm] private Form? Input { get; set; }

    [SupplyParameterFromQuery] private string? Token { get; set; }

    private OpenInvitation? Open { get; set; }

    private List<string> Problems { get; } = [];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var found = await Queries.FindInvitationAsync(Token ?? "", CancellationToken.None);
        Open = found.Value;
        Input ??= new Form { DisplayName = Open?.DisplayName };
        if (found.Error is { } problem)
        {
            Problems.Add(Texts.Of(problem));
        }
    }

    private async Task AcceptAsync()
    {
        var result = await AcceptInvitation.ExecuteAsync(
            new AcceptInvitation.Form
            {
                Token = Token ?? "",
                DisplayName = Input!.DisplayName ?? "",
                Password = Input.Password ?? "",
                Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            },
            CancellationToken.None);
        if (result.Error is { } problem)
        {
            Problems.Clear();
            Problems.Add(Texts.Of(problem));
            return;
        }

        if (Open is { WithPassword: false, Email: var email })
        {
            // The code follows at once: whoever opened the link has the mail at hand.
            await Codes.SendAsync(Context, email);
            Navigation.NavigateTo(AccountLinks.MailCodeSent(EmployerLinks.Start));
            return;
        }

        Navigation.NavigateTo(Links.SignInAfter("InvitationAccepted"));
    }
}
