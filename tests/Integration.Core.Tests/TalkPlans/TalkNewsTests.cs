using Integration.Access;
using Integration.Calendars;
using Integration.Common;
using Integration.Core.Tests.Documents;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Integration.Invitations;
using Integration.Messaging;
using Integration.Participants;
using Integration.Privacy;
using Integration.TalkPlans;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.TalkPlans;

/// <summary>Who hears what when a plan is published or replaced.</summary>
public sealed class TalkNewsTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Publishing_TellsCompaniesInterpretersAndCaseManagers_AndSaysNobodysNameOrChiffre(DatabaseProvider provider)
    {
        await using var world = await TalkPlanWorld.CreateAsync(2, provider);
        await world.WishAsync(0, 0);
        await world.WishAsync(1, 0);
        await world.NeedsAsync(0, "ara");
        var interpreter = await world.InterpreterAsync("ara");
        await world.ChangeAsync<Interpreter>(i => i.Id == interpreter.Id, i => i.Email = "stimme@example.org");
        var owner = await world.Database.UserAsync(world.Event.OrganisationId, Role.CaseManager);
        await OwnAsync(world, 0, owner.UserId);

        var id = await world.PlannedAsync();
        var published = await world.PublishAsync(id);

        var mails = await MailsAsync(world);
        Assert.Equal(published.Value!.Mails, mails.Count);
        // The contact of the one company with talks, the interpreter, the case manager of one person, the team for the other.
        Assert.Equal(4, mails.Count);
        var company = Assert.Single(mails, mail => mail.Body.Contains($"/employer/events/{world.Event.Id}/talks", StringComparison.Ordinal));
        await using var db = world.Database.CreateDbContext();
        var contact = world.Companies[0].Id.Value;
        Assert.Equal(await db.Users.Where(u => u.Id == contact).Select(u => u.Email).SingleAsync(TestContext.Current.CancellationToken), company.To);
        Assert.Contains("Betrieb 0, Tisch 1", Assert.Single(mails, mail => mail.To == "stimme@example.org").Body);
        Assert.Contains("mit Gesprächen: 1.", Assert.Single(mails, mail => mail.To == owner.Email).Body);
        Assert.Contains("mit Gesprächen: 1.", Assert.Single(mails, mail => mail.To == "team@example.org").Body);
        Assert.All(mails, mail => Assert.All([.. world.Releases.Select(release => release.Chiffre), "Amina", "Kanarienvogel"], word => Assert.DoesNotContain(word, mail.Subject + mail.Body)));
    }

    [Fact]
    public async Task Replacing_TellsOnlyThoseWhoseTalksChanged()
    {
        await using var world = await TalkPlanWorld.CreateAsync(2);
        await world.WishAsync(0, 0);
        await world.WishAsync(1, 1);
        await world.NeedsAsync(0, "ara");
        var interpreter = await world.InterpreterAsync("ara");
        await world.ChangeAsync<Interpreter>(i => i.Id == interpreter.Id, i => i.Email = "stimme@example.org");
        await world.PublishedAsync();
        await ForgetMailsAsync(world);

        await ReplaceWithoutAsync(world, world.Registrations[0].Id);

        var mails = await MailsAsync(world);
        string[] told = ["Geändert: Gesprächszeiten Ihrer Teilnehmenden", "Geändert: keine geplanten Gespräche mehr", "Ihre geplanten Gespräche haben sich geändert"];
        Assert.Equal(told, mails.Select(mail => mail.Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task PeopleWhoAgreed_GetTheirTimesOnceInTheirLanguage_AndHearOfChanges()
    {
        await using var world = await TalkPlanWorld.CreateAsync(3);
        await world.WishAllAsync();
        await AgreeAsync(world, 0, "amina@example.org");
        await AgreeAsync(world, 1, "reported@example.org");
        var reported = world.Registrations[1].Id;
        await world.ChangeAsync<Registration>(r => r.Id == reported, r => (r.Invitation, r.Purpose) = (InvitationKind.RequestToReport, ReportingPurpose.Placement));
        var letters = Letters(world);
        await world.PlannedAsync();
        Assert.Equal(0, await letters.SendDueAsync(TestContext.Current.CancellationToken));

        await world.PublishedAsync();
        await ForgetMailsAsync(world);
        Assert.Equal(1, await letters.SendDueAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await letters.SendDueAsync(TestContext.Current.CancellationToken));

        var mail = Assert.Single(await MailsAsync(world));
        Assert.Equal(("amina@example.org", world.Registrations[0].Id), (mail.To, mail.RegistrationId!.Value));
        Assert.Contains("مقابلاتكم", mail.Subject);
        PaperPress.AssertInOrder(mail.Body, "تم تحديد أوقات مقابلاتكم.", "Ihre Gesprächszeiten stehen fest.", "Ihre Gespräche", "(Tisch 1)");
        Assert.All(["Betrieb 0", "Betrieb 1", "Betrieb 2"], company => Assert.Contains(company, mail.Body));
        Assert.All(["Betrieb 0", "Betrieb 1", "Betrieb 2"], company => Assert.Contains(company, Unfolded(mail.CalendarText!)));
        Assert.DoesNotContain(world.Releases[0].Chiffre, mail.Body + mail.CalendarText);

        await ForgetMailsAsync(world);
        await ReplaceWithoutAsync(world, world.Registrations[0].Id);
        await ForgetMailsAsync(world);
        Assert.Equal(1, await letters.SendDueAsync(TestContext.Current.CancellationToken));
        Assert.Contains("haben sich geändert", Assert.Single(await MailsAsync(world)).Body);

        await world.WithdrawAsync(0);
        await ForgetMailsAsync(world);
        await ReplaceWithoutAsync(world, world.Registrations[0].Id, count: 1);
        await ForgetMailsAsync(world);
        Assert.Equal(1, await letters.SendDueAsync(TestContext.Current.CancellationToken));
        var off = Assert.Single(await MailsAsync(world));
        Assert.Contains("fallen weg", off.Body);
        Assert.DoesNotContain("Betrieb", off.Body);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task FourPortals_WriteToEachPersonOnce(DatabaseProvider provider)
    {
        await using var world = await TalkPlanWorld.CreateAsync(3, provider);
        await world.WishAllAsync();
        foreach (var person in Enumerable.Range(0, 3))
        {
            await AgreeAsync(world, person, $"person{person}@example.org");
        }

        await world.PublishedAsync();
        await ForgetMailsAsync(world);
        var counts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Letters(world).SendDueAsync(CancellationToken.None))));

        Assert.Equal(3, counts.Sum());
        Assert.Equal(3, (await MailsAsync(world)).Select(mail => mail.To).Distinct().Count());
        Assert.Equal(3, (await MailsAsync(world)).Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task CaseManagersList_SaysWhomTheyTell(DatabaseProvider provider)
    {
        await using var world = await TalkPlanWorld.CreateAsync(3, provider);
        await world.WishAllAsync();
        await AgreeAsync(world, 0, "amina@example.org");
        await world.PublishedAsync();
        await world.WithdrawAsync(2);

        var list = (await List(world, world.Manager).ListAsync(world.Event.Id, TestContext.Current.CancellationToken)).Value!.People;

        Assert.Equal(world.Releases.Take(2).Select(release => (release.Chiffre, 3)).ToHashSet(), list.Select(row => (row.Chiffre, row.Talks.Count)).ToHashSet());
        Assert.Equal([true, false], list.OrderByDescending(row => row.ByMail).Select(row => row.ByMail));
        Assert.Equal(world.Registrations[0].Id, list.Single(row => row.ByMail).RegistrationId);
        var stranger = TestUser.CaseManager((await world.Database.OrganisationAsync()).Id);
        Assert.Empty((await List(world, stranger).ListAsync(world.Event.Id, TestContext.Current.CancellationToken)).Value?.People ?? []);
        foreach (var role in TestUser.RolesWithout(Permission.ViewParticipants))
        {
            Assert.Equal(Errors.Forbidden, (await List(world, TestUser.With(world.Event.OrganisationId, role)).ListAsync(world.Event.Id, TestContext.Current.CancellationToken)).Error);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Calendars_HaveTheTalksOfThePublishedPlan(DatabaseProvider provider)
    {
        await using var world = await TalkPlanWorld.CreateAsync(1, provider);
        await world.WishAsync(0, 0);
        await world.WishAsync(0, 1);
        await world.NeedsAsync(0, "ara");
        var self = TestUser.With(world.Event.OrganisationId, Role.Interpreter);
        await world.InterpreterAsync("ara", user: self.Id);
        await using var db = world.Database.CreateDbContext();
        var assignment = await db.InterpreterAssignments.Select(a => a.Id).SingleAsync(TestContext.Current.CancellationToken);
        var links = new CalendarLinkQueries(world.Database, world.Clock, world.Codes, TalkPlanWorld.Address);
        Task<string> TicketAsync() => TextAsync(links.TicketAsync(world.Registrations[0].TicketCode, default));
        Task<string> AssignmentAsync() => TextAsync(new CalendarQueries(world.Database, self, world.Clock, world.Codes, TalkPlanWorld.Address).AssignmentAsync(assignment, default));
        var draft = await world.PlannedAsync();
        Assert.DoesNotContain("Betrieb", await TicketAsync() + await AssignmentAsync());
        await world.PublishAsync(draft);

        var when = (await world.TalksAsync(draft)).ConvertAll(talk => $"{talk.StartsAt:HH:mm}–{talk.EndsAt:HH:mm}");
        Assert.Equal(2, when.Count);
        var (ticket, work) = (await TicketAsync(), await AssignmentAsync());
        Assert.All([ticket, work], text => Assert.All(["Betrieb 0", "Betrieb 1", .. when], word => Assert.Contains(word, text)));
        Assert.All([ticket, work], text => Assert.Contains("SEQUENCE:1", text));
        Assert.All([ticket, work], text => Assert.All([world.Releases[0].Chiffre, "Amina", "Kanarienvogel"], word => Assert.DoesNotContain(word, text)));

        await world.WithdrawAsync(0);
        Assert.DoesNotContain("Betrieb", await TicketAsync() + await AssignmentAsync());
    }

    private static async Task<string> TextAsync(Task<Result<string>> read) => Unfolded((await read).Value!);

    // Long lines are folded with a line break and a space (RFC 5545, 3.1).
    private static string Unfolded(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal).Replace("\n ", "", StringComparison.Ordinal);

    private static TalkLetters Letters(TalkPlanWorld world) => new(world.Database, world.Clock, world.Codes, TalkPlanWorld.Address);

    private static TalkLetterQueries List(TalkPlanWorld world, ICurrentUser user) => new(world.Database, user, world.Clock, world.Codes);

    // The next plan leaves a person's last talks out.
    private static async Task ReplaceWithoutAsync(TalkPlanWorld world, RegistrationId person, int count = 1)
    {
        var id = await world.PlannedAsync();
        foreach (var _ in Enumerable.Range(0, count))
        {
            if ((await world.TalksAsync(id)).Where(talk => talk.RegistrationId == person).OrderBy(talk => talk.StartsAt).LastOrDefault() is { } last)
            {
                Assert.Null((await new DropTalk(world.Database, world.Organiser, world.Clock, world.Codes).ExecuteAsync(id, await world.VersionAsync(id), last.Id, default)).Error);
            }
        }

        Assert.Null((await world.PublishAsync(id)).Error);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private static Task OwnAsync(TalkPlanWorld world, int person, UserId owner)
    {
        var id = world.Releases[person].ParticipantId;
        return world.ChangeAsync<Participant>(p => p.Id == id, p => p.OwnerId = owner);
    }

    private static async Task AgreeAsync(TalkPlanWorld world, int person, string email)
    {
        var id = world.Releases[person].ParticipantId;
        await world.ChangeAsync<Participant>(p => p.Id == id, p => (p.Email, p.FirstLanguage, p.SpokenGerman) = (email, "ara", LanguageLevel.B2));
        await world.Database.SaveAsync(new Consent
        {
            ParticipantId = id, OrganisationId = world.Event.OrganisationId, Purpose = ConsentPurpose.ContactByMessage, GivenOn = world.Event.Date.AddDays(-9), ValidUntil = world.Event.Date.AddMonths(3),
            RecordedAt = Given.Start, RecordedBy = UserId.New(), TextVersion = "2026-11", Language = "ar",
        });
    }

    private static async Task<List<OutboxMessage>> MailsAsync(TalkPlanWorld world)
    {
        await using var db = world.Database.CreateDbContext();
        return await db.Outbox.AsNoTracking().OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static async Task ForgetMailsAsync(TalkPlanWorld world)
    {
        await using var db = world.Database.CreateDbContext();
        await db.Outbox.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
    }
}
