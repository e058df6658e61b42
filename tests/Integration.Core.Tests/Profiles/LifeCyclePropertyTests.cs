using CsCheck;
using Integration.Common;
using Integration.Profiles;

namespace Integration.Core.Tests.Profiles;

/// <summary>Whatever two people and their case managers do in whatever order: what can be printed or seen is exactly what was consented to.</summary>
public sealed class LifeCyclePropertyTests
{
    private enum Act
    {
        /// <summary>Whatever brings the profile nearer to paper.</summary>
        Advance,
        Edit,
        Check,
        Consent,
        Release,
        Print,
        Withdraw,
        DaysPass,
        Expire,
        Lock,
    }

    private int _printed;
    private int _refused;

    [Fact]
    public async Task AnySequence_ShowsAndPrintsExactlyWhatIsConsentedTo()
    {
        var act = Gen.Frequency(
            (12, Act.Advance), (2, Act.Edit), (1, Act.Check), (2, Act.Consent), (2, Act.Release), (3, Act.Print), (2, Act.Withdraw), (1, Act.DaysPass), (1, Act.Expire), (1, Act.Lock));
        await Gen.Select(act, Gen.Int[0, 1]).Array[4, 24].SampleAsync(RunAsync, iter: 100, threads: 2);

        // The sequences must get as far as paper, and must run into refusals, or they prove nothing.
        Assert.True(_printed > 20, $"{_printed} sheets printed");
        Assert.True(_refused > 20, $"{_refused} acts refused");
    }

    private async Task RunAsync((Act Act, int Person)[] acts)
    {
        await using var world = await ProfileWorld.CreateAsync();
        var people = new[] { new Model((await world.GuestAsync()).Id), new Model((await world.GuestAsync()).Id) };
        foreach (var (act, index) in acts)
        {
            await StepAsync(world, people[index], people, act);
            await CompareAsync(world, people, await world.InForceAsync());
        }
    }

    private async Task StepAsync(ProfileWorld world, Model person, Model[] people, Act act)
    {
        switch (act)
        {
            case Act.Advance:
                await StepAsync(world, person, people, person.Next(world.Today));
                break;
            case Act.Edit:
                person.Texts.Add(Sample.Content with { Introduction = $"Fassung {(char)('A' + person.Texts.Count)}" });
                Assert.True((await world.SaveAsync(person.Id, person.Texts[^1])).Done);
                person.Checked = false;
                break;
            case Act.Check when person.Texts.Count > 0:
                Expect(!person.Checked, (await world.CheckAsync(person.Id)).Done);
                person.Checked = true;
                break;
            case Act.Consent:
                var form = world.ConsentForm(person.Id, person.Texts.Count);
                form.ValidUntil = world.Today.AddDays(60);
                var consent = await world.ConsentAsync(form);
                Expect(person.Checked && form.ValidUntil <= world.Event.Date.AddMonths(12), consent.Done);
                if (consent.Done)
                {
                    person.Consents.Add(new ModelConsent(consent.Value, person.Texts.Count, form.ValidUntil.Value));
                }

                break;
            case Act.Release:
                var basis = person.Consents.LastOrDefault(given => given.Revision == person.Texts.Count && given.InForce(world.Today));
                var live = person.Releases.Find(release => !release.Ended);
                var release = await world.ReleaseAsync(person.Id);
                Expect(person.Checked && basis is not null && !(live is not null && live.Revision == person.Texts.Count && live.Consent.ValidUntil >= world.Today), release.Done);
                if (release.Done)
                {
                    live?.End();
                    person.Releases.Add(new ModelRelease(release.Value.Id, person.Texts.Count, basis!));
                }

                break;
            case Act.Print:
                var printed = await world.PrintAsync();
                await CompareAsync(world, people, printed);
                Interlocked.Add(ref _printed, printed.Count);
                break;
            case Act.Withdraw when person.Consents.Count > 0:
                Assert.True((await world.WithdrawAsync(person.Consents[0].Id)).Done);
                person.Consents.ForEach(given => given.Withdraw());
                person.Releases.ForEach(made => made.End());
                break;
            case Act.DaysPass:
                world.Clock.Advance(TimeSpan.FromDays(45));
                break;
            case Act.Expire:
                Assert.True((await new ExpireReleases(world.Database, world.User, world.Clock).ExecuteAsync(default)).Done);
                people.SelectMany(one => one.Releases).Where(made => made.Consent.ValidUntil < world.Today).ToList().ForEach(made => made.End());
                break;
            case Act.Lock when person.Releases.Find(made => !made.Ended) is { } open:
                Assert.True((await new LockRelease(world.Database, world.User, world.Clock).ExecuteAsync(open.Id, default)).Done);
                open.End();
                break;
            default:
                break;
        }
    }

    private static async Task CompareAsync(ProfileWorld world, Model[] people, List<ProfileRelease> actual)
    {
        var expected = people.SelectMany(person => person.Releases.Where(release => !release.Ended && release.Consent.InForce(world.Today))
            .Select(release => (release.Id, release.Revision, person.Texts[release.Revision - 1].Introduction))).OrderBy(release => release.Id.Value).ToList();
        Assert.Equal(expected, actual.Select(release => (release.Id, release.Revision, release.Content.Introduction)).OrderBy(release => release.Id.Value));
        var seen = await new EmployerProfileQueries(world.Database, world.User, world.Clock).ForEventAsync(world.Event.Id, default);
        Assert.Equal(expected.Select(release => release.Introduction).Order(), seen.Value!.Select(profile => profile.Content.Introduction).Order());
    }

    private void Expect(bool expected, bool actual)
    {
        Assert.Equal(expected, actual);
        if (!actual)
        {
            Interlocked.Increment(ref _refused);
        }
    }

    private sealed class Model(ParticipantId id)
    {
        public ParticipantId Id { get; } = id;

        public List<ProfileContent> Texts { get; } = [];

        public bool Checked { get; set; }

        public List<ModelConsent> Consents { get; } = [];

        public List<ModelRelease> Releases { get; } = [];

        public Act Next(DateOnly today) =>
            Texts.Count == 0 ? Act.Edit
            : !Checked ? Act.Check
            : !Consents.Exists(given => given.Revision == Texts.Count && given.InForce(today)) ? Act.Consent
            : !Releases.Exists(made => !made.Ended && made.Revision == Texts.Count) ? Act.Release
            : Act.Print;
    }

    private sealed record ModelConsent(ConsentId Id, int Revision, DateOnly ValidUntil)
    {
        private bool _withdrawn;

        public void Withdraw() => _withdrawn = true;

        public bool InForce(DateOnly today) => !_withdrawn && ValidUntil >= today;
    }

    private sealed record ModelRelease(ProfileReleaseId Id, int Revision, ModelConsent Consent)
    {
        public bool Ended { get; private set; }

        public void End() => Ended = true;
    }
}
