using System.Globalization;

namespace Integration.Web.Layout;

/// <summary>The operator's accent colour, made readable: on light and dark pages, with the text that stands on it.</summary>
/// <remarks>Contrast after WCAG 2.2, success criterion 1.4.3: 4.5 to 1 for text.</remarks>
public sealed record AccentColour
{
    /// <summary>Least contrast of text.</summary>
    public const double LeastContrast = 4.5;

    private static readonly (double R, double G, double B) White = (1, 1, 1);
    private static readonly (double R, double G, double B) Black = (0, 0, 0);

    // The least favourable backgrounds of css/tokens.css that the accent is used on as text.
    private static readonly (double R, double G, double B) LightPage = Parse("#e6eef1")!.Value;
    private static readonly (double R, double G, double B) DarkPage = Parse("#2a3640")!.Value;

    private AccentColour(string asked, string light, string dark, string onLight, string onDark) =>
        (Asked, Light, Dark, OnLight, OnDark) = (asked, light, dark, onLight, onDark);

    /// <summary>The colour that was asked for, as <c>#rrggbb</c>.</summary>
    public string Asked { get; }

    /// <summary>The nearest colour that can be read on a light page.</summary>
    public string Light { get; }

    /// <summary>The nearest colour that can be read on a dark page.</summary>
    public string Dark { get; }

    /// <summary>Text on <see cref="Light"/>.</summary>
    public string OnLight { get; }

    /// <summary>Text on <see cref="Dark"/>.</summary>
    public string OnDark { get; }

    /// <summary>Whether the colour had to be changed to be readable on a light page.</summary>
    public bool Changed => !string.Equals(Asked, Light, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads <c>#rrggbb</c>; <see langword="null"/> when it is no colour.</summary>
    public static AccentColour? From(string? colour)
    {
        if (Parse(colour) is not { } asked)
        {
            return null;
        }

        var light = Readable(asked, LightPage, Black);
        var dark = Readable(asked, DarkPage, White);
        return new AccentColour(Hex(asked), Hex(light), Hex(dark), On(light), On(dark));
    }

    /// <summary>Contrast of two colours, 1 to 21; <see langword="null"/> when one is no colour.</summary>
    public static double? Contrast(string one, string other) =>
        Parse(one) is { } a && Parse(other) is { } b ? Contrast(a, b) : null;

    /// <summary>The custom properties that override those of <c>css/tokens.css</c>.</summary>
    public string Css => $":root {{ --accent-light: {Light}; --accent-dark: {Dark}; --on-accent-light: {OnLight}; --on-accent-dark: {OnDark}; }}";

    private static (double R, double G, double B) Readable((double R, double G, double B) colour, (double R, double G, double B) page, (double R, double G, double B) towards)
    {
        for (var share = 0.0; share <= 1; share += 0.02)
        {
            var mixed = Round((Mix(colour.R, towards.R, share), Mix(colour.G, towards.G, share), Mix(colour.B, towards.B, share)));
            if (Contrast(mixed, page) >= LeastContrast)
            {
                return mixed;
            }
        }

        return towards;
    }

    private static string On((double R, double G, double B) colour) => Contrast(colour, White) >= LeastContrast ? "#ffffff" : "#0d1a20";

    private static double Contrast((double R, double G, double B) one, (double R, double G, double B) other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance((double R, double G, double B) c) => (0.2126 * Linear(c.R)) + (0.7152 * Linear(c.G)) + (0.0722 * Linear(c.B));

    private static double Linear(double channel) => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);

    private static double Mix(double from, double to, double share) => from + ((to - from) * share);

    private static (double R, double G, double B) Round((double R, double G, double B) c) =>
        (Math.Round(c.R * 255) / 255, Math.Round(c.G * 255) / 255, Math.Round(c.B * 255) / 255);

    private static string Hex((double R, double G, double B) c) =>
        string.Create(CultureInfo.InvariantCulture, $"#{(int)Math.Round(c.R * 255):x2}{(int)Math.Round(c.G * 255):x2}{(int)Math.Round(c.B * 255):x2}");

    private static (double R, double G, double B)? Parse(string? colour) =>
        colour is ['#', .. { Length: 6 } digits] && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? ((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0)
            : null;
}
