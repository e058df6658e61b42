using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Employers;
using Integration.Outcomes;
using Integration.Reports;
using Integration.Talks;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Outcomes;

public sealed class FollowUpTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>After 90 and after 180 days the question stands on the first page of whoever has to ask it, and on the board that the line leads to.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task Outcome_IsAskedForOnTodayAfter90And180Days(DatabaseProvider provider)
    {
        await using var world = await OutcomeWorld.CreateAsync(provider, daysAfter: 20);
        var hired = await world.ContactAsync();
        await world.RecordedAsync(hired, "ARBEITSVERTRAG_SV", form => (form.WorkForm, form.StartsOn) = ("HELFER", world.Clock.Today()));
        await AssertDueAsync(null);
        world.Clock.Advance(TimeSpan.FromDays(70));
        await AssertDueAsync(FollowUpPoint.Result);
        await world.RecordedAsync(hired, "BESTEHT_WEITER");
        await AssertDueAsync(null);
        world.Clock.Advance(TimeSpan.FromDays(90));
        await AssertDueAsync(FollowUpPoint.Lasting);
        Assert.Equal(0, await CountAsync(world, TestUser.With(world.Print.Organisation.Id, Role.Organiser)));
        Assert.Equal(0, await CountAsync(world, TestUser.With((await world.Database.OrganisationAsync()).Id, Role.EmployerService)));

        async Task AssertDueAsync(FollowUpPoint? due)
        {
            foreach (var user in new[] { world.CaseManager, world.Service })
            {
                var cards = (await world.Queries(user).OwnAsync(mine: true, Ct)).Value!;
                Assert.Equal(due, Assert.Single(cards).Due);
                Assert.Equal(due is null ? 0 : 1, await CountAsync(world, user));
            }
        }
    }

    /// <summary>A colleague's people are the colleague's questions.</summary>
    [Fact]
    public async Task PeopleOfAColleague_AreNotOnMyTodayAndNotOnMyBoard()
    {
        await using var world = await OutcomeWorld.CreateAsync(daysAfter: 90);
        var colleague = await world.Database.UserAsync(world.Print.Organisation.Id, Role.CaseManager);
        await world.ContactAsync(person: p => p.OwnerId = colleague.UserId);
        await world.ContactAsync();
        Assert.Equal(1, await CountAsync(world, world.CaseManager));
        Assert.Single((await world.Queries().OwnAsync(mine: true, Ct)).Value!);
        Assert.Equal(2, (await world.Queries().OwnAsync(mine: false, Ct)).Value!.Count);
        Assert.Equal(2, await CountAsync(world, world.Service));
    }

    /// <summary>The consent to give the name is over by its date long before anybody asks what came of it: that answers nothing. One withdrawn does.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task ConsentOver_LeavesTheQuestionOpen_WithdrawnClosesIt(DatabaseProvider provider)
    {
        await using var world = await OutcomeWorld.CreateAsync(provider, daysAfter: 100);
        var (over, withdrawn) = (await world.ContactAsync(ContactState.Released), await world.ContactAsync(ContactState.Released));
        Assert.Equal(2, (await new WithdrawExpiredNames(world.Database, FixedUser.PortalFor(world.Print.Organisation.Id), world.Clock).ExecuteAsync(Ct)).Value);
        await using (var db = world.Database.CreateDbContext())
        {
            (await db.Contacts.SingleAsync(contact => contact.Id == withdrawn.Id, Ct)).DecidedBy = world.CaseManager.Id;
            await db.SaveChangesAsync(Ct);
        }

        var cards = (await world.Queries().OfEventAsync(world.Print.JobEvent.Id, Ct)).Value!.Cards.ToDictionary(card => card.Id);
        Assert.Equal((OutcomeStage.Released, FollowUpPoint.Result, ContactState.Withdrawn, false), (cards[over.Id].Stage, cards[over.Id].Due, cards[over.Id].Contact, cards[over.Id].Named));
        Assert.Equal((OutcomeStage.Closed, null), (cards[withdrawn.Id].Stage, cards[withdrawn.Id].Due));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task CallList_SaysWhomToCall(DatabaseProvider provider)
    {
        await using var world = await OutcomeWorld.CreateAsync(provider, daysAfter: 4);
        var contact = await world.ContactAsync();
        await world.Database.SaveAsync(new EmployerFile
        {
            OrganisationId = contact.EmployerId, Contacts = [new() { Name = "Heike Osterloh", Function = "Personal", Phone = "+49 5932 77" }, new() { Name = "Tim Brüning", Email = "t@example.org" }],
        });
        foreach (var user in new[] { world.Service, world.CaseManager })
        {
            var line = Assert.Single((await new CallListQueries(world.Database, user, world.Clock, world.Print.Codes).OfEventAsync(world.Print.JobEvent.Id, Ct)).Value!.Lines);
            Assert.Equal(["Heike Osterloh", "Tim Brüning"], line.People.Select(person => person.Name));
            Assert.Equal("+49 5932 77", line.People[0].Phone);
        }
    }

    private static async Task<int> CountAsync(OutcomeWorld world, FixedUser user) =>
        (await new TodayQueries(world.Database, user, world.Clock, new ParticipantListQueries(world.Database, user, world.Clock)).WaitingAsync(null, Ct))
            .FirstOrDefault(line => line.Kind == WaitingKind.FollowUpsDue).Count;
}
