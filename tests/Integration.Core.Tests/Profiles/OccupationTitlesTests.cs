using Integration.Profiles;

namespace Integration.Core.Tests.Profiles;

public sealed class OccupationTitlesTests
{
    [Theory]
    [InlineData("Verkäuferin", "Verkäufer/in")]
    [InlineData("Verkäufer", "Verkäufer/in")]
    [InlineData("Landwirt", "Landwirt/in")]
    [InlineData("Köchin", "Koch/Köchin")]
    [InlineData("Beikoch", "Beikoch/-köchin")]
    [InlineData("Pflegefachfrau", "Pflegefachmann/-frau")]
    [InlineData("Kaufmann im Einzelhandel", "Kaufmann/-frau im Einzelhandel")]
    [InlineData("Zahnmedizinische Fachangestellte", "Zahnmedizinische/r Fachangestellte/r")]
    [InlineData("Medizinischer Fachangestellter", "Medizinische/r Fachangestellte/r")]
    [InlineData("Gesundheits- und Krankenpflegerin", "Gesundheits- und Krankenpfleger/in")]
    [InlineData("Kfz-Mechaniker", "Kfz-Mechaniker/in")]
    [InlineData("Helferin im Seniorenheim", "Helfer/in im Seniorenheim")]
    [InlineData("Technische Zeichnerin", "Technische/r Zeichner/in")]
    [InlineData("Technischer Zeichner", "Technische/r Zeichner/in")]
    [InlineData("Agraringenieurin", "Agraringenieur/in")]
    public void Title_IsWrittenSoThatItDoesNotTellTheSex(string title, string neutral)
    {
        Assert.Equal(neutral, OccupationTitles.Neutral(title));
        Assert.Equal(neutral, OccupationTitles.Neutral(neutral));
    }

    [Theory]
    [InlineData("Fachkraft Lagerlogistik")]
    [InlineData("Küchenhilfe")]
    [InlineData("Maler/in und Lackierer/in")]
    [InlineData("Fahrer*in")]
    [InlineData("Schlosser (m/w/d)")]
    [InlineData("Medizin und Benzin am Termin")]
    [InlineData("bestes Deutsch, Latein, Berlin")]
    public void WhatTellsNothing_StaysAsItIs(string text) => Assert.Equal(text, OccupationTitles.Neutral(text));

    [Fact]
    public void WomansTitle_IsKnownFromAMans() =>
        Assert.Equal([true, false], OccupationTitles.In("Schneiderin, Schneider").Select(title => title.OfWomen));
}
