using System.Collections.Concurrent;

namespace Integration.Printing.Pdf;

/// <summary>The buffers that writing a document needs, used again by the next one.</summary>
internal sealed class Workshop
{
    // A buffer that one huge image blew up is not kept.
    private const int LargestKept = 1024 * 1024;
    private const int MostKept = 32;
    private static readonly ConcurrentBag<Workshop> Free = [];

    public ByteWriter Output { get; } = new(64 * 1024);

    public ByteWriter Gathered { get; } = new(32 * 1024);

    public ByteWriter Head { get; } = new(32 * 1024);

    public ByteWriter Content { get; } = new(32 * 1024);

    public Deflater Deflater { get; } = new();

    public static Workshop Rent() => Free.TryTake(out var workshop) ? workshop : new Workshop();

    public static void Return(Workshop workshop)
    {
        ByteWriter[] writers = [workshop.Output, workshop.Gathered, workshop.Head, workshop.Content];
        if (Free.Count >= MostKept || Array.Exists(writers, w => w.Capacity > LargestKept))
        {
            return;
        }

        foreach (var writer in writers)
        {
            writer.Clear();
        }

        Free.Add(workshop);
    }
}
