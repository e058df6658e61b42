using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Reports;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>The programme of an event: what happens when and where, and what does not fit.</summary>
public sealed partial class ProgrammePage
{
    private EventProgramme? _programme;
    private SaveProgrammeItem.Form? _form;
    private ProgrammeItem? _removed;
    private CodePicks? _codes;
    private Error? _failure;
    private bool _missing;
    private string? _problem;
    private string? _said;

    [Inject] public required EventProgrammeQueries Queries { get; init; }

    [Inject] public required ProgrammeActs Acts { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (await FollowAsync())
        {
            _codes ??= new CodePicks(await Codes.GetAsync(CancellationToken.None), Clock.Today());
            await ReadAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var opened = await Queries.OpenAsync(EventId, CancellationToken.None);
        (_missing, _programme) = (!opened.Done, opened.Value);
    }

    private void Edit(ProgrammeItem? item) => (_form, _failure, _said, _removed) = (
        item is null ? new SaveProgrammeItem.Form { StartsAt = _programme!.Items is [.., var last] ? last.EndsAt : _programme.Event.StartsAt } : SaveProgrammeItem.Form.Of(item), null, null, null);

    private async Task SaveAsync()
    {
        var saved = await Acts.Save.ExecuteAsync(EventId, _form!, CancellationToken.None);
        _failure = saved.Error;
        if (saved.Done)
        {
            (_said, _removed, _form) = (Format.Fill(ProgrammeTexts.Saved, _form!.Title), null, null);
            await ReadAsync();
        }
    }

    private async Task MoveAsync(SaveProgrammeItem.Form moved)
    {
        var saved = await Acts.Save.ExecuteAsync(EventId, moved, CancellationToken.None);
        _problem = saved.Done ? null : Texts.Of(saved.Error);
        (_said, _removed) = (saved.Done ? Format.Fill(ProgrammeTexts.MovedTo, moved.Title, Format.Time(moved.StartsAt)) : null, null);
        await ReadAsync();
    }

    private async Task RemoveAsync(ProgrammeItem item)
    {
        var removed = await Acts.Remove.ExecuteAsync(item.Id, CancellationToken.None);
        (_problem, _removed) = (removed.Done ? null : Texts.Of(removed.Error), removed.Value);
        _said = removed.Done ? Format.Fill(ProgrammeTexts.Removed, item.Title) : null;
        _form = null;
        await ReadAsync();
    }

    private async Task PutBackAsync()
    {
        var form = SaveProgrammeItem.Form.Of(_removed!);
        form.Id = null;
        var saved = await Acts.Save.ExecuteAsync(EventId, form, CancellationToken.None);
        (_problem, _removed, _said) = (saved.Done ? null : Texts.Of(saved.Error), null, null);
        await ReadAsync();
    }
}

/// <summary>What can be done with a programme.</summary>
public sealed record ProgrammeActs(SaveProgrammeItem Save, RemoveProgrammeItem Remove);
