namespace Integration.Printing.Pdf;

/// <summary>An element of the logical structure while its sequence is set. Kids stand in reading order.</summary>
internal sealed class StructElement(string type, StructElement? parent)
{
    public string Type { get; } = type;

    public StructElement? Parent { get; } = parent;

    public List<StructKid> Kids { get; } = new(2);

    /// <summary>The language where it differs from the parent's.</summary>
    public string? Language { get; init; }

    /// <summary>Says what a figure shows.</summary>
    public string? AlternativeText { get; init; }

    /// <summary>The inside of an attribute object, without the brackets.</summary>
    public string? Attributes { get; set; }

    /// <summary>The object's number once it is written.</summary>
    public int Number { get; set; }

    /// <summary>Whether the element says something even without content (a table's empty cell).</summary>
    public bool StaysEmpty => Type is "TD" or "TH" or "TR";

    /// <summary>A new last child.</summary>
    public StructElement Add(string childType, string? language = null, string? alternativeText = null, string? attributes = null)
    {
        var child = new StructElement(childType, this) { Language = language, AlternativeText = alternativeText, Attributes = attributes };
        Kids.Add(new StructKid(child, 0, 0, 0));
        return child;
    }

    public bool HasContent()
    {
        foreach (var kid in Kids)
        {
            if (kid.Element is null || kid.Element.StaysEmpty || kid.Element.HasContent())
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A child element, a piece of marked content on a page, or an annotation on a page.</summary>
internal readonly record struct StructKid(StructElement? Element, int Page, int Mark, int Annotation);
