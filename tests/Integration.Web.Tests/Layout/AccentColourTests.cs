using System.Text.RegularExpressions;
using Integration.Web.Layout;

namespace Integration.Web.Tests.Layout;

public sealed class AccentColourTests
{
    [Theory]
    [InlineData("#000000", "#ffffff", 21.0)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#ff0000", "#ffffff", 4.0)]
    public void Contrast_IsThatOfWcag(string one, string other, double expected) =>
        Assert.Equal(expected, AccentColour.Contrast(one, other)!.Value, 0.01);

    [Theory]
    [InlineData("#ffee00")]
    [InlineData("#000000")]
    [InlineData("#ffffff")]
    [InlineData("#0b5a78")]
    [InlineData("#e2007a")]
    [InlineData("#7f7f7f")]
    public void AnyColour_BecomesReadableInBothModes(string asked)
    {
        var accent = AccentColour.From(asked)!;
        Assert.True(AccentColour.Contrast(accent.Light, "#ffffff") >= AccentColour.LeastContrast);
        Assert.True(AccentColour.Contrast(accent.Light, "#f6f7f8") >= AccentColour.LeastContrast);
        Assert.True(AccentColour.Contrast(accent.Dark, "#1a2128") >= AccentColour.LeastContrast);
        Assert.True(AccentColour.Contrast(accent.OnLight, accent.Light) >= AccentColour.LeastContrast);
        Assert.True(AccentColour.Contrast(accent.OnDark, accent.Dark) >= AccentColour.LeastContrast);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    [InlineData("#000000;}")]
    public void NoColour_IsNone(string? asked) => Assert.Null(AccentColour.From(asked));

    [Fact]
    public void TokensOfTextAndStates_AreReadableInBothModes()
    {
        var tokens = Regex.Matches(
                File.ReadAllText(Path.Combine(Root(), "src/Integration.Web/wwwroot/css/tokens.css")),
                @"--(?<name>[a-z-]+): light-dark\((?<light>#[0-9a-f]{6}), (?<dark>#[0-9a-f]{6})\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .ToDictionary(match => match.Groups["name"].Value, match => (Light: match.Groups["light"].Value, Dark: match.Groups["dark"].Value));
        string[] texts = ["ink", "muted", "good", "warn", "bad", "info"];
        foreach (var text in texts)
        {
            var grounds = text is not ("ink" or "muted") ? new[] { "page", "surface", text + "-soft" } : ["page", "surface", "sunken"];
            foreach (var ground in grounds)
            {
                Assert.True(AccentColour.Contrast(tokens[text].Light, tokens[ground].Light) >= AccentColour.LeastContrast, $"{text} on {ground}, light");
                Assert.True(AccentColour.Contrast(tokens[text].Dark, tokens[ground].Dark) >= AccentColour.LeastContrast, $"{text} on {ground}, dark");
            }
        }
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Integration.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Integration.sln");
        }

        return folder;
    }
}
