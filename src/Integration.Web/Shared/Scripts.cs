using Microsoft.JSInterop;

namespace Integration.Web.Shared;

/// <summary>The portal's own script modules, loaded when first used. Calls into a page that is already gone are left out.</summary>
public sealed class Scripts(IJSRuntime js) : IAsyncDisposable
{
    private readonly Dictionary<string, Task<IJSObjectReference>> _modules = [];

    /// <summary>Calls a function of <c>js/shell.js</c>.</summary>
    public Task ShellAsync(string function, params object?[] arguments) => CallAsync<object?>("shell", function, arguments);

    /// <summary>Calls a function of <c>js/shell.js</c> for its value.</summary>
    public Task<T?> ShellAsync<T>(string function, params object?[] arguments) => CallAsync<T>("shell", function, arguments);

    /// <summary>Calls a function of <c>js/drafts.js</c>.</summary>
    public Task<T?> DraftsAsync<T>(string function, params object?[] arguments) => CallAsync<T>("drafts", function, arguments);

    /// <summary>Starts something that listens in the browser (a function that returns an object with <c>stop</c>).</summary>
    public Task<IAsyncDisposable> ListenAsync(string function, params object?[] arguments) => ListenToAsync("shell", function, arguments);

    /// <summary>Starts something that listens, of a module of <c>js</c> (a function that returns an object with <c>stop</c>).</summary>
    public async Task<IAsyncDisposable> ListenToAsync(string module, string function, params object?[] arguments) =>
        new Listening(await CallAsync<IJSObjectReference>(module, function, arguments));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var module in _modules.Values.Where(module => module.IsCompletedSuccessfully))
        {
            await QuietlyAsync(async () => await (await module).DisposeAsync());
        }
    }

    private async Task<T?> CallAsync<T>(string module, string function, object?[] arguments)
    {
        T? value = default;
        await QuietlyAsync(async () =>
        {
            if (!_modules.TryGetValue(module, out var loading))
            {
                _modules[module] = loading = js.InvokeAsync<IJSObjectReference>("import", $"/js/{module}.js").AsTask();
            }

            value = await (await loading).InvokeAsync<T>(function, arguments);
        });
        return value;
    }

    private static async Task QuietlyAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception gone) when (gone is JSDisconnectedException or TaskCanceledException or ObjectDisposedException)
        {
            // The page was left while the call was under way: there is nobody to tell.
        }
    }

    private sealed class Listening(IJSObjectReference? listener) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (listener is not null)
            {
                await QuietlyAsync(async () =>
                {
                    await listener.InvokeVoidAsync("stop");
                    await listener.DisposeAsync();
                });
            }
        }
    }
}
