using System.Globalization;
using Integration.Profiles;
using Integration.Resources;

namespace Integration.Web.Profiles;

/// <summary>The sheet's own words: German, whatever language its writer's pages have.</summary>
public static class SheetText
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>A text of the printed sheet, its holes filled.</summary>
    public static string Of(string key, params object[] holes)
    {
        var text = DocumentsTexts.ResourceManager.GetString(key, German) ?? throw new ArgumentException($"No text for '{key}'.", nameof(key));
        return holes.Length == 0 ? text : string.Format(German, text, holes);
    }

    /// <summary>A day as sheets write it.</summary>
    public static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", German);

    /// <summary>Working times as the sheet groups them: what is answered with yes, by arrangement and no, then lines of their own.</summary>
    public static IReadOnlyList<WorkTimeGroup> WorkTimes(IReadOnlyList<string> lines)
    {
        var answers = lines.Select((line, at) => Answered(line, at)).Where(line => line.Name.Length > 0).ToList();
        var words = new[] { nameof(DocumentsTexts.Answer_Yes), nameof(DocumentsTexts.Answer_ByArrangement), nameof(DocumentsTexts.Answer_No) }
            .Select(key => Of(key)).ToList();
        var groups = words
            .Select(word => new WorkTimeGroup(char.ToUpper(word[0], German) + word[1..], answers.Where(line => line.Answer == word).Select(line => (line.Name, line.At)).ToList()))
            .Where(group => group.Lines.Count > 0).ToList();
        groups.AddRange(answers.Where(line => !words.Contains(line.Answer)).Select(line => line.Answer.Length > 0
            ? new WorkTimeGroup(line.Name, [(line.Answer, line.At)])
            : new WorkTimeGroup(Of(nameof(DocumentsTexts.Frame_Hours)), [(line.Name, line.At)])));
        return groups;
    }

    /// <summary>Field of the profile that a working time stands in.</summary>
    public static string WorkTimeField(int at) => $"{nameof(ProfileContent.WorkTimes)}[{at}]";

    private static (string Name, string Answer, int At) Answered(string line, int at)
    {
        var colon = line.LastIndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? (line.Trim(), "", at) : (line[..colon].Trim(), line[(colon + 2)..].Trim(), at);
    }
}

/// <summary>Working times with the same answer, each with its row in the form.</summary>
public sealed record WorkTimeGroup(string Answer, IReadOnlyList<(string Text, int At)> Lines);
