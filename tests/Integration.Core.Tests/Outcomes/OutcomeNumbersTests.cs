using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Outcomes;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Outcomes;

public sealed class OutcomeNumbersTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers))]
    public async Task Organiser_GetsNumbersAloneAndNoneBelowThree(DatabaseProvider provider)
    {
        await using var world = await OutcomeWorld.CreateAsync(provider, daysAfter: 40);
        var today = world.Clock.Today();
        for (var i = 0; i < 3; i++)
        {
            await world.RecordedAsync(await world.ContactAsync(), "PRAKTIKUM");
        }

        await world.RecordedAsync(await world.ContactAsync(), "ARBEITSVERTRAG_SV", form => form.StartsOn = today);
        await world.RecordedAsync(await world.ContactAsync(), "ARBEITSVERTRAG_MINIJOB", form => form.StartsOn = today);

        var board = (await world.Queries(TestUser.With(world.Print.Organisation.Id, Role.Organiser)).OfEventAsync(world.Print.JobEvent.Id, Ct)).Value!;
        Assert.Empty(board.Cards);
        var numbers = board.Numbers!;
        Assert.Equal(5, numbers.Contacts.Known);
        Assert.Equal(3, numbers.Trials.Single(trial => trial.Step == "PRAKTIKUM").Count.Known);
        Assert.Equal(0, numbers.Interviews.Known);
        Assert.Null(numbers.Integrations.Known);
        Assert.Null(numbers.Contracts.Known);
    }

    [Fact]
    public async Task InterestTakenBack_IsNoContact_AndNothingToAskAbout()
    {
        await using var world = await OutcomeWorld.CreateAsync(daysAfter: 40);
        for (var i = 0; i < 3; i++)
        {
            await world.ContactAsync();
        }

        var empty = await world.ContactAsync();
        await using (var db = world.Database.CreateDbContext())
        {
            await db.Contacts.Where(contact => contact.Id == empty.Id).ExecuteUpdateAsync(set => set.SetProperty(contact => contact.EmployerInterestAt, (DateTime?)null), Ct);
        }

        var organiser = (await world.Queries(TestUser.With(world.Print.Organisation.Id, Role.Organiser)).OfEventAsync(world.Print.JobEvent.Id, Ct)).Value!;
        Assert.Equal(3, organiser.Numbers!.Contacts.Known);
        Assert.Equal(3, (await world.Queries().OfEventAsync(world.Print.JobEvent.Id, Ct)).Value!.Cards.Count);
    }

    [Fact]
    public async Task OrganisationWithoutPart_GetsNothing_AndEmployersAreRefused()
    {
        await using var world = await OutcomeWorld.CreateAsync();
        await world.ContactAsync();
        var elsewhere = await world.Database.OrganisationAsync();
        var board = (await world.Queries(TestUser.With(elsewhere.Id, Role.Organiser)).OfEventAsync(world.Print.JobEvent.Id, Ct)).Value!;
        Assert.Null(board.Numbers);
        Assert.Empty(board.Cards);
        foreach (var role in TestUser.RolesWithout(Permission.ViewOutcomes))
        {
            Assert.Equal(Errors.Forbidden, (await world.Queries(TestUser.With(world.Print.Organisation.Id, role)).OfEventAsync(world.Print.JobEvent.Id, Ct)).Error);
        }

        Assert.Contains(Role.EmployerContact, TestUser.RolesWithout(Permission.ViewOutcomes));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(3, 3)]
    public void Cell_TellsNoOneAndNoTwo(int count, int? known) => Assert.Equal(known, CellCount.Of(count).Known);

    [Theory, MemberData(nameof(Providers))]
    public async Task CallList_HasWhatIsOpenFirst_AndACallThatReachedSomebodyAnswersIt(DatabaseProvider provider)
    {
        await using var world = await OutcomeWorld.CreateAsync(provider, daysAfter: 4);
        var waiting = await world.Database.OrganisationAsync(o => (o.Name, o.Kind, o.ContactPhone) = ("Werft Süd", Integration.Organisations.OrganisationKind.Employer, "05932 77"));
        await world.Database.SaveAsync(new Integration.Events.ExpectedEmployer { JobEventId = world.Print.JobEvent.Id, OrganisationId = waiting.Id });
        var (asked, done) = (await world.ContactAsync(employer: waiting), await world.ContactAsync());
        await world.RecordedAsync(done, "VORSTELLUNGSGESPRAECH_VEREINBART");
        var queries = new CallListQueries(world.Database, world.Service, world.Clock, world.Print.Codes);

        var list = (await queries.OfEventAsync(world.Print.JobEvent.Id, Ct)).Value!;
        Assert.Equal(world.EventDay.AddDays(3), list.CallFrom);
        Assert.Equal([("Werft Süd", "05932 77", 1), ("Kolonne Nord", "05931 4400", 0)], list.Lines.Select(line => (line.Name, line.Phone, line.Open)));
        Assert.Equal(FollowUpPoint.FirstCall, Assert.Single(list.Lines[0].Cards).Due);

        var call = new RecordCall.Call(EmployerCallId.New(), asked.JobEventId, asked.EmployerId, Reached: true);
        var recording = new RecordCall(world.Database, world.Service, world.Clock);
        Assert.All(await Task.WhenAll(recording.ExecuteAsync(call, Ct), recording.ExecuteAsync(call, Ct)), result => Assert.True(result.Done));
        Assert.All((await queries.OfEventAsync(world.Print.JobEvent.Id, Ct)).Value!.Lines, line => Assert.Equal(0, line.Open));

        Assert.True((await recording.ExecuteAsync(call with { TakenBack = true }, Ct)).Done);
        Assert.Equal(1, (await queries.OfEventAsync(world.Print.JobEvent.Id, Ct)).Value!.Lines[0].Open);
        Assert.True((await recording.ExecuteAsync(call with { Id = EmployerCallId.New(), Reached = false }, Ct)).Done);
        Assert.Equal(1, (await queries.OfEventAsync(world.Print.JobEvent.Id, Ct)).Value!.Lines.Max(line => line.Open));
        Assert.Equal(Errors.NotFound, (await recording.ExecuteAsync(call with { Id = EmployerCallId.New(), EmployerId = world.Print.Organisation.Id }, Ct)).Error);
    }
}
