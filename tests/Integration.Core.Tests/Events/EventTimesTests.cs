using Integration.Events;

namespace Integration.Core.Tests.Events;

public sealed class EventTimesTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2027-02-01", "09:00", "2027-02-01T08:00:00")]
    [InlineData("2027-07-01", "09:00", "2027-07-01T07:00:00")]
    // Clocks go forward at 2:00: half past two does not exist and means half an hour after the change.
    [InlineData("2027-03-28", "01:59", "2027-03-28T00:59:00")]
    [InlineData("2027-03-28", "02:30", "2027-03-28T01:30:00")]
    [InlineData("2027-03-28", "03:30", "2027-03-28T01:30:00")]
    // Clocks go back at 3:00: half past two comes twice and means the first.
    [InlineData("2027-10-31", "02:30", "2027-10-31T00:30:00")]
    [InlineData("2027-10-31", "03:30", "2027-10-31T02:30:00")]
    public void WallClock_IsAnInstant(string day, string time, string utc)
    {
        var instant = EventTimes.Instant(Berlin, DateOnly.Parse(day, null), TimeOnly.Parse(time, null));

        Assert.Equal(DateTime.Parse(utc, null), instant);
        Assert.Equal(DateTimeKind.Utc, instant.Kind);
    }

    [Theory]
    // From ten in the evening to four: six hours on most nights, five when clocks go forward, seven when they go back.
    [InlineData("2027-02-05", 6)]
    [InlineData("2027-03-27", 5)]
    [InlineData("2027-10-30", 7)]
    public void EventOverMidnight_LastsAsLongAsTheNightDoes(string day, int hours)
    {
        var jobEvent = new JobEvent { Date = DateOnly.Parse(day, null), StartsAt = new(22, 0), EndsAt = new(4, 0) };

        Assert.Equal(TimeSpan.FromHours(hours), jobEvent.IsOverAt(Berlin) - jobEvent.BeginsAt(Berlin));
    }
}
