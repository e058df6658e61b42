using Integration.Common;
using Integration.Data;
using Integration.Interpreters;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Interpreters;

/// <summary>What the link of a request opens: what, where, when, and two buttons. Plain HTML, made for a telephone.</summary>
public sealed partial class AnswerPage
{
    private OwnAssignment? _assignment;
    private string _language = "";
    private string? _problem;

    /// <summary>The secret of the link.</summary>
    [Parameter] public string Token { get; set; } = "";

    /// <summary>Whether there were too many attempts in a short time.</summary>
    [SupplyParameterFromQuery(Name = "busy")] public bool Busy { get; set; }

    [Inject] public required AssignmentQueries Queries { get; init; }

    [Inject] public required AnswerAssignment Answer { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    private bool Asked => _assignment is { State: AssignmentState.Requested };

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();
        _problem ??= Busy ? AccountTexts.TooManyAttempts : null;
    }

    private async Task ReadAsync()
    {
        var found = await Queries.ByLinkAsync(Token, CancellationToken.None);
        (_assignment, _problem) = (found.Value, found.Done ? null : Texts.Of(found.Error));
        if (_assignment is not null)
        {
            _language = (await Codes.GetAsync(CancellationToken.None)).Label("Languages", _assignment.Language, _assignment.Day);
        }
    }

    private async Task AnswerAsync(bool accept)
    {
        var answered = await Answer.ExecuteAsync(Token, accept, CancellationToken.None);
        if (answered.Done)
        {
            // Read anew by the redirect, so that reloading the page does not send the answer again.
            Navigation.NavigateTo(Links.Interpreting(Token));
            return;
        }

        await ReadAsync();
        _problem = Texts.Of(answered.Error);
    }
}
