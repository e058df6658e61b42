using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Events;
using Integration.Invitations;
using Integration.Messaging;
using Integration.Privacy;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Integration.Core.Tests.Invitations;

public sealed class InvitationTests
{
    private const double Mm = 72 / 25.4;

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task PersonWithAddressAndConsent_IsWrittenToOnce_TheOthersStayNoted(DatabaseProvider provider)
    {
        await using var world = await InvitationWorld.CreateAsync(provider);
        var mailed = await world.PersonAsync("Haddad");
        var silent = await world.PersonAsync("Karimi", consent: false);
        var addressless = await world.PersonAsync("Yilmaz", email: "");

        Assert.Equal(new SentInvitations(1, 2), (await world.SendAsync()).Value);
        Assert.Equal(new SentInvitations(0, 2), (await world.SendAsync()).Value);

        Assert.Equal(
            [RegistrationState.Invited, RegistrationState.Noted, RegistrationState.Noted],
            new[] { await world.StateAsync(mailed), await world.StateAsync(silent), await world.StateAsync(addressless) });
        var mail = Assert.Single(await world.MailsAsync());
        Assert.Equal(("person@example.org", mailed.Id), (mail.To, mail.RegistrationId));
        Assert.Contains($"https://portal.example/t/{mailed.TicketCode}", mail.Body, StringComparison.Ordinal);
        Assert.Contains(world.Event.Title, mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("Haddad", mail.Subject + mail.Body + mail.CalendarText, StringComparison.Ordinal);
        // In the person's language first, marked as not yet confirmed, then in German.
        Assert.True(mail.Body.IndexOf("مسودة", StringComparison.Ordinal) < mail.Body.IndexOf("wir laden Sie", StringComparison.Ordinal));
        Assert.Contains("Die Teilnahme ist freiwillig", mail.Body, StringComparison.Ordinal);
        Assert.StartsWith($"registration-{mailed.Id}@portal.example", Ical.Net.Calendar.Load(mail.CalendarText!)!.Events.Single().Uid, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task RequestToReport_IsNeitherSentNorPrinted(DatabaseProvider provider)
    {
        await using var world = await InvitationWorld.CreateAsync(provider);
        var asked = await world.PersonAsync("Haddad", kind: InvitationKind.RequestToReport);

        Assert.Equal(new SentInvitations(0, 0), (await world.SendAsync([asked.Id])).Value);
        using var file = new MemoryStream();
        Assert.Equal(DocumentErrors.NoLetters, (await world.PrintAsync(file, new() { JobEventId = world.Event.Id, Registrations = [asked.Id] })).Error);

        Assert.Empty(await world.MailsAsync());
        Assert.Equal(RegistrationState.Noted, await world.StateAsync(asked));
    }

    [Fact]
    public async Task ConsentThatWasWithdrawnOrIsOver_IsNoConsent()
    {
        await using var world = await InvitationWorld.CreateAsync();
        await world.PersonAsync("Haddad");
        await world.PersonAsync("Karimi");
        await using (var db = world.Database.CreateDbContext())
        {
            var consents = await db.Consents.ToListAsync();
            consents[0].WithdrawnAt = Given.Start;
            consents[1].ValidUntil = DateOnly.FromDateTime(Given.Start).AddDays(-1);
            await db.SaveChangesAsync();
        }

        Assert.Equal(new SentInvitations(0, 2), (await world.SendAsync()).Value);
        Assert.Empty(await world.MailsAsync());
    }

    [Fact]
    public async Task AgreedAppointment_IsNotCalledVoluntary()
    {
        await using var world = await InvitationWorld.CreateAsync();
        await world.PersonAsync("Haddad", language: "deu", kind: InvitationKind.CooperationPlan);
        await world.SendAsync();
        var mail = Assert.Single(await world.MailsAsync());
        Assert.Contains("mit uns vereinbart", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("freiwillig", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RoleWithoutTheRight_AndForeignOrganisation_InviteNobody()
    {
        await using var world = await InvitationWorld.CreateAsync();
        var own = await world.PersonAsync("Haddad");
        using var file = new MemoryStream();
        foreach (var role in TestUser.RolesWithout(Permission.RegisterForEvents))
        {
            var user = TestUser.With(world.Organisation.Id, role);
            Assert.Equal(Errors.Forbidden, (await world.SendAsync(user: user)).Error);
            Assert.Equal(Errors.Forbidden, (await world.PrintAsync(file, user: user)).Error);
        }

        var foreign = TestUser.CaseManager((await world.Database.OrganisationAsync()).Id);
        Assert.Equal(EventErrors.NotTakingPart, (await world.SendAsync([own.Id], foreign)).Error);
        Assert.Equal(EventErrors.NotTakingPart, (await world.PrintAsync(file, user: foreign)).Error);
        Assert.Empty(await world.MailsAsync());
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Letter_HasTheAddressInTheWindowAndASecondPageInThePersonsLanguage(DatabaseProvider provider)
    {
        await using var world = await InvitationWorld.CreateAsync(provider);
        var mailed = await world.PersonAsync("Haddad");
        var letter = await world.PersonAsync("Karimi", language: "tur", consent: false);
        var german = await world.PersonAsync("Weber", language: "deu", email: "");
        using var file = new MemoryStream();

        var printed = await world.PrintAsync(file, new() { JobEventId = world.Event.Id, OnlyWithoutMail = true });

        Assert.Equal((2, 3), (printed.Value!.Letters, printed.Value.Sheets));
        Assert.Equal(
            [RegistrationState.Noted, RegistrationState.Invited, RegistrationState.Invited],
            new[] { await world.StateAsync(mailed), await world.StateAsync(letter), await world.StateAsync(german) });
        using var pdf = PdfDocument.Open(file.ToArray());
        var first = pdf.GetPage(1);
        foreach (var word in first.GetWords().Where(word => word.Text is "Karimi" or "Straße" or "49733"))
        {
            var (left, top) = (word.BoundingBox.Left / Mm, (first.Height - word.BoundingBox.Top) / Mm);
            Assert.InRange(left, 20, 105);
            Assert.InRange(top, 45 + 17.7, 90);
        }

        Assert.Contains(first.GetWords(), word => word.Text == "Karimi");
        Assert.Contains(first.GetWords(), word => word.Text == "freiwillig.");
        Assert.Contains(pdf.GetPage(2).GetWords(), word => word.Text == "gönüllüdür.");
        Assert.DoesNotContain(pdf.GetPages().SelectMany(page => page.GetWords()), word => word.Text == "Haddad");
        Assert.Equal([105, 148.5, 210], Marks(first));
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(2, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.Printed && entry.SubjectKind == "Participant"));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Standing_TellsHowEachIsInvited_AndWhomTheMailDidNotReach(DatabaseProvider provider)
    {
        await using var world = await InvitationWorld.CreateAsync(provider);
        await world.PersonAsync("Haddad");
        await world.PersonAsync("Karimi", consent: false);
        await world.PersonAsync("Yilmaz", kind: InvitationKind.RequestToReport);
        var queries = new InvitationQueries(world.Database, world.User, world.Clock, world.Codes);
        Assert.Equal([("Haddad, Samira", true), ("Karimi, Samira", false)], (await queries.StandingAsync(world.Event.Id, CancellationToken.None)).Noted.Select(person => (person.Name, person.ByMail)));

        await world.SendAsync();
        var queue = new OutboxQueue(world.Database, world.Clock);
        await queue.RefusedAsync((await queue.ClaimAsync(CancellationToken.None))!, "550", forGood: true);

        var unreached = Assert.Single((await queries.StandingAsync(world.Event.Id, CancellationToken.None)).Unreached);
        Assert.Equal(("Haddad, Samira", "550"), (unreached.Name, unreached.Refusal));
        var foreign = new InvitationQueries(world.Database, TestUser.CaseManager((await world.Database.OrganisationAsync()).Id), world.Clock, world.Codes);
        Assert.Empty((await foreign.StandingAsync(world.Event.Id, CancellationToken.None)).Unreached);
    }

    /// <summary>Hairlines at the left edge, in millimetres from the top of the sheet.</summary>
    private static IEnumerable<double> Marks(Page page) => page.Paths
        .Select(path => path.GetBoundingRectangle()).Where(box => box is { } mark && mark.Left / Mm < 10 && mark.Width / Mm is > 3 and < 7)
        .Select(box => Math.Round((page.Height - box!.Value.Top) / Mm * 2) / 2).Distinct().Order();
}
