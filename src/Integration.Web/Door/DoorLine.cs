using Integration.Door;
using Integration.Web.Resources;
using Integration.Web.Shared;

namespace Integration.Web.Door;

/// <summary>Words about doors.</summary>
internal static class DoorLine
{
    /// <summary>When and where: Montag, 1. März, 9:00 bis 13:00 Uhr, Rathaus.</summary>
    public static string Of(DoorEvent row) => Format.Fill(DoorTexts.TodayAt, Format.LongDay(row.Date), Format.Time(row.StartsAt), Format.Time(row.EndsAt), row.Place);

    /// <summary>Who it is: the name with the end of the ticket, because first names come more than once.</summary>
    public static string Of(DoorRow row) => row.Name.Length > 0 ? row.Name : DoorTexts.NoName;

    /// <summary>The last four letters of a ticket.</summary>
    public static string Ending(DoorRow row) => Format.Fill(DoorTexts.TicketEnding, row.Ticket[^4..]);
}
