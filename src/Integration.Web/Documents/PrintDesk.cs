using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Documents;
using Integration.Events;
using Integration.Profiles;
using Integration.Web.Jobs;
using Integration.Web.Resources;
using Integration.Web.Shared;

namespace Integration.Web.Documents;

/// <summary>What the print centre shows of an event.</summary>
/// <param name="Counts">Numbers.</param>
/// <param name="Employers">Employers that somebody vouched for, to choose one folder.</param>
/// <param name="People">The own organisation's people; empty for users who see no people.</param>
/// <param name="Runs">Past runs, latest first.</param>
/// <param name="Recall">Copies to be fetched back.</param>
public sealed record PrintCentreView(
    PrintRunQueries.PrintCentre Counts, IReadOnlyList<Choice> Employers, IReadOnlyList<EventProfileQueries.Row> People,
    IReadOnlyList<PrintRunQueries.Run> Runs, IReadOnlyList<RecallQueries.Copy> Recall)
{
    /// <summary>Whose checked text waits for a consent.</summary>
    public IReadOnlyList<ParticipantId> WaitForConsent => Standing(ProfileStanding.Checked);

    /// <summary>All who have not consented, whether their text is ready or not.</summary>
    public IReadOnlyList<ParticipantId> WithoutConsent => Standing(ProfileStanding.WithoutProfile, ProfileStanding.Draft, ProfileStanding.Checked);

    /// <summary>The Chiffre of one printable sheet, to show what it looks like.</summary>
    public string? Example => People.FirstOrDefault(row => row.Chiffre.Length > 0)?.Chiffre;

    private List<ParticipantId> Standing(params ProfileStanding[] standings) =>
        People.Where(row => standings.Contains(row.Standing)).Select(row => row.ParticipantId).ToList();
}

/// <summary>What the print centre reads and starts. Everything is printed beside the page, so that it may be left.</summary>
public sealed class PrintDesk(
    PrintRunQueries prints, EventProfileQueries profiles, RecallQueries recall, EventQueries events, BackgroundJobs jobs, ICurrentUser user)
{
    /// <summary>Kind of the print centre's jobs.</summary>
    public const string Jobs = "print";

    private const string Pdf = "application/pdf";

    /// <summary>Past runs and their copies.</summary>
    public PrintRunQueries Prints => prints;

    /// <summary>Whether the user prints what carries names: consent forms and the release list.</summary>
    public bool SeesPeople => user.Has(Permission.ViewParticipants);

    /// <summary>Reads an event; <see langword="null"/> when the user cannot reach it.</summary>
    public async Task<PrintCentreView?> ReadAsync(JobEventId id, CancellationToken ct)
    {
        if (await prints.CentreAsync(id, ct) is not { } counts)
        {
            return null;
        }

        var opened = await events.OpenAsync(id, ct);
        var employers = (opened.Value?.Employers ?? []).Where(employer => employer.VouchedAt is not null)
            .Select(employer => new Choice(employer.Id.ToString(), employer.Stand.Length > 0 ? $"{employer.Name} ({employer.Stand})" : employer.Name)).ToList();
        var people = await profiles.ListAsync(id, ct);
        var copies = SeesPeople ? await recall.ForEventAsync(id, ct) : new List<RecallQueries.Copy>();
        return new PrintCentreView(counts, employers, people.Value ?? [], await prints.RunsAsync(id, ct), copies.Value ?? []);
    }

    /// <summary>Prints profiles or folders.</summary>
    public void Profiles(PrintProfiles.Request request, string title) => Start(request.JobEventId, title, Permission.PrintProfiles, async (run, ct) =>
    {
        using var file = new MemoryStream();
        var printed = await run.UseCase<PrintProfiles>().ExecuteAsync(request, file, run.Progress, ct);
        if (!printed.Done)
        {
            return printed.Error;
        }

        var runs = printed.Value.Runs;
        return new JobOutcome(
            Format.Fill(DocumentsPagesTexts.PrintedProfiles, printed.Value.Profiles, printed.Value.Sheets),
            new JobFile(printed.Value.FileName, Pdf, file.ToArray()) { MayStillLeave = (services, stop) => NothingRecalledAsync(services, runs, stop) });
    });

    /// <summary>Prints consent forms, each in the person's language.</summary>
    public void ConsentForms(JobEventId id, IReadOnlyList<ParticipantId> people) => Start(id, DocumentsPagesTexts.ConsentForms, Permission.ViewParticipants, async (run, ct) =>
    {
        using var file = new MemoryStream();
        var printed = await run.UseCase<PrintConsentForms>().ExecuteAsync(
            new PrintConsentForms.Request { JobEventId = id, Participants = people }, file, ct);
        return printed.Done
            ? new JobOutcome(Format.Fill(DocumentsPagesTexts.PrintedForms, printed.Value.Forms, printed.Value.Sheets), new JobFile(printed.Value.FileName, Pdf, file.ToArray()))
            : printed.Error;
    });

    /// <summary>Prints the release and recall list.</summary>
    public void ReleaseList(JobEventId id) => Start(id, DocumentsPagesTexts.ReleaseList, Permission.ViewParticipants, async (run, ct) =>
    {
        using var file = new MemoryStream();
        var printed = await run.UseCase<PrintReleaseList>().ExecuteAsync(id, file, CultureInfo.CurrentUICulture, ct);
        return printed.Done
            ? new JobOutcome(Format.Fill(DocumentsPagesTexts.PrintedList, printed.Value.Releases, printed.Value.Sheets), new JobFile(printed.Value.FileName, Pdf, file.ToArray()))
            : printed.Error;
    });

    // Between printing and fetching somebody may have taken a consent back. Then the file is worth nothing: it is printed anew without them.
    private static async Task<bool> NothingRecalledAsync(IServiceProvider services, IReadOnlyList<PrintRunId> runs, CancellationToken ct)
    {
        var queries = services.GetRequiredService<PrintRunQueries>();
        foreach (var run in runs)
        {
            if ((await queries.CopiesAsync(run, ct)).Any(copy => copy.Recall))
            {
                return false;
            }
        }

        return true;
    }

    // What carries names is fetched only by who may see names.
    private void Start(JobEventId id, string title, Permission needed, JobWork work) =>
        jobs.Start(user, new JobSubject(Jobs, id.Value, title, needed), work);
}
