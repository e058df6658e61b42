using Integration.Access;
using Integration.Common;
using Integration.Core.Tests.Profiles;
using Integration.Data;
using Integration.Talks;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Talks;

public sealed class ServiceContactTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Service_ActsForACompany_AndSeesHowItStands(DatabaseProvider provider)
    {
        await using var world = await TalkWorld.CreateAsync(provider);
        var person = await world.PersonAsync();
        var company = world.Companies[0].OrganisationId;
        Assert.Equal(2, (await Queries(world).EmployersAsync(world.Event, default)).Value!.Count);
        Assert.Equal(new ServedProfile(world.Event, person.Token, ContactState.Interest, false, false, false), Assert.Single((await Queries(world).ProfilesAsync(company, default)).Value!));

        Assert.True((await new ShowInterestForEmployer(world.Database, world.Service, world.Clock).ExecuteAsync(world.Event, person.Token, company, true, default)).Done);
        Assert.True((await new RequestContactForEmployer(world.Database, world.Service, world.Clock, TalkWorld.Address).ExecuteAsync(world.Event, person.Token, company, default)).Done);
        Assert.True((await new RecordTalk(world.Database, world.Service, world.Clock).ExecuteAsync(world.Event, person.Token, company, default)).Done);
        Assert.Equal(new ServedProfile(world.Event, person.Token, ContactState.Requested, true, false, true), Assert.Single((await Queries(world).ProfilesAsync(company, default)).Value!));
        Assert.Equal(ContactState.Interest, Assert.Single((await Queries(world).ProfilesAsync(world.Companies[1].OrganisationId, default)).Value!).State);
    }

    /// <summary>A released name reads as taken back from the moment on in which the consent ends, and what is read carries none.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task ReleasedName_IsAStateAndNothingElse(DatabaseProvider provider)
    {
        await using var world = await TalkWorld.CreateAsync(provider);
        var person = await world.PersonAsync();
        var (_, consent) = await world.ReleasedAsync(person, world.Companies[0]);
        var company = world.Companies[0].OrganisationId;
        Assert.Equal(ContactState.Released, Assert.Single((await Queries(world).ProfilesAsync(company, default)).Value!).State);
        Assert.DoesNotContain(typeof(ServedProfile).GetProperties(), property => property.Name.Contains("Name", StringComparison.Ordinal) || property.Name.Contains("Phone", StringComparison.Ordinal));
        await world.WithdrawAsync(consent);
        Assert.Equal(ContactState.Withdrawn, Assert.Single((await Queries(world).ProfilesAsync(company, default)).Value!).State);
    }

    [Fact]
    public async Task Chiffre_IsFoundHoweverTyped_AndOnlyAtItsEvent()
    {
        await using var world = await TalkWorld.CreateAsync();
        var person = await world.PersonAsync();
        string chiffre;
        await using (var db = world.Database.CreateDbContext())
        {
            chiffre = await db.ProfileReleases.Where(release => release.Id == person.Release).Select(release => release.Chiffre).SingleAsync();
        }

        Assert.Equal(person.Token, (await Queries(world).FindAsync(world.Event, " " + chiffre.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal), default)).Value);
        Assert.Equal("Required", (await Queries(world).FindAsync(world.Event, " ", default)).Error?.Code);
        Assert.Equal(ContactErrors.UnknownChiffre, (await Queries(world).FindAsync(world.Event, "EL-26-0000-0", default)).Error);
        Assert.Equal(ContactErrors.UnknownChiffre, (await Queries(world).FindAsync(JobEventId.New(), chiffre, default)).Error);
        await world.LockAsync(person.Release);
        Assert.Equal(ContactErrors.UnknownChiffre, (await Queries(world).FindAsync(world.Event, chiffre, default)).Error);
    }

    [Fact]
    public async Task ClosedAccess_LeavesNobodyToActFor()
    {
        await using var world = await TalkWorld.CreateAsync();
        await world.PersonAsync();
        await world.VouchAsync(world.Companies[0], vouch: false);
        Assert.Equal(world.Companies[1].OrganisationId, Assert.Single((await Queries(world).EmployersAsync(world.Event, default)).Value!).Id);
        Assert.Empty((await Queries(world).ProfilesAsync(world.Companies[0].OrganisationId, default)).Value!);
        world.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Empty((await Queries(world).EmployersAsync(world.Event, default)).Value!);
        Assert.Empty((await Queries(world).ProfilesAsync(world.Companies[1].OrganisationId, default)).Value!);
    }

    [Fact]
    public async Task EverybodyElse_IsRefused_AndAForeignServiceFindsNothing()
    {
        await using var world = await TalkWorld.CreateAsync();
        var person = await world.PersonAsync();
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.EmployerService))
        {
            var queries = new ServiceContactQueries(world.Database, TestUser.With(world.Organisation, role), world.Clock);
            Assert.Equal(Errors.Forbidden, (await queries.EmployersAsync(world.Event, default)).Error);
            Assert.Equal(Errors.Forbidden, (await queries.ProfilesAsync(world.Companies[0].OrganisationId, default)).Error);
            Assert.Equal(Errors.Forbidden, (await queries.FindAsync(world.Event, "x", default)).Error);
        }

        string chiffre;
        await using (var db = world.Database.CreateDbContext())
        {
            chiffre = await db.ProfileReleases.Where(release => release.Id == person.Release).Select(release => release.Chiffre).SingleAsync();
        }

        var foreign = new ServiceContactQueries(world.Database, TestUser.With((await world.Database.OrganisationAsync()).Id, Role.EmployerService), world.Clock);
        Assert.Empty((await foreign.EmployersAsync(world.Event, default)).Value!);
        Assert.Empty((await foreign.ProfilesAsync(world.Companies[0].OrganisationId, default)).Value!);
        Assert.Equal(ContactErrors.UnknownChiffre, (await foreign.FindAsync(world.Event, chiffre, default)).Error);
    }

    private static ServiceContactQueries Queries(TalkWorld world) => new(world.Database, world.Service, world.Clock);
}
