namespace Integration.Data;

/// <summary>An entry of a code list: data with a code, labels, a visibility letter and validity dates.</summary>
public class CodeEntry
{
    /// <summary>Row number.</summary>
    public int Id { get; set; }

    /// <summary>Name of the list, for example <c>WorkForms</c>.</summary>
    public string List { get; set; } = "";

    /// <summary>The code; stable.</summary>
    public string Code { get; set; } = "";

    /// <summary>German label.</summary>
    public string German { get; set; } = "";

    /// <summary>English label.</summary>
    public string English { get; set; } = "";

    /// <summary>A, F, O, D or S.</summary>
    public string Visibility { get; set; } = "F";

    /// <summary>First day it holds; <see langword="null"/> for always.</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>Last day it holds; <see langword="null"/> for ever.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>What the list keeps beside (hours, legal basis, language tag).</summary>
    public string Extra { get; set; } = "";

    /// <summary>Order in the picker.</summary>
    public int Position { get; set; }
}
