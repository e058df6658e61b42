using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Employers;
using Integration.Events;
using Integration.Organisations;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Employers;

/// <summary>A Jobcenter with an event, and a company that is expected there.</summary>
internal sealed class EmployerWorld : IAsyncDisposable
{
    private readonly CodeCatalogSource _codes;

    private EmployerWorld(TestDatabase database, Organisation organisation, Organisation company, JobEvent jobEvent)
    {
        (Database, Organisation, Company, Event) = (database, organisation, company, jobEvent);
        _codes = new CodeCatalogSource(database, Clock);
        (Service, Contact) = (TestUser.With(organisation.Id, Role.EmployerService), TestUser.With(company.Id, Role.EmployerContact));
    }

    public TestDatabase Database { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(Given.Start));

    public Organisation Organisation { get; }

    public Organisation Company { get; }

    public JobEvent Event { get; }

    public FixedUser Service { get; }

    public FixedUser Contact { get; }

    public static async Task<EmployerWorld> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var company = await CompanyAsync(database);
        var jobEvent = await database.JobEventAsync(organisation.Id, e => e.Employers = [new ExpectedEmployer { OrganisationId = company.Id }]);
        return new EmployerWorld(database, organisation, company, jobEvent);
    }

    public static Task<Organisation> CompanyAsync(TestDatabase database, OrganisationKind kind = OrganisationKind.Employer) => database.OrganisationAsync(o =>
    {
        (o.Kind, o.Name, o.RegionKey) = (kind, "Metallbau " + o.Key, "");
        o.Sites = [new Site { Name = "Werk", PostalCode = "49733", Town = "Haren (Ems)" }];
    });

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    public SaveEmployerFile.Form FileForm(OrganisationId? company = null) => new()
    {
        EmployerId = company ?? Company.Id, Industry = "C", Size = "S50_249", EstablishmentNumber = "0991 2342", OpenForBeginners = true, LeastGerman = LanguageLevel.A2,
        TeamLanguages = ["deu", "ukr"], WorksBus = true, Contacts = [new ContactPerson { Name = "Imke Deters", Function = "Personal", Phone = "040 66969 300", Email = "personal@example.org" }],
    };

    public SaveJobOffer.Form OfferForm(OrganisationId? company = null) => new()
    {
        EmployerId = company ?? Company.Id, Title = "Helfer/in in der Montage", OccupationGroup = "24", WorkForm = "HELFER", Places = 3, LeastGerman = LanguageLevel.A2,
        WorkTimes = ["VZ", "FRUEH"], Town = "Haren (Ems)", PostalCode = "49733", BeginsAt = new TimeOnly(6, 0), ByBusFrom = new TimeOnly(5, 40),
    };

    public Task<Result> SaveFileAsync(SaveEmployerFile.Form form, ICurrentUser? by = null) => new SaveEmployerFile(Database, by ?? Service, Clock, _codes).ExecuteAsync(form, default);

    public Task<Result<JobOfferId>> SaveOfferAsync(SaveJobOffer.Form form, ICurrentUser? by = null) => new SaveJobOffer(Database, by ?? Service, Clock, _codes).ExecuteAsync(form, default);

    public Task<Result> StepAsync(JobOfferId id, OfferState to, ICurrentUser? by = null) => new ChangeOfferState(Database, by ?? Service, Clock).ExecuteAsync(id, to, default);

    public Task<Result<int>> CopyAsync(JobEventId? from, JobEventId to, ICurrentUser? by = null) => new CopyJobOffers(Database, by ?? Service, Clock).ExecuteAsync(Company.Id, from, to, default);

    public async Task<EmployerFile> FileAsync()
    {
        await using var db = Database.CreateDbContext();
        return await db.EmployerFiles.AsNoTracking().SingleAsync(file => file.OrganisationId == Company.Id);
    }

    public async Task<JobOffer> OfferAsync(JobOfferId id)
    {
        await using var db = Database.CreateDbContext();
        return await db.JobOffers.AsNoTracking().SingleAsync(offer => offer.Id == id);
    }

    public FitQueries Fits(ICurrentUser user) => new(Database, user, Clock, _codes);
}
