using Integration.Printing.Blocks;

namespace Integration.Printing.Text.Unicode;

/// <summary>Resolves one paragraph after another in the same memory (UAX #9, X1 to X10 and what follows from them).</summary>
internal sealed class BidiParagraph(int capacity)
{
    private readonly BidiClass[] _classes = new BidiClass[capacity];

    /// <summary>Of an isolate initiator the place of its PDI (the paragraph's length if it has none), of a PDI the place of its
    /// initiator, else -1 (BD9).</summary>
    private readonly int[] _partners = new int[capacity];

    /// <summary>The places that remain after rule X9.</summary>
    private readonly int[] _kept = new int[capacity];

    private readonly List<LevelRun> _runs = [];
    private readonly int[] _runEndingAt = new int[capacity];

    private readonly BidiClass[] _types = new BidiClass[capacity];
    private readonly int[] _positions = new int[capacity];

    private int _length;
    private byte _level;

    /// <summary>Resolves the levels of <paramref name="text"/>, which holds no paragraph separator but at its end.</summary>
    public void Resolve(ReadOnlySpan<char> text, Span<byte> levels, TextDirection? direction)
    {
        _length = text.Length;
        _level = (byte)((direction ?? BidiAlgorithm.ParagraphDirection(text)) == TextDirection.RightToLeft ? 1 : 0);
        ReadClasses(text);
        MatchIsolates();
        SetExplicitLevels(levels);
        FindLevelRuns(levels);
        ResolveSequences(text, levels);
        LevelRemoved(levels);
    }

    /// <summary>The second half of a surrogate pair counts as boundary neutral: removed, and level with the first half.</summary>
    private void ReadClasses(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length;)
        {
            _classes[i] = UnicodeData.BidiClassOf(UnicodeData.CodePointAt(text, i, out var width));
            if (width == 2) _classes[i + 1] = BidiClass.BN;
            i += width;
        }
    }

    private void MatchIsolates()
    {
        var open = _positions;
        var depth = 0;
        for (var i = 0; i < _length; i++)
        {
            _partners[i] = -1;
            if (_classes[i].IsIsolateInitiator())
            {
                _partners[i] = _length;
                open[depth++] = i;
            }
            else if (_classes[i] == BidiClass.PDI && depth > 0)
            {
                _partners[i] = open[--depth];
                _partners[_partners[i]] = i;
            }
        }
    }

    private bool IsInitiator(int place) => _partners[place] > place;

    /// <summary>X1 to X8.</summary>
    private void SetExplicitLevels(Span<byte> levels)
    {
        Span<Status> stack = stackalloc Status[BidiAlgorithm.MaxDepth + 2];
        stack[0] = new Status(_level, Override: null, IsIsolate: false);
        var top = 0;
        var overflowIsolates = 0;
        var overflowEmbeddings = 0;
        var validIsolates = 0;
        for (var i = 0; i < _length; i++)
        {
            var type = _classes[i];
            switch (type)
            {
                case BidiClass.RLE or BidiClass.LRE or BidiClass.RLO or BidiClass.LRO:
                    var embedded = Next(stack[top].Level, type is BidiClass.RLE or BidiClass.RLO);
                    if (embedded <= BidiAlgorithm.MaxDepth && overflowIsolates == 0 && overflowEmbeddings == 0)
                    {
                        stack[++top] = new Status((byte)embedded, OverrideOf(type), IsIsolate: false);
                    }
                    else if (overflowIsolates == 0)
                    {
                        overflowEmbeddings++;
                    }

                    continue;
                case BidiClass.PDF:
                    if (overflowIsolates > 0) continue;
                    if (overflowEmbeddings > 0) overflowEmbeddings--;
                    else if (top > 0 && !stack[top].IsIsolate) top--;
                    continue;
                case BidiClass.BN or BidiClass.B:
                    continue;
                case BidiClass.PDI:
                    if (overflowIsolates > 0)
                    {
                        overflowIsolates--;
                    }
                    else if (validIsolates > 0)
                    {
                        overflowEmbeddings = 0;
                        while (!stack[top].IsIsolate) top--;
                        top--;
                        validIsolates--;
                    }

                    break;
            }

            levels[i] = stack[top].Level;
            _classes[i] = stack[top].Override ?? type;
            if (!IsInitiator(i)) continue;

            var isolated = Next(stack[top].Level, type == BidiClass.RLI || (type == BidiClass.FSI && OpensRightToLeft(i)));
            if (isolated <= BidiAlgorithm.MaxDepth && overflowIsolates == 0 && overflowEmbeddings == 0)
            {
                validIsolates++;
                stack[++top] = new Status((byte)isolated, Override: null, IsIsolate: true);
            }
            else
            {
                overflowIsolates++;
            }
        }
    }

    private static int Next(byte level, bool rightToLeft) => rightToLeft ? (level + 1) | 1 : (level + 2) & ~1;

    private static BidiClass? OverrideOf(BidiClass type) => type switch
    {
        BidiClass.RLO => BidiClass.R,
        BidiClass.LRO => BidiClass.L,
        _ => null,
    };

    /// <summary>X5c: P2 and P3 applied between an FSI and its PDI. What lies behind the FSI still has its own classes.</summary>
    private bool OpensRightToLeft(int initiator)
    {
        for (var i = initiator + 1; i < _partners[initiator]; i++)
        {
            if (_classes[i] is BidiClass.R or BidiClass.AL) return true;
            if (_classes[i] == BidiClass.L) return false;
            if (IsInitiator(i)) i = _partners[i];
        }

        return false;
    }

    /// <summary>X9 and BD7. A run that begins with a PDI continues the run that ends with its initiator (BD13).</summary>
    private void FindLevelRuns(ReadOnlySpan<byte> levels)
    {
        _runs.Clear();
        var count = 0;
        for (var i = 0; i < _length; i++)
        {
            if (!_classes[i].IsRemovedByX9() && _classes[i] != BidiClass.B) _kept[count++] = i;
        }

        for (var start = 0; start < count;)
        {
            var end = start + 1;
            while (end < count && levels[_kept[end]] == levels[_kept[start]]) end++;
            var run = new LevelRun(start, end, levels[_kept[start]]);
            var opener = IsInitiator(_kept[start]) ? -1 : _partners[_kept[start]];
            if (opener >= 0)
            {
                _runs[_runEndingAt[opener]].Next = _runs.Count;
                run.IsContinuation = true;
            }

            if (IsInitiator(_kept[end - 1])) _runEndingAt[_kept[end - 1]] = _runs.Count;
            _runs.Add(run);
            start = end;
        }
    }

    /// <summary>X10: each isolating run sequence by itself, between its sos and eos.</summary>
    private void ResolveSequences(ReadOnlySpan<char> text, Span<byte> levels)
    {
        for (var first = 0; first < _runs.Count; first++)
        {
            if (_runs[first].IsContinuation) continue;
            var length = 0;
            var last = first;
            for (var run = first; run >= 0; run = _runs[run].Next)
            {
                last = run;
                for (var i = _runs[run].Start; i < _runs[run].End; i++)
                {
                    _positions[length] = _kept[i];
                    _types[length++] = _classes[_kept[i]];
                }
            }

            var level = _runs[first].Level;
            var before = first > 0 ? _runs[first - 1].Level : _level;
            var after = last + 1 < _runs.Count && !IsInitiator(_positions[length - 1]) ? _runs[last + 1].Level : _level;
            var sequence = new BidiSequence
            {
                Types = _types.AsSpan(0, length),
                Positions = _positions.AsSpan(0, length),
                Classes = _classes,
                Level = level,
                StartOfSequence = DirectionOf(Math.Max(level, before)),
                EndOfSequence = DirectionOf(Math.Max(level, after)),
            };
            sequence.Resolve(text, levels);
        }
    }

    /// <summary>5.2: what X9 removed takes the level of what stands before it; the separator that of the paragraph.</summary>
    private void LevelRemoved(Span<byte> levels)
    {
        var previous = _level;
        for (var i = 0; i < _length; i++)
        {
            if (_classes[i] == BidiClass.B) levels[i] = _level;
            else if (_classes[i].IsRemovedByX9()) levels[i] = previous;
            previous = levels[i];
        }
    }

    private static BidiClass DirectionOf(int level) => (level & 1) == 0 ? BidiClass.L : BidiClass.R;

    private readonly record struct Status(byte Level, BidiClass? Override, bool IsIsolate);

    private sealed class LevelRun(int start, int end, byte level)
    {
        public int Start => start;

        public int End => end;

        public byte Level => level;

        public int Next { get; set; } = -1;

        public bool IsContinuation { get; set; }
    }
}
