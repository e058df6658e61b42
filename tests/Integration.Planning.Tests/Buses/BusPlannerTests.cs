using CsCheck;
using Integration.Planning.Buses;
using Integration.Planning.Talks;

namespace Integration.Planning.Tests.Buses;

public sealed class BusPlannerTests
{
    private static readonly SearchOptions Options = new() { Limit = TimeSpan.FromSeconds(30) };

    private static readonly Gen<ShuttleLine> Line =
        from seats in Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2])
        from stops in Gen.Int[0, 2].Array[0, 2]
        from times in Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3])
        from taken in Gen.Int[0, 4]
        select new ShuttleLine
        {
            Key = "", Seats = seats.Item1, WheelchairPlaces = Math.Min(seats.Item1, seats.Item2), Taken = taken > 0 && taken <= seats.Item1 ? [taken] : [],
            Stops = [.. stops.Distinct().Select(place => new LineStop(place, 30 + place, times.Item2 != 2 || place == 0))], ArrivesAt = 60 + (10 * times.Item1), LeavesAt = times.Item2 == 3 ? null : 200 + (10 * times.Item2),
        };

    private static readonly Gen<BusRider> Rider =
        from places in Gen.Int[0, 2].Array[0, 3]
        from times in Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3])
        from wheelchair in Gen.Int[0, 3]
        select new BusRider
        {
            Key = "", Places = [.. places.Distinct()], Wheelchair = wheelchair == 0, ArriveBy = times.Item1 == 3 ? null : 60 + (10 * times.Item1), StaysUntil = times.Item2 == 3 ? null : 190 + (10 * times.Item2),
        };

    private static readonly Gen<BusProblem> Small =
        from lines in Line.Array[1, 3]
        from people in Rider.Array[1, 5]
        from party in Gen.Int[0, 3]
        from aims in Gen.Shuffle(Enum.GetValues<BusAim>())
        from counted in Gen.Int[0, 4]
        select new BusProblem { Lines = lines, People = people, Parties = party > 1 && people.Length >= party ? [[.. Enumerable.Range(0, party)]] : [], Aims = [.. aims.Take(counted)] };

    [Fact]
    public void SmallProblem_IsSolvedAsWellAsLookingAtEveryPlan() => Small.Sample(
        problem =>
        {
            var best = Plans(problem).Where(plan => BusChecker.Check(problem, plan).Count == 0).Select(plan => BusScore.Of(problem, plan)).Aggregate((one, other) => other.BetterThan(one, problem) ? other : one);

            var result = BusPlanner.Solve(problem, Options, TestContext.Current.CancellationToken);

            Assert.Equal(PlanStatus.Optimal, result.Status);
            Assert.Empty(BusChecker.Check(problem, result.Plan));
            Assert.False(best.BetterThan(result.Score, problem), $"{best} {result.Score}");
            Assert.False(result.Score.BetterThan(best, problem), $"{best} {result.Score}");
            Assert.Equal(problem.People.Count, result.Plan.Seats.Count + result.Unmet.Count);
        },
        iter: 1000, threads: 1);

    [Theory]
    [InlineData(UnmetSeatReason.NoStop)]
    [InlineData(UnmetSeatReason.TooLate)]
    [InlineData(UnmetSeatReason.NoWayBack)]
    [InlineData(UnmetSeatReason.NoWheelchairPlace)]
    [InlineData(UnmetSeatReason.Full)]
    public void PersonWithoutASeat_HasTheReason(UnmetSeatReason reason)
    {
        var line = new ShuttleLine { Key = "", Seats = 2, WheelchairPlaces = 1, Stops = [new LineStop(0)], ArrivesAt = 60, LeavesAt = 200 };
        var rider = new BusRider { Key = "", Places = [0], Wheelchair = true, ArriveBy = 60, StaysUntil = 200 };
        var problem = new BusProblem { People = [rider], Lines = [line] };
        Assert.Empty(BusPlanner.Solve(problem, Options, default).Unmet);
        problem = reason switch
        {
            UnmetSeatReason.NoStop => problem with { People = [rider with { Places = [1] }] },
            UnmetSeatReason.TooLate => problem with { People = [rider with { ArriveBy = 59 }] },
            UnmetSeatReason.NoWayBack => problem with { People = [rider with { StaysUntil = 201 }] },
            UnmetSeatReason.NoWheelchairPlace => problem with { Lines = [line with { Taken = [1] }] },
            _ => problem with { People = [rider with { Wheelchair = false }], Lines = [line with { Taken = [1, 2] }] },
        };

        Assert.Equal(new UnmetSeat(0, reason), Assert.Single(BusPlanner.Solve(problem, Options, default).Unmet));
    }

    [Theory]
    [InlineData(BusBreachKind.Unknown)]
    [InlineData(BusBreachKind.PersonTwice)]
    [InlineData(BusBreachKind.Seat)]
    [InlineData(BusBreachKind.Wheelchair)]
    [InlineData(BusBreachKind.Place)]
    [InlineData(BusBreachKind.TooLate)]
    [InlineData(BusBreachKind.NoWayBack)]
    [InlineData(BusBreachKind.PartyApart)]
    public void PlanThatBreaksOneRule_IsRejected(BusBreachKind kind)
    {
        var line = new ShuttleLine { Key = "", Seats = 9, WheelchairPlaces = 1, Taken = [5], Stops = [new LineStop(0), new LineStop(1)], ArrivesAt = 60, LeavesAt = 200 };
        var rider = new BusRider { Key = "", Places = [0], ArriveBy = 60, StaysUntil = 200 };
        var problem = new BusProblem { People = [rider with { Wheelchair = true }, rider, rider], Lines = [line], Parties = [[1, 2]] };
        var good = new BusPlan([new(0, 0, 0, 1), new(1, 0, 0, 9), new(2, 0, 0, 8)]);
        Assert.Empty(BusChecker.Check(problem, good));
        var (broken, plan) = kind switch
        {
            BusBreachKind.Unknown => (problem, new BusPlan([.. good.Seats, new(3, 0, 0, 7)])),
            BusBreachKind.PersonTwice => (problem, new BusPlan([.. good.Seats, new(1, 0, 0, 7)])),
            BusBreachKind.Seat => (problem, new BusPlan([good.Seats[0], good.Seats[1], new(2, 0, 0, 5)])),
            BusBreachKind.Wheelchair => (problem, new BusPlan([new(0, 0, 0, 2), good.Seats[1], good.Seats[2]])),
            BusBreachKind.Place => (problem, new BusPlan([new(0, 0, 1, 1), good.Seats[1], good.Seats[2]])),
            BusBreachKind.TooLate => (problem with { Lines = [line with { ArrivesAt = 61 }] }, good),
            BusBreachKind.NoWayBack => (problem with { Lines = [line with { LeavesAt = null }] }, good),
            _ => (problem, new BusPlan([good.Seats[0], good.Seats[1]])),
        };

        Assert.Equal([kind], BusChecker.Check(broken, plan).Select(breach => breach.Kind).Distinct());
    }

    // Everybody at every stop of every bus or nowhere; the numbers of the seats follow.
    private static IEnumerable<BusPlan> Plans(BusProblem problem)
    {
        List<(int Line, int Stop)?> places = [null, .. problem.Lines.SelectMany((line, l) => line.Stops.Select((_, s) => ((int, int)?)(l, s)))];
        IEnumerable<List<(int Line, int Stop)?>> ways = problem.People.Aggregate<BusRider, IEnumerable<List<(int Line, int Stop)?>>>(
            [[]], (before, who) => before.SelectMany(row => places.Where(place => place is null || who.Places.Contains(problem.Lines[place.Value.Line].Stops[place.Value.Stop].Place)).Select(place => (List<(int, int)?>)[.. row, place])));
        return ways.Select(way =>
        {
            var free = problem.Lines.Select(line => Enumerable.Range(1, line.Seats).Except(line.Taken).ToList()).ToList();
            var seats = new List<PlannedSeat>();
            foreach (var person in Enumerable.Range(0, way.Count).Where(person => way[person] is not null).OrderBy(person => !problem.People[person].Wheelchair))
            {
                var (line, stop) = way[person]!.Value;
                var number = free[line].Count == 0 ? 0 : problem.People[person].Wheelchair ? free[line][0] : free[line][^1];
                free[line].Remove(number);
                seats.Add(new PlannedSeat(person, line, stop, number));
            }

            return new BusPlan(seats);
        });
    }
}
