using Integration.Common;
using Integration.Participants;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Participants.Sections;

/// <summary>A part of a record that saves on its own. What is typed is kept in the browser until it is saved.</summary>
public sealed partial class SectionForm : IDisposable
{
    /// <summary>How long after the last change it saves.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.2);

    private FormProblems _problems = new();
    private CancellationTokenSource _pause = new();
    private bool _dirty;
    private bool _saving;
    private DateTime? _savedAt;

    /// <summary>Name of the section in addresses.</summary>
    [Parameter, EditorRequired] public string Key { get; set; } = "";

    /// <summary>Its heading.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>What is edited.</summary>
    [Parameter, EditorRequired] public IParticipantSection Section { get; set; } = null!;

    /// <summary>Saves it.</summary>
    [Parameter, EditorRequired] public Func<IParticipantSection, Task<Result<Saved>>> Save { get; set; } = null!;

    /// <summary>Under which name the browser keeps what is typed: the record's id.</summary>
    [Parameter, EditorRequired] public string Record { get; set; } = "";

    /// <summary>Takes what a draft holds beside the section's properties.</summary>
    [Parameter] public Action<IReadOnlyDictionary<string, string[]>>? OnDraft { get; set; }

    /// <summary>The fields.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Inject] public required Scripts Scripts { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    private string DraftKey => Record + "/" + Key;

    private string Status => (_saving, _problems.Failure, _dirty, _savedAt) switch
    {
        (true, _, _, _) => ShellTexts.Saving,
        (_, not null, _, _) => ShellTexts.NotSaved,
        (_, _, true, _) => ShellTexts.Unsaved,
        (_, _, _, { } at) => Format.Fill(ShellTexts.Saved, Format.Time(at, Clock)),
        _ => "",
    };

    /// <summary>Says that something was changed; it is saved after a pause.</summary>
    public void Touch()
    {
        _dirty = true;
        _pause.Cancel();
        _pause.Dispose();
        _pause = new CancellationTokenSource();
        _ = SaveAfterPauseAsync(_pause.Token);
        StateHasChanged();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Leaving the page is no reason to lose the last change.
        if (_dirty && !_saving)
        {
            _ = SaveLastAsync();
        }

        _pause.Cancel();
        _pause.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnParametersSet() => _problems = _problems with { Prefix = Key + "-", Touched = Touch };

    private async Task SaveLastAsync()
    {
        if ((await Save(Section)).Done)
        {
            await Scripts.DraftsAsync<object?>("forget", DraftKey);
        }
    }

    private async Task SaveAfterPauseAsync(CancellationToken ct)
    {
        try
        {
            await Task.Delay(Pause, Clock, ct);
            await InvokeAsync(SaveAsync);
        }
        catch (OperationCanceledException)
        {
            // Something else was changed; that starts a pause of its own.
        }
    }

    private async Task SaveAsync()
    {
        await _pause.CancelAsync();
        (_saving, _dirty) = (true, false);
        StateHasChanged();
        var saved = await Save(Section);
        _saving = false;
        _problems = _problems with { Failure = saved.Error };
        if (saved.Done)
        {
            _savedAt = saved.Value.At;
            if (!_dirty)
            {
                await Scripts.DraftsAsync<object?>("forget", DraftKey);
            }
        }
        else
        {
            _dirty = true;
        }

        StateHasChanged();
    }

    private async Task TakeDraftAsync(IReadOnlyDictionary<string, string[]> values)
    {
        var others = FormDraft.Apply(Section, values);
        OnDraft?.Invoke(others);
        await SaveAsync();
    }
}
