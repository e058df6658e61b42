using System.Text;
using Integration.Printing.Blocks;
using Integration.Printing.Pdf;

namespace Integration.Printing.Layout;

/// <summary>What a block inherits while it is measured.</summary>
/// <param name="Width">Points from edge to edge.</param>
/// <param name="Language">The language in force.</param>
/// <param name="LanguageGiven">Whether a block named it, so that it decides the direction.</param>
/// <param name="Direction">The page's direction.</param>
/// <param name="Scale">The factor on text sizes.</param>
/// <param name="Parent">The element that content belongs to.</param>
/// <param name="ParentLanguage">The language tagged on that element or above.</param>
/// <param name="Document">What belongs to the whole document.</param>
internal sealed record BuildContext(
    double Width, string Language, bool LanguageGiven, TextDirection Direction, double Scale,
    StructElement Parent, string ParentLanguage, BuildDocument Document)
{
    /// <summary>The language to tag on a new child element; none where it is inherited.</summary>
    public string? TagLanguage => string.Equals(Language, ParentLanguage, StringComparison.Ordinal) ? null : Language;

    /// <summary>The same place inside an element.</summary>
    public BuildContext Within(StructElement element) => this with { Parent = element, ParentLanguage = Language };
}

/// <summary>What building needs of the document.</summary>
internal sealed record BuildDocument(ImageTable Images, Action<Rune>? Missing);
