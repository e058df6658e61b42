using Integration.Access;
using Integration.Common;
using Integration.EmployerAccess;
using Integration.Events;
using Integration.Organisations;
using Integration.Profiles;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Browser.Tests.Journeys;

/// <summary>An event of today with companies that somebody vouches for and released profiles; one of them is the person that a journey is about.</summary>
/// <param name="Portal">Where it is.</param>
/// <param name="Event">The event.</param>
/// <param name="Companies">The companies.</param>
/// <param name="Releases">The profiles.</param>
/// <param name="Release">The profile of the person.</param>
internal sealed record StandWorld(TestPortal Portal, JobEvent Event, IReadOnlyList<Organisation> Companies, IReadOnlyList<ProfileRelease> Releases, ProfileRelease Release)
{
    /// <summary>The person's name, as companies get it.</summary>
    public const string Name = "Oleksandra Kolomijez";

    /// <summary>The person's family name.</summary>
    public const string FamilyName = "Kolomijez";

    /// <summary>The person's telephone number.</summary>
    public const string Phone = "0171 5550199";

    /// <summary>Words of which a company that has no release may read none, not even in a page's source.</summary>
    public static readonly string[] Secrets = [FamilyName, "Oleksandra", Phone, "tel:01715550199", "Kanarienvogel", "Name freigegeben", "Kontakt angefragt", "Person ist gefragt"];

    /// <summary>Makes it.</summary>
    /// <param name="portal">Where.</param>
    /// <param name="title">Title of the event.</param>
    /// <param name="companies">Names of the companies.</param>
    /// <param name="profiles">How many profiles; the person's is the ninth, or the last.</param>
    public static async Task<StandWorld> MakeAsync(TestPortal portal, string title, string[] companies, int profiles)
    {
        var manager = await portal.UserAsync(Role.CaseManager);
        var made = new List<Organisation>();
        foreach (var name in companies)
        {
            made.Add(await portal.Database.OrganisationAsync(o => (o.Name, o.Kind, o.ContactEmail) = (name, OrganisationKind.Employer, o.Key + "@betriebe.example")));
        }

        var jobEvent = await portal.Database.JobEventAsync(manager.OrganisationId, e =>
        {
            (e.Title, e.Date) = (title, portal.Services.GetRequiredService<TimeProvider>().Today());
            e.Employers.AddRange(made.Select(company => new ExpectedEmployer { JobEventId = e.Id, OrganisationId = company.Id, VouchedAt = Given.Start }));
        });
        var releases = await portal.Database.ReleasesAsync(jobEvent, profiles);
        var release = releases[Math.Min(8, profiles - 1)];
        await using var db = await portal.Database.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var person = await db.Participants.SingleAsync(known => known.Id == release.ParticipantId, TestContext.Current.CancellationToken);
        (person.GivenName, person.FamilyName, person.Phone, person.OwnerId) = ("Oleksandra", FamilyName, Phone, manager.UserId);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return new StandWorld(portal, jobEvent, made, releases, release);
    }

    /// <summary>Signs a contact of a company in with a telephone of their own; the employer service has invited them.</summary>
    public async Task<EmployerPhone> SignInAsync(BrowserFixture browser, Organisation company, string address)
    {
        var service = await Portal.FixedUserAsync(Role.EmployerService);
        var invited = await ActivatorUtilities.CreateInstance<InviteEmployerContact>(Portal.Services, service)
            .ExecuteAsync(new() { JobEventId = Event.Id, EmployerId = company.Id, Email = address, DisplayName = "Ansprechperson" }, TestContext.Current.CancellationToken);
        Assert.True(invited.Done, invited.Error?.Code);
        var phone = await EmployerPhone.OpenAsync(browser, Portal, address);
        await phone.AcceptAsync();
        return phone;
    }
}
