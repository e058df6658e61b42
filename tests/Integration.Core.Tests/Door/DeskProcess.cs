using System.Collections.Concurrent;
using System.Diagnostics;
using Integration.Common;
using Integration.Data;
using Integration.Door;

namespace Integration.Core.Tests.Door;

/// <summary>A desk in a process of its own, reached by lines as devices reach the portal by requests.</summary>
internal sealed class DeskProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<IReadOnlyDictionary<Guid, DoorOutcome>?>> _open = new();
    private readonly SemaphoreSlim _write = new(1, 1);
    private readonly Task _reading;
    private int _number;

    public DeskProcess(DatabaseOptions database, JobEventId jobEvent, OrganisationId organisation)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Integration.Rivals.dll"), "desk", database.Provider.ToString(), database.ConnectionString, jobEvent.ToString(), organisation.ToString(),
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        _process = Process.Start(start)!;
        _reading = ReadAsync();
    }

    /// <summary>Sends scans and waits for the answers; <see langword="null"/> when the process died before it answered.</summary>
    public async Task<IReadOnlyDictionary<Guid, DoorOutcome>?> SendAsync(string scans)
    {
        var number = Interlocked.Increment(ref _number);
        var answer = new TaskCompletionSource<IReadOnlyDictionary<Guid, DoorOutcome>?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _open[number] = answer;
        await _write.WaitAsync();
        try
        {
            await _process.StandardInput.WriteLineAsync($"{number} {scans}");
            await _process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            return null;
        }
        finally
        {
            _write.Release();
        }

        return _reading.IsCompleted && !answer.Task.IsCompleted ? null : await answer.Task;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed. Answers that were written before still arrive.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill();
            }
        }

        await _reading;
        _process.Dispose();
        _write.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var parts = line.Split(' ');
            // The last line of a killed process may be cut.
            if (int.TryParse(parts[0], out var number) && _open.TryGetValue(number, out var answer) && Outcomes(parts) is { } outcomes)
            {
                answer.TrySetResult(outcomes);
            }
        }

        foreach (var answer in _open.Values)
        {
            answer.TrySetResult(null);
        }
    }

    private static Dictionary<Guid, DoorOutcome>? Outcomes(string[] parts)
    {
        var outcomes = new Dictionary<Guid, DoorOutcome>();
        foreach (var part in parts.Skip(1))
        {
            var values = part.Split(',');
            if (values.Length != 2 || !Guid.TryParse(values[0], out var nonce) || !Enum.TryParse<DoorOutcome>(values[1], out var outcome))
            {
                return null;
            }

            outcomes[nonce] = outcome;
        }

        return outcomes;
    }
}
