using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Organisations;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Talks;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Talks;

public sealed class ContactTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task RequestAskReleaseWithdraw_TheNameComesAndGoes(DatabaseProvider provider)
    {
        await using var world = await TalkWorld.CreateAsync(provider);
        var person = await world.PersonAsync();
        var (company, other) = (world.Companies[0], world.Companies[1]);

        Assert.Null((await world.InterestAsync(company, person.Token)).Error);
        Assert.Equal((true, ContactState.Interest, null), await LookAsync());
        Assert.Null((await world.RequestAsync(company, person.Token)).Error);
        Assert.Equal((true, ContactState.Requested, null), await LookAsync());
        var id = (await world.ContactAsync(person.Release, company))!.Id;
        Assert.Null((await world.AskAsync(id)).Error);
        Assert.Equal((true, ContactState.Asked, null), await LookAsync());
        Assert.Equal(ContactErrors.NoConsent, (await world.ReleaseAsync(id)).Error);
        var consent = await world.ConsentAsync(person.Person, company);
        Assert.Equal((true, ContactState.Asked, null), await LookAsync());
        Assert.Null((await world.ReleaseAsync(id)).Error);
        Assert.Equal((true, ContactState.Released, new ReleasedPerson("Amina " + TalkWorld.Canary, "05931 999")), await LookAsync());
        Assert.Equal([new ReleasedPerson("Amina " + TalkWorld.Canary, "05931 999")], (await world.Seen(company).ListAsync(world.Event, default)).Value!.Select(seen => seen.Person));

        Assert.Equal(new EmployerContact((await world.SeesAsync(company, person.Token)).Chiffre, person.Token, false, ContactState.Interest, false, null), await world.SeesAsync(other, person.Token));
        Assert.Empty((await world.Seen(other).ListAsync(world.Event, default)).Value!);

        await world.WithdrawAsync(consent);
        Assert.Equal((true, ContactState.Withdrawn, null), await LookAsync());
        Assert.Equal(ContactState.Withdrawn, (await world.ContactAsync(person.Release, company))!.State);
        Assert.Equal(ContactErrors.Answered, (await world.RequestAsync(company, person.Token)).Error);

        async Task<(bool, ContactState, ReleasedPerson?)> LookAsync()
        {
            var seen = await world.SeesAsync(company, person.Token);
            return (seen.Wanted, seen.State, seen.Person);
        }
    }

    [Fact]
    public async Task ConsentForAnotherCompanyOrEvent_ReleasesNothing()
    {
        await using var world = await TalkWorld.CreateAsync();
        var person = await world.PersonAsync();
        Assert.Null((await world.RequestAsync(world.Companies[0], person.Token)).Error);
        var contact = (await world.ContactAsync(person.Release, world.Companies[0]))!;
        var consent = await world.ConsentAsync(person.Person, world.Companies[1]);
        Assert.Equal(ContactErrors.NoConsent, (await world.ReleaseAsync(contact.Id)).Error);

        // Whatever writes into the row: a consent that is for somebody else opens nothing.
        await world.ChangeAsync(async db =>
        {
            var row = await db.Contacts.SingleAsync(known => known.Id == contact.Id);
            (row.State, row.ConsentId, row.DecidedAt, row.DecidedBy) = (ContactState.Released, consent, Given.Start, world.Manager.Id);
        });
        var seen = await world.SeesAsync(world.Companies[0], person.Token);
        Assert.Equal(ContactState.Withdrawn, seen.State);
        Assert.Null(seen.Person);
    }

    /// <summary>The database itself takes no release without a consent.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task ReleasedWithoutConsent_IsRefusedByTheDatabase(DatabaseProvider provider)
    {
        await using var world = await TalkWorld.CreateAsync(provider);
        var person = await world.PersonAsync();
        Assert.Null((await world.RequestAsync(world.Companies[0], person.Token)).Error);
        await Assert.ThrowsAsync<DbUpdateException>(() => world.ChangeAsync(async db => (await db.Contacts.SingleAsync()).State = ContactState.Released));
    }

    [Fact]
    public async Task Refused_IsClosedUntilReopened_AndAnOlderYesDoesNotCount()
    {
        await using var world = await TalkWorld.CreateAsync();
        var person = await world.PersonAsync();
        var company = world.Companies[0];
        await world.ConsentAsync(person.Person, company);
        Assert.Null((await world.RequestAsync(company, person.Token)).Error);
        var id = (await world.ContactAsync(person.Release, company))!.Id;
        world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null((await world.RefuseAsync(id)).Error);
        Assert.Equal(ContactState.Refused, (await world.SeesAsync(company, person.Token)).State);
        Assert.Equal(ContactErrors.Answered, (await world.RequestAsync(company, person.Token)).Error);
        Assert.Equal("Contact_Step", (await world.ReleaseAsync(id)).Error?.Code);

        world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null((await world.ReopenAsync(id)).Error);
        Assert.Equal(ContactErrors.NoConsent, (await world.ReleaseAsync(id)).Error);
        await world.ConsentAsync(person.Person, company);
        Assert.Null((await world.ReleaseAsync(id)).Error);
        Assert.NotNull((await world.SeesAsync(company, person.Token)).Person);
    }

    [Fact]
    public async Task PaperSignedBeforeTheNo_AndRecordedAfterIt_ReleasesNothing()
    {
        await using var world = await TalkWorld.CreateAsync();
        var person = await world.PersonAsync();
        var company = world.Companies[0];
        var signed = world.Today;
        Assert.Null((await world.RequestAsync(company, person.Token)).Error);
        var id = (await world.ContactAsync(person.Release, company))!.Id;
        world.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Null((await world.RefuseAsync(id)).Error);
        Assert.Null((await world.ReopenAsync(id)).Error);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.ConsentAsync(person.Person, company, given: signed);
        Assert.Equal(ContactErrors.NoConsent, (await world.ReleaseAsync(id)).Error);
        await world.ConsentAsync(person.Person, company);
        Assert.Null((await world.ReleaseAsync(id)).Error);
    }

    [Fact]
    public async Task WhatTheCompanyMayNotSee_IsNotFoundWhateverTheReason()
    {
        await using var world = await TalkWorld.CreateAsync();
        var person = await world.PersonAsync();
        var company = world.Companies[0];
        await RefusedAsync(company, OpaqueToken.Draw());
        await RefusedAsync(TestUser.With((await world.Database.OrganisationAsync()).Id, Role.EmployerContact), person.Token);
        await world.VouchAsync(company, false);
        await RefusedAsync(company, person.Token);
        await world.VouchAsync(company, true);
        Assert.Null((await world.InterestAsync(company, person.Token)).Error);
        world.Clock.Advance(TimeSpan.FromDays(29));
        await RefusedAsync(company, person.Token);

        async Task RefusedAsync(ICurrentUser by, string token)
        {
            Assert.Equal(Errors.NotFound, (await world.InterestAsync(by, token)).Error);
            Assert.Equal(Errors.NotFound, (await world.RequestAsync(by, token)).Error);
            Assert.Equal(Errors.NotFound, (await new RecordTalk(world.Database, by, world.Clock).ExecuteAsync(world.Event, token, null, default)).Error);
            Assert.Equal(Errors.NotFound, (await world.Seen(by).OfAsync(token, default)).Error);
            Assert.Empty((await world.Seen(by).ListAsync(world.Event, default)).Value!);
        }
    }

    [Fact]
    public async Task LockedProfile_TakesTheNameWithIt()
    {
        await using var world = await TalkWorld.CreateAsync();
        var person = await world.PersonAsync();
        await world.ReleasedAsync(person, world.Companies[0]);
        await world.LockAsync(person.Release);
        Assert.Equal(Errors.NotFound, (await world.Seen(world.Companies[0]).OfAsync(person.Token, default)).Error);
        Assert.Empty((await world.Seen(world.Companies[0]).ListAsync(world.Event, default)).Value!);
    }

    [Fact]
    public async Task InterestTakenBack_EndsTheRequestAndNoMailFollowsSoon()
    {
        await using var world = await TalkWorld.CreateAsync();
        var person = await world.PersonAsync();
        var company = world.Companies[0];
        Assert.Null((await world.RequestAsync(company, person.Token)).Error);
        Assert.Null((await world.InterestAsync(company, person.Token, wanted: false)).Error);
        var seen = await world.SeesAsync(company, person.Token);
        Assert.Equal((false, ContactState.Interest), (seen.Wanted, seen.State));
        Assert.Empty((await world.Seen(company).ListAsync(world.Event, default)).Value!);
        Assert.Null((await world.RequestAsync(company, person.Token)).Error);
        Assert.Single(await world.MailsAsync());
    }

    /// <summary>Neither name nor Chiffre nor company leaves the portal by mail.</summary>
    [Fact]
    public async Task Mails_TellWhomItConcernsAndNameNobody()
    {
        await using var world = await TalkWorld.CreateAsync();
        var person = await world.PersonAsync();
        var (company, refused) = (world.Companies[0], world.Companies[1]);
        await world.ReleasedAsync(person, company);
        Assert.Null((await world.RequestAsync(refused, person.Token)).Error);
        Assert.Null((await world.RefuseAsync((await world.ContactAsync(person.Release, refused))!.Id)).Error);

        await using var db = world.Database.CreateDbContext();
        var addresses = await db.Users.ToDictionaryAsync(user => user.UserId, user => user.Email!);
        var mails = await world.MailsAsync();
        Assert.Equal(
            new[] { addresses[world.Manager.Id], addresses[world.Manager.Id], addresses[company.Id], addresses[refused.Id] }.Order(), mails.Select(mail => mail.To).Order());
        var secrets = new List<string> { TalkWorld.Canary, "Amina", "05931", person.Token, (await world.SeesAsync(company, person.Token)).Chiffre };
        secrets.AddRange(await db.Organisations.Where(o => o.Kind == OrganisationKind.Employer).Select(o => o.Name).ToListAsync());
        Assert.All(mails, mail => Assert.All(secrets, secret => Assert.DoesNotContain(secret, mail.Subject + mail.Body, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task OpenRequest_IsRemindedOfEveryThreeDaysAndNeverAnswered()
    {
        await using var world = await TalkWorld.CreateAsync();
        var person = await world.PersonAsync();
        Assert.Null((await world.RequestAsync(world.Companies[0], person.Token)).Error);
        var portal = FixedUser.PortalFor(world.Organisation);
        var reminded = new List<int>();
        for (var hour = 0; hour < 40 * 24; hour++)
        {
            world.Clock.Advance(TimeSpan.FromHours(1));
            if (hour % 6 == 0)
            {
                reminded.Add((await new RemindOfRequests(world.Database, portal, world.Clock, TalkWorld.Address).ExecuteAsync(default)).Value);
                Assert.Equal(0, (await new WithdrawExpiredNames(world.Database, portal, world.Clock).ExecuteAsync(default)).Value);
            }
        }

        // Twenty-eight days of access; after them nobody can be told an answer.
        Assert.Equal(9, reminded.Sum());
        Assert.Equal(10, (await world.MailsAsync()).Count);
        Assert.Equal(ContactState.Requested, (await world.ContactAsync(person.Release, world.Companies[0]))!.State);
    }

    [Fact]
    public async Task ConsentOver_EndsTheReleaseAtOnceAndTheRoundNotesIt()
    {
        await using var world = await TalkWorld.CreateAsync();
        var person = await world.PersonAsync();
        var company = world.Companies[0];
        Assert.Null((await world.RequestAsync(company, person.Token)).Error);
        var id = (await world.ContactAsync(person.Release, company))!.Id;
        await world.ConsentAsync(person.Person, company, days: 2);
        Assert.Null((await world.ReleaseAsync(id)).Error);
        world.Clock.Advance(TimeSpan.FromDays(2));
        Assert.NotNull((await world.SeesAsync(company, person.Token)).Person);
        world.Clock.Advance(TimeSpan.FromDays(1));
        var seen = await world.SeesAsync(company, person.Token);
        Assert.Equal(ContactState.Withdrawn, seen.State);
        Assert.Null(seen.Person);
        Assert.Equal(ContactState.Released, (await world.ContactAsync(person.Release, company))!.State);
        Assert.Equal(1, (await new WithdrawExpiredNames(world.Database, FixedUser.PortalFor(world.Organisation), world.Clock).ExecuteAsync(default)).Value);
        Assert.Equal(ContactState.Withdrawn, (await world.ContactAsync(person.Release, company))!.State);
    }

    [Fact]
    public async Task EveryNameRead_StandsInTheTrailOfThePersonsOrganisation()
    {
        await using var world = await TalkWorld.CreateAsync();
        var person = await world.PersonAsync();
        var company = world.Companies[0];
        await world.ReleasedAsync(person, company);
        await world.SeesAsync(company, person.Token);
        await using var db = world.Database.CreateDbContext();
        var trail = await db.AuditEntries.Where(entry => entry.OrganisationId == world.Organisation && entry.UserId == company.Id).OrderBy(entry => entry.Sequence).ToListAsync();
        Assert.Equal([AuditAct.ContactRequested, AuditAct.Viewed], trail.Select(entry => entry.Act));
        Assert.Equal(person.Person.Value, trail[1].SubjectId);
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.NameReleased && entry.UserId == world.Manager.Id));
    }

    [Fact]
    public async Task LifeCycleOfTheRelease_FollowsItsContacts()
    {
        await using var world = await TalkWorld.CreateAsync();
        var person = await world.PersonAsync();
        Assert.Null((await world.RequestAsync(world.Companies[1], person.Token)).Error);
        Assert.Null((await world.RefuseAsync((await world.ContactAsync(person.Release, world.Companies[1]))!.Id)).Error);
        Assert.Equal(ProfileState.Declined, await StateAsync());
        await world.ReleasedAsync(person, world.Companies[0]);
        Assert.Equal(ProfileState.NameReleased, await StateAsync());

        async Task<ProfileState> StateAsync()
        {
            await using var db = world.Database.CreateDbContext();
            return await db.ProfileReleases.Where(release => release.Id == person.Release).Select(release => release.State).SingleAsync();
        }
    }

    /// <summary>Release and withdrawal at the same moment: whoever is first, the name is not released afterwards.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task WithdrawalDuringTheRelease_Wins(DatabaseProvider provider)
    {
        await using var world = await TalkWorld.CreateAsync(provider);
        for (var round = 0; round < 8; round++)
        {
            var person = await world.PersonAsync();
            var company = world.Companies[round % 2];
            Assert.Null((await world.RequestAsync(company, person.Token)).Error);
            var id = (await world.ContactAsync(person.Release, company))!.Id;
            var consent = await world.ConsentAsync(person.Person, company);
            await Task.WhenAll(Task.Run(() => world.ReleaseAsync(id)), Task.Run(() => world.WithdrawAsync(consent)));
            Assert.Contains((await world.ContactAsync(person.Release, company))!.State, new[] { ContactState.Requested, ContactState.Withdrawn });
            Assert.Null((await world.SeesAsync(company, person.Token)).Person);
        }
    }
}
