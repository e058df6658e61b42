using Integration.Common;
using Integration.Door;
using Integration.Web.Resources;
using Integration.Web.Shared;

namespace Integration.Web.Door;

/// <summary>Words about doors.</summary>
internal static class DoorLine
{
    /// <summary>When and where: Montag, 1. März, 9:00 bis 13:00 Uhr, Rathaus.</summary>
    public static string Of(DoorEvent row) => Format.Fill(DoorTexts.TodayAt, Format.LongDay(row.Date), Format.Time(row.StartsAt), Format.Time(row.EndsAt), row.Place);

    /// <summary>A group: Bus: Linie 1.</summary>
    public static string Of(DoorGroup group) => Format.Fill(DoorTexts.GroupName, group.Kind.Label(), group.Name);

    /// <summary>A group in a form.</summary>
    public static string Key(DoorGroup group) => $"{group.Kind}:{group.Id}";

    /// <summary>How many of a group are here.</summary>
    public static string Counts(DoorGroup group) =>
        Format.Fill(DoorTexts.GroupCount, Of(group), Format.Count(group.Came.Count), Format.Count(group.Missing.Count));

    /// <summary>Who it is: the name with the end of the ticket, because first names come more than once.</summary>
    public static string Of(DoorRow row) => row.Name.Length > 0 ? row.Name : DoorTexts.NoName;

    /// <summary>The last four letters of a ticket.</summary>
    public static string Ending(DoorRow row) => Format.Fill(DoorTexts.TicketEnding, row.Ticket[^4..]);
}
