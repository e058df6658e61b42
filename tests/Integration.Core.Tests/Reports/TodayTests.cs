using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants.Import;
using Integration.Profiles;
using Integration.Reports;
using Integration.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Reports;

public sealed class TodayTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(Given.Start));

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesWithoutProfiles => new(TestUser.RolesWithout(Permission.EditProfiles));

    [Theory, MemberData(nameof(Providers))]
    public async Task WhatWaits_IsCountedAsTheListsCountIt(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var user = TestUser.CaseManager(organisation.Id);
        var jobEvent = await database.JobEventAsync(organisation.Id);
        var one = await database.ParticipantAsync(organisation.Id);
        var two = await database.ParticipantAsync(organisation.Id);
        await database.ParticipantAsync(organisation.Id);
        await database.RegistrationAsync(one, jobEvent);
        await database.RegistrationAsync(two, jobEvent);
        await database.SaveAsync(new ShortProfile { ParticipantId = one.Id, OrganisationId = organisation.Id, WrittenBy = user.Id, ChangedAt = Given.Start });
        await database.SaveAsync(new ImportBatch { OrganisationId = organisation.Id, StagedAt = Given.Start, StagedBy = user.Id });

        var waiting = await Today(database, user).WaitingAsync(jobEvent.Id, CancellationToken.None);

        Assert.Equal(
            [
                new Waiting(WaitingKind.WithoutProfile, 1), new Waiting(WaitingKind.ProfilesUnchecked, 1),
                new Waiting(WaitingKind.WithoutConsent, 2), new Waiting(WaitingKind.ImportsUnfinished, 1),
            ],
            waiting);
        Assert.Equal(2, await Today(database, user).RegisteredAsync(jobEvent.Id, CancellationToken.None));
    }

    [Theory, MemberData(nameof(RolesWithoutProfiles))]
    public async Task RolesWithoutProfiles_LearnNothingAboutPeople(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id);
        await database.RegistrationAsync(await database.ParticipantAsync(organisation.Id), jobEvent);

        var today = Today(database, TestUser.With(organisation.Id, role));
        Assert.DoesNotContain(
            await today.WaitingAsync(jobEvent.Id, CancellationToken.None),
            line => line.Kind is not (WaitingKind.InvitationsOpen or WaitingKind.ImportsUnfinished));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Events_NextFirstThenThoseJustOver(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var start = DateOnly.FromDateTime(Given.Start);
        foreach (var (title, days) in new[] { ("late", 40), ("soon", 3), ("just over", -2), ("over", -30), ("long ago", -200) })
        {
            await database.JobEventAsync(organisation.Id, e => (e.Title, e.Date) = (title, start.AddDays(days)));
        }

        await database.JobEventAsync(organisation.Id, e => (e.Title, e.Date, e.State) = ("cancelled", start.AddDays(1), JobEventState.Cancelled));

        var events = await Today(database, TestUser.CaseManager(organisation.Id)).EventsAsync(CancellationToken.None);
        Assert.Equal(["soon", "late", "just over", "over"], events.Select(e => e.Title));
    }

    [Fact]
    public async Task ForeignPerson_HasNoOverview()
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        var other = await database.OrganisationAsync();
        var person = await database.ParticipantAsync(organisation.Id);
        await database.RegistrationAsync(person, await database.JobEventAsync(organisation.Id));

        var own = await new ParticipantOverviewQueries(database, TestUser.CaseManager(organisation.Id), Clock).OfAsync(person.Id, CancellationToken.None);
        Assert.Single(own!.Events);
        Assert.Null(own.Profile);
        Assert.Null(await new ParticipantOverviewQueries(database, TestUser.CaseManager(other.Id), Clock).OfAsync(person.Id, CancellationToken.None));
    }

    private static TodayQueries Today(TestDatabase database, ICurrentUser user) =>
        new(database, user, Clock, new ParticipantListQueries(database, user, Clock));
}
