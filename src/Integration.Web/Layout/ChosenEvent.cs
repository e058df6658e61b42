using Integration.Common;
using Integration.Reports;
using Integration.Web.Shared;

namespace Integration.Web.Layout;

/// <summary>The event one works on. It stays chosen in this browser; the next one is proposed.</summary>
public sealed class ChosenEvent(TodayQueries today, Scripts scripts)
{
    private Task? _loading;

    /// <summary>Tells pages that another event was chosen.</summary>
    public event EventHandler? Changed;

    /// <summary>The events to choose from.</summary>
    public IReadOnlyList<EventChoice> Events { get; private set; } = [];

    /// <summary>The chosen one; <see langword="null"/> when there is none.</summary>
    public EventChoice? Current { get; private set; }

    /// <summary>Reads the events and the browser's choice, once a page's life.</summary>
    public Task LoadAsync() => _loading ??= ReadAsync();

    /// <summary>Reads the events anew, for example after one was made.</summary>
    public async Task ReloadAsync()
    {
        _loading = ReadAsync();
        await _loading;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Chooses an event and remembers it.</summary>
    public async Task ChooseAsync(JobEventId id)
    {
        Current = Events.FirstOrDefault(e => e.Id == id) ?? Current;
        await scripts.ShellAsync("writeChoice", "event", Current?.Id.ToString());
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private async Task ReadAsync()
    {
        Events = await today.EventsAsync(CancellationToken.None);
        var remembered = await scripts.ShellAsync<string>("readChoice", "event");
        Current = Events.FirstOrDefault(e => e.Id.ToString() == remembered) ?? (Events.Count > 0 ? Events[0] : null);
    }
}
