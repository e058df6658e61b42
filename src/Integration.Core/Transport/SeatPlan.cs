using Integration.Common;
using Integration.Planning.Buses;
using Integration.Planning.Talks;

namespace Integration.Transport;

/// <summary>Somebody who may need a seat.</summary>
/// <param name="Registration">The registration.</param>
/// <param name="Municipality">Where they live, folded for comparing.</param>
/// <param name="Wheelchair">Whether they come in a wheelchair.</param>
public sealed record Rider(RegistrationId Registration, string Municipality, bool Wheelchair);

/// <summary>What a distribution of seats came to.</summary>
/// <param name="Seats">The new seats.</param>
/// <param name="NoStop">People in whose municipality no bus stops.</param>
/// <param name="NoSeat">People whose buses are full.</param>
public sealed record SeatPlan(IReadOnlyList<BusSeat> Seats, IReadOnlyList<Rider> NoStop, IReadOnlyList<Rider> NoSeat)
{
    // Everybody who can have a seat has one within milliseconds; the rest of the time goes into room in each bus.
    private static readonly SearchOptions Options = new() { Limit = TimeSpan.FromSeconds(10) };

    /// <summary>Puts people on the stop of their municipality so that as many as possible have a seat, those in wheelchairs before all others; where several lines
    /// stop there, so that no bus is full while another drives half empty.</summary>
    /// <param name="lines">The lines with their stops.</param>
    /// <param name="taken">Seats in use, which stay.</param>
    /// <param name="riders">Who has none yet; those who come first have the seats where there are too few.</param>
    /// <param name="fold">Makes two spellings of a municipality equal.</param>
    public static SeatPlan Distribute(IReadOnlyList<BusLine> lines, IReadOnlyCollection<BusSeat> taken, IEnumerable<Rider> riders, Func<string, string> fold)
    {
        var people = riders.ToList();
        var towns = people.Select(rider => rider.Municipality).Where(town => town.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
        // A town where a line stops twice is served by the later stop: whoever has the choice sleeps longer.
        var stops = lines.Select(line => line.Stops.Where(stop => stop.Municipality.Length > 0).GroupBy(stop => fold(stop.Municipality)).Where(town => towns.Contains(town.Key))
            .Select(town => (Town: town.Key, Stop: town.MaxBy(stop => stop.LeavesAt)!)).ToList()).ToList();
        var problem = new BusProblem
        {
            People = [.. people.Select((rider, i) => new BusRider { Key = $"{i}", Places = rider.Municipality.Length == 0 ? [] : [towns.IndexOf(rider.Municipality)], Wheelchair = rider.Wheelchair })],
            Lines = [.. lines.Select((line, l) => new ShuttleLine
            {
                Key = $"{l}", Seats = Math.Max(0, line.Seats), WheelchairPlaces = line.WheelchairPlaces, Taken = [.. taken.Where(seat => seat.LineId == line.Id).Select(seat => seat.Number).Distinct()],
                Stops = [.. stops[l].Select(at => new LineStop(towns.IndexOf(at.Town), Minute(at.Stop.LeavesAt)))],
            })],
            Aims = [BusAim.RoomInEach],
        };
        var result = BusPlanner.Solve(problem, Options);
        if (result.Status == PlanStatus.Unknown || BusChecker.Check(problem, result.Plan) is { Count: > 0 })
        {
            throw new InvalidOperationException("The plan of the seats breaks a rule.");
        }

        var unmet = result.Unmet.ToLookup(seat => seat.Reason == UnmetSeatReason.NoStop, seat => people[seat.Person]);
        return new SeatPlan(
            [.. result.Plan.Seats.Select(seat => new BusSeat
            {
                RegistrationId = people[seat.Person].Registration, LineId = lines[seat.Line].Id, StopId = stops[seat.Line][seat.Stop].Stop.Id, Number = seat.Number, Wheelchair = people[seat.Person].Wheelchair,
            })],
            [.. unmet[true]], [.. unmet[false]]);
    }

    private static int Minute(TimeOnly time) => (time.Hour * 60) + time.Minute;
}
