using System.Collections.Concurrent;
using Integration.Common;
using Integration.Data;
using Integration.Messaging;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Messaging;

public sealed class OutboxQueueTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Given.Start));

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task EightPortalsThatClaimAtOnce_EachMailGoesToOne(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        const int Mails = 80;
        for (var i = 0; i < Mails; i++)
        {
            await database.SaveAsync(Mail());
        }

        var claimed = new ConcurrentBag<MessageId>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var queue = new OutboxQueue(database, _clock);
            while (await queue.ClaimAsync(CancellationToken.None) is { } mail)
            {
                claimed.Add(mail.Id);
            }
        })));

        // A portal that lost the race for every mail it had read comes back a second later; nobody may have one twice.
        var rest = new OutboxQueue(database, _clock);
        while (await rest.ClaimAsync(CancellationToken.None) is { } mail)
        {
            claimed.Add(mail.Id);
        }

        Assert.Equal(Mails, claimed.Count);
        Assert.Equal(Mails, claimed.Distinct().Count());
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task MailThatIsRefusedAgainAndAgain_WaitsLongerEachTimeAndIsGivenUp(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.SaveAsync(Mail());
        var queue = new OutboxQueue(database, _clock);
        for (var attempt = 1; attempt <= OutboxQueue.MaxAttempts; attempt++)
        {
            var mail = await queue.ClaimAsync(CancellationToken.None);
            Assert.Equal(attempt, mail?.Attempts);
            Assert.Null(await queue.ClaimAsync(CancellationToken.None));
            await queue.RefusedAsync(mail!, "451", forGood: false);
            _clock.Advance(TimeSpan.FromMinutes(Math.Pow(2, attempt - 1)) - TimeSpan.FromSeconds(1));
            Assert.Null(await queue.ClaimAsync(CancellationToken.None));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Null(await queue.ClaimAsync(CancellationToken.None));
        await using var db = database.CreateDbContext();
        var row = await db.Outbox.SingleAsync();
        Assert.NotNull(row.GivenUpAt);
        Assert.Equal(("451", "", null), (row.Refusal, row.Body, row.SentAt));
    }

    private OutboxMessage Mail() => new() { To = "person@example.org", Subject = "Gruß", Body = "Text", CreatedAt = Given.Start, DueAt = Given.Start };
}
