using System.Net;
using Integration.Access;
using Integration.Common;
using Integration.Testing;
using Integration.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests.Jobs;

/// <summary>Who may fetch what a job has made.</summary>
public sealed class JobFileTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private readonly TestPortal _portal = fixture.Portal;

    private BackgroundJobs Jobs => _portal.Services.GetRequiredService<BackgroundJobs>();

    [Fact]
    public async Task OwnJob_IsFetchedWithItsNameAndKeptByNobody()
    {
        var job = await DoneAsync(await _portal.FixedUserAsync(Role.CaseManager), Permission.PrintProfiles);
        using var browser = await _portal.SignInAsync(Role.CaseManager);
        using var answer = await browser.Client.GetAsync(Address(job), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("kurzprofile-haren-a4.pdf", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal([1, 2, 3], await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task JobOfAColleague_IsNotFound()
    {
        var job = await DoneAsync(await _portal.FixedUserAsync(Role.EmployerService), Permission.PrintProfiles);
        using var browser = await _portal.SignInAsync(Role.CaseManager);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Address(job))).Status);
    }

    [Fact]
    public async Task JobOfAnotherOrganisation_IsNotFound()
    {
        var user = await _portal.FixedUserAsync(Role.CaseManager);
        var job = await DoneAsync(user with { OrganisationId = OrganisationId.New() }, Permission.PrintProfiles);
        using var browser = await _portal.SignInAsync(Role.CaseManager);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Address(job))).Status);
    }

    [Theory]
    [InlineData(Role.Organiser)]
    [InlineData(Role.Reception)]
    [InlineData(Role.DataProtectionOfficer)]
    [InlineData(Role.Administrator)]
    public async Task UserWithoutTheRight_FindsNotEvenTheirOwnJob(Role role)
    {
        var job = await DoneAsync(await _portal.FixedUserAsync(role), Permission.PrintProfiles);
        using var browser = await _portal.SignInAsync(role);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Address(job))).Status);
    }

    [Fact]
    public async Task Stranger_IsSentToTheSignIn()
    {
        var job = await DoneAsync(await _portal.FixedUserAsync(Role.CaseManager), Permission.PrintProfiles);
        using var browser = _portal.Browser();
        var answer = await browser.GetAsync(Address(job));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.StartsWith("/account/sign-in", answer.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileOvertakenByAWithdrawal_LeavesNoMore()
    {
        var leaves = true;
        var job = await DoneAsync(await _portal.FixedUserAsync(Role.CaseManager), Permission.PrintProfiles, (_, _) => Task.FromResult(leaves));
        using var browser = await _portal.SignInAsync(Role.CaseManager);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Address(job))).Status);
        leaves = false;
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Address(job))).Status);
        leaves = true;
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Address(job))).Status);
    }

    private static string Address(BackgroundJob job) => Links.JobFile(job.Id.ToString());

    private async Task<BackgroundJob> DoneAsync(FixedUser owner, Permission needed, Func<IServiceProvider, CancellationToken, Task<bool>>? mayLeave = null)
    {
        var job = Jobs.Start(owner, new JobSubject("test", Guid.CreateVersion7(), "Test", needed), (_, _) => Task.FromResult<Result<JobOutcome>>(
            new JobOutcome("fertig", new JobFile("kurzprofile-haren-a4.pdf", "application/pdf", new byte[] { 1, 2, 3 }) { MayStillLeave = mayLeave })));
        await job.EndAsync();
        return job;
    }
}
