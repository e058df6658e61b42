using CsCheck;
using Integration.Common;
using Integration.Transport;

namespace Integration.Core.Tests.Transport;

public sealed class SeatPlanTests
{
    private static readonly string[] Towns = ["haren", "meppen", "lingen", "twist"];

    [Fact]
    public void EverybodySits_OnAStopOfTheirTownAndNobodyOnAnothersSeat() =>
        Gen.Select(Gen.Select(Gen.Int[1, 12], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 3]).Array[0, 4], Gen.Select(Gen.Int[0, 3], Gen.Bool).Array[0, 40]).Sample((drawnLines, drawnRiders) =>
        {
            var lines = drawnLines.Select(d => Line(d.Item1, Math.Min(d.Item2, d.Item1), Towns[d.Item3], Towns[d.Item4])).ToList();
            var riders = drawnRiders.Select(d => new Rider(RegistrationId.New(), Towns[d.Item1], d.Item2)).ToList();

            var plan = SeatPlan.Distribute(lines, [], riders, town => town);

            Assert.Equal(riders.Count, plan.Seats.Count + plan.NoStop.Count + plan.NoSeat.Count);
            Assert.Equal(plan.Seats.Count, plan.Seats.Select(seat => (seat.LineId, seat.Number)).Distinct().Count());
            foreach (var seat in plan.Seats)
            {
                var line = lines.Single(l => l.Id == seat.LineId);
                Assert.InRange(seat.Number, 1, seat.Wheelchair ? line.WheelchairPlaces : line.Seats);
                Assert.Equal(riders.Single(r => r.Registration == seat.RegistrationId).Municipality, line.Stops.Single(s => s.Id == seat.StopId).Municipality);
            }

            // Nobody is left behind while a bus that stops in their town has a seat for them.
            Assert.All(plan.NoSeat.Where(rider => !rider.Wheelchair), rider => Assert.All(
                lines.Where(line => line.Stops.Exists(stop => stop.Municipality == rider.Municipality)),
                line => Assert.Equal(line.Seats, plan.Seats.Count(seat => seat.LineId == line.Id))));
            Assert.All(plan.NoStop, rider => Assert.DoesNotContain(lines, line => line.Stops.Exists(stop => stop.Municipality == rider.Municipality)));
        });

    [Fact]
    public void SeatsInUse_Stay()
    {
        var line = Line(2, 0, "haren", "haren");
        var taken = new BusSeat { RegistrationId = RegistrationId.New(), LineId = line.Id, StopId = line.Stops[0].Id, Number = 2 };

        var plan = SeatPlan.Distribute([line], [taken], [Rider("haren"), Rider("haren")], town => town);

        Assert.Equal(1, Assert.Single(plan.Seats).Number);
        Assert.Single(plan.NoSeat);
    }

    [Fact]
    public void TwoBusesInOneTown_FillEvenly()
    {
        var plan = SeatPlan.Distribute([Line(10, 0, "haren", "meppen"), Line(10, 0, "haren", "lingen")], [], Enumerable.Range(0, 10).Select(_ => Rider("haren")), town => town);

        Assert.Equal([5, 5], plan.Seats.GroupBy(seat => seat.LineId).Select(line => line.Count()));
    }

    [Fact]
    public void TheBusWithTheMostRoom_IsNotTakenFromThoseWhoHaveNoOther()
    {
        // The larger bus stops in both towns, the smaller in one: all six sit only if nobody from there takes the larger one's seats.
        var plan = SeatPlan.Distribute([Line(3, 0, "haren", "meppen"), Line(3, 0, "haren", "haren")], [], Enumerable.Range(0, 6).Select(i => Rider(i < 3 ? "haren" : "meppen")), town => town);

        Assert.Equal((6, 0, 0), (plan.Seats.Count, plan.NoSeat.Count, plan.NoStop.Count));
    }

    private static Rider Rider(string town) => new(RegistrationId.New(), town, false);

    private static BusLine Line(int seats, int wheelchairs, string first, string second)
    {
        var line = new BusLine { Seats = seats, WheelchairPlaces = wheelchairs, ArrivesAt = new(9, 30) };
        line.Stops.Add(new BusStop { LineId = line.Id, Number = 1, Municipality = first, LeavesAt = new(8, 30) });
        line.Stops.Add(new BusStop { LineId = line.Id, Number = 2, Municipality = second, LeavesAt = new(9, 0) });
        return line;
    }
}
