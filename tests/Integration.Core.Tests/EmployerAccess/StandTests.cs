using Integration.Access;
using Integration.Common;
using Integration.Core.Tests.Talks;
using Integration.Data;
using Integration.EmployerAccess;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.EmployerAccess;

public sealed class StandTests
{
    private static readonly ReleasedContents Contents = new();

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task OpenedProfile_IsRecordedOncePerLook_AndShown(DatabaseProvider provider)
    {
        await using var world = await TalkWorld.CreateAsync(provider);
        var (_, release, token) = await world.PersonAsync();
        var company = world.Companies[0];

        var opened = await OpenAsync(world, company, token);
        Assert.Equal("Fliesenleger/in", Assert.Single(opened).Profile.Content.Occupation);
        await OpenAsync(world, company, token);
        world.Clock.Advance(ProfileView.SameLook);
        await OpenAsync(world, company, token);
        await OpenAsync(world, world.Companies[1], token);

        await using var db = world.Database.CreateDbContext();
        Assert.Equal([company.OrganisationId, company.OrganisationId, world.Companies[1].OrganisationId], await db.ProfileViews.OrderBy(view => view.Id).Select(view => view.EmployerId).ToListAsync());
        Assert.Equal(3, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.Viewed && entry.SubjectKind == nameof(ProfileRelease) && entry.SubjectId == release.Value));
        Assert.Equal(ProfileState.Shown, (await db.ProfileReleases.SingleAsync()).State);
        var step = await db.ProfileTransitions.SingleAsync(step => step.To == ProfileState.Shown);
        Assert.Equal((release, ProfileState.Released, company.Id), (step.ReleaseId, step.From, step.By));
    }

    [Fact]
    public async Task UnknownForeignLockedAndLateTokens_AreAllNothing_AndLeaveNoTrace()
    {
        await using var world = await TalkWorld.CreateAsync();
        var (_, _, token) = await world.PersonAsync();
        var stranger = TestUser.With((await world.Database.OrganisationAsync()).Id, Role.EmployerContact);
        Assert.Empty(await OpenAsync(world, world.Companies[0], OpaqueToken.Draw()));
        Assert.Empty(await OpenAsync(world, stranger, token));
        world.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Empty(await OpenAsync(world, world.Companies[0], token));

        await using var db = world.Database.CreateDbContext();
        Assert.Empty(await db.ProfileViews.ToListAsync());
        Assert.Equal(Errors.NotFound, (await new EmployerStandQueries(world.Database, stranger, world.Clock, Contents).ListAsync(world.Event, new(), 0, 50, default)).Error);
        var chiffre = await db.ProfileReleases.Select(release => release.Chiffre).SingleAsync();
        Assert.Equal(Errors.NotFound, (await new EmployerStandQueries(world.Database, stranger, world.Clock, Contents).FindAsync(chiffre, default)).Error);
    }

    [Fact]
    public async Task WithdrawnConsent_IsGoneFromTheListThoughItsTextWasReadBefore()
    {
        await using var world = await TalkWorld.CreateAsync();
        var (person, _, token) = await world.PersonAsync();
        var queries = new EmployerStandQueries(world.Database, world.Companies[0], world.Clock, Contents);
        Assert.Equal(1, (await queries.ListAsync(world.Event, new(), 0, 50, default)).Value!.All);
        await using (var db = world.Database.CreateDbContext())
        {
            await db.Consents.Where(consent => consent.ParticipantId == person).ExecuteUpdateAsync(set => set.SetProperty(consent => consent.WithdrawnAt, Given.Start));
        }

        var list = (await queries.ListAsync(world.Event, new(), 0, 50, default)).Value!;
        Assert.Equal((0, 0, 0), (list.All, list.Rows.Count, list.Groups.Count));
        Assert.Empty(await OpenAsync(world, world.Companies[0], token));
    }

    [Fact]
    public async Task Filters_NarrowByWhatAJobMayAsk()
    {
        await using var world = await TalkWorld.CreateAsync();
        var (_, release, _) = await world.PersonAsync();
        await world.PersonAsync();
        await using (var db = world.Database.CreateDbContext())
        {
            var one = await db.ProfileReleases.SingleAsync(r => r.Id == release);
            one.Content = one.Content with { OccupationGroup = "54", SpokenGerman = LanguageLevel.B1, Start = "sofort", WorkTimeCodes = ["MONTAGE"], LicenceClasses = ["B"], Forms = ["MINIJOB"] };
            await db.SaveChangesAsync();
        }

        foreach (var filter in new StandFilter[]
        {
            new() { Group = "54" }, new() { German = LanguageLevel.B1 }, new() { AtOnce = true }, new() { WorkTime = "MONTAGE" }, new() { Licence = "B", Group = "54" }, new() { Form = "MINIJOB" },
        })
        {
            var list = (await new EmployerStandQueries(world.Database, world.Companies[0], world.Clock, Contents).ListAsync(world.Event, filter, 0, 50, default)).Value!;
            Assert.Equal((1, 2, "54"), (list.Found, list.All, list.Rows[0].Content.OccupationGroup));
        }

        var none = (await new EmployerStandQueries(world.Database, world.Companies[0], world.Clock, Contents).ListAsync(world.Event, new() { German = LanguageLevel.C1 }, 0, 50, default)).Value!;
        Assert.Equal((0, 2), (none.Found, none.All));
    }

    /// <summary>Whom a list shows first says nothing about origin, sex or age: the same order after all of it has changed.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task Order_IsTheSame_WhoeverThePeopleAre(DatabaseProvider provider)
    {
        await using var world = await TalkWorld.CreateAsync(provider);
        for (var i = 0; i < 6; i++)
        {
            await world.PersonAsync();
        }

        var before = await OrderAsync();
        await world.ChangeAsync(async db =>
        {
            foreach (var (person, i) in (await db.Participants.ToListAsync()).Select((person, i) => (person, i)))
            {
                (person.Gender, person.BornOn, person.FirstLanguage) = ((Gender)((i + 1) % 3), new DateOnly(2004 - (i * 7), 2, 3), i % 2 == 0 ? "ukr" : "tir");
                (person.FamilyName, person.ResidencePaper, person.LegalSphere) = ((char)('Z' - i) + "aa", i % 2 == 0 ? "DULDUNG" : "AE_24", i % 2 == 0 ? "ASYLBLG" : "SGB2");
            }
        });
        Assert.Equal(6, before.Count);
        Assert.Equal(before, await OrderAsync());

        // The control: another occupation does move a profile.
        await world.ChangeAsync(async db =>
        {
            var chiffre = before[^1];
            var last = await db.ProfileReleases.SingleAsync(release => release.Chiffre == chiffre);
            (last.Content, last.Version) = (last.Content with { OccupationGroup = "01" }, Guid.CreateVersion7());
        });
        Assert.NotEqual(before, await OrderAsync());

        async Task<List<string>> OrderAsync() =>
            (await new EmployerStandQueries(world.Database, world.Companies[0], world.Clock, Contents).ListAsync(world.Event, new(), 0, 50, default)).Value!.Rows.Select(row => row.Chiffre).ToList();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task NotesAndMarks_AreTheCompanysAlone_AndGoWhenTheAccessCloses(DatabaseProvider provider)
    {
        await using var world = await TalkWorld.CreateAsync(provider);
        var (_, _, token) = await world.PersonAsync();
        Assert.True((await SaveAsync(world, world.Companies[0], token, kept: true)).Done);
        Assert.True((await SaveAsync(world, world.Companies[0], token, text: " ruft an ")).Done);
        Assert.Equal((true, "ruft an"), await NoteAsync(world, world.Companies[0], token));
        Assert.Equal((false, ""), await NoteAsync(world, world.Companies[1], token));
        var colleague = TestUser.With(world.Companies[0].OrganisationId, Role.EmployerContact);
        Assert.Equal((true, "ruft an"), await NoteAsync(world, colleague, token));
        Assert.Equal("TooLong", (await SaveAsync(world, colleague, token, text: new string('x', EmployerNote.TextMaxLength + 1))).Error?.Code);
        Assert.Equal(Errors.NotFound, (await SaveAsync(world, colleague, OpaqueToken.Draw(), kept: true)).Error);

        Assert.Equal(0, await world.Database.ClearAsync(world.Clock, default));
        world.Clock.Advance(TimeSpan.FromDays(28));
        Assert.Equal(0, await world.Database.ClearAsync(world.Clock, default));
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await world.Database.ClearAsync(world.Clock, default));
    }

    [Fact]
    public async Task EveryRoleWithoutThePermission_IsRefused()
    {
        await using var world = await TalkWorld.CreateAsync();
        foreach (var role in TestUser.RolesWithout(Permission.BrowseAtStand))
        {
            var user = TestUser.With(world.Companies[0].OrganisationId, role);
            Assert.Equal(Errors.Forbidden, (await new OpenProfiles(world.Database, user, world.Clock).ExecuteAsync(["x"], default)).Error);
            Assert.Equal(Errors.Forbidden, (await SaveAsync(world, user, "x", kept: true)).Error);
            Assert.Equal(Errors.Forbidden, (await new EmployerEventQueries(world.Database, user, world.Clock).ListAsync(default)).Error);
            Assert.Equal(Errors.Forbidden, (await new EmployerStandQueries(world.Database, user, world.Clock, Contents).FindAsync("EL", default)).Error);
        }
    }

    [Fact]
    public async Task MyEvents_ShowOpenAndComingOnes()
    {
        await using var world = await TalkWorld.CreateAsync();
        var coming = await world.Database.JobEventAsync(world.Organisation, e => e.Date = world.Today.AddDays(5));
        await world.Database.SaveAsync(new Integration.Events.ExpectedEmployer { JobEventId = coming.Id, OrganisationId = world.Companies[0].OrganisationId, VouchedAt = Given.Start });
        await world.Database.JobEventAsync(world.Organisation, e => e.Date = world.Today);
        var events = (await new EmployerEventQueries(world.Database, world.Companies[0], world.Clock).ListAsync(default)).Value!;
        Assert.Equal([(world.Event, true), (coming.Id, false)], events.Select(e => (e.Id, e.Open)));
        world.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal([(coming.Id, true)], (await new EmployerEventQueries(world.Database, world.Companies[0], world.Clock).ListAsync(default)).Value!.Select(e => (e.Id, e.Open)));
    }

    private static async Task<IReadOnlyList<StandProfile>> OpenAsync(TalkWorld world, ICurrentUser user, string token) =>
        (await new OpenProfiles(world.Database, user, world.Clock).ExecuteAsync([token], default)).Value!;

    private static Task<Result> SaveAsync(TalkWorld world, ICurrentUser user, string token, bool? kept = null, string? text = null) =>
        new SaveEmployerNote(world.Database, user, world.Clock).ExecuteAsync(new() { Token = token, Kept = kept, Text = text }, default);

    private static async Task<(bool Kept, string Remark)> NoteAsync(TalkWorld world, ICurrentUser user, string token)
    {
        var opened = Assert.Single(await OpenAsync(world, user, token));
        return (opened.Kept, opened.Remark);
    }
}
