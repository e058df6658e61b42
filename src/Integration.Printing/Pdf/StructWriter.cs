namespace Integration.Printing.Pdf;

/// <summary>Writes the elements of a finished sequence.</summary>
internal sealed class StructWriter(ObjectFile file)
{
    /// <summary>Numbers and writes an element and all below it.</summary>
    public void Write(StructElement root, int parent)
    {
        Number(root);
        WriteElement(root, parent);
    }

    private void Number(StructElement element)
    {
        element.Number = file.Reserve();
        foreach (var kid in element.Kids)
        {
            if (Kept(kid.Element))
            {
                Number(kid.Element!);
            }
        }
    }

    private static bool Kept(StructElement? element) => element is not null && (element.StaysEmpty || element.HasContent());

    private void WriteElement(StructElement element, int parent)
    {
        var o = file.Begin(element.Number).Put("<</S/"u8).Ascii(element.Type).Put("/P "u8).Reference(parent);
        if (element.Language is { } language)
        {
            o.Put("/Lang"u8).Text(language);
        }

        if (element.AlternativeText is { } alternative)
        {
            o.Put("/Alt"u8).Text(alternative);
        }

        if (element.Attributes is { } attributes)
        {
            o.Put("/A<<"u8).Ascii(attributes).Put(">>"u8);
        }

        WriteKids(o, element);
        o.Put(">>"u8);
        file.End();
        foreach (var kid in element.Kids)
        {
            if (Kept(kid.Element))
            {
                WriteElement(kid.Element!, element.Number);
            }
        }
    }

    private static void WriteKids(ByteWriter o, StructElement element)
    {
        var page = 0;
        foreach (var kid in element.Kids)
        {
            if (kid.Element is null)
            {
                page = kid.Page;
                o.Put("/Pg "u8).Reference(page);
                break;
            }
        }

        var single = element.Kids.Count == 1;
        var begun = false;
        foreach (var kid in element.Kids)
        {
            if (kid.Element is not null && !Kept(kid.Element))
            {
                continue;
            }

            o.Put(begun ? " "u8 : single ? "/K "u8 : "/K["u8);
            begun = true;
            if (kid.Element is { } child)
            {
                o.Reference(child.Number);
            }
            else if (kid.Annotation != 0)
            {
                o.Put("<</Type/OBJR/Pg "u8).Reference(kid.Page).Put("/Obj "u8).Reference(kid.Annotation).Put(">>"u8);
            }
            else if (kid.Page == page)
            {
                o.Int(kid.Mark);
            }
            else
            {
                o.Put("<</Type/MCR/Pg "u8).Reference(kid.Page).Put("/MCID "u8).Int(kid.Mark).Put(">>"u8);
            }
        }

        if (begun && !single)
        {
            o.Put((byte)']');
        }
    }
}
