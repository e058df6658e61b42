namespace Integration.Printing.Text.Unicode;

/// <summary>An isolating run sequence (UAX #9, BD13), resolved by the weak, neutral and implicit rules.</summary>
internal ref struct BidiSequence
{
    /// <summary>BD16: how many opening brackets are remembered.</summary>
    private const int BracketDepth = 63;

    /// <summary>The classes of the sequence's characters, changed rule by rule.</summary>
    public required Span<BidiClass> Types { get; init; }

    /// <summary>Where each character stands in the paragraph.</summary>
    public required ReadOnlySpan<int> Positions { get; init; }

    /// <summary>The classes of the whole paragraph after the explicit rules.</summary>
    public required ReadOnlySpan<BidiClass> Classes { get; init; }

    public required byte Level { get; init; }

    public required BidiClass StartOfSequence { get; init; }

    public required BidiClass EndOfSequence { get; init; }

    private readonly BidiClass Embedding => (Level & 1) == 0 ? BidiClass.L : BidiClass.R;

    public readonly void Resolve(ReadOnlySpan<char> text, Span<byte> levels)
    {
        ResolveMarksAndArabicNumbers();
        ResolveSeparatorsAndTerminators();
        ResolveLatinNumbers();
        ResolveBrackets(text);
        ResolveNeutrals();
        for (var i = 0; i < Types.Length; i++) levels[Positions[i]] = ImplicitLevel(Types[i]);
    }

    /// <summary>W1, W2 and, once no rule asks for AL any more, W3.</summary>
    private readonly void ResolveMarksAndArabicNumbers()
    {
        var previous = StartOfSequence;
        var strong = StartOfSequence;
        for (var i = 0; i < Types.Length; i++)
        {
            ref var type = ref Types[i];
            if (type == BidiClass.NSM) type = previous.IsIsolateFormatting() ? BidiClass.ON : previous;
            previous = type;
            if (type is BidiClass.L or BidiClass.R or BidiClass.AL) strong = type;
            else if (type == BidiClass.EN && strong == BidiClass.AL) type = BidiClass.AN;
        }

        Types.Replace(BidiClass.AL, BidiClass.R);
    }

    /// <summary>W4, W5 and W6.</summary>
    private readonly void ResolveSeparatorsAndTerminators()
    {
        for (var i = 1; i + 1 < Types.Length; i++)
        {
            var before = Types[i - 1];
            if (before != Types[i + 1]) continue;
            if ((before == BidiClass.EN && Types[i] is BidiClass.ES or BidiClass.CS)
                || (before == BidiClass.AN && Types[i] == BidiClass.CS))
            {
                Types[i] = before;
            }
        }

        for (var i = 0; i < Types.Length; i++)
        {
            if (Types[i] is BidiClass.ES or BidiClass.CS) Types[i] = BidiClass.ON;
            if (Types[i] != BidiClass.ET) continue;
            var first = i;
            while (i + 1 < Types.Length && Types[i + 1] == BidiClass.ET) i++;
            var numeric = (first > 0 && Types[first - 1] == BidiClass.EN) || (i + 1 < Types.Length && Types[i + 1] == BidiClass.EN);
            Types[first..(i + 1)].Fill(numeric ? BidiClass.EN : BidiClass.ON);
        }
    }

    /// <summary>W7.</summary>
    private readonly void ResolveLatinNumbers()
    {
        var strong = StartOfSequence;
        for (var i = 0; i < Types.Length; i++)
        {
            if (Types[i] is BidiClass.L or BidiClass.R) strong = Types[i];
            else if (Types[i] == BidiClass.EN && strong == BidiClass.L) Types[i] = BidiClass.L;
        }
    }

    /// <summary>N0, with the pairs of BD16.</summary>
    private readonly void ResolveBrackets(ReadOnlySpan<char> text)
    {
        List<(int Opening, int Closing)>? pairs = null;
        Span<(int Pair, int Index)> open = stackalloc (int, int)[BracketDepth];
        var depth = 0;
        for (var i = 0; i < Types.Length; i++)
        {
            if (Types[i] != BidiClass.ON) continue;
            var bracket = UnicodeData.BracketOf(text[Positions[i]]);
            if (bracket > 0)
            {
                if (depth == BracketDepth) break;
                open[depth++] = (bracket, i);
            }
            else if (bracket < 0)
            {
                var match = depth - 1;
                while (match >= 0 && open[match].Pair != -bracket) match--;
                if (match < 0) continue;
                (pairs ??= []).Add((open[match].Index, i));
                depth = match;
            }
        }

        if (pairs is null) return;
        pairs.Sort();
        foreach (var (opening, closing) in pairs) ResolvePair(opening, closing);
    }

    private readonly void ResolvePair(int opening, int closing)
    {
        var opposite = false;
        for (var i = opening + 1; i < closing; i++)
        {
            var strong = StrongOf(Types[i]);
            if (strong == Embedding)
            {
                SetBracket(opening, Embedding);
                SetBracket(closing, Embedding);
                return;
            }

            opposite |= strong != BidiClass.ON;
        }

        if (!opposite) return;
        var context = StartOfSequence;
        for (var i = opening - 1; i >= 0; i--)
        {
            if (StrongOf(Types[i]) == BidiClass.ON) continue;
            context = StrongOf(Types[i]);
            break;
        }

        SetBracket(opening, context);
        SetBracket(closing, context);
    }

    /// <summary>Sets a bracket and the marks on it, which W1 had made neutral like the bracket.</summary>
    private readonly void SetBracket(int index, BidiClass direction)
    {
        Types[index] = direction;
        for (var i = index + 1; i < Types.Length && Classes[Positions[i]] == BidiClass.NSM; i++) Types[i] = direction;
    }

    /// <summary>N1 and N2.</summary>
    private readonly void ResolveNeutrals()
    {
        for (var i = 0; i < Types.Length; i++)
        {
            if (!Types[i].IsNeutral()) continue;
            var first = i;
            while (i + 1 < Types.Length && Types[i + 1].IsNeutral()) i++;
            var before = first > 0 ? StrongOf(Types[first - 1]) : StartOfSequence;
            var after = i + 1 < Types.Length ? StrongOf(Types[i + 1]) : EndOfSequence;
            Types[first..(i + 1)].Fill(before == after ? before : Embedding);
        }
    }

    /// <summary>What a type counts as for N0 and N1: numbers as R, what has no direction as ON.</summary>
    private static BidiClass StrongOf(BidiClass type) => type switch
    {
        BidiClass.L => BidiClass.L,
        BidiClass.R or BidiClass.EN or BidiClass.AN => BidiClass.R,
        _ => BidiClass.ON,
    };

    /// <summary>I1 and I2.</summary>
    private readonly byte ImplicitLevel(BidiClass type)
    {
        if ((Level & 1) != 0) return type == BidiClass.R ? Level : (byte)(Level + 1);
        return type switch
        {
            BidiClass.L => Level,
            BidiClass.R => (byte)(Level + 1),
            _ => (byte)(Level + 2),
        };
    }
}
