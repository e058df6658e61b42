using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Door;
using Integration.Events;
using Integration.Interpreters;
using Integration.Organisations;
using Integration.Participants;
using Integration.Transport;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data.Demo;

/// <summary>Fills an empty or a demo database with invented people of any number and with events for them, so that an operator can measure before
/// buying a machine. The same numbers give the same people and events.</summary>
public sealed class LoadRegion(IDbContextFactory<AppDbContext> contexts, TimeProvider clock)
{
    /// <summary>Most people that are made.</summary>
    public const int MostParticipants = 1_000_000;

    /// <summary>Most events that are made.</summary>
    public const int MostEvents = 1000;

    private const int BatchSize = 1000;
    private const int Seed = 43;
    private const int Organisations = 5;
    private const int Employers = 20;
    private const int BusSeats = 50;
    private const string KeyPrefix = "load-";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes the people and events, a thousand people a transaction. The people belong to the organisations whose case managers can sign in,
    /// to new ones where there are none.</summary>
    /// <param name="participants">How many people, up to <see cref="MostParticipants"/>.</param>
    /// <param name="events">How many events, 1 to <see cref="MostEvents"/>; half of them are over.</param>
    /// <param name="progress">Told the number of people that are saved.</param>
    /// <param name="ct">Cancels between batches; what is saved stays.</param>
    /// <returns>Whether it was done; not in a database that holds anything but the demo, nor a second time.</returns>
    public async Task<bool> RunAsync(int participants, int events, IProgress<int>? progress, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(participants);
        ArgumentOutOfRangeException.ThrowIfLessThan(events, 1);
        if (await OwnersAsync(ct) is not { } owners)
        {
            return false;
        }

        var made = await EventsAsync(owners, events, (participants + events - 1) / events, ct);
        var maker = new LoadPeople(Seed, Now);
        for (var done = 0; done < participants; done += BatchSize)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var number in Enumerable.Range(done, Math.Min(BatchSize, participants - done)))
            {
                var person = maker.Person(owners[number / events % owners.Count], number);
                db.Add(person);
                db.AddRange(Coming(person, number / events, made[number % events]));
            }

            await db.SaveChangesAsync(ct);
            progress?.Report(Math.Min(participants, done + BatchSize));
        }

        return true;
    }

    private async Task<IReadOnlyList<OrganisationId>?> OwnersAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var known = await db.Organisations.AnyAsync(ct);
        if (await db.Organisations.AnyAsync(o => o.Key.StartsWith(KeyPrefix), ct) || (known && !await db.JobEvents.AnyAsync(e => e.Key == DemoSeed.EventKey, ct)))
        {
            return null;
        }

        var staffed = (await db.Users.AsNoTracking().ToListAsync(ct)).Where(user => user.Roles.Contains(Role.CaseManager)).Select(user => user.OrganisationId).Distinct().ToList();
        var own = Enumerable.Range(1, staffed.Count == 0 ? Organisations : 0).Select(i => Make("jobcenter", i, OrganisationKind.JobcenterMunicipal)).ToList();
        var employers = Enumerable.Range(1, Employers).Select(i => Make("employer", i, OrganisationKind.Employer)).ToList();
        db.AddRange([.. own, .. employers]);
        await db.SaveChangesAsync(ct);
        return [.. staffed, .. own.Select(o => o.Id)];
    }

    private static Organisation Make(string kind, int number, OrganisationKind type) => new()
    {
        Key = KeyPrefix + kind + "-" + Text(number), Name = "Load " + kind + " " + Text(number), Kind = type, RegionKey = type == OrganisationKind.Employer ? "" : "LD",
    };

    private async Task<List<LoadEvent>> EventsAsync(IReadOnlyList<OrganisationId> owners, int count, int people, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var employers = await db.Organisations.Where(o => o.Key.StartsWith(KeyPrefix + "employer-")).OrderBy(o => o.Key).Select(o => o.Id).ToListAsync(ct);
        var pools = owners.ToDictionary(owner => owner, owner => LoadPeople.Languages.Select((language, i) => Interpreter(owner, language, i)).ToList());
        db.AddRange(pools.Values.SelectMany(pool => pool));
        var events = new List<LoadEvent>();
        for (var i = 0; i < count; i++)
        {
            var leader = owners[i % owners.Count];
            var jobEvent = Event(i, count, people, leader, owners, employers);
            var lines = Enumerable.Range(0, LoadPeople.Towns.Length / 2).Select(line => Line(jobEvent.Id, line)).ToList();
            db.Add(jobEvent);
            db.AddRange(lines);
            db.AddRange(Programme(jobEvent));
            db.AddRange(pools[leader].Select(interpreter => Assignment(jobEvent, interpreter)));
            events.Add(new LoadEvent(jobEvent.Id, jobEvent.State == JobEventState.Closed, jobEvent.Places!.Value, jobEvent.BeginsAt(clock.LocalTimeZone), lines, new int[lines.Count]));
        }

        await db.SaveChangesAsync(ct);
        return events;
    }

    private JobEvent Event(int i, int count, int people, OrganisationId leader, IReadOnlyList<OrganisationId> owners, List<OrganisationId> employers)
    {
        var id = JobEventId.New();
        var date = clock.Today().AddDays((i - (count / 2)) * 3);
        return new JobEvent
        {
            Id = id, Key = KeyPrefix + "event-" + Text(i + 1), OrganisationId = leader, Kind = "JOBMESSE", Title = "Load " + Text(i + 1), Date = date,
            StartsAt = new TimeOnly(10, 0), EndsAt = new TimeOnly(14, 0), Place = "Load hall", Town = LoadPeople.Towns[i % LoadPeople.Towns.Length], RegionName = "Load",
            State = date < clock.Today() ? JobEventState.Closed : JobEventState.Published, Places = people - (people / 20),
            Hosts = [.. owners.Where(owner => owner != leader).Select(owner => new JobEventHost { JobEventId = id, OrganisationId = owner })],
            Employers = [.. employers.Select(employer => new ExpectedEmployer { JobEventId = id, OrganisationId = employer, VouchedAt = Now })],
            Stands = DemoHalls.Stands(id, null, employers, null),
        };
    }

    private static BusLine Line(JobEventId jobEvent, int number) => new()
    {
        JobEventId = jobEvent, Name = "Load " + Text(number + 1), Company = "Load", Seats = BusSeats, ArrivesAt = new TimeOnly(9, 40), LeavesAt = new TimeOnly(14, 15),
        Stops = [.. Enumerable.Range(0, 2).Select(stop => new BusStop
        {
            Number = stop + 1, Name = LoadPeople.Towns[(number * 2) + stop], Municipality = LoadPeople.Towns[(number * 2) + stop],
            LeavesAt = new TimeOnly(8, 30).AddMinutes(stop * 20), BackAt = new TimeOnly(15, 30).AddMinutes(stop * -20),
        })],
    };

    private static IEnumerable<object> Programme(JobEvent jobEvent)
    {
        var room = new Room { JobEventId = jobEvent.Id, Name = "Load room", Seats = 200 };
        yield return room;
        for (var i = 0; i < 8; i++)
        {
            yield return new ProgrammeItem
            {
                JobEventId = jobEvent.Id, RoomId = room.Id, Title = "Load " + Text(i + 1), StartsAt = jobEvent.StartsAt.AddMinutes(i * 30), EndsAt = jobEvent.StartsAt.AddMinutes((i * 30) + 20),
                Capacity = 150, Speakers = ["Load " + Text(i + 1)],
            };
        }
    }

    private static Interpreter Interpreter(OrganisationId owner, string language, int i) => new()
    {
        OrganisationId = owner, DisplayName = "Load " + Text(i + 1), Languages = [new InterpreterLanguage { Code = language }], Municipality = LoadPeople.Towns[i % LoadPeople.Towns.Length],
    };

    private static InterpreterAssignment Assignment(JobEvent jobEvent, Interpreter interpreter) => new()
    {
        OrganisationId = jobEvent.OrganisationId, JobEventId = jobEvent.Id, InterpreterId = interpreter.Id, Kind = AssignmentKind.Pool, Task = "Load",
        Language = interpreter.Languages[0].Code, Day = jobEvent.Date, StartsAt = jobEvent.StartsAt, EndsAt = jobEvent.StartsAt.AddMinutes(110), State = AssignmentState.Confirmed,
    };

    private IEnumerable<object> Coming(Participant person, int index, LoadEvent at)
    {
        var waits = index >= at.Places;
        var state = waits ? RegistrationState.Waiting : at.Over || index % 4 != 0 ? RegistrationState.Accepted : RegistrationState.Invited;
        var registration = new Registration
        {
            JobEventId = at.Id, ParticipantId = person.Id, OrganisationId = person.OrganisationId, State = state, WaitingSince = waits ? Now.AddDays(-9) : null,
            RegisteredAt = Now.AddDays(-20), ChangedAt = Now.AddDays(-9),
        };
        yield return registration;
        var line = Array.IndexOf(LoadPeople.Towns, person.Town) / 2;
        if (!waits && at.Taken[line] < BusSeats)
        {
            var stop = at.Lines[line].Stops.Find(stop => stop.Municipality == person.Town)!;
            yield return new BusSeat { RegistrationId = registration.Id, LineId = at.Lines[line].Id, StopId = stop.Id, Number = ++at.Taken[line] };
        }

        if (!waits && at.Over && index % 5 != 4)
        {
            yield return new Attendance { RegistrationId = registration.Id, JobEventId = at.Id, State = AttendanceState.Present, Means = AttendanceMeans.Ticket, InAt = at.Begins.AddSeconds(index % 3600) };
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record LoadEvent(JobEventId Id, bool Over, int Places, DateTime Begins, IReadOnlyList<BusLine> Lines, int[] Taken);
}
