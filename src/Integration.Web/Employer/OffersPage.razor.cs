using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Employers;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Employer;

/// <summary>What the contact's own company offers.</summary>
public sealed partial class OffersPage
{
    private EmployerView? _company;
    private CodePicks? _codes;
    private Error? _problem;

    [Inject] public required OfferActs Acts { get; init; }

    [Inject] public required CodeCatalogSource Source { get; init; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromForm(Name = "Step", FormName = "step")] private string? Step { get; set; }

    [SupplyParameterFromForm(Name = "CopyTo", FormName = "copy")] private string? CopyTo { get; set; }

    // Events to come, while there is an earlier one with offers to take over.
    private IEnumerable<Choice> Copies => _company is null ? [] : _company.Events
        .Where(e => e.TakesOffers && _company.Events.Any(old => old.Id != e.Id && old.Date <= e.Date && old.Offers > 0))
        .Select(e => new Choice(e.Id.ToString(), $"{e.Title}, {Format.Day(e.Date)}"));

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _company = (await Acts.Queries.OpenAsync(CurrentUser.OrganisationId, CancellationToken.None)).Value;
        _codes = new CodePicks(await Source.GetAsync(CancellationToken.None), Clock.Today());
    }

    private async Task StepAsync()
    {
        if (Step?.Split('/') is [var id, var to] && Guid.TryParse(id, out var offer) && Enum.TryParse<OfferState>(to, out var state) && Enum.IsDefined(state))
        {
            Leave((await Acts.State.ExecuteAsync(new JobOfferId(offer), state, CancellationToken.None)).Error);
        }
    }

    private async Task CopyAsync()
    {
        var to = Guid.TryParse(CopyTo, out var jobEvent) ? new JobEventId(jobEvent) : default;
        Leave((await Acts.Copy.ExecuteAsync(CurrentUser.OrganisationId, null, to, CancellationToken.None)).Error);
    }

    private void Leave(Error? problem)
    {
        _problem = problem;
        if (problem is null)
        {
            // Read anew by the redirect, so that reloading and going back never send anything again.
            Navigation.NavigateTo(EmployerLinks.Offers);
        }
    }
}
