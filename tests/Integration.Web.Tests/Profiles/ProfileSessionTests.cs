using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Profiles.Lint;
using Integration.Testing;
using Integration.Web.Profiles;
using Integration.Web.Tests.Jobs;

namespace Integration.Web.Tests.Profiles;

/// <summary>The editor's way from the first proposal to the release, as the page walks it.</summary>
public sealed class ProfileSessionTests : IAsyncLifetime
{
    private readonly MovingClock _clock = new();
    private TestDatabase _database = null!;
    private FixedUser _user = null!;
    private Participant _person = null!;
    private JobEvent _event = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        var organisation = await _database.OrganisationAsync();
        _user = TestUser.CaseManager(organisation.Id);
        _event = await _database.JobEventAsync(organisation.Id);
        _person = await _database.ParticipantAsync(organisation.Id, person =>
        {
            person.GermanProof = LanguageProof.PlacementTest;
            person.Wishes = [new OccupationWish { Wording = "Köchin" }];
            person.Experience = [new WorkExperience { Occupation = "Köchin", Years = 6 }];
        });
        await _database.RegistrationAsync(_person, _event);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Opening_ProposesFromTheRecordAndStoresNothing()
    {
        using var session = await OpenAsync(_user);
        Assert.Equal(("Koch/Köchin", 0, true, false), (session.Content.Occupation, session.Revision, session.Open, session.Dirty));
        Assert.Equal(_event.Id, session.Event?.JobEventId);
        await using var db = _database.CreateDbContext();
        Assert.Empty(db.ShortProfiles);
    }

    [Fact]
    public async Task ForeignPerson_IsNotOpened()
    {
        using var session = Session(TestUser.CaseManager(OrganisationId.New()));
        Assert.False(await session.OpenAsync(_person.Id, null));
        Assert.Equal(Errors.NotFound, session.Failure);
    }

    [Fact]
    public async Task CheckWithOpenFindings_SaysHowManyAndChecksNothing()
    {
        using var session = await OpenAsync(_user);
        session.Form.Introduction = "Ich bin 34 Jahre alt und komme aus Syrien.";
        session.Look();
        Assert.True(session.Blocking >= 2);
        Assert.False(await session.CheckAsync());
        Assert.Equal(ProfileErrors.OpenFindings(session.Blocking).Code, session.Failure?.Code);
        Assert.Equal(ProfileStep.Draft, session.Progress.Step);
    }

    [Fact]
    public async Task MendsAndReasons_ClearTheWayFromDraftToRelease()
    {
        using var session = await OpenAsync(_user);
        session.Form.Area = "Mittleres Emsland";
        session.Form.Strengths = Rows("", "kocht mit " + _person.FamilyName + " Töpfen", "arbeitet seit 2019 in Küchen", "plant den Einkauf");
        session.Look();

        var year = session.Findings.Single(seen => seen.Finding.Rule == LintRule.Year).Finding;
        session.Mend(year);
        Assert.DoesNotContain(session.Findings, seen => seen.Finding.Rule == LintRule.Year);

        // The empty first row closes up when the text is stored: the reason still finds its line.
        var name = session.Findings.Single(seen => seen.Finding.Rule == LintRule.Name).Finding;
        Assert.Equal("Strengths[1]", name.Field);
        Assert.True(await session.LetStandAsync(name, "Marke der Töpfe"));
        Assert.Equal("Marke der Töpfe", session.Findings.Single(seen => seen.Finding.Rule == LintRule.Name).Override?.Reason);

        Assert.True(await session.CheckAsync(), session.Failure?.Code);
        Assert.Equal((ProfileStep.Checked, false), (session.Progress.Step, session.Open));
        await ConsentAsync(session.Revision);
        Assert.True(await session.RefreshAsync());
        Assert.Equal(ProfileStep.Consented, session.Progress.Step);
        Assert.True(await session.ReleaseAsync(), session.Failure?.Code);
        Assert.Equal(ProfileStep.Released, session.Progress.Step);
        Assert.NotEmpty(session.Event!.Chiffre);
        Assert.Equal([ProfileStep.Draft, ProfileStep.Checked, ProfileStep.Consented, ProfileStep.Released], session.Progress.Marks.Keys.Order());
    }

    [Fact]
    public async Task ChangingAReleasedText_MakesADraftAndSaysThatTheOlderIsOut()
    {
        using var session = await OpenAsync(_user);
        session.Form.Area = "Mittleres Emsland";
        session.Look();
        Assert.True(await session.CheckAsync(), session.Failure?.Code);
        await ConsentAsync(session.Revision);
        await session.RefreshAsync();
        Assert.True(await session.ReleaseAsync(), session.Failure?.Code);

        _clock.Now += TimeSpan.FromHours(1);
        session.Unlock();
        session.Form.Start = "sofort";
        session.Look();
        Assert.True(await session.SaveAsync());
        Assert.Equal((ProfileStep.Draft, true), (session.Progress.Step, session.Progress.OlderIsOut));
        _clock.Now += TimeSpan.FromHours(1);
        Assert.True(await session.CheckAsync(), session.Failure?.Code);
        Assert.Equal((ProfileStep.Checked, true), (session.Progress.Step, session.Progress.OlderIsOut));
    }

    [Fact]
    public async Task TextChangedByAColleague_IsNotOverwritten()
    {
        using var mine = await OpenAsync(_user);
        mine.Form.Start = "sofort";
        mine.Look();
        Assert.True(await mine.SaveAsync());
        using (var theirs = await OpenAsync(TestUser.CaseManager(_user.OrganisationId)))
        {
            theirs.Form.Start = "ab März";
            theirs.Look();
            Assert.True(await theirs.SaveAsync());
        }

        mine.Form.Start = "nach Absprache";
        mine.Look();
        Assert.False(await mine.SaveAsync());
        Assert.Equal(Errors.Conflict, mine.Failure);
        await mine.RefreshAsync();
        Assert.False(await mine.SaveAsync());
        Assert.Equal("nach Absprache", mine.Form.Start);
    }

    private static List<ProfileLineRow> Rows(params string[] lines) => [.. lines.Select(line => new ProfileLineRow { Text = line })];

    private async Task<ProfileSession> OpenAsync(FixedUser user)
    {
        var session = Session(user);
        Assert.True(await session.OpenAsync(_person.Id, _event.Id), session.Failure?.Code);
        return session;
    }

    private ProfileSession Session(FixedUser user) => new(
        new ProfileActs(
            new ShortProfileQueries(_database, user, _clock, new CodeCatalogSource(_database, _clock)), new SaveShortProfile(_database, user, _clock),
            new CheckProfile(_database, user, _clock), new OverrideFinding(_database, user, _clock), new ReleaseProfile(_database, user, _clock)),
        _clock);

    private async Task ConsentAsync(int revision)
    {
        var recorded = await new RecordConsent(_database, _user, _clock).ExecuteAsync(
            new RecordConsent.Form
            {
                ParticipantId = _person.Id,
                Purpose = ConsentPurpose.ProfileAtEvent,
                JobEventId = _event.Id,
                ProfileRevision = revision,
                TextVersion = "2026-10",
                Language = "ar",
                ExplainedBy = "Testperson",
                GivenOn = DateOnly.FromDateTime(Given.Start),
            },
            TestContext.Current.CancellationToken);
        Assert.True(recorded.Done, recorded.Error?.Code);
    }
}
