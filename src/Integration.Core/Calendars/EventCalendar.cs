using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Integration.Calendars;

/// <summary>One appointment as calendars know it. It lands on telephones and on servers that are not ours: no name and no Chiffre of a
/// person, no reason for coming, and no secret.</summary>
public sealed record CalendarFacts
{
    /// <summary>What keeps the appointment the same over all its changes.</summary>
    public required string Uid { get; init; }

    /// <summary>Grows with every change that moves or ends the appointment (RFC 5545, 3.8.7.4).</summary>
    public required int Sequence { get; init; }

    /// <summary>Begin, an instant (UTC).</summary>
    public required DateTime BeginsAt { get; init; }

    /// <summary>End, an instant (UTC).</summary>
    public required DateTime EndsAt { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>Where.</summary>
    public string Place { get; init; } = "";

    /// <summary>More lines; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether it is off.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Whether it is an idea so far.</summary>
    public bool Tentative { get; init; }

    /// <summary>Name of the organisation that asks to come.</summary>
    public required string Organiser { get; init; }

    /// <summary>Its address; must not be empty.</summary>
    public required string OrganiserEmail { get; init; }
}

/// <summary>Writes appointments as iCalendar text (RFC 5545). Times are instants, so that a night in which clocks change cannot move them.</summary>
public static class EventCalendar
{
    /// <summary>The media type of what is written.</summary>
    public const string MediaType = "text/calendar";

    private const string Product = "-//Integrationsportal//Kalender//DE";

    /// <summary>Writes one appointment: to put it into a calendar, or to take it out where it is cancelled.</summary>
    /// <param name="entry">The appointment.</param>
    /// <param name="stamp">When it is written (UTC).</param>
    public static string Write(CalendarFacts entry, DateTime stamp) => Write([entry], stamp, entry.Cancelled ? CalendarMethods.Cancel : CalendarMethods.Publish, "");

    /// <summary>Writes a calendar to subscribe to.</summary>
    /// <param name="entries">Its appointments.</param>
    /// <param name="stamp">When it is written (UTC).</param>
    /// <param name="name">Its name.</param>
    public static string WriteFeed(IReadOnlyList<CalendarFacts> entries, DateTime stamp, string name) => Write(entries, stamp, CalendarMethods.Publish, name);

    /// <summary>The method that a calendar text says, for the heading of a mail.</summary>
    public static string MethodOf(string text) => Calendar.Load(text)?.Method ?? CalendarMethods.Publish;

    private static string Write(IReadOnlyList<CalendarFacts> entries, DateTime stamp, string method, string name)
    {
        var calendar = new Calendar { ProductId = Product, Method = method };
        if (name.Length > 0)
        {
            calendar.AddProperty("X-WR-CALNAME", name);
            calendar.AddProperty("REFRESH-INTERVAL", "PT1H");
            calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        }

        foreach (var entry in entries)
        {
            calendar.Events.Add(new CalendarEvent
            {
                Uid = entry.Uid,
                Sequence = entry.Sequence,
                DtStamp = Instant(stamp),
                Start = Instant(entry.BeginsAt),
                End = Instant(entry.EndsAt),
                Summary = entry.Title,
                Location = entry.Place.Length > 0 ? entry.Place : null,
                Description = entry.Description.Length > 0 ? entry.Description : null,
                Status = entry.Cancelled ? EventStatus.Cancelled : entry.Tentative ? EventStatus.Tentative : EventStatus.Confirmed,
                Organizer = new Organizer("mailto:" + entry.OrganiserEmail) { CommonName = entry.Organiser },
            });
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("No calendar was written.");
    }

    private static CalDateTime Instant(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}
