using CsCheck;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Talks;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Talks;

/// <summary>Whatever two companies, two people, their case manager and the employer service do in whatever order, and however time passes: a company reads a
/// name exactly when the person consented to it for this company, a case manager released it, and neither that nor the profile nor the access has ended.
/// The same sequences with the look at the consent taken out of the gate must leak.</summary>
public sealed partial class ContactPropertyTests
{
    private static readonly string[] Names = ["Kanarienvogel", "Zaunkönig"];
    private static readonly string[] Steps = ["NAME_FREIGEGEBEN", "VORSTELLUNGSGESPRAECH_GEFUEHRT", "MAG_ABSICHT", "MAG_BEANTRAGT", "PRAKTIKUM", "ARBEITSVERTRAG_SV", "ABSAGE_TN"];

    private int _named;
    private int _refused;
    private int _leaks;
    private int _outlived;
    private int _merged;

    [Fact]
    public async Task AnySequence_ShowsANameExactlyWhereItWasReleasedAndConsentedTo()
    {
        // The sequences go on until they got as far as names, past new releases and merges, and into refusals: chance decides when, and without them they prove nothing.
        var sequences = 0;
        for (; sequences < 30 || (sequences < 150 && !(_named > 30 && _outlived > 1 && _merged > 6 && _refused > 30)); sequences += 10)
        {
            await SampleAsync(guard: true, 10);
        }

        Assert.True(_named > 30, $"{_named} names read in {sequences} sequences");
        Assert.True(_outlived > 1, $"{_outlived} names read after a new release in {sequences} sequences");
        Assert.True(_merged > 6, $"{_merged} merges in {sequences} sequences");
        Assert.True(_refused > 30, $"{_refused} acts refused in {sequences} sequences");
        Assert.Equal(0, _leaks);
    }

    [Fact]
    public async Task WithoutTheLookAtTheConsent_NamesLeak()
    {
        for (var sequences = 0; sequences < 80 && _leaks == 0; sequences += 8)
        {
            await SampleAsync(guard: false, 8);
        }

        Assert.True(_leaks > 0, "nothing leaked: the guard is not what keeps names in");
    }

    private Task SampleAsync(bool guard, int iterations)
    {
        Act[] all = Enum.GetValues<Act>(), ends = [Act.Withdraw, Act.ReleaseAnew, Act.DaysPass, Act.Release];
        // A consent whose days are over changes no state by itself: where the gate looks at the state alone, that is what leaks.
        var act = !guard
            ? Gen.Frequency((8, Gen.Const(Act.Advance)), (1, Gen.Const(Act.DaysPass)), (1, Gen.Const(Act.ReleaseAnew)))
            : Gen.Frequency((10, Gen.Const(Act.Advance)), (2, Gen.Int[0, ends.Length - 1].Select(i => ends[i])), (11, Gen.Int[0, all.Length - 1].Select(i => all[i])));
        return Gen.Select(act, Gen.Int[0, 1], Gen.Int[0, 1], Gen.Int[0, 9]).Array[8, 28].SampleAsync(acts => RunAsync(acts, guard), iter: iterations, threads: 2);
    }

    private async Task RunAsync((Act Act, int Person, int Company, int Which)[] acts, bool guard)
    {
        await using var world = await TalkWorld.CreateAsync();
        var people = new List<NotedPerson>();
        foreach (var name in Names)
        {
            var (id, release, token) = await world.PersonAsync(name);
            people.Add(new NotedPerson(name, id, release, token));
        }

        var vouched = new[] { true, true };
        for (var i = 0; i < acts.Length; i++)
        {
            var (act, person, company, which) = acts[i];
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            await StepAsync(world, people[person], company, vouched, act, which);
            for (var one = 0; one < 2; one++)
            {
                await CompareAsync(world, people, one, vouched[one], guard, everything: i % 5 == 4 || i == acts.Length - 1);
            }
        }

        Assert.DoesNotContain(await world.MailsAsync(), mail => Names.Any(name => (mail.Subject + mail.Body).Contains(name, StringComparison.Ordinal)));
    }

    private async Task StepAsync(TalkWorld world, NotedPerson person, int company, bool[] vouched, Act act, int which)
    {
        var asking = world.Companies[company];
        var contacts = await ContactsAsync(world, person, asking);
        // Mostly the contact under the latest Chiffre, at times one under an earlier one.
        var contact = which > 7 && contacts.Count > 0 ? contacts[which % contacts.Count] : contacts.Find(known => known.ReleaseId == person.Release);
        var talk = person.Talks[company];
        switch (act)
        {
            case Act.Advance:
                await StepAsync(world, person, company, vouched, Next(talk, contact?.State, world.Today), which);
                break;
            case Act.Interest or Act.TakeBack:
                Count(await world.InterestAsync(asking, person.Token, wanted: act == Act.Interest));
                break;
            case Act.Request:
                Count(await world.RequestAsync(asking, person.Token));
                break;
            case Act.ServiceRequest:
                Count(await new RequestContactForEmployer(world.Database, world.Service, world.Clock, TalkWorld.Address).ExecuteAsync(world.Event, person.Token, asking.OrganisationId, default));
                break;
            case Act.ServiceInterest:
                Count(await new ShowInterestForEmployer(world.Database, world.Service, world.Clock).ExecuteAsync(world.Event, person.Token, asking.OrganisationId, which % 2 == 0, default));
                break;
            case Act.PersonInterest or Act.PersonTakesBack:
                Count(await new ShowPersonInterest(world.Database, world.Manager, world.Clock).ExecuteAsync(person.Id, world.Event, asking.OrganisationId, act == Act.PersonInterest, default));
                break;
            case Act.Talk:
                Count(await new RecordTalk(world.Database, asking, world.Clock).ExecuteAsync(world.Event, person.Token, null, default));
                break;
            case Act.Ask when contact is not null:
                Count(await world.AskAsync(contact.Id));
                break;
            case Act.Consent:
                talk.Yes.Add(new NotedYes(await world.ConsentAsync(person.Id, asking, days: 12), world.Today.AddDays(12)));
                break;
            case Act.Release when contact is not null:
                var released = await world.ReleaseAsync(contact.Id);
                Count(released);
                if (released.Done && !(talk.Released.GetValueOrDefault(contact.Id)?.ValidUntil >= world.Today))
                {
                    // What the person said before a no does not count after it; of what is left the portal takes the one that holds longest.
                    var yes = talk.Yes.Where(given => given.ValidUntil >= world.Today).MaxBy(given => given.ValidUntil);
                    Assert.NotNull(yes);
                    await using var db = world.Database.CreateDbContext();
                    Assert.True(await person.IsShownAsync(db, world.Today));
                    talk.Released[contact.Id] = yes;
                }

                break;
            case Act.Refuse when contact is not null:
                var refused = await world.RefuseAsync(contact.Id);
                Count(refused);
                if (refused.Done)
                {
                    talk.No(contact.Id);
                }

                break;
            case Act.Reopen when contact is not null:
                Count(await world.ReopenAsync(contact.Id));
                break;
            case Act.Withdraw when talk.Yes.Count > 0:
                await world.WithdrawAsync(talk.Yes[^1].Id);
                talk.Withdraw();
                break;
            case Act.Vouch:
                vouched[company] = !vouched[company];
                await world.VouchAsync(asking, vouched[company]);
                break;
            case Act.DaysPass:
                world.Clock.Advance(TimeSpan.FromDays(which % 2 == 0 ? 5 : 13));
                break;
            case Act.Rounds:
                var portal = FixedUser.PortalFor(world.Organisation);
                Assert.True((await new RemindOfRequests(world.Database, portal, world.Clock, TalkWorld.Address).ExecuteAsync(default)).Done);
                Assert.True((await new WithdrawExpiredNames(world.Database, portal, world.Clock).ExecuteAsync(default)).Done);
                break;
            case Act.Lock or Act.WithdrawProfile or Act.ReleaseAnew or Act.Merge or Act.MergeProfiles or Act.MergeRefused:
                await ProfileStepAsync(world, person, company, act, which);
                break;
            case Act.Step or Act.StepBack or Act.Agreement or Act.Call when contact is not null:
                await OutcomeStepAsync(world, contact, act, which);
                break;
            default:
                break;
        }
    }

    private async Task CompareAsync(TalkWorld world, List<NotedPerson> people, int company, bool vouched, bool guard, bool everything)
    {
        var (asking, today) = (world.Companies[company], world.Today);
        await using var db = world.Database.CreateDbContext();
        var open = vouched && today <= DateOnly.FromDateTime(Testing.Given.Start).AddDays(56);
        var expected = new List<NotedPerson>();
        foreach (var person in people)
        {
            if (open && person.Talks[company].Holds(today) && await person.IsShownAsync(db, today))
            {
                expected.Add(person);
            }
        }

        var queries = guard
            ? world.Seen(asking)
            : new EmployerContactQueries(world.Database, asking, world.Clock) { Gate = (contacts, _, _) => contacts.Where(contact => contact.State == ContactState.Released) };
        var read = (await queries.ListAsync(world.Event, default)).Value!;
        var named = people.Where(person => read.Any(seen => seen.Person?.Name.Contains(person.Name, StringComparison.Ordinal) == true)).ToList();
        if (!guard)
        {
            Interlocked.Add(ref _leaks, named.Except(expected).Count());
            return;
        }

        Assert.Equal(expected.Select(person => person.Name), named.Select(person => person.Name));
        Interlocked.Add(ref _named, named.Count);
        Interlocked.Add(ref _outlived, read.Count(seen => seen is { Person: not null, HasProfile: false }));

        // The employer service reads a name in a company's place exactly where the company does.
        var rows = (await new EventContactQueries(world.Database, world.Service, world.Clock).ListAsync(world.Event, default)).Value!.Where(row => row.EmployerId == asking.OrganisationId && row.Person is not null);
        Assert.Equal(expected.Select(person => person.Name), people.Where(person => rows.Any(row => row.Person!.Name.Contains(person.Name, StringComparison.Ordinal))).Select(person => person.Name));
        if (everything)
        {
            var all = await CompanyReads.AllAsync(world, asking);
            Assert.Equal(expected.Select(person => person.Name), people.Where(person => all.Contains(System.Text.Json.JsonEncodedText.Encode(person.Name).Value, StringComparison.Ordinal)).Select(person => person.Name));
            Assert.Equal(expected.Count > 0, all.Contains("05931 999", StringComparison.Ordinal));
        }
    }

    private static async Task<List<Contact>> ContactsAsync(TalkWorld world, NotedPerson person, ICurrentUser company)
    {
        await using var db = world.Database.CreateDbContext();
        return await db.Contacts.AsNoTracking().Where(known => known.ParticipantId == person.Id && known.EmployerId == company.OrganisationId).ToListAsync();
    }

    private static Act Next(NotedTalk talk, ContactState? state, DateOnly today) => state switch
    {
        null or ContactState.Interest => Act.Request,
        ContactState.Refused or ContactState.Withdrawn => Act.Reopen,
        ContactState.Released => Act.Interest,
        _ when !talk.Yes.Exists(given => given.ValidUntil >= today) => Act.Consent,
        _ => Act.Release,
    };

    private void Count(Result result) => Interlocked.Add(ref _refused, result.Done ? 0 : 1);

    private void Count<T>(Result<T> result) => Interlocked.Add(ref _refused, result.Done ? 0 : 1);
}
