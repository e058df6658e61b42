using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Outcomes;
using Integration.Web.Jobs;
using Integration.Web.Resources;
using Integration.Web.Shared;

namespace Integration.Web.Outcomes;

/// <summary>What can be done with what comes of a contact.</summary>
public sealed record OutcomeActs(RecordStep Record, RecordAgreement Agreement, TakeBackStep TakeBack, CompleteCaseTask Complete, RecordCall Call);

/// <summary>The rules of the steps and their words, of today.</summary>
public sealed record StepWords(StepRules Rules, CodePicks Codes)
{
    /// <summary>Reads them.</summary>
    public static async Task<StepWords> ReadAsync(CodeCatalogSource source, TimeProvider clock)
    {
        var catalog = await source.GetAsync(CancellationToken.None);
        return new StepWords(new StepRules(catalog, clock.Today()), new CodePicks(catalog, clock.Today()));
    }

    /// <summary>The label of a step.</summary>
    public string Step(string code) => Codes.Label("NextSteps", code);

    /// <summary>A step with its form, where the form says more than the step.</summary>
    public string Step(OutcomeStep step) => step.Form.Length > 0 && Rules.Of(step.Step) is { Forms.Count: > 1 } ? $"{Step(step.Step)}: {Codes.Label("WorkForms", step.Form)}" : Step(step.Step);

    /// <summary>The label of a reason.</summary>
    public string Reason(string code) => Codes.Label("RefusalReasons", code);
}

/// <summary>Prints statements of intent and internship agreements beside the page.</summary>
public sealed class AgreementDesk(BackgroundJobs jobs, ICurrentUser user)
{
    /// <summary>Kind of these jobs.</summary>
    public const string Jobs = "agreements";

    /// <summary>Prints.</summary>
    public void Print(PrintAgreement.Request request) => jobs.Start(
        user, new JobSubject(Jobs, request.JobEventId.Value, request.Paper.Label(), Permission.RecordOutcomes), async (run, ct) =>
        {
            using var file = new MemoryStream();
            var printed = await run.UseCase<PrintAgreement>().ExecuteAsync(request, file, ct);
            return printed.Done
                ? new JobOutcome(Format.Plural(printed.Value.Sheets, PaperTexts.OneSheet, PaperTexts.ManySheets), new JobFile(printed.Value.FileName, "application/pdf", file.ToArray()))
                : printed.Error;
        });
}
