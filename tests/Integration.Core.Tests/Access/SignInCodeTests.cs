using System.Text.RegularExpressions;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Access;

public sealed partial class SignInCodeTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Given.Start));

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Code_SignsInOnce_InTheBrowserThatAskedAlone(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var contact = await ContactAsync(database);
        var other = await SendAsync(database, contact.Email!);
        var first = (await CodesAsync(database, contact.Email!)).Single();
        var secret = await SendAsync(database, " " + contact.Email!.ToUpperInvariant());
        var code = (await CodesAsync(database, contact.Email!)).Single(sent => sent != first);

        Assert.Equal(AccessErrors.CodeVoid, (await CheckAsync(database, InvitationToken.New(), code)).Error);
        Assert.Equal(AccessErrors.CodeVoid, (await CheckAsync(database, other, code)).Error);
        Assert.Equal(contact.UserId, (await CheckAsync(database, secret, code.Replace(" ", "", StringComparison.Ordinal))).Value);
        Assert.Equal(AccessErrors.CodeVoid, (await CheckAsync(database, secret, code)).Error);
    }

    [Fact]
    public async Task FiveGuesses_AndTheRightOneComesTooLate()
    {
        await using var database = await TestDatabase.CreateAsync();
        var contact = await ContactAsync(database);
        var secret = await SendAsync(database, contact.Email!);
        var code = (await CodesAsync(database, contact.Email!)).Single();
        var wrong = code == "0000 0000" ? "00000001" : "00000000";
        await Task.WhenAll(Enumerable.Range(0, SignInCode.MaxAttempts).Select(_ => CheckAsync(database, secret, wrong)));
        Assert.Equal(AccessErrors.CodeVoid, (await CheckAsync(database, secret, code)).Error);
    }

    [Fact]
    public async Task TenMinutes_AndItIsOver()
    {
        await using var database = await TestDatabase.CreateAsync();
        var contact = await ContactAsync(database);
        var secret = await SendAsync(database, contact.Email!);
        _clock.Advance(SignInCode.Lifetime);
        Assert.Equal(AccessErrors.CodeVoid, (await CheckAsync(database, secret, (await CodesAsync(database, contact.Email!)).Single())).Error);
    }

    [Fact]
    public async Task StaffRevokedAndUnknown_GetNoMail_AndTheAnswerLooksTheSame()
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = (await database.OrganisationAsync()).Id;
        var staff = await database.UserAsync(organisation, Role.CaseManager);
        var both = await database.UserAsync(organisation, Role.EmployerContact, Role.Administrator);
        var revoked = await ContactAsync(database, u => u.RevokedAt = Given.Start);
        foreach (var email in new[] { staff.Email!, both.Email!, revoked.Email!, "niemand@example.org", "" })
        {
            Assert.Equal(64, (await SendAsync(database, email)).Length);
        }

        await using var db = database.CreateDbContext();
        Assert.False(await db.Outbox.AnyAsync());
        Assert.Equal(5, await db.SignInCodes.CountAsync(code => code.UserId == null));
    }

    [Fact]
    public async Task WhoeverAsksTooOften_GetsNoFurtherMail_UntilTheFirstIsOld()
    {
        await using var database = await TestDatabase.CreateAsync();
        var contact = await ContactAsync(database);
        for (var i = 0; i < SignInCode.MostAtOnce + 3; i++)
        {
            await SendAsync(database, contact.Email!);
        }

        Assert.Equal(SignInCode.MostAtOnce, (await CodesAsync(database, contact.Email!)).Count);
        _clock.Advance(SignInCode.Lifetime);
        await SendAsync(database, contact.Email!);
        Assert.Equal(SignInCode.MostAtOnce + 1, (await CodesAsync(database, contact.Email!)).Count);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ManyWhoAskAtOnce_GetNoMoreMailsThanOneAfterTheOther(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var contact = await ContactAsync(database);
        await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => SendAsync(database, contact.Email!))));
        Assert.Equal(SignInCode.MostAtOnce, (await CodesAsync(database, contact.Email!)).Count);
    }

    private static async Task<AppUser> ContactAsync(TestDatabase database, Action<AppUser>? change = null)
    {
        var user = await database.UserAsync((await database.OrganisationAsync()).Id, Role.EmployerContact);
        if (change is not null)
        {
            await using var db = database.CreateDbContext();
            change(await db.Users.SingleAsync(u => u.Id == user.Id));
            await db.SaveChangesAsync();
        }

        return user;
    }

    private async Task<string> SendAsync(TestDatabase database, string email) => (await new SendSignInCode(database, _clock).ExecuteAsync(email, default)).Value!;

    private Task<Result<UserId>> CheckAsync(TestDatabase database, string secret, string code) => new CheckSignInCode(database, _clock).ExecuteAsync(secret, code, default);

    private static async Task<List<string>> CodesAsync(TestDatabase database, string email)
    {
        await using var db = database.CreateDbContext();
        return (await db.Outbox.Where(m => m.To == email).ToListAsync()).ConvertAll(m => Code().Match(m.Body).Value);
    }

    [GeneratedRegex("[0-9]{4} [0-9]{4}")]
    private static partial Regex Code();
}
