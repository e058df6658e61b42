using System.Globalization;
using Integration.Common;
using Integration.EmployerAccess;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Integration.Web.Employer;

/// <summary>What an employer's list shows, as it stands in the address, so that back and reload always show the same.</summary>
public sealed record StandListState
{
    /// <summary>Rows of a page: few enough for a hall's net, enough for a thumb.</summary>
    public const int PageSize = 40;

    /// <summary>What is looked for.</summary>
    public StandFilter Filter { get; init; } = new();

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Place in the whole list of the profile that was opened from it, from 1; <see langword="null"/> on the list itself, and behind a scanned code.</summary>
    public int? Place { get; init; }

    /// <summary>The same list with one of its profiles open.</summary>
    public StandListState At(int place) => this with { Place = place, Page = ((place - 1) / PageSize) + 1 };

    /// <summary>The query of the address, with its question mark; empty for the whole list.</summary>
    public string Query => QueryHelpers.AddQueryString("", Parts().Where(part => part.Value.Length > 0).Select(part => KeyValuePair.Create(part.Name, (string?)part.Value)));

    /// <summary>Reads an address; what does not fit is left out.</summary>
    public static StandListState Of(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(new Uri("http://portal"), address).Query);
        string? Text(string name) => query.TryGetValue(name, out var values) && !StringValues.IsNullOrEmpty(values) && values[0]!.Trim() is { Length: > 0 and <= 20 } text ? text : null;
        int? Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000 ? number : null;
        return new StandListState
        {
            Filter = new StandFilter
            {
                Group = Text("group"),
                Form = Text("form"),
                German = Enum.TryParse<LanguageLevel>(Text("german"), out var level) && Enum.IsDefined(level) ? level : null,
                AtOnce = Text("start") is not null,
                WorkTime = Text("time"),
                Licence = Text("licence"),
                Kept = Text("kept") is not null,
            },
            Page = Number("page") ?? 1,
            Place = Number("at"),
        };
    }

    private IEnumerable<(string Name, string Value)> Parts()
    {
        yield return ("group", Filter.Group ?? "");
        yield return ("form", Filter.Form ?? "");
        yield return ("german", Filter.German?.ToString() ?? "");
        yield return ("start", Filter.AtOnce ? "now" : "");
        yield return ("time", Filter.WorkTime ?? "");
        yield return ("licence", Filter.Licence ?? "");
        yield return ("kept", Filter.Kept ? "1" : "");
        yield return ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : "");
        yield return ("at", Place?.ToString(CultureInfo.InvariantCulture) ?? "");
    }
}
