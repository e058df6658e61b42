using Integration.Common;
using Integration.Data;
using Integration.Outcomes;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Outcomes;

/// <summary>The employer service's telephone list: whom to call, what is open, one tap a result, and back.</summary>
public sealed partial class CallListPage
{
    private CallList? _list;
    private StepWords? _words;
    private Func<Task<Result>>? _undo;
    private string? _said;
    private string? _problem;
    private bool _missing;

    [Inject] public required CallListQueries Queries { get; init; }

    [Inject] public required OutcomeActs Acts { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (await FollowAsync())
        {
            _words ??= await StepWords.ReadAsync(Codes, Clock);
            await ReadAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var opened = await Queries.OfEventAsync(EventId, CancellationToken.None);
        (_missing, _list) = (!opened.Done, opened.Value);
    }

    private async Task CallAsync(CallLine line, bool reached)
    {
        var call = new RecordCall.Call(EmployerCallId.New(), EventId, line.Id, reached);
        var recorded = await Acts.Call.ExecuteAsync(call, CancellationToken.None);
        await SayAsync(
            recorded.Error, Format.Fill(reached ? OutcomesTexts.SaidReached : OutcomesTexts.SaidNotReached, line.Name),
            () => Acts.Call.ExecuteAsync(call with { TakenBack = true }, CancellationToken.None));
    }

    private async Task ResultAsync(OutcomeCard card, (string Step, string Reason) result)
    {
        var recorded = await Acts.Record.ExecuteAsync(card.Id, new RecordStep.Form { Step = result.Step, Reason = result.Reason }, CancellationToken.None);
        await SayAsync(
            recorded.Error, Format.Fill(OutcomesTexts.RecordedFor, card.Chiffre, _words!.Step(result.Step)),
            () => Acts.TakeBack.ExecuteAsync(recorded.Value, CancellationToken.None));
    }

    private async Task UndoAsync()
    {
        var undone = await _undo!();
        await SayAsync(undone.Error, OutcomesTexts.Undone, null);
    }

    private async Task SayAsync(Error? failure, string said, Func<Task<Result>>? undo)
    {
        _problem = failure is null ? null : Texts.Of(failure);
        (_said, _undo) = failure is null ? (said, undo) : default;
        await ReadAsync();
    }
}
