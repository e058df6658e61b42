using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Integration.Printing.Pdf;

/// <summary>
/// The objects of a file, written as they come. Small objects are gathered in object streams; where each object stands is
/// written in chained cross-reference streams, so that nothing grows with the number of pages.
/// </summary>
internal sealed class ObjectFile
{
    private const int ObjectsPerStream = 256;
    private const int EntriesPerSection = 32_768;
    private const int FlushAt = 256 * 1024;
    private const int EntryBytes = 8;

    private readonly ByteWriter output;
    private readonly ByteWriter gathered;
    private readonly ByteWriter head;
    private readonly List<(int Number, int Offset)> waiting = [];
    private readonly List<Entry> entries = new(256);
    private readonly Deflater deflater;
    private readonly Stream target;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long flushed;
    private int last;
    private long previousSection = -1;
    private int open;

    public ObjectFile(Stream target, Workshop workshop)
    {
        this.target = target;
        deflater = workshop.Deflater;
        output = workshop.Output;
        gathered = workshop.Gathered;
        head = workshop.Head;
        output.Put("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n"u8);
    }

    private readonly record struct Entry(int Number, byte Kind, long Place, int Index);

    /// <summary>A fresh object number.</summary>
    public int Reserve() => ++last;

    /// <summary>Begins a small object without a stream; write it to the result, then call <see cref="End"/>.</summary>
    public ByteWriter Begin(int number)
    {
        open = number;
        waiting.Add((number, gathered.Length));
        return gathered;
    }

    public void End()
    {
        if (open == 0)
        {
            throw new InvalidOperationException("No object is open.");
        }

        open = 0;
        gathered.Put((byte)'\n');
        if (waiting.Count == ObjectsPerStream)
        {
            FlushGathered();
        }
    }

    /// <summary>Writes a stream that is already deflated.</summary>
    /// <param name="number">The object's number.</param>
    /// <param name="dictionary">Further entries of its dictionary.</param>
    /// <param name="data">Deflated bytes.</param>
    /// <param name="unique">Whether the bytes tell documents apart (fonts do not, they follow from their names).</param>
    public void Deflated(int number, ReadOnlySpan<byte> dictionary, ReadOnlySpan<byte> data, bool unique = false)
        => Stream(number, dictionary, "/Filter/FlateDecode"u8, data, unique);

    /// <summary>Deflates and writes a stream.</summary>
    public void Compress(int number, ReadOnlySpan<byte> dictionary, ReadOnlySpan<byte> data)
    {
        hash.AppendData(data);
        Deflated(number, dictionary, deflater.Run(data));
    }

    /// <summary>Writes a stream as it is.</summary>
    public void Plain(int number, ReadOnlySpan<byte> dictionary, ReadOnlySpan<byte> data) => Stream(number, dictionary, [], data, unique: true);

    /// <summary>Writes what is left, the last cross-reference section and the end of the file.</summary>
    public void Finish(int catalogue, int info)
    {
        FlushGathered();
        WriteSection(catalogue, info, last: true);
        FlushOutput();
        hash.Dispose();
    }

    private void Stream(int number, ReadOnlySpan<byte> dictionary, ReadOnlySpan<byte> filter, ReadOnlySpan<byte> data, bool unique)
    {
        if (unique)
        {
            hash.AppendData(data);
        }

        entries.Add(new Entry(number, 1, flushed + output.Length, 0));
        output.Int(number).Put(" 0 obj\n<<"u8).Put(dictionary).Put(filter).Put("/Length "u8).Int(data.Length).Put(">>stream\n"u8);
        if (data.Length > FlushAt)
        {
            FlushOutput();
            target.Write(data);
            flushed += data.Length;
        }
        else
        {
            output.Put(data);
        }

        output.Put("\nendstream\nendobj\n"u8);
        if (output.Length >= FlushAt)
        {
            FlushOutput();
        }

        if (entries.Count >= EntriesPerSection)
        {
            WriteSection(0, 0, last: false);
        }
    }

    private void FlushGathered()
    {
        if (waiting.Count == 0)
        {
            return;
        }

        var number = Reserve();
        head.Clear();
        for (var i = 0; i < waiting.Count; i++)
        {
            head.Int(waiting[i].Number).Put((byte)' ').Int(waiting[i].Offset).Put((byte)' ');
            entries.Add(new Entry(waiting[i].Number, 2, number, i));
        }

        var first = head.Length;
        head.Put(gathered.Written);
        var dictionary = new ByteWriter(64).Put("/Type/ObjStm/N "u8).Int(waiting.Count).Put("/First "u8).Int(first);
        waiting.Clear();
        gathered.Clear();
        Compress(number, dictionary.Written, head.Written);
    }

    // A section that is not the last lists what is written so far; readers follow /Prev back to it.
    private void WriteSection(int catalogue, int info, bool last)
    {
        var number = Reserve();
        var place = flushed + output.Length;
        entries.Add(new Entry(number, 1, place, 0));
        if (previousSection < 0)
        {
            entries.Add(new Entry(0, 0, 0, ushort.MaxValue));
        }

        entries.Sort((a, b) => a.Number.CompareTo(b.Number));
        var table = new byte[entries.Count * EntryBytes];
        var index = new ByteWriter(64);
        for (var i = 0; i < entries.Count; i++)
        {
            var row = table.AsSpan(i * EntryBytes, EntryBytes);
            row[0] = entries[i].Kind;
            BinaryPrimitives.WriteUInt32BigEndian(row[2..], (uint)entries[i].Place);
            row[1] = (byte)(entries[i].Place >> 32);
            BinaryPrimitives.WriteUInt16BigEndian(row[6..], (ushort)entries[i].Index);
            if (i == 0 || entries[i].Number != entries[i - 1].Number + 1)
            {
                var end = i + 1;
                while (end < entries.Count && entries[end].Number == entries[end - 1].Number + 1)
                {
                    end++;
                }

                index.Int(entries[i].Number).Put((byte)' ').Int(end - i).Put((byte)' ');
            }
        }

        var dictionary = new ByteWriter(512).Put("/Type/XRef/Size "u8).Int(this.last + 1).Put("/W[1 5 2]/Index["u8).Put(index.Written).Put("]"u8);
        if (previousSection >= 0)
        {
            dictionary.Put("/Prev "u8).Int(previousSection);
        }

        if (last)
        {
            var id = Convert.ToHexString(hash.GetHashAndReset().AsSpan(0, 16));
            dictionary.Put("/Root "u8).Reference(catalogue).Put("/Info "u8).Reference(info)
                .Put("/ID[<"u8).Ascii(id).Put("><"u8).Ascii(id).Put(">]"u8);
        }

        entries.Clear();
        Deflated(number, dictionary.Written, deflater.Run(table));
        entries.Clear();
        previousSection = place;
        if (last)
        {
            output.Put("startxref\n"u8).Int(place).Put("\n%%EOF\n"u8);
        }
    }

    private void FlushOutput()
    {
        target.Write(output.Written);
        flushed += output.Length;
        output.Clear();
    }
}
