using System.Globalization;
using System.Text.RegularExpressions;
using Integration.Planning.Talks;

namespace Integration.Benchmarks.B2b;

/// <summary>Reads the MiniZinc data of the business-to-business meeting scheduling problem (Bofill and others, JAIR 74, 2022).</summary>
/// <remarks>
/// Every meeting has to take place; a participant sits in one meeting a slot; a slot has so many tables. What is minimised is the number of breaks:
/// groups of idle slots between somebody's first and last meeting, which are the gaps of a <see cref="TalkProblem"/>; no two participants' numbers
/// of breaks differ by more than two.
/// </remarks>
public static partial class B2bReader
{
    private const int MinutesASlot = 15;

    /// <summary>The problem of a file.</summary>
    /// <exception cref="FormatException">The text is not such data; the message names what is missing or wrong.</exception>
    public static TalkProblem Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fields = Field().Matches(Comment().Replace(text, "")).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);
        var (people, slots, morning) = (One(fields, "nBusiness"), One(fields, "nTotalSlots"), One(fields, "nMorningSlots"));
        var meetings = Rows(fields, "requested", 3);
        var fixedAt = fields.TryGetValue("fixat", out var given) ? Numbers(given) : new int[meetings.Length];
        var forbidden = Sets(fields, people);
        if (meetings.Length != One(fields, "nMeetings") || fixedAt.Length != meetings.Length)
        {
            throw new FormatException($"nMeetings is {One(fields, "nMeetings")}, but 'requested' has {meetings.Length} rows and 'fixat' {fixedAt.Length} entries.");
        }

        return new TalkProblem
        {
            Slots = [.. Enumerable.Range(0, slots).Select(slot => new TalkSlot(slot < morning ? 0 : 1, slot * MinutesASlot, (slot + 1) * MinutesASlot))],
            People = [.. Enumerable.Range(0, people).Select(person => new TalkPerson
            {
                Key = (person + 1).ToString(CultureInfo.InvariantCulture),
                BusySlots = [.. forbidden[person].Where(slot => slot > 0).Select(slot => slot - 1)],
            })],
            Requests = [.. meetings.Select(row => new TalkRequest
            {
                People = [row[0] - 1, row[1] - 1],
                Required = true,
                Slots = row[2] switch
                {
                    1 => [.. Enumerable.Range(0, morning)],
                    2 => [.. Enumerable.Range(morning, slots - morning)],
                    _ => [],
                },
            })],
            Fixed = [.. fixedAt.Select((slot, meeting) => new FixedTalk(meeting, slot - 1)).Where(talk => talk.Slot >= 0)],
            Orders = [.. (fields.ContainsKey("precedences") ? Rows(fields, "precedences", 2) : []).Where(row => row[0] > 0 && row[1] > 0).Select(row => new TalkOrder(row[0] - 1, row[1] - 1))],
            TablesInSlot = [.. Enumerable.Repeat(One(fields, "nTables"), slots)],
            Aims = new TalkAims { Order = [TalkAim.FewGaps] },
        };
    }

    private static int One(Dictionary<string, string> fields, string name) =>
        fields.TryGetValue(name, out var value) && int.TryParse(value.Trim(), CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"There is no number '{name} = …;'.");

    private static int[][] Rows(Dictionary<string, string> fields, string name, int width)
    {
        var numbers = Numbers(fields.GetValueOrDefault(name) ?? throw new FormatException($"There is no '{name} = [| … |];'."));
        return numbers.Length % width == 0 ? [.. numbers.Chunk(width)] : throw new FormatException($"'{name}' has {numbers.Length} numbers, which is not a multiple of {width}.");
    }

    private static int[][] Sets(Dictionary<string, string> fields, int people)
    {
        var sets = fields.TryGetValue("forbidden", out var value) ? Set().Matches(value).Select(match => Numbers(match.Value)).ToArray() : [.. Enumerable.Repeat(Array.Empty<int>(), people)];
        return sets.Length == people ? sets : throw new FormatException($"'forbidden' has {sets.Length} sets for {people} participants.");
    }

    // Sets may be written as ranges: 3..5.
    private static int[] Numbers(string text) =>
        [.. Number().Matches(text).SelectMany(match =>
        {
            var from = int.Parse(match.Groups["from"].Value, CultureInfo.InvariantCulture);
            var to = match.Groups["to"].Success ? int.Parse(match.Groups["to"].Value, CultureInfo.InvariantCulture) : from;
            return Enumerable.Range(from, Math.Max(0, to - from + 1));
        })];

    [GeneratedRegex(@"(?<name>\w+)\s*=\s*(?<value>[^;]*);", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();

    [GeneratedRegex("%[^\n]*", RegexOptions.None, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Set();

    [GeneratedRegex(@"(?<from>-?\d+)(?:\.\.(?<to>-?\d+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
