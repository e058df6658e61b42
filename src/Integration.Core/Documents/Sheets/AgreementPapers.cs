using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Resources;
using static Integration.Documents.Sheets.GermanTexts;

namespace Integration.Documents.Sheets;

/// <summary>What an agreement says; what is empty is a line to write on.</summary>
internal sealed record AgreementFacts
{
    public required AgreementPaper Paper { get; init; }

    public required string EventTitle { get; init; }

    public required DateOnly EventDate { get; init; }

    public string Employer { get; init; } = "";

    public string EmployerPlace { get; init; } = "";

    public string EmployerContact { get; init; } = "";

    public string Chiffre { get; init; } = "";

    /// <summary>The person's name; empty unless their own case manager prints it for the signature.</summary>
    public string Name { get; init; } = "";

    public string Occupation { get; init; } = "";

    public string Form { get; init; } = "";

    /// <summary>The forms to tick when none is said.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];

    public bool ApplyFirst { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public int? WeeklyHours { get; init; }

    public string Team { get; init; } = "";
}

/// <summary>Statement of intent and internship agreement (DOMAIN §7.4 no. 15 and 16).</summary>
internal static class AgreementPapers
{
    private const double NameWidth = 132;
    private static readonly SheetType Type = SheetType.A4;

    public static PageSequence Compose(AgreementFacts facts)
    {
        var intent = facts.Paper == AgreementPaper.StatementOfIntent;
        return new PageSequence
        {
            ShrinkFloor = 0.8,
            Margins = new Margins(15 * Length.Millimetre, 18 * Length.Millimetre, 12 * Length.Millimetre, 18 * Length.Millimetre),
            Header = Header(facts),
            Footer = Footer(),
            Content = [.. intent ? Intent(facts) : Internship(facts)],
        };
    }

    private static IEnumerable<Block> Intent(AgreementFacts facts) =>
    [
        SheetBlocks.Heading(Text(nameof(DocumentsTexts.Intent_Title)), Type.Headline, ParagraphRole.Heading1),
        SheetBlocks.Text(Text(nameof(DocumentsTexts.Intent_Lead)), Type.Lead, 4),
        .. Kind(facts),
        Fields(facts, nameof(DocumentsTexts.Intent_Parties), Parties(facts)),
        Fields(facts, nameof(DocumentsTexts.Intent_What), Plan(facts)),
        new Box(new Column(
        [
            SheetBlocks.Heading(Text(nameof(DocumentsTexts.Intent_FirstTitle)), Type.BodyBold),
            SheetBlocks.Text(Text(facts.ApplyFirst ? nameof(DocumentsTexts.Intent_FirstText) : nameof(DocumentsTexts.Intent_FirstCheck)), Type.Body, 2),
            SheetBlocks.Text(Text(nameof(DocumentsTexts.Intent_FirstTask), facts.Team.Length > 0 ? facts.Team : Text(nameof(DocumentsTexts.Intent_Office))), Type.Body, 2),
        ])) { Fill = SheetType.Tint, Padding = Margins.All(8), SpaceBefore = 12 },
        .. Next(),
        Signatures(facts, nameof(DocumentsTexts.Intent_Binding)),
    ];

    private static IEnumerable<Block> Next() =>
    [
        SheetBlocks.Heading(Text(nameof(DocumentsTexts.Intent_Next)), Type.LeadBold, before: 12),
        new WritingLines(2, 7 * Length.Millimetre),
    ];

    private static IEnumerable<Block> Internship(AgreementFacts facts) =>
    [
        SheetBlocks.Heading(Text(nameof(DocumentsTexts.Internship_Title)), Type.Headline, ParagraphRole.Heading1),
        SheetBlocks.Text(Text(nameof(DocumentsTexts.Internship_Lead)), Type.Body, 2),
        .. Kind(facts),
        Fields(facts, nameof(DocumentsTexts.Intent_Parties), Parties(facts)),
        Fields(facts, nameof(DocumentsTexts.Internship_Time),
        [
            .. Plan(facts), (nameof(DocumentsTexts.Internship_Hours), ""), (nameof(DocumentsTexts.Internship_Tasks), ""), (nameof(DocumentsTexts.Internship_Goals), ""),
            (nameof(DocumentsTexts.Internship_Guide), ""),
        ]),
        SheetBlocks.Heading(Text(nameof(DocumentsTexts.Internship_Rules)), Type.LeadBold, before: 10),
        .. new[]
        {
            nameof(DocumentsTexts.Internship_Safety), nameof(DocumentsTexts.Internship_Insurance), nameof(DocumentsTexts.Internship_Pay), nameof(DocumentsTexts.Internship_Young),
            nameof(DocumentsTexts.Internship_Food), nameof(DocumentsTexts.Internship_Secrecy), nameof(DocumentsTexts.Internship_End), nameof(DocumentsTexts.Internship_Reference),
        }.Select(key => new Paragraph(Text(key), Type.Body) { Bullet = "•", SpaceBefore = 1.5 }),
        new KeepTogether(new Column(
        [
            SheetBlocks.Heading(Text(nameof(DocumentsTexts.Internship_Permit)), Type.BodyBold),
            new Row([.. new[] { nameof(DocumentsTexts.Internship_PermitNone), nameof(DocumentsTexts.Internship_PermitThere), nameof(DocumentsTexts.Internship_PermitAsked) }
                .Select(key => new RowCell(TrackWidth.Relative(), SheetBlocks.Text("☐ " + Text(key), Type.Body)))]) { Gap = 8, SpaceBefore = 2 },
        ]) { SpaceBefore = 8 }),
        Signatures(facts, null),
    ];

    // The kind that was said, or all to tick.
    private static IEnumerable<Block> Kind(AgreementFacts facts) => facts.Form.Length > 0
        ? [SheetBlocks.Text(facts.Form, Type.Level, 8)]
        : [
            SheetBlocks.Heading(Text(nameof(DocumentsTexts.Agreement_Kind)), Type.LeadBold, before: 8),
            .. facts.Forms.Select(form => new Paragraph(form, Type.Body) { Bullet = "☐", SpaceBefore = 2 }),
        ];

    private static IEnumerable<(string Key, string Value)> Parties(AgreementFacts facts) =>
    [
        (nameof(DocumentsTexts.Agreement_Employer), string.Join(", ", new[] { facts.Employer, facts.EmployerPlace }.Where(part => part.Length > 0))),
        (nameof(DocumentsTexts.Agreement_Contact), facts.EmployerContact),
        (nameof(DocumentsTexts.Agreement_Person), facts.Name),
        (nameof(DocumentsTexts.Agreement_Chiffre), facts.Chiffre),
    ];

    private static IEnumerable<(string Key, string Value)> Plan(AgreementFacts facts) =>
    [
        (nameof(DocumentsTexts.Agreement_Occupation), facts.Occupation),
        (nameof(DocumentsTexts.Agreement_Period), (facts.StartsOn, facts.EndsOn) switch
        {
            ({ } from, { } to) => Text(nameof(DocumentsTexts.Agreement_FromTo), Day(from), Day(to)),
            ({ } from, null) => Text(nameof(DocumentsTexts.Agreement_From), Day(from)),
            _ => "",
        }),
        (nameof(DocumentsTexts.Agreement_WeeklyHours), facts.WeeklyHours is { } hours ? Text(nameof(DocumentsTexts.Agreement_Hours), hours) : ""),
    ];

    // An empty field is a line to write on, and high enough for a pen.
    private static Column Fields(AgreementFacts facts, string title, IEnumerable<(string Key, string Value)> fields) => new(
    [
        SheetBlocks.Heading(Text(title), Type.LeadBold, before: 10),
        new Table(
            [TrackWidth.Fixed(NameWidth), TrackWidth.Relative()],
            [.. fields.Select(field => new TableRow(
            [
                SheetBlocks.Text(Text(field.Key), Type.Label with { LineHeight = Type.Body.LineHeight }),
                field.Value.Length > 0 ? new Paragraph([new Run(field.Value) { Isolated = true }]) { Style = Type.BodyBold } : new Space(Type.Gap(1.4)),
            ]))])
        {
            Summary = Text(title) + ", " + facts.EventTitle,
            FirstColumnIsHeader = true,
            CellPadding = new Margins(2.5, 4, 2.5, 0),
        },
    ]);

    private static KeepTogether Signatures(AgreementFacts facts, string? before) => new(new Column(
    [
        .. before is null ? Array.Empty<Block>() : [SheetBlocks.Text(Text(before), Type.Body, 10)],
        new Row(
        [
            new RowCell(TrackWidth.Relative(), SheetBlocks.Signature(Text(nameof(DocumentsTexts.Agreement_SignEmployer)), Type)),
            new RowCell(TrackWidth.Relative(), SheetBlocks.Signature(Text(nameof(DocumentsTexts.Agreement_SignPerson)), Type)),
        ]) { Gap = 24, SpaceBefore = 8 },
        .. facts.Paper == AgreementPaper.InternshipAgreement
            ? [new Row([new RowCell(TrackWidth.Relative(), SheetBlocks.Signature(Text(nameof(DocumentsTexts.Agreement_SignGuardian)), Type)), new RowCell(TrackWidth.Relative(), new Space(1))]) { Gap = 24 }]
            : Array.Empty<Block>(),
    ]));

    private static Column Header(AgreementFacts facts) => new(
    [
        SheetBlocks.Text(facts.EventTitle + ", " + Day(facts.EventDate), Type.Label),
        new Rule(1.2) { SpaceBefore = 4 },
        new Space(Type.Gap(0.75)),
    ]);

    private static Column Footer() => new(
    [
        new Rule(0.5) { Colour = SheetType.Hairline },
        new Row(
        [
            new RowCell(TrackWidth.Relative(), SheetBlocks.Text(Text(nameof(DocumentsTexts.Agreement_Law)), Type.LawBold)),
            new RowCell(TrackWidth.Fixed(90), new Paragraph(SheetBlocks.PageOfPages(
                Text(nameof(DocumentsTexts.Page_Before)), Text(nameof(DocumentsTexts.Page_Between)), "")) { Style = Type.Law, Alignment = TextAlignment.End }),
        ]) { SpaceBefore = 3 },
    ]);
}
