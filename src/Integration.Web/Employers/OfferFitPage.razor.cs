using Integration.Common;
using Integration.Data;
using Integration.Employers;
using Integration.Talks;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Integration.Web.Talks;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Employers;

/// <summary>The consented profiles for an offer, best first, with the reasons.</summary>
public sealed partial class OfferFitPage
{
    private const int PageSize = 50;
    private OfferFit? _fit;
    private CodePicks? _codes;
    private FitWords? _words;
    private Dictionary<string, ServedProfile>? _served;
    private Error? _problem;
    private string? _said;
    private Guid _read;
    private int _page = 1;
    private bool _missing;

    /// <summary>The offer.</summary>
    [Parameter] public Guid Id { get; set; }

    [Inject] public required FitQueries Queries { get; init; }

    [Inject] public required ServiceActs Service { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    [SupplyParameterFromQuery] private int? Page { get; set; }

    // Whoever does not act for companies has no such column.
    private bool Serves => _served is { Count: > 0 };

    private IEnumerable<RankedProfile> Shown => _fit!.Profiles.Skip((_page - 1) * PageSize).Take(PageSize);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _page = Math.Max(1, Page ?? 1);
        if (_read == Id)
        {
            return;
        }

        _read = Id;
        var catalog = await Codes.GetAsync(CancellationToken.None);
        (_codes, _words) = (new CodePicks(catalog, Clock.Today()), new FitWords(catalog, Clock.Today()));
        var fit = await Queries.ForOfferAsync(new JobOfferId(Id), CancellationToken.None);
        (_fit, _missing, _problem, _said) = (fit.Value, !fit.Done, null, null);
        await ReadServedAsync();
    }

    private async Task ReadServedAsync() => _served = _fit is not null && (await Service.Queries.ProfilesAsync(_fit.Offer.Offer.EmployerId, CancellationToken.None)).Value is { } served
        ? served.ToDictionary(profile => profile.Token, StringComparer.Ordinal) : null;

    private async Task ActAsync(string chiffre, ServedProfile profile, ServiceAct act)
    {
        var done = await Service.DoAsync(act, profile.JobEventId, profile.Token, _fit!.Offer.Offer.EmployerId);
        (_problem, _said) = (done.Error, done.Done ? Format.Fill(TalksTexts.ServeDone, _fit.Offer.Employer, chiffre, ServiceActs.Verb(act)) : null);
        await ReadServedAsync();
    }
}
