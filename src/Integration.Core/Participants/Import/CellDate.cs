using System.Globalization;
using System.Text.RegularExpressions;

namespace Integration.Participants.Import;

/// <summary>Reads dates as German, ISO and other software writes them.</summary>
internal static partial class CellDate
{
    /// <summary>What a text is as a date.</summary>
    public enum Reading
    {
        /// <summary>A date.</summary>
        Date,

        /// <summary>Looks like a date, but the calendar has no such day.</summary>
        Impossible,

        /// <summary>No form that is understood.</summary>
        Unreadable,
    }

    /// <summary>Reads <c>dd.MM.yyyy</c>, <c>dd.MM.yy</c>, <c>yyyy-MM-dd</c> (a time behind it is left out) and <c>dd/MM/yyyy</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lastDay">Last day a year of two digits can lead to: the century is chosen so that the date lies in the
    /// hundred years up to it.</param>
    /// <param name="date">The date.</param>
    public static Reading Read(string text, DateOnly lastDay, out DateOnly date)
    {
        date = default;
        var match = Iso().Match(text);
        match = match.Success ? match : German().Match(text);
        if (!match.Success)
        {
            return Reading.Unreadable;
        }

        int Part(string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
        var (year, month, day) = (Part("y"), Part("m"), Part("d"));
        if (match.Groups["y"].Length == 2)
        {
            year += lastDay.Year / 100 * 100;
            year -= Exists(year, month, day) && new DateOnly(year, month, day) > lastDay ? 100 : 0;
        }

        if (!Exists(year, month, day))
        {
            return Reading.Impossible;
        }

        date = new DateOnly(year, month, day);
        return Reading.Date;
    }

    private static bool Exists(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    [GeneratedRegex(@"^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})([T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^((?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>\d{4}|\d{2})|(?<d>\d{1,2})/(?<m>\d{1,2})/(?<y>\d{4}))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex German();
}
