using Integration.Common;
using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Privacy;
using Integration.Resources;

namespace Integration.Documents.Sheets;

/// <summary>The consent form: German on the left, the person's language on the right, every sentence beside its twin, and one box to tick
/// between the two. A language that no native reader has confirmed is marked as a draft.</summary>
public sealed class ConsentForm
{
    private const double BoxSize = 13;
    private static readonly SheetType Type = SheetType.A4;
    private static readonly TrackWidth Middle = TrackWidth.Fixed(BoxSize + 2);

    private readonly ConsentFormFacts _facts;
    private readonly TextStyle _text;
    private readonly double _gap;
    private readonly FormTexts _german;
    private readonly FormTexts? _other;
    private readonly Dictionary<string, string> _values;

    private ConsentForm(ConsentFormFacts facts, FormTexts language)
    {
        _facts = facts;
        _german = FormTexts.Of("de") ?? throw new InvalidOperationException("The German texts are missing.");
        _other = language.Language == _german.Language ? null : language;
        // Arabic script needs taller lines; a little smaller, the form still is one sheet of paper, front and back.
        (_text, _gap) = language.RightToLeft ? (new TextStyle { Size = 8.7, LineHeight = 11.5 }, 3) : (new TextStyle { Size = 9.5, LineHeight = 13 }, 4);
        _values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["organisation"] = facts.Organisation,
            ["contact"] = facts.Contact,
            ["event"] = facts.EventTitle,
            ["date"] = GermanTexts.Day(facts.EventDate),
            ["place"] = facts.EventPlace,
            ["validUntil"] = GermanTexts.Day(facts.ValidUntil),
            ["language"] = facts.LanguageName,
            ["explainedBy"] = GermanTexts.Text(nameof(DocumentsTexts.Form_Blank)),
            ["employer"] = facts.Recipient,
            ["partner"] = facts.Recipient,
            ["version"] = language.Version,
        };
    }

    /// <summary>The form for one person and purpose.</summary>
    public static PageSequence Compose(ConsentFormFacts facts, FormTexts language, int number) => new ConsentForm(facts, language).Build(number);

    private PageSequence Build(int number)
    {
        var blocks = new List<Block>();
        if (_other is { Reviewed: false })
        {
            blocks.Add(new Box(Pair("form.draft", _text with { Bold = true })) { Fill = SheetType.Tint, Padding = new Margins(4, 6, 5, 6) });
        }

        var parts = ConsentFormParts.Of(_facts.Purpose);
        blocks.Add(Pair(parts.Title, new TextStyle { Size = 14, LineHeight = 18, Bold = true }, Type.Gap(1), ParagraphRole.Heading1));
        blocks.Add(Name());
        blocks.AddRange(parts.Before.Select(key => key.EndsWith(".title", StringComparison.Ordinal)
            ? Pair(key, _text with { Bold = true }, Type.Gap(0.75), ParagraphRole.Heading2)
            : Pair(key, _text, _gap)));
        foreach (var choice in parts.Choices)
        {
            blocks.Add(new KeepTogether(new Column(
                [.. choice.Explained is { } text ? [Pair(text, _text, Type.Gap(1))] : Array.Empty<Block>(), .. choice.Boxes.Select(Block (key) => TickRow(key))])
            {
                SpaceBefore = Type.Gap(1),
            }));
        }

        blocks.AddRange(parts.After.Select(key => Pair(key, _text, _gap)));
        blocks.Add(new KeepTogether(Signatures()));
        blocks.Add(new KeepTogether(new Column([.. ConsentFormParts.Privacy.Select(Small)]) { SpaceBefore = Type.Gap(1.5) }));
        return new PageSequence
        {
            Margins = new Margins(14 * Length.Millimetre, 16.5 * Length.Millimetre, 10 * Length.Millimetre, 16.5 * Length.Millimetre),
            Content = blocks,
            Footer = Footer(),
            Bookmark = GermanTexts.Text(nameof(DocumentsTexts.Form_Bookmark), number),
        };
    }

    private Row Small(string key) => key.EndsWith(".title", StringComparison.Ordinal)
        ? Pair(key, Type.Law with { Bold = true, Colour = Colour.Black }, 2, ParagraphRole.Heading2)
        : Pair(key, Type.Law with { Colour = Colour.Black }, 1);

    private Block Name() => new Column(
    [
        new Paragraph([new Run(_facts.PersonName) { Isolated = true }]) { Style = Type.LeadBold },
        new Rule(0.5) { Colour = SheetType.Hairline, SpaceBefore = 1 },
    ]) { SpaceBefore = Type.Gap(0.75) };

    private Column Signatures()
    {
        RowCell Line(string key) => new(TrackWidth.Relative(), new Column([new Space(Type.Gap(2)), new Rule(0.6), Caption(key)]));
        Row Beside(params RowCell[] lines) => new(lines) { Gap = Type.Gap(1.5), FixedOrder = true };
        return new Column(
        [
            Beside(Line("sign.place"), Line("sign.date")),
            Beside(Line("sign.person"), Line("sign.explainer")),
            Beside(Line("sign.guardian")),
            Pair("sign.copy", _text, Type.Gap(0.75)),
        ]) { SpaceBefore = Type.Gap(0.5) };
    }

    private Row Caption(string key)
    {
        var german = new RowCell(TrackWidth.Relative(), Paragraph(_german, key, Type.Label, ParagraphRole.Paragraph));
        return new Row(_other is null ? [german] : [german, new RowCell(TrackWidth.Relative(), Paragraph(_other, key, Type.Label, ParagraphRole.Paragraph))])
        {
            Gap = 6, FixedOrder = true, SpaceBefore = 2,
        };
    }

    private Column Footer() => new(
    [
        new Space(Type.Gap(0.5)),
        new Rule(0.5) { Colour = SheetType.Hairline },
        new Row(
        [
            new RowCell(TrackWidth.Relative(), new Paragraph([.. _german.Runs("form.version", _values), new Run(" · " + (_other ?? _german).Language)]) { Style = Type.Law }),
            new RowCell(TrackWidth.Fixed(90), new Paragraph(SheetBlocks.PageOfPages(
                GermanTexts.Text(nameof(DocumentsTexts.Page_Before)), GermanTexts.Text(nameof(DocumentsTexts.Page_Between)), ""))
            {
                Style = Type.Law, Alignment = TextAlignment.End,
            }),
        ]) { SpaceBefore = 3 },
    ]);

    /// <summary>One sentence in both languages, beginning at the same height.</summary>
    private Row Pair(string key, TextStyle style, double before = 0, ParagraphRole role = ParagraphRole.Paragraph) =>
        Both(key, style, new Space(0), before, role);

    private Row TickRow(string key) =>
        Both(key, _text with { Bold = true }, new Box(new Space(0)) { BorderWidth = 0.9, MinHeight = BoxSize }, 6, ParagraphRole.Paragraph);

    private Row Both(string key, TextStyle style, Block middle, double before, ParagraphRole role)
    {
        var german = new RowCell(TrackWidth.Relative(), Paragraph(_german, key, style, role));
        var cells = _other is null
            ? new[] { new RowCell(Middle, middle), german }
            : [german, new RowCell(Middle, middle), new RowCell(TrackWidth.Relative(), Paragraph(_other, key, style, role))];
        return new Row(cells) { Gap = Type.Gap(0.75), FixedOrder = true, SpaceBefore = before };
    }

    private Paragraph Paragraph(FormTexts texts, string key, TextStyle style, ParagraphRole role) => new(texts.Runs(key, _values))
    {
        Style = style,
        Language = texts.Language,
        Direction = texts.RightToLeft ? TextDirection.RightToLeft : TextDirection.LeftToRight,
        Role = role,
    };
}
