using Integration.Outcomes;

namespace Integration.Core.Tests.Outcomes;

public sealed class FollowUpClockTests
{
    [Theory]
    [InlineData("2027-03-01", "2027-03-04")] // Monday: Thursday
    [InlineData("2027-03-04", "2027-03-09")] // Thursday: over the weekend
    [InlineData("2027-03-06", "2027-03-10")] // on a Saturday
    [InlineData("2027-03-24", "2027-03-31")] // Wednesday before Easter: Thursday, then Tuesday
    [InlineData("2026-12-23", "2026-12-29")] // Christmas on Friday and Saturday
    [InlineData("2026-12-30", "2027-01-05")] // over new year
    [InlineData("2027-05-05", "2027-05-11")] // Ascension
    [InlineData("2029-10-02", "2029-10-08")] // Day of German Unity
    public void FirstCall_IsAfterThreeWorkingDays(string eventDay, string due) =>
        Assert.Equal(Day(due), FollowUpClock.DueOn(FollowUpPoint.FirstCall, Day(eventDay)));

    [Fact]
    public void OtherPoints_AreDaysOfTheCalendar()
    {
        var day = new DateOnly(2026, 12, 20);
        Assert.Equal(
            [new(2027, 1, 3), new(2027, 1, 17), new(2027, 3, 20), new(2027, 6, 18)],
            new[] { FollowUpPoint.SecondCall, FollowUpPoint.AccessEnds, FollowUpPoint.Result, FollowUpPoint.Lasting }.Select(point => FollowUpClock.DueOn(point, day)));
    }

    [Theory]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2285, "2285-03-22")]
    public void Easter_IsAsInTheAlmanac(int year, string easter) => Assert.Equal(Day(easter), WorkingDays.Easter(year));

    [Fact]
    public void Holidays_AreTheNineOfAllGermany() => Assert.Equal(
        ["01-01", "03-26", "03-29", "05-01", "05-06", "05-17", "10-03", "12-25", "12-26"],
        WorkingDays.Holidays(2027).Select(day => day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Due_IsTheLatestPointAfterWhichNothingWasRecorded()
    {
        var day = new DateOnly(2027, 3, 1);
        FollowUpPoint? At(int days, int? recorded, OutcomeStage stage = OutcomeStage.Released) =>
            FollowUpClock.Due(day, stage, recorded is { } after ? day.AddDays(after) : null, day.AddDays(days));
        Assert.Null(At(2, null));
        Assert.Equal(FollowUpPoint.FirstCall, At(3, null));
        Assert.Equal(FollowUpPoint.FirstCall, At(3, 1));
        Assert.Null(At(10, 3));
        Assert.Equal(FollowUpPoint.SecondCall, At(14, 3));
        Assert.Null(At(20, 14));
        Assert.Equal(FollowUpPoint.AccessEnds, At(28, 14));
        Assert.Equal(FollowUpPoint.Result, At(200, 30));
        Assert.Null(At(200, 30, OutcomeStage.Closed));
    }

    [Fact]
    public void Contract_IsAskedAboutAfter90And180Days()
    {
        var day = new DateOnly(2027, 3, 1);
        FollowUpPoint? At(int days, int recorded) => FollowUpClock.Due(day, OutcomeStage.Contract, day.AddDays(recorded), day.AddDays(days));
        Assert.Null(At(89, 20));
        Assert.Equal(FollowUpPoint.Result, At(90, 20));
        Assert.Null(At(120, 91));
        Assert.Equal(FollowUpPoint.Lasting, At(180, 91));
        Assert.Null(At(300, 181));
        Assert.Equal(FollowUpPoint.Lasting, FollowUpClock.Next(day, OutcomeStage.Contract, day.AddDays(100)));
        Assert.Null(FollowUpClock.Next(day, OutcomeStage.Contract, day.AddDays(180)));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
