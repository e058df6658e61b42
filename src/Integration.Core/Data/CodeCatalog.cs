using System.Collections.Frozen;
using System.Globalization;

namespace Integration.Data;

/// <summary>The code lists as they stood when read: labels in German and English, visibility, validity.</summary>
public sealed class CodeCatalog
{
    private readonly FrozenDictionary<string, CodeEntry[]> _lists;
    private readonly FrozenDictionary<(string List, string Code), CodeEntry[]> _entries;

    /// <summary>Makes a catalogue of entries.</summary>
    public CodeCatalog(IEnumerable<CodeEntry> entries)
    {
        var all = entries.OrderBy(entry => entry.Position).ToList();
        _lists = all.GroupBy(entry => entry.List).ToFrozenDictionary(list => list.Key, list => list.ToArray());
        _entries = all.GroupBy(entry => (entry.List, entry.Code)).ToFrozenDictionary(code => code.Key, code => code.ToArray());
    }

    /// <summary>The entries of a list that hold on a day, in the picker's order; none for an unknown list.</summary>
    public IEnumerable<CodeEntry> Entries(string list, DateOnly on) =>
        _lists.GetValueOrDefault(list, []).Where(entry => Holds(entry, on));

    /// <summary>The entry of a code on a day; the latest one when none holds then; <see langword="null"/> for an unknown code.</summary>
    public CodeEntry? Find(string list, string code, DateOnly on)
    {
        var entries = _entries.GetValueOrDefault((list, code), []);
        return Array.Find(entries, entry => Holds(entry, on)) ?? entries.LastOrDefault();
    }

    /// <summary>Whether the list has the code, valid or not.</summary>
    public bool Has(string list, string code) => _entries.ContainsKey((list, code));

    /// <summary>The German label; the code itself when it is unknown, so that nothing disappears.</summary>
    public string German(string list, string code, DateOnly on) => Find(list, code, on)?.German ?? code;

    /// <summary>The label in the reader's language (English for <c>en</c>, else German).</summary>
    public string Label(string list, string code, DateOnly on, CultureInfo? culture = null) =>
        (culture ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName == "en"
            ? Find(list, code, on)?.English ?? code
            : German(list, code, on);

    /// <summary>The shipped lists, before an operator changed anything.</summary>
    public static IEnumerable<CodeEntry> Shipped()
    {
        foreach (var list in ShippedFiles.Names("CodeLists", ".csv"))
        {
            var position = 0;
            foreach (var row in ShippedFiles.Rows("CodeLists", list))
            {
                yield return new CodeEntry
                {
                    List = list,
                    Code = row["Code"],
                    German = row["German"],
                    English = row["English"],
                    Visibility = row["Visibility"],
                    ValidFrom = Day(row["ValidFrom"]),
                    ValidTo = Day(row["ValidTo"]),
                    Extra = row["Extra"],
                    Position = ++position,
                };
            }
        }
    }

    private static bool Holds(CodeEntry entry, DateOnly on) =>
        (entry.ValidFrom is null || entry.ValidFrom <= on) && (entry.ValidTo is null || entry.ValidTo >= on);

    private static DateOnly? Day(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
