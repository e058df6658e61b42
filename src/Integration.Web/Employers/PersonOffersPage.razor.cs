using Integration.Common;
using Integration.Data;
using Integration.Employers;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Employers;

/// <summary>The open offers for a person, best first, with the reasons.</summary>
public sealed partial class PersonOffersPage
{
    private const int PageSize = 50;
    private PersonFit? _fit;
    private CodePicks? _codes;
    private FitWords? _words;
    private Guid _read;
    private int _page = 1;
    private bool _missing;

    /// <summary>The person.</summary>
    [Parameter] public Guid Id { get; set; }

    [Inject] public required FitQueries Queries { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    [SupplyParameterFromQuery] private int? Page { get; set; }

    private IEnumerable<RankedOffer> Shown => _fit!.Offers.Skip((_page - 1) * PageSize).Take(PageSize);

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
        var fit = await Queries.ForPersonAsync(new ParticipantId(Id), CancellationToken.None);
        (_fit, _missing) = (fit.Value, !fit.Done);
    }
}
