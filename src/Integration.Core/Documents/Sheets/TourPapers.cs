using Integration.Common;
using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Resources;
using Integration.Tours;
using static Integration.Documents.Sheets.GermanTexts;

namespace Integration.Documents.Sheets;

/// <summary>A tour on paper.</summary>
/// <param name="Tour">The tour.</param>
/// <param name="Host">Name of the host.</param>
/// <param name="Groups">By number.</param>
/// <param name="Sizes">How many wear which size.</param>
public sealed record PaperTour(Tour Tour, string Host, IReadOnlyList<PaperTourGroup> Groups, TourSizes Sizes);

/// <summary>A group on paper.</summary>
/// <param name="Group">The group.</param>
/// <param name="Interpreter">Who interprets; empty for nobody.</param>
/// <param name="People">Who walks in it.</param>
public sealed record PaperTourGroup(TourGroup Group, string Interpreter, IReadOnlyList<PaperGuest> People);

/// <summary>For each group a sheet for its guide, and for the host what to have ready: numbers and sizes, no names.</summary>
internal static class TourPapers
{
    private static readonly SheetType Type = SheetType.A4;

    public static IEnumerable<PageSequence> Compose(EventPaperFacts facts) =>
        facts.Tours.Where(tour => tour.Groups.Count > 0)
            .SelectMany(tour => tour.Groups.Select(group => Group(facts, tour, group)).Append(Host(facts, tour)))
            .Select((sheet, i) => i == 0 ? sheet with { Bookmark = Text(nameof(DocumentsTexts.Paper_TourSheets)) } : sheet);

    private static PageSequence Group(EventPaperFacts facts, PaperTour tour, PaperTourGroup group) => new()
    {
        Header = DoorPapers.Header(facts, Text(nameof(DocumentsTexts.Tour_ForGuide))),
        Footer = DoorPapers.Footer(facts),
        Content =
        [
            SheetBlocks.Heading(Text(nameof(DocumentsTexts.Tour_Group), group.Group.Number), Type.Headline, ParagraphRole.Heading1),
            SheetBlocks.Text(tour.Tour.Title + ", " + tour.Host, Type.Lead),
            SheetBlocks.FactTable(tour.Tour.Title, Facts(facts, tour, group).Where(fact => fact.Value.Length > 0), 130, Type),
            Names(group),
        ],
    };

    private static IEnumerable<(string Name, string Value)> Facts(EventPaperFacts facts, PaperTour tour, PaperTourGroup group)
    {
        var starts = group.Group.StartsAt ?? tour.Tour.StartsAt;
        var wheelchairs = group.People.Count(guest => guest.Wheelchair);
        yield return (Text(nameof(DocumentsTexts.Tour_Meeting)), string.Join(", ", new[] { Time(tour.Tour.MeetsAt), tour.Tour.MeetingPoint }.Where(part => part.Length > 0)));
        yield return (Text(nameof(DocumentsTexts.Tour_Time)), Time(starts) + "–" + Time(starts.AddMinutes(tour.Tour.Minutes)));
        yield return (Text(nameof(DocumentsTexts.Tour_Guide)), group.Group.Guide.Length > 0 ? group.Group.Guide : Text(nameof(DocumentsTexts.Tour_Open)));
        yield return (Text(nameof(DocumentsTexts.Tour_Interpreter)), group.Interpreter);
        yield return (Text(nameof(DocumentsTexts.Bus_People)), group.People.Count.ToString(Culture) + (wheelchairs > 0 ? ", " + Text(nameof(DocumentsTexts.Tour_Wheelchairs), wheelchairs) : ""));
        foreach (var rule in Rules(tour.Tour))
        {
            yield return rule;
        }

        yield return (Text(nameof(DocumentsTexts.Bus_Contact)), facts.Contact);
    }

    private static IEnumerable<(string Name, string Value)> Rules(Tour tour) =>
    [
        (Text(nameof(DocumentsTexts.Tour_Equipment)), string.Join(", ", tour.Equipment.Select(kind => kind.Label(Culture)))),
        (Text(nameof(DocumentsTexts.Tour_Photos)), tour.PhotoBan ? Text(nameof(DocumentsTexts.Tour_PhotoBan)) : ""),
        (Text(nameof(DocumentsTexts.Tour_Confidential)), tour.Confidentiality),
    ];

    private static Table Names(PaperTourGroup group) => new(
        [TrackWidth.Relative(3), TrackWidth.Relative(2), TrackWidth.Fixed(70), TrackWidth.Fixed(34)],
        [.. group.People.Select(guest => new TableRow(
        [
            new Paragraph([new Run(guest.Called.Length > 0 ? guest.Called : Text(nameof(DocumentsTexts.Ticket_NoName))) { Isolated = true }]) { Style = Type.BodyBold },
            SheetBlocks.Text(guest.Support, Type.Body),
            SheetBlocks.Text(guest.Wheelchair ? Text(nameof(DocumentsTexts.Tour_Wheelchair)) : "", Type.Body),
            SheetBlocks.Tick(),
        ]))])
    {
        Header = new TableRow([.. new[] { nameof(DocumentsTexts.Bus_Name), nameof(DocumentsTexts.Arrivals_Language), nameof(DocumentsTexts.Tour_Flags), nameof(DocumentsTexts.Arrivals_In) }
            .Select(key => SheetBlocks.Text(Text(key), Type.Label))]),
        Summary = Text(nameof(DocumentsTexts.Tour_Group), group.Group.Number),
        CellPadding = new Margins(3, 6, 3, 0),
        SpaceBefore = 12,
    };

    private static PageSequence Host(EventPaperFacts facts, PaperTour tour)
    {
        var people = tour.Groups.Sum(group => group.People.Count);
        var languages = tour.Groups.SelectMany(group => group.People).Select(guest => guest.Support).Where(language => language.Length > 0).Distinct().Order(StringComparer.Create(Culture, ignoreCase: true));
        Paragraph Check(string text) => new(text, Type.Body) { Bullet = "☐", SpaceBefore = 4 };
        return new PageSequence
        {
            Header = DoorPapers.Header(facts, Text(nameof(DocumentsTexts.Tour_ForHost))),
            Footer = DoorPapers.Footer(facts),
            Content =
            [
                SheetBlocks.Heading(Text(nameof(DocumentsTexts.Tour_Ready)), Type.Headline, ParagraphRole.Heading1),
                SheetBlocks.Text(tour.Tour.Title + ", " + tour.Host, Type.Lead),
                SheetBlocks.FactTable(
                    tour.Tour.Title,
                    new[]
                    {
                        (Text(nameof(DocumentsTexts.Tour_Meeting)), string.Join(", ", new[] { Time(tour.Tour.MeetsAt), tour.Tour.MeetingPoint }.Where(part => part.Length > 0))),
                        (Text(nameof(DocumentsTexts.Bus_People)), Text(nameof(DocumentsTexts.Tour_InGroups), people, tour.Groups.Count)),
                    }.Concat(Rules(tour.Tour)).Where(fact => fact.Item2.Length > 0), 130, Type),
                SheetBlocks.Heading(Text(nameof(DocumentsTexts.Tour_Checklist)), Type.LeadBold, before: 14),
                Check(Text(nameof(DocumentsTexts.Tour_CheckBadges), people)),
                Check(languages.Any() ? Text(nameof(DocumentsTexts.Tour_CheckInstruction), string.Join(", ", languages)) : Text(nameof(DocumentsTexts.Tour_CheckInstructionGerman))),
                .. tour.Tour.Equipment.Select(kind => Check(Text(nameof(DocumentsTexts.Tour_CheckEquipment), kind.Label(Culture), people))),
                .. tour.Tour.PhotoBan ? [Check(Text(nameof(DocumentsTexts.Tour_CheckPhotos)))] : Array.Empty<Block>(),
                .. tour.Tour.Confidentiality.Length > 0 ? [Check(Text(nameof(DocumentsTexts.Tour_CheckConfidential)))] : Array.Empty<Block>(),
                SheetBlocks.Heading(Text(nameof(DocumentsTexts.Tour_Sizes)), Type.LeadBold, before: 14),
                Sizes(tour.Sizes),
            ],
        };
    }

    private static Table Sizes(TourSizes sizes) => new(
        [TrackWidth.Fixed(220), TrackWidth.Fixed(80)],
        [.. sizes.Shoes.Select(size => (Text(nameof(DocumentsTexts.Tour_ShoeSize), size.Key), size.Value))
            .Append((Text(nameof(DocumentsTexts.Tour_ShoesUnknown)), sizes.WithoutShoeSize))
            .Concat(sizes.Clothes.Select(size => (Text(nameof(DocumentsTexts.Tour_ClothingSize), size.Key.Label(Culture)), size.Value)))
            .Select(row => new TableRow([SheetBlocks.Text(row.Item1, Type.Body), SheetBlocks.Text(row.Item2.ToString(Culture), Type.BodyBold)]))])
    {
        Header = new TableRow([.. new[] { nameof(DocumentsTexts.Tour_Size), nameof(DocumentsTexts.Tour_HowMany) }.Select(key => SheetBlocks.Text(Text(key), Type.Label))]),
        Summary = Text(nameof(DocumentsTexts.Tour_Sizes)),
        FirstColumnIsHeader = true,
        CellPadding = new Margins(3, 6, 3, 0),
    };
}
