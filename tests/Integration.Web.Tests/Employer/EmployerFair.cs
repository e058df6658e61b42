using Integration.Access;
using Integration.Common;
using Integration.Data.Demo;
using Integration.Events;
using Integration.Organisations;
using Integration.Profiles;
using Integration.Testing;

namespace Integration.Web.Tests.Employer;

/// <summary>What the tests of the employers' pages begin with.</summary>
internal static class EmployerFair
{
    /// <summary>An event of today to which a company has access, with released profiles.</summary>
    public static async Task<(Organisation Company, JobEvent Event, IReadOnlyList<ProfileRelease> Releases)> OpenAsync(TestPortal portal, int profiles)
    {
        var lead = (await portal.UserAsync(Role.CaseManager)).OrganisationId;
        var company = await portal.Database.OrganisationAsync(o => o.Kind = OrganisationKind.Employer);
        var jobEvent = await portal.Database.JobEventAsync(lead, e =>
        {
            e.Date = TimeProvider.System.Today();
            e.Employers.Add(new ExpectedEmployer { JobEventId = e.Id, OrganisationId = company.Id, VouchedAt = Given.Start });
        });
        return (company, jobEvent, await portal.Database.ReleasesAsync(jobEvent, profiles));
    }

    /// <summary>A browser in which a new contact of the company is signed in.</summary>
    public static async Task<TestBrowser> SignInAsync(TestPortal portal, OrganisationId company)
    {
        var email = $"kontakt-{Guid.CreateVersion7():N}@demo.example";
        await using (var db = await portal.Database.CreateDbContextAsync())
        {
            db.Add(DemoUsers.Make(company, new DemoUsers.SignIn(email, "Heike Rolfes", Role.EmployerContact)));
            await db.SaveChangesAsync();
        }

        var browser = portal.Browser();
        await browser.SignInAsync(email, DemoUsers.Password);
        return browser;
    }
}
