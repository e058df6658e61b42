using Integration.Common;
using Integration.Data;
using Integration.Events;

namespace Integration.Employers;

/// <summary>What every offer must meet.</summary>
internal static class OfferRules
{
    /// <summary>Temporary work, which only agencies offer and nobody is proposed for who did not choose it (list WorkForms: opt-in=yes).</summary>
    public const string TemporaryWork = "ZEITARBEIT";

    private const string NoOffer = "offer=no";

    /// <summary>The first rule that the form breaks; <see langword="null"/> when it meets all.</summary>
    public static Error? Problem(SaveJobOffer.Form form, CodeCatalog catalog, DateOnly today) =>
        form.Title.Trim().Length == 0 ? Errors.Required(nameof(form.Title))
        : form.Title.Trim().Length > JobOffer.TitleMaxLength ? Errors.TooLong(nameof(form.Title), JobOffer.TitleMaxLength)
        : form.OccupationGroup.Length == 0 ? Errors.Required(nameof(form.OccupationGroup))
        : form.WorkForm.Length == 0 ? Errors.Required(nameof(form.WorkForm))
        : form.Town.Trim().Length == 0 ? Errors.Required(nameof(form.Town))
        : form.Town.Trim().Length > 100 ? Errors.TooLong(nameof(form.Town), 100)
        : form.Places is null ? Errors.Required(nameof(form.Places))
        : form.Places is < 1 or > JobOffer.MostPlaces ? EmployerErrors.WrongNumber(nameof(form.Places))
        : form.WeeklyHours is < 1 or > 48 ? EmployerErrors.WrongNumber(nameof(form.WeeklyHours))
        : form.PostalCode.Trim() is { Length: > 0 } code && (code.Length != 5 || !code.All(char.IsAsciiDigit)) ? EmployerErrors.PostalCode
        : form.LeastGerman == LanguageLevel.Native ? EmployerErrors.UnknownCode(nameof(form.LeastGerman))
        : !MayBeAsked(catalog, "OccupationGroups", form.OccupationGroup, today) ? EmployerErrors.UnknownCode(nameof(form.OccupationGroup))
        : !catalog.Has("WorkForms", form.WorkForm) ? EmployerErrors.UnknownCode(nameof(form.WorkForm))
        : catalog.Find("WorkForms", form.WorkForm, today)!.Extra.Contains(NoOffer, StringComparison.Ordinal) ? EmployerErrors.NotOffered
        : !form.WorkTimes.TrueForAll(time => MayBeAsked(catalog, "WorkTimes", time, today)) ? EmployerErrors.UnknownCode(nameof(form.WorkTimes))
        : !form.LicenceClasses.TrueForAll(licence => MayBeAsked(catalog, "LicenceClasses", licence, today)) ? EmployerErrors.UnknownCode(nameof(form.LicenceClasses))
        : !form.Evidence.TrueForAll(paper => MayBeAsked(catalog, "Certificates", paper, today)) ? EmployerErrors.UnknownCode(nameof(form.Evidence))
        : null;

    public static void Apply(SaveJobOffer.Form form, JobOffer offer)
    {
        (offer.JobEventId, offer.Title, offer.OccupationGroup, offer.WorkForm) = (form.JobEventId, form.Title.Trim(), form.OccupationGroup, form.WorkForm);
        (offer.Places, offer.LeastGerman, offer.WeeklyHours) = (form.Places!.Value, form.LeastGerman, form.WeeklyHours);
        (offer.StartsOn, offer.BeginsAt, offer.ByBusFrom) = (form.StartsOn, form.BeginsAt, form.ByBusFrom);
        (offer.PostalCode, offer.Town) = (form.PostalCode.Trim(), form.Town.Trim());
        offer.WorkTimes = [.. form.WorkTimes.Distinct(StringComparer.Ordinal)];
        offer.LicenceClasses = [.. form.LicenceClasses.Distinct(StringComparer.Ordinal)];
        offer.Evidence = [.. form.Evidence.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Events still to come at which a company is expected.</summary>
    public static IQueryable<JobEvent> TakingOffers(this IQueryable<JobEvent> events, OrganisationId employer) =>
        events.Where(e => e.State != JobEventState.Closed && e.State != JobEventState.Cancelled && e.State != JobEventState.Idea
            && e.Employers.Any(expected => expected.OrganisationId == employer));

    // What an employer may not see, an employer may not ask for either.
    private static bool MayBeAsked(CodeCatalog catalog, string list, string code, DateOnly today) => catalog.Find(list, code, today) is { Visibility: "A" };
}
