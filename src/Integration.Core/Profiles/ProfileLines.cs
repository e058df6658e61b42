using System.Globalization;

namespace Integration.Profiles;

/// <summary>Addresses single lines of a profile by the field names of <see cref="ProfileContent.Lines"/>.</summary>
public static class ProfileLines
{
    /// <summary>The block of a field: <c>Strengths</c> for <c>Strengths[2]</c>.</summary>
    public static string Block(string field) => field.IndexOf('[', StringComparison.Ordinal) is >= 0 and var at ? field[..at] : field;

    /// <summary>The same content with another text in one line; an emptied line of a list goes away.</summary>
    /// <exception cref="ArgumentException">There is no such line.</exception>
    public static ProfileContent WithLine(this ProfileContent content, string field, string text)
    {
        var open = field.IndexOf('[', StringComparison.Ordinal);
        if (open < 0)
        {
            return WithSingle(content, field, text);
        }

        var close = field.IndexOf(']', open);
        if (close < 0 || !int.TryParse(field.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            throw new ArgumentException($"There is no line {field}.", nameof(field));
        }

        return field[..open] switch
        {
            nameof(ProfileContent.Alternatives) => content with { Alternatives = At(content.Alternatives, index, text) },
            nameof(ProfileContent.Strengths) => content with { Strengths = At(content.Strengths, index, text) },
            nameof(ProfileContent.Evidence) => content with { Evidence = At(content.Evidence, index, text) },
            nameof(ProfileContent.WorkTimes) => content with { WorkTimes = At(content.WorkTimes, index, text) },
            nameof(ProfileContent.Experience) => content with { Experience = At(content.Experience, index, field[(close + 2)..], text) },
            _ => throw new ArgumentException($"There is no line {field}.", nameof(field)),
        };
    }

    private static ProfileContent WithSingle(ProfileContent content, string field, string text) => field switch
    {
        nameof(ProfileContent.Occupation) => content with { Occupation = text },
        nameof(ProfileContent.Start) => content with { Start = text },
        nameof(ProfileContent.Introduction) => content with { Introduction = text },
        nameof(ProfileContent.Schooling) => content with { Schooling = text },
        nameof(ProfileContent.Training) => content with { Training = text },
        nameof(ProfileContent.Recognition) => content with { Recognition = text },
        nameof(ProfileContent.GermanCertificate) => content with { GermanCertificate = text },
        nameof(ProfileContent.Course) => content with { Course = text },
        nameof(ProfileContent.OtherLanguages) => content with { OtherLanguages = text },
        nameof(ProfileContent.Area) => content with { Area = text },
        nameof(ProfileContent.Mobility) => content with { Mobility = text },
        _ => throw new ArgumentException($"There is no line {field}.", nameof(field)),
    };

    private static List<string> At(IReadOnlyList<string> lines, int index, string text)
    {
        if (index >= lines.Count)
        {
            throw new ArgumentException($"There is no line {index}.", nameof(index));
        }

        return [.. lines.Select((line, i) => i == index ? text : line).Where((line, i) => i != index || text.Length > 0)];
    }

    private static List<ProfileExperience> At(IReadOnlyList<ProfileExperience> entries, int index, string part, string text)
    {
        if (index >= entries.Count)
        {
            throw new ArgumentException($"There is no entry {index}.", nameof(index));
        }

        var entry = part switch
        {
            nameof(ProfileExperience.Work) => entries[index] with { Work = text },
            nameof(ProfileExperience.Industry) => entries[index] with { Industry = text },
            nameof(ProfileExperience.Duration) => entries[index] with { Duration = text },
            _ => throw new ArgumentException($"There is no line {part}.", nameof(part)),
        };
        return [.. entries.Select((old, i) => i == index ? entry : old)];
    }
}
