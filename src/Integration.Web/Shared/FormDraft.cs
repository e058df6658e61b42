using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Integration.Web.Shared;

/// <summary>Brings what a browser kept of a form back into the form. Names are property paths (<c>Experience[0].Years</c>);
/// rows that do not exist yet are made; a name or value that does not fit is left out.</summary>
public static partial class FormDraft
{
    /// <summary>Most rows of one list.</summary>
    public const int MostRows = 50;

    /// <summary>Writes the values into the form.</summary>
    /// <returns>The names that are no property of the form, with their values.</returns>
    public static IReadOnlyDictionary<string, string[]> Apply(object form, IReadOnlyDictionary<string, string[]> values)
    {
        var others = new Dictionary<string, string[]>();
        foreach (var (name, texts) in values)
        {
            if (!Set(form, name.Split('.'), texts))
            {
                others[name] = texts;
            }
        }

        return others;
    }

    private static bool Set(object target, ReadOnlySpan<string> path, string[] texts)
    {
        var segment = Segment().Match(path[0]);
        if (!segment.Success || target.GetType().GetProperty(segment.Groups["name"].Value) is not { CanWrite: true } property)
        {
            return false;
        }

        if (segment.Groups["row"].Success)
        {
            return path.Length > 1 && Row(property.GetValue(target), int.Parse(segment.Groups["row"].ValueSpan, CultureInfo.InvariantCulture)) is { } row
                && Set(row, path[1..], texts);
        }

        if (path.Length > 1)
        {
            return property.GetValue(target) is { } inner && Set(inner, path[1..], texts);
        }

        if (!TryConvert(property, texts, out var value))
        {
            return false;
        }

        property.SetValue(target, value);
        return true;
    }

    private static object? Row(object? list, int index)
    {
        if (list is not IList rows || index >= MostRows || list.GetType().GenericTypeArguments is not [{ IsClass: true } type])
        {
            return null;
        }

        while (rows.Count <= index)
        {
            rows.Add(Activator.CreateInstance(type));
        }

        return rows[index];
    }

    private static bool TryConvert(PropertyInfo property, string[] texts, out object? value)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var text = texts.Length > 0 ? texts[0] : "";
        value = null;
        if (type == typeof(List<string>))
        {
            value = texts.SelectMany(line => line.Split('\n')).Where(line => line.Length > 0).ToList();
            return true;
        }

        if (type == typeof(string))
        {
            value = text;
            return true;
        }

        if (property.PropertyType == typeof(bool))
        {
            value = text == "true";
            return true;
        }

        if (text.Length == 0)
        {
            return Nullable.GetUnderlyingType(property.PropertyType) is not null;
        }

        value = Parse(type, text);
        return value is not null;
    }

    private static object? Parse(Type type, string text) => type switch
    {
        _ when type == typeof(int) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ when type == typeof(bool) => bool.TryParse(text, out var yes) ? yes : null,
        _ when type == typeof(DateOnly) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : null,
        _ when type == typeof(TimeOnly) => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null,
        { IsEnum: true } => Enum.TryParse(type, text, out var member) ? member : null,
        _ => null,
    };

    [GeneratedRegex(@"^(?<name>\w+)(\[(?<row>\d{1,3})\])?$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Segment();
}
