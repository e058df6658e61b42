using Integration.Transport;
using Integration.Web.Resources;
using Integration.Web.Shared;

namespace Integration.Web.Events;

/// <summary>A seat in a bus, in words.</summary>
internal static class SeatWords
{
    /// <summary>A stop: Linie 1: Bahnhof, 08:20.</summary>
    public static string Of(BusLineRow line, BusStop stop) => Format.Fill(BusTexts.SeatAt, line.Line.Name, stop.Name, Format.Time(stop.LeavesAt));

    /// <summary>A person's seat, or that they have none.</summary>
    public static string Of(IReadOnlyList<BusLineRow> lines, BusSeat? seat)
    {
        var found = lines.SelectMany(line => line.Stops.Select(row => (Line: line, row.Stop))).FirstOrDefault(row => row.Stop.Id == seat?.StopId);
        return found.Line is null ? BusTexts.WithoutBus
            : seat!.Wheelchair ? Format.Fill(BusTexts.SeatWheelchair, Of(found.Line, found.Stop))
            : Of(found.Line, found.Stop);
    }
}
