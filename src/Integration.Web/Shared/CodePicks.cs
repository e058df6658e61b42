using Integration.Data;

namespace Integration.Web.Shared;

/// <summary>The code lists of today as choices in the reader's language; cascaded to a form's fields.</summary>
public sealed record CodePicks(CodeCatalog Catalog, DateOnly On)
{
    /// <summary>The entries of a list; codes in use stay, even when they can no longer be chosen.</summary>
    public IEnumerable<Choice> Of(string list, params IEnumerable<string> inUse)
    {
        var entries = Catalog.Entries(list, On).Select(entry => entry.Code).ToList();
        return entries
            .Concat(inUse.Where(code => code.Length > 0 && !entries.Contains(code)))
            .Select(code => new Choice(code, Label(list, code)));
    }

    /// <summary>The label of a code.</summary>
    public string Label(string list, string code) => code.Length == 0 ? "" : Catalog.Label(list, code, On);

    /// <summary>The labels of codes, in one line.</summary>
    public string Labels(string list, IEnumerable<string> codes) => string.Join(", ", codes.Select(code => Label(list, code)));
}
