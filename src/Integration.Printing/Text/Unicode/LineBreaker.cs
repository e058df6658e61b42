using static Integration.Printing.Text.Unicode.LineBreakClass;

namespace Integration.Printing.Text.Unicode;

/// <summary>Whether a line may or must end behind a code unit.</summary>
public enum LineBreak : byte
{
    /// <summary>The line goes on.</summary>
    None,

    /// <summary>The line may end here.</summary>
    Allowed,

    /// <summary>The line must end here: after a line or paragraph separator, and at the end of the text (LB3).</summary>
    Mandatory,
}

/// <summary>Finds where lines may break (UAX #14, the rules of Unicode 15.0, with the number expression of section 8.2,
/// example 7, in place of LB25).</summary>
/// <remarks>
/// Scripts written without spaces that need a dictionary (Thai, Lao, Khmer, Myanmar) break only at spaces and zero-width spaces.
/// A soft hyphen (U+00AD) is an opportunity; whoever breaks there must draw the hyphen.
/// </remarks>
public static class LineBreaker
{
    /// <summary>Writes for each code unit of <paramref name="text"/> what may happen behind it.</summary>
    /// <param name="text">A whole text: rules look at both sides of a place, so that pieces give other results.</param>
    /// <param name="breaks">Receives as many values as <paramref name="text"/> has code units; the last is
    /// <see cref="LineBreak.Mandatory"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="breaks"/> is shorter than <paramref name="text"/>.</exception>
    public static void FindOpportunities(ReadOnlySpan<char> text, Span<LineBreak> breaks)
    {
        if (breaks.Length < text.Length) throw new ArgumentException("There must be room for one value for each code unit.", nameof(breaks));
        if (text.IsEmpty) return;

        var state = default(State);
        for (var i = 0; i < text.Length;)
        {
            var type = ClassAt(text, i, out var width);
            if (i > 0) breaks[i - 1] = state.Before(type, text[(i + width)..]);
            if (width == 2) breaks[i] = LineBreak.None;
            state.Advance(type, isFirst: i == 0);
            i += width;
        }

        breaks[text.Length - 1] = LineBreak.Mandatory;
    }

    private static LineBreakClass ClassAt(ReadOnlySpan<char> text, int index, out int width)
        => UnicodeData.LineBreakClassOf(UnicodeData.CodePointAt(text, index, out width));

    /// <summary>What the rules remember of the text so far.</summary>
    private struct State
    {
        /// <summary>The class of the last character, a mark counting as what it stands on (LB9, LB10).</summary>
        private LineBreakClass _previous;

        /// <summary>The class in front of the last run of spaces; as <see cref="_previous"/> where there are none.</summary>
        private LineBreakClass _beforeSpaces;

        private bool _afterJoiner;
        private bool _afterHebrewHyphen;
        private bool _afterOddRegional;
        private NumberPart _number;

        private enum NumberPart : byte
        {
            Outside,
            Digits,
            Closed,
        }

        public readonly LineBreak Before(LineBreakClass next, ReadOnlySpan<char> rest)
        {
            if (_previous is BK or LF or NL || (_previous == CR && next != LF)) return LineBreak.Mandatory;   // LB4, LB5
            if (next is BK or CR or LF or NL or SP or ZW) return LineBreak.None;                              // LB5, LB6, LB7
            if (_beforeSpaces == ZW) return LineBreak.Allowed;                                                // LB8
            if (_afterJoiner) return LineBreak.None;                                                          // LB8a
            if (next is CM or ZWJ)
            {
                if (!EndsCluster(_previous)) return LineBreak.None;                                           // LB9
                next = AL;                                                                                    // LB10
            }

            return Joins(next, rest) ? LineBreak.None : LineBreak.Allowed;
        }

        public void Advance(LineBreakClass type, bool isFirst)
        {
            _afterJoiner = type == ZWJ;
            if (type is CM or ZWJ)
            {
                if (!isFirst && !EndsCluster(_previous)) return;
                type = AL;
            }

            _afterHebrewHyphen = _previous == HL && type is HY or BA && !isFirst;
            _afterOddRegional = type == RI && !_afterOddRegional;
            _number = type switch
            {
                NU => NumberPart.Digits,
                SY or IS when _number == NumberPart.Digits => NumberPart.Digits,
                CL or CP or WideCP when _number == NumberPart.Digits => NumberPart.Closed,
                _ => NumberPart.Outside,
            };
            _previous = type;
            if (type != SP || isFirst) _beforeSpaces = type;
        }

        /// <summary>LB11 to LB31, in their order.</summary>
        private readonly bool Joins(LineBreakClass next, ReadOnlySpan<char> rest)
        {
            if (_previous == AL && next == AL) return true;                                     // LB28, the commonest case
            if (_previous == WJ || next == WJ) return true;                                     // LB11
            if (_previous == GL) return true;                                                   // LB12
            if (next == GL && _previous is not (SP or BA or HY)) return true;                   // LB12a
            if (next is CL or CP or WideCP or EX or IS or SY) return true;                      // LB13
            if (_beforeSpaces is OP or WideOP) return true;                                     // LB14
            if (_beforeSpaces == QU && next is OP or WideOP) return true;                       // LB15
            if (_beforeSpaces is CL or CP or WideCP && next == NS) return true;                 // LB16
            if (_beforeSpaces == B2 && next == B2) return true;                                 // LB17
            if (_previous == SP) return false;                                                  // LB18
            if (_previous == QU || next == QU) return true;                                     // LB19
            if (_previous == CB || next == CB) return false;                                    // LB20
            if (next is BA or HY or NS || _previous == BB) return true;                         // LB21
            if (_afterHebrewHyphen || (_previous == SY && next == HL)) return true;             // LB21a, LB21b
            if (next == IN) return true;                                                        // LB22
            if (_previous == NU ? IsLetter(next) : next == NU && IsLetter(_previous)) return true; // LB23
            if (_previous == PR && IsIdeograph(next)) return true;                              // LB23a
            if (IsIdeograph(_previous) && next == PO) return true;
            if (_previous is PR or PO && IsLetter(next)) return true;                           // LB24
            if (IsLetter(_previous) && next is PR or PO) return true;
            if (JoinsNumber(next, rest)) return true;                                           // LB25
            if (JoinsHangul(next)) return true;                                                 // LB26, LB27
            if (IsLetter(next) && (IsLetter(_previous) || _previous == IS)) return true;        // LB28, LB29
            if (next == OP && (IsLetter(_previous) || _previous == NU)) return true;            // LB30
            if (_previous == CP && (IsLetter(next) || next == NU)) return true;
            if (next == RI && _afterOddRegional) return true;                                   // LB30a
            return next == EM && _previous is EB or ReservedID;                                 // LB30b, LB31
        }

        /// <summary>Nothing parts <c>( PR | PO ) ? ( OP | HY ) ? NU ( NU | SY | IS ) * ( CL | CP ) ? ( PR | PO ) ?</c>.</summary>
        private readonly bool JoinsNumber(LineBreakClass next, ReadOnlySpan<char> rest) => next switch
        {
            NU => _previous is PR or PO or OP or WideOP or HY || _number == NumberPart.Digits,
            PR or PO => _number != NumberPart.Outside,
            OP or WideOP or HY => _previous is PR or PO && BeginsWithNumber(rest),
            _ => false,
        };

        private readonly bool JoinsHangul(LineBreakClass next) => _previous switch
        {
            JL => next is JL or JV or H2 or H3 or PO,
            JV or H2 => next is JV or JT or PO,
            JT or H3 => next is JT or PO,
            PR => next is JL or JV or JT or H2 or H3,
            _ => false,
        };

        private static bool BeginsWithNumber(ReadOnlySpan<char> rest)
        {
            for (var i = 0; i < rest.Length;)
            {
                var type = ClassAt(rest, i, out var width);
                if (type is not (CM or ZWJ)) return type == NU;
                i += width;
            }

            return false;
        }

        private static bool IsLetter(LineBreakClass type) => type is AL or HL;

        private static bool IsIdeograph(LineBreakClass type) => type is ID or ReservedID or EB or EM;

        /// <summary>What no mark can stand on (the exceptions of LB9).</summary>
        private static bool EndsCluster(LineBreakClass type) => type is BK or CR or LF or NL or SP or ZW;
    }
}
