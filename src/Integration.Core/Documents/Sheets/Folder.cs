using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Resources;

namespace Integration.Documents.Sheets;

/// <summary>The employer's folder (Profilmappe): cover with return receipt, contents by occupation group, numbered sheets, and a last
/// page with the employer's duties.</summary>
public static class Folder
{
    private static readonly SheetType Type = SheetType.A4;
    private static readonly Margins PageMargins = new(16.5 * Length.Millimetre, 16.5 * Length.Millimetre, 12 * Length.Millimetre, 16.5 * Length.Millimetre);

    /// <summary>The folder's page sequences; sheets are composed as they are asked for.</summary>
    public static IEnumerable<PageSequence> Compose(FolderFacts folder, SheetLabels labels)
    {
        yield return Cover(folder);
        yield return Contents(folder, labels);
        foreach (var sheet in folder.Sheets)
        {
            yield return ProfileSheet.Compose(sheet.Content, sheet.Facts, labels);
        }

        yield return Duties(folder);
    }

    private static PageSequence Cover(FolderFacts folder) => new()
    {
        Margins = PageMargins,
        Bookmark = T(nameof(DocumentsTexts.Folder_Cover)),
        Footer = Law(),
        Content =
        [
            new Row(
            [
                new RowCell(TrackWidth.Relative(), new Column(
                [
                    SheetBlocks.Text(T(nameof(DocumentsTexts.Folder_Title)) + " · " + folder.Region, Type.LeadBold),
                    SheetBlocks.Text(T(nameof(DocumentsTexts.Profile_Event), folder.EventTitle, GermanTexts.Day(folder.EventDate)), Type.Label),
                ])),
                new RowCell(TrackWidth.Fixed(190), new Column(
                [
                    SheetBlocks.AtEnd(T(nameof(DocumentsTexts.Folder_Number), folder.Number), Type.Chiffre),
                    SheetBlocks.AtEnd(T(nameof(DocumentsTexts.Profile_Copy), folder.Copy.Number, folder.Copy.Of), Type.BodyBold),
                ])),
            ]),
            new Rule(1.2) { SpaceBefore = 4 },
            SheetBlocks.Text(T(nameof(DocumentsTexts.Folder_For)), Type.Label, Type.Gap(5)),
            SheetBlocks.Heading(folder.Employer, new TextStyle { Size = 30, LineHeight = 36, Bold = true }, ParagraphRole.Heading1),
            new Row(
            [
                Fact(nameof(DocumentsTexts.Folder_Event), folder.EventTitle, 3),
                Fact(nameof(DocumentsTexts.Folder_When), GermanTexts.Day(folder.EventDate), 2),
            ]) { Gap = Type.Gap(2), SpaceBefore = Type.Gap(3) },
            new Row(
            [
                Fact(nameof(DocumentsTexts.Folder_Where), folder.EventPlace + (folder.Stand.Length > 0 ? T(nameof(DocumentsTexts.Folder_Stand), folder.Stand) : ""), 3),
                Fact(nameof(DocumentsTexts.Folder_Count), T(nameof(DocumentsTexts.Folder_CountValue), folder.Sheets.Count), 2),
            ]) { Gap = Type.Gap(2), SpaceBefore = Type.Gap(1) },
            SheetBlocks.Text(T(nameof(DocumentsTexts.Folder_Anonymous)), Type.Lead, Type.Gap(3)),
            SheetBlocks.Text(T(nameof(DocumentsTexts.Folder_HowToAsk)), Type.Lead, Type.Gap(0.5)),
            new Space(null),
            Receipt(folder),
        ],
    };

    private static Box Receipt(FolderFacts folder) => new(new Column(
    [
        SheetBlocks.Heading(T(nameof(DocumentsTexts.Receipt_Title)), Type.LeadBold),
        SheetBlocks.Text(T(nameof(DocumentsTexts.Receipt_Text), folder.Number, folder.Copy.Number, folder.Copy.Of, folder.Sheets.Count), Type.Body),
        new Row(
        [
            new RowCell(TrackWidth.Relative(), new Column(
            [
                SheetBlocks.Heading(T(nameof(DocumentsTexts.Receipt_Taken)), Type.Heading, ParagraphRole.Heading3),
                SheetBlocks.Signature(T(nameof(DocumentsTexts.Receipt_DateName)), Type),
                SheetBlocks.Signature(T(nameof(DocumentsTexts.Receipt_SignEmployer)), Type),
            ])),
            new RowCell(TrackWidth.Relative(), new Column(
            [
                SheetBlocks.Heading(T(nameof(DocumentsTexts.Receipt_Returned)), Type.Heading, ParagraphRole.Heading3),
                SheetBlocks.Signature(T(nameof(DocumentsTexts.Receipt_Sheets), folder.Sheets.Count), Type),
                SheetBlocks.Signature(T(nameof(DocumentsTexts.Receipt_SignOffice)), Type),
            ])),
        ]) { Gap = Type.Gap(2), SpaceBefore = Type.Gap(1) },
        SheetBlocks.Text(T(nameof(DocumentsTexts.Receipt_Back), string.Join(" · ", folder.Contact)), Type.Label, Type.Gap(1)),
    ])) { Fill = SheetType.Tint, Padding = new Margins(Type.Gap(1), Type.Gap(1), Type.Gap(1), Type.Gap(1)) };

    private static PageSequence Contents(FolderFacts folder, SheetLabels labels)
    {
        var blocks = new List<Block> { SheetBlocks.Heading(T(nameof(DocumentsTexts.Folder_Contents)), Type.Headline, ParagraphRole.Heading1) };
        foreach (var group in folder.Sheets.GroupBy(sheet => sheet.Content.OccupationGroup))
        {
            var name = group.Key.Length == 0 ? T(nameof(DocumentsTexts.Folder_NoGroup)) : labels.Group(group.Key);
            blocks.Add(SheetBlocks.Heading(name, Type.LeadBold, before: Type.Gap(1.5)));
            blocks.Add(new Table(
                [TrackWidth.Fixed(34), TrackWidth.Relative(10), TrackWidth.Fixed(58), TrackWidth.Relative(9), TrackWidth.Fixed(82)],
                group.Select(sheet => ContentsRow(sheet, labels)).ToList())
            {
                Header = new TableRow(
                [
                    Head(nameof(DocumentsTexts.Contents_Sheet)), Head(nameof(DocumentsTexts.Contents_Occupation)), Head(nameof(DocumentsTexts.Contents_German)),
                    Head(nameof(DocumentsTexts.Profile_Forms)), Head(nameof(DocumentsTexts.Profile_Chiffre)),
                ]),
                Summary = name,
                CellPadding = new Margins(2, 6, 2, 0),
            });
        }

        blocks.Add(SheetBlocks.Text(T(nameof(DocumentsTexts.Contents_GermanNote)), Type.Label, Type.Gap(1)));
        return new PageSequence
        {
            Margins = PageMargins,
            Header = RunningHead(folder),
            Footer = Law(),
            Bookmark = T(nameof(DocumentsTexts.Folder_Contents)),
            Content = blocks,
        };
    }

    private static TableRow ContentsRow(FolderSheet sheet, SheetLabels labels) => new(
    [
        SheetBlocks.Text(sheet.Facts.Sheet is { } number ? number.Number.ToString(GermanTexts.Culture) : "", Type.BodyBold),
        SheetBlocks.Text(sheet.Content.Occupation, Type.BodyBold),
        SheetBlocks.Text(SheetLabels.ShortLevel(sheet.Content.SpokenGerman) + " / " + SheetLabels.ShortLevel(sheet.Content.WrittenGerman), Type.Body),
        SheetBlocks.Text(string.Join(" · ", sheet.Content.Forms.Select(labels.Form)), Type.Body),
        new Paragraph([new Run(sheet.Facts.Chiffre) { Isolated = true }]) { Style = Type.Body },
    ]);

    private static PageSequence Duties(FolderFacts folder)
    {
        Paragraph Point(string key) => new(T(key), Type.Lead) { Bullet = "•", SpaceBefore = 4 };
        return new PageSequence
        {
            Margins = PageMargins,
            Header = RunningHead(folder),
            Footer = Law(),
            Bookmark = T(nameof(DocumentsTexts.Duties_Title)),
            Content =
            [
                SheetBlocks.Heading(T(nameof(DocumentsTexts.Duties_Title)), Type.Headline, ParagraphRole.Heading1),
                SheetBlocks.Heading(T(nameof(DocumentsTexts.Duties_Contact)), Type.LeadBold, before: Type.Gap(2)),
                Point(nameof(DocumentsTexts.Duties_Contact_Ask)),
                Point(nameof(DocumentsTexts.Duties_Contact_Name)),
                Point(nameof(DocumentsTexts.Duties_Contact_Equal)),
                SheetBlocks.Heading(T(nameof(DocumentsTexts.Duties_Start)), Type.LeadBold, before: Type.Gap(2)),
                SheetBlocks.Text(T(nameof(DocumentsTexts.Duties_Start_Law)), Type.Lead, 2),
                Point(nameof(DocumentsTexts.Duties_Start_Check)),
                Point(nameof(DocumentsTexts.Duties_Start_Copy)),
                Point(nameof(DocumentsTexts.Duties_Start_Report)),
                Point(nameof(DocumentsTexts.Duties_Start_Apply)),
                SheetBlocks.Heading(T(nameof(DocumentsTexts.Duties_Return)), Type.LeadBold, before: Type.Gap(2)),
                Point(nameof(DocumentsTexts.Duties_Return_When)),
                Point(nameof(DocumentsTexts.Duties_Return_Recall)),
                SheetBlocks.Heading(T(nameof(DocumentsTexts.Profile_Contact)), Type.LeadBold, before: Type.Gap(2)),
                .. folder.Contact.Select(line => SheetBlocks.Text(line, Type.Lead)),
            ],
        };
    }

    private static Column RunningHead(FolderFacts folder) => new(
    [
        new Row(
        [
            new RowCell(TrackWidth.Relative(), SheetBlocks.Text(T(nameof(DocumentsTexts.Folder_Title)) + " · " + folder.Employer, Type.Label)),
            new RowCell(TrackWidth.Fixed(160), SheetBlocks.AtEnd(
                T(nameof(DocumentsTexts.Folder_Number), folder.Number) + " · " + T(nameof(DocumentsTexts.Profile_Copy), folder.Copy.Number, folder.Copy.Of), Type.Label)),
        ]),
        new Space(Type.Gap(1.5)),
    ]);

    private static Column Law() => new(
    [
        new Space(Type.Gap(1)),
        new Rule(0.5) { Colour = SheetType.Hairline },
        SheetBlocks.Law(Type) with { SpaceBefore = 3 },
    ]);

    private static RowCell Fact(string key, string value, double share) =>
        new(TrackWidth.Relative(share), SheetBlocks.Labelled(T(key), value, Type.Label, Type.LeadBold));

    private static Paragraph Head(string key) => SheetBlocks.Text(T(key), Type.Label);

    private static string T(string key, params object[] holes) => GermanTexts.Text(key, holes);
}
