using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using Integration.Common;
using Integration.Events;
using Integration.Organisations;
using Integration.Resources;

namespace Integration.Lifecycle;

/// <summary>What of an event goes into its next edition.</summary>
public enum CopyPart
{
    /// <summary>The organisations that take part.</summary>
    Hosts,

    /// <summary>The expected employers; somebody vouches for each anew.</summary>
    Employers,

    /// <summary>The number of places, guarantees and limits.</summary>
    Places,

    /// <summary>Its rooms.</summary>
    Rooms,

    /// <summary>Its stages.</summary>
    Stages,

    /// <summary>The programme.</summary>
    Programme,

    /// <summary>Bus lines with their stops, without passengers.</summary>
    Buses,

    /// <summary>The tasks of the preparation, all open again.</summary>
    Tasks,

    /// <summary>The interpreters who can, as proposals; nobody is asked by this.</summary>
    Interpreters,
}

/// <summary>The next edition of an event as it is being prepared.</summary>
public sealed class CopyForm
{
    /// <summary>Short name.</summary>
    [Required, MaxLength(Organisation.KeyMaxLength)]
    public string Key { get; set; } = "";

    /// <summary>Title.</summary>
    [Required, MaxLength(JobEvent.TitleMaxLength)]
    public string Title { get; set; } = "";

    /// <summary>Day; the times of the day stay.</summary>
    [Required]
    public DateOnly? Date { get; set; }

    /// <summary>Building.</summary>
    [MaxLength(160)]
    public string Place { get; set; } = "";

    /// <summary>Street and number.</summary>
    [MaxLength(160)]
    public string Street { get; set; } = "";

    /// <summary>Town.</summary>
    [Required, MaxLength(100)]
    public string Town { get; set; } = "";

    /// <summary>What is copied.</summary>
    public HashSet<CopyPart> Parts { get; set; } = [.. Enum.GetValues<CopyPart>()];

    /// <summary>The form for the next edition of an event: everything, at the same place, on a day still to be chosen.</summary>
    public static CopyForm Of(JobEvent jobEvent)
    {
        var (title, number) = Edition.After(jobEvent.Title);
        return new CopyForm { Title = title, Key = Edition.KeyAfter(jobEvent.Key, number), Place = jobEvent.Place, Street = jobEvent.Street, Town = jobEvent.Town };
    }
}

/// <summary>Titles of editions: after "Ausbildungsbörse, 2. Auflage" comes "Ausbildungsbörse, 3. Auflage".</summary>
public static partial class Edition
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>The title of the next edition and its number; an event without a number was the first.</summary>
    public static (string Title, int Number) After(string title)
    {
        var words = LifecycleTexts.ResourceManager.GetString(nameof(LifecycleTexts.Edition), German)!;
        var numbered = Regex.Match(title, Regex.Escape(words).Replace(@"\{0}", @"(?<number>\d{1,4})", StringComparison.Ordinal), RegexOptions.RightToLeft, TimeSpan.FromMilliseconds(200));
        if (!numbered.Success)
        {
            return (title + ", " + string.Format(German, words, 2), 2);
        }

        var number = int.Parse(numbered.Groups["number"].Value, German) + 1;
        return (title[..numbered.Index] + string.Format(German, words, number) + title[(numbered.Index + numbered.Length)..], number);
    }

    /// <summary>A key for the edition with that number: <c>haren</c>, <c>haren-2</c>, <c>haren-3</c>.</summary>
    public static string KeyAfter(string key, int number)
    {
        var ending = "-" + number.ToString(CultureInfo.InvariantCulture);
        var stem = Number().Replace(key, "");
        return stem[..Math.Min(stem.Length, Organisation.KeyMaxLength - ending.Length)].TrimEnd('-') + ending;
    }

    // Not a year: messe-2027 stays what it is.
    [GeneratedRegex(@"-\d{1,2}$", RegexOptions.None, 200)]
    private static partial Regex Number();
}
