using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Resources;
using static Integration.Documents.Sheets.GermanTexts;

namespace Integration.Documents.Sheets;

/// <summary>What a person takes home: that they were there, and from when to when, for the travel costs. The name is written in by hand or by the
/// person's own case manager: the organiser does not have it.</summary>
internal static class AttendancePapers
{
    private static readonly SheetType Type = SheetType.A4;

    public static PageSequence Certificate(EventPaperFacts facts, PaperGuest guest, bool first) => new()
    {
        Bookmark = first ? Text(nameof(DocumentsTexts.Paper_Certificates)) : null,
        Footer = LogoBar.Of(facts.Logos),
        Content =
        [
            SheetBlocks.Text(facts.Organiser, Type.Lead),
            SheetBlocks.Heading(Text(nameof(DocumentsTexts.Certificate_Title)), Type.Headline, ParagraphRole.Heading1, before: 90),
            Name(guest),
            SheetBlocks.Text(Text(nameof(DocumentsTexts.Certificate_Text), facts.Title, Day(facts.Date), facts.Place), Type.Lead, 16),
            .. facts.Items.Count == 0 ? Array.Empty<Block>() :
            [
                SheetBlocks.Heading(Text(nameof(DocumentsTexts.Certificate_Contents)), Type.LeadBold, before: 16),
                .. facts.Items.Where(item => !item.Cancelled && item.Content).Select(item => new Paragraph(item.Title, Type.Body) { Bullet = "•" }),
            ],
            new Space(40),
            SheetBlocks.Signature(Text(nameof(DocumentsTexts.Certificate_Signature), facts.Organiser), Type),
        ],
    };

    public static PageSequence Travel(EventPaperFacts facts, PaperGuest guest, bool first) => new()
    {
        Size = PageSize.A5.Turned,
        Margins = Margins.All(14 * Length.Millimetre),
        Bookmark = first ? Text(nameof(DocumentsTexts.Paper_TravelConfirmations)) : null,
        ShrinkFloor = 0.85,
        Content =
        [
            SheetBlocks.Heading(Text(nameof(DocumentsTexts.Travel_Title)), Type.Headline, ParagraphRole.Heading1),
            SheetBlocks.Text(Text(nameof(DocumentsTexts.Travel_Law)), Type.Label),
            Name(guest),
            SheetBlocks.Text(Text(nameof(DocumentsTexts.Travel_Text), facts.Title, Day(facts.Date), facts.Place, Time(guest.InAt), Time(guest.OutAt)), Type.Lead, 10),
            new Space(10),
            SheetBlocks.Signature(Text(nameof(DocumentsTexts.Certificate_Signature), facts.Organiser), Type),
        ],
    };

    // Who leads the event does not know family names: the line has room for a pen.
    private static Column Name(PaperGuest guest) => new(
    [
        new Space(20),
        guest.Called.Length > 0 ? new Paragraph([new Run(guest.Called) { Isolated = true }]) { Style = Type.Level } : new Space(12),
        new Rule(0.6),
        SheetBlocks.Text(Text(nameof(DocumentsTexts.Certificate_Name)), Type.Label, 2),
    ]);

    // Nobody is said to have left at a time that nobody recorded: the line stays free for a pen.
    private static string Time(TimeOnly? time) => time is { } known ? GermanTexts.Time(known) : "____";
}
