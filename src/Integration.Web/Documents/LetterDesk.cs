using Integration.Access;
using Integration.Common;
using Integration.Documents;
using Integration.Web.Jobs;
using Integration.Web.Resources;
using Integration.Web.Shared;

namespace Integration.Web.Documents;

/// <summary>Prints letters of invitation beside the page.</summary>
public sealed class LetterDesk(BackgroundJobs jobs, ICurrentUser user)
{
    /// <summary>Kind of these jobs.</summary>
    public const string Jobs = "letters";

    /// <summary>Prints.</summary>
    public void Print(PrintInvitationLetters.Request request) =>
        jobs.Start(user, new JobSubject(Jobs, request.JobEventId.Value, InvitationsTexts.JobTitle, Permission.RegisterForEvents), async (run, ct) =>
        {
            using var file = new MemoryStream();
            var printed = await run.UseCase<PrintInvitationLetters>().ExecuteAsync(request, file, ct);
            return printed.Done
                ? new JobOutcome(Format.Plural(printed.Value.Letters, InvitationsTexts.OneLetter, InvitationsTexts.ManyLetters), new JobFile(printed.Value.FileName, "application/pdf", file.ToArray()))
                : printed.Error;
        });
}
