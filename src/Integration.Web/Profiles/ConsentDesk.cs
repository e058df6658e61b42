using Integration.Access;
using Integration.Common;
using Integration.Documents;
using Integration.Events;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Web.Jobs;
using Integration.Web.Resources;
using Integration.Web.Shared;

namespace Integration.Web.Profiles;

/// <summary>What the pages about consents read and do together.</summary>
public sealed class ConsentDesk(
    ConsentQueries queries, RecordConsent record, WithdrawConsent withdraw, RecallQueries recall, EventQueries events, BackgroundJobs jobs, ICurrentUser user)
{
    /// <summary>Kind of the jobs that print a person's form.</summary>
    public const string FormJobs = "consent-form";

    public ConsentQueries Queries => queries;

    public RecordConsent Record => record;

    public WithdrawConsent Withdraw => withdraw;

    public RecallQueries Recall => recall;

    /// <summary>Whether releases may follow at once.</summary>
    public bool MayRelease => user.Has(Permission.ReleaseProfiles);

    /// <summary>Who is at the screen: mostly the one who explains.</summary>
    public string Colleague => user.DisplayName;

    /// <summary>Employers and hosts of an event, whom a consent may name.</summary>
    public async Task<IReadOnlyList<Choice>> RecipientsAsync(JobEventId? jobEvent, ConsentPurpose purpose)
    {
        if (jobEvent is not { } id)
        {
            return [];
        }

        var opened = await events.OpenAsync(id, CancellationToken.None);
        return !opened.Done ? []
            : purpose == ConsentPurpose.NameToEmployer
                ? opened.Value.Employers.Select(employer => new Choice(employer.Id.ToString(), employer.Name)).ToList()
                : opened.Value.Hosts.Select(host => new Choice(host.Id.ToString(), host.Name)).ToList();
    }

    /// <summary>Prints a person's form in two languages, beside the page.</summary>
    public void PrintForm(ParticipantId person, JobEventId jobEvent, string language, ConsentPurpose purpose, OrganisationId? recipient) =>
        jobs.Start(user, new JobSubject(FormJobs, person.Value, ProfilesTexts.PrintForm, Permission.ViewParticipants), async (run, ct) =>
        {
            using var file = new MemoryStream();
            var printed = await run.UseCase<PrintConsentForms>().ExecuteAsync(
                new PrintConsentForms.Request
                {
                    JobEventId = jobEvent, Participants = [person], Language = language, Purposes = [purpose], RecipientId = recipient,
                },
                file, ct);
            return printed.Done
                ? new JobOutcome(ProfilesTexts.FormPrinted, new JobFile(printed.Value.FileName, "application/pdf", file.ToArray()))
                : printed.Error;
        });
}
