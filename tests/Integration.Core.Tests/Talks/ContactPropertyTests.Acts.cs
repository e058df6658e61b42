using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Outcomes;
using Integration.Talks;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Talks;

/// <content>What can happen beside the talk itself.</content>
public sealed partial class ContactPropertyTests
{
    private enum Act
    {
        /// <summary>Whatever brings the contact nearer to the name.</summary>
        Advance,
        Interest,
        TakeBack,
        Request,
        ServiceRequest,
        ServiceInterest,
        PersonInterest,
        PersonTakesBack,
        Talk,
        Ask,
        Consent,
        Release,
        Refuse,
        Reopen,
        Withdraw,
        Lock,
        WithdrawProfile,
        ReleaseAnew,
        Merge,
        MergeProfiles,
        MergeRefused,
        Step,
        StepBack,
        Agreement,
        Call,
        Vouch,
        DaysPass,
        Rounds,
    }

    private async Task ProfileStepAsync(TalkWorld world, NotedPerson person, int company, Act act, int which)
    {
        switch (act)
        {
            case Act.Lock:
                await world.LockAsync(person.Release);
                break;
            case Act.WithdrawProfile:
                await world.WithdrawProfileAsync(person.Release);
                break;
            case Act.ReleaseAnew:
                (person.Release, person.Token) = await world.ReleaseAnewAsync(person.Id, $"in {world.Clock.GetUtcNow().Ticks % 1_000_000_007} Tagen");
                break;
            case Act.Merge:
                await MergeIntoAsync((await world.RecordAsync(person.Name)).Id);
                break;
            case Act.MergeProfiles:
                var (id, release, token) = await world.PersonAsync(person.Name);
                await MergeIntoAsync(id);
                (person.Release, person.Token) = (release, token);
                break;
            default:
                // The other record holds a no to this company.
                var refusing = (await world.RecordAsync(person.Name)).Id;
                await world.WithdrawAsync(await world.ConsentAsync(refusing, world.Companies[company]));
                await MergeIntoAsync(refusing);
                person.Talks[company].Withdraw();
                break;
        }

        async Task MergeIntoAsync(ParticipantId keep)
        {
            await world.MergeAsync(keep, person.Id);
            person.Id = keep;
            Interlocked.Increment(ref _merged);
        }
    }

    private async Task OutcomeStepAsync(TalkWorld world, Contact contact, Act act, int which)
    {
        var codes = new CodeCatalogSource(world.Database, world.Clock);
        var by = which % 2 == 0 ? world.Manager : world.Service;
        switch (act)
        {
            case Act.Step:
                Count(await new RecordStep(world.Database, by, world.Clock, codes).ExecuteAsync(contact.Id, new() { Step = Steps[which % Steps.Length], Reason = "" }, default));
                break;
            case Act.Agreement:
                Count(await new RecordAgreement(world.Database, by, world.Clock, codes).ExecuteAsync(contact.Id, new() { WorkForm = "MAG", StartsOn = world.Today.AddDays(9) }, default));
                break;
            case Act.Call:
                Count(await new RecordCall(world.Database, by, world.Clock).ExecuteAsync(new(EmployerCallId.New(), world.Event, contact.EmployerId, Reached: true), default));
                break;
            default:
                await using (var db = world.Database.CreateDbContext())
                {
                    if (await db.OutcomeSteps.Where(step => step.ContactId == contact.Id).OrderBy(step => step.Number).Select(step => (OutcomeStepId?)step.Id).LastOrDefaultAsync() is { } last)
                    {
                        Count(await new TakeBackStep(world.Database, by, world.Clock, codes).ExecuteAsync(last, default));
                    }
                }

                break;
        }
    }
}
