using Integration.Common;
using Integration.Events;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>The preparation of an event: dated tasks, who does them, what is late.</summary>
public sealed partial class EventTasksPage
{
    private EventTasks? _plan;
    private SaveEventTask.Form? _form;
    private EventTask? _removed;
    private Error? _failure;
    private bool _missing;
    private string? _problem;
    private string? _said;

    [Inject] public required EventTaskQueries Queries { get; init; }

    [Inject] public required TaskActs Acts { get; init; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (await FollowAsync())
        {
            await ReadAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var opened = await Queries.ListAsync(EventId, CancellationToken.None);
        (_missing, _plan) = (!opened.Done, opened.Value);
    }

    private static string Tag(TaskDue due) => due switch
    {
        TaskDue.Overdue => "bad",
        TaskDue.Soon => "warn",
        TaskDue.Later => "",
        TaskDue.Done => "good",
    };

    private int Of(TaskDue due) => _plan!.Tasks.Count(row => row.Due == due);

    private void Edit(EventTaskRow? row) =>
        (_form, _failure, _said, _removed) = (row is null ? new SaveEventTask.Form { DueOn = _plan!.Event.Date } : SaveEventTask.Form.Of(row.Task), null, null, null);

    private async Task MakePlanAsync()
    {
        var made = await Acts.MakePlan.ExecuteAsync(EventId, CancellationToken.None);
        await SayAsync(made.Error, made.Done ? Format.Fill(TaskTexts.Made, Format.Count(made.Value)) : null);
    }

    private async Task SaveAsync()
    {
        var saved = await Acts.Save.ExecuteAsync(EventId, _form!, CancellationToken.None);
        _failure = saved.Error;
        if (saved.Done)
        {
            var title = _form!.Title;
            _form = null;
            await SayAsync(null, Format.Fill(TaskTexts.Saved, title));
        }
    }

    private async Task CompleteAsync(EventTaskRow row, bool done)
    {
        var completed = await Acts.Complete.ExecuteAsync(row.Task.Id, done, CancellationToken.None);
        await SayAsync(completed.Error, completed.Done ? Format.Fill(TaskTexts.Saved, row.Title) : null);
    }

    private async Task RemoveAsync(EventTaskRow row)
    {
        var removed = await Acts.Remove.ExecuteAsync(row.Task.Id, CancellationToken.None);
        _form = null;
        await SayAsync(removed.Error, removed.Done ? Format.Fill(TaskTexts.Removed, row.Title) : null);
        _removed = removed.Value;
    }

    private async Task PutBackAsync()
    {
        var form = SaveEventTask.Form.Of(_removed!);
        form.Id = null;
        var saved = await Acts.Save.ExecuteAsync(EventId, form, CancellationToken.None);
        await SayAsync(saved.Error, saved.Done ? Format.Fill(TaskTexts.Saved, form.Title) : null);
    }

    private async Task SayAsync(Error? failure, string? said)
    {
        (_problem, _said, _removed) = (failure is null ? null : Texts.Of(failure), said, null);
        await ReadAsync();
    }
}

/// <summary>What can be done with a preparation plan.</summary>
public sealed record TaskActs(MakePreparationPlan MakePlan, SaveEventTask Save, CompleteEventTask Complete, RemoveEventTask Remove);
