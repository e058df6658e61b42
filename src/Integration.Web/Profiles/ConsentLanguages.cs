using Integration.Documents.Sheets;
using Integration.Web.Shared;

namespace Integration.Web.Profiles;

/// <summary>The languages in which consent forms exist.</summary>
public static class ConsentLanguages
{
    private const string List = "Languages";
    private const string Parent = "parent=";

    /// <summary>All languages of the forms, named in the reader's language; the person's own first, then German and English.</summary>
    public static IReadOnlyList<Choice> All(CodePicks codes, string own) =>
        FormTexts.Languages.OrderBy(tag => tag == own ? 0 : tag == "de" ? 1 : tag == "en" ? 2 : 3).ThenBy(tag => Name(codes, tag), StringComparer.CurrentCulture)
            .Select(tag => new Choice(tag, Name(codes, tag))).ToList();

    /// <summary>The language in which a person reads the form: their first language, the one it is a variety of, or English.</summary>
    public static string Of(CodePicks codes, string firstLanguage)
    {
        var extra = (codes.Catalog.Find(List, firstLanguage, codes.On)?.Extra ?? "").Split('|');
        if (FormTexts.Of(extra[0]) is not null)
        {
            return extra[0];
        }

        var parent = Array.Find(extra, part => part.StartsWith(Parent, StringComparison.Ordinal));
        return parent is null || parent.Length == Parent.Length ? "en" : Of(codes, parent[Parent.Length..]);
    }

    /// <summary>What a language is called.</summary>
    public static string Name(CodePicks codes, string tag) =>
        codes.Catalog.Entries(List, codes.On).FirstOrDefault(entry => entry.Extra == tag || entry.Extra.StartsWith(tag + "|", StringComparison.Ordinal)) is { } entry
            ? codes.Label(List, entry.Code)
            : tag;
}
