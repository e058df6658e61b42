namespace Integration.Browser.Tests;

/// <summary>A clock that runs as the machine's and can be moved forward. It begins tomorrow at ten where the portal is: no midnight comes in between, and the
/// browser, which lives today, keeps every cookie.</summary>
public sealed class MovableClock : TimeProvider
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private long _ahead;

    /// <summary>Starts it.</summary>
    public MovableClock()
    {
        var now = TimeZoneInfo.ConvertTime(base.GetUtcNow(), Zone);
        _ahead = (now.Date.AddDays(1).AddHours(10) - now.DateTime).Ticks;
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => Zone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    /// <summary>Moves it.</summary>
    public void Advance(int days) => Interlocked.Add(ref _ahead, TimeSpan.FromDays(days).Ticks);
}
