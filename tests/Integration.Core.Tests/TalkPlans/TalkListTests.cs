using Integration.Access;
using Integration.Common;
using Integration.Core.Tests.Documents;
using Integration.Data;
using Integration.Events;
using Integration.TalkPlans;
using Integration.Testing;

namespace Integration.Core.Tests.TalkPlans;

public sealed class TalkListTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task CaseManager_SeesOwnPeopleOnceTheyArePublished(DatabaseProvider provider)
    {
        await using var world = await TalkPlanWorld.CreateAsync(2, provider);
        await world.WishAllAsync();
        var id = await world.PlannedAsync();
        Assert.Empty((await world.Lists(world.Manager).OfOwnPeopleAsync(world.Event.Id, default)).Value!);
        await world.PublishAsync(id);

        var all = (await world.Lists(world.Manager).OfOwnPeopleAsync(world.Event.Id, default)).Value!;
        Assert.Equal(6, all.Count);
        Assert.Equal(all.OrderBy(talk => talk.StartsAt), all);
        var one = (await world.Lists(world.Manager).OfPersonAsync(world.Releases[0].ParticipantId, default)).Value!;
        Assert.Equal(["Betrieb 0", "Betrieb 1", "Betrieb 2"], one.Select(talk => talk.Employer).Order());

        var stranger = TestUser.CaseManager((await world.Database.OrganisationAsync()).Id);
        Assert.Empty((await world.Lists(stranger).OfPersonAsync(world.Releases[0].ParticipantId, default)).Value!);
        Assert.Empty((await world.Lists(stranger).OfOwnPeopleAsync(world.Event.Id, default)).Value!);
        foreach (var role in TestUser.RolesWithout(Permission.ViewParticipants))
        {
            Assert.Equal(Errors.Forbidden, (await world.Lists(TestUser.With(world.Event.OrganisationId, role)).OfOwnPeopleAsync(world.Event.Id, default)).Error);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Company_SeesChiffrenAtItsOwnTables(DatabaseProvider provider)
    {
        await using var world = await TalkPlanWorld.CreateAsync(2, provider);
        await world.WishAsync(0, 0);
        await world.WishAsync(1, 1);
        await world.NeedsAsync(0, "ara");
        await world.InterpreterAsync("ara");
        await world.PublishedAsync();

        var seen = Assert.Single((await world.Lists(world.Companies[0]).OfEmployerAsync(world.Event.Id, default)).Value!);
        Assert.Equal((world.Releases[0].Chiffre, world.Releases[0].Token, "ara", true), (seen.Chiffre, seen.Token, seen.Language, seen.Interpreted));
        Assert.Equal(world.Releases[1].Chiffre, Assert.Single((await world.Lists(world.Companies[1]).OfEmployerAsync(world.Event.Id, default)).Value!).Chiffre);
        Assert.Empty((await world.Lists(world.Companies[2]).OfEmployerAsync(world.Event.Id, default)).Value!);

        // A profile that is taken back, and an access that is closed, take the line with them.
        await world.WithdrawAsync(0);
        Assert.Empty((await world.Lists(world.Companies[0]).OfEmployerAsync(world.Event.Id, default)).Value!);
        await world.ChangeAsync<ExpectedEmployer>(e => e.OrganisationId == world.Companies[1].OrganisationId, e => e.VouchedAt = null);
        Assert.Empty((await world.Lists(world.Companies[1]).OfEmployerAsync(world.Event.Id, default)).Value!);
        foreach (var role in TestUser.RolesWithout(Permission.BrowseAtStand))
        {
            Assert.Equal(Errors.Forbidden, (await world.Lists(TestUser.With(world.Companies[1].OrganisationId, role)).OfEmployerAsync(world.Event.Id, default)).Error);
        }
    }

    [Fact]
    public void WhatACompanyGets_HasNothingOfThePerson()
    {
        var names = typeof(EmployerTalk).GetProperties().Where(property => property.Name != "EqualityContract").ToList();
        Assert.NotEmpty(names);
        Assert.All(names, property => Assert.True(property.PropertyType == typeof(string) || property.PropertyType == typeof(TimeOnly) || property.PropertyType == typeof(int) || property.PropertyType == typeof(bool), property.Name));
        Assert.DoesNotContain(names, property => property.Name.Contains("Name", StringComparison.Ordinal) || property.Name.EndsWith("Id", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Interpreter_SeesOwnTalksByFirstNameOrChiffre(DatabaseProvider provider)
    {
        await using var world = await TalkPlanWorld.CreateAsync(2, provider);
        await world.WishAsync(0, 0);
        await world.WishAsync(1, 1);
        await world.NeedsAsync(0, "ara");
        await world.NeedsAsync(1, "ara");
        await TalkPapersTests.AllowNameAsync(world, world.Releases[0].ParticipantId);
        var user = TestUser.With(world.Event.OrganisationId, Role.Interpreter);
        await world.InterpreterAsync("ara", user: user.Id);
        var id = await world.PlannedAsync();
        Assert.Empty(await world.Lists(user).OfInterpreterAsync(default));
        await world.PublishAsync(id);

        var talks = await world.Lists(user).OfInterpreterAsync(default);

        Assert.Equal(["Amina", world.Releases[1].Chiffre], talks.OrderBy(talk => talk.Employer).SelectMany(talk => talk.People));
        Assert.Equal(["Betrieb 0", "Betrieb 1"], talks.Select(talk => talk.Employer).Order());
        Assert.Empty(await world.Lists(TestUser.With(world.Event.OrganisationId, Role.Interpreter)).OfInterpreterAsync(default));
        // R7: language, place, time and what people are called; nothing else.
        Assert.DoesNotContain(typeof(InterpreterTalk).GetProperties(), property => property.PropertyType == typeof(RegistrationId) || property.PropertyType == typeof(ParticipantId));
    }
}
