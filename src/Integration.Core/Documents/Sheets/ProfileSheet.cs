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
    private const int NoteLines = 3;

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
        var handout = type == SheetType.A5;
        var blocks = new List<Block> { sections.Target() };
        if (sections.Strengths() is { } strengths)
        {
            blocks.Add(strengths);
        }

        AddPair(blocks, type, sections.Experience(), sections.Education());
        AddPair(blocks, type, sections.German(), sections.Evidence());
        AddPair(blocks, type, sections.Frame(), new Column([sections.Access(), .. Optional(sections.Support())]) { Gap = type.Gap(1) });
        var foot = new List<Block> { Contact(facts, type) };
        if (!handout)
        {
            foot.Add(new Column(
            [
                SheetBlocks.Heading(T(nameof(DocumentsTexts.Profile_Notes)), type.Heading),
                new WritingLines(NoteLines, 7.5 * Length.Millimetre),
            ]));
        }

        return new PageSequence
        {
            Header = Header(facts, type),
            Footer = Footer(facts, type),
            Content = [new Column(blocks) { Gap = type.Gap(1.25) }, new Space(null), new KeepTogether(new Column(foot) { Gap = type.Gap(0.75) })],
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

    private static IEnumerable<Block> Optional(Block? block) => block is null ? [] : [block];

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

    private static Row Contact(SheetFacts facts, SheetType type)
    {
        var contact = new List<Block> { SheetBlocks.Heading(T(nameof(DocumentsTexts.Profile_Contact)), type.Heading) };
        contact.AddRange(new[] { facts.ContactTeam, facts.ContactPhone, facts.ContactEmail }
            .Where(line => line.Length > 0).Select((line, i) => SheetBlocks.Text(line, i == 0 ? type.BodyBold : type.Body)));
        var ask = new Column(
        [
            SheetBlocks.Heading(T(nameof(DocumentsTexts.Contact_Ask)), type.Heading),
            SheetBlocks.Text(T(nameof(DocumentsTexts.Contact_Scan)), type.Body),
            new Paragraph([new Run(facts.ShortAddress) { Isolated = true }]) { Style = type.BodyBold },
            SheetBlocks.Text(T(nameof(DocumentsTexts.Contact_Enter), facts.Chiffre), type.Body),
        ]);
        var size = (type == SheetType.A5 ? 19 : 22) * Length.Millimetre;
        return new Row(
        [
            new RowCell(Wide, new Column(contact)),
            new RowCell(Narrow, new Row(
            [
                new RowCell(TrackWidth.Fixed(size), new QrCode(facts.ContactLink.AbsoluteUri, size, T(nameof(DocumentsTexts.Contact_QrText), facts.Chiffre))),
                new RowCell(TrackWidth.Relative(), ask),
            ]) { Gap = type.Gap(0.5) }),
        ]) { Gap = type.Gap(2) };
    }

    private static Column Footer(SheetFacts facts, SheetType type) => new(
    [
        new Rule(0.5) { SpaceBefore = type.Gap(0.75), Colour = SheetType.Hairline },
        new Row(
        [
            new RowCell(TrackWidth.Relative(), new Column(
            [
                SheetBlocks.Text(T(nameof(DocumentsTexts.Law_Paragraph78)), type.Law),
                SheetBlocks.Text(T(nameof(DocumentsTexts.Law_Return)), type.LawBold),
            ])),
            new RowCell(TrackWidth.Fixed(58 * type.Factor), new Column(
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
