namespace Integration.Printing.Pdf;

/// <summary>Writes link annotations and remembers which element each belongs to until elements are numbered.</summary>
internal sealed class LinkWriter(ObjectFile file, KeyCounter keys)
{
    private readonly List<(int Key, StructElement Element)> waiting = [];

    /// <summary>Annotations' keys and elements, whose numbers are known once their sequence is written.</summary>
    public List<(int Key, StructElement Element)> Waiting => waiting;

    public void AddLink(Sheet sheet, string address, ReadOnlySpan<double> area, StructElement element)
    {
        var number = file.Reserve();
        var key = keys.Next();
        var o = file.Begin(number).Put("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/P "u8).Reference(sheet.Number).Put("/Rect["u8);
        foreach (var edge in area)
        {
            o.Number(edge).Put((byte)' ');
        }

        o.Put("]/Contents"u8).Text(address).Put("/StructParent "u8).Int(key).Put("/A<</S/URI/URI"u8).Text(EscapeAddress(address)).Put(">>>>"u8);
        file.End();
        sheet.Annotations.Add(number);
        element.Kids.Add(new StructKid(null, sheet.Number, 0, number));
        waiting.Add((key, element));
    }

    // PDF addresses are ASCII.
    private static string EscapeAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.AbsoluteUri : Uri.EscapeDataString(address);
}

/// <summary>Counts the keys of the tree that leads from content to elements.</summary>
internal sealed class KeyCounter
{
    private int next;

    public int Next() => next++;
}
