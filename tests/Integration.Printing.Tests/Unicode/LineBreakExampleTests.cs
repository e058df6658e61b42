using System.Text;
using Integration.Printing.Text.Unicode;
using Xunit;

namespace Integration.Printing.Tests.Unicode;

/// <summary>Examples to read: | where a line may end, ¶ where it must.</summary>
public sealed class LineBreakExampleTests
{
    [Theory]
    [InlineData("Halle 5, Stand 12", "Halle |5, |Stand |12¶")]
    [InlineData("E-Mail-Adresse", "E-|Mail-|Adresse¶")]
    [InlineData("Haus\u00ADmeister", "Haus\u00AD|meister¶")]
    [InlineData("10–12 Uhr", "10–|12 |Uhr¶")]
    [InlineData("12\u00A0000\u00A0€", "12\u00A0000\u00A0€¶")]
    [InlineData("(1.234,50€) und -5%", "(1.234,50€) |und |-5%¶")]
    [InlineData("„Kiel Nord“ ist (sehr) groß", "„Kiel |Nord“ |ist |(sehr) |groß¶")]
    [InlineData("§\u00A05 Abs. 2", "§\u00A05 |Abs. |2¶")]
    [InlineData("Lager/Logistik", "Lager/|Logistik¶")]
    [InlineData("in\u2060separabel", "in\u2060separabel¶")]
    public void German_BreaksAtSpacesAndHyphens(string text, string shown) => Assert.Equal(shown, Show(text));

    [Theory]
    [InlineData("a\nb", "a\n¶b¶")]
    [InlineData("a\r\nb\r", "a\r\n¶b\r¶")]
    [InlineData("a\u2028\u2029b", "a\u2028¶\u2029¶b¶")]
    [InlineData("a \n b", "a \n¶ |b¶")]
    public void Separator_EndsTheLine(string text, string shown) => Assert.Equal(shown, Show(text));

    [Theory]
    [InlineData("ሰላም፡ለዓለም", "ሰላም፡|ለዓለም¶")]
    [InlineData("أعمل في كيل", "أعمل |في |كيل¶")]
    [InlineData("日本語。", "日|本|語。¶")]
    [InlineData("สวัสดี ครับ", "สวัสดี |ครับ¶")]
    public void OtherScripts_BreakByTheirOwnRules(string text, string shown) => Assert.Equal(shown, Show(text));

    [Theory]
    [InlineData("👩\u200D🏭👷🏽", "👩\u200D🏭|👷🏽¶")]
    [InlineData("🇩🇪🇺🇦", "🇩🇪|🇺🇦¶")]
    [InlineData("e\u0301e", "e\u0301e¶")]
    public void ClusterOfSeveralCodePoints_StaysTogether(string text, string shown) => Assert.Equal(shown, Show(text));

    [Fact]
    public void EmptyText_HasNoBreaks()
    {
        var breaks = new[] { LineBreak.Allowed };
        LineBreaker.FindOpportunities("", breaks);
        Assert.Equal([LineBreak.Allowed], breaks);
    }

    [Fact]
    public void TooLittleRoom_IsRefused()
        => Assert.Throws<ArgumentException>(() => LineBreaker.FindOpportunities("abc", new LineBreak[2]));

    private static string Show(string text)
    {
        var breaks = new LineBreak[text.Length];
        LineBreaker.FindOpportunities(text, breaks);
        var shown = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            shown.Append(text[i]).Append(breaks[i] switch
            {
                LineBreak.Allowed => "|",
                LineBreak.Mandatory => "¶",
                _ => "",
            });
        }

        return shown.ToString();
    }
}
