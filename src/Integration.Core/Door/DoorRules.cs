using Integration.Events;

namespace Integration.Door;

/// <summary>What a scan does to an attendance. Scans may come late and in another order than they happened: what counts is when they happened.
/// Knows no database.</summary>
internal static class DoorRules
{
    /// <summary>A scan that is told later than this counts as told by a device that had no network.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    // A device's clock may run a little ahead.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(2);

    /// <summary>When a scan happened: what the device says, unless that cannot be.</summary>
    public static DateTime HappenedAt(DateTime scannedAt, DateTime receivedAt, DateTime opensAt) =>
        scannedAt >= opensAt && scannedAt <= receivedAt + Ahead ? scannedAt : receivedAt;

    /// <summary>Why a registration in this state does not get in; <see langword="null"/> when it does.</summary>
    public static DoorOutcome? Refusal(RegistrationState state) => state switch
    {
        RegistrationState.Declined or RegistrationState.Withdrawn => DoorOutcome.Withdrawn,
        RegistrationState.Waiting => DoorOutcome.WaitingList,
        _ => null,
    };

    /// <summary>Somebody comes in.</summary>
    /// <param name="attendance">The row, changed here; new when <see cref="Attendance.InAt"/> is missing.</param>
    /// <param name="at">When (UTC).</param>
    public static DoorOutcome In(Attendance attendance, DateTime at)
    {
        if (attendance.InAt is not { } since)
        {
            (attendance.State, attendance.InAt, attendance.Excuse) = (AttendanceState.Present, at, "");
            return DoorOutcome.Admitted;
        }

        if (attendance.OutAt is { } left && at > left)
        {
            attendance.OutAt = null;
            return DoorOutcome.BackIn;
        }

        // A device without network saw the person before the one that spoke first.
        attendance.InAt = at < since ? at : since;
        return DoorOutcome.AlreadyIn;
    }

    /// <summary>Somebody leaves.</summary>
    public static DoorOutcome Out(Attendance? attendance, DateTime at)
    {
        if (attendance is not { InAt: { } since, OutAt: null } || at < since)
        {
            return DoorOutcome.NotIn;
        }

        attendance.OutAt = at;
        return DoorOutcome.CheckedOut;
    }
}
