using Integration.Common;
using Integration.Employers;
using Integration.Events;
using Integration.Interpreters;
using Integration.Planning.Talks;
using Integration.Profiles;
using Integration.TalkPlans;
using Integration.Talks;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data.Demo;

/// <summary>Planned talks of the demo: released profiles and wishes of some people of the large fair, tables and times there and at the first event, and a
/// published plan for each, as the constructive start makes it.</summary>
internal sealed class DemoTalks(TimeProvider clock)
{
    // Beyond the numbers of the written people.
    private const int FirstProfile = 200;
    private const int FirstContact = 1000;
    private const int Profiles = 84;
    private const int HarenFit = 60;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Profiles of every fourth person who has said yes to the fair and whose working life is written well enough to be shown.</summary>
    public static IEnumerable<object> ProfilesOf(DemoProfiles profiles, DemoCrowd crowd, IEnumerable<DemoComing> coming, JobEvent fair, string regionKey, UserId by) =>
        coming.Where(row => row.Registration.JobEventId == fair.Id && row.Registration.State == RegistrationState.Accepted)
            .Where(row => crowd.ModelOf(row.Person).State is not (DemoState.None or DemoState.Draft or DemoState.Findings)).Where((_, i) => i % 4 == 0).Take(Profiles)
            .SelectMany((row, i) => profiles.Of(
                crowd.ModelOf(row.Person) with { State = DemoState.Released, Introduction = "", Area = "Osnabrücker Land" }, FirstProfile + i, row.Person, fair, fair, regionKey, by, by));

    /// <summary>Wishes where profile and offer fit best: the best of both, the next of one of the two.</summary>
    public IEnumerable<Contact> Wishes(IEnumerable<ProfileRelease> releases, JobEvent fair, IReadOnlyCollection<object> companies, UserId service, UserId manager)
    {
        var files = companies.OfType<EmployerFile>().ToDictionary(file => file.OrganisationId);
        var vouched = fair.Employers.Where(e => e.VouchedAt is not null).Select(e => e.OrganisationId).ToList();
        var offers = companies.OfType<JobOffer>().Where(offer => offer.State == OfferState.Open && (offer.JobEventId is null || offer.JobEventId == fair.Id) && vouched.Contains(offer.EmployerId))
            .Select(offer => (offer.EmployerId, Facts: FitOffer.Of(offer, files.GetValueOrDefault(offer.EmployerId)))).ToList();
        var number = FirstContact;
        foreach (var (release, i) in releases.Select((release, i) => (release, i)))
        {
            var facts = FitProfile.Of(release.Content);
            var best = offers.Where(row => Fit.MayBeProposed(facts, row.Facts)).GroupBy(row => row.EmployerId)
                .OrderByDescending(group => group.Max(row => Fit.Score(facts, row.Facts).Points)).ThenBy(group => vouched.IndexOf(group.Key)).Select(group => group.Key).Take(3 + (i % 2));
            foreach (var (employer, rank) in best.Select((employer, rank) => (employer, rank)))
            {
                var contact = Contact.Of(release, employer);
                contact.Id = new ContactId(DemoIds.Of("contact", number++));
                if (rank is 0 or 2 || (rank == 1 && i % 3 == 0))
                {
                    (contact.EmployerInterestAt, contact.EmployerInterestBy) = (Now.AddDays(-4).AddMinutes(i), service);
                }

                if (rank is 0 or 1 or 3)
                {
                    (contact.PersonInterestAt, contact.PersonInterestBy) = (Now.AddDays(-3).AddMinutes(i), manager);
                }

                yield return contact;
            }
        }
    }

    /// <summary>Times at the fair: before and after the change of the language blocks.</summary>
    public static IEnumerable<object> TimesOfFair(JobEvent fair) =>
    [
        Times(1, fair, new TimeOnly(10, 15), new TimeOnly(12, 0), 15, 5), Times(2, fair, new TimeOnly(12, 10), new TimeOnly(13, 30), 15, 5),
    ];

    /// <summary>Times at the first event: while the employers stand in the town hall.</summary>
    public static IEnumerable<object> TimesOfHaren(JobEvent jobEvent) => [Times(3, jobEvent, new TimeOnly(11, 40), new TimeOnly(12, 40), 10, 2)];

    /// <summary>Tables for every employer that somebody vouched for; some receive small groups.</summary>
    /// <param name="jobEvent">The event.</param>
    /// <param name="first">Number of the first row.</param>
    /// <param name="zones">Parts of the house.</param>
    public static IEnumerable<object> Venues(JobEvent jobEvent, int first, params string[] zones) =>
        jobEvent.Employers.Where(e => e.VouchedAt is not null).Select((employer, i) => new TalkVenue
        {
            Id = new TalkVenueId(DemoIds.Of("talk venue", first + i)),
            JobEventId = jobEvent.Id,
            EmployerId = employer.OrganisationId,
            Tables = 1 + (i % 2),
            GroupSize = i % 3 == 2 ? 3 : 1,
            Zone = zones[i % zones.Length],
            Languages = [.. jobEvent.Stands.Where(stand => stand.OrganisationId == employer.OrganisationId).SelectMany(stand => stand.Languages).Where(code => code != LanguageFits.German).Distinct()],
        });

    /// <summary>Plans and publishes both events' talks; everything else is saved.</summary>
    public async Task PublishAsync(AppDbContext db, JobEventId fair, JobEventId haren, UserId by, CancellationToken ct)
    {
        db.AddRange(await PlanAsync(db, 1, fair, new TalkSettings(), by, ct), await PlanAsync(db, 2, haren, new TalkSettings { LeastFit = HarenFit }, by, ct));
        await db.SaveChangesAsync(ct);
    }

    private async Task<TalkSchedule> PlanAsync(AppDbContext db, int number, JobEventId id, TalkSettings settings, UserId by, CancellationToken ct)
    {
        var jobEvent = await db.JobEvents.AsNoTracking().Include(e => e.Employers).Include(e => e.Stands).AsSplitQuery().SingleAsync(e => e.Id == id, ct);
        var ground = await TalkProblemReader.ReadAsync(db, clock, jobEvent, settings, new TalkLosses(), [], ct);
        var plan = ConstructiveStart.Make(ground.Problem);
        var points = TalkPoints.Of(ground.Problem);
        var schedule = new TalkSchedule
        {
            Id = new TalkScheduleId(DemoIds.Of("talk schedule", number)), JobEventId = id, Number = 1, State = TalkScheduleState.Published, PublishedFor = id,
            Status = PlanStatus.Feasible, Value = TalkScoring.Score(ground.Problem, plan).Value, Settings = settings, MadeAt = Now.AddDays(-2), PublishedAt = Now.AddDays(-2).AddHours(1), MadeBy = by,
            // No search has proven anything: every talk, and nobody without one.
            Bound = ground.Problem.Requests.Sum(points.Of) + (points.Somebody * ground.Problem.People.Count),
        };
        schedule.Talks.AddRange(ground.TalksOf(plan, schedule.Id).Select((talk, i) =>
        {
            talk.Id = new ScheduledTalkId(DemoIds.Of("talk", (number * 10_000) + i));
            return talk;
        }));
        return schedule;
    }

    private static TalkTimes Times(int number, JobEvent jobEvent, TimeOnly from, TimeOnly until, int minutes, int between) => new()
    {
        Id = new TalkTimesId(DemoIds.Of("talk times", number)), JobEventId = jobEvent.Id, StartsAt = from, EndsAt = until, Minutes = minutes, MinutesBetween = between,
    };
}

/// <summary>Somebody of the crowd who comes to an event.</summary>
internal sealed record DemoComing(Registration Registration, Participants.Participant Person, Door.Attendance? Attendance);
