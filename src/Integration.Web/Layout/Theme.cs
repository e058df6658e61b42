using MudBlazor;

namespace Integration.Web.Layout;

/// <summary>What MudBlazor's components need to know of the design tokens as numbers and names. Colours are mapped in
/// <c>css/staff.css</c>, where they follow the reader's mode and the operator's accent.</summary>
public static class Theme
{
    /// <summary>The theme of the staff pages.</summary>
    public static MudTheme Staff { get; } = new()
    {
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = ["Noto Sans", "system-ui", "sans-serif"], FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontWeight = "700", TextTransform = "none", LetterSpacing = "normal" },
        },
    };
}
