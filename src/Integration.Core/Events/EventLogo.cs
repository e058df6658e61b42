using Integration.Common;

namespace Integration.Events;

/// <summary>A logo that stands at the foot of what an event hands out. What a grant pays for has to show its emblem (DOMAIN §7.6).</summary>
public class EventLogo : IVersioned, IOfEvent
{
    /// <summary>Largest picture in bytes: 300 KB.</summary>
    public const int MaxBytes = 300 * 1024;

    /// <summary>Longest text in characters.</summary>
    public const int AltMaxLength = 160;

    /// <summary>Most logos of an event: more would not be recognised in a bar.</summary>
    public const int Most = 12;

    /// <summary>The id.</summary>
    public EventLogoId Id { get; set; } = EventLogoId.New();

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>Why it is there.</summary>
    public LogoKind Kind { get; set; }

    /// <summary>Its place among the logos of its kind, from 1.</summary>
    public int Number { get; set; } = 1;

    /// <summary>What it says to somebody who cannot see it, in German: mostly the name of whose it is.</summary>
    public string AlternativeText { get; set; } = "";

    /// <summary>The picture, PNG or JPEG.</summary>
    public byte[] Image { get; set; } = [];

    /// <summary>Its media type: <c>image/png</c> or <c>image/jpeg</c>.</summary>
    public string MediaType { get; set; } = "";

    /// <summary>Width in pixels.</summary>
    public int PixelWidth { get; set; }

    /// <summary>Height in pixels.</summary>
    public int PixelHeight { get; set; }

    /// <inheritdoc/>
    public Guid Version { get; set; }
}

/// <summary>Why a logo is on a paper; in the order of the bar.</summary>
public enum LogoKind
{
    /// <summary>Of the organisation that leads the event.</summary>
    Host,

    /// <summary>Of one that takes part.</summary>
    CoHost,

    /// <summary>Of whoever pays.</summary>
    Funding,
}
