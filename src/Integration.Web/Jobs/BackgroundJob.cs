using Integration.Access;
using Integration.Common;

namespace Integration.Web.Jobs;

/// <summary>What a job left behind for its user to fetch.</summary>
/// <param name="Name">Name of the file; nobody's name is in it.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Bytes">What is in it.</param>
public sealed record JobFile(string Name, string ContentType, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Asked each time before the file leaves, because the world may have moved on since it was made:
    /// somebody may have taken a consent back. <see langword="null"/> for files to which nothing can happen.</summary>
    public Func<IServiceProvider, CancellationToken, Task<bool>>? MayStillLeave { get; init; }
}

/// <summary>How a job ended: with words for its user and perhaps a file, or with an expected failure.</summary>
public sealed record JobOutcome(string Text, JobFile? File = null);

/// <summary>What a job is about.</summary>
/// <param name="Kind">Which page shows it, for example <c>print</c>.</param>
/// <param name="About">The record it is about, for example the event.</param>
/// <param name="Title">What it does, in the user's language.</param>
/// <param name="Needed">The right that starting it takes; fetching its file takes it too.</param>
public sealed record JobSubject(string Kind, Guid About, string Title, Permission Needed);

/// <summary>Where a job is.</summary>
public enum JobState
{
    /// <summary>Waits for others or is under way.</summary>
    Running,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Refused or failed; nothing was kept.</summary>
    Failed,

    /// <summary>Cancelled by its user; nothing was kept.</summary>
    Cancelled,
}

/// <summary>Work that goes on when its page is left. Changed by <see cref="BackgroundJobs"/> alone.</summary>
public sealed class BackgroundJob
{
    private readonly TimeProvider _clock;

    internal BackgroundJob(JobSubject subject, FixedUser owner, TimeProvider clock)
    {
        (Subject, Owner, _clock) = (subject, owner, clock);
        StartedAt = clock.GetUtcNow().UtcDateTime;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>What it is about.</summary>
    public JobSubject Subject { get; }

    /// <summary>Whose job it is; it runs with the rights of the moment in which it was started.</summary>
    public FixedUser Owner { get; }

    /// <summary>When it was started (UTC).</summary>
    public DateTime StartedAt { get; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime? EndedAt { get; internal set; }

    /// <summary>Where it is.</summary>
    public JobState State { get; internal set; }

    /// <summary>The part that is done, 0 to 1; <see langword="null"/> while nobody knows.</summary>
    public double? Progress { get; internal set; }

    /// <summary>What came of it, for people.</summary>
    public string Text { get; internal set; } = "";

    /// <summary>What can be fetched.</summary>
    public JobFile? File { get; internal set; }

    internal CancellationTokenSource Stop { get; } = new();

    internal TimeSpan Age => _clock.GetUtcNow().UtcDateTime - StartedAt;

    /// <summary>How long it will still take, by what is done so far; <see langword="null"/> while that is a guess.</summary>
    public TimeSpan? Remaining =>
        State == JobState.Running && Progress is { } part and > 0.05 and < 1 && Age > TimeSpan.FromSeconds(2) ? Age * ((1 - part) / part) : null;
}

/// <summary>Says which job has moved.</summary>
public sealed class JobChangedEventArgs(BackgroundJob job) : EventArgs
{
    /// <summary>The job.</summary>
    public BackgroundJob Job => job;
}

/// <summary>What a running job works with.</summary>
/// <param name="Services">A scope of its own.</param>
/// <param name="User">Whose job it is.</param>
/// <param name="Progress">Told the part that is done, 0 to 1.</param>
public sealed record JobRun(IServiceProvider Services, FixedUser User, IProgress<double> Progress)
{
    /// <summary>A use case that acts for the job's user: pages and requests have gone by now, and their sign-in with them.</summary>
    public T UseCase<T>() => ActivatorUtilities.CreateInstance<T>(Services, User);
}

/// <summary>What a job does.</summary>
public delegate Task<Result<JobOutcome>> JobWork(JobRun run, CancellationToken ct);
