using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Outcomes;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Outcomes;

/// <summary>The board of a case manager: what came of the contacts of the own people over all events, and what has to be applied for.</summary>
public sealed partial class OwnOutcomesPage
{
    private IReadOnlyList<OutcomeCard>? _cards;
    private IReadOnlyList<CaseTaskRow> _tasks = [];
    private StepWords? _words;
    private ContactId? _open;
    private ContactId? _focus;
    private string? _said;
    private string? _problem;

    /// <summary>Whether people are shown whom colleagues are in charge of.</summary>
    [SupplyParameterFromQuery(Name = "all")] public bool All { get; set; }

    /// <summary>Whether only what is due is shown.</summary>
    [SupplyParameterFromQuery(Name = "due")] public bool Due { get; set; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required OutcomeQueries Queries { get; init; }

    [Inject] public required OutcomeActs Acts { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    private List<OutcomeCard> Shown => [.. _cards!.Where(card => !Due || card.Due is not null)];

    private OutcomeCard? Open => _cards!.FirstOrDefault(card => card.Id == _open);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _words ??= await StepWords.ReadAsync(Codes, Clock);
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        _tasks = await Queries.TasksAsync(CancellationToken.None);
        _cards = (await Queries.OwnAsync(!All, CancellationToken.None)).Value ?? [];
    }

    private string TagOf(CaseTaskRow row) => row.Task.DoneAt is not null ? "good" : row.Task.DueOn < _words!.Codes.On ? "bad" : "warn";

    private async Task CompleteAsync(CaseTaskRow row, bool done)
    {
        var completed = await Acts.Complete.ExecuteAsync(row.Task.Id, done, CancellationToken.None);
        _problem = completed.Done ? null : Texts.Of(completed.Error);
        await ChangedAsync(completed.Done ? Format.Fill(done ? OutcomesTexts.TaskDone : OutcomesTexts.TaskOpen, row.Task.Kind.Label()) : "");
    }

    private async Task ChangedAsync(string said)
    {
        _said = said.Length > 0 ? said : null;
        await ReadAsync();
    }
}
