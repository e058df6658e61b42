using Integration.Data;
using Integration.Documents.Sheets;

namespace Integration.Documents;

/// <summary>From a person's language to the texts they can read.</summary>
internal static class LanguageTags
{
    private const string Parent = "parent=";

    /// <summary>The tag of the shipped texts for a code of the list Languages; a variety (Levantine Arabic) is read in its parent's texts.</summary>
    /// <returns><see langword="null"/> when there are no texts in that language.</returns>
    public static string? Of(CodeCatalog catalog, string code, DateOnly on)
    {
        var extra = (catalog.Find("Languages", code, on)?.Extra ?? "").Split('|');
        if (FormTexts.Of(extra[0]) is not null)
        {
            return extra[0];
        }

        var parent = Array.Find(extra, part => part.StartsWith(Parent, StringComparison.Ordinal));
        return parent is null ? null : Of(catalog, parent[Parent.Length..], on);
    }
}
