using System.Globalization;
using CsCheck;
using Integration.Common;
using Integration.Participants;
using Integration.Profiles;
using Integration.Profiles.Lint;

namespace Integration.Core.Tests.Profiles;

public sealed class ProfileLintTests
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void GoodProfile_HasNoFinding() => Assert.Empty(Sample.Lint(Sample.Content));

    [Theory]
    [InlineData("Amina hat viel Erfahrung", LintRule.Name, "Amina", "hat viel Erfahrung")]
    [InlineData("laut AMÌNA schnell", LintRule.Name, "AMÌNA", "laut schnell")]
    [InlineData("Frau Schewtschenko näht", LintRule.Name, "Schewtschenko", "Frau näht")]
    [InlineData("Frau Shevchenko näht", LintRule.Name, "Shevchenko", "Frau näht")]
    [InlineData("Шевченко näht", LintRule.Name, "Шевченко", "näht")]
    [InlineData("Schewtschenko, Amina: näht", LintRule.Name, "Schewtschenko, Amina", "näht")]
    [InlineData("Aminas Zeugnisse liegen vor", LintRule.Name, "Aminas", "Zeugnisse liegen vor")]
    [InlineData("Am\u200Bi\u00ADna näht", LintRule.Name, "Am\u200Bi\u00ADna", "näht")]
    [InlineData("A. S. näht", LintRule.Initials, "A. S.", "näht")]
    [InlineData("seit 2019 im Verkauf", LintRule.Year, "seit 2019", "seit 8 Jahren im Verkauf")]
    [InlineData("hat 2025 genäht", LintRule.Year, "2025", "hat vor 2 Jahren genäht")]
    [InlineData("hat im Jahr 2026 genäht", LintRule.Year, "im Jahr 2026", "hat vor einem Jahr genäht")]
    [InlineData("von 2015 bis 2019 im Verkauf", LintRule.Year, "von 2015 bis 2019", "4 Jahre im Verkauf")]
    [InlineData("Verkauf (2015–2019)", LintRule.Year, "2015–2019", "Verkauf (4 Jahre)")]
    [InlineData("in Berlin 2019 genäht", LintRule.Year, "2019", "in Berlin vor 8 Jahren genäht")]
    [InlineData("hat am 12.03.2019 begonnen", LintRule.Year, "12.03.2019", null)]
    [InlineData("seit ٢٠١٩ im Verkauf", LintRule.Year, "seit ٢٠١٩", "seit 8 Jahren im Verkauf")]
    [InlineData("ist 35 Jahre alt", LintRule.Age, "35 Jahre alt", "ist")]
    [InlineData("35-jährige Näherin", LintRule.Age, "35-jährige", "Näherin")]
    [InlineData("geboren am 17.05.1990", LintRule.Age, "geboren am 17.05.1990", "")]
    [InlineData("Jahrgang 1990", LintRule.Age, "Jahrgang 1990", "")]
    [InlineData("hat in Syrien genäht", LintRule.Country, "in Syrien", "hat im Ausland genäht")]
    [InlineData("Zeugnis aus der Ukraine", LintRule.Country, "aus der Ukraine", "Zeugnis aus dem Ausland")]
    [InlineData("In der Türkei genäht", LintRule.Country, "In der Türkei", "Im Ausland genäht")]
    [InlineData("hat in Syri\u0065\u0308n", LintRule.Country, null, null)]
    [InlineData("syrischer Führerschein", LintRule.Country, "syrischer", "ausländischer Führerschein")]
    [InlineData("Syrer mit Erfahrung", LintRule.Country, "Syrer", null)]
    [InlineData("Erfahrung in A\u0308gypten", LintRule.Country, "in A\u0308gypten", "Erfahrung im Ausland")]
    [InlineData("spricht Arabisch", LintRule.Country, "Arabisch", "spricht Ausländisch")]
    [InlineData("nach § 25 Abs. 2 AufenthG", LintRule.Paragraph, "§ 25 Abs. 2 AufenthG", "nach")]
    [InlineData("hat eine Duldung", LintRule.TriggerWord, "Duldung", "hat eine")]
    [InlineData("alleinerziehende Näherin", LintRule.TriggerWord, "alleinerziehende", "Näherin")]
    [InlineData("Jobcenter-Kunde", LintRule.TriggerWord, "Jobcenter-Kunde", "")]
    [InlineData("Tel. 0171/2345678", LintRule.Phone, "0171/2345678", "Tel.")]
    [InlineData("+49 (0) 5931 44-1234", LintRule.Phone, "+49 (0) 5931 44-1234", "")]
    [InlineData("amina@example.org schreiben", LintRule.Email, "amina@example.org", "schreiben")]
    [InlineData("siehe www.example.org/a", LintRule.Email, "www.example.org/a", "siehe")]
    [InlineData("wohnt Lindenstraße 5a", LintRule.Address, "Lindenstraße 5a", "wohnt")]
    [InlineData("aus 49733 Haren", LintRule.Address, "49733 Haren", "aus")]
    [InlineData("Nummer k 004711", LintRule.CustomerNumber, "k 004711", "Nummer")]
    [InlineData("Nummer 123A456789", LintRule.CustomerNumber, "123A456789", "Nummer")]
    [InlineData("zuverlässig und freundlich", LintRule.Character, "zuverlässig", null)]
    public void WordThatEmployersMustNotRead_IsFoundAndMended(string line, LintRule rule, string? text, string? mended)
    {
        var findings = Sample.LintLine(line);
        if (text is null)
        {
            Assert.DoesNotContain(findings, finding => finding.Rule == rule);
            return;
        }

        var finding = findings.First(found => found.Rule == rule);
        Assert.Equal(text, finding.Text);
        Assert.Equal(text, finding.Line.Substring(finding.Start, finding.Length));
        Assert.Equal(mended, finding.Mend is null ? null : finding.MendedLine());
        Assert.Equal(rule == LintRule.Character ? LintSeverity.Advice : LintSeverity.Blocks, finding.Severity);
    }

    [Theory]
    [InlineData("hat 6 Jahre Fliesen verlegt, auch Bäder")]
    [InlineData("hat 2000 m² Fliesen verlegt")]
    [InlineData("trägt 25 kg, 12 Stunden am Tag")]
    [InlineData("mit 20-jähriger Berufserfahrung")]
    [InlineData("nach 3-jähriger Ausbildung")]
    [InlineData("Schweißen nach ISO 9606-1, DGUV 308-001")]
    [InlineData("Sachkunde nach § 34a GewO")]
    [InlineData("Gesundheits- und Krankenpflege")]
    [InlineData("französische Küche für 120 Gäste")]
    [InlineData("prüft Fluchtwege und Feuerlöscher")]
    [InlineData("spricht gut Deutsch")]
    [InlineData("hat in Deutschland und im Ausland gearbeitet")]
    [InlineData("zuverlässig: in 3 Jahren nie zu spät")]
    [InlineData("Straßenbau 3 Jahre")]
    public void WordOfAnOccupation_IsNoFinding(string line) => Assert.Empty(Sample.LintLine(line));

    [Theory]
    [InlineData("Koch", "Ali", "Koch in der Großküche", "Koch")]
    [InlineData("Do", "An", "an zwei Maschinen, do it yourself", null)]
    [InlineData("Do", "An", "Herr An Do näht", "An Do")]
    [InlineData("Al-Khatib", "Omar", "Al Khatib verlegt Fliesen", "Al Khatib")]
    [InlineData("Alkhatib", "Omar", "Herr Khatib", null)]
    [InlineData("الخطيب", "عمر", "Omar الخطيب verlegt", "الخطيب")]
    [InlineData("გელაშვილი", "ნინო", "ნინო näht", "ნინო")]
    [InlineData("Müller", "Eva", "Frau Mueller", "Mueller")]
    [InlineData("Ö", "Li", "Ö ist kurz", null)]
    public void Name_IsFoundAsAWholeWord(string family, string given, string line, string? found)
    {
        var names = Sample.LintLine(line, Sample.Person(family, given)).Where(finding => finding.Rule == LintRule.Name).Select(finding => finding.Text).ToList();
        Assert.Equal(found is null ? [] : [found], names);
    }

    [Fact]
    public void BadgeName_IsFoundToo() => Assert.Single(Sample.LintLine("Mimi näht", Sample.Person(badge: "Mimi")), finding => finding.Rule == LintRule.Name);

    [Theory]
    [InlineData(nameof(ProfileContent.Course), "besucht bis 03/2027 einen Kurs", 0)]
    [InlineData(nameof(ProfileContent.Course), "besucht bis 2027 einen Kurs", 1)]
    [InlineData(nameof(ProfileContent.Course), "besucht bis 31.03.2027 einen Kurs", 1)]
    [InlineData(nameof(ProfileContent.GermanCertificate), "telc B1 (06/2026)", 0)]
    [InlineData(nameof(ProfileContent.GermanCertificate), "telc B1 (2026)", 1)]
    [InlineData(nameof(ProfileContent.Start), "ab 04/2027", 0)]
    [InlineData(nameof(ProfileContent.Training), "Ausbildung bis 03/2015", 1)]
    public void MonthAndYear_MayStandWhereTheSheetNeedsThem(string field, string text, int findings) =>
        Assert.Equal(findings, Sample.Lint(Sample.Content.WithLine(field, text)).Count(finding => finding.Rule == LintRule.Year));

    [Fact]
    public void LanguageThePersonWantsToBeRead_IsNoFinding()
    {
        Assert.Empty(Sample.Lint(Sample.Content with { OtherLanguages = "Arabisch (levantinisch), Kurdisch, Persisch" }));
        Assert.Single(Sample.Lint(Sample.Content with { OtherLanguages = "Arabisch aus Syrien" }), finding => finding.Rule == LintRule.Country);
    }

    [Fact]
    public void EmptyOrFullBlocks_AreSaid()
    {
        Assert.Equal(
            [("Occupation", LintRule.Missing), ("Strengths", LintRule.Missing), ("WorkAccess", LintRule.Sparse), ("Area", LintRule.Sparse)],
            Sample.Lint(new()).Select(finding => (finding.Field, finding.Rule)));
        Assert.Single(Sample.Lint(Sample.Content with { GermanProof = LanguageProof.NotStated }), finding => finding is { Field: "GermanProof", Severity: LintSeverity.Blocks });
        Assert.Empty(Sample.Lint(Sample.Content with { GermanProof = LanguageProof.NotStated, SpokenGerman = LanguageLevel.None, WrittenGerman = LanguageLevel.None }));
        Assert.Single(Sample.Lint(Sample.Content with { Strengths = ["eins", "zwei", "drei", "vier", "fünf", "sechs"] }), finding => finding.Rule == LintRule.TooManyLines);
        var longLine = Assert.Single(Sample.LintLine(new string('x', 91)));
        Assert.Equal((LintRule.LongLine, LintSeverity.Advice, 90, 1), (longLine.Rule, longLine.Severity, longLine.Start, longLine.Length));
    }

    [Fact]
    public void EveryFinding_HasASentenceInBothLanguages()
    {
        var findings = Enum.GetValues<LintRule>().Where(rule => rule is not (LintRule.Missing or LintRule.Sparse))
            .Select(rule => new LintFinding("Strengths[0]", 0, 4, rule, LintSeverity.Blocks, "Wort", "Wort") { WhyGerman = "Grund", WhyEnglish = "reason", Limit = 3 })
            .Concat(Sample.Lint(new()))
            .Concat(Sample.Lint(Sample.Content with { OccupationGroup = "", Strengths = ["eins"], GermanProof = LanguageProof.NotStated }));
        Assert.All(findings, finding =>
        {
            Assert.NotEqual(finding.Sentence(German), finding.Sentence(English));
            Assert.DoesNotContain('{', finding.Sentence(German));
        });
    }

    [Fact]
    public void Override_HoldsForTheseWordsInThisLineOnly()
    {
        var koch = Sample.Person("Koch");
        var content = Sample.Content with { Strengths = ["Koch in der Großküche", "fährt Transporter bis 3,5 t", "liest Pläne"] };
        var finding = Assert.Single(Sample.Lint(content, koch));
        FindingOverride[] overrides = [new(finding.Field, finding.Rule.ToString(), finding.Key, "Beruf", UserId.New(), default)];

        Assert.Empty(ProfileLint.Open(Sample.Lint(content, koch), overrides));
        Assert.Empty(ProfileLint.Open(Sample.Lint(content with { Strengths = [.. content.Strengths.Reverse()] }, koch), overrides));
        Assert.Single(ProfileLint.Open(Sample.Lint(content.WithLine("Strengths[0]", "Herr Koch in der Großküche"), koch), overrides));
        Assert.Single(ProfileLint.Open(Sample.Lint(content with { Strengths = ["x"], Introduction = "Koch in der Großküche" }, koch), overrides));
    }

    [Fact]
    public void Mending_EndsWithoutBlockingFindings()
    {
        var content = Sample.Content with
        {
            Strengths = ["Amina hat seit 2019 in Syrien genäht", "Duldung nach § 60a AufenthG, Tel. 0171 2345678", "35-jährige Näherin, K004711"],
            Introduction = "Ich bin 35 Jahre alt, a@b.de, Lindenstraße 5",
        };
        for (var i = 0; i < 30 && Sample.Lint(content).FirstOrDefault(finding => finding is { Severity: LintSeverity.Blocks, Mend: not null }) is { } next; i++)
        {
            content = ProfileLint.Mend(content, next);
        }

        Assert.DoesNotContain(Sample.Lint(content), finding => finding.Severity == LintSeverity.Blocks);
        Assert.Equal("hat seit 8 Jahren im Ausland genäht", content.Strengths[0]);
    }

    [Fact]
    public void AnyText_NeverThrowsAndEveryFindingLiesInItsLine()
    {
        var odd = Gen.OneOf("\uD800", "\uDC00", "😀", "\u0301", "\u200D", "½", "ﬁ", "٢٠٢٠", "2019", "Syrien", "§", "\t\n", "İ", "Amina", "-", "@a.b", "0171", ")", " in ", "A.");
        Gen.OneOf<string>(Gen.String[Gen.Char, 0, 40], odd).Array[0, 12].Select(parts => string.Concat(parts)).Sample(text =>
        {
            var content = Sample.Content with { Strengths = [text], Introduction = text, Evidence = [text], Experience = [new(text, text, text)], OtherLanguages = text };
            foreach (var finding in Sample.Lint(content))
            {
                Assert.Equal(finding.Text, finding.Line.Substring(finding.Start, finding.Length));
                _ = finding.Mend is null ? "" : finding.MendedLine();
                _ = finding.Sentence(German);
            }
        }, iter: 3000);
    }

    [Fact]
    public void NameInAnyLine_IsFound()
    {
        string[] families = ["Schewtschenko", "Öztürk", "Al-Khatib", "Nguyễn", "Шевченко", "الخطيب", "ተስፋዬ", "O'Brien", "Çelik", "Müller"];
        string[] givens = ["Amina", "Ołena", "José", "محمد", "Олена", "ሰላም", "Zoë", "Đorđe", "Jean-Luc"];
        var fields = Sample.Content.Lines().Select(line => line.Field).ToArray();
        var words = Gen.OneOf("hat", "6 Jahre", "verlegt", "und", "(Bau)", "–", "im Lager", "💪", "3,5 t", "");
        Gen.Select(Gen.OneOf(families), Gen.OneOf(givens), Gen.OneOf(fields), words.Array[0, 5], words.Array[0, 5], Gen.Int[0, 3])
            .Sample((family, given, field, before, after, form) =>
            {
                var name = form switch { 0 => family, 1 => given.ToUpperInvariant(), 2 => given + " " + family, _ => family.Normalize(System.Text.NormalizationForm.FormD) };
                var line = $"{string.Join(' ', before)} {name} {string.Join(' ', after)}";
                var findings = Sample.Lint(Sample.Content.WithLine(field, line), Sample.Person(family, given));
                return findings.Any(finding => finding.Rule == LintRule.Name && finding.Field == field && finding.Text.Length >= name.Length);
            }, iter: 3000);
    }
}
