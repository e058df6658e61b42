using Integration.Common;
using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Profiles;
using Integration.Resources;

namespace Integration.Documents.Sheets;

/// <summary>The blocks of a short profile, each <see langword="null"/> when there is nothing to say.</summary>
internal sealed class ProfileSections(ProfileContent content, SheetLabels labels, SheetType type)
{
    private static readonly string Yes = GermanTexts.Text(nameof(DocumentsTexts.Answer_Yes));
    private static readonly string No = GermanTexts.Text(nameof(DocumentsTexts.Answer_No));
    private static readonly string ByArrangement = GermanTexts.Text(nameof(DocumentsTexts.Answer_ByArrangement));

    public Block Target()
    {
        var blocks = new List<Block>
        {
            SheetBlocks.Text(T(nameof(DocumentsTexts.Profile_Seeks)), type.Label),
            SheetBlocks.Heading(content.Occupation, type.Headline, ParagraphRole.Heading1),
        };
        if (content.Alternatives.Count > 0)
        {
            var or = T(nameof(DocumentsTexts.Profile_Or));
            blocks.Add(SheetBlocks.Text(string.Join(' ', content.Alternatives.Select(other => or + " " + other)), type.Lead, 2));
        }

        var facts = new List<RowCell>();
        if (content.Forms.Count > 0)
        {
            facts.Add(Fact(ProfileSheet.Wide, nameof(DocumentsTexts.Profile_Forms), string.Join(" · ", content.Forms.Select(labels.Form))));
        }

        if (content.Start.Length > 0)
        {
            facts.Add(Fact(ProfileSheet.Narrow, nameof(DocumentsTexts.Profile_Start), content.Start));
        }

        if (facts.Count > 0)
        {
            blocks.Add(new Row(facts) { Gap = type.Gap(2), SpaceBefore = type.Gap(0.75) });
        }

        return new Column(blocks);
    }

    public Block? Strengths()
    {
        var lines = content.Strengths.Where(line => line.Length > 0)
            .Select(Block (line) => new Paragraph(line, type.Lead) { Bullet = "•" }).ToList();
        if (content.Introduction.Length > 0)
        {
            lines.Add(SheetBlocks.Text(T(nameof(DocumentsTexts.Profile_OwnWords), content.Introduction), type.Lead, type.Gap(0.25)));
        }

        return Section(nameof(DocumentsTexts.Profile_Strengths), lines);
    }

    public Block? Experience()
    {
        if (content.Experience.Count == 0)
        {
            return null;
        }

        var header = new TableRow([Head(nameof(DocumentsTexts.Experience_Work)), Head(nameof(DocumentsTexts.Experience_Industry)), Head(nameof(DocumentsTexts.Experience_Years))]);
        var rows = content.Experience.Select(entry => new TableRow(
            [SheetBlocks.Text(entry.Work, type.BodyBold), SheetBlocks.Text(entry.Industry, type.Body), SheetBlocks.Text(entry.Duration, type.Body)])).ToList();
        return Section(nameof(DocumentsTexts.Profile_Experience), [new Table([TrackWidth.Relative(6), TrackWidth.Relative(5), TrackWidth.Relative(4)], rows)
        {
            Header = header,
            Summary = T(nameof(DocumentsTexts.Profile_Experience)),
            CellPadding = new Margins(1.5, 4, 1.5, 0),
        }]);
    }

    public Block? Education()
    {
        var known = new[]
        {
            (Key: nameof(DocumentsTexts.Education_School), Value: content.Schooling),
            (Key: nameof(DocumentsTexts.Education_Training), Value: content.Training),
            (Key: nameof(DocumentsTexts.Education_Recognition), Value: content.Recognition),
        }.Where(fact => fact.Value.Length > 0)
            .Select(fact => new RowCell(TrackWidth.Relative(), SheetBlocks.Labelled(T(fact.Key), fact.Value, type.Label, type.Body))).ToList();
        return Section(nameof(DocumentsTexts.Profile_Education), known.Count == 0 ? [] : [new Row(known) { Gap = type.Gap(1), SpaceBefore = 1 }]);
    }

    public Block German()
    {
        TableRow Level(string key, LanguageLevel level, string plain) => new(
        [
            SheetBlocks.Text(T(key), type.Label with { LineHeight = type.Level.LineHeight }),
            SheetBlocks.Text(SheetLabels.ShortLevel(level), type.Level),
            SheetBlocks.Text(plain, type.Body, 2.5 * type.Factor),
        ]);
        var blocks = new List<Block>
        {
            new Table(
                [TrackWidth.Fixed(64 * type.Factor), TrackWidth.Fixed(32 * type.Factor), TrackWidth.Relative()],
                [
                    Level(nameof(DocumentsTexts.German_Spoken), content.SpokenGerman, labels.PlainSpoken(content.SpokenGerman)),
                    Level(nameof(DocumentsTexts.German_Written), content.WrittenGerman, labels.PlainWritten(content.WrittenGerman)),
                ])
            {
                Summary = T(nameof(DocumentsTexts.German_Summary)),
                FirstColumnIsHeader = true,
                CellPadding = new Margins(1.5, 4, 1.5, 0),
            },
        };
        var proof = labels.Proof(content.GermanProof) + (content.GermanCertificate.Length > 0 ? ", " + content.GermanCertificate : "");
        blocks.Add(SheetBlocks.Text(T(nameof(DocumentsTexts.German_Proof), proof), type.Body, 3));
        if (content.Course.Length > 0)
        {
            blocks.Add(SheetBlocks.Text(content.Course, type.Body));
        }

        blocks.Add(SheetBlocks.Text(
            content.OtherLanguages.Length > 0 ? T(nameof(DocumentsTexts.German_Others), content.OtherLanguages) : T(nameof(DocumentsTexts.German_OthersAsk)),
            type.Body));
        return Section(nameof(DocumentsTexts.Profile_German), blocks)!;
    }

    public Block? Evidence() =>
        Section(nameof(DocumentsTexts.Profile_Evidence), content.Evidence.Select(Block (line) => new Paragraph(line, type.Body) { Bullet = "•" }).ToList());

    public Block? Frame()
    {
        var rows = new List<(string, string)>();
        var answers = content.WorkTimes.Select(Answered).ToList();
        foreach (var answer in new[] { Yes, ByArrangement, No })
        {
            var times = answers.Where(line => line.Answer == answer).Select(line => line.Name).ToList();
            if (times.Count > 0)
            {
                rows.Add((Capital(answer), string.Join(" · ", times)));
            }
        }

        rows.AddRange(answers.Where(line => line.Answer != Yes && line.Answer != No && line.Answer != ByArrangement)
            .Select(line => line.Answer.Length > 0 ? (line.Name, line.Answer) : (T(nameof(DocumentsTexts.Frame_Hours)), line.Name)));
        if (content.Area.Length + content.Mobility.Length > 0)
        {
            rows.Add((T(nameof(DocumentsTexts.Frame_Way)), string.Join(" · ", new[] { content.Area, content.Mobility }.Where(part => part.Length > 0))));
        }

        return rows.Count == 0 ? null : Section(nameof(DocumentsTexts.Profile_Frame),
            [SheetBlocks.FactTable(T(nameof(DocumentsTexts.Profile_Frame)), rows, 64 * type.Factor, type)]);
    }

    public Block Access() => Section(nameof(DocumentsTexts.Profile_Access),
    [
        new Box(SheetBlocks.Text(labels.Access(content.WorkAccess), type.BodyBold))
        {
            Fill = SheetType.Tint, Padding = new Margins(4, 6, 5, 6),
        },
    ])!;

    public Block? Support()
    {
        if (content.Support.Count == 0)
        {
            return null;
        }

        var lines = content.Support.Select(Block (code) => new Paragraph(labels.Support(code), type.Body) { Bullet = "•" }).ToList();
        lines.Add(SheetBlocks.Text(T(nameof(DocumentsTexts.Support_Possible)), type.Label));
        return Section(nameof(DocumentsTexts.Profile_Support), lines);
    }

    private static string T(string key, params object[] holes) => GermanTexts.Text(key, holes);

    private static string Capital(string word) => char.ToUpper(word[0], GermanTexts.Culture) + word[1..];

    private static (string Name, string Answer) Answered(string line)
    {
        var colon = line.LastIndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? (line, "") : (line[..colon], line[(colon + 2)..]);
    }

    private RowCell Fact(TrackWidth width, string key, string value) =>
        new(width, SheetBlocks.Labelled(T(key), value, type.Label, type.LeadBold));

    private Paragraph Head(string key) => SheetBlocks.Text(T(key), type.Label);

    private Column? Section(string key, IReadOnlyList<Block> blocks) =>
        blocks.Count == 0 ? null : new Column([SheetBlocks.Heading(T(key), type.Heading), .. blocks]) { Gap = 0 };
}
