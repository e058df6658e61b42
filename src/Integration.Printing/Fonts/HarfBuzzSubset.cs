using System.Runtime.InteropServices;

namespace Integration.Printing.Fonts;

/// <summary>Font subsetting through the HarfBuzz library that HarfBuzzSharp brings along but does not expose.</summary>
internal static partial class HarfBuzzSubset
{
    private const string Library = "libHarfBuzzSharp";
    private const uint NoHinting = 0x1;
    private const uint NotdefOutline = 0x40;
    private const int DropTableSet = 3;

    // A CIDFontType2 program needs glyf, head, hhea, hmtx, loca and maxp; the rest only costs bytes.
    private static readonly string[] Dropped =
        ["GSUB", "GPOS", "GDEF", "BASE", "MATH", "DSIG", "cmap", "name", "post", "OS/2", "gasp", "STAT", "kern", "meta"];

    /// <summary>A TrueType font with <paramref name="glyphs"/> (and glyph 0 and the parts of composites) alone,
    /// without hints and layout tables.</summary>
    /// <param name="font">The whole font file.</param>
    /// <param name="glyphs">Glyph numbers in the whole font.</param>
    /// <param name="newNumbers">Receives the number in the subset of each glyph in <paramref name="glyphs"/>.</param>
    public static byte[] Create(ReadOnlySpan<byte> font, ReadOnlySpan<ushort> glyphs, Span<ushort> newNumbers)
    {
        unsafe
        {
            fixed (byte* data = font)
            {
                var blob = CreateBlob(data, (uint)font.Length, 0, 0, 0);
                var face = CreateFace(blob, 0);
                var input = CreateInput();
                try
                {
                    return Run(face, input, glyphs, newNumbers);
                }
                finally
                {
                    DestroyInput(input);
                    DestroyFace(face);
                    DestroyBlob(blob);
                }
            }
        }
    }

    private static unsafe byte[] Run(nint face, nint input, ReadOnlySpan<ushort> glyphs, Span<ushort> newNumbers)
    {
        SetFlags(input, NoHinting | NotdefOutline);
        var wanted = GlyphSet(input);
        foreach (var glyph in glyphs)
        {
            AddToSet(wanted, glyph);
        }

        var dropped = InputSet(input, DropTableSet);
        foreach (var tag in Dropped)
        {
            AddToSet(dropped, ((uint)tag[0] << 24) | ((uint)tag[1] << 16) | ((uint)tag[2] << 8) | tag[3]);
        }

        var plan = CreatePlan(face, input);
        try
        {
            var map = OldToNew(plan);
            for (var i = 0; i < glyphs.Length; i++)
            {
                newNumbers[i] = (ushort)MapGet(map, glyphs[i]);
            }

            var subset = ExecutePlan(plan);
            if (subset == 0)
            {
                throw new InvalidOperationException("HarfBuzz could not subset a font.");
            }

            var result = ReferenceFaceBlob(subset);
            var bytes = new ReadOnlySpan<byte>((void*)BlobData(result, out var length), (int)length).ToArray();
            DestroyBlob(result);
            DestroyFace(subset);
            return bytes;
        }
        finally
        {
            DestroyPlan(plan);
        }
    }

    [LibraryImport(Library, EntryPoint = "hb_blob_create")]
    private static unsafe partial nint CreateBlob(byte* data, uint length, int mode, nint userData, nint destroy);

    [LibraryImport(Library, EntryPoint = "hb_blob_destroy")]
    private static partial void DestroyBlob(nint blob);

    [LibraryImport(Library, EntryPoint = "hb_blob_get_data")]
    private static partial nint BlobData(nint blob, out uint length);

    [LibraryImport(Library, EntryPoint = "hb_face_create")]
    private static partial nint CreateFace(nint blob, uint index);

    [LibraryImport(Library, EntryPoint = "hb_face_destroy")]
    private static partial void DestroyFace(nint face);

    [LibraryImport(Library, EntryPoint = "hb_face_reference_blob")]
    private static partial nint ReferenceFaceBlob(nint face);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_create_or_fail")]
    private static partial nint CreateInput();

    [LibraryImport(Library, EntryPoint = "hb_subset_input_destroy")]
    private static partial void DestroyInput(nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_set_flags")]
    private static partial void SetFlags(nint input, uint flags);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_glyph_set")]
    private static partial nint GlyphSet(nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_set")]
    private static partial nint InputSet(nint input, int which);

    [LibraryImport(Library, EntryPoint = "hb_set_add")]
    private static partial void AddToSet(nint set, uint value);

    [LibraryImport(Library, EntryPoint = "hb_subset_plan_create_or_fail")]
    private static partial nint CreatePlan(nint face, nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_plan_execute_or_fail")]
    private static partial nint ExecutePlan(nint plan);

    [LibraryImport(Library, EntryPoint = "hb_subset_plan_destroy")]
    private static partial void DestroyPlan(nint plan);

    [LibraryImport(Library, EntryPoint = "hb_subset_plan_old_to_new_glyph_mapping")]
    private static partial nint OldToNew(nint plan);

    /// <summary>The code points that a face maps to glyphs, ascending.</summary>
    public static IEnumerable<int> CodePoints(nint face)
    {
        var set = CreateSet();
        try
        {
            CollectUnicodes(face, set);
            var value = uint.MaxValue;
            while (SetNext(set, ref value) != 0)
            {
                yield return (int)value;
            }
        }
        finally
        {
            DestroySet(set);
        }
    }

    [LibraryImport(Library, EntryPoint = "hb_set_create")]
    private static partial nint CreateSet();

    [LibraryImport(Library, EntryPoint = "hb_set_destroy")]
    private static partial void DestroySet(nint set);

    [LibraryImport(Library, EntryPoint = "hb_set_next")]
    private static partial int SetNext(nint set, ref uint value);

    [LibraryImport(Library, EntryPoint = "hb_face_collect_unicodes")]
    private static partial void CollectUnicodes(nint face, nint set);

    [LibraryImport(Library, EntryPoint = "hb_map_get")]
    private static partial uint MapGet(nint map, uint key);
}
