using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents.Sheets;
using Integration.Interpreters;
using Microsoft.EntityFrameworkCore;

namespace Integration.Documents;

/// <summary>Reads who interprets at an event, in one statement: for those who manage the interpreters of the event and nobody else.</summary>
internal static class InterpreterPaperReader
{
    public static async Task<List<PaperInterpreter>> InterpretersOfAsync(this AppDbContext db, JobEventId jobEvent, ICurrentUser user, Func<string, string> language, CancellationToken ct)
    {
        var rows = await db.InterpreterAssignments.AsNoTracking().VisibleTo(user)
            .Where(a => a.JobEventId == jobEvent && a.State != AssignmentState.Declined && a.State != AssignmentState.Cancelled)
            .Join(db.Interpreters, a => a.InterpreterId, i => i.Id, (a, i) => new { Assignment = a, i.DisplayName, i.Phone }).ToListAsync(ct);
        return
        [
            .. rows.GroupBy(row => row.Assignment.InterpreterId)
                .Select(own => new PaperInterpreter(
                    own.First().DisplayName, own.First().Phone,
                    [.. own.Select(row => new PaperTask(row.Assignment, language(row.Assignment.Language))).OrderBy(task => task.Assignment.Time.Start).ThenBy(task => task.Assignment.Id.Value)]))
                .OrderBy(person => person.Name, StringComparer.Create(GermanTexts.Culture, ignoreCase: true)),
        ];
    }
}
