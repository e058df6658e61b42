using Integration.Access;
using Integration.Common;
using Integration.Core.Tests.TalkPlans;
using Integration.Data;
using Integration.Documents;
using Integration.Events;
using Integration.Participants;
using Integration.Printing;
using Integration.Privacy;
using Integration.TalkPlans;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Documents;

public sealed class TalkPapersTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesWithoutEvents => new(TestUser.RolesWithout(Permission.EditEvents));

    [Theory, MemberData(nameof(Providers))]
    public async Task PublishedPlan_IsOnSlipsListsAndTickets(DatabaseProvider provider)
    {
        await using var world = await TalkPlanWorld.CreateAsync(2, provider);
        await world.WishAsync(0, 0);
        await world.WishAsync(1, 1);
        await world.NeedsAsync(0, "ara");
        await world.InterpreterAsync("ara");
        var draft = await world.PlannedAsync();
        Assert.Equal(DocumentErrors.NoPapers, await ErrorAsync(world, world.Organiser, EventPaper.TalkSlips));
        await world.PublishAsync(draft);

        var first = (await world.TalksAsync(draft)).Single(talk => talk.RegistrationId == world.Registrations[0].Id);

        var slips = await PagesAsync(world, EventPaper.TalkSlips);
        Assert.Equal(2, slips.Sum(page => page.Split("ZZ-27-").Length - 1));
        Assert.Contains("مقابلاتكم".Normalize(), string.Join(' ', slips).Normalize(System.Text.NormalizationForm.FormKC));
        Assert.Contains("Stimme, Arabisch", string.Join(' ', slips));
        var lists = await PagesAsync(world, EventPaper.TalkLists);
        PaperPress.AssertInOrder(lists[0], "Betrieb 0", $"{first.StartsAt:HH:mm}–{first.EndsAt:HH:mm}", world.Releases[0].Chiffre, "Arabisch", "kommt");
        PaperPress.AssertInOrder(lists[1], "Betrieb 1", world.Releases[1].Chiffre, "Deutsch", "–");
        Assert.DoesNotContain(world.Releases[1].Chiffre, lists[0]);
        Assert.Contains("Betrieb 0, Tisch 1", Assert.Single(await PagesAsync(world, EventPaper.Tickets)));
        Assert.All([.. slips, .. lists], page => Assert.All(["Amina", "Kanarienvogel"], name => Assert.DoesNotContain(name, page)));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WithdrawnConsentOrRegistration_TakesTheTalkOffEveryPaper(DatabaseProvider provider)
    {
        await using var world = await TalkPlanWorld.CreateAsync(3, provider);
        await world.WishAsync(0, 0);
        await world.WishAsync(1, 0);
        await world.WishAsync(2, 0);
        await world.PublishedAsync();
        await world.WithdrawAsync(0);
        var declined = world.Registrations[1].Id;
        await world.ChangeAsync<Registration>(r => r.Id == declined, r => r.State = RegistrationState.Declined);

        foreach (var paper in new[] { EventPaper.TalkSlips, EventPaper.TalkLists })
        {
            var text = string.Join(' ', await PagesAsync(world, paper));
            Assert.Contains(world.Releases[2].Chiffre, text);
            Assert.DoesNotContain(world.Releases[0].Chiffre, text);
            Assert.DoesNotContain(world.Releases[1].Chiffre, text);
        }

        // The control: without the look at the consent it would still be there.
        await using var db = world.Database.CreateDbContext();
        var (today, talks) = (world.Clock.Today(), db.ScheduledTalks.Published(db));
        Assert.Single(await talks.InForce(db, today).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, await talks.Under(db, db.ProfileReleases, today).CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    [InlineData(false, false, false)]
    public async Task InterpretersList_HasAFirstNameOnlyWithConsent(bool consented, bool hidden, bool named)
    {
        await using var world = await TalkPlanWorld.CreateAsync(1);
        await world.WishAsync(0, 0);
        await world.NeedsAsync(0, "ara");
        await world.InterpreterAsync("ara");
        var person = world.Releases[0].ParticipantId;
        await world.ChangeAsync<Participant>(p => p.Id == person, p => p.NotPubliclyPresent = hidden);
        if (consented)
        {
            await AllowNameAsync(world, person);
        }

        await world.PublishedAsync();
        var list = Assert.Single(await PagesAsync(world, EventPaper.InterpreterTalks));

        Assert.Equal((named, !named), (list.Contains("Amina", StringComparison.Ordinal), list.Contains(world.Releases[0].Chiffre, StringComparison.Ordinal)));
        Assert.DoesNotContain("Kanarienvogel", list);
    }

    [Fact]
    public async Task ChangedSlips_AreThoseOfThePeopleNamedAlone()
    {
        await using var world = await TalkPlanWorld.CreateAsync(3);
        await world.WishAllAsync();
        await world.PublishedAsync();

        using var file = new MemoryStream();
        var printed = await Slips(world, world.Organiser).ExecuteAsync(world.Event.Id, [world.Registrations[1].Id], file, TestContext.Current.CancellationToken);

        Assert.True(printed.Done, printed.Error?.Code);
        var slip = Assert.Single(await PaperPress.ReadAsync(file, "changed"));
        Assert.Contains(world.Releases[1].Chiffre, slip);
        Assert.Contains("Der alte Laufzettel gilt nicht mehr.", slip);
        Assert.DoesNotContain(world.Releases[0].Chiffre, slip);
        Assert.Equal(DocumentErrors.NoPapers, (await Slips(world, world.Organiser).ExecuteAsync(world.Event.Id, [], file, TestContext.Current.CancellationToken)).Error);
    }

    [Theory, MemberData(nameof(RolesWithoutEvents))]
    public async Task RoleWithoutTheRight_IsRefused(Role role)
    {
        await using var world = await TalkPlanWorld.CreateAsync(1);
        Assert.Equal(Errors.Forbidden, (await Slips(world, TestUser.With(world.Event.OrganisationId, role)).ExecuteAsync(world.Event.Id, [], Stream.Null, TestContext.Current.CancellationToken)).Error);
    }

    [Fact]
    public async Task ForeignEvent_IsNotFound()
    {
        await using var world = await TalkPlanWorld.CreateAsync(1);
        var stranger = TestUser.With((await world.Database.OrganisationAsync()).Id, Role.Organiser);
        Assert.Equal(Errors.NotFound, (await Slips(world, stranger).ExecuteAsync(world.Event.Id, [world.Registrations[0].Id], Stream.Null, TestContext.Current.CancellationToken)).Error);
        Assert.Equal(Errors.NotFound, await ErrorAsync(world, stranger, EventPaper.TalkLists));
    }

    internal static Task AllowNameAsync(TalkPlanWorld world, ParticipantId person) => world.Database.SaveAsync(new Consent
    {
        ParticipantId = person, OrganisationId = world.Event.OrganisationId, Purpose = ConsentPurpose.PassToInterpreter, GivenOn = world.Event.Date.AddDays(-9), ValidUntil = world.Event.Date.AddMonths(3),
        RecordedAt = Given.Start, RecordedBy = UserId.New(), TextVersion = "2026-11", Language = "ar",
    });

    private static PrintTalkSlips Slips(TalkPlanWorld world, ICurrentUser user) =>
        new(world.Database, user, world.Clock, world.Codes, HarfBuzzPdfEngine.Shared, new DocumentOptions { PublicAddress = new Uri("https://portal.example/") });

    private static Task<IReadOnlyList<string>> PagesAsync(TalkPlanWorld world, EventPaper paper) => PaperPress.PagesAsync(world.Database, world.Organiser, world.Clock, world.Event.Id, paper);

    private static async Task<Error?> ErrorAsync(TalkPlanWorld world, ICurrentUser user, EventPaper paper) =>
        (await PaperPress.Use(world.Database, user, world.Clock).ExecuteAsync(world.Event.Id, [paper], Stream.Null, TestContext.Current.CancellationToken)).Error;
}
