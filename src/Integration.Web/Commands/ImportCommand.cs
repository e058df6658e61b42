using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Participants.Import;
using Integration.Web.Resources;

namespace Integration.Web.Commands;

/// <summary><c>import participants</c>: takes the list that a case manager's own software exports.</summary>
internal static class ImportCommand
{
    public static Command Command { get; } = new(
        "import participants", File: true,
        [new("--organisation", "KEY", Required: true), new("--event", "KEY", Required: true), new("--dry-run")],
        RunAsync);

    private static async Task<int> RunAsync(CommandInput input, CancellationToken ct)
    {
        if (!File.Exists(input.File))
        {
            return input.Output.Fail(string.Format(CultureInfo.CurrentCulture, CommandTexts.NoFile, input.File));
        }

        await using var preparing = input.Services();
        if (!await preparing.PrepareAsync(input.Demo(), ct))
        {
            return input.Output.Fail(CommandTexts.MigrateFirst);
        }

        if (await preparing.OrganisationAsync(input["--organisation"]!, ct) is not { } organisation)
        {
            return input.Output.Unknown("--organisation", input["--organisation"]);
        }

        if (await preparing.JobEventAsync(input["--event"]!, ct) is not { } jobEvent)
        {
            return input.Output.Unknown("--event", input["--event"]);
        }

        await using var services = input.Services(FixedUser.PortalFor(organisation.Id));
        var form = new StageImport.Form { Content = await File.ReadAllBytesAsync(input.File!, ct), JobEventId = jobEvent.Id };
        var result = await services.GetRequiredService<ImportParticipantsFromFile>().ExecuteAsync(form, input.Has("--dry-run"), progress: null, ct);
        return result.Done ? Report(input, result.Value) : input.Output.Fail(Texts.Of(result.Error));
    }

    private static int Report(CommandInput input, ImportReport report)
    {
        var counts = string.Format(
            CultureInfo.CurrentCulture, input.Has("--dry-run") ? CommandTexts.WouldImport : CommandTexts.Imported,
            report.New, report.Changed, report.Unchanged, report.PossibleDuplicates, report.Errors);
        input.Output.Result(report, [counts, .. report.Findings.Select(Line)]);
        return report.EverythingWentIn ? CommandLine.Done : input.Output.Refuse(CommandTexts.RowsStayedOut);
    }

    private static string Line(ImportReportFinding finding) =>
        string.Format(CultureInfo.CurrentCulture, CommandTexts.Finding, finding.Row, finding.Column, finding.Problem, finding.Value);
}
