namespace Integration.Printing.Pdf;

/// <summary>A PDF page while it is drawn, and until its marks' elements are numbered.</summary>
internal sealed class Sheet(int number, int key, double width, double height)
{
    public int Number { get; } = number;

    /// <summary>The page's key in the tree that leads from marks to elements.</summary>
    public int Key { get; } = key;

    public double Width { get; } = width;

    public double Height { get; } = height;

    /// <summary>The element of each mark.</summary>
    public List<StructElement> Marks { get; } = new(64);

    public List<int> Annotations { get; } = [];

    /// <summary>The images drawn here.</summary>
    public SortedSet<int> Images { get; } = [];
}
