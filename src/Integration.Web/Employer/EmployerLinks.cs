using Integration.Common;
using Microsoft.AspNetCore.WebUtilities;

namespace Integration.Web.Employer;

/// <summary>Addresses of the employers' pages.</summary>
public static class EmployerLinks
{
    /// <summary>The company's events: where its contacts begin.</summary>
    public const string Start = "/employer";

    /// <summary>The company's requests and what became of them.</summary>
    public const string Contacts = Start + "/contacts";

    /// <summary>What the company offers.</summary>
    public const string Offers = Start + "/offers";

    /// <summary>An offer to enter.</summary>
    public const string NewOffer = Offers + "/new";

    /// <summary>Where printed sheets lead whoever types; with a token behind it, where their codes lead.</summary>
    public const string Ask = "/k";

    /// <summary>The profiles of an event, as they were looked at; with a Chiffre, at its row.</summary>
    public static string Event(JobEventId id, StandListState? state = null, string? chiffre = null) =>
        $"{Start}/events/{id}" + ((state is null ? null : state with { Place = null })?.Query ?? "") + (chiffre is null ? "" : "#" + chiffre);

    /// <summary>The planned talks at the company's tables.</summary>
    public static string Talks(JobEventId id) => $"{Start}/events/{id}/talks";

    /// <summary>One of the company's offers, to change it.</summary>
    public static string Offer(JobOfferId id) => $"{Offers}/{id}";

    /// <summary>A profile, opened from a list.</summary>
    public static string Profile(string token, StandListState? from = null) => $"{Ask}/{Uri.EscapeDataString(token)}" + (from?.Query ?? "");

    /// <summary>Profiles side by side; those that the company keeps, where none is named.</summary>
    public static string Compare(JobEventId id, params IEnumerable<string> tokens) =>
        QueryHelpers.AddQueryString($"{Event(id)}/compare", tokens.Select(token => KeyValuePair.Create("with", (string?)token)));

    /// <summary>Whether an address belongs to these pages.</summary>
    public static bool IsEmployers(PathString path) => path.StartsWithSegments(Start, StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments(Ask, StringComparison.OrdinalIgnoreCase);
}
