using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Organisations;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Events;

public sealed class SaveJobEventTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task OtherEmployersAlone_AreANewVersion_AnOlderFormIsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var lead = await database.OrganisationAsync();
        var employer = await database.OrganisationAsync(o => o.Kind = OrganisationKind.Employer);
        var jobEvent = await database.JobEventAsync(lead.Id);
        using var codes = new CodeCatalogSource(database, TimeProvider.System);
        var save = new SaveJobEvent(database, TestUser.With(lead.Id, Role.Organiser), TimeProvider.System, codes);
        var older = FormOf(jobEvent);
        var newer = FormOf(jobEvent);
        newer.Employers.Add(employer.Id);

        var saved = await save.ExecuteAsync(newer, CancellationToken.None);
        Assert.True(saved.Done, saved.Error?.Code);

        Assert.Equal(Errors.Conflict, (await save.ExecuteAsync(older, CancellationToken.None)).Error);
        Assert.Equal(employer.Id, Assert.Single((await ReadAsync(database)).Employers).OrganisationId);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Vouched_AFormFromBeforeIsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var lead = await database.OrganisationAsync();
        var employer = await database.OrganisationAsync(o => o.Kind = OrganisationKind.Employer);
        var jobEvent = await database.JobEventAsync(lead.Id, e => e.Employers.Add(new ExpectedEmployer { JobEventId = e.Id, OrganisationId = employer.Id }));
        using var codes = new CodeCatalogSource(database, TimeProvider.System);
        var save = new SaveJobEvent(database, TestUser.With(lead.Id, Role.Organiser), TimeProvider.System, codes);
        var without = FormOf(jobEvent);
        var vouched = await new VouchForEmployer(database, TestUser.With(lead.Id, Role.EmployerService), TimeProvider.System)
            .ExecuteAsync(jobEvent.Id, employer.Id, vouch: true, CancellationToken.None);
        Assert.True(vouched.Done, vouched.Error?.Code);

        Assert.Equal(Errors.Conflict, (await save.ExecuteAsync(without, CancellationToken.None)).Error);
        Assert.NotNull(Assert.Single((await ReadAsync(database)).Employers).VouchedAt);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task FormsAtTheSameMoment_OneIsSaved(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var lead = await database.OrganisationAsync();
        var hosts = new[] { await database.OrganisationAsync(), await database.OrganisationAsync() };
        var jobEvent = await database.JobEventAsync(lead.Id);
        using var codes = new CodeCatalogSource(database, TimeProvider.System);
        var save = new SaveJobEvent(database, TestUser.With(lead.Id, Role.Organiser), TimeProvider.System, codes);

        var both = await Task.WhenAll(hosts.Select(host => Task.Run(() =>
        {
            var form = FormOf(jobEvent);
            form.Hosts.Add(host.Id);
            return save.ExecuteAsync(form, CancellationToken.None);
        })));

        Assert.Equal(Errors.Conflict, Assert.Single(both, saved => !saved.Done).Error);
        Assert.Single((await ReadAsync(database)).Hosts);
    }

    private static SaveJobEvent.Form FormOf(JobEvent jobEvent) => new()
    {
        Id = jobEvent.Id,
        Version = jobEvent.Version,
        Key = jobEvent.Key,
        Kind = jobEvent.Kind,
        Title = jobEvent.Title,
        Date = jobEvent.Date,
        StartsAt = jobEvent.StartsAt,
        EndsAt = jobEvent.EndsAt,
        Place = jobEvent.Place,
        Street = jobEvent.Street,
        Town = jobEvent.Town,
        RegionName = jobEvent.RegionName,
        State = jobEvent.State,
    };

    private static async Task<JobEvent> ReadAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return await db.JobEvents.Include(e => e.Employers).Include(e => e.Hosts).AsSplitQuery().SingleAsync();
    }
}
