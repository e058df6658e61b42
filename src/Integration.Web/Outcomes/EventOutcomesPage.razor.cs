using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Outcomes;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Outcomes;

/// <summary>What came of an event: a board for those who record it, numbers for those who prepared it, what employers said.</summary>
public sealed partial class EventOutcomesPage
{
    private OutcomeBoard? _board;
    private FeedbackResult? _feedback;
    private StepWords? _words;
    private ContactId? _open;
    private ContactId? _focus;
    private string? _said;
    private bool _missing;

    /// <summary>Whether only what is due is shown.</summary>
    [SupplyParameterFromQuery(Name = "due")] public bool Due { get; set; }

    /// <summary>The contact to open.</summary>
    [SupplyParameterFromQuery(Name = "contact")] public Guid? Contact { get; set; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required OutcomeReads Reads { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required AgreementDesk Desk { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    private bool Records => CurrentUser.Has(Permission.RecordOutcomes);

    private List<OutcomeCard> Shown => [.. _board!.Cards.Where(card => !Due || card.Due is not null)];

    private OutcomeCard? Open => _board!.Cards.FirstOrDefault(card => card.Id == _open);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (await FollowAsync())
        {
            _open = Contact is { } contact ? new ContactId(contact) : null;
            _words ??= await StepWords.ReadAsync(Codes, Clock);
            await ReadAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var opened = await Reads.Outcomes.OfEventAsync(EventId, CancellationToken.None);
        (_missing, _board) = (!opened.Done, opened.Value);
        _feedback = opened.Done ? (await Reads.Feedback.OfEventAsync(EventId, CancellationToken.None)).Value : null;
    }

    private void Print(AgreementPaper paper) => Desk.Print(new PrintAgreement.Request { Paper = paper, JobEventId = EventId });

    private async Task ChangedAsync(string said)
    {
        _said = said.Length > 0 ? said : null;
        await ReadAsync();
    }
}

/// <summary>What the pages of outcomes read.</summary>
public sealed record OutcomeReads(OutcomeQueries Outcomes, FeedbackQueries Feedback, CallListQueries Calls);
