using System.Globalization;
using Integration.Data;

namespace Integration.Core.Tests.Data;

public sealed class CodeCatalogTests
{
    private static readonly CodeCatalog Catalog = new(CodeCatalog.Shipped());

    [Fact]
    public void BenefitLabel_FollowsTheDay()
    {
        Assert.Contains("Bürgergeld", Catalog.German("LegalSpheres", "SGB2", new DateOnly(2026, 6, 30)), StringComparison.Ordinal);
        Assert.Contains("Grundsicherungsgeld", Catalog.German("LegalSpheres", "SGB2", new DateOnly(2026, 7, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Label_FollowsTheReadersLanguage()
    {
        var day = new DateOnly(2027, 1, 1);
        Assert.Equal("Arabisch", Catalog.Label("Languages", "ara", day, CultureInfo.GetCultureInfo("de-DE")));
        Assert.Equal("Arabic", Catalog.Label("Languages", "ara", day, CultureInfo.GetCultureInfo("en-GB")));
    }

    [Fact]
    public void UnknownCode_StaysVisible() => Assert.Equal("XYZ", Catalog.German("Languages", "XYZ", default));
}
