using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents.Sheets;
using Integration.Events;
using Integration.Interpreters;
using Integration.TalkPlans;
using Microsoft.EntityFrameworkCore;

namespace Integration.Documents;

/// <summary>Reads the published talks of an event for its papers: two statements, however many people talk.</summary>
internal static class TalkPaperReader
{
    /// <summary>The talks under profiles in force, table by table.</summary>
    /// <param name="db">The context.</param>
    /// <param name="jobEvent">An event that the user leads, with its stands.</param>
    /// <param name="user">Who prints: interpreters are named to those who manage them.</param>
    /// <param name="language">From the code of a language to its German name.</param>
    /// <param name="today">The day.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<List<PaperTalk>> TalksOfAsync(
        this AppDbContext db, JobEvent jobEvent, ICurrentUser user, Func<string, string> language, DateOnly today, CancellationToken ct)
    {
        var id = jobEvent.Id;
        var rows = await (
            from known in db.ScheduledTalks.AsNoTracking().Published(db).Where(talk => talk.JobEventId == id).InForce(db, today)
            join person in db.Participants on known.Registration.ParticipantId equals person.Id
            join employer in db.Organisations on known.Talk.EmployerId equals employer.Id
            select new
            {
                known.Talk, known.Release.Chiffre, Employer = employer.Name, person.BadgeName, person.GivenName, person.NotPubliclyPresent,
                known.Named,
                Zone = db.TalkVenues.Where(v => v.JobEventId == id && v.EmployerId == known.Talk.EmployerId).Select(v => v.Zone).FirstOrDefault(),
            }).ToListAsync(ct);
        if (rows.Count == 0)
        {
            return [];
        }

        var interpreters = await db.InterpreterAssignments.VisibleTo(user)
            .Where(a => a.JobEventId == id && (a.State == AssignmentState.Confirmed || a.State == AssignmentState.Done))
            .Join(db.Interpreters, a => a.InterpreterId, i => i.Id, (a, i) => new { i.Id, i.DisplayName }).Distinct().ToDictionaryAsync(i => i.Id, i => i.DisplayName, ct);
        return
        [
            .. rows.GroupBy(row => (row.Talk.EmployerId, row.Talk.StartsAt, row.Talk.Table)).Select(table =>
            {
                var (talk, first) = (table.First().Talk, table.First());
                var stand = jobEvent.StandsOf(talk.EmployerId);
                return new PaperTalk
                {
                    Day = jobEvent.DayOf(talk.StartsAt), From = talk.StartsAt, To = talk.EndsAt, EmployerId = talk.EmployerId, Employer = first.Employer, Table = talk.Table,
                    Place = string.Join(", ", new[] { stand.Length > 0 ? GermanTexts.Text(nameof(Resources.DocumentsTexts.Talk_Stand), stand) : "", first.Zone ?? "" }.Where(part => part.Length > 0)),
                    Language = talk.Language.Length > 0 ? language(talk.Language) : "",
                    InterpreterId = talk.InterpreterId,
                    InterpreterName = talk.InterpreterId is { } interpreter ? interpreters.GetValueOrDefault(interpreter, "") : "",
                    People = [.. table.Select(row => new PaperTalker(
                        row.Talk.RegistrationId, row.Chiffre, KnownTalks.Called(row.Named, row.BadgeName, row.GivenName, row.NotPubliclyPresent, row.Chiffre)))],
                };
            }).OrderBy(talk => talk.Day).ThenBy(talk => talk.From).ThenBy(talk => talk.Employer, StringComparer.Create(GermanTexts.Culture, ignoreCase: true)).ThenBy(talk => talk.Table),
        ];
    }
}
