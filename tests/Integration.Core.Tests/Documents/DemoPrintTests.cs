using System.Globalization;
using System.Text.RegularExpressions;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Data.Demo;
using Integration.Events;
using Integration.Participants;
using Integration.Printing;
using Integration.Profiles;
using Integration.Profiles.Lint;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Documents;

/// <summary>The demo's event, seeded once.</summary>
public sealed class DemoDatabase : IAsyncLifetime
{
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(Given.Start));

    public TestDatabase Database { get; private set; } = null!;

    /// <summary>States of the releases for Haren as seeded; the tests print afterwards.</summary>
    public IReadOnlyList<ProfileState> Seeded { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Assert.True(await new DemoSeed(Database, Clock).RunAsync(CancellationToken.None));
        await using var db = Database.CreateDbContext();
        Seeded = await db.ProfileReleases
            .Where(release => db.JobEvents.Any(e => e.Id == release.JobEventId && e.Key == DemoSeed.EventKey)).Select(release => release.State).ToListAsync();
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}

public partial class DemoPrintTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    [Fact]
    public async Task Haren_HasSeventyPeopleOfEightLanguageGroupsInEveryState()
    {
        // A database of its own: other tests print, and what is printed is no longer only released.
        await using var fresh = new DemoDatabase();
        await fresh.InitializeAsync();
        await using var db = fresh.Database.CreateDbContext();
        var haren = await db.JobEvents.Include(e => e.Employers).Include(e => e.Hosts).SingleAsync(e => e.Key == DemoSeed.EventKey);
        var people = await db.Participants.Where(person => db.Registrations.Any(r => r.JobEventId == haren.Id && r.ParticipantId == person.Id)).ToListAsync();

        Assert.Equal(70, people.Count);
        Assert.Equal(8, people.Select(person => person.FirstLanguage).Distinct().Count());
        Assert.Equal(fresh.Clock.Today().AddDays(12), haren.Date);
        Assert.Equal((13, 10), (haren.Employers.Count, haren.Employers.Count(employer => employer.VouchedAt is not null)));
        Assert.Equal(
            [ProfileState.Released, ProfileState.Printed, ProfileState.Requested, ProfileState.NameReleased, ProfileState.Declined, ProfileState.Locked],
            demo.Seeded.Distinct().Order());
        Assert.Contains(await db.ShortProfiles.Select(profile => profile.State).ToListAsync(), state => state == ProfileState.Draft);
        Assert.True(await db.ProfileReleases.AnyAsync(release => release.State == ProfileState.Expired));
    }

    [Fact]
    public async Task TextOfAllPrintedProfiles_HoldsNothingThatNamesOrPlacesAnybody()
    {
        var file = await PrintAsync(Role.EmployerService, ProfileLayout.A4);
        var text = PrintWorld.TextOf(file);
        await using var db = demo.Database.CreateDbContext();
        var people = await db.Participants.ToListAsync();
        var codes = CodeCatalog.Shipped().ToList();
        var words = Words().Matches(text).Select(word => word.Value).ToHashSet(StringComparer.Ordinal);

        Assert.True(PrintWorld.PagesOf(file).Count >= 38);
        Assert.All(people.SelectMany(person => new[] { person.FamilyName, person.GivenName, person.BadgeName }).Where(name => name.Length > 0), name =>
            Assert.All(name.Split(' ', '-').Where(part => part.Length > 2), part => Assert.DoesNotContain(part, words)));
        Assert.All(people, person =>
        {
            Assert.DoesNotContain(person.BornOn!.Value.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
            Assert.DoesNotContain(person.BornOn!.Value.Year.ToString(CultureInfo.InvariantCulture), words);
            Assert.DoesNotContain(person.CustomerNumber, text, StringComparison.Ordinal);
            Assert.All(new[] { person.Phone, person.Email }.Where(line => line.Length > 0), line => Assert.DoesNotContain(line, text, StringComparison.Ordinal));
            Assert.DoesNotContain(person.Street, text, StringComparison.Ordinal);
        });
        Assert.All(codes.Where(code => code.List is "ResidencePapers" or "LegalSpheres" or "ResidenceEndorsements" && code.German.Length > 4),
            code => Assert.DoesNotContain(code.German, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(["Jobcenter", "Bürgergeld", "Grundsicherung", "Duldung", "Gestattung", "SGB II", "AsylbLG", "Flucht"],
            word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task ReleasedProfiles_AreCleanUnderTheLintAndDifferFromEachOther()
    {
        await using var db = demo.Database.CreateDbContext();
        var releases = await db.ProfileReleases.ToListAsync();
        var people = await db.Participants.ToDictionaryAsync(person => person.Id);
        var cells = releases.Select(release => ProfileCell.Of(release.Content)).ToList();

        Assert.All(releases, release =>
        {
            var subject = LintSubject.Of(people[release.ParticipantId]);
            var findings = ProfileLint.Check(release.Content, subject, demo.Clock.Today()).Select(finding => finding.Field + " " + finding.Rule + " " + finding.Text).ToList();
            Assert.True(findings.Count == 0, $"{people[release.ParticipantId].FullName}: {string.Join("; ", findings)}");
            Assert.Null(RareCombination.Find(release.Content, subject, cells));
        });
        // What some of them had shown at an earlier event is over and says the same; the crowd of the large fair has their working lives.
        var haren = await db.JobEvents.Where(e => e.Key == DemoSeed.EventKey).Select(e => e.Id).SingleAsync();
        var strengths = releases.Where(release => release.JobEventId == haren && release.State != ProfileState.Expired).SelectMany(release => release.Content.Strengths).ToList();
        Assert.Equal(strengths.Count, strengths.Distinct(StringComparer.Ordinal).Count());
        Assert.All(releases, release => Assert.InRange(release.Content.Strengths.Count, 3, ProfileContent.MaxStrengths));
    }

    [Fact]
    public async Task ProfilesMeantToHaveFindings_HaveThem()
    {
        await using var db = demo.Database.CreateDbContext();
        var people = await db.Participants.ToDictionaryAsync(person => person.Id);
        var drafts = await db.ShortProfiles.Where(profile => profile.State == ProfileState.Draft).ToListAsync();

        var withFindings = drafts.Count(profile => ProfileLint.Check(profile.Content, LintSubject.Of(people[profile.ParticipantId]), demo.Clock.Today())
            .Any(finding => finding.Severity == LintSeverity.Blocks));

        Assert.Equal(4, withFindings);
        Assert.True(drafts.Count > withFindings);
    }

    [Fact]
    public async Task LockedProfiles_AreNotPrintedAndTheirCopiesAreOnTheRecallList()
    {
        await using var db = demo.Database.CreateDbContext();
        var locked = await db.ProfileReleases.Where(release => release.State == ProfileState.Locked).ToListAsync();
        var haren = await db.JobEvents.SingleAsync(e => e.Key == DemoSeed.EventKey);

        var text = PrintWorld.TextOf(await PrintAsync(Role.CaseManager, ProfileLayout.A4));
        var recall = await new RecallQueries(demo.Database, TestUser.CaseManager(haren.OrganisationId)).ForEventAsync(haren.Id, CancellationToken.None);

        Assert.Equal(2, locked.Count);
        Assert.All(locked, release => Assert.DoesNotContain(release.Chiffre, text, StringComparison.Ordinal));
        Assert.Equal(4, recall.Value!.Count);
        Assert.All(locked, release => Assert.Equal([1, 2], recall.Value.Where(copy => copy.ReleaseId == release.Id).Select(copy => copy.CopyNumber)));
    }

    [Fact]
    public async Task OtherJobcenter_SeesNobodyOfHaren()
    {
        await using var db = demo.Database.CreateDbContext();
        var other = await db.Organisations.SingleAsync(o => o.Key == DemoSeed.OtherOrganisationKey);
        var haren = await db.JobEvents.SingleAsync(e => e.Key == DemoSeed.EventKey);
        var print = new PrintProfiles(
            demo.Database, TestUser.CaseManager(other.Id), demo.Clock, new CodeCatalogSource(demo.Database, demo.Clock), HarfBuzzPdfEngine.Shared, new DocumentOptions());

        Assert.Equal(Errors.NotFound, (await print.ExecuteAsync(new PrintProfiles.Request { JobEventId = haren.Id }, Stream.Null)).Error);
        var seen = await db.Participants.VisibleTo(TestUser.CaseManager(other.Id)).ToListAsync();
        Assert.Equal(330, seen.Count);
        Assert.All(seen, person => Assert.Equal(other.Id, person.OrganisationId));
        Assert.False(await db.Registrations.AnyAsync(r => r.JobEventId == haren.Id && r.OrganisationId == other.Id));
    }

    [Fact]
    public async Task SeedingTwice_WritesOnce() => Assert.False(await new DemoSeed(demo.Database, demo.Clock).RunAsync(CancellationToken.None));

    private async Task<byte[]> PrintAsync(Role role, ProfileLayout layout)
    {
        await using var db = demo.Database.CreateDbContext();
        var haren = await db.JobEvents.SingleAsync(e => e.Key == DemoSeed.EventKey);
        using var codes = new CodeCatalogSource(demo.Database, demo.Clock);
        using var file = new MemoryStream();
        var result = await new PrintProfiles(
            demo.Database, TestUser.With(haren.OrganisationId, role), demo.Clock, codes, HarfBuzzPdfEngine.Shared, new DocumentOptions())
            .ExecuteAsync(new PrintProfiles.Request { JobEventId = haren.Id, Layout = layout }, file);
        Assert.True(result.Done, result.Error?.Code);
        return file.ToArray();
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}’']+", RegexOptions.None, 1000)]
    private static partial Regex Words();
}
