using Integration.Common;
using Integration.Outcomes;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Outcomes;

/// <summary>What the mail to an employer after an event opens: five questions and a line. Plain HTML, made for a telephone and two minutes.</summary>
public sealed partial class FeedbackPage
{
    private FeedbackQuestion? _question;
    private string? _problem;

    /// <summary>The secret of the link.</summary>
    [Parameter] public string Token { get; set; } = "";

    /// <summary>Whether it has just been answered.</summary>
    [SupplyParameterFromQuery(Name = "thanks")] public bool Thanks { get; set; }

    /// <summary>Whether there were too many attempts in a short time.</summary>
    [SupplyParameterFromQuery(Name = "busy")] public bool Busy { get; set; }

    [Inject] public required FeedbackQueries Queries { get; init; }

    [Inject] public required AnswerFeedback Answer { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromForm] private AnswerFeedback.Form? Input { get; set; }

    private IEnumerable<(string Name, string Words, int? Value)> Scales =>
    [
        (nameof(Input.Guests), OutcomesTexts.QuestionGuests, Input!.Guests),
        (nameof(Input.Profiles), OutcomesTexts.QuestionProfiles, Input.Profiles),
        (nameof(Input.Interpreting), OutcomesTexts.QuestionInterpreting, Input.Interpreting),
        (nameof(Input.Organisation), OutcomesTexts.QuestionOrganisation, Input.Organisation),
    ];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Input ??= new AnswerFeedback.Form();
        if (!Thanks)
        {
            var found = await Queries.ByLinkAsync(Token, CancellationToken.None);
            (_question, _problem) = (found.Value, found.Done ? Busy ? AccountTexts.TooManyAttempts : null : Texts.Of(found.Error));
        }
    }

    private async Task AnswerAsync()
    {
        var answered = await Answer.ExecuteAsync(Token, Input!, CancellationToken.None);
        if (answered.Done)
        {
            // Read anew by the redirect, so that reloading the page does not send the answer again.
            Navigation.NavigateTo(Links.EmployerFeedback(Token) + "?thanks=true");
            return;
        }

        _problem = Texts.Of(answered.Error);
    }
}
