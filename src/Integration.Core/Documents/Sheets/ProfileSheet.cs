using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Profiles;
using Integration.Resources;

namespace Integration.Documents.Sheets;

/// <summary>The short profile (Kurzprofil) as one A4 page: blocks in the order that employers know, blocks without data left out.
/// A text too long for the page shrinks to 85 % and then flows to a second page.</summary>
public static class ProfileSheet
{
    /// <summary>The smallest size of text that keeps a profile on one page.</summary>
    public const double ShrinkFloor = 0.85;

    private const double Margin = 16.5 * Length.Millimetre;
    private const int NoteLines = 4;

    /// <summary>The wide column of the sheet's grid.</summary>
    internal static TrackWidth Wide { get; } = TrackWidth.Relative(19);

    /// <summary>The narrow column of the sheet's grid.</summary>
    internal static TrackWidth Narrow { get; } = TrackWidth.Relative(13);

    /// <summary>The sheet of one profile.</summary>
    public static PageSequence Compose(ProfileContent content, SheetFacts facts, SheetLabels labels) =>
        Compose(content, facts, labels, SheetType.A4) with
        {
            Size = PageSize.A4,
            Margins = new Margins(13 * Length.Millimetre, Margin, 11 * Length.Millimetre, Margin),
        };

    internal static PageSequence Compose(ProfileContent content, SheetFacts facts, SheetLabels labels, SheetType type)
    {
        var sections = new ProfileSections(content, labels, type);
        var blocks = new List<Block> { sections.Target() };
        blocks.AddRange(new[] { sections.Strengths(), sections.Experience(), sections.Education() }.OfType<Block>());
        AddPair(blocks, type, sections.German(), sections.Evidence());
        AddPair(blocks, type, sections.Frame(), new Column([.. new[] { sections.Access(), sections.Support() }.OfType<Block>()]) { Gap = type.Gap(1) });
        return new PageSequence
        {
            Header = Header(facts, type),
            Footer = Footer(facts, type),
            Content = [new Column(blocks) { Gap = type.Gap(1.1) }, new Space(null), Foot(facts, type)],
            Bookmark = T(nameof(DocumentsTexts.Profile_Bookmark), facts.Chiffre, content.Occupation),
            ShrinkFloor = ShrinkFloor,
        };
    }

    private static void AddPair(List<Block> blocks, SheetType type, Block? left, Block? right)
    {
        if (left is not null && right is not null)
        {
            blocks.Add(new Row([new RowCell(Wide, left), new RowCell(Narrow, right)]) { Gap = type.Gap(2) });
        }
        else if ((left ?? right) is { } only)
        {
            blocks.Add(only);
        }
    }

    private static Column Header(SheetFacts facts, SheetType type)
    {
        var left = new List<Block>();
        if (facts.Logo is { } logo)
        {
            left.Add(new Image(logo, 30 * Length.Millimetre * type.Factor, facts.LogoText));
        }

        left.Add(SheetBlocks.Text(T(nameof(DocumentsTexts.Profile_Title)) + " · " + facts.Region, type.LeadBold));
        left.Add(SheetBlocks.Text(T(nameof(DocumentsTexts.Profile_Event), facts.EventTitle, GermanTexts.Day(facts.EventDate)), type.Label));
        if (facts.Preview)
        {
            left.Add(SheetBlocks.Text(T(nameof(DocumentsTexts.Profile_Preview)), type.BodyBold));
        }

        var dates = T(nameof(DocumentsTexts.Profile_Dates), GermanTexts.Day(facts.AsOf), GermanTexts.Day(facts.ValidUntil));
        var right = new List<Block>
        {
            new Paragraph([new Run(facts.Chiffre) { Isolated = true }]) { Style = type.Chiffre, Alignment = TextAlignment.End },
            SheetBlocks.AtEnd(dates, type.Label),
        };
        if (Number(facts) is { Length: > 0 } number)
        {
            right.Add(SheetBlocks.AtEnd(number, type.Label with { Bold = true, Colour = Colour.Black }));
        }

        return new Column(
        [
            new Row([new RowCell(TrackWidth.Relative(), new Column(left)), new RowCell(TrackWidth.Fixed(200 * type.Factor), new Column(right))])
            {
                Gap = type.Gap(1),
            },
            new Rule(1.2) { SpaceBefore = 4 * type.Factor },
            new Space(type.Gap(1)),
        ]);
    }

    private static string Number(SheetFacts facts)
    {
        var parts = new List<string>();
        if (facts.Sheet is { } sheet)
        {
            parts.Add(T(nameof(DocumentsTexts.Profile_SheetNumber), sheet.Number, sheet.Of));
        }

        if (facts.Copy is { } copy)
        {
            parts.Add(T(nameof(DocumentsTexts.Profile_Copy), copy.Number, copy.Of));
        }

        return string.Join(" · ", parts);
    }

    /// <summary>Contact with the QR code, and on A4 room for the employer's pen: always at the same place of the page.</summary>
    private static Row Foot(SheetFacts facts, SheetType type)
    {
        var handout = type == SheetType.A5;
        var size = (handout ? 18 : 22) * Length.Millimetre;
        var contact = new List<Block> { SheetBlocks.Heading(T(nameof(DocumentsTexts.Profile_Contact)), type.Heading) };
        contact.AddRange(new[] { facts.ContactTeam, facts.ContactPhone, facts.ContactEmail }
            .Where(line => line.Length > 0).Select(line => SheetBlocks.Text(line, type.Body)));
        contact.Add(new Paragraph(
        [
            new Run(T(nameof(DocumentsTexts.Contact_Scan))),
            new Run(facts.ShortAddress) { Isolated = true, Style = type.BodyBold },
            new Run(T(nameof(DocumentsTexts.Contact_Enter))),
        ]) { Style = type.Body, SpaceBefore = 3 });
        var code = new RowCell(TrackWidth.Relative(6), new Row(
        [
            new RowCell(TrackWidth.Fixed(size), new QrCode(facts.ContactLink.AbsoluteUri, size, T(nameof(DocumentsTexts.Contact_QrText), facts.Chiffre))),
            new RowCell(TrackWidth.Relative(), new Column(contact)),
        ]) { Gap = type.Gap(0.75) });
        if (handout)
        {
            return new Row([code]) { SpaceBefore = type.Gap(1) };
        }

        var notes = new RowCell(TrackWidth.Relative(5), new Column(
        [
            SheetBlocks.Heading(T(nameof(DocumentsTexts.Profile_Notes)), type.Heading),
            new WritingLines(NoteLines, 7 * Length.Millimetre),
        ]));
        return new Row([code, notes]) { Gap = type.Gap(2), SpaceBefore = type.Gap(1) };
    }

    private static Column Footer(SheetFacts facts, SheetType type) => new(
    [
        new Space(type.Gap(0.75)),
        new Rule(0.5) { Colour = SheetType.Hairline },
        new Row(
        [
            new RowCell(TrackWidth.Relative(), SheetBlocks.Law(type)),
            new RowCell(TrackWidth.Fixed(58), new Column(
            [
                SheetBlocks.AtEnd(facts.Chiffre, type.Law),
                new Paragraph(SheetBlocks.PageOfPages(T(nameof(DocumentsTexts.Page_Before)), T(nameof(DocumentsTexts.Page_Between)), ""))
                {
                    Style = type.Law, Alignment = TextAlignment.End,
                },
            ])),
        ]) { Gap = type.Gap(1), SpaceBefore = 3 },
    ]);

    private static string T(string key, params object[] holes) => GermanTexts.Text(key, holes);
}
