using System.Globalization;
using System.Security;
using System.Text;

namespace Integration.Printing.Pdf;

/// <summary>What a file says of itself.</summary>
internal static class Metadata
{
    public const string Producer = "Integrationsportal";

    /// <summary>The XMP packet: title, language, dates and the claim of PDF/UA-1.</summary>
    public static byte[] Xmp(PrintDocument document)
    {
        var created = document.CreatedAt is { } at
            ? $"<xmp:CreateDate>{at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}</xmp:CreateDate>"
            : "";
        return Encoding.UTF8.GetBytes(
            "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
            + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
            + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
            + " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">"
            + $"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{Escape(document.Title)}</rdf:li></rdf:Alt></dc:title>"
            + $"<dc:language><rdf:Bag><rdf:li>{Escape(document.Language)}</rdf:li></rdf:Bag></dc:language>"
            + $"{created}<pdf:Producer>{Producer}</pdf:Producer><pdfuaid:part>1</pdfuaid:part>"
            + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>");
    }

    public static string PdfDate(DateTime at) => at.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);

    // Characters that XML cannot hold are left out.
    private static string Escape(string text) =>
        SecurityElement.Escape(string.Concat(text.Where(c => c is '\t' or '\n' or '\r' or (>= ' ' and < '\uFFFE') && !char.IsSurrogate(c))))!;
}
