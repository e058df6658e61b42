using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Integration.Web.Tests.Employer;

/// <summary>Hears every line that the portal logs, down to the finest, and keeps those that say too much; and keeps the SQL of each request.</summary>
public sealed class LogWatch : ILoggerProvider, ISupportExternalScope
{
    private const string Commands = "Microsoft.EntityFrameworkCore.Database.Command";
    private const int CommandExecuted = 20101;
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();
    private int _lines;

    /// <summary>What must not be said; <see langword="null"/> while nobody listens.</summary>
    public Func<string, bool>? Forbidden { get; set; }

    /// <summary>How many lines were heard.</summary>
    public int Lines => _lines;

    /// <summary>The lines that said it.</summary>
    public ConcurrentQueue<string> Findings { get; } = [];

    /// <summary>The commands that requests ran, in their order; what the portal does by itself in between is left out.</summary>
    public ConcurrentQueue<string> Sql { get; } = [];

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private bool InRequest()
    {
        var found = false;
        _scopes.ForEachScope((scope, _) => found |= scope is IEnumerable<KeyValuePair<string, object>> values && values.Any(value => value.Key == "RequestPath"), 0);
        return found;
    }

    private sealed class Logger(LogWatch watch, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (watch.Forbidden is not { } forbidden)
            {
                return;
            }

            Interlocked.Increment(ref watch._lines);
            var line = $"{category}: {formatter(state, exception)} {exception}";
            if (forbidden(line))
            {
                watch.Findings.Enqueue(line);
            }

            if (eventId.Id == CommandExecuted && category == Commands && watch.InRequest())
            {
                watch.Sql.Enqueue(((IEnumerable<KeyValuePair<string, object?>>)state!).First(value => value.Key == "commandText").Value!.ToString()!);
            }
        }
    }
}
