using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Employers;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Primitives;

namespace Integration.Web.Employer;

/// <summary>An offer of the contact's own company, entered or changed; a page that needs no script.</summary>
public sealed partial class OfferPage
{
    private EmployerView? _company;
    private SaveJobOffer.Form? _form;
    private CodePicks? _codes;
    private Error? _failure;

    /// <summary>The offer; <see langword="null"/> for a new one.</summary>
    [Parameter] public Guid? Id { get; set; }

    [CascadingParameter] private HttpContext Context { get; set; } = null!;

    [Inject] public required OfferActs Acts { get; init; }

    [Inject] public required CodeCatalogSource Source { get; init; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    private string Title => Id is null ? EmployersTexts.NewOffer : _form is null ? EmployersTexts.OfferGone : EmployersTexts.EditOffer;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _codes = new CodePicks(await Source.GetAsync(CancellationToken.None), Clock.Today());
        _company = (await Acts.Queries.OpenAsync(CurrentUser.OrganisationId, CancellationToken.None)).Value;
        if (_company is not null)
        {
            // Another company's offer is not among the own ones, and so as unknown as one that does not exist.
            _form = Id is null ? Blank(_company) : _company.Offers.FirstOrDefault(row => row.Offer.Id.Value == Id) is { } row ? SaveJobOffer.Form.Of(row.Offer) : null;
        }
    }

    private static SaveJobOffer.Form Blank(EmployerView company)
    {
        var (town, postalCode) = company.Sites is [var site, ..] ? (site.Town, site.PostalCode) : ("", "");
        return new SaveJobOffer.Form { EmployerId = company.Id, Town = town, PostalCode = postalCode };
    }

    private async Task SaveAsync()
    {
        if (_form is null)
        {
            return;
        }

        Fill(_form, await Context.Request.ReadFormAsync());
        var saved = await Acts.Save.ExecuteAsync(_form, CancellationToken.None);
        _failure = saved.Error;
        if (saved.Done)
        {
            Navigation.NavigateTo(EmployerLinks.Offers);
        }
    }

    // What does not parse is left as what the rules refuse, so that the sentence stands beside the field.
    private static void Fill(SaveJobOffer.Form form, IFormCollection sent)
    {
        string Text(string name) => sent[name].ToString();
        int? Number(string name) => Text(name).Length == 0 ? null : int.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : -1;
        TimeOnly? Time(string name) => TimeOnly.TryParse(Text(name), CultureInfo.InvariantCulture, out var time) ? time : null;
        form.Version = Guid.TryParse(Text(nameof(form.Version)), out var version) ? version : Guid.Empty;
        (form.Title, form.OccupationGroup, form.WorkForm) = (Text(nameof(form.Title)), Text(nameof(form.OccupationGroup)), Text(nameof(form.WorkForm)));
        (form.Places, form.WeeklyHours) = (Number(nameof(form.Places)), Number(nameof(form.WeeklyHours)));
        form.LeastGerman = Enum.TryParse<LanguageLevel>(Text(nameof(form.LeastGerman)), out var level) && Enum.IsDefined(level) ? level : LanguageLevel.None;
        form.StartsOn = DateOnly.TryParseExact(Text(nameof(form.StartsOn)), "yyyy-MM-dd", out var day) ? day : null;
        (form.BeginsAt, form.ByBusFrom) = (Time(nameof(form.BeginsAt)), Time(nameof(form.ByBusFrom)));
        (form.PostalCode, form.Town) = (Text(nameof(form.PostalCode)), Text(nameof(form.Town)));
        form.JobEventId = Guid.TryParse(Text(nameof(form.JobEventId)), out var jobEvent) ? new JobEventId(jobEvent) : null;
        form.WorkTimes = Codes(sent[nameof(form.WorkTimes)]);
        form.LicenceClasses = Codes(sent[nameof(form.LicenceClasses)]);
        form.Evidence = Codes(sent[nameof(form.Evidence)]);
    }

    private static List<string> Codes(StringValues values) => [.. values.OfType<string>().Where(code => code.Length > 0)];
}
