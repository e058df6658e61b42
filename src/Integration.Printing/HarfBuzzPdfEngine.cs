using System.Text;
using Integration.Printing.Pdf;

namespace Integration.Printing;

/// <summary>
/// The portal's own PDF engine: HarfBuzz shapes the text, everything else is in this assembly. Files are tagged (PDF/UA-1),
/// embed every font as a subset and depend on the document alone. Instances are thread-safe; one a process is enough,
/// because shaped words and font subsets are kept for the whole process anyway.
/// </summary>
/// <param name="missingGlyph">Told of each character that no shipped font covers; it is printed as a replacement sign.
/// May be called from several threads, and more than once for a character.</param>
public sealed class HarfBuzzPdfEngine(Action<Rune>? missingGlyph = null) : IPdfEngine
{
    /// <summary>An instance for all.</summary>
    public static HarfBuzzPdfEngine Shared { get; } = new();

    /// <inheritdoc/>
    public int Write(PrintDocument document, Stream output, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        var workshop = Workshop.Rent();
        try
        {
            return new DocumentWriter(document, output, missingGlyph, workshop).Write(ct);
        }
        finally
        {
            Workshop.Return(workshop);
        }
    }
}
