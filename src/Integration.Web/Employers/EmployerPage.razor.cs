using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Employers;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Employers;

/// <summary>One company: its file, whom to call, and what it offers.</summary>
public sealed partial class EmployerPage
{
    private EmployerView? _view;
    private CodePicks? _codes;
    private SaveEmployerFile.Form? _file;
    private SaveJobOffer.Form? _offer;
    private Error? _failure;
    private Error? _problem;
    private string? _said;
    private string _copyFrom = "";
    private string _copyTo = "";
    private bool _missing;

    /// <summary>The company.</summary>
    [Parameter] public Guid Id { get; set; }

    [Inject] public required EmployerQueries Queries { get; init; }

    [Inject] public required EmployerActs Acts { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    private OrganisationId EmployerId => new(Id);

    private string? Lede => string.Join(" · ", new[] { _codes!.Label("Industries", _view!.File?.Industry ?? ""), string.Join(", ", _view.Sites.Select(site => site.Town).Distinct()) }.Where(part => part.Length > 0));

    private IEnumerable<Choice> CopySources => _view!.Events.Where(e => e.Offers > 0).Select(Choose);

    private IEnumerable<Choice> CopyTargets => _view!.Events.Where(e => e.TakesOffers).Select(Choose);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Id != EmployerId)
        {
            _codes ??= new CodePicks(await Codes.GetAsync(CancellationToken.None), Clock.Today());
            (_file, _offer, _said, _problem) = (null, null, null, null);
            await ReadAsync();
        }
    }

    private static Choice Choose(EmployerEvent e) => new(e.Id.ToString(), $"{e.Title}, {Format.Day(e.Date)}");

    private async Task ReadAsync()
    {
        var opened = await Queries.OpenAsync(EmployerId, CancellationToken.None);
        (_view, _missing) = (opened.Value, !opened.Done);
        if (_copyTo.Length == 0 && _view is not null)
        {
            _copyTo = CopyTargets.FirstOrDefault()?.Value ?? "";
        }
    }

    private void EditFile() => (_file, _offer, _failure, _said, _problem) = (SaveEmployerFile.Form.Of(EmployerId, _view!.File), null, null, null, null);

    private void Edit(OfferRow? row)
    {
        (_failure, _said, _problem, _file) = (null, null, null, null);
        var site = _view!.Sites.Count > 0 ? _view.Sites[0] : null;
        _offer = row is null
            ? new SaveJobOffer.Form { EmployerId = EmployerId, Town = site?.Town ?? "", PostalCode = site?.PostalCode ?? "" }
            : SaveJobOffer.Form.Of(row.Offer);
    }

    private async Task SaveFileAsync()
    {
        var saved = await Acts.File.ExecuteAsync(_file!, CancellationToken.None);
        _failure = saved.Error;
        if (saved.Done)
        {
            (_file, _said) = (null, EmployersTexts.FileSaved);
            await ReadAsync();
        }
    }

    private async Task SaveOfferAsync()
    {
        var saved = await Acts.Offer.ExecuteAsync(_offer!, CancellationToken.None);
        _failure = saved.Error;
        if (saved.Done)
        {
            (_said, _offer) = (Format.Fill(EmployersTexts.OfferSaved, _offer!.Title.Trim()), null);
            await ReadAsync();
        }
    }

    private async Task StepAsync((OfferRow Row, OfferState To) step)
    {
        var changed = await Acts.State.ExecuteAsync(step.Row.Offer.Id, step.To, CancellationToken.None);
        (_problem, _said) = (changed.Error, changed.Done ? Format.Fill(EmployersTexts.OfferState, step.Row.Offer.Title, step.To.Label()) : null);
        await ReadAsync();
    }

    private async Task CopyAsync()
    {
        JobEventId? from = Guid.TryParse(_copyFrom, out var source) ? new JobEventId(source) : null;
        var copied = await Acts.Copy.ExecuteAsync(EmployerId, from, Guid.TryParse(_copyTo, out var target) ? new JobEventId(target) : default, CancellationToken.None);
        (_problem, _said) = (copied.Error, copied.Done ? Format.Plural(copied.Value, EmployersTexts.CopiedOne, EmployersTexts.Copied) : null);
        await ReadAsync();
    }
}

/// <summary>What can be done with a company's file and offers.</summary>
public sealed record EmployerActs(SaveEmployerFile File, SaveJobOffer Offer, ChangeOfferState State, CopyJobOffers Copy);
