using Xunit;

namespace Integration.Data;

public class SeedImportTests
{
    /// <summary>Named by the enum in singular; their labels are in the list with the plural name.</summary>
    private static readonly string[] EnumLists = ["Gender", "LanguageLevel", "LanguageProof"];

    private static readonly ILookup<(string List, string Text), string> Codes =
        SeedFiles.Table("Import", "Synonyms.csv", "List;Code;Text").ToLookup(row => (row["List"], row["Text"]), row => row["Code"]);

    private static readonly Dictionary<string, (string Group, string Level)> Occupations =
        SeedFiles.Table("Import", "OccupationSynonyms.csv", "Text;Group;Level")
            .ToDictionary(row => row["Text"], row => (row["Group"], row["Level"]), StringComparer.OrdinalIgnoreCase);

    [Theory]
    [InlineData("Gender", "m", "w", "d")]
    [InlineData("Languages", "Arabisch", "Ukrainisch", "Dari", "Kurmandschi", "Rumänisch", "Türkisch", "Farsi", "Französisch", "Somali", "Tigrinya", "Russisch", "Englisch")]
    [InlineData("LanguageLevel", "keine", "A1", "A2", "B1", "B2", "C1")]
    [InlineData("LanguageProof", "Zertifikat", "Einstufungstest", "Selbsteinschätzung")]
    [InlineData("Schooling", "Abitur", "Hauptschule", "Abitur (Ausland, nicht bewertet)", "ohne Abschluss", "8 Jahre Schulbesuch", "Realschule", "12 Klassen")]
    [InlineData("Training", "angelernt", "abgebrochenes Studium", "ohne", "Studium Bachelor", "Studium Master", "Berufsausbildung im Ausland", "Ausbildung in Deutschland")]
    [InlineData("Recognition", "kein Antrag", "volle Gleichwertigkeit", "teilweise Gleichwertigkeit", "Antrag gestellt", "nicht erforderlich", "ZAB-Zeugnisbewertung", "Beratung läuft")]
    [InlineData("WorkForms", "Praktikum", "EQ", "Helferstelle", "Fachkraftstelle", "Ausbildung", "Minijob", "Probearbeit")]
    [InlineData("LicenceClasses", "B", "C/CE", "B, Ausland", "B, Stapler", "B (Umschreibung läuft)")]
    [InlineData("LicenceStatus", "keiner", "B, Ausland", "B (Umschreibung läuft)")]
    [InlineData("Certificates", "B, Stapler")]
    [InlineData("WorkTimes", "Vollzeit", "Teilzeit vormittags", "Vollzeit, Schicht", "Teilzeit 20 h")]
    [InlineData("LegalSpheres", "SGB II", "SGB III", "AsylbLG", "ohne Leistungsbezug")]
    [InlineData("ResidencePapers", "§ 25 Abs. 3", "Duldung", "EU-Freizügigkeit", "Aufenthaltsgestattung", "§ 25 Abs. 2 AufenthG", "§ 24 AufenthG", "Niederlassungserlaubnis")]
    [InlineData("Industries", "Bau", "Bildung", "Elektro", "Gastgewerbe", "Handel", "IT", "Landwirtschaft", "Logistik", "Metallbau", "Pflege", "Textil")]
    public void ValueOfACommonExport_IsUnderstood(string list, params string[] values) =>
        Assert.All(values, value => Assert.NotEmpty(Codes[(list, value.ToLowerInvariant())]));

    [Theory]
    [InlineData("LicenceClasses", "c/ce", "C", "CE")]
    [InlineData("WorkTimes", "vollzeit, schicht", "VZ", "WECHSEL2")]
    [InlineData("ResidencePapers", "§ 25 abs. 2 aufenthg", "AE_25_2")]
    [InlineData("LegalSpheres", "sgb iii", "SGB3")]
    public void TextThatSaysSeveralThingsOrLess_MeansExactlyThat(string list, string text, params string[] codes) =>
        Assert.Equal(codes, Codes[(list, text)].Order(StringComparer.Ordinal));

    [Fact]
    public void LevelThatDoesNotExist_IsNotUnderstood() => Assert.Empty(Codes[("LanguageLevel", "b3")]);

    [Fact]
    public void Synonym_IsLowerCaseUniqueAndLeadsToACodeOfItsList()
    {
        Assert.NotEmpty(Codes);
        Assert.All(Codes, entry =>
        {
            Assert.Equal(entry.Key.Text.ToLowerInvariant(), entry.Key.Text);
            Assert.Equal(entry.Count(), entry.Distinct(StringComparer.Ordinal).Count());
            var known = KnownCodes(entry.Key.List);
            Assert.All(entry, code => Assert.Contains(code, known));
        });
    }

    [Theory]
    [InlineData("Fliesenleger", "33", "2")]
    [InlineData("Pflegehelferin", "81", "1")]
    [InlineData("Altenpfleger", "82", "2")]
    [InlineData("KFZ-Mechatroniker", "25", "2")]
    [InlineData("Kfz-Mechatronikerin", "25", "2")]
    [InlineData("Ingenieur Maschinenbau", "25", "4")]
    [InlineData("Buchhalterin", "72", "3")]
    public void OccupationTitle_LeadsToItsGroupAndLevel(string title, string group, string level) =>
        Assert.Equal((group, level), Occupations[title]);

    [Theory]
    [InlineData("Verkäuferin", "Pflegefachkraft", "Softwareentwickler", "Erzieherin", "Produktionshelfer", "Elektroniker für Betriebstechnik", "Tischler", "Zimmermann")]
    [InlineData("Bäcker", "Friseurin", "Lehrerin", "Köchin", "Maurer", "Näherin", "Metallbauer", "Maler und Lackierer", "Gärtner", "Reinigungskraft")]
    [InlineData("Berufskraftfahrer", "Zahnmedizinische Fachangestellte", "Schweißer", "Fachkraft für Lagerlogistik", "Küchenhilfe")]
    public void OccupationOfACommonExport_IsUnderstood(params string[] titles) =>
        Assert.All(titles, title => Assert.Contains(title, Occupations));

    [Fact]
    public void EveryOccupation_HasAGroupOfTheListAndALevelFromOneToFour()
    {
        var groups = KnownCodes("OccupationGroups");
        Assert.True(Occupations.Count > 250);
        Assert.All(Occupations.Values, value =>
        {
            Assert.Contains(value.Group, groups);
            Assert.Contains(value.Level, (string[])["1", "2", "3", "4"]);
        });
    }

    private static HashSet<string> KnownCodes(string list) =>
        SeedFiles.Table("CodeLists", EnumLists.Contains(list, StringComparer.Ordinal) ? $"{list}s.csv" : $"{list}.csv", "Code;German;English;Visibility;ValidFrom;ValidTo;Extra")
            .Select(row => row["Code"])
            .ToHashSet(StringComparer.Ordinal);
}
