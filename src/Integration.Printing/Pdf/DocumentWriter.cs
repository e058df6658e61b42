using System.Text;
using Integration.Printing.Layout;

namespace Integration.Printing.Pdf;

/// <summary>Writes one document from its first sequence to its last.</summary>
internal sealed class DocumentWriter
{
    private readonly ObjectFile file;
    private readonly KeyCounter keys = new();
    private readonly LinkWriter links;
    private readonly FontTable fonts;
    private readonly Painter painter;
    private readonly SheetWriter sheets;
    private readonly StructWriter structure;
    private readonly Tree sections;
    private readonly Tree marks;
    private readonly Outline outline;
    private readonly BuildDocument build;
    private readonly PrintDocument document;
    private readonly int catalogue;
    private readonly int fontDictionary;
    private readonly int structureRoot;

    public DocumentWriter(PrintDocument document, Stream output, Action<Rune>? missing, Workshop workshop)
    {
        this.document = document;
        file = new ObjectFile(output, workshop);
        var content = workshop.Content;
        catalogue = file.Reserve();
        fontDictionary = file.Reserve();
        structureRoot = file.Reserve();
        links = new LinkWriter(file, keys);
        fonts = new FontTable(file);
        painter = new Painter(content, fonts, links);
        sheets = new SheetWriter(file, painter, content, keys, fontDictionary);
        structure = new StructWriter(file);
        sections = new Tree(file, WriteSections);
        marks = new Tree(file, WriteMarks);
        outline = new Outline(file);
        build = new BuildDocument(new ImageTable(file), missing);
    }

    /// <returns>How many sheets were written.</returns>
    public int Write(CancellationToken ct)
    {
        var any = false;
        foreach (var sequence in document.Sequences)
        {
            ct.ThrowIfCancellationRequested();
            any = true;
            Write(sequence, ct);
        }

        if (!any)
        {
            throw new ArgumentException("A document needs at least one page sequence.", nameof(ct));
        }

        var pages = sheets.Finish();
        WriteWaitingMarks();
        WriteStructureRoot();
        fonts.Write(fontDictionary);
        WriteCatalogue(pages);
        file.Finish(catalogue, WriteInfo());
        return sheets.Count;
    }

    private void Write(PageSequence sequence, CancellationToken ct)
    {
        if (sequence.PagesPerSheet is not (1 or 2))
        {
            throw new ArgumentException($"A page sequence asks for {sequence.PagesPerSheet} pages on a sheet; 1 and 2 are possible.", nameof(sequence));
        }

        var layout = SequenceLayout.Of(sequence, document.Language, build);
        for (var page = 0; page < layout.Pages.Count; page++)
        {
            ct.ThrowIfCancellationRequested();
            sheets.Next(sequence, page + 1, layout.Pages.Count);
            if (page == 0 && sequence.Bookmark is { } bookmark)
            {
                outline.Add(bookmark, painter.Sheet.Number, painter.Across(0), painter.Up(0));
            }

            Draw(layout, page);
        }

        structure.Write(layout.Root, sections.Parent());
        sections.Add(layout.Root.Number);
        WriteWaitingMarks();
    }

    private void Draw(SequenceLayout layout, int page)
    {
        var margins = layout.Sequence.Margins;
        var y = margins.Top;
        if (layout.Header is { } header)
        {
            Repeat(header, page, margins.Left, y, "<</Type/Pagination/Subtype/Header>>"u8);
            y += header.Height;
        }

        layout.Pages[page]?.Draw(painter, margins.Left, y, layout.BodyHeight);
        if (layout.Footer is { } footer)
        {
            Repeat(footer, page, margins.Left, y + layout.BodyHeight, "<</Type/Pagination/Subtype/Footer>>"u8);
        }
    }

    // Read once, on the first page; repetition is not read.
    private void Repeat(Node node, int page, double x, double y, ReadOnlySpan<byte> properties)
    {
        if (page > 0)
        {
            painter.BeginArtifact(properties);
        }

        node.Draw(painter, x, y, node.Height);
        if (page > 0)
        {
            painter.EndArtifact();
        }
    }

    private void WriteWaitingMarks()
    {
        var waiting = sheets.Waiting;
        var next = 0;
        foreach (var sheet in waiting)
        {
            // Keys ascend: links drawn before this sheet come first.
            next = WriteLinkMarks(next, sheet.Key);
            var number = file.Reserve();
            var o = file.Begin(number).Put((byte)'[');
            foreach (var element in sheet.Marks)
            {
                o.Reference(element.Number).Put((byte)' ');
            }

            o.Put((byte)']');
            file.End();
            marks.Add(number, sheet.Key);
        }

        // What belongs to a sheet still open waits with it.
        var done = waiting.Count > 0 ? WriteLinkMarks(next, LastKeyBeforeOpenSheet()) : 0;
        links.Waiting.RemoveRange(0, done);
        waiting.Clear();
    }

    private int LastKeyBeforeOpenSheet() => sheets.OpenKey ?? int.MaxValue;

    private int WriteLinkMarks(int next, int before)
    {
        while (next < links.Waiting.Count && links.Waiting[next].Key < before)
        {
            marks.Add(links.Waiting[next].Element.Number, links.Waiting[next].Key);
            next++;
        }

        return next;
    }

    private void WriteSections(Tree.Node node, int parent)
    {
        var o = file.Begin(node.Number).Put("<</S/"u8).Ascii(parent == 0 ? "Document" : "Part")
            .Put("/P "u8).Reference(parent == 0 ? structureRoot : parent).Put("/K["u8);
        foreach (var kid in node.Kids)
        {
            o.Reference(kid).Put((byte)' ');
        }

        o.Put("]>>"u8);
        file.End();
    }

    private void WriteMarks(Tree.Node node, int parent)
    {
        var o = file.Begin(node.Number).Put("<<"u8);
        if (parent != 0)
        {
            o.Put("/Limits["u8).Int(node.First).Put((byte)' ').Int(node.Last).Put((byte)']');
        }

        o.Put(node.Level == 0 ? "/Nums["u8 : "/Kids["u8);
        for (var i = 0; i < node.Kids.Count; i++)
        {
            if (node.Level == 0)
            {
                o.Int(node.Keys[i]).Put((byte)' ');
            }

            o.Reference(node.Kids[i]).Put((byte)' ');
        }

        o.Put("]>>"u8);
        file.End();
    }

    private void WriteStructureRoot()
    {
        var top = sections.Finish();
        var numbers = marks.Finish();
        file.Begin(structureRoot).Put("<</Type/StructTreeRoot/K "u8).Reference(top).Put("/ParentTree "u8).Reference(numbers)
            .Put("/ParentTreeNextKey "u8).Int(keys.Next()).Put(">>"u8);
        file.End();
    }

    private void WriteCatalogue(int pages)
    {
        var metadata = file.Reserve();
        file.Plain(metadata, "/Type/Metadata/Subtype/XML"u8, Metadata.Xmp(document));
        var top = outline.Finish();
        var o = file.Begin(catalogue).Put("<</Type/Catalog/Pages "u8).Reference(pages).Put("/Lang"u8).Text(document.Language)
            .Put("/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot "u8).Reference(structureRoot)
            .Put("/Metadata "u8).Reference(metadata);
        if (top != 0)
        {
            o.Put("/Outlines "u8).Reference(top).Put("/PageMode/UseOutlines"u8);
        }

        o.Put(">>"u8);
        file.End();
    }

    private int WriteInfo()
    {
        var number = file.Reserve();
        var o = file.Begin(number).Put("<</Title"u8).Text(document.Title).Put("/Producer"u8).Text(Metadata.Producer);
        if (document.CreatedAt is { } created)
        {
            o.Put("/CreationDate"u8).Text(Metadata.PdfDate(created));
        }

        o.Put(">>"u8);
        file.End();
        return number;
    }
}
