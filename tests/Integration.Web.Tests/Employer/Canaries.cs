using System.Collections;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Integration.Web.Tests.Employer;

/// <summary>Words that stand in every text field of people's records and nowhere else, and the search for them in whatever leaves the portal. Every word
/// names the field and the person, so that a finding says what leaked.</summary>
public sealed partial class Canaries
{
    /// <summary>Year of birth of everybody: in no other date of the portal.</summary>
    public const int BirthYear = 1911;

    // Long enough that no sealed text has it by chance.
    private const string Mark = "qzvkanarie";
    private readonly HashSet<string> _allowed = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<Guid> _ids = [];
    private readonly HashSet<string> _tokens = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _chiffres = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many words were planted.</summary>
    public int Planted { get; private set; }

    /// <summary>The word of a field and a person.</summary>
    public string Word(string field, int person)
    {
        Planted++;
        return string.Create(CultureInfo.InvariantCulture, $"{Mark}{field.ToLowerInvariant()}{person}x");
    }

    /// <summary>A word that may be read after all.</summary>
    public void Allow(string word) => _allowed.Add(word);

    /// <summary>An id that must not be read.</summary>
    public void Hide(Guid id) => _ids.Add(id);

    /// <summary>A token that must not be read.</summary>
    public void HideToken(string token) => _tokens.Add(token);

    /// <summary>A Chiffre that may be read; every other must not.</summary>
    public void AllowChiffre(string chiffre) => _chiffres.Add(chiffre);

    /// <summary>Writes a word into every text field of a record and of what hangs on it.</summary>
    public void PlantIn(object record, int person, params IReadOnlyCollection<string> except)
    {
        foreach (var property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && !except.Contains(p.Name)))
        {
            if (ValueOf(property, person) is { } value)
            {
                property.SetValue(record, value);
            }
        }
    }

    /// <summary>What a text says that it must not.</summary>
    /// <param name="text">The text.</param>
    /// <param name="asked">The address that was asked for: an answer may repeat what its reader has guessed.</param>
    public IEnumerable<string> In(string text, string asked = "")
    {
        foreach (var form in new[] { text, WebUtility.HtmlDecode(text), Uri.UnescapeDataString(text) }.Distinct(StringComparer.Ordinal))
        {
            foreach (var found in Words().Matches(form).Select(match => match.Value).Where(word => !_allowed.Contains(word))
                .Concat(Births().Matches(form).Select(match => match.Value))
                .Concat(Guids().Matches(form).Select(match => match.Value).Where(value => _ids.Contains(Guid.Parse(value)) && !asked.Contains(value, StringComparison.OrdinalIgnoreCase)))
                .Concat(Tokens().Matches(form).Select(match => match.Value).Where(value => _tokens.Contains(value) && !asked.Contains(value, StringComparison.OrdinalIgnoreCase)))
                .Concat(Chiffres().Matches(form).Select(match => match.Value).Where(value => !_chiffres.Contains(value) && !asked.Contains(value, StringComparison.Ordinal))))
            {
                yield return found;
            }
        }
    }

    /// <summary>Only the words: for what may know ids and tokens because it was asked for them, such as the log.</summary>
    public bool WordIn(string text) => text.Contains(Mark, StringComparison.OrdinalIgnoreCase) && Words().Matches(text).Any(match => !_allowed.Contains(match.Value));

    private object? ValueOf(PropertyInfo property, int person)
    {
        if (property.PropertyType == typeof(string))
        {
            return Word(property.Name, person);
        }

        if (property.PropertyType == typeof(DateOnly?))
        {
            return new DateOnly(BirthYear, (person % 12) + 1, (person % 28) + 1);
        }

        if (!property.PropertyType.IsGenericType || property.PropertyType.GetGenericTypeDefinition() != typeof(List<>))
        {
            return Nested(property.PropertyType, person);
        }

        var of = property.PropertyType.GetGenericArguments()[0];
        var list = (IList)Activator.CreateInstance(property.PropertyType)!;
        list.Add(of == typeof(string) ? Word(property.Name, person) : Nested(of, person)!);
        return list;
    }

    private object? Nested(Type type, int person)
    {
        if (!type.IsClass || type.Namespace?.StartsWith(nameof(Integration), StringComparison.Ordinal) != true || type.GetConstructor(Type.EmptyTypes) is null)
        {
            return null;
        }

        var made = Activator.CreateInstance(type)!;
        PlantIn(made, person);
        return made;
    }

    [GeneratedRegex("qzvkanarie[a-z0-9]+", RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    [GeneratedRegex(@"\b[0-3]?\d\.[01]?\d\.(19)?11\b|\b1911-\d\d-\d\d|\b[01]?\d/[0-3]?\d/1911|\b[0-3]?\d\.? \p{L}+ 1911\b")]
    private static partial Regex Births();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Guids();

    [GeneratedRegex(@"\b[a-z2-7]{26}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"\b[A-Z]{2,3}-\d\d-\d{4,6}-[0-9A-Z]\b")]
    private static partial Regex Chiffres();
}
