using Integration.Common;

namespace Integration.Calendars;

/// <summary>A calendar that a user's telephone or mail program reads by its address alone. The address holds the secret; the database keeps
/// its hash. A user has one at a time.</summary>
public class CalendarFeed
{
    /// <summary>How far back a calendar reaches, in days.</summary>
    public const int DaysBack = 90;

    /// <summary>The id.</summary>
    public CalendarFeedId Id { get; set; } = CalendarFeedId.New();

    /// <summary>Whose calendar.</summary>
    public UserId UserId { get; set; }

    /// <summary>SHA-256 of the token in lower-case hexadecimal.</summary>
    public string TokenHash { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it was taken back; <see langword="null"/> while it is open.</summary>
    public DateTime? RevokedAt { get; set; }
}
