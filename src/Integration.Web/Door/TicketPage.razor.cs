using Integration.Door;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Door;

/// <summary>Where the code on a ticket leads. Reception comes to the door, with the ticket ready; everybody else reads the same lines for every
/// code, also for one that does not exist: the page knows nothing about anybody.</summary>
public sealed partial class TicketPage
{
    [Inject] public required DoorQueries Queries { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    /// <summary>The code.</summary>
    [Parameter] public string Ticket { get; set; } = "";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var found = await Queries.FindTicketAsync(Ticket, CancellationToken.None);
        if (found.Done)
        {
            Navigation.NavigateTo(Links.DoorOf(found.Value.Event, Ticket));
        }
    }
}
