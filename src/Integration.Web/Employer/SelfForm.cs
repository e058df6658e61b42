using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Integration.Web.Employer;

/// <summary>Buttons that ask the page's own address again, each with another answer. A form without an action does that in every browser; it is written here
/// as it stands because the framework would add the address, and the page behind a printed code must have the same bytes whatever the code.</summary>
public sealed class SelfForm : ComponentBase
{
    /// <summary>Name of the question.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>Its answers: value and text.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<(string Value, string Text)> Answers { get; set; } = [];

    /// <summary>Classes of the buttons.</summary>
    [Parameter] public string Look { get; set; } = "button";

    /// <summary>Whether the answers are languages, each written in its own.</summary>
    [Parameter] public bool Languages { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, "<form method=\"get\">" + string.Concat(Answers.Select(Button)) + "</form>");

    private string Button((string Value, string Text) answer)
    {
        var language = Languages ? $" lang=\"{Encoded(answer.Value)}\"" + (answer.Value == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName ? " aria-current=\"true\"" : "") : "";
        return $"<button type=\"submit\" class=\"{Encoded(Look)}\" name=\"{Encoded(Name)}\" value=\"{Encoded(answer.Value)}\"{language}>{Encoded(answer.Text)}</button>";
    }

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
