using Integration.Access;
using Integration.Common;
using Integration.Messaging;
using Integration.Reports;
using Integration.Testing;
using Integration.Web.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace Integration.Web.Tests.Messaging;

/// <summary>From the outbox to a real mail server in another process.</summary>
public sealed class MailDeliveryTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Given.Start));
    private TestDatabase _database = null!;
    private MailServerProcess _server = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _server = await MailServerProcess.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Mail_ArrivesOnceWithItsHeadingsAndItsCalendar()
    {
        var calendar = Integration.Calendars.EventCalendar.Write(
            new Integration.Calendars.CalendarFacts { Uid = "event-1@portal.example", Sequence = 2, BeginsAt = Given.Start, EndsAt = Given.Start.AddHours(1), Title = "Börse", Organiser = "Landkreis", OrganiserEmail = "a@example.org", Cancelled = true }, Given.Start);
        var id = await WriteAsync("person@example.org", calendar);

        await RunAsync(() => Task.FromResult(_server.Taken.Count == 1));

        var mail = Assert.Single(_server.Taken);
        Assert.Equal(("portal@example.org", "person@example.org", "Einladung: Börse"), (mail.From.Mailboxes.Single().Address, mail.To.Mailboxes.Single().Address, mail.Subject));
        Assert.Equal($"{id}@example.org", mail.MessageId);
        Assert.Equal(Given.Start, mail.Date.UtcDateTime);
        Assert.Contains("Grüße", mail.TextBody, StringComparison.Ordinal);
        var part = Assert.IsType<TextPart>(mail.BodyParts.Single(p => p.ContentType.MimeType == "text/calendar"));
        Assert.Equal("CANCEL", part.ContentType.Parameters["method"]);
        Assert.Equal("event-1@portal.example", Ical.Net.Calendar.Load(part.Text)!.Events.Single().Uid);
        var row = await RowAsync(id);
        Assert.Equal(("", null, null), (row.Body, row.CalendarText, row.GivenUpAt));
    }

    [Fact]
    public async Task TemporaryRefusal_IsTriedAgainLaterAndThenTaken()
    {
        var id = await WriteAsync("later@example.org");
        await RunAsync(async () => (await RowAsync(id)).Refusal == "451");
        var waiting = await RowAsync(id);
        Assert.Equal((null, null, Given.Start.AddMinutes(1)), (waiting.SentAt, waiting.GivenUpAt, waiting.DueAt));
        Assert.Empty(_server.Taken);

        _clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(async () => (await RowAsync(id)).Body.Length == 0);
        Assert.Single(_server.Taken);
        Assert.Equal((2, ""), ((await RowAsync(id)).Attempts, (await RowAsync(id)).Refusal));
    }

    [Fact]
    public async Task UnknownMailbox_IsGivenUpAtOnce_AndOnlyItsOwnAdministratorsReadSo()
    {
        var own = await _database.OrganisationAsync();
        var colleague = await _database.UserAsync(own.Id, Role.CaseManager);
        await using (var db = _database.CreateDbContext())
        {
            await db.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.Email, "never@example.org"), TestContext.Current.CancellationToken);
        }

        var id = await WriteAsync("never@example.org");
        await RunAsync(async () => (await RowAsync(id)).GivenUpAt is not null);
        await RunAsync(async () => { await Task.Delay(1500, TestContext.Current.CancellationToken); return true; });

        Assert.Equal((1, "550", ""), ((await RowAsync(id)).Attempts, (await RowAsync(id)).Refusal, (await RowAsync(id)).Body));
        Assert.Equal("550", Assert.Single(await ListAsync(own.Id, Role.Administrator)).Refusal);
        Assert.Empty(await ListAsync((await _database.OrganisationAsync()).Id, Role.Administrator));
        foreach (var role in TestUser.RolesWithout(Permission.ManageUsers))
        {
            Assert.Empty(await ListAsync(own.Id, role));
        }

        Assert.NotNull(colleague);
    }

    [Fact]
    public async Task SilentServer_IsLeftAfterItsTime_AndTheMailBehindIsDelivered()
    {
        var silent = await WriteAsync("silent@example.org");
        _clock.Advance(TimeSpan.FromSeconds(1));
        var behind = await WriteAsync("person@example.org");

        await RunAsync(async () => (await RowAsync(behind)).Body.Length == 0);

        var row = await RowAsync(silent);
        Assert.Null(row.SentAt);
        Assert.NotEmpty(row.Refusal);
        Assert.NotEmpty(row.Body);
        Assert.Single(_server.Taken);
    }

    [Fact]
    public async Task FourPortalsAtOneOutbox_HandOverEachMailOnce()
    {
        const int Mails = 60;
        for (var i = 0; i < Mails; i++)
        {
            await WriteAsync($"person{i}@example.org");
        }

        await RunAsync(async () => { await using var db = _database.CreateDbContext(); return !await db.Outbox.AnyAsync(m => m.Body != "", TestContext.Current.CancellationToken); }, portals: 4);

        Assert.Equal(Mails, _server.Taken.Count);
        Assert.Equal(Mails, _server.Taken.Select(mail => mail.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task PortalThatDiedWhileSending_DoesNotSendAgain_AndTheAdministratorReadsThatItIsUnclear()
    {
        var own = await _database.OrganisationAsync();
        await _database.UserAsync(own.Id, Role.CaseManager);
        await using (var db = _database.CreateDbContext())
        {
            await db.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.Email, "person@example.org"), TestContext.Current.CancellationToken);
        }

        await WriteAsync("person@example.org");
        // Claimed, and then the process ended: nobody knows whether the server had taken it.
        Assert.NotNull(await new OutboxQueue(_database, _clock).ClaimAsync(TestContext.Current.CancellationToken));

        _clock.Advance(TimeSpan.FromMinutes(30));
        await RunAsync(async () => { await Task.Delay(2500, TestContext.Current.CancellationToken); return true; });

        Assert.Empty(_server.Taken);
        Assert.Equal("", Assert.Single(await ListAsync(own.Id, Role.Administrator)).Refusal);
    }

    private async Task<MessageId> WriteAsync(string to, string? calendar = null)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var mail = new OutboxMessage { To = to, Subject = "Einladung: Börse", Body = "Viele Grüße", CalendarText = calendar, CreatedAt = now, DueAt = now };
        return (await _database.SaveAsync(mail)).Id;
    }

    private async Task<OutboxMessage> RowAsync(MessageId id)
    {
        await using var db = _database.CreateDbContext();
        return await db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id, TestContext.Current.CancellationToken);
    }

    private Task<IReadOnlyList<UndeliveredMail>> ListAsync(OrganisationId organisation, Role role) =>
        new UndeliveredMailQueries(_database, TestUser.With(organisation, role), _clock).ListAsync(TestContext.Current.CancellationToken);

    /// <summary>Runs portals' dispatchers until it has come to something.</summary>
    private async Task RunAsync(Func<Task<bool>> reached, int portals = 1)
    {
        var options = new SmtpOptions { Host = "127.0.0.1", Port = _server.Port, AllowPlain = true, From = "portal@example.org", TimeoutSeconds = 3 };
        var dispatchers = Enumerable.Range(0, portals)
            .Select(_ => new OutboxDispatcher(new OutboxQueue(_database, _clock), new SmtpTransport(options), NullLogger<OutboxDispatcher>.Instance)).ToList();
        foreach (var dispatcher in dispatchers)
        {
            await dispatcher.StartAsync(TestContext.Current.CancellationToken);
        }

        try
        {
            for (var i = 0; i < 300; i++)
            {
                if (await reached())
                {
                    return;
                }

                await Task.Delay(100, TestContext.Current.CancellationToken);
            }

            Assert.Fail("It did not come to that within 30 seconds.");
        }
        finally
        {
            foreach (var dispatcher in dispatchers)
            {
                await dispatcher.StopAsync(CancellationToken.None);
                dispatcher.Dispose();
            }
        }
    }
}
