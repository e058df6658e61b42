using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Organisations;
using Integration.Reports;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Events;

/// <summary>A request to report tells of a duty: who makes it, for whom, and who learns of it.</summary>
public sealed class RequestToReportTests
{
    private static readonly ChangeRegistration.Change Request = new(RegistrationState.Noted, InvitationKind.RequestToReport, ReportingPurpose.Placement);
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Given.Start));

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task CaseManagerInCharge_MakesItAndIsTheOnlyOneToSeeIt(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (organisation, owner, registration) = await WorldAsync(database);
        var colleague = TestUser.CaseManager(organisation.Id);

        Assert.Equal(EventErrors.OwnerOnly, (await ChangeAsync(database, colleague, registration, Request)).Error);
        Assert.True((await ChangeAsync(database, owner, registration, Request)).Done);

        Assert.Equal((InvitationKind.RequestToReport, ReportingPurpose.Placement), await ShownAsync(database, owner, registration));
        Assert.Equal((null, null), await ShownAsync(database, colleague, registration));
        Assert.Equal(InvitationKind.RequestToReport, (await OverviewAsync(database, owner, registration)).Invitation);
        Assert.Null((await OverviewAsync(database, colleague, registration)).Invitation);
    }

    [Fact]
    public async Task Colleague_MovesTheRegistrationAndLeavesTheRequest()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (organisation, owner, registration) = await WorldAsync(database);
        await ChangeAsync(database, owner, registration, Request);
        var colleague = TestUser.CaseManager(organisation.Id);

        Assert.True((await ChangeAsync(database, colleague, registration, new(RegistrationState.Accepted))).Done);
        Assert.Equal(EventErrors.OwnerOnly, (await ChangeAsync(database, colleague, registration, new(RegistrationState.Accepted, InvitationKind.Voluntary))).Error);

        await using var db = database.CreateDbContext();
        var now = await db.Registrations.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((RegistrationState.Accepted, InvitationKind.RequestToReport, ReportingPurpose.Placement), (now.State, now.Invitation, now.Purpose!.Value));
    }

    [Theory]
    [InlineData(InvitationKind.RequestToReport, null)]
    [InlineData(InvitationKind.Voluntary, ReportingPurpose.Examination)]
    public async Task Purpose_BelongsToARequestAndToNothingElse(InvitationKind kind, ReportingPurpose? purpose)
    {
        await using var database = await TestDatabase.CreateAsync();
        var (_, owner, registration) = await WorldAsync(database);

        Assert.Equal(EventErrors.PurposeMissing, (await ChangeAsync(database, owner, registration, new(RegistrationState.Noted, kind, purpose))).Error);
    }

    [Theory]
    // The event is four weeks after the first of February 2027.
    [InlineData("2009-03-01", true)]
    [InlineData("2009-03-02", false)]
    [InlineData(null, false)]
    public async Task PersonUnderAge_GetsNone(string? born, bool allowed)
    {
        await using var database = await TestDatabase.CreateAsync();
        var (_, owner, registration) = await WorldAsync(database, born is null ? null : DateOnly.Parse(born, null));

        Assert.Equal(allowed ? null : EventErrors.Minor, (await ChangeAsync(database, owner, registration, Request)).Error);
    }

    [Fact]
    public async Task ManyAtOnce_AreNeverAskedToReport()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (_, owner, registration) = await WorldAsync(database);

        Assert.Equal(EventErrors.OwnerOnly, (await new RegisterForEvent(database, owner, _clock)
            .ExecuteAsync(registration.JobEventId, [registration.ParticipantId], InvitationKind.RequestToReport, default)).Error);
    }

    private static Task<(Organisation Organisation, FixedUser Owner, Registration Registration)> WorldAsync(TestDatabase database) => WorldAsync(database, new DateOnly(1990, 5, 17));

    private static async Task<(Organisation Organisation, FixedUser Owner, Registration Registration)> WorldAsync(TestDatabase database, DateOnly? born)
    {
        var organisation = await database.OrganisationAsync();
        var owner = (await database.UserAsync(organisation.Id, Role.CaseManager)).Asking();
        var jobEvent = await database.JobEventAsync(organisation.Id);
        var person = await database.ParticipantAsync(organisation.Id, p => (p.OwnerId, p.BornOn) = (owner.Id, born));
        var registration = await database.RegistrationAsync(person, jobEvent);
        await using var db = database.CreateDbContext();
        await db.Registrations.Where(r => r.Id == registration.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RegistrationState.Noted));
        return (organisation, owner, registration);
    }

    private Task<Result> ChangeAsync(TestDatabase database, ICurrentUser user, Registration registration, ChangeRegistration.Change change) =>
        new ChangeRegistration(database, user, _clock).ExecuteAsync(registration.Id, change, default);

    private async Task<(InvitationKind? Kind, ReportingPurpose? Purpose)> ShownAsync(TestDatabase database, ICurrentUser user, Registration registration)
    {
        var row = (await new EventQueries(database, user, _clock).RegisteredAsync(registration.JobEventId, default)).Single();
        return (row.Invitation, row.Purpose);
    }

    private async Task<OverviewEvent> OverviewAsync(TestDatabase database, ICurrentUser user, Registration registration) =>
        (await new ParticipantOverviewQueries(database, user, _clock).OfAsync(registration.ParticipantId, default))!.Events.Single();
}
