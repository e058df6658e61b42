using Integration.Access;
using Integration.Common;
using Integration.Documents;
using Integration.Web.Jobs;
using Integration.Web.Resources;
using Integration.Web.Shared;

namespace Integration.Web.Documents;

/// <summary>Prints the papers of an event's day and the leaflets of series beside the page, so that it may be left.</summary>
public sealed class PaperDesk(BackgroundJobs jobs, ICurrentUser user)
{
    /// <summary>Kind of these jobs.</summary>
    public const string Jobs = "papers";

    /// <summary>Prints.</summary>
    public void Print(JobEventId id, IReadOnlyList<EventPaper> papers, string title) =>
        jobs.Start(user, new JobSubject(Jobs, id.Value, title, Permission.EditEvents), async (run, ct) =>
        {
            using var file = new MemoryStream();
            var printed = await run.UseCase<PrintEventPapers>().ExecuteAsync(id, papers, file, ct);
            return printed.Done
                ? new JobOutcome(Format.Plural(printed.Value.Sheets, PaperTexts.OneSheet, PaperTexts.ManySheets), new JobFile(printed.Value.FileName, "application/pdf", file.ToArray()))
                : printed.Error;
        });

    /// <summary>Prints the talk slips of those alone whose times have changed.</summary>
    public void PrintSlips(JobEventId id, IReadOnlyCollection<RegistrationId> people) =>
        jobs.Start(user, new JobSubject(Jobs, id.Value, PaperTexts.ChangedSlips, Permission.EditEvents), async (run, ct) =>
        {
            using var file = new MemoryStream();
            var printed = await run.UseCase<PrintTalkSlips>().ExecuteAsync(id, people, file, ct);
            return printed.Done
                ? new JobOutcome(Format.Plural(printed.Value.Sheets, PaperTexts.OneSheet, PaperTexts.ManySheets), new JobFile(printed.Value.FileName, "application/pdf", file.ToArray()))
                : printed.Error;
        });

    /// <summary>Prints the leaflet of a series.</summary>
    public void PrintLeaflet(EventSeriesId id) =>
        jobs.Start(user, new JobSubject(Jobs, id.Value, PaperTexts.Leaflet, Permission.ViewEvents), async (run, ct) =>
        {
            using var file = new MemoryStream();
            var printed = await run.UseCase<PrintSeriesLeaflet>().ExecuteAsync(id, file, ct);
            return printed.Done
                ? new JobOutcome(Format.Plural(printed.Value.Sheets, PaperTexts.OneSheet, PaperTexts.ManySheets), new JobFile(printed.Value.FileName, "application/pdf", file.ToArray()))
                : printed.Error;
        });
}
