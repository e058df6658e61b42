using Integration.Common;
using Integration.Data;
using Integration.TalkPlans;
using Integration.Web.Documents;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.TalkPlans;

/// <summary>What differs between two plans: side by side, talk by talk, and whose slips have to be printed anew.</summary>
public sealed partial class TalkChangesPage
{
    private const int OnPage = 50;

    private TalkComparison? _comparison;
    private CodePicks? _codes;
    private bool _missing;
    private string? _problem;
    private string? _said;
    private int _interpreters;
    private int _warnings;
    private Guid _version;
    private int _page = 1;

    /// <summary>Id of the later plan.</summary>
    [Parameter] public Guid Schedule { get; set; }

    /// <summary>Id of the earlier one.</summary>
    [Parameter] public Guid Before { get; set; }

    /// <summary>The page of the list.</summary>
    [SupplyParameterFromQuery(Name = "page")] public int? Page { get; set; }

    [Inject] public required TalkScheduleQueries Queries { get; init; }

    [Inject] public required PublishTalks Publish { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    [Inject] public required PaperDesk Desk { get; init; }

    private int ForOthers => _comparison!.Changes.Where(change => !change.Lost).Select(change => change.RegistrationId).Distinct().Count();

    private bool Publishable => _comparison is { Before.State: TalkScheduleState.Published, After.State: TalkScheduleState.Draft };

    // Slips go out for what holds.
    private bool Printable => _comparison is { After.State: TalkScheduleState.Published, Concerned.Count: > 0 };

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (await FollowAsync() || _comparison?.After.Id.Value != Schedule || _comparison?.Before.Id.Value != Before)
        {
            _codes ??= new CodePicks(await Codes.GetAsync(CancellationToken.None), Clock.Today());
            await ReadAsync();
        }

        _page = Math.Max(1, Page ?? 1);
    }

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var compared = await Queries.CompareAsync(new TalkScheduleId(Before), new TalkScheduleId(Schedule), CancellationToken.None);
        (_missing, _comparison) = (!compared.Done, compared.Value);
        var board = Publishable ? (await Queries.BoardAsync(new TalkScheduleId(Schedule), CancellationToken.None)).Value : null;
        (_version, _warnings) = (board?.Version ?? default, board?.Warnings.Count ?? 0);
        _interpreters = _comparison?.Changes.SelectMany(change => new[] { change.Before?.InterpreterId, change.After?.InterpreterId }).OfType<InterpreterId>().Distinct().Count() ?? 0;
    }

    // 15:20 → 15:40, Tisch 7.
    private static string Words(TalkChangeRow change) => (change.Before, change.After) switch
    {
        ({ } before, null) => Format.Fill(TalkPlanTexts.ChangeGone, TalkPlanTags.At(before.StartsAt, before.Table)),
        (null, { } after) => Format.Fill(TalkPlanTexts.ChangeNew, TalkPlanTags.At(after.StartsAt, after.Table)),
        ({ } before, { } after) when before.StartsAt != after.StartsAt => Format.Fill(TalkPlanTexts.ChangeTime, Format.Time(before.StartsAt), TalkPlanTags.At(after.StartsAt, after.Table)),
        ({ } before, { } after) when before.Table != after.Table => Format.Fill(TalkPlanTexts.ChangeTable, Format.Time(after.StartsAt), Format.Count(before.Table), Format.Count(after.Table)),
        ({ } before, { } after) => Format.Fill(TalkPlanTexts.ChangeInterpreter, TalkPlanTags.At(after.StartsAt, after.Table), Who(before), Who(after)),
        _ => "",
    };

    private static string Who(TalkPlace place) => place.Interpreter.Length > 0 ? place.Interpreter : TalkPlanTexts.Nobody;

    private void Print() => Desk.PrintSlips(EventId, _comparison!.Concerned);

    private async Task PublishAsync()
    {
        var published = await Publish.ExecuteAsync(new TalkScheduleId(Schedule), _version, CancellationToken.None);
        (_problem, _said) = (published.Done ? null : Texts.Of(published.Error), published.Done ? PublishPanel.Done(published.Value) : null);
        await ReadAsync();
    }
}
