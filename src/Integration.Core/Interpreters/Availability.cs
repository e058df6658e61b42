namespace Integration.Interpreters;

/// <summary>Whether an interpreter can at a time, by the grid of weekdays and the days on which it is otherwise (DOMAIN §6.2).</summary>
public static class Availability
{
    private const int Dawn = 5;
    private const int Noon = 12;
    private const int Dusk = 17;

    /// <summary>Whether all parts of the day that the work touches are free.</summary>
    /// <returns><see langword="null"/> when nothing is known about them.</returns>
    public static bool? At(Interpreter interpreter, Stretch work)
    {
        var known = Parts(work).Select(part => OnPart(interpreter, part.Day, part.Part)).ToList();
        return known.Contains(false) ? false : known.Contains(null) ? null : true;
    }

    /// <summary>The parts of days that a stretch touches; hours after midnight belong to the evening before.</summary>
    public static IEnumerable<(DateOnly Day, DayPart Part)> Parts(Stretch work)
    {
        for (var at = work.Start; at < work.End; at = EndOfPart(at))
        {
            yield return (DayOf(at), PartOf(at));
        }
    }

    private static bool? OnPart(Interpreter interpreter, DateOnly day, DayPart part) =>
        interpreter.Exceptions.Find(exception => exception.Day == day) is { } exception ? exception.Available
        : interpreter.Availability.Count == 0 ? null
        : interpreter.Availability.Contains(new WeeklyTime(day.DayOfWeek, part));

    // On the clock on the wall, which knows no zone.
    private static DateOnly DayOf(DateTime at)
    {
        var (day, _) = at.AddHours(-Dawn);
        return day;
    }

    private static DayPart PartOf(DateTime at) => at.Hour switch
    {
        >= Dawn and < Noon => DayPart.Morning,
        >= Noon and < Dusk => DayPart.Afternoon,
        _ => DayPart.Evening,
    };

    private static DateTime EndOfPart(DateTime at)
    {
        var midnight = DayOf(at).ToDateTime(TimeOnly.MinValue);
        return PartOf(at) switch
        {
            DayPart.Morning => midnight.AddHours(Noon),
            DayPart.Afternoon => midnight.AddHours(Dusk),
            DayPart.Evening => midnight.AddDays(1).AddHours(Dawn),
        };
    }
}
