namespace Integration.Printing.Text.Unicode;

/// <summary>The Line_Break class of a character (UAX #14, table 1) after rule LB1. Values are the bytes of <c>unicode.bin</c>:
/// append only.</summary>
/// <remarks>LB1 is applied when the table is made: AI, SG and XX are AL, CJ is NS, and SA is CM for marks and AL otherwise.</remarks>
internal enum LineBreakClass : byte
{
    /// <summary>Ordinary letters and symbols.</summary>
    AL,

    /// <summary>Break opportunity before and after.</summary>
    B2,

    /// <summary>Break after.</summary>
    BA,

    /// <summary>Break before.</summary>
    BB,

    /// <summary>Mandatory break.</summary>
    BK,

    /// <summary>Contingent break.</summary>
    CB,

    /// <summary>Closing punctuation.</summary>
    CL,

    /// <summary>Combining mark.</summary>
    CM,

    /// <summary>Closing parenthesis, not East Asian.</summary>
    CP,

    /// <summary>Carriage return.</summary>
    CR,

    /// <summary>Emoji base.</summary>
    EB,

    /// <summary>Emoji modifier.</summary>
    EM,

    /// <summary>Exclamation and interrogation.</summary>
    EX,

    /// <summary>Non-breaking glue.</summary>
    GL,

    /// <summary>Hangul LV syllable.</summary>
    H2,

    /// <summary>Hangul LVT syllable.</summary>
    H3,

    /// <summary>Hebrew letter.</summary>
    HL,

    /// <summary>Hyphen.</summary>
    HY,

    /// <summary>Ideograph.</summary>
    ID,

    /// <summary>Inseparable.</summary>
    IN,

    /// <summary>Infix numeric separator.</summary>
    IS,

    /// <summary>Hangul L jamo.</summary>
    JL,

    /// <summary>Hangul T jamo.</summary>
    JT,

    /// <summary>Hangul V jamo.</summary>
    JV,

    /// <summary>Line feed.</summary>
    LF,

    /// <summary>Next line.</summary>
    NL,

    /// <summary>Non-starter.</summary>
    NS,

    /// <summary>Number.</summary>
    NU,

    /// <summary>Opening punctuation, not East Asian.</summary>
    OP,

    /// <summary>Postfix of numbers.</summary>
    PO,

    /// <summary>Prefix of numbers.</summary>
    PR,

    /// <summary>Quotation mark.</summary>
    QU,

    /// <summary>Regional indicator.</summary>
    RI,

    /// <summary>Space.</summary>
    SP,

    /// <summary>Symbol allowing a break after.</summary>
    SY,

    /// <summary>Word joiner.</summary>
    WJ,

    /// <summary>Zero-width space.</summary>
    ZW,

    /// <summary>Zero-width joiner.</summary>
    ZWJ,

    /// <summary>Opening punctuation of East Asian width (excepted in LB30).</summary>
    WideOP,

    /// <summary>Closing parenthesis of East Asian width (excepted in LB30).</summary>
    WideCP,

    /// <summary>Ideograph class of a code point reserved for pictographs (LB30b).</summary>
    ReservedID,
}
