using Integration.Access;
using Integration.Common;
using Integration.Participants.Import;
using Integration.Reports;
using Integration.Web.Jobs;
using Integration.Web.Layout;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Participants.Import;

/// <summary>Last step: the rows go in, and what came of it. The work goes on when the page is left; whoever comes back sees it.</summary>
public sealed partial class ImportApplyPage : IDisposable
{
    private const string Kind = "import";

    private ImportDetails? _import;
    private EventChoice? _event;
    private BackgroundJob? _job;
    private string? _problem;
    private bool _missing;

    /// <summary>Id of the import.</summary>
    [Parameter] public Guid Id { get; set; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required ImportQueries Queries { get; init; }

    [Inject] public required ChosenEvent Chosen { get; init; }

    [Inject] public required BackgroundJobs Jobs { get; init; }

    private ImportBatchId ImportId => new(Id);

    private int Staying => _import!.Counts.PossibleDuplicates + _import.Counts.Errors;

    // Unchanged rows go in too: their people are noted for the event.
    private int Open => _import!.Counts.New + _import.Counts.Changed + _import.Counts.Unchanged - _import.Applied;

    private string PeopleLink => _event is null
        ? Links.ParticipantList(new ParticipantListState { Order = ParticipantOrder.Changed })
        : Links.ParticipantList(new ParticipantListState { Filter = new ParticipantFilter { RegisteredFor = _event.Id } });

    private int Percent => (int)Math.Floor(100 * (_job?.Progress ?? 0));

    private string RemainingText => _job?.Remaining is { } left
        ? left.TotalSeconds < 60
            ? Format.Fill(ImportTexts.SecondsLeft, Math.Max(1, (int)Math.Ceiling(left.TotalSeconds)))
            : Format.Fill(ImportTexts.MinutesLeft, (int)Math.Ceiling(left.TotalMinutes))
        : "";

    private IEnumerable<(string Label, int Count, ImportRowState? State)> Lines =>
    [
        (ImportRowState.New.Label(), _import!.Counts.New, ImportRowState.New),
        (ImportRowState.Changed.Label(), _import.Counts.Changed, ImportRowState.Changed),
        (ImportRowState.Unchanged.Label(), _import.Counts.Unchanged, ImportRowState.Unchanged),
        (ImportRowState.PossibleDuplicate.Label(), _import.Counts.PossibleDuplicates, ImportRowState.PossibleDuplicate),
        (ImportRowState.Error.Label(), _import.Counts.Errors, ImportRowState.Error),
        (ImportTexts.LeftOutByHand, _import.Counts.LeftOut, ImportRowState.PossibleDuplicate),
    ];

    /// <inheritdoc/>
    public void Dispose() => Jobs.Changed -= OnJobChanged;

    /// <inheritdoc/>
    protected override void OnInitialized() => Jobs.Changed += OnJobChanged;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        await Chosen.LoadAsync();
        _job = Jobs.Of(CurrentUser, Kind, Id) is [var latest, ..] ? latest : null;
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var found = await Queries.FindAsync(ImportId, CancellationToken.None);
        (_import, _missing) = (found.Value, !found.Done);
        _event = _import?.JobEventId is { } id ? Chosen.Events.FirstOrDefault(e => e.Id == id) : null;
        _problem = _job is { State: JobState.Failed } ? _job.Text : null;
    }

    private void Start()
    {
        if (_job is { State: JobState.Running })
        {
            return;
        }

        var id = ImportId;
        _job = Jobs.Start(CurrentUser, new JobSubject(Kind, Id, ImportTexts.Applying, Permission.ImportParticipants), async (run, ct) =>
        {
            var applied = await run.UseCase<ApplyImport>().ExecuteAsync(id, new Reporting(run.Progress), ct);
            return applied.Done ? new JobOutcome(ImportTexts.ResultTitle) : applied.Error;
        });
    }

    private void OnJobChanged(object? sender, JobChangedEventArgs e)
    {
        if (e.Job == _job)
        {
            _ = InvokeAsync(async () =>
            {
                if (e.Job.State != JobState.Running)
                {
                    await ReadAsync();
                }

                StateHasChanged();
            });
        }
    }

    private sealed class Reporting(IProgress<double> part) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => part.Report(value.Total == 0 ? 1 : (double)value.Done / value.Total);
    }
}
