using CsCheck;
using Integration.Interpreters;

namespace Integration.Core.Tests.Interpreters;

public sealed class WorkStretchTests
{
    private static readonly DateOnly Day = new(2027, 3, 1);

    [Theory]
    [InlineData("09:00-11:00", BreakAdvice.None)]
    [InlineData("09:00-11:01", BreakAdvice.Break)]
    [InlineData("09:00-12:00", BreakAdvice.Break)]
    [InlineData("09:00-12:01", BreakAdvice.SecondInterpreter)]
    [InlineData("09:00-11:00 11:15-13:00", BreakAdvice.None)]
    [InlineData("09:00-11:00 11:14-12:00", BreakAdvice.Break)]
    [InlineData("11:05-13:00 09:00-11:00", BreakAdvice.SecondInterpreter)]
    [InlineData("23:00-01:30", BreakAdvice.Break)]
    [InlineData("", BreakAdvice.None)]
    public void ContinuousWork_AsksForABreakAfterTwoHours_AndForASecondAfterThree(string work, BreakAdvice advice) =>
        Assert.Equal(advice, WorkStretches.Advice(Read(work)));

    [Fact]
    public void EndBeforeStart_IsTheNextDay()
    {
        var night = Stretch.Of(Day, new TimeOnly(22, 0), new TimeOnly(1, 0));
        Assert.Equal(TimeSpan.FromHours(3), night.Length);
        Assert.True(night.Overlaps(Stretch.Of(Day.AddDays(1), new TimeOnly(0, 30), new TimeOnly(2, 0))));
        Assert.False(night.Overlaps(Stretch.Of(Day.AddDays(1), new TimeOnly(1, 0), new TimeOnly(2, 0))));
    }

    [Fact]
    public void Total_CountsNoMinuteTwice() =>
        Assert.Equal(TimeSpan.FromHours(4), WorkStretches.Total(Read("09:00-11:00 10:00-12:00 13:00-14:00 13:15-13:45")));

    [Fact]
    public void AnyWork_ContinuousStretchesLieABreakApart_AndCoverAllOfIt()
    {
        var stretch = Gen.Select(Gen.Int[0, 1300], Gen.Int[1, 300]).Select((start, length) =>
            new Stretch(Day.ToDateTime(TimeOnly.MinValue).AddMinutes(start), Day.ToDateTime(TimeOnly.MinValue).AddMinutes(start + length)));
        stretch.List[0, 8].Sample(work =>
        {
            var continuous = WorkStretches.Continuous(work);
            Assert.All(continuous.Zip(continuous.Skip(1)), pair => Assert.True(pair.Second.Start - pair.First.End >= WorkStretches.Break));
            Assert.All(work, part => Assert.Single(continuous, whole => whole.Start <= part.Start && part.End <= whole.End));
            Assert.True(WorkStretches.Total(work) <= TimeSpan.FromTicks(work.Sum(part => part.Length.Ticks)));
        });
    }

    private static IEnumerable<Stretch> Read(string work) => work.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => Stretch.Of(Day, TimeOnly.Parse(part[..5], System.Globalization.CultureInfo.InvariantCulture), TimeOnly.Parse(part[6..], System.Globalization.CultureInfo.InvariantCulture)));
}
