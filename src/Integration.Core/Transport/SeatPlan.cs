using Integration.Common;

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
    /// <summary>Puts people on the stop of their municipality; where several lines stop there, on the one with the most free seats, so that no bus
    /// is full while another drives half empty. People in wheelchairs are placed first: only some seats will do for them.</summary>
    /// <param name="lines">The lines with their stops.</param>
    /// <param name="taken">Seats in use, which stay.</param>
    /// <param name="riders">Who has none yet.</param>
    /// <param name="fold">Makes two spellings of a municipality equal.</param>
    public static SeatPlan Distribute(IReadOnlyList<BusLine> lines, IReadOnlyCollection<BusSeat> taken, IEnumerable<Rider> riders, Func<string, string> fold)
    {
        var stops = lines.SelectMany(line => line.Stops.Select(stop => (Line: line, Stop: stop))).ToLookup(row => fold(row.Stop.Municipality));
        var free = lines.ToDictionary(line => line.Id, line => new Free(line, taken));
        var (seats, noStop, noSeat) = (new List<BusSeat>(), new List<Rider>(), new List<Rider>());
        foreach (var rider in riders.OrderByDescending(rider => rider.Wheelchair))
        {
            var possible = stops[rider.Municipality].Where(row => row.Stop.Municipality.Length > 0).ToList();
            var best = possible.Where(row => free[row.Line.Id].Has(rider.Wheelchair)).OrderByDescending(row => free[row.Line.Id].Count).ThenBy(row => row.Stop.LeavesAt).FirstOrDefault();
            if (best.Line is null)
            {
                (possible.Count == 0 ? noStop : noSeat).Add(rider);
                continue;
            }

            seats.Add(new BusSeat
            {
                RegistrationId = rider.Registration,
                LineId = best.Line.Id,
                StopId = best.Stop.Id,
                Number = free[best.Line.Id].Take(rider.Wheelchair),
                Wheelchair = rider.Wheelchair,
            });
        }

        return new SeatPlan(seats, noStop, noSeat);
    }

    // The first seats of a bus are its wheelchair places.
    private sealed class Free(BusLine line, IEnumerable<BusSeat> taken)
    {
        private readonly SortedSet<int> _numbers =
            [.. Enumerable.Range(1, Math.Max(0, line.Seats)).Except(taken.Where(seat => seat.LineId == line.Id).Select(seat => seat.Number))];

        public int Count => _numbers.Count;

        public bool Has(bool wheelchair) => wheelchair ? _numbers.Count > 0 && _numbers.Min <= line.WheelchairPlaces : _numbers.Count > 0;

        public int Take(bool wheelchair)
        {
            var number = wheelchair ? _numbers.Min : _numbers.Max;
            _numbers.Remove(number);
            return number;
        }
    }
}
