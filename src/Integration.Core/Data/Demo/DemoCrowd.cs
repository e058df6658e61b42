using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Integration.Access;
using Integration.Common;
using Integration.Door;
using Integration.Events;
using Integration.Organisations;
using Integration.Participants;

namespace Integration.Data.Demo;

/// <summary>The many people of the demo's large fair and of its series, with their registrations. Each has the working life of one of the written
/// people and a name drawn from lists; the same clock gives the same people.</summary>
internal sealed class DemoCrowd(TimeProvider clock)
{
    private const int Seed = 20261205;
    private const int FirstNumber = 1000;

    // A demo must look the same twice; nothing here is secret.
    private readonly Random _random = new(Seed);
    private readonly Crowd _crowd = DemoFiles.Read<Crowd>("Crowd.json");
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly ILookup<string, JsonElement> _models = DemoFiles.PeopleFiles.SelectMany(DemoFiles.Read<IReadOnlyList<JsonElement>>)
        .ToLookup(model => model.GetProperty("Person").GetProperty("FirstLanguage").GetString()!);

    private readonly Dictionary<ParticipantId, DemoPerson> _written = [];

    private int _number = FirstNumber;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The people, by the key of their organisation.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Participant>> People(IReadOnlyDictionary<string, Organisation> organisations, IReadOnlyList<AppUser> users) =>
        _crowd.Groups.ToDictionary(
            group => group.Organisation,
            group => (IReadOnlyList<Participant>)Enumerable.Range(0, group.Count).Select(i => Person(group, i, organisations[group.Organisation].Id, users)).ToList(),
            StringComparer.Ordinal);

    /// <summary>The written person whose working life somebody of the crowd has.</summary>
    public DemoPerson ModelOf(Participant person) => _written[person.Id];

    /// <summary>Their registrations; attendance for events that are over.</summary>
    public IEnumerable<DemoComing> Registrations(
        IReadOnlyDictionary<string, IReadOnlyList<Participant>> people, IReadOnlyDictionary<string, JobEvent> events) =>
        _crowd.Comings.SelectMany(coming => people[coming.Organisation].Skip(coming.First).Take(coming.Held + coming.Waiting + coming.Declined)
            .Select((person, i) =>
            {
                var registration = Registration(coming, i, person, events[coming.Event]);
                return new DemoComing(registration, person, Attendance(registration, events[coming.Event], i));
            }));

    private Participant Person(Group group, int i, OrganisationId organisation, IReadOnlyList<AppUser> users)
    {
        var number = _number++;
        var names = _crowd.Names[Weighted(_crowd.Names, list => list.Weight)];
        var models = _models[names.Language].ToList();
        var model = DemoFiles.Person(models[_random.Next(models.Count)]);
        var town = _crowd.Areas[group.Area][Weighted(_crowd.Areas[group.Area], place => place.Weight)];
        var person = model.Person;
        do
        {
            (person.GivenName, person.FamilyName) = (Pick(person.Gender == Gender.Male ? names.Male : names.Female), Pick(names.Family));
        }
        while (!_names.Add(person.FullName));

        var owner = group.Owners[i % group.Owners.Count];
        person.Id = new ParticipantId(DemoIds.Of("participant", number));
        _written[person.Id] = model;
        person.OrganisationId = organisation;
        person.OwnerName = owner;
        person.OwnerId = users.FirstOrDefault(user => user.OrganisationId == organisation && user.DisplayName == owner)?.UserId;
        person.CustomerNumber = group.Prefix + number.ToString("D5", CultureInfo.InvariantCulture);
        person.BornOn = new DateOnly(1966, 1, 1).AddDays(_random.Next(15_000));
        (person.Town, person.PostalCode) = (town.Town, town.PostalCode);
        person.Street = Pick(_crowd.Streets) + " " + _random.Next(1, 90).ToString(CultureInfo.InvariantCulture);
        person.BadgeName = "";
        person.Phone = "";
        person.Email = _random.Next(4) == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"person{number}@example.org");
        person.Note = "";
        person.LegalSphere = group.LegalSphere;
        person.Interpreter.Declined = [];
        person.CourseEndsOn = model.CourseEndsInMonths is { } course ? clock.Today().AddMonths(course) : null;
        person.ResidenceValidUntil = model.ResidenceEndsInMonths is { } paper ? clock.Today().AddMonths(paper) : null;
        person.RegisteredAt = group.RegisteredOn is { } day ? Morning(day).AddMinutes(i * 7) : Now.AddDays(-group.RegisteredDaysAgo).AddMinutes(i * 53);
        person.ChangedAt = Now.AddDays(-20).AddMinutes(i * 11);
        return person;
    }

    private Registration Registration(Coming coming, int i, Participant person, JobEvent jobEvent)
    {
        var over = jobEvent.State == JobEventState.Closed;
        var at = over ? Morning(jobEvent.Date.AddDays(-20)).AddMinutes(i * 9) : Now.AddDays(-30).AddMinutes(i * 50);
        var state = i >= coming.Held + coming.Waiting ? RegistrationState.Declined
            : i >= coming.Held ? RegistrationState.Waiting
            : over ? RegistrationState.Accepted
            : (i % 10) switch { 9 => RegistrationState.Noted, 7 or 8 => RegistrationState.Invited, _ => RegistrationState.Accepted };
        var reported = person.LegalSphere == "SGB2" && i % 5 == 4;
        var number = _number++;
        return new Registration
        {
            Id = new RegistrationId(DemoIds.Of("registration", number)),
            JobEventId = jobEvent.Id,
            ParticipantId = person.Id,
            OrganisationId = person.OrganisationId,
            Invitation = reported ? InvitationKind.RequestToReport : i % 3 == 0 ? InvitationKind.CooperationPlan : InvitationKind.Voluntary,
            Purpose = reported ? ReportingPurpose.Placement : null,
            State = state,
            TicketCode = OpaqueToken.Encode(SHA256.HashData(DemoIds.Of("ticket", number).ToByteArray()).AsSpan(0, 16)),
            WaitingSince = state == RegistrationState.Waiting ? at : null,
            RegisteredAt = at,
            ChangedAt = at.AddDays(2),
        };
    }

    // Of eight people six were there, one was excused, and of one nobody noted anything.
    private Attendance? Attendance(Registration registration, JobEvent jobEvent, int i)
    {
        if (jobEvent.State != JobEventState.Closed || registration.State != RegistrationState.Accepted || i % 8 == 7)
        {
            return null;
        }

        var attendance = new Attendance { RegistrationId = registration.Id, JobEventId = jobEvent.Id, State = AttendanceState.Excused, Means = AttendanceMeans.Desk, Excuse = "ARBEIT" };
        if (i % 8 != 6)
        {
            var (begin, end) = (jobEvent.BeginsAt(clock.LocalTimeZone), jobEvent.IsOverAt(clock.LocalTimeZone));
            (attendance.State, attendance.Means, attendance.Excuse) = (i % 8 == 5 ? AttendanceState.Partly : AttendanceState.Present, AttendanceMeans.List, "");
            (attendance.InAt, attendance.OutAt) = (begin.AddMinutes(i - 12), i % 8 == 5 ? begin.AddHours(1) : end);
        }

        return attendance;
    }

    private static DateTime Morning(DateOnly day) => day.ToDateTime(new TimeOnly(8, 0), DateTimeKind.Utc);

    private string Pick(IReadOnlyList<string> choices) => choices[_random.Next(choices.Count)];

    private int Weighted<T>(IReadOnlyList<T> choices, Func<T, int> weight)
    {
        var at = _random.Next(choices.Sum(weight));
        var i = 0;
        while ((at -= weight(choices[i])) >= 0)
        {
            i++;
        }

        return i;
    }

    private sealed record Crowd
    {
        public IReadOnlyList<Names> Names { get; init; } = [];

        public IReadOnlyList<string> Streets { get; init; } = [];

        public IReadOnlyList<Group> Groups { get; init; } = [];

        public IReadOnlyDictionary<string, IReadOnlyList<Place>> Areas { get; init; } = new Dictionary<string, IReadOnlyList<Place>>(StringComparer.Ordinal);

        public IReadOnlyList<Coming> Comings { get; init; } = [];
    }

    private sealed record Names(string Language, IReadOnlyList<string> Female, IReadOnlyList<string> Male, IReadOnlyList<string> Family, int Weight);

    private sealed record Group
    {
        public string Organisation { get; init; } = "";

        public string Prefix { get; init; } = "";

        public int Count { get; init; }

        public string Area { get; init; } = "";

        public string LegalSphere { get; init; } = "";

        public IReadOnlyList<string> Owners { get; init; } = [];

        public int RegisteredDaysAgo { get; init; }

        public DateOnly? RegisteredOn { get; init; }
    }

    private sealed record Place(string Town, string PostalCode, int Weight);

    private sealed record Coming(string Event, string Organisation, int First, int Held, int Waiting, int Declined);
}
