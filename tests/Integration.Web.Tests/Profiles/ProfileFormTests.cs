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
        AlternativeGroups = ["63"],
        Forms = ["VZ"],
        Start = "ab 03/2027",
        StartsFrom = new DateOnly(2027, 3, 1),
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
        WeeklyHours = 30,
        Area = "Mittleres Emsland",
        Mobility = "mit dem Rad",
        MobilityCodes = ["FAHRRAD"],
        RadiusKm = 15,
        EarliestByBus = new TimeOnly(6, 30),
        WorkAccess = WorkAccess.Free,
        Support = ["EGZ"],
        ShowLogo = true,
    };

    [Fact]
    public void FormOfAText_GivesTheSameTextBack() =>
        Assert.Equal(JsonSerializer.Serialize(Filled), JsonSerializer.Serialize(ProfileForm.Of(Filled).ToContent()));

    /// <summary>A code never says something that the line beside it does not.</summary>
    [Fact]
    public void LineRewrittenByHand_LosesItsCodes()
    {
        var form = ProfileForm.Of(Filled);
        (form.Start, form.Mobility) = ("sofort", "zu Fuß");
        form.Alternatives.Add(new ProfileLineRow { Text = "Spülhilfe" });
        form.WorkTimes[0].Text = "Vollzeit: nein";
        var content = form.ToContent();
        Assert.Equal((null, null, null, null), (content.StartsFrom, content.WeeklyHours, content.RadiusKm, content.EarliestByBus));
        Assert.Empty(content.AlternativeGroups);
        Assert.Empty(content.MobilityCodes);

        form = ProfileForm.Of(Filled);
        (form.Start, form.Occupation) = (Filled.Start + " ", "Beikoch/Beiköchin");
        Assert.Equal((Filled.StartsFrom, 15), (form.ToContent().StartsFrom, form.ToContent().RadiusKm));
        form.Alternatives.Add(new ProfileLineRow());
        Assert.Equal(["63"], form.ToContent().AlternativeGroups);
    }

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
