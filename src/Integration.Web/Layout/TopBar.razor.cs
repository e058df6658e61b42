using Integration.Access;
using Integration.Common;
using Integration.Reports;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Layout;

/// <summary>Where am I (organisation, event), search, language, account.</summary>
public sealed partial class TopBar : IDisposable
{
    private string _organisation = "";

    /// <summary>Search was asked for.</summary>
    [Parameter] public EventCallback OnSearch { get; set; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required ChosenEvent Chosen { get; init; }

    [Inject] public required TodayQueries Queries { get; init; }

    [Inject] public required Scripts Scripts { get; init; }

    private string Initials => string.Concat(CurrentUser.DisplayName.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2).Select(word => word[0]));

    /// <inheritdoc/>
    public void Dispose() => Chosen.Changed -= Refresh;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Chosen.Changed += Refresh;
        _organisation = await Queries.OrganisationNameAsync(CancellationToken.None);
        await Chosen.LoadAsync();
    }

    private void Refresh(object? sender, EventArgs e) => _ = InvokeAsync(StateHasChanged);

    private Task ChooseAsync(ChangeEventArgs e) =>
        Guid.TryParse(e.Value as string, out var id) ? Chosen.ChooseAsync(new JobEventId(id)) : Task.CompletedTask;
}
