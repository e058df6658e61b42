using Integration.Printing.Fonts;

namespace Integration.Printing.Pdf;

/// <summary>The font parts that a document uses, and their objects.</summary>
internal sealed class FontTable(ObjectFile file)
{
    private readonly Dictionary<FontPartition, int> indices = [];
    private readonly List<FontPartition> used = [];

    /// <summary>The number in the resource name /F<i>n</i>.</summary>
    public int IndexOf(FontPartition partition)
    {
        if (!indices.TryGetValue(partition, out var index))
        {
            index = used.Count;
            indices.Add(partition, index);
            used.Add(partition);
        }

        return index;
    }

    /// <summary>Writes the fonts and the resource dictionary that names them.</summary>
    public void Write(int dictionary)
    {
        var numbers = new int[used.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Write(used[i]);
        }

        var o = file.Begin(dictionary).Put("<<"u8);
        for (var i = 0; i < numbers.Length; i++)
        {
            o.Put("/F"u8).Int(i).Put((byte)' ').Reference(numbers[i]);
        }

        o.Put(">>"u8);
        file.End();
    }

    private int Write(FontPartition partition)
    {
        var font = file.Reserve();
        var descendant = file.Reserve();
        var descriptor = file.Reserve();
        var program = file.Reserve();
        var unicode = file.Reserve();
        var face = partition.Face;

        file.Begin(font).Put("<</Type/Font/Subtype/Type0/BaseFont/"u8).Ascii(partition.BaseName)
            .Put("/Encoding/Identity-H/DescendantFonts["u8).Reference(descendant).Put("]/ToUnicode "u8).Reference(unicode).Put(">>"u8);
        file.End();
        var o = file.Begin(descendant).Put("<</Type/Font/Subtype/CIDFontType2/BaseFont/"u8).Ascii(partition.BaseName)
            .Put("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor "u8)
            .Reference(descriptor).Put("/W["u8).Put(partition.Widths.Value).Put("]/CIDToGIDMap"u8);
        var map = partition.GlyphMap.Value is null ? 0 : file.Reserve();
        if (map == 0)
        {
            o.Put("/Identity>>"u8);
        }
        else
        {
            o.Put((byte)' ').Reference(map).Put(">>"u8);
        }

        file.End();
        o = file.Begin(descriptor).Put("<</Type/FontDescriptor/FontName/"u8).Ascii(partition.BaseName).Put("/Flags 4/FontBBox["u8);
        foreach (var edge in face.BoundingBox)
        {
            o.Int(edge).Put((byte)' ');
        }

        o.Put("]/ItalicAngle 0/Ascent "u8).Number(face.Ascent).Put("/Descent "u8).Number(-face.Descent)
            .Put("/CapHeight 714/StemV "u8).Int(face.Bold ? 140 : 80).Put("/FontFile2 "u8).Reference(program).Put(">>"u8);
        file.End();

        var length = new ByteWriter(32).Put("/Length1 "u8).Int(partition.File.Value.Length);
        file.Deflated(program, length.Written, partition.File.Value.Bytes);
        file.Deflated(unicode, [], partition.ToUnicode.Value.Bytes);
        if (map != 0)
        {
            file.Deflated(map, [], partition.GlyphMap.Value!.Bytes);
        }

        return font;
    }
}
