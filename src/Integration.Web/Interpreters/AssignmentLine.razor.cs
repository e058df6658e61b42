using Integration.Common;
using Integration.Interpreters;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Interpreters;

/// <summary>An assignment in the organiser's list.</summary>
public sealed partial class AssignmentLine
{
    private readonly RecordDeployment.Form _record = new();
    private Error? _failure;
    private bool _recording;

    /// <summary>What came of an act.</summary>
    /// <param name="Failure">What went wrong; <see langword="null"/> when it was done.</param>
    /// <param name="Said">What was done, in words.</param>
    public sealed record Outcome(Error? Failure, string Said);

    /// <summary>The assignment.</summary>
    [Parameter, EditorRequired] public EventAssignment Row { get; set; } = null!;

    /// <summary>Its language, as a word.</summary>
    [Parameter] public string Language { get; set; } = "";

    /// <summary>Tells what came of an act.</summary>
    [Parameter] public EventCallback<Outcome> OnDone { get; set; }

    [Inject] public required RequestInterpreter Request { get; init; }

    [Inject] public required ChangeAssignment Change { get; init; }

    [Inject] public required RecordDeployment Record { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    private AssignmentState State => Row.Assignment.State;

    private string RequestText => State == AssignmentState.Proposed ? InterpretersTexts.Request : InterpretersTexts.RequestAgain;

    private bool Begun => Row.Assignment.Time.Start <= Clock.GetLocalNow().DateTime;

    private DateTime? When => State switch
    {
        AssignmentState.Requested => Row.Assignment.RequestedAt,
        AssignmentState.Confirmed or AssignmentState.Declined => Row.Assignment.AnsweredAt,
        _ => null,
    };

    /// <inheritdoc/>
    protected override void OnInitialized() => (_record.WorkedFrom, _record.WorkedTo, _record.TravelKm) =
        (Row.Assignment.WorkedFrom ?? Row.Assignment.StartsAt, Row.Assignment.WorkedTo ?? Row.Assignment.EndsAt, Row.Assignment.TravelKm);

    private string Of(string act) => Format.Fill(InterpretersTexts.ActOf, act, Row.Interpreter, Format.Time(Row.Assignment.StartsAt));

    private async Task RequestAsync()
    {
        var asked = await Request.ExecuteAsync(Row.Assignment.Id, CancellationToken.None);
        await OnDone.InvokeAsync(new Outcome(asked.Error, Format.Fill(InterpretersTexts.Requested, Row.Interpreter, Row.Email)));
    }

    private async Task ChangeAsync(AssignmentState state)
    {
        var changed = await Change.ExecuteAsync(Row.Assignment.Id, state, CancellationToken.None);
        await OnDone.InvokeAsync(new Outcome(changed.Error, Format.Fill(InterpretersTexts.Changed, Row.Interpreter, state.Label())));
    }

    private async Task RecordAsync()
    {
        var recorded = await Record.ExecuteAsync(Row.Assignment.Id, _record, CancellationToken.None);
        (_failure, _recording) = (recorded.Error, !recorded.Done);
        if (recorded.Done || recorded.Error.Field is null)
        {
            await OnDone.InvokeAsync(new Outcome(recorded.Error, Format.Fill(InterpretersTexts.Changed, Row.Interpreter, AssignmentState.Done.Label())));
        }
    }
}
