using System.Net;
using Integration.Access;
using Integration.Common;
using Integration.Documents;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Testing;
using Integration.Web.Documents;
using Integration.Web.Jobs;
using Integration.Web.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests.Documents;

/// <summary>The way of a sheet from the print centre to the case manager's printer, and what stops it.</summary>
public sealed class PrintDownloadTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private readonly TestPortal _portal = fixture.Portal;

    [Fact]
    public async Task PrintedProfiles_AreFetchedByTheirPrinterAndNobodyElse()
    {
        var (_, job) = await PrintAsync();
        Assert.Equal(JobState.Done, job.State);
        using var manager = await _portal.SignInAsync(Role.CaseManager);
        using var answer = await manager.Client.GetAsync(Links.JobFile(job.Id.ToString()), TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("%PDF"u8.ToArray(), bytes[..4]);
        Assert.DoesNotContain("Muster", answer.Content.Headers.ContentDisposition?.FileName, StringComparison.OrdinalIgnoreCase);
        using var service = await _portal.SignInAsync(Role.EmployerService);
        Assert.Equal(HttpStatusCode.NotFound, (await service.GetAsync(Links.JobFile(job.Id.ToString()))).Status);
    }

    [Fact]
    public async Task ConsentTakenBackBetweenPrintingAndFetching_StopsTheFile()
    {
        var (consent, job) = await PrintAsync();
        var user = await _portal.FixedUserAsync(Role.CaseManager);
        var withdrawn = await new WithdrawConsent(_portal.Database, user, _portal.Services.GetRequiredService<TimeProvider>()).ExecuteAsync(consent, TestContext.Current.CancellationToken);
        Assert.Single(withdrawn.Value!);
        using var manager = await _portal.SignInAsync(Role.CaseManager);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(Links.JobFile(job.Id.ToString()))).Status);
    }

    [Theory]
    [InlineData(Role.Organiser)]
    [InlineData(Role.Reception)]
    [InlineData(Role.DataProtectionOfficer)]
    [InlineData(Role.Administrator)]
    public async Task RoleThatDoesNotPrint_OpensNoPrintCentre(Role role)
    {
        using var browser = await _portal.SignInAsync(role);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync(Links.PrintCentre)).Status);
    }

    private async Task<(ConsentId Consent, BackgroundJob Job)> PrintAsync()
    {
        var user = await _portal.FixedUserAsync(Role.CaseManager);
        var today = DateOnly.FromDateTime(_portal.Services.GetRequiredService<TimeProvider>().GetLocalNow().DateTime);
        var jobEvent = await _portal.Database.JobEventAsync(user.OrganisationId, e => e.Date = today.AddDays(14));
        var person = await _portal.Database.ParticipantAsync(user.OrganisationId);
        await _portal.Database.RegistrationAsync(person, jobEvent);
        var ct = TestContext.Current.CancellationToken;
        var saved = await new SaveShortProfile(_portal.Database, user, _portal.Services.GetRequiredService<TimeProvider>()).ExecuteAsync(
            new SaveShortProfile.Form
            {
                ParticipantId = person.Id,
                Content = new ProfileContent
                {
                    Occupation = "Koch/Köchin", OccupationGroup = "29", Strengths = ["kocht für viele Gäste"], SpokenGerman = LanguageLevel.B1,
                    GermanProof = LanguageProof.PlacementTest, Area = "Mittleres Emsland", WorkAccess = WorkAccess.Free,
                },
            },
            ct);
        var checkedText = await new CheckProfile(_portal.Database, user, _portal.Services.GetRequiredService<TimeProvider>()).ExecuteAsync(saved.Value!.Id, saved.Value.Revision, ct);
        Assert.True(checkedText.Done, checkedText.Error?.Code);
        var consent = await new RecordConsent(_portal.Database, user, _portal.Services.GetRequiredService<TimeProvider>()).ExecuteAsync(
            new RecordConsent.Form
            {
                ParticipantId = person.Id, Purpose = ConsentPurpose.ProfileAtEvent, JobEventId = jobEvent.Id, ProfileRevision = saved.Value.Revision,
                TextVersion = "2026-11", Language = "de", ExplainedBy = "Testperson", GivenOn = today,
            },
            ct);
        var released = await new ReleaseProfile(_portal.Database, user, _portal.Services.GetRequiredService<TimeProvider>()).ExecuteAsync(person.Id, jobEvent.Id, ct);
        Assert.True(released.Done, released.Error?.Code);

        await using var scope = _portal.Services.CreateAsyncScope();
        ActivatorUtilities.CreateInstance<PrintDesk>(scope.ServiceProvider, user)
            .Profiles(new PrintProfiles.Request { JobEventId = jobEvent.Id }, "Kurzprofile");
        var job = Assert.Single(_portal.Services.GetRequiredService<BackgroundJobs>().Of(user, PrintDesk.Jobs, jobEvent.Id.Value));
        await job.EndAsync();
        return (consent.Value, job);
    }
}
