using System.Text.RegularExpressions;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Messaging;
using Integration.Outcomes;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Outcomes;

public sealed partial class FeedbackTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers))]
    public async Task VouchedEmployers_AreAskedOnceOnTheDayAfter_AndTheTokenIsOnlyInTheMail(DatabaseProvider provider)
    {
        await using var world = await OutcomeWorld.CreateAsync(provider, daysAfter: 0);
        await world.Print.EmployerAsync("Kolonne Nord");
        await world.Print.EmployerAsync("Werft Süd");
        await world.Print.EmployerAsync("Niemand bürgt", vouched: false);
        Assert.Equal(0, await Mails(world).SendDueAsync(Ct));
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, await Mails(world).SendDueAsync(Ct));
        Assert.Equal(0, await Mails(world).SendDueAsync(Ct));

        await using var db = world.Database.CreateDbContext();
        var tokens = await TokensAsync(world);
        Assert.Equal(2, tokens.Distinct().Count());
        Assert.Equal(tokens.Select(InvitationToken.HashOf).Order(), (await db.FeedbackRequests.Select(r => r.TokenHash).ToListAsync(Ct)).Order());
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Link_CountsOnce_EvenAtOnce(DatabaseProvider provider)
    {
        await using var world = await OutcomeWorld.CreateAsync(provider, daysAfter: 1);
        await world.Print.EmployerAsync("Kolonne Nord");
        await Mails(world).SendDueAsync(Ct);
        var token = Assert.Single(await TokensAsync(world));
        var answering = new AnswerFeedback(world.Database, world.Clock);

        Assert.Equal(world.Print.JobEvent.Title, (await Queries(world).ByLinkAsync(token, Ct)).Value!.EventTitle);
        Assert.Equal(OutcomeErrors.FeedbackIncomplete, (await answering.ExecuteAsync(token, new() { Guests = 6, Profiles = 1, Interpreting = 1, Organisation = 1, Again = ComeAgain.Yes }, Ct)).Error);
        Assert.Equal(OutcomeErrors.FeedbackVoid, (await answering.ExecuteAsync(token + "x", Good(), Ct)).Error);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => answering.ExecuteAsync(token, Good(), Ct), Ct)));
        Assert.Single(answers, answer => answer.Done);
        Assert.Equal(OutcomeErrors.FeedbackVoid, (await Queries(world).ByLinkAsync(token, Ct)).Error);
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(1, await db.EmployerFeedback.CountAsync(Ct));
    }

    [Fact]
    public async Task OldLink_IsVoid()
    {
        await using var world = await OutcomeWorld.CreateAsync(daysAfter: 1);
        await world.Print.EmployerAsync("Kolonne Nord");
        await Mails(world).SendDueAsync(Ct);
        var token = Assert.Single(await TokensAsync(world));
        world.Clock.Advance(TimeSpan.FromDays(FeedbackRequest.DaysOpen));
        Assert.Equal(OutcomeErrors.FeedbackVoid, (await new AnswerFeedback(world.Database, world.Clock).ExecuteAsync(token, Good(), Ct)).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task FewerThanThreeAnswers_AreANumberAndNothingElse(DatabaseProvider provider)
    {
        await using var world = await OutcomeWorld.CreateAsync(provider, daysAfter: 1);
        for (var i = 0; i < 3; i++)
        {
            await world.Print.EmployerAsync($"Betrieb {i}");
        }

        await Mails(world).SendDueAsync(Ct);
        var answering = new AnswerFeedback(world.Database, world.Clock);
        var tokens = await TokensAsync(world);
        foreach (var (token, guests) in tokens.Zip([5, 3, 4]).Take(2))
        {
            Assert.True((await answering.ExecuteAsync(token, Good(guests), Ct)).Done);
        }

        var organiser = TestUser.With(world.Print.Organisation.Id, Role.Organiser);
        var two = (await Queries(world, organiser).OfEventAsync(world.Print.JobEvent.Id, Ct)).Value!;
        Assert.Equal((3, 2), (two.Asked, two.Answered));
        Assert.Null(two.Averages);
        Assert.Null(two.Again);
        Assert.Empty(two.Remarks);

        Assert.True((await answering.ExecuteAsync(tokens[2], Good(4), Ct)).Done);
        var three = (await Queries(world, organiser).OfEventAsync(world.Print.JobEvent.Id, Ct)).Value!;
        Assert.Equal(4, three.Averages!.Guests);
        Assert.Equal((ComeAgain.Yes, 3), three.Again![0]);
        Assert.Equal(3, three.Remarks.Count);

        var elsewhere = await world.Database.OrganisationAsync();
        Assert.Equal(Errors.NotFound, (await Queries(world, TestUser.With(elsewhere.Id, Role.Organiser)).OfEventAsync(world.Print.JobEvent.Id, Ct)).Error);
        foreach (var role in TestUser.RolesWithout(Permission.ViewOutcomes))
        {
            Assert.Equal(Errors.Forbidden, (await Queries(world, TestUser.With(world.Print.Organisation.Id, role)).OfEventAsync(world.Print.JobEvent.Id, Ct)).Error);
        }
    }

    [Fact]
    public void Feedback_HasNoPropertyThatLeadsToTheCompany() => Assert.Equal(
        ["Again", "Guests", "Id", "Interpreting", "JobEventId", "Organisation", "Profiles", "Remark"],
        typeof(EmployerFeedback).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));

    private static AnswerFeedback.Form Good(int guests = 5) => new() { Guests = guests, Profiles = 4, Interpreting = 4, Organisation = 5, Again = ComeAgain.Yes, Remark = "Mehr Zeit je Gespräch." };

    private static FeedbackMails Mails(OutcomeWorld world) => new(world.Database, world.Clock, new PortalAddress(() => new Uri("https://portal.example/")));

    private static FeedbackQueries Queries(OutcomeWorld world, ICurrentUser? user = null) => new(world.Database, user ?? world.CaseManager, world.Clock);

    private static async Task<List<string>> TokensAsync(OutcomeWorld world)
    {
        await using var db = world.Database.CreateDbContext();
        return [.. (await db.Outbox.ToListAsync(Ct)).Select(mail => Link().Match(mail.Body).Groups["token"].Value)];
    }

    [GeneratedRegex("https://portal.example/feedback/(?<token>[0-9a-f]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
