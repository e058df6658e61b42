using Integration.Door;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Door;

/// <summary>Today's events of the user's organisation.</summary>
public sealed partial class DoorTodayPage
{
    [Inject] public required DoorQueries Queries { get; init; }

    private IReadOnlyList<DoorEvent> Events { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => Events = await Queries.TodayAsync(CancellationToken.None);
}
