namespace Integration.Printing.Pdf;

/// <summary>Puts logical pages on sheets and writes finished sheets.</summary>
internal sealed class SheetWriter(ObjectFile file, Painter painter, ByteWriter content, KeyCounter keys, int fonts)
{
    private readonly Tree pages = new(file, (node, parent) =>
    {
        var o = file.Begin(node.Number).Put("<</Type/Pages"u8);
        if (parent != 0)
        {
            o.Put("/Parent "u8).Reference(parent);
        }

        o.Put("/Count "u8).Int(node.Leaves).Put("/Kids["u8);
        foreach (var kid in node.Kids)
        {
            o.Reference(kid).Put((byte)' ');
        }

        o.Put("]>>"u8);
        file.End();
    });

    private Sheet? open;
    private PageSize size;
    private int places;
    private int taken;

    /// <summary>How many sheets were written.</summary>
    public int Count { get; private set; }

    /// <summary>The key of the sheet that is still open.</summary>
    public int? OpenKey => open?.Key;

    /// <summary>Finished sheets whose marks' elements are not written yet.</summary>
    public List<Sheet> Waiting { get; } = [];

    /// <summary>Moves the painter to the next logical page.</summary>
    public void Next(PageSequence sequence, int page, int pageCount)
    {
        var perSheet = sequence.PagesPerSheet;
        if (open is null || taken >= places || perSheet != places || size != sequence.Size)
        {
            Close();
            size = sequence.Size;
            places = perSheet;
            taken = 0;
            open = new Sheet(file.Reserve(), keys.Next(), size.Width * perSheet, size.Height);
            content.Clear();
            painter.Open(open);
        }

        painter.Turn(size.Width * taken, page, pageCount);
        taken++;
    }

    /// <summary>Writes the open sheet and the page tree.</summary>
    /// <returns>The number of the tree's root.</returns>
    public int Finish()
    {
        Close();
        return pages.Finish();
    }

    private void Close()
    {
        if (open is null)
        {
            return;
        }

        var stream = file.Reserve();
        file.Compress(stream, [], content.Written);
        var parent = pages.Parent();
        var o = file.Begin(open.Number).Put("<</Type/Page/Parent "u8).Reference(parent)
            .Put("/MediaBox[0 0 "u8).Number(open.Width).Put((byte)' ').Number(open.Height)
            .Put("]/Contents "u8).Reference(stream).Put("/Resources<</Font "u8).Reference(fonts);
        if (open.Images.Count > 0)
        {
            o.Put("/XObject<<"u8);
            foreach (var image in open.Images)
            {
                o.Put("/I"u8).Int(image).Put((byte)' ').Reference(image);
            }

            o.Put(">>"u8);
        }

        o.Put(">>/StructParents "u8).Int(open.Key).Put("/Tabs/S"u8);
        if (open.Annotations.Count > 0)
        {
            o.Put("/Annots["u8);
            foreach (var annotation in open.Annotations)
            {
                o.Reference(annotation).Put((byte)' ');
            }

            o.Put((byte)']');
        }

        o.Put(">>"u8);
        file.End();
        pages.Add(open.Number);
        Waiting.Add(open);
        Count++;
        open = null;
    }
}
