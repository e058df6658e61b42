using Microsoft.AspNetCore.Components;

namespace Integration.Web.Shared;

/// <summary>One labelled field of a form. Its name is the property's path in the form (<c>Experience[0].Years</c>): failures are shown
/// beside it and drafts are restored by it.</summary>
public abstract class FieldBase : ComponentBase
{
    /// <summary>Path of the property in the form.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>What is asked.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>A sentence of help.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>More classes of the box: wide, narrow.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>Whether the form cannot be saved without it.</summary>
    [Parameter] public bool Required { get; set; }

    /// <summary>Whether it can only be read.</summary>
    [Parameter] public bool Disabled { get; set; }

    /// <summary>What is wrong in this form.</summary>
    [CascadingParameter] public FormProblems? Problems { get; set; }

    /// <summary>Id of the input.</summary>
    protected string Id => "f-" + (Problems?.Prefix ?? "") + Name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    /// <summary>What is wrong with this field.</summary>
    protected string? Problem => Problems?.Of(Name);

    /// <summary>Ids of hint and failure.</summary>
    protected string? DescribedBy =>
        (Hint, Problem) switch { (null, null) => null, (_, null) => $"{Id}-h", (null, _) => $"{Id}-e", _ => $"{Id}-e {Id}-h" };

    /// <summary>Says that it is wrong, to assistive technology.</summary>
    protected string? Invalid => Problem is null ? null : "true";

    /// <summary>Classes of the box.</summary>
    protected string Box => $"field {Class}{(Problem is null ? "" : " has-error")}";

    /// <summary>Passes a changed value on and tells the form.</summary>
    protected async Task TellAsync<T>(EventCallback<T> changed, T value)
    {
        await changed.InvokeAsync(value);
        Problems?.Touched?.Invoke();
    }
}
