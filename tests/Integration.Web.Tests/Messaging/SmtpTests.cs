using System.Globalization;
using System.Text;
using Integration.Access;
using Integration.Messaging;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Integration.Web.Tests.Messaging;

/// <summary>The way out of the outbox through a real socket.</summary>
public sealed class SmtpTests
{
    private const string Receiver = "neu.kollegin@example.org";

    [Fact]
    public async Task Mail_IsTakenByTheServerOnce_AndItsTextIsForgotten()
    {
        await using var server = new MailServer(refusals: 0);
        await using var portal = await StartAsync(server);
        await InviteAsync(portal);

        await UntilAsync(async () => (await OutboxAsync(portal)).Body.Length == 0);
        var mail = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(Assert.Single(server.Taken))), TestContext.Current.CancellationToken);
        Assert.Equal((Receiver, "portal@example.org"), (mail.To.Mailboxes.Single().Address, mail.From.Mailboxes.Single().Address));
        Assert.Contains("/account/invitation?token=", mail.TextBody, StringComparison.Ordinal);
        Assert.NotNull((await OutboxAsync(portal)).SentAt);
        await Task.Delay(2500, TestContext.Current.CancellationToken);
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task RefusedMail_WaitsAndIsSentAgainWhenItsTimeHasCome()
    {
        await using var server = new MailServer(refusals: 1);
        await using var portal = await StartAsync(server);
        await InviteAsync(portal);

        await UntilAsync(async () => server.Refused == 1 && (await OutboxAsync(portal)) is { Attempts: 1, SentAt: null });
        var waiting = await OutboxAsync(portal);
        Assert.InRange(waiting.DueAt - waiting.CreatedAt, TimeSpan.FromSeconds(55), TimeSpan.FromSeconds(90));
        Assert.NotEmpty(waiting.Body);
        await Task.Delay(2500, TestContext.Current.CancellationToken);
        Assert.Empty(server.Taken);

        // The minute passes.
        await using (var db = await portal.Database.CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            await db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, m => m.CreatedAt), TestContext.Current.CancellationToken);
        }

        await UntilAsync(async () => (await OutboxAsync(portal)).Body.Length == 0);
        Assert.Single(server.Taken);
        Assert.Equal(2, (await OutboxAsync(portal)).Attempts);
    }

    [Fact]
    public async Task ServerThatIsAway_LosesNoMail()
    {
        int port;
        await using (var gone = new MailServer(refusals: 0))
        {
            port = gone.Port;
        }

        await using var portal = await StartAsync(port);
        await InviteAsync(portal);
        await UntilAsync(async () => (await OutboxAsync(portal)) is { Attempts: 1, SentAt: null });
        Assert.NotEmpty((await OutboxAsync(portal)).Body);
    }

    private static Task<TestPortal> StartAsync(MailServer server) => StartAsync(server.Port);

    private static Task<TestPortal> StartAsync(int port) => TestPortal.StartAsync(
    [
        "--Smtp:Host", "127.0.0.1", "--Smtp:Port", port.ToString(CultureInfo.InvariantCulture), "--Smtp:AllowPlain", "true", "--Smtp:From", "portal@example.org",
    ]);

    private static async Task InviteAsync(TestPortal portal)
    {
        var invite = ActivatorUtilities.CreateInstance<InviteUser>(portal.Services, await portal.FixedUserAsync(Role.Administrator));
        var invited = await invite.ExecuteAsync(new InviteUser.Form { Email = Receiver, DisplayName = "Neu", Roles = [Role.CaseManager] }, TestContext.Current.CancellationToken);
        Assert.True(invited.Done, invited.Error?.Code);
    }

    private static async Task<OutboxMessage> OutboxAsync(TestPortal portal)
    {
        await using var db = await portal.Database.CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.Outbox.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
    }

    private static async Task UntilAsync(Func<Task<bool>> reached)
    {
        for (var i = 0; i < 150; i++)
        {
            if (await reached())
            {
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail("It did not come to that within 15 seconds.");
    }
}
