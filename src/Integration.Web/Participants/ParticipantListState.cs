using Integration.Common;
using Integration.Reports;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Integration.Web.Participants;

/// <summary>What the list of participants shows, as it stands in the address.</summary>
public sealed record ParticipantListState
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>What it is narrowed to.</summary>
    public ParticipantFilter Filter { get; init; } = new();

    /// <summary>What it is ordered by.</summary>
    public ParticipantOrder Order { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The query of the address, with its question mark; empty for the whole list.</summary>
    public string Query => QueryHelpers.AddQueryString("", Parts().Where(part => part.Value.Length > 0).Select(part => KeyValuePair.Create(part.Name, (string?)part.Value)));

    /// <summary>Reads an address; what does not fit is left out.</summary>
    public static ParticipantListState Of(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(new Uri("http://portal"), address).Query);
        string Text(string name) => query.TryGetValue(name, out var values) && !StringValues.IsNullOrEmpty(values) ? values[0]!.Trim() : "";
        return new ParticipantListState
        {
            Filter = new ParticipantFilter
            {
                Text = Text("q"),
                Owner = Guid.TryParse(Text("owner"), out var owner) ? new UserId(owner) : null,
                GermanAtLeast = Enum.TryParse<LanguageLevel>(Text("german"), out var level) && Enum.IsDefined(level) ? level : null,
                OccupationGroup = Text("occupation"),
                WorkForm = Text("form"),
                Licence = Text("licence"),
                Language = Text("language"),
                RegisteredFor = Guid.TryParse(Text("event"), out var jobEvent) ? new JobEventId(jobEvent) : null,
                Gap = Enum.TryParse<ProfileGap>(Text("without"), out var gap) && Enum.IsDefined(gap) ? gap : null,
            },
            Order = Enum.TryParse<ParticipantOrder>(Text("order"), out var order) && Enum.IsDefined(order) ? order : ParticipantOrder.Name,
            Page = int.TryParse(Text("page"), out var page) && page > 0 ? page : 1,
        };
    }

    private IEnumerable<(string Name, string Value)> Parts()
    {
        yield return ("q", Filter.Text);
        yield return ("owner", Filter.Owner?.ToString() ?? "");
        yield return ("german", Filter.GermanAtLeast?.ToString() ?? "");
        yield return ("occupation", Filter.OccupationGroup);
        yield return ("form", Filter.WorkForm);
        yield return ("licence", Filter.Licence);
        yield return ("language", Filter.Language);
        yield return ("event", Filter.RegisteredFor?.ToString() ?? "");
        yield return ("without", Filter.Gap?.ToString() ?? "");
        yield return ("order", Order == ParticipantOrder.Name ? "" : Order.ToString());
        yield return ("page", Page == 1 ? "" : Page.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}

/// <summary>How rows are written.</summary>
public static class ParticipantRows
{
    /// <summary>Family name, given name.</summary>
    public static string FullName(this ParticipantRow row) => row.GivenName.Length == 0 ? row.FamilyName : row.FamilyName + ", " + row.GivenName;
}
