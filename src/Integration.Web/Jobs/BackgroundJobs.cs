using System.Collections.Concurrent;
using Integration.Access;
using Integration.Common;
using Integration.Web.Resources;

namespace Integration.Web.Jobs;

/// <summary>Runs long work (printing, importing, planning, mailing) beside the pages: it goes on when a page is left, tells how far it is,
/// can be cancelled, and keeps its file for an hour in memory, never on disk.</summary>
public sealed partial class BackgroundJobs(IServiceScopeFactory scopes, TimeProvider clock, ILogger<BackgroundJobs> log) : IDisposable
{
    /// <summary>How long a job and its file are kept after its end.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    /// <summary>Most jobs of one user that are kept; the oldest that has ended makes room.</summary>
    public const int MostOfOneUser = 12;

    /// <summary>Jobs at the same time: setting type takes a processor each.</summary>
    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount - 1));
    private readonly ConcurrentDictionary<Guid, BackgroundJob> _jobs = [];

    /// <summary>Tells pages that a job has moved. Called from the job's thread.</summary>
    public event EventHandler<JobChangedEventArgs>? Changed;

    /// <summary>Starts a job for a user.</summary>
    public BackgroundJob Start(ICurrentUser user, JobSubject subject, JobWork work)
    {
        Tidy();
        var owner = new FixedUser(user.Id, user.OrganisationId, user.Roles, user.DisplayName);
        foreach (var old in _jobs.Values.Where(known => known.Owner.Id == owner.Id && known.EndedAt is not null)
            .OrderByDescending(known => known.StartedAt).Skip(MostOfOneUser - 1))
        {
            _jobs.TryRemove(old.Id, out _);
        }

        var job = new BackgroundJob(subject, owner, clock);
        _jobs[job.Id] = job;
        _ = Task.Run(() => RunAsync(job, work));
        return job;
    }

    /// <summary>A user's jobs of one kind about one record, the latest first.</summary>
    public IReadOnlyList<BackgroundJob> Of(ICurrentUser user, string kind, Guid about)
    {
        Tidy();
        return _jobs.Values.Where(job => IsOf(job, user) && job.Subject.Kind == kind && job.Subject.About == about)
            .OrderByDescending(job => job.StartedAt).ToList();
    }

    /// <summary>A job that the user started and still has the right to; <see langword="null"/> for everything else.</summary>
    public BackgroundJob? Find(ICurrentUser user, Guid id)
    {
        Tidy();
        return _jobs.TryGetValue(id, out var job) && IsOf(job, user) && user.Has(job.Subject.Needed) ? job : null;
    }

    /// <summary>Cancels a running job.</summary>
    public void Cancel(ICurrentUser user, Guid id)
    {
        if (Find(user, id) is { State: JobState.Running } job)
        {
            job.Stop.Cancel();
        }
    }

    /// <summary>Forgets an ended job and its file.</summary>
    public void Forget(ICurrentUser user, Guid id)
    {
        if (Find(user, id) is { EndedAt: not null } job && _jobs.TryRemove(job.Id, out _))
        {
            Changed?.Invoke(this, new JobChangedEventArgs(job));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var job in _jobs.Values)
        {
            job.Stop.Cancel();
        }

        _places.Dispose();
    }

    private static bool IsOf(BackgroundJob job, ICurrentUser user) => job.Owner.Id == user.Id && job.Owner.OrganisationId == user.OrganisationId;

    private async Task RunAsync(BackgroundJob job, JobWork work)
    {
        try
        {
            await _places.WaitAsync(job.Stop.Token);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var run = new JobRun(scope.ServiceProvider, job.Owner, new Reporting(part => Move(job, part)));
                var outcome = await work(run, job.Stop.Token);
                if (outcome.Done)
                {
                    (job.File, job.Progress) = (outcome.Value.File, 1);
                    End(job, JobState.Done, outcome.Value.Text);
                }
                else
                {
                    End(job, JobState.Failed, Texts.Of(outcome.Error));
                }
            }
            finally
            {
                _places.Release();
            }
        }
        catch (OperationCanceledException) when (job.Stop.IsCancellationRequested)
        {
            End(job, JobState.Cancelled, JobsTexts.Cancelled);
        }
        catch (Exception failure)
        {
            // Nobody awaits a job: without this, a fault would leave it running on the page for ever.
            LogFailure(failure, job.Subject.Kind);
            End(job, JobState.Failed, JobsTexts.Broken);
        }
    }

    private void Move(BackgroundJob job, double part)
    {
        job.Progress = Math.Clamp(part, 0, 1);
        Changed?.Invoke(this, new JobChangedEventArgs(job));
    }

    private void End(BackgroundJob job, JobState state, string text)
    {
        (job.Text, job.EndedAt, job.State) = (text, clock.GetUtcNow().UtcDateTime, state);
        Changed?.Invoke(this, new JobChangedEventArgs(job));
    }

    private void Tidy()
    {
        var before = clock.GetUtcNow().UtcDateTime - KeptFor;
        foreach (var old in _jobs.Values.Where(job => job.EndedAt < before))
        {
            _jobs.TryRemove(old.Id, out _);
        }
    }

    [LoggerMessage(LogLevel.Error, "A background job of the kind {Kind} has failed.")]
    private partial void LogFailure(Exception failure, string kind);

    // Progress<T> posts to the thread pool and can tell of 80 % after 90 %.
    private sealed class Reporting(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
