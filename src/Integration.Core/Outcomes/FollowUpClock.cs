namespace Integration.Outcomes;

/// <summary>When something is asked after an event (DOMAIN §5.22).</summary>
public enum FollowUpPoint
{
    /// <summary>T+3 working days: the employer service calls.</summary>
    FirstCall,

    /// <summary>T+14: what came of the first agreements.</summary>
    SecondCall,

    /// <summary>T+28: the company's access ends.</summary>
    AccessEnds,

    /// <summary>T+90: the outcome.</summary>
    Result,

    /// <summary>T+180: does it last.</summary>
    Lasting,
}

/// <summary>The clock of the follow-up: pure, counted from the event's day.</summary>
public static class FollowUpClock
{
    private const int CallWorkingDays = 3;

    /// <summary>The day of a point.</summary>
    /// <param name="point">The point.</param>
    /// <param name="eventDay">The event's day.</param>
    public static DateOnly DueOn(FollowUpPoint point, DateOnly eventDay) => point switch
    {
        FollowUpPoint.FirstCall => WorkingDays.After(eventDay, CallWorkingDays),
        FollowUpPoint.SecondCall => eventDay.AddDays(14),
        FollowUpPoint.AccessEnds => eventDay.AddDays(28),
        FollowUpPoint.Result => eventDay.AddDays(90),
        FollowUpPoint.Lasting => eventDay.AddDays(180),
    };

    /// <summary>The point whose question is open on a day: the latest that has come and after which nothing was recorded. What is closed is asked no
    /// more; a contract is asked about after 90 and 180 days, everything else until day 90.</summary>
    /// <param name="eventDay">The event's day.</param>
    /// <param name="stage">How far the contact has come.</param>
    /// <param name="lastRecorded">The day on which something was last recorded about it; <see langword="null"/> for never.</param>
    /// <param name="today">The day.</param>
    /// <returns><see langword="null"/> when nothing is due.</returns>
    public static FollowUpPoint? Due(DateOnly eventDay, OutcomeStage stage, DateOnly? lastRecorded, DateOnly today)
    {
        var come = PointsOf(stage).Where(point => DueOn(point, eventDay) <= today).ToList();
        return come.Count > 0 && (lastRecorded is null || lastRecorded < DueOn(come[^1], eventDay)) ? come[^1] : null;
    }

    /// <summary>The next point that will come for a contact; <see langword="null"/> when none does.</summary>
    public static FollowUpPoint? Next(DateOnly eventDay, OutcomeStage stage, DateOnly today) =>
        PointsOf(stage).Where(point => DueOn(point, eventDay) > today).Cast<FollowUpPoint?>().FirstOrDefault();

    private static FollowUpPoint[] PointsOf(OutcomeStage stage) => stage switch
    {
        OutcomeStage.Closed => [],
        OutcomeStage.Contract => [FollowUpPoint.Result, FollowUpPoint.Lasting],
        _ => [FollowUpPoint.FirstCall, FollowUpPoint.SecondCall, FollowUpPoint.AccessEnds, FollowUpPoint.Result],
    };
}
