using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Organisations;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Events;

public sealed class VouchTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task LeadAndHostVouch_AnOrganisationThatTakesNoPartDoesNot(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var lead = await database.OrganisationAsync();
        var host = await database.OrganisationAsync();
        var other = await database.OrganisationAsync();
        var employer = await database.OrganisationAsync(o => o.Kind = OrganisationKind.Employer);
        var jobEvent = await EventAsync(database, lead.Id, employer.Id, host.Id);

        Assert.Equal(EventErrors.NotTakingPart, (await VouchAsync(database, other.Id, jobEvent.Id, employer.Id)).Error);
        Assert.Null((await EmployerAsync(database)).VouchedAt);
        Assert.True((await VouchAsync(database, host.Id, jobEvent.Id, employer.Id)).Done);
        Assert.NotNull((await EmployerAsync(database)).VouchedAt);
        Assert.Equal(EventErrors.NotTakingPart, (await VouchAsync(database, other.Id, jobEvent.Id, employer.Id, vouch: false)).Error);
        Assert.True((await VouchAsync(database, lead.Id, jobEvent.Id, employer.Id, vouch: false)).Done);
        Assert.Null((await EmployerAsync(database)).VouchedAt);
    }

    [Fact]
    public async Task OwnOrganisation_IsVouchedForByOthers()
    {
        await using var database = await TestDatabase.CreateAsync();
        var lead = await database.OrganisationAsync();
        var employer = await database.OrganisationAsync(o => o.Kind = OrganisationKind.Employer);
        var jobEvent = await EventAsync(database, lead.Id, employer.Id, employer.Id);

        Assert.Equal("Event_OwnEmployer", (await VouchAsync(database, employer.Id, jobEvent.Id, employer.Id)).Error?.Code);
        Assert.Null((await EmployerAsync(database)).VouchedAt);
    }

    private static Task<JobEvent> EventAsync(TestDatabase database, OrganisationId lead, OrganisationId employer, OrganisationId host) =>
        database.JobEventAsync(lead, e =>
        {
            e.Hosts.Add(new JobEventHost { JobEventId = e.Id, OrganisationId = host });
            e.Employers.Add(new ExpectedEmployer { JobEventId = e.Id, OrganisationId = employer });
        });

    private static Task<Result> VouchAsync(TestDatabase database, OrganisationId organisation, JobEventId jobEvent, OrganisationId employer, bool vouch = true) =>
        new VouchForEmployer(database, TestUser.With(organisation, Role.EmployerService), TimeProvider.System)
            .ExecuteAsync(jobEvent, employer, vouch, CancellationToken.None);

    private static async Task<ExpectedEmployer> EmployerAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return (await db.JobEvents.Include(e => e.Employers).SingleAsync()).Employers.Single();
    }
}
