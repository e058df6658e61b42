namespace Integration.Planning.Buses;

/// <summary>A rule of seats that a plan breaks.</summary>
public enum BusBreachKind
{
    /// <summary>A person, line or stop that does not exist.</summary>
    Unknown,

    /// <summary>A person with two seats.</summary>
    PersonTwice,

    /// <summary>A seat that the bus does not have, or that somebody else has.</summary>
    Seat,

    /// <summary>A person in a wheelchair on a seat that is no place for one.</summary>
    Wheelchair,

    /// <summary>A place where the person cannot get on.</summary>
    Place,

    /// <summary>A bus that arrives too late.</summary>
    TooLate,

    /// <summary>A bus that does not take the person back, or not then.</summary>
    NoWayBack,

    /// <summary>People of a party at different stops or in different buses, or some of them left behind.</summary>
    PartyApart,
}

/// <summary>A rule that a plan breaks, and for whom.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="Person">The person.</param>
/// <param name="Line">The line.</param>
public readonly record struct BusBreach(BusBreachKind Kind, int Person, int Line);

/// <summary>Looks whether a plan of seats keeps all rules. Shares no code with the search.</summary>
public static class BusChecker
{
    /// <summary>Every rule that the plan breaks; none for a plan that can be used.</summary>
    public static IReadOnlyList<BusBreach> Check(BusProblem problem, BusPlan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var breaches = new List<BusBreach>();
        var people = new HashSet<int>();
        var numbers = problem.Lines.SelectMany((line, index) => line.Taken.Select(number => (index, number))).ToHashSet();
        foreach (var seat in plan.Seats)
        {
            void Breach(bool broken, BusBreachKind kind)
            {
                if (broken)
                {
                    breaches.Add(new BusBreach(kind, seat.Person, seat.Line));
                }
            }

            if (seat.Person < 0 || seat.Person >= problem.People.Count || seat.Line < 0 || seat.Line >= problem.Lines.Count || seat.Stop < 0 || seat.Stop >= problem.Lines[seat.Line].Stops.Count)
            {
                Breach(true, BusBreachKind.Unknown);
                continue;
            }

            var (who, line) = (problem.People[seat.Person], problem.Lines[seat.Line]);
            Breach(!people.Add(seat.Person), BusBreachKind.PersonTwice);
            Breach(seat.Number < 1 || seat.Number > line.Seats || !numbers.Add((seat.Line, seat.Number)), BusBreachKind.Seat);
            Breach(who.Wheelchair && seat.Number > line.WheelchairPlaces, BusBreachKind.Wheelchair);
            Breach(!who.Places.Contains(line.Stops[seat.Stop].Place), BusBreachKind.Place);
            Breach(line.ArrivesAt > who.ArriveBy, BusBreachKind.TooLate);
            Breach(who.StaysUntil is { } until && (line.LeavesAt is not { } leaves || leaves < until || !line.Stops[seat.Stop].DrivesBack), BusBreachKind.NoWayBack);
        }

        foreach (var party in problem.Parties)
        {
            var ways = party.Select(person => plan.Seats.Where(seat => seat.Person == person).Select(seat => ((int, int)?)(seat.Line, seat.Stop)).FirstOrDefault()).Distinct().ToList();
            breaches.AddRange(ways.Count > 1 ? [new BusBreach(BusBreachKind.PartyApart, party[0], -1)] : Array.Empty<BusBreach>());
        }

        return breaches;
    }
}
