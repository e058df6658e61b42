using System.Globalization;
using Integration.Data;

namespace Integration.Events;

/// <summary>A line of the preparation plan.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Days">Days from the event: negative before it.</param>
/// <param name="German">What is to be done, in German.</param>
/// <param name="English">The same in English.</param>
public sealed record PreparationStep(string Key, int Days, string German, string English);

/// <summary>The preparation every event has in common (DOMAIN §7.2), shipped as data: <c>Data/Seed/Plan/Preparation.csv</c>.</summary>
public static class PreparationPlan
{
    /// <summary>The lines, earliest first.</summary>
    public static IReadOnlyList<PreparationStep> Steps { get; } =
        [.. ShippedFiles.Rows("Plan", "Preparation").Select(row => new PreparationStep(row["Key"], int.Parse(row["Days"], CultureInfo.InvariantCulture), row["German"], row["English"])).OrderBy(step => step.Days)];

    private static readonly Dictionary<string, PreparationStep> ByKey = Steps.ToDictionary(step => step.Key, StringComparer.Ordinal);

    /// <summary>What a task is called in the reader's language: a line of the plan is translated as long as nobody has reworded it.</summary>
    public static string TitleFor(this EventTask task, CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "en" && task.SourceKey is { } key && ByKey.TryGetValue(key, out var step) && step.German == task.Title ? step.English : task.Title;
}
