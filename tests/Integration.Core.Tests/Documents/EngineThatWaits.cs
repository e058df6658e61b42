using Integration.Printing;

namespace Integration.Documents;

/// <summary>Something happens while a file is being made.</summary>
internal sealed class EngineThatWaits(Func<Task> meanwhile) : IPdfEngine
{
    public int Write(PrintDocument document, Stream output, CancellationToken ct = default)
    {
        var sheets = HarfBuzzPdfEngine.Shared.Write(document, output, ct);
        meanwhile().GetAwaiter().GetResult();
        return sheets;
    }
}
