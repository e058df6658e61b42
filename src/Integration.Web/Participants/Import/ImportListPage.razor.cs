using Integration.Participants.Import;
using Integration.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Participants.Import;

/// <summary>The imports of the organisation, newest first.</summary>
public sealed partial class ImportListPage
{
    private const int Most = 200;

    private IReadOnlyList<ImportListItem>? _imports;

    [Inject] public required ImportQueries Queries { get; init; }

    [Inject] public required ChosenEvent Chosen { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await Chosen.LoadAsync();
        _imports = await Queries.ListAsync(Most, CancellationToken.None);
    }

    private static string TagOf(ImportListItem item) => item.State switch
    {
        ImportState.Staged => "info",
        ImportState.Applying => "warn",
        ImportState.Applied => item.Waiting == 0 ? "good" : "warn",
        ImportState.Discarded => "",
    };
}
