using Integration.Common;
using Integration.Data;
using Integration.TalkPlans;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.TalkPlans;

/// <summary>The plans of an event's talks: what there is to plan with, the search, and what it has left.</summary>
public sealed partial class TalkPlansPage
{
    private EventTalkPlans? _plans;
    private CodePicks? _codes;
    private bool _missing;
    private string? _problem;
    private string? _said;

    [Inject] public required TalkPlanQueries Queries { get; init; }

    [Inject] public required DeleteTalkDraft Delete { get; init; }

    [Inject] public required PlanDesk Desk { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    private TalkScheduleRow? Published => _plans!.Schedules.FirstOrDefault(row => row.State == TalkScheduleState.Published);

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
        (_missing, _plans) = (!opened.Done, opened.Value);
    }

    private void Start(PlanOrder order)
    {
        (_problem, _said) = (null, null);
        Desk.Start(EventId, order);
    }

    private async Task DeleteAsync(TalkScheduleRow row)
    {
        var deleted = await Delete.ExecuteAsync(row.Id, CancellationToken.None);
        (_problem, _said) = (deleted.Done ? null : Texts.Of(deleted.Error), deleted.Done ? Format.Fill(TalkPlanTexts.Deleted, TalkPlanTags.NameOf(row)) : null);
        await ReadAsync();
    }

    private async Task SaidAsync(string said)
    {
        (_problem, _said) = (null, said);
        await ReadAsync();
    }
}
