using Integration.Common;
using Integration.Employers;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Employers;

/// <summary>The fields of an offer, for the employer service and for the company itself.</summary>
public sealed partial class OfferFields
{
    /// <summary>Code lists.</summary>
    [CascadingParameter] public CodePicks Codes { get; set; } = null!;

    /// <summary>The offer.</summary>
    [Parameter, EditorRequired] public SaveJobOffer.Form Form { get; set; } = new();

    /// <summary>The company.</summary>
    [Parameter, EditorRequired] public EmployerView Employer { get; set; } = null!;

    /// <summary>Whether town and postal code can be taken from a site with one choice; that needs a page that answers at once.</summary>
    [Parameter] public bool ChoosesSite { get; set; } = true;

    // Nobody can be asked for a mother tongue (AGG); the rule itself stands in the use case.
    private static IEnumerable<Choice> Levels => Enum.GetValues<LanguageLevel>().Where(level => level != LanguageLevel.Native)
        .Select(level => new Choice(level.ToString(), level == LanguageLevel.None ? EmployersTexts.NoGermanNeeded : level.Label()));

    // What only agencies offer is not shown to others; the rule itself stands in the use case.
    private IEnumerable<Choice> Forms => Codes.Of("WorkForms", Form.WorkForm).Where(choice => choice.Value == Form.WorkForm
        || (IsOffered(choice.Value) && (Employer.TemporaryWork || !Has(choice.Value, "opt-in=yes"))));

    private IEnumerable<Choice> Papers => Codes.Of("Certificates").Where(choice => Codes.Catalog.Find("Certificates", choice.Value, Codes.On) is { Visibility: "A" });

    private IEnumerable<Choice> Events => Employer.Events.Where(e => e.TakesOffers || e.Id == Form.JobEventId).Select(e => new Choice(e.Id.ToString(), $"{e.Title}, {Format.Day(e.Date)}"));

    private bool IsOffered(string code) => !Has(code, "offer=no");

    private bool Has(string code, string part) => Codes.Catalog.Find("WorkForms", code, Codes.On)?.Extra.Contains(part, StringComparison.Ordinal) ?? false;

    private void TakeSite(string id)
    {
        if (Employer.Sites.FirstOrDefault(site => site.Id.ToString() == id) is { } site)
        {
            (Form.Town, Form.PostalCode) = (site.Town, site.PostalCode);
        }
    }

    private void Tick(string code, bool ticked)
    {
        Form.Evidence.Remove(code);
        if (ticked)
        {
            Form.Evidence.Add(code);
        }
    }
}
