using Integration.Common;
using Integration.Data;
using Integration.Documents.Sheets;
using Integration.EmployerAccess;
using Integration.Talks;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Employer;

/// <summary>Where the code of a printed sheet leads: a contact whose company has access to the event sees exactly that profile. Everybody else, and for
/// every other token, known or not, sees the same page that says how to ask.</summary>
public sealed partial class ProfilePage
{
    private StandListState _from = new();
    private StandProfile? _opened;
    private EmployerContact? _contact;
    private SheetLabels? _labels;
    private string? _problem;
    private (int Place, int Of, string? Before, string? After)? _around;

    /// <summary>What the code carries.</summary>
    [Parameter] public string Token { get; set; } = "";

    [Inject] public required EmployerActs Acts { get; init; }

    [Inject] public required EmployerStandQueries Stand { get; init; }

    [Inject] public required CodeCatalogSource Source { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery(Name = HowToAsk.SignInName)] private string? SignIn { get; set; }

    [SupplyParameterFromForm(Name = "Act", FormName = "act")] private string? Act { get; set; }

    [SupplyParameterFromForm(Name = "Remark", FormName = "remark")] private string? Remark { get; set; }

    private bool Asked => _contact is { State: not ContactState.Interest };

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (SignIn is not null)
        {
            Navigation.NavigateTo(Account.AccountLinks.MailCode(EmployerLinks.Profile(Token)));
            return;
        }

        _from = StandListState.Of(Navigation.Uri);
        var opened = await Acts.Open.ExecuteAsync([Token], CancellationToken.None);
        _opened = opened.Value is [var one] ? one : null;
        if (_opened is not null)
        {
            _labels = new SheetLabels(await Source.GetAsync(CancellationToken.None), _opened.Profile.AsOf);
            _contact = (await Acts.Contacts.OfAsync(Token, CancellationToken.None)).Value;
            await LookAroundAsync(_opened.JobEventId);
        }
    }

    // Whoever came from a list leafs through it; the list may have become shorter since.
    private async Task LookAroundAsync(JobEventId jobEvent)
    {
        if (_from.Place is not { } place)
        {
            return;
        }

        var first = Math.Max(place - 2, 0);
        var list = (await Stand.ListAsync(jobEvent, _from.Filter, first, 3, CancellationToken.None)).Value;
        var tokens = list?.Rows.Select(row => row.Token).ToList() ?? [];
        if (tokens.IndexOf(Token) is >= 0 and var here)
        {
            _around = (first + here + 1, list!.Found, tokens.ElementAtOrDefault(here - 1), tokens.ElementAtOrDefault(here + 1));
        }
    }

    private Task ActAsync() => DoAsync(profile => Act switch
    {
        "want" => Acts.Interest.ExecuteAsync(profile.JobEventId, Token, true, CancellationToken.None),
        "unwant" => Acts.Interest.ExecuteAsync(profile.JobEventId, Token, false, CancellationToken.None),
        "talked" => Acts.Talk.ExecuteAsync(profile.JobEventId, Token, employer: null, CancellationToken.None),
        "request" => Acts.Request.ExecuteAsync(profile.JobEventId, Token, CancellationToken.None),
        _ => Acts.Note.ExecuteAsync(new SaveEmployerNote.Form { Token = Token, Kept = Act == "keep" }, CancellationToken.None),
    });

    private Task RemarkAsync() => DoAsync(_ => Acts.Note.ExecuteAsync(new SaveEmployerNote.Form { Token = Token, Text = Remark ?? "" }, CancellationToken.None));

    private async Task DoAsync(Func<StandProfile, Task<Result>> act)
    {
        if (_opened is null)
        {
            return;
        }

        var done = await act(_opened);
        if (done.Done)
        {
            // Read anew by the redirect, so that reloading and going back never send anything again.
            Navigation.NavigateTo(EmployerLinks.Profile(Token, _from));
            return;
        }

        _problem = Texts.Of(done.Error);
    }
}
