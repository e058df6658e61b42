using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Talks;
using Integration.Testing;

namespace Integration.Core.Tests.Talks;

/// <summary>What becomes of contacts when the profile under them is corrected and released anew.</summary>
public sealed class NewReleaseTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    /// <summary>The profile is corrected and released anew while a company has a name and another waits for an answer: both keep their contact, under the
    /// Chiffre they know and without the text that is gone; mere interest goes with the text it was shown in.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task ProfileReleasedAnew_TakesNoRequestAndNoNameFromACompany(DatabaseProvider provider)
    {
        await using var world = await TalkWorld.CreateAsync(provider);
        var (company, other) = (world.Companies[0], world.Companies[1]);
        var (asked, liked) = (await world.PersonAsync(), await world.PersonAsync());
        await world.ReleasedAsync(asked, company);
        Assert.Null((await world.RequestAsync(other, asked.Token)).Error);
        Assert.Null((await world.InterestAsync(other, liked.Token)).Error);
        var before = await world.SeesAsync(company, asked.Token);

        var renewed = await world.ReleaseAnewAsync(asked.Person, "in vier Wochen");
        await world.ReleaseAnewAsync(liked.Person, "in drei Wochen");
        var kept = Assert.Single((await world.Seen(company).ListAsync(world.Event, default)).Value!);
        Assert.Equal(before with { HasProfile = false }, kept);
        Assert.Equal((asked.Token, ContactState.Requested), (await ListAsync(other)).Select(seen => (seen.Token, seen.State)).Single());
        Assert.Equal(Errors.NotFound, (await world.Seen(company).OfAsync(asked.Token, default)).Error);
        Assert.Equal(new EmployerContact((await world.SeesAsync(company, renewed.Token)).Chiffre, renewed.Token, false, ContactState.Interest, false, null), await world.SeesAsync(company, renewed.Token));

        // The waiting request can still be answered, and is still shown as open.
        var waiting = (await world.ContactAsync(asked.Release, other))!.Id;
        Assert.Contains((await new ContactDeskQueries(world.Database, world.Manager, world.Clock).ListAsync(true, default)).Value!, row => row.Id == waiting && row.Open);
        await world.ConsentAsync(asked.Person, other);
        Assert.Null((await world.ReleaseAsync(waiting)).Error);
        Assert.NotNull((await ListAsync(other)).Single().Person);

        // A profile that is locked and not released again takes everything.
        await world.LockAsync(renewed.Release);
        Assert.Empty(await ListAsync(company));
        Assert.Empty(await ListAsync(other));
        await world.ReleaseAnewAsync(asked.Person, "sofort");
        world.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Empty(await ListAsync(company));

        async Task<IReadOnlyList<EmployerContact>> ListAsync(ICurrentUser of) => (await world.Seen(of).ListAsync(world.Event, default)).Value!;
    }

    /// <summary>The no was to the company, whatever Chiffre it asks under.</summary>
    [Fact]
    public async Task RefusedBeforeANewRelease_AnOlderYesReleasesNothingUnderTheNewChiffre()
    {
        await using var world = await TalkWorld.CreateAsync();
        var person = await world.PersonAsync();
        var company = world.Companies[0];
        await world.ConsentAsync(person.Person, company);
        Assert.Null((await world.RequestAsync(company, person.Token)).Error);
        world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null((await world.RefuseAsync((await world.ContactAsync(person.Release, company))!.Id)).Error);
        var (release, token) = await world.ReleaseAnewAsync(person.Person, "in vier Wochen");
        Assert.Null((await world.RequestAsync(company, token)).Error);
        var again = (await world.ContactAsync(release, company))!.Id;
        Assert.Equal(ContactErrors.NoConsent, (await world.ReleaseAsync(again)).Error);
        Assert.DoesNotContain((await new ContactDeskQueries(world.Database, world.Manager, world.Clock).ListAsync(true, default)).Value!, row => row.HasConsent);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.ConsentAsync(person.Person, company);
        Assert.Null((await world.ReleaseAsync(again)).Error);
    }
}
