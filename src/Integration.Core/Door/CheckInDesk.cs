using System.Threading.Channels;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Door;

/// <summary>Where all scans of this process are written down. There is one writer: it takes what has queued up, saves it in one transaction, and only
/// then answers, so that one flush to the disk serves as many doors as wait for it and nothing is acknowledged that a power cut can take back.
/// Several processes on one database need no agreement: the keys of <see cref="Attendance"/> and <see cref="DoorScan"/> decide.</summary>
public sealed class CheckInDesk : IAsyncDisposable
{
    /// <summary>Most scans in one transaction.</summary>
    public const int MostAtOnce = 200;

    // Somebody who finds this many before them waits outside the queue.
    private const int LongestQueue = 5000;

    private sealed record Waiting(DeskScan Scan, TaskCompletionSource<ScanAnswer> Answer);

    private readonly IDbContextFactory<AppDbContext> _contexts;
    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    private readonly Task _writer;

    /// <summary>Opens the desk.</summary>
    public CheckInDesk(IDbContextFactory<AppDbContext> contexts)
    {
        _contexts = contexts;
        _writer = Task.Run(WriteAsync);
    }

    /// <summary>Queues a scan and waits until it is saved. Who stops waiting does not stop the saving.</summary>
    internal async Task<ScanAnswer> SaveAsync(DeskScan scan, CancellationToken ct)
    {
        var waiting = new Waiting(scan, new TaskCompletionSource<ScanAnswer>(TaskCreationOptions.RunContinuationsAsynchronously));
        await _queue.Writer.WriteAsync(waiting, ct);
        return await waiting.Answer.Task.WaitAsync(ct);
    }

    /// <summary>Takes no more scans, saves those that wait, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writer;
    }

    private async Task WriteAsync()
    {
        var batch = new List<Waiting>(MostAtOnce);
        while (await _queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MostAtOnce && _queue.Reader.TryRead(out var waiting))
            {
                batch.Add(waiting);
            }

            await AnswerAsync(batch);
        }
    }

    private async Task AnswerAsync(List<Waiting> batch)
    {
        try
        {
            Say(batch, await CommitAsync(batch));
        }
        catch (Exception) when (batch.Count > 1)
        {
            // Another process was quicker with one of them, or one of them cannot be saved: the others must not suffer.
            foreach (var waiting in batch)
            {
                await AnswerAsync([waiting]);
            }
        }
        catch (DbUpdateException)
        {
            await AnswerAloneAsync(batch);
        }
        catch (Exception problem)
        {
            batch[0].Answer.TrySetException(problem);
        }
    }

    private async Task AnswerAloneAsync(List<Waiting> one)
    {
        try
        {
            Say(one, await Persistently.RunAsync(() => CommitAsync(one)));
        }
        catch (Exception problem)
        {
            one[0].Answer.TrySetException(problem);
        }
    }

    private async Task<IReadOnlyList<ScanAnswer>> CommitAsync(List<Waiting> batch)
    {
        await using var db = await _contexts.CreateDbContextAsync();
        return await new DeskBatch(db, batch.ConvertAll(waiting => waiting.Scan)).SaveAsync(CancellationToken.None);
    }

    private static void Say(List<Waiting> batch, IReadOnlyList<ScanAnswer> answers)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].Answer.TrySetResult(answers[i]);
        }
    }
}
