using System.Globalization;
using Integration.Common;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>A page of one event that shows what others change while it is open. It reads again; what is being typed lies elsewhere and stays.</summary>
public abstract class LiveEventPage : ComponentBase, IDisposable
{
    private readonly (CultureInfo Formats, CultureInfo Texts) _language = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private IDisposable? _watch;
    private JobEventId? _watched;
    private bool _closed;

    /// <summary>Id of the event.</summary>
    [Parameter] public Guid Id { get; set; }

    /// <summary>Tells of changes.</summary>
    [Inject] public required EventWatch Watch { get; init; }

    /// <summary>The event.</summary>
    protected JobEventId EventId => new(Id);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task ReadAsync();

    /// <summary>Watches the event of the address from now on; called before the page reads, so that nothing falls between.</summary>
    /// <returns>Whether it is another event than before.</returns>
    protected async Task<bool> FollowAsync()
    {
        if (_watched == EventId)
        {
            return false;
        }

        _watch?.Dispose();
        _watched = EventId;
        _watch = await Watch.BeginAsync(EventId, () => _ = InvokeAsync(ReadAgainAsync), CancellationToken.None);
        if (_closed)
        {
            _watch.Dispose();
        }

        return true;
    }

    /// <summary>Ends the watching.</summary>
    protected virtual void Dispose(bool disposing)
    {
        _closed = true;
        _watch?.Dispose();
    }

    private async Task ReadAgainAsync()
    {
        if (_closed)
        {
            return;
        }

        try
        {
            // Told from a thread of the portal's own, which has no reader and no language.
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _language;
            await ReadAsync();
            StateHasChanged();
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    }
}
