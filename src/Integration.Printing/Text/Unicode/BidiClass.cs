namespace Integration.Printing.Text.Unicode;

/// <summary>The Bidi_Class of a character (UAX #9, table 4). Values are the bytes of <c>unicode.bin</c>: append only.</summary>
internal enum BidiClass : byte
{
    /// <summary>Left-to-right letter.</summary>
    L,

    /// <summary>Right-to-left letter.</summary>
    R,

    /// <summary>Arabic letter.</summary>
    AL,

    /// <summary>European number.</summary>
    EN,

    /// <summary>European separator.</summary>
    ES,

    /// <summary>European terminator.</summary>
    ET,

    /// <summary>Arabic number.</summary>
    AN,

    /// <summary>Common separator.</summary>
    CS,

    /// <summary>Non-spacing mark.</summary>
    NSM,

    /// <summary>Boundary neutral.</summary>
    BN,

    /// <summary>Paragraph separator.</summary>
    B,

    /// <summary>Segment separator.</summary>
    S,

    /// <summary>White space.</summary>
    WS,

    /// <summary>Other neutral.</summary>
    ON,

    /// <summary>Left-to-right embedding.</summary>
    LRE,

    /// <summary>Left-to-right override.</summary>
    LRO,

    /// <summary>Right-to-left embedding.</summary>
    RLE,

    /// <summary>Right-to-left override.</summary>
    RLO,

    /// <summary>Pop directional format.</summary>
    PDF,

    /// <summary>Left-to-right isolate.</summary>
    LRI,

    /// <summary>Right-to-left isolate.</summary>
    RLI,

    /// <summary>First strong isolate.</summary>
    FSI,

    /// <summary>Pop directional isolate.</summary>
    PDI,
}

/// <summary>Groups of classes that the rules speak of.</summary>
internal static class BidiClasses
{
    private const uint Initiators = 1u << (int)BidiClass.LRI | 1u << (int)BidiClass.RLI | 1u << (int)BidiClass.FSI;

    private const uint Embeddings = 1u << (int)BidiClass.LRE | 1u << (int)BidiClass.LRO | 1u << (int)BidiClass.RLE
        | 1u << (int)BidiClass.RLO | 1u << (int)BidiClass.PDF;

    private const uint Isolates = Initiators | 1u << (int)BidiClass.PDI;

    private const uint RightToLeft = 1u << (int)BidiClass.R | 1u << (int)BidiClass.AL | 1u << (int)BidiClass.AN;

    private const uint Neutrals = Isolates | 1u << (int)BidiClass.B | 1u << (int)BidiClass.S
        | 1u << (int)BidiClass.WS | 1u << (int)BidiClass.ON;

    /// <summary>LRI, RLI and FSI (BD8).</summary>
    public static bool IsIsolateInitiator(this BidiClass value) => Contains(Initiators, value);

    /// <summary>Isolate initiators and PDI.</summary>
    public static bool IsIsolateFormatting(this BidiClass value) => Contains(Isolates, value);

    /// <summary>What rule X9 takes out of the text.</summary>
    public static bool IsRemovedByX9(this BidiClass value) => Contains(Embeddings | 1u << (int)BidiClass.BN, value);

    /// <summary>What rule L1 returns to the paragraph level in front of a separator or at a line's end (with 5.2 for retained BN).</summary>
    public static bool IsTrailingSpace(this BidiClass value)
        => Contains(Isolates | Embeddings | 1u << (int)BidiClass.BN | 1u << (int)BidiClass.WS, value);

    /// <summary>NI of rules N1 and N2: neutrals and isolate formatting characters.</summary>
    public static bool IsNeutral(this BidiClass value) => Contains(Neutrals, value);

    /// <summary>What can raise a level above 0 in a left-to-right paragraph.</summary>
    public static bool NeedsAlgorithm(this BidiClass value) => Contains(RightToLeft | Embeddings | Isolates, value);

    private static bool Contains(uint set, BidiClass value) => (set >> (int)value & 1) != 0;
}
