using System.Text;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Invitations;
using Integration.Privacy;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Invitations;

public sealed class RequestFileTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task OwnRequestsToReport_AreWrittenForTheLetter_AndNothingElse(DatabaseProvider provider)
    {
        await using var world = await InvitationWorld.CreateAsync(provider);
        await world.PersonAsync("Haddad", kind: InvitationKind.RequestToReport, state: RegistrationState.Invited);
        await world.PersonAsync("Freiwillig", state: RegistrationState.Invited);
        await world.PersonAsync("Fremd", kind: InvitationKind.RequestToReport, owned: false);
        await world.PersonAsync("Zurückgezogen", kind: InvitationKind.RequestToReport, state: RegistrationState.Withdrawn);

        var file = await new ExportRequestsToReport(world.Database, world.User, world.Clock).ExecuteAsync(world.Event.Id, default);

        Assert.True(file.Done, file.Error?.Code);
        var lines = Encoding.UTF8.GetString(file.Value).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains("Haddad;Samira;Lange Straße 5;49733", lines[1], StringComparison.Ordinal);
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(1, (await db.AuditEntries.SingleAsync(entry => entry.Act == AuditAct.Exported)).Count);
    }

    [Fact]
    public async Task WithoutRequestsOfOnesOwn_ThereIsNoFile()
    {
        await using var world = await InvitationWorld.CreateAsync();
        await world.PersonAsync("Fremd", kind: InvitationKind.RequestToReport, owned: false);

        Assert.Equal(Errors.NotFound, (await new ExportRequestsToReport(world.Database, world.User, world.Clock).ExecuteAsync(world.Event.Id, default)).Error);
    }
}
