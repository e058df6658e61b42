using Integration.Common;
using Integration.Events;
using Integration.Lifecycle;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>Leads an event from state to state; asks before everyone concerned is told.</summary>
public sealed partial class EventSteps
{
    private JobEventState? _asked;
    private List<ConcernedCount>? _counts;
    private ElementReference _question;
    private bool _focus;
    private bool _busy;
    private string? _problem;
    private string? _said;

    /// <summary>The event.</summary>
    [Parameter, EditorRequired] public JobEvent Event { get; set; } = null!;

    /// <summary>Its state is another one.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    [Inject] public required ChangeEventState Changing { get; init; }

    [Inject] public required ConcernedQueries Concerned { get; init; }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus)
        {
            _focus = false;
            await _question.FocusAsync();
        }
    }

    private static string Name(JobEventState to) => to switch
    {
        JobEventState.Planned => EditionTexts.To_Planned,
        JobEventState.Published => EditionTexts.To_Published,
        JobEventState.Running => EditionTexts.To_Running,
        JobEventState.Closed => EditionTexts.To_Closed,
        JobEventState.Cancelled => EditionTexts.To_Cancelled,
        JobEventState.Idea => to.Label(),
    };

    private string Question(JobEventState to) =>
        to == JobEventState.Published ? EditionTexts.ConfirmPublish : Event.State == JobEventState.Idea ? EditionTexts.ConfirmIdea : EditionTexts.ConfirmCancel;

    private async Task StepAsync(JobEventState to)
    {
        (_problem, _said) = (null, null);
        if (!EventStates.IsTold(to))
        {
            await MakeAsync(to);
            return;
        }

        var counted = Event.State == JobEventState.Idea ? default : await Concerned.CountAsync(Event.Id, CancellationToken.None);
        (_counts, _asked, _focus) = (counted.Value, to, true);
    }

    private async Task MakeAsync(JobEventState to)
    {
        _busy = true;
        var made = await Changing.ExecuteAsync(Event.Id, Event.Version, to, CancellationToken.None);
        (_busy, _asked, _problem) = (false, null, made.Done ? null : Texts.Of(made.Error));
        if (made.Done)
        {
            _said = Format.Fill(EditionTexts.Done, to.Label()) + (made.Value > 0 ? " " + Format.Fill(EditionTexts.Told, Format.Count(made.Value)) : "");
        }

        await OnChanged.InvokeAsync();
    }
}
