using Integration.Access;
using Integration.Common;
using Integration.Core.Tests.Talks;
using Integration.Data;
using Integration.EmployerAccess;
using Integration.Events;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.EmployerAccess;

/// <summary>Who may look when. The world's clock stands on the day of the event.</summary>
public sealed class AdmissionScopeTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Window_IsOpenFromTheDayToTheTwentyEighthAfter(DatabaseProvider provider)
    {
        await using var world = await TalkWorld.CreateAsync(provider);
        await world.PersonAsync();
        var (company, day) = (world.Companies[0], world.Today);

        Assert.Equal((false, 0), await SeenAsync(world, company, day.AddDays(-1)));
        Assert.Equal((true, 1), await SeenAsync(world, company, day));
        Assert.Equal((true, 1), await SeenAsync(world, company, day.AddDays(28)));
        Assert.Equal((false, 0), await SeenAsync(world, company, day.AddDays(29)));

        await ChangeAsync(world, company.OrganisationId, employer => employer.OpensOn = day.AddDays(-7));
        Assert.Equal((false, 0), await SeenAsync(world, company, day.AddDays(-8)));
        Assert.Equal((true, 1), await SeenAsync(world, company, day.AddDays(-7)));
        Assert.Equal((false, 0), await SeenAsync(world, company, day.AddDays(29)));
        Assert.Equal((false, 0), await SeenAsync(world, world.Companies[1], day.AddDays(-1)));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WithdrawnVoucher_ClosesItAtOnce_ForThisCompanyAlone(DatabaseProvider provider)
    {
        await using var world = await TalkWorld.CreateAsync(provider);
        await world.PersonAsync();
        var withdrawn = await new VouchForEmployer(world.Database, world.Service, world.Clock).ExecuteAsync(world.Event, world.Companies[0].OrganisationId, vouch: false, default);
        Assert.True(withdrawn.Done);

        Assert.Equal((false, 0), await SeenAsync(world, world.Companies[0], world.Today));
        Assert.Equal((true, 1), await SeenAsync(world, world.Companies[1], world.Today));
    }

    [Theory]
    [InlineData(JobEventState.Cancelled, false)]
    [InlineData(JobEventState.Idea, false)]
    [InlineData(JobEventState.Planned, true)]
    [InlineData(JobEventState.Running, true)]
    [InlineData(JobEventState.Closed, true)]
    public async Task EventsState_OpensOrCloses(JobEventState state, bool open)
    {
        await using var world = await TalkWorld.CreateAsync();
        await world.PersonAsync();
        await using (var db = world.Database.CreateDbContext())
        {
            (await db.JobEvents.SingleAsync(e => e.Id == world.Event)).State = state;
            await db.SaveChangesAsync();
        }

        Assert.Equal((open, open ? 1 : 0), await SeenAsync(world, world.Companies[0], world.Today));
    }

    [Fact]
    public async Task RevokedContact_OtherRolesAndCompaniesNobodyExpects_SeeNothing()
    {
        await using var world = await TalkWorld.CreateAsync();
        await world.PersonAsync();
        var company = world.Companies[0].OrganisationId;
        foreach (var role in TestUser.RolesWithout(Permission.BrowseAtStand))
        {
            Assert.Equal(0, (await SeenAsync(world, TestUser.With(company, role), world.Today)).Profiles);
        }

        Assert.Equal(0, (await SeenAsync(world, TestUser.With((await world.Database.OrganisationAsync()).Id, Role.EmployerContact), world.Today)).Profiles);
        await using (var db = world.Database.CreateDbContext())
        {
            var id = world.Companies[0].Id.Value;
            await db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(set => set.SetProperty(user => user.RevokedAt, Given.Start));
        }

        Assert.Equal((true, 0), await SeenAsync(world, world.Companies[0], world.Today));
    }

    [Fact]
    public async Task OrganiserLetsACompanyIn_ButNotAfterTheDay_AndNobodyElseDoes()
    {
        await using var world = await TalkWorld.CreateAsync();
        var form = new SetAdmission.Form { JobEventId = world.Event, EmployerId = world.Companies[0].OrganisationId, OpensOn = world.Today.AddDays(-3) };
        var organiser = TestUser.With(world.Organisation, Role.Organiser);
        Assert.True((await new SetAdmission(world.Database, organiser, world.Clock).ExecuteAsync(form, default)).Done);
        Assert.True((await SeenAsync(world, world.Companies[0], world.Today.AddDays(-3))).Open);

        form.OpensOn = world.Today.AddDays(1);
        Assert.Equal(EmployerAccessErrors.OpensTooLate, (await new SetAdmission(world.Database, organiser, world.Clock).ExecuteAsync(form, default)).Error);
        var elsewhere = TestUser.With((await world.Database.OrganisationAsync()).Id, Role.Organiser);
        Assert.Equal(EventErrors.NotTakingPart, (await new SetAdmission(world.Database, elsewhere, world.Clock).ExecuteAsync(form, default)).Error);
        foreach (var role in TestUser.RolesWithout(Permission.EditEvents))
        {
            Assert.Equal(Errors.Forbidden, (await new SetAdmission(world.Database, TestUser.With(world.Organisation, role), world.Clock).ExecuteAsync(form, default)).Error);
        }
    }

    private static async Task<(bool Open, int Profiles)> SeenAsync(TalkWorld world, ICurrentUser user, DateOnly on)
    {
        await using var db = world.Database.CreateDbContext();
        return (await db.AdmissionIsOpenAsync(world.Event, user.OrganisationId, on, default), await db.ProfileReleases.ShownToEmployer(user, db, on).CountAsync());
    }

    private static async Task ChangeAsync(TalkWorld world, OrganisationId employer, Action<ExpectedEmployer> change)
    {
        await using var db = world.Database.CreateDbContext();
        change(await db.Set<ExpectedEmployer>().SingleAsync(e => e.JobEventId == world.Event && e.OrganisationId == employer));
        await db.SaveChangesAsync();
    }
}
