using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Door;

/// <summary>Changes by hand how it was with somebody: reception on the day, the person's own case managers at any time. What stood there before is kept.</summary>
public sealed class CorrectAttendance(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>How it was.</summary>
    public sealed record Form
    {
        /// <summary>State; <see langword="null"/> for not recorded.</summary>
        public AttendanceState? State { get; init; }

        /// <summary>When they came (UTC), for people who were there; now when missing and not known before.</summary>
        public DateTime? InAt { get; init; }

        /// <summary>When they left (UTC).</summary>
        public DateTime? OutAt { get; init; }

        /// <summary>Class of reasons, code of the list ExcuseReasons, for people who are excused.</summary>
        public string Excuse { get; init; } = "";
    }

    /// <summary>Saves the correction.</summary>
    /// <returns>Forbidden, NotFound, Conflict, or one of <see cref="DoorErrors"/>.</returns>
    public async Task<Result> ExecuteAsync(RegistrationId id, Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.RegisterForEvents) && !user.Has(Permission.ViewTodaysArrivals))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = user.Has(Permission.RegisterForEvents)
            ? await db.Registrations.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct)
            : null;
        if ((own ?? await TodaysAsync(db, id, ct)) is not { } registration)
        {
            return Errors.NotFound;
        }

        if (await WhyNotAsync(db, registration, own is not null, form, ct) is { } refused)
        {
            return refused;
        }

        var attendance = await db.Attendances.SingleOrDefaultAsync(a => a.RegistrationId == id, ct);
        var before = attendance?.State;
        Apply(db, registration, attendance, form);
        db.Add(new AttendanceCorrection { RegistrationId = id, Before = before, After = form.State, At = clock.GetUtcNow().UtcDateTime, By = user.Id });
        db.Note(user, clock, AuditAct.AttendanceCorrected, nameof(Participant), registration.ParticipantId.Value, registration.JobEventId);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // The person passed a door in this moment.
            return Errors.Conflict;
        }

        return Result.Ok;
    }

    private async Task<Registration?> TodaysAsync(AppDbContext db, RegistrationId id, CancellationToken ct)
    {
        var registration = await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        return registration is not null && await db.JobEvents.OpenAsync(user, clock, registration.JobEventId, reports: false, ct) is not null ? registration : null;
    }

    private async Task<Error?> WhyNotAsync(AppDbContext db, Registration registration, bool own, Form form, CancellationToken ct)
    {
        if (form.OutAt < form.InAt)
        {
            return DoorErrors.LeavesBeforeComing;
        }

        switch (form.State)
        {
            case AttendanceState.Excused:
                return !own ? DoorErrors.NotForThisReader
                    : !(await codes.GetAsync(ct)).Has("ExcuseReasons", form.Excuse) ? DoorErrors.UnknownExcuse
                    : null;
            case AttendanceState.Unexcused:
                var reader = user.Id;
                return own && registration.Invitation == InvitationKind.RequestToReport
                    && await db.Participants.AnyAsync(p => p.Id == registration.ParticipantId && p.OwnerId == reader, ct)
                    ? null
                    : DoorErrors.NotForThisReader;
            default:
                return null;
        }
    }

    private void Apply(AppDbContext db, Registration registration, Attendance? attendance, Form form)
    {
        if (form.State is not { } state)
        {
            if (attendance is not null)
            {
                db.Remove(attendance);
            }

            return;
        }

        attendance ??= db.Add(new Attendance { RegistrationId = registration.Id, JobEventId = registration.JobEventId }).Entity;
        var came = state is AttendanceState.Present or AttendanceState.Partly;
        (attendance.State, attendance.Means) = (state, AttendanceMeans.Desk);
        attendance.InAt = came ? form.InAt ?? attendance.InAt ?? clock.GetUtcNow().UtcDateTime : null;
        attendance.OutAt = came ? form.OutAt : null;
        attendance.Excuse = state == AttendanceState.Excused ? form.Excuse : "";
    }
}
