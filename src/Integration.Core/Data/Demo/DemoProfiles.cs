using Integration.Common;
using Integration.Documents;
using Integration.Events;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles;

namespace Integration.Data.Demo;

/// <summary>The demo's profiles in every state of the life cycle, with the steps that led there.</summary>
internal sealed class DemoProfiles(CodeCatalog codes, TimeProvider clock)
{
    private const int Seed = 20261204;
    private readonly List<ProfileRelease> _printed = [];
    private readonly List<ProfileRelease> _past = [];
    private readonly HashSet<string> _chiffres = new(StringComparer.Ordinal);
    // A demo must look the same twice; nothing here is secret.
    private readonly Random _random = new(Seed);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Profile, consent, release and steps of one person.</summary>
    public IEnumerable<object> Of(
        DemoPerson demo, int number, Participant person, JobEvent jobEvent, JobEvent past, string regionKey, UserId writer, UserId checker)
    {
        if (demo.State == DemoState.None)
        {
            yield break;
        }

        var start = Now.AddDays(-18).AddMinutes(number * 41);
        var profile = new ShortProfile
        {
            Id = new ShortProfileId(DemoIds.Of("profile", number)),
            ParticipantId = person.Id,
            OrganisationId = person.OrganisationId,
            Revision = 1,
            WrittenBy = writer,
            ChangedAt = start,
            Content = ProfilePrefill.From(person, ForEmployers, clock.Today()) with
            {
                Strengths = demo.Strengths, Introduction = demo.Introduction, Area = demo.Area,
            },
        };
        yield return profile;
        yield return Step(profile, null, null, null, ProfileState.Draft, start, writer);
        if (demo.State is DemoState.Draft or DemoState.Findings)
        {
            yield break;
        }

        (profile.State, profile.CheckedBy, profile.CheckedAt) = (ProfileState.Checked, checker, start.AddDays(1));
        yield return Step(profile, null, null, ProfileState.Draft, ProfileState.Checked, start.AddDays(1), checker);
        if (demo.State == DemoState.Checked)
        {
            yield break;
        }

        var shownAt = demo.State == DemoState.Expired ? past : jobEvent;
        var day = demo.State == DemoState.Expired ? Midday(past.Date.AddDays(-9)) : start.AddDays(2);
        var consent = Consent(number, person, shownAt, day, writer, person.OwnerName);
        yield return consent;
        yield return Step(profile, null, shownAt, ProfileState.Checked, ProfileState.Consented, day, writer);
        if (demo.State == DemoState.Consented)
        {
            yield break;
        }

        var release = Release(number, profile, consent, shownAt, regionKey, day.AddDays(1), writer);
        yield return release;
        yield return Step(profile, release, shownAt, ProfileState.Consented, ProfileState.Released, release.ReleasedAt, writer);
        foreach (var step in Further(demo, profile, release, consent, shownAt, writer))
        {
            yield return step;
        }
    }

    /// <summary>What was printed so far: loose sheets and one folder for the coming event, one folder of the past event that came back.</summary>
    public IEnumerable<PrintRun> Prints(JobEvent jobEvent, JobEvent past, OrganisationId organisation, UserId caseManager, UserId employerService)
    {
        yield return Run(1, PrintProduct.Profiles, jobEvent, null, organisation, caseManager, Now.AddDays(-3), _printed, (1, 1), null);
        yield return Run(2, PrintProduct.Folder, jobEvent, 1, organisation, employerService, Now.AddDays(-2), _printed, (2, 2), null);
        yield return Run(3, PrintProduct.Folder, past, 1, organisation, employerService, Midday(past.Date.AddDays(-1)), _past, (1, 1), Midday(past.Date.AddDays(1)));
    }

    /// <summary>Sheets of the coming event that are on paper and in force.</summary>
    public IReadOnlyList<ProfileRelease> InForce => [.. _printed.Where(release => release.State == ProfileState.Printed)];

    private IEnumerable<ProfileTransition> Further(
        DemoPerson demo, ShortProfile profile, ProfileRelease release, Consent consent, JobEvent jobEvent, UserId by)
    {
        if (demo.State == DemoState.Released)
        {
            yield break;
        }

        var printed = demo.State == DemoState.Expired ? Midday(jobEvent.Date.AddDays(-1)) : Now.AddDays(-3);
        (demo.State == DemoState.Expired ? _past : _printed).Add(release);
        release.State = ProfileState.Printed;
        yield return Step(profile, release, jobEvent, ProfileState.Released, ProfileState.Printed, printed, by);
        if (demo.State == DemoState.Locked)
        {
            (consent.WithdrawnAt, consent.WithdrawnBy) = (Now.AddDays(-1), by);
            (release.State, release.LockedAt, release.Generation) = (ProfileState.Locked, Now.AddDays(-1), 1);
            yield return Step(profile, release, jobEvent, ProfileState.Printed, ProfileState.Locked, Now.AddDays(-1), by);
        }
        else if (demo.State == DemoState.Expired)
        {
            (release.State, release.Generation) = (ProfileState.Expired, 1);
            yield return Step(profile, release, jobEvent, ProfileState.Printed, ProfileState.Expired, Midday(release.ValidUntil.AddDays(1)), UserId.System);
        }
    }

    private static Consent Consent(int number, Participant person, JobEvent jobEvent, DateTime at, UserId by, string explainedBy) => new()
    {
        Id = new ConsentId(DemoIds.Of("consent", number)),
        ParticipantId = person.Id,
        OrganisationId = person.OrganisationId,
        Purpose = ConsentPurpose.ProfileAtEvent,
        JobEventId = jobEvent.Id,
        ProfileRevision = 1,
        TextVersion = "2026-11",
        Language = LanguageTag(person.FirstLanguage),
        ExplainedBy = explainedBy,
        Medium = ConsentMedium.Paper,
        GivenOn = DateOnly.FromDateTime(at),
        ValidUntil = jobEvent.Date.AddMonths(3),
        RecordedAt = at,
        RecordedBy = by,
    };

    private ProfileRelease Release(int number, ShortProfile profile, Consent consent, JobEvent jobEvent, string regionKey, DateTime at, UserId by) => new()
    {
        Id = new ProfileReleaseId(DemoIds.Of("release", number)),
        ShortProfileId = profile.Id,
        ParticipantId = profile.ParticipantId,
        OrganisationId = profile.OrganisationId,
        JobEventId = jobEvent.Id,
        ConsentId = consent.Id,
        Chiffre = NextChiffre(regionKey, jobEvent.Date.Year),
        Token = new string(Enumerable.Range(0, OpaqueToken.Length).Select(_ => (char)('a' + _random.Next(26))).ToArray()),
        Content = profile.Content,
        Revision = profile.Revision,
        ReleasedAt = at,
        ReleasedBy = by,
        ValidUntil = consent.ValidUntil,
    };

    private PrintRun Run(
        int number, PrintProduct product, JobEvent jobEvent, int? folder, OrganisationId organisation, UserId by, DateTime at,
        List<ProfileRelease> releases, (int Number, int Of) copy, DateTime? returned) => new()
    {
        Id = new PrintRunId(DemoIds.Of("print", number)),
        OrganisationId = organisation,
        Product = product,
        JobEventId = jobEvent.Id,
        EmployerId = folder is null ? null : jobEvent.Employers[0].OrganisationId,
        FolderNumber = folder,
        PrintedAt = at,
        PrintedBy = by,
        Sheets = releases.Count + (folder is null ? 0 : 3),
        Items = releases.Select(release => new PrintRunItem
        {
            ReleaseId = release.Id, ParticipantId = release.ParticipantId, CopyNumber = copy.Number, CopyOf = copy.Of, ReturnedAt = returned,
        }).ToList(),
    };

    private static ProfileTransition Step(
        ShortProfile profile, ProfileRelease? release, JobEvent? jobEvent, ProfileState? from, ProfileState to, DateTime at, UserId by) => new()
    {
        ShortProfileId = profile.Id, ReleaseId = release?.Id, JobEventId = jobEvent?.Id, From = from, To = to, At = at, By = by,
    };

    private string NextChiffre(string regionKey, int year)
    {
        while (true)
        {
            if (DemoChiffre.Of(regionKey, year, _random.Next(10_000), Chiffre.Digits) is { } chiffre && _chiffres.Add(chiffre))
            {
                return chiffre;
            }
        }
    }

    private string? ForEmployers(string list, string code) =>
        codes.Find(list, code, clock.Today()) is { Visibility: "A" } entry ? entry.German : null;

    // Languages of the consent texts; a form in English where there is none.
    private static string LanguageTag(string code) => code switch
    {
        "ara" => "ar", "ukr" => "uk", "prs" => "fa-AF", "pes" => "fa", "kmr" => "kmr", "tir" => "ti", "tur" => "tr", "fra" => "fr", _ => "en",
    };

    private static DateTime Midday(DateOnly day) => day.ToDateTime(new TimeOnly(11, 0), DateTimeKind.Utc);
}
