using Integration.Access;
using Integration.Common;
using Integration.Testing;
using Integration.Web.Jobs;
using Integration.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Integration.Web.Tests.Jobs;

public sealed class BackgroundJobsTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly MovingClock _clock = new();
    private readonly BackgroundJobs _jobs;
    private readonly FixedUser _user = TestUser.CaseManager(OrganisationId.New());
    private readonly JobSubject _subject = new("print", Guid.CreateVersion7(), "Drucken", Permission.PrintProfiles);

    public BackgroundJobsTests() => _jobs = new BackgroundJobs(_services.GetRequiredService<IServiceScopeFactory>(), _clock, NullLogger<BackgroundJobs>.Instance);

    public void Dispose()
    {
        _jobs.Dispose();
        _services.Dispose();
    }

    [Fact]
    public async Task CancelledJob_EndsAndKeepsNothing()
    {
        var started = new TaskCompletionSource();
        var job = _jobs.Start(_user, _subject, async (_, ct) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return new JobOutcome("nie");
        });
        await started.Task;
        _jobs.Cancel(_user, job.Id);
        await job.EndAsync();
        Assert.Equal((JobState.Cancelled, JobsTexts.Cancelled, null), (job.State, job.Text, job.File));
    }

    [Fact]
    public async Task JobOfSomebodyElse_CannotBeCancelledSeenOrForgotten()
    {
        var go = new TaskCompletionSource();
        var job = _jobs.Start(_user, _subject, async (_, ct) =>
        {
            await go.Task.WaitAsync(ct);
            return new JobOutcome("fertig");
        });
        var other = TestUser.CaseManager(_user.OrganisationId);
        _jobs.Cancel(other, job.Id);
        go.SetResult();
        await job.EndAsync();
        _jobs.Forget(other, job.Id);
        Assert.Equal(JobState.Done, job.State);
        Assert.Empty(_jobs.Of(other, _subject.Kind, _subject.About));
        Assert.Single(_jobs.Of(_user, _subject.Kind, _subject.About));
    }

    [Fact]
    public async Task RefusalAndFault_EndTheJobInWords()
    {
        var refused = _jobs.Start(_user, _subject, (_, _) => Task.FromResult<Result<JobOutcome>>(Errors.NotFound));
        var faulty = _jobs.Start(_user, _subject, (_, _) => throw new InvalidOperationException("defect"));
        await refused.EndAsync();
        await faulty.EndAsync();
        Assert.Equal((JobState.Failed, Texts.Of(Errors.NotFound)), (refused.State, refused.Text));
        Assert.Equal((JobState.Failed, JobsTexts.Broken), (faulty.State, faulty.Text));
    }

    [Fact]
    public async Task EndedJob_IsForgottenAfterAnHour()
    {
        var job = _jobs.Start(_user, _subject, (_, _) => Task.FromResult<Result<JobOutcome>>(new JobOutcome("fertig")));
        await job.EndAsync();
        _clock.Now += BackgroundJobs.KeptFor - TimeSpan.FromMinutes(1);
        Assert.NotNull(_jobs.Find(_user, job.Id));
        _clock.Now += TimeSpan.FromMinutes(2);
        Assert.Null(_jobs.Find(_user, job.Id));
    }

    [Fact]
    public async Task Progress_TellsHowLongItStillTakes()
    {
        var quarter = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var job = _jobs.Start(_user, _subject, async (run, ct) =>
        {
            run.Progress.Report(0.25);
            quarter.SetResult();
            await go.Task.WaitAsync(ct);
            return new JobOutcome("fertig");
        });
        await quarter.Task;
        _clock.Now += TimeSpan.FromSeconds(10);
        Assert.Equal(TimeSpan.FromSeconds(30), job.Remaining);
        go.SetResult();
        await job.EndAsync();
        Assert.Null(job.Remaining);
    }

    [Fact]
    public async Task OldJobsOfAUser_MakeRoomForNewOnes()
    {
        for (var i = 0; i < BackgroundJobs.MostOfOneUser + 3; i++)
        {
            _clock.Now += TimeSpan.FromSeconds(1);
            await _jobs.Start(_user, _subject, (_, _) => Task.FromResult<Result<JobOutcome>>(new JobOutcome("fertig"))).EndAsync();
        }

        Assert.Equal(BackgroundJobs.MostOfOneUser, _jobs.Of(_user, _subject.Kind, _subject.About).Count);
    }
}

internal static class JobWaiting
{
    /// <summary>Waits until a job has ended.</summary>
    public static async Task EndAsync(this BackgroundJob job)
    {
        for (var i = 0; i < 500 && job.EndedAt is null; i++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.NotNull(job.EndedAt);
        // The state is set last.
        SpinWait.SpinUntil(() => job.State != JobState.Running, TimeSpan.FromSeconds(1));
    }
}

/// <summary>A clock that a test moves.</summary>
internal sealed class MovingClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(Given.Start, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
