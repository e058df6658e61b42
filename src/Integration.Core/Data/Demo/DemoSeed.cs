using System.Security.Cryptography;
using Integration.Access;
using Integration.Common;
using Integration.Door;
using Integration.Events;
using Integration.Organisations;
using Integration.Participants;
using Integration.Profiles;
using Integration.Transport;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data.Demo;

/// <summary>Fills an empty database with an invented region: the meeting of Haren with 70 people of eight language groups and profiles in
/// every state and the network of organisations around it; the fair of a second Jobcenter with 500 people whom nobody in Haren can see; a
/// series of Gerolstein with what came of it; a market of projects in Dortmund.</summary>
/// <remarks>The same clock gives the same data but for users' ids: names and texts come from files, ids and numbers are fixed, days are
/// counted from the clock. All people are invented; telephone numbers are of the ranges kept free for films.</remarks>
public sealed class DemoSeed(IDbContextFactory<AppDbContext> contexts, TimeProvider clock)
{
    /// <summary>Key of the leading organisation.</summary>
    public const string OrganisationKey = "jobcenter-emsland";

    /// <summary>Key of the second Jobcenter.</summary>
    public const string OtherOrganisationKey = "jobcenter-osnabrueck";

    /// <summary>Key of the event.</summary>
    public const string EventKey = "haren";

    private const string OtherEventKey = "jobsforyou";
    private const string PastEventKey = "haren-1";
    private const int EarlyEmployers = 2;
    private const int DaysOfEarlyAccess = 28;
    private const string OtherFilePrefix = "People.os-";

    /// <summary>Seeds a database that has no organisation; leaves any other as it is.</summary>
    /// <returns>Whether something was written.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Organisations.AnyAsync(ct))
        {
            return false;
        }

        // Everything is new: nothing has to be compared with what was read.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var world = DemoFiles.Read<DemoWorld>("World.json");
        var organisations = world.Organisations.Select(Organisation).ToDictionary(o => o.Key, StringComparer.Ordinal);
        db.AddRange(organisations.Values);
        var users = DemoUsers.Of(organisations[OrganisationKey].Id).ToList();
        var elsewhereUsers = DemoUsers.Elsewhere.Select(row => DemoUsers.Make(organisations[row.OrganisationKey].Id, row.SignIn)).ToList();
        var other = elsewhereUsers[0];
        db.AddRange([.. users, .. elsewhereUsers]);
        var employerService = users.Find(user => user.Roles.Contains(Role.EmployerService))!.UserId;
        var series = world.Series.Select((s, i) => DemoPreparation.Series(s, i, organisations)).ToDictionary(s => s.Key, StringComparer.Ordinal);
        db.AddRange(series.Values);
        var events = world.Events.Select((e, i) => Event(e, i, organisations, series, employerService)).ToDictionary(e => e.Key, StringComparer.Ordinal);
        db.AddRange(events.Values);
        db.AddRange(world.Events.Select((e, i) => (Demo: e, Number: i)).Where(row => row.Demo.FloorPlan is not null)
            .Select(row => DemoHalls.Plan(row.Demo, events[row.Demo.Key].Id, row.Number)));
        var plans = DemoPlans.Of(events, organisations).ToList();
        db.AddRange(plans);
        db.Add(DemoHalls.Tour(events[EventKey]));

        var caseManagers = users.Where(user => user.Roles.Contains(Role.CaseManager)).ToList();
        var profiles = new DemoProfiles(new CodeCatalog(CodeCatalog.Shipped()), clock);
        var number = 0;
        foreach (var file in DemoFiles.PeopleFiles)
        {
            var elsewhere = file.StartsWith(OtherFilePrefix, StringComparison.Ordinal);
            var (organisation, jobEvent, past) = elsewhere
                ? (organisations[OtherOrganisationKey], events[OtherEventKey], events[OtherEventKey])
                : (organisations[OrganisationKey], events[EventKey], events[PastEventKey]);
            foreach (var demo in DemoFiles.Read<IReadOnlyList<DemoPerson>>(file))
            {
                number++;
                var owner = elsewhere ? other : caseManagers[number % caseManagers.Count];
                var checker = elsewhere ? other : caseManagers[(number + 1) % caseManagers.Count];
                var person = Person(demo, number, organisation.Id, owner);
                db.Add(person);
                db.Add(Registration(demo, number, person, jobEvent));
                db.AddRange(profiles.Of(demo, number, person, jobEvent, past, organisation.RegionKey, owner.UserId, checker.UserId));
            }
        }

        db.AddRange(profiles.Prints(events[EventKey], events[PastEventKey], organisations[OrganisationKey].Id, caseManagers[0].UserId, employerService));
        db.AddRange(new DemoContacts(clock).Of(
            events[EventKey], profiles.InForce, db.ChangeTracker.Entries<Participant>().ToDictionary(entry => entry.Entity.Id, entry => entry.Entity.OwnerId!.Value),
            organisations["ela-container"], organisations["emsstahl"], employerService));
        var outcomes = new DemoOutcomes(new CodeCatalog(CodeCatalog.Shipped()), clock);
        db.AddRange(outcomes.Asked(events.Values.Where(e => e.Key != PastEventKey)));
        db.AddRange(outcomes.Of(
            events[PastEventKey], db.ChangeTracker.Entries<ProfileRelease>().Select(entry => entry.Entity)
                .Where(release => release.JobEventId == events[EventKey].Id && release.State == ProfileState.Released).ToList(),
            db.ChangeTracker.Entries<Participant>().ToDictionary(entry => entry.Entity.Id, entry => entry.Entity.OwnerId!.Value), organisations[OrganisationKey], employerService));
        var companies = new DemoEmployers(clock).Of(organisations, events).ToList();
        db.AddRange(companies);
        db.AddRange(Others(world, organisations, events, plans, elsewhereUsers, profiles, companies));
        await db.SaveChangesAsync(ct);
        await new DemoTalks(clock).PublishAsync(db, events[OtherEventKey].Id, events[EventKey].Id, other.UserId, ct);
        return true;
    }

    // The fair of Osnabrück, the series of Gerolstein, the market of Dortmund.
    private IEnumerable<object> Others(
        DemoWorld world, Dictionary<string, Organisation> organisations, Dictionary<string, JobEvent> events, List<object> plans, List<AppUser> users,
        DemoProfiles profiles, List<object> companies)
    {
        var (crowd, preparation) = (new DemoCrowd(clock), new DemoPreparation(clock));
        var people = crowd.People(organisations, users);
        var coming = crowd.Registrations(people, events).ToList();
        var fair = events[OtherEventKey];
        var lines = plans.OfType<BusLine>().Where(line => line.JobEventId == fair.Id).ToList();
        var written = DemoTalks.ProfilesOf(profiles, crowd, coming, fair, organisations[OtherOrganisationKey].RegionKey, users[0].UserId).ToList();
        var service = users.Find(user => user.OrganisationId == fair.OrganisationId && user.Roles.Contains(Role.EmployerService))!.UserId;
        return
        [
            .. written, .. new DemoTalks(clock).Wishes(written.OfType<ProfileRelease>(), fair, companies, service, users[0].UserId),
            .. DemoTalks.TimesOfFair(fair), .. DemoTalks.Venues(fair, 0, "Erdgeschoss", "Obergeschoss"), .. DemoTalks.TimesOfHaren(events[EventKey]), .. DemoTalks.Venues(events[EventKey], 100, "Foyer"),
            .. people.Values.SelectMany(list => list),
            .. coming.Select(row => row.Registration),
            .. coming.Select(row => row.Attendance).OfType<Attendance>(),
            .. DemoPreparation.Seats(lines, coming.Where(row => row.Registration.JobEventId == fair.Id).Select(row => (row.Registration, row.Person))),
            .. preparation.Interpreters(organisations[OtherOrganisationKey].Id, fair),
            .. world.Events.SelectMany((demo, i) => preparation.Tasks(
                demo, events[demo.Key], i, users.Find(user => user.OrganisationId == events[demo.Key].OrganisationId && user.Roles.Contains(Role.Organiser))?.UserId)),
        ];
    }

    private static Organisation Organisation(DemoOrganisation demo, int number) => new()
    {
        Id = new OrganisationId(DemoIds.Of("organisation", number)),
        Key = demo.Key,
        Name = demo.Name,
        Kind = demo.Kind,
        RegionKey = demo.RegionKey,
        ContactTeam = demo.Team,
        ContactPhone = demo.Phone,
        ContactEmail = demo.Email,
        RequiresSecondCheck = demo.SecondCheck,
        Sites = demo.Sites.Select((site, i) =>
        {
            site.Id = new SiteId(DemoIds.Of("site", (number * 10) + i));
            return site;
        }).ToList(),
    };

    private JobEvent Event(DemoEvent demo, int number, Dictionary<string, Organisation> organisations, Dictionary<string, EventSeries> series, UserId vouching)
    {
        var id = new JobEventId(DemoIds.Of("event", number));
        var date = demo.On ?? clock.Today().AddDays(demo.InDays);
        var inDays = date.DayNumber - clock.Today().DayNumber;
        var holders = demo.Employers.Where(_ => demo.Stands).Concat(demo.Partners).Select(key => organisations[key].Id).ToList();
        var vouched = demo.Employers.Select((employer, i) => new ExpectedEmployer
        {
            JobEventId = id,
            OrganisationId = organisations[employer].Id,
            VouchedAt = Now.AddDays(Math.Min(0, inDays) - 20 + i),
            VouchedBy = vouching,
            // Two employers are let in early, so that there is something to look at before the day.
            OpensOn = i < EarlyEmployers && inDays is > 0 and < DaysOfEarlyAccess ? clock.Today().AddDays(-1) : null,
        });
        return new JobEvent
        {
            Id = id,
            Key = demo.Key,
            OrganisationId = organisations[demo.Leader].Id,
            Kind = demo.Kind,
            Title = demo.Title,
            Date = date,
            StartsAt = demo.From,
            EndsAt = demo.To,
            Place = demo.Place,
            Street = demo.Street,
            Town = demo.Town,
            RegionName = demo.Region,
            Audiences = [.. demo.Audiences],
            Patron = demo.Patron,
            FundingNote = demo.FundingNote,
            Agencies = demo.MostAgencies is null ? AgencyRule.Allowed : AgencyRule.Limited,
            MostAgencies = demo.MostAgencies,
            SeriesId = demo.Series is { } key ? series[key].Id : null,
            State = inDays < 0 ? JobEventState.Closed : demo.Planned ? JobEventState.Planned : JobEventState.Published,
            Hosts = demo.Hosts.Select(host => new JobEventHost { JobEventId = id, OrganisationId = organisations[host].Id }).ToList(),
            Stands = DemoHalls.Stands(id, number, holders, demo.FloorPlan is null ? null : new FloorPlanId(DemoIds.Of("plan", number))),
            Employers = [.. vouched, .. demo.NotVouched.Select(employer => new ExpectedEmployer { JobEventId = id, OrganisationId = organisations[employer].Id })],
        };
    }

    private Participant Person(DemoPerson demo, int number, OrganisationId organisation, AppUser owner)
    {
        var person = demo.Person;
        person.Id = new ParticipantId(DemoIds.Of("participant", number));
        person.OrganisationId = organisation;
        person.OwnerId = owner.UserId;
        person.OwnerName = owner.DisplayName;
        person.CourseEndsOn = demo.CourseEndsInMonths is { } course ? clock.Today().AddMonths(course) : null;
        person.ResidenceValidUntil = demo.ResidenceEndsInMonths is { } paper ? clock.Today().AddMonths(paper) : null;
        person.RegisteredAt = Now.AddDays(-60).AddHours(number);
        person.ChangedAt = Now.AddDays(-20).AddMinutes(number * 37);
        return person;
    }

    private Registration Registration(DemoPerson demo, int number, Participant person, JobEvent jobEvent) => new()
    {
        Id = new RegistrationId(DemoIds.Of("registration", number)),
        JobEventId = jobEvent.Id,
        ParticipantId = person.Id,
        OrganisationId = person.OrganisationId,
        Invitation = demo.Invitation,
        Purpose = demo.Invitation == InvitationKind.RequestToReport ? ReportingPurpose.Placement : null,
        State = demo.Registration,
        TicketCode = OpaqueToken.Encode(SHA256.HashData(DemoIds.Of("ticket", number).ToByteArray()).AsSpan(0, 16)),
        WaitingSince = demo.Registration == RegistrationState.Waiting ? Now.AddDays(-40).AddMinutes(number) : null,
        RegisteredAt = Now.AddDays(-40).AddMinutes(number),
        ChangedAt = Now.AddDays(-25).AddMinutes(number),
    };

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
