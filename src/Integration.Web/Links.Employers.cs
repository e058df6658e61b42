using System.Globalization;
using Integration.Common;
using Integration.Employers;

namespace Integration.Web;

/// <content>Companies and offers.</content>
public static partial class Links
{
    /// <summary>Companies.</summary>
    public const string Employers = "/employers";

    /// <summary>A company.</summary>
    public static string Employer(OrganisationId id) => $"{Employers}/{id}";

    /// <summary>Companies, filtered.</summary>
    public static string EmployerList(EmployerFilter filter) => With(
        Employers, ("q", filter.Text), ("industry", filter.Industry), ("german", filter.German?.ToString()), ("beginners", filter.Beginners ? "yes" : null),
        ("offers", filter.WithOffers ? "open" : null));

    /// <summary>The profiles for an offer, at a page.</summary>
    public static string OfferFit(JobOfferId id, int page = 1) => With($"/offers/{id}/fit", ("page", PageNumber(page)));

    /// <summary>The open offers for a participant, at a page.</summary>
    public static string PersonOffers(ParticipantId id, int page = 1) => With($"{Participants}/{id}/offers", ("page", PageNumber(page)));

    /// <summary>Calling a number.</summary>
    public static string Telephone(string number) => "tel:" + string.Concat(number.Where(c => char.IsAsciiDigit(c) || c == '+'));

    /// <summary>Writing to an address.</summary>
    public static string Mail(string address) => "mailto:" + address;

    private static string? PageNumber(int page) => page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null;
}
