using Integration.Access;
using Integration.Common;
using Integration.Interpreters;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Browser.Tests;

/// <summary>A pool of interpreters and what they do at the demo's event.</summary>
public static class WorldInterpreters
{
    /// <summary>The secret of the link of an open request.</summary>
    public const string Token = "request-of-the-browser-tests";

    /// <summary>Makes them.</summary>
    /// <returns>The one with assignments in every state.</returns>
    public static async Task<InterpreterId> MakeAsync(TestPortal portal, JobEventId demo)
    {
        var user = await portal.UserAsync(Role.CaseManager);
        await using var db = await portal.Database.CreateDbContextAsync();
        var jobEvent = await db.JobEvents.SingleAsync(e => e.Id == demo);
        var samira = Make(user.OrganisationId, "Samira Haddad", "samira@example.org", "ara", "fra");
        samira.UserId = user.UserId;
        (samira.Qualification, samira.TrainingUnits, samira.MaxKm, samira.OwnCar, samira.MaxHoursPerDay) = (InterpreterQualification.Sprint, 120, 40, true, 4);
        (samira.ConductCertificateOn, samira.PledgeOn, samira.Conditions) = (new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 9), "25 € je Stunde, Fahrt 0,30 € je Kilometer");
        samira.Availability = [.. Enum.GetValues<DayOfWeek>().Select(day => new WeeklyTime(day, DayPart.Morning)), .. Enum.GetValues<DayOfWeek>().Select(day => new WeeklyTime(day, DayPart.Afternoon))];
        samira.Exceptions = [new ExceptionDay { Day = jobEvent.Date.AddDays(7) }];
        db.Add(samira);
        db.Add(Make(user.OrganisationId, "Olena Kravets", "olena@example.org", "ukr", "rus"));
        db.Add(Make(user.OrganisationId, "Haval Dîyar", "", "kmr", "tur"));
        var requested = Assignment(jobEvent, samira.Id, AssignmentState.Requested, new TimeOnly(9, 0), new TimeOnly(10, 30));
        (requested.AnswerTokenHash, requested.RequestedAt) = (InvitationToken.HashOf(Token), Given.Start);
        db.Add(requested);
        db.Add(Assignment(jobEvent, samira.Id, AssignmentState.Confirmed, new TimeOnly(10, 30), new TimeOnly(12, 0)));
        db.Add(Assignment(jobEvent, samira.Id, AssignmentState.Proposed, new TimeOnly(13, 0), new TimeOnly(14, 0)));
        await db.SaveChangesAsync();
        return samira.Id;
    }

    /// <summary>An interpreter who is not saved yet.</summary>
    public static Interpreter Make(OrganisationId organisation, string name, string email, params string[] languages) => new()
    {
        OrganisationId = organisation, DisplayName = name, Email = email, Phone = "05932 4711", Municipality = "Haren (Ems)",
        Languages = [.. languages.Select(code => new InterpreterLanguage { Code = code, Modes = [InterpretingMode.Consecutive] })],
    };

    private static InterpreterAssignment Assignment(Integration.Events.JobEvent jobEvent, InterpreterId interpreter, AssignmentState state, TimeOnly from, TimeOnly to) => new()
    {
        OrganisationId = jobEvent.OrganisationId, JobEventId = jobEvent.Id, InterpreterId = interpreter, Kind = AssignmentKind.TourGroup, Task = "Gruppe 2, Betriebsrundgang",
        Language = "ara", Day = jobEvent.Date, StartsAt = from, EndsAt = to, Place = "Eingang, gelbe Westen", State = state,
    };
}
