using System.Collections.Concurrent;
using HarfBuzzSharp;
using Integration.Printing.Fonts;
using Buffer = HarfBuzzSharp.Buffer;

namespace Integration.Printing.Text;

/// <summary>What decides how a word is shaped, beside its letters.</summary>
internal readonly record struct ShapingKey(FontFace Face, uint Script, string Language, bool RightToLeft, bool Ligatures, bool Covered);

/// <summary>Shapes words in one face, script, language and direction, and remembers them for the whole process.</summary>
#pragma warning disable CA1001 // HarfBuzz keeps languages for the whole process; there is nothing to free.
internal sealed class ShapingContext
#pragma warning restore CA1001
{
    // Bounds keep a process that prints for years from growing; a full store simply starts anew.
    private const int MostWords = 32_768;
    private const int MostContexts = 512;

    private static readonly ConcurrentDictionary<ShapingKey, ShapingContext> Contexts = new();
    private static readonly Feature[] NoLigatures = [new(new Tag('l', 'i', 'g', 'a'), 0), new(new Tag('c', 'l', 'i', 'g'), 0)];

    [ThreadStatic]
    private static Buffer? threadBuffer;

    private readonly ConcurrentDictionary<string, ShapedWord> words = new();
    private readonly ConcurrentDictionary<string, ShapedWord>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly ShapingKey key;
    private readonly Language language;
    private int count;

    private ShapingContext(ShapingKey key)
    {
        this.key = key;
        language = new Language(key.Language);
        lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        Space = Shape(" ");
    }

    /// <summary>One space.</summary>
    public ShapedWord Space { get; }

    public FontFace Face => key.Face;

    public bool RightToLeft => key.RightToLeft;

    public static ShapingContext For(ShapingKey key)
    {
        if (Contexts.TryGetValue(key, out var context))
        {
            return context;
        }

        if (Contexts.Count >= MostContexts)
        {
            Contexts.Clear();
        }

        return Contexts.GetOrAdd(key, k => new ShapingContext(k));
    }

    /// <summary>Shapes a word that stands free of its neighbours.</summary>
    public ShapedWord Shape(ReadOnlySpan<char> word)
    {
        if (lookup.TryGetValue(word, out var known))
        {
            return known;
        }

        var shaped = ShapeWithin(word, 0, word.Length);
        if (Interlocked.Increment(ref count) > MostWords)
        {
            words.Clear();
            Interlocked.Exchange(ref count, 1);
        }

        lookup[word] = shaped;
        return shaped;
    }

    /// <summary>Shapes a part of <paramref name="text"/>, joined to the letters around it, as where a word is cut at a line's end.</summary>
    public ShapedWord ShapeWithin(ReadOnlySpan<char> text, int start, int length)
    {
        var buffer = Fill(text, start, length);
        var encoder = new GlyphEncoder(key.Face, key.RightToLeft);
        return encoder.Encode(text.Slice(start, length), start, buffer, key.Covered);
    }

    /// <summary>The width of each character's cluster (zero for all but its first character), in thousandths of an em.</summary>
    public void Measure(ReadOnlySpan<char> text, int start, int length, Span<int> advances)
    {
        var buffer = Fill(text, start, length);
        advances[..length].Clear();
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        for (var i = 0; i < infos.Length; i++)
        {
            advances[Math.Clamp((int)infos[i].Cluster - start, 0, length - 1)] += (int)key.Face.Thousandths(positions[i].XAdvance);
        }
    }

    // Joiners belong to the spelling of Persian and are found again in the file; other format characters leave no trace.
    private bool KeepsJoiners(ReadOnlySpan<char> word)
    {
        var joiners = false;
        foreach (var c in word)
        {
            if (c is '\u200C' or '\u200D' && key.Face.Glyph(c) != 0 && key.Face.Glyph(FontFace.ZeroWidthSpace) != 0)
            {
                joiners = true;
            }
            else if (FontLibrary.IsInvisible(c))
            {
                return false;
            }
        }

        return joiners;
    }

    private Buffer Fill(ReadOnlySpan<char> text, int start, int length)
    {
        var buffer = threadBuffer ??= new Buffer();
        buffer.ClearContents();
        if (key.Covered)
        {
            buffer.AddUtf16(text, start, length);
        }
        else
        {
            // No font has these characters: one replacement sign each.
            for (var i = start; i < start + length; i++)
            {
                if (!char.IsLowSurrogate(text[i]))
                {
                    buffer.Add(FontLibrary.Replacement, i);
                }
            }

            buffer.ContentType = ContentType.Unicode;
        }

        buffer.Direction = key.RightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        buffer.Script = key.Script;
        buffer.Language = language;
        buffer.Flags = KeepsJoiners(text.Slice(start, length)) ? BufferFlags.PreserveDefaultIgnorables : BufferFlags.RemoveDefaultIgnorables;
        buffer.ClusterLevel = ClusterLevel.MonotoneCharacters;
        key.Face.Font.Shape(buffer, key.Ligatures ? [] : NoLigatures);
        return buffer;
    }
}
