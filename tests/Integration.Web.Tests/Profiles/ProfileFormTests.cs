using System.Text.Json;
using Integration.Common;
using Integration.Data;
using Integration.Profiles;
using Integration.Web.Profiles;
using Integration.Web.Shared;

namespace Integration.Web.Tests.Profiles;

public sealed class ProfileFormTests
{
    internal static ProfileContent Filled { get; } = new()
    {
        Occupation = "Koch/Köchin",
        OccupationGroup = "29",
        Alternatives = ["Küchenhilfe"],
        Forms = ["VZ"],
        Start = "sofort",
        Strengths = ["kocht für 200 Gäste", "führt drei Leute", "plant den Einkauf"],
        Introduction = "Ich koche gern für viele.",
        Experience = [new ProfileExperience("Koch/Köchin", "Gastronomie", "6 Jahre")],
        Schooling = "10 Jahre Schule",
        Training = "Berufsausbildung",
        Recognition = "im Verfahren",
        SpokenGerman = LanguageLevel.B1,
        WrittenGerman = LanguageLevel.A2,
        GermanProof = LanguageProof.Certificate,
        GermanCertificate = "telc B1",
        Course = "besucht einen Kurs",
        OtherLanguages = "Arabisch",
        Evidence = ["Führerschein B"],
        LicenceClasses = ["B"],
        WorkTimes = ["Vollzeit: ja"],
        WorkTimeCodes = ["VZ"],
        Area = "Mittleres Emsland",
        Mobility = "mit dem Rad",
        WorkAccess = WorkAccess.Free,
        Support = ["EGZ"],
        ShowLogo = true,
    };

    [Fact]
    public void FormOfAText_GivesTheSameTextBack() =>
        Assert.Equal(JsonSerializer.Serialize(Filled), JsonSerializer.Serialize(ProfileForm.Of(Filled).ToContent()));

    [Fact]
    public void Sample_LeavesNoPropertyAtItsDefault()
    {
        // Otherwise the test above would not notice a property that the form forgets.
        var empty = JsonSerializer.SerializeToElement(new ProfileContent());
        Assert.All(JsonSerializer.SerializeToElement(Filled).EnumerateObject(), property =>
            Assert.NotEqual(empty.GetProperty(property.Name).GetRawText(), property.Value.GetRawText()));
    }

    [Fact]
    public void EveryLineOfTheSheet_HasAnInputInTheForm()
    {
        // Drafts and clicks on the sheet go by these names.
        var form = ProfileForm.Of(Filled);
        foreach (var line in Filled.Lines())
        {
            var name = line.Field.EndsWith(']') ? line.Field + ".Text" : line.Field;
            Assert.Empty(FormDraft.Apply(form, new Dictionary<string, string[]> { [name] = ["geändert"] }));
            Assert.Equal("f-" + name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal), ProfileForm.InputOf(line.Field));
        }

        Assert.All(form.ToContent().Lines(), line => Assert.Equal("geändert", line.Text));
    }

    [Fact]
    public void Proposals_AreTheBlocksInWhichTheRecordSaysSomethingElse()
    {
        var codes = new CodePicks(new CodeCatalog([]), new DateOnly(2027, 2, 1));
        var record = Filled with { Start = "nach Kursende", Introduction = "", Strengths = [.. Filled.Strengths, "hat einen Hygienenachweis"] };
        var blocks = ProfileBlocks.Differences(Filled, record, codes);
        Assert.Equal(["Start", "Strengths"], blocks.Select(block => block.Block));
        var taken = ProfileBlocks.Take(Filled, record, new HashSet<string> { "Start" });
        Assert.Equal(("nach Kursende", 3, Filled.Introduction), (taken.Start, taken.Strengths.Count, taken.Introduction));
    }

    [Fact]
    public void WorkTimes_AreGroupedAsOnPaper()
    {
        var groups = SheetText.WorkTimes(["Vollzeit: ja", "Nachtschicht: nein", "Teilzeit: ja", "Wochenende: jedes zweite", "ab 9 Uhr", ""]);
        Assert.Equal(["Ja", "Nein", "Wochenende", "Zeiten"], groups.Select(group => group.Answer));
        Assert.Equal([("Vollzeit", 0), ("Teilzeit", 2)], groups[0].Lines);
        Assert.Equal([("ab 9 Uhr", 4)], groups[3].Lines);
    }
}
