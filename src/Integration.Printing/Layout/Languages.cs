using Integration.Printing.Blocks;

namespace Integration.Printing.Layout;

/// <summary>Reading direction of languages.</summary>
internal static class Languages
{
    private static readonly HashSet<string> RightToLeft = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar", "fa", "prs", "ckb", "ur", "ps", "ug", "sd", "he", "yi", "dv", "syr", "pnb", "azb", "arc",
    };

    private static readonly HashSet<string> RightToLeftScripts = new(StringComparer.OrdinalIgnoreCase)
    {
        "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm",
    };

    /// <summary>The direction of a paragraph: its own, that of its language where one is given, the page's.</summary>
    public static TextDirection Direction(TextDirection? own, BuildContext context) =>
        own ?? (context.LanguageGiven ? Of(context.Language) : context.Direction);

    /// <summary>The direction of a language: by the script its tag names, else by the script it is usually written in.</summary>
    public static TextDirection Of(string language)
    {
        var parts = language.Split('-');
        var script = Array.Find(parts, p => p.Length == 4 && char.IsAsciiLetter(p[0]));
        var turned = script is not null ? RightToLeftScripts.Contains(script) : RightToLeft.Contains(parts[0]);
        return turned ? TextDirection.RightToLeft : TextDirection.LeftToRight;
    }
}
