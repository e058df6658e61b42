using System.Collections;
using System.Collections.Frozen;
using System.Reflection;
using Integration.Common;
using Integration.Participants;

namespace Integration.Merging;

/// <summary>The properties of a participant that a merge chooses between.</summary>
public static class MergeFields
{
    // What a record is, as against what it says: these are never exchanged.
    private static readonly FrozenSet<string> Own = new[]
    {
        nameof(Participant.Id), nameof(Participant.OrganisationId), nameof(Participant.Version), nameof(Participant.SortName),
        nameof(Participant.RegisteredAt), nameof(Participant.ChangedAt), nameof(Participant.MergedIntoId), nameof(Participant.FullName),
    }.ToFrozenSet();

    /// <summary>All of them, in the order of the record.</summary>
    public static IReadOnlyList<PropertyInfo> All { get; } =
        typeof(Participant).GetProperties().Where(property => property.CanWrite && !Own.Contains(property.Name)).ToList();

    /// <summary>Whether a value says nothing, so that the other record's may fill it.</summary>
    public static bool IsEmpty(object? value) => value switch
    {
        null => true,
        string text => text.Length == 0,
        ICollection list => list.Count == 0,
        bool flag => !flag,
        InterpreterNeed need => !need.Needed && need.Language.Length == 0,
        LanguageLevel level => level == LanguageLevel.None,
        Enum member => Convert.ToInt32(member, System.Globalization.CultureInfo.InvariantCulture) == 0,
        _ => false,
    };

    /// <summary>The properties in which two records differ while both say something: the ones to be chosen.</summary>
    public static IReadOnlyList<string> Differing(Participant keep, Participant other) =>
        All.Where(property => property.GetValue(keep) is var one && property.GetValue(other) is var two
            && !IsEmpty(one) && !IsEmpty(two) && Data.JsonColumn.Write(one) != Data.JsonColumn.Write(two))
            .Select(property => property.Name).ToList();

    internal static void Merge(Participant keep, Participant other, IReadOnlySet<string> fromOther)
    {
        foreach (var property in All)
        {
            var value = property.GetValue(other);
            if (fromOther.Contains(property.Name) || (IsEmpty(property.GetValue(keep)) && !IsEmpty(value)))
            {
                property.SetValue(keep, value);
            }
        }
    }
}
