using Integration.Access;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Integration.Web.Layout;

/// <summary>The frame of the staff pages.</summary>
public sealed partial class MainLayout : IAsyncDisposable
{
    private ErrorBoundary? _boundary;
    private CommandPalette? _palette;
    private IAsyncDisposable? _keys;
    private DotNetObjectReference<MainLayout>? _self;

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required Scripts Scripts { get; init; }

    private IReadOnlyList<NavigationEntry> Entries => Layout.Navigation.Of(CurrentUser);

    private string CurrentPath => "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];

    /// <summary>Opens search and commands (Ctrl K).</summary>
    [JSInvokable]
    public Task OpenSearch() => _palette?.OpenAsync() ?? Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        if (_keys is not null)
        {
            await _keys.DisposeAsync();
        }

        _self?.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => Navigation.LocationChanged += OnLocationChanged;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _keys = await Scripts.ListenAsync("listen", _self);
            await Scripts.DraftsAsync<object?>("ready");
        }
    }

    private async void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        _boundary?.Recover();
        await Scripts.ShellAsync("closeNav");
        await Scripts.ShellAsync("closeMenus");
    }
}
