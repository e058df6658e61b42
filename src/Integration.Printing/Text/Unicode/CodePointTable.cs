namespace Integration.Printing.Text.Unicode;

/// <summary>One byte for every code point, in blocks of 128: what lies whole within one range shares a block.</summary>
internal sealed class CodePointTable
{
    private const int BlockBits = 7;
    private const int BlockSize = 1 << BlockBits;
    private const int CodePoints = 0x110000;

    private readonly ushort[] _blockOf = new ushort[CodePoints >> BlockBits];
    private readonly byte[] _values;

    /// <summary>Builds the table from ranges that begin at <paramref name="starts"/>, in ascending order from 0.</summary>
    public CodePointTable(ReadOnlySpan<int> starts, ReadOnlySpan<byte> values)
    {
        var uniform = new int[256];
        Array.Fill(uniform, -1);
        var blocks = new List<byte>(BlockSize * 512);
        Span<byte> mixed = stackalloc byte[BlockSize];
        var range = 0;
        for (var block = 0; block < _blockOf.Length; block++)
        {
            var first = block << BlockBits;
            while (EndOf(starts, range) <= first) range++;
            if (EndOf(starts, range) >= first + BlockSize)
            {
                ref var known = ref uniform[values[range]];
                if (known < 0)
                {
                    mixed.Fill(values[range]);
                    known = Append(blocks, mixed);
                }

                _blockOf[block] = (ushort)known;
                continue;
            }

            for (var i = 0; i < BlockSize; i++)
            {
                while (EndOf(starts, range) <= first + i) range++;
                mixed[i] = values[range];
            }

            _blockOf[block] = (ushort)Append(blocks, mixed);
        }

        _values = [.. blocks];
    }

    /// <summary>The value of a code point, 0 to 10FFFF (hexadecimal).</summary>
    public byte this[int codePoint]
        => _values[(_blockOf[codePoint >> BlockBits] << BlockBits) | (codePoint & (BlockSize - 1))];

    private static int EndOf(ReadOnlySpan<int> starts, int range)
        => range + 1 < starts.Length ? starts[range + 1] : CodePoints;

    private static int Append(List<byte> blocks, ReadOnlySpan<byte> block)
    {
        var index = blocks.Count >> BlockBits;
        blocks.AddRange(block);
        return index;
    }
}
