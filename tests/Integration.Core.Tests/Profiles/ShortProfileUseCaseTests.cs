using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Profiles.Lint;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Profiles;

public sealed class ShortProfileUseCaseTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task ChangedText_IsANewRevisionAndADraftAgain(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var person = await world.PersonAsync();
        await world.SaveAsync(person.Id, Sample.Content);
        Assert.True((await world.CheckAsync(person.Id)).Done);

        var same = await world.SaveAsync(person.Id, Sample.Content with { Occupation = " Fliesenleger/in " });
        Assert.Equal((false, 1, ProfileState.Checked), (same.Value!.Changed, same.Value.Revision, same.Value.State));

        var changed = await world.SaveAsync(person.Id, Sample.Content with { Occupation = "Bodenleger/in" }, world.Colleague);
        Assert.Equal((true, 2, ProfileState.Draft), (changed.Value!.Changed, changed.Value.Revision, changed.Value.State));
        var profile = await world.ProfileAsync(person.Id);
        Assert.Equal((world.Colleague.Id, null, null), (profile.WrittenBy, profile.CheckedBy, profile.CheckedAt));
        Assert.Equal([ProfileState.Draft, ProfileState.Checked, ProfileState.Draft], await world.StepsAsync(person.Id));
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(
            [AuditAct.Created, AuditAct.ProfileChecked, AuditAct.Changed],
            await db.AuditEntries.OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToListAsync());
    }

    [Fact]
    public async Task TextEditedByTwo_IsAConflictForTheSecond()
    {
        await using var world = await ProfileWorld.CreateAsync();
        var person = await world.PersonAsync();
        var first = (await world.SaveAsync(person.Id, Sample.Content)).Value!;
        await world.SaveAsync(person.Id, Sample.Content with { Start = "sofort" });

        var save = new SaveShortProfile(world.Database, world.User, world.Clock);
        var late = await save.ExecuteAsync(new() { ParticipantId = person.Id, Content = Sample.Content with { Start = "ab 04/2027" }, Version = first.Version }, default);
        var anew = await save.ExecuteAsync(new() { ParticipantId = person.Id, Content = Sample.Content }, default);

        Assert.Equal(Errors.Conflict, late.Error);
        Assert.Equal(Errors.Conflict, anew.Error);
        Assert.Equal("sofort", (await world.ProfileAsync(person.Id)).Content.Start);
    }

    [Fact]
    public async Task TextBeyondAnySheet_IsRefused()
    {
        await using var world = await ProfileWorld.CreateAsync();
        var person = await world.PersonAsync();
        Assert.Equal(ProfileErrors.TooLarge, (await world.SaveAsync(person.Id, new() { Introduction = new string('x', 501) })).Error);
        Assert.Equal(ProfileErrors.TooLarge, (await world.SaveAsync(person.Id, new() { Forms = [.. Enumerable.Repeat("HELFER", 21)] })).Error);
        Assert.True((await world.SaveAsync(person.Id, new() { Introduction = new string('x', 500) })).Done);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task OpenFinding_KeepsAProfileFromBeingCheckedUntilItMayStand(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var person = await world.PersonAsync(p => p.FamilyName = "Koch");
        var content = Sample.Content with { Occupation = "Koch/Köchin" };
        await world.SaveAsync(person.Id, content);
        var profile = await world.ProfileAsync(person.Id);
        Assert.Equal("Profile_OpenFindings", (await world.CheckAsync(person.Id)).Error?.Code);

        var form = new OverrideFinding.Form { ShortProfileId = profile.Id, Revision = 1, Field = "Occupation", Rule = LintRule.Name, Key = "Koch", Reason = " " };
        var use = new OverrideFinding(world.Database, world.User, world.Clock);
        Assert.Equal(Errors.Required("Reason"), (await use.ExecuteAsync(form, default)).Error);
        form.Reason = "Beruf";
        form.Key = "Koch ← Herr Koch";
        Assert.Equal(ProfileErrors.FindingGone, (await use.ExecuteAsync(form, default)).Error);
        form.Key = "Koch ← Koch/Köchin";
        Assert.True((await use.ExecuteAsync(form, default)).Done);

        Assert.True((await world.CheckAsync(person.Id)).Done);
        var kept = Assert.Single((await world.ProfileAsync(person.Id)).Overrides);
        Assert.Equal(("Beruf", world.User.Id, "Name"), (kept.Reason, kept.By, kept.Rule));
        Assert.Equal(ProfileErrors.NotDraft, (await world.CheckAsync(person.Id)).Error);
    }

    [Fact]
    public async Task EmailAddress_CannotStandWithAnyReason()
    {
        await using var world = await ProfileWorld.CreateAsync();
        var person = await world.PersonAsync();
        await world.SaveAsync(person.Id, Sample.Content with { Introduction = "a@example.org" });
        var profile = await world.ProfileAsync(person.Id);
        var form = new OverrideFinding.Form { ShortProfileId = profile.Id, Revision = 1, Field = "Introduction", Rule = LintRule.Email, Key = "a@example.org", Reason = "Wunsch" };
        Assert.Equal(ProfileErrors.FindingGone, (await new OverrideFinding(world.Database, world.User, world.Clock).ExecuteAsync(form, default)).Error);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SecondCheck_IsByAnotherPersonWhereTheOrganisationWantsIt(bool required)
    {
        await using var world = await ProfileWorld.CreateAsync(change: organisation => organisation.RequiresSecondCheck = required);
        var person = await world.PersonAsync();
        await world.SaveAsync(person.Id, Sample.Content);

        var own = await world.CheckAsync(person.Id);

        Assert.Equal(required ? ProfileErrors.SecondCheckNeeded : null, own.Error);
        if (required)
        {
            Assert.True((await world.CheckAsync(person.Id, world.Colleague)).Done);
            Assert.Equal(world.Colleague.Id, (await world.ProfileAsync(person.Id)).CheckedBy);
        }
    }

    [Fact]
    public async Task TextChangedAfterReading_IsNotChecked()
    {
        await using var world = await ProfileWorld.CreateAsync();
        var person = await world.PersonAsync();
        var id = (await world.SaveAsync(person.Id, Sample.Content)).Value!.Id;
        await world.SaveAsync(person.Id, Sample.Content with { Start = "sofort" });
        Assert.Equal(ProfileErrors.TextChanged, (await new CheckProfile(world.Database, world.User, world.Clock).ExecuteAsync(id, 1, default)).Error);
    }
}
