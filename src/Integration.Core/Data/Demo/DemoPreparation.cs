using System.Security.Cryptography;
using Integration.Common;
using Integration.Events;
using Integration.Interpreters;
using Integration.Organisations;
using Integration.Participants;
using Integration.Transport;

namespace Integration.Data.Demo;

/// <summary>What has been prepared for the demo's other events: series, tasks, the fair's interpreters and seats in its buses.</summary>
internal sealed class DemoPreparation(TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public static EventSeries Series(DemoSeries demo, int number, IReadOnlyDictionary<string, Organisation> organisations)
    {
        var id = new EventSeriesId(DemoIds.Of("series", number));
        SeriesMember Member(string key, WorkingGroupRole role) => new() { SeriesId = id, OrganisationId = organisations[key].Id, Role = role };
        return new EventSeries
        {
            Id = id,
            OrganisationId = organisations[demo.Leader].Id,
            Key = demo.Key,
            Title = demo.Title,
            Description = demo.Description,
            Patron = demo.Patron,
            WorkingGroup = demo.WorkingGroup,
            Members = [Member(demo.Chair, WorkingGroupRole.Chair), .. demo.Members.Select(key => Member(key, WorkingGroupRole.Member))],
        };
    }

    /// <summary>The lines of the preparation plan, those of the past done but for what was left.</summary>
    public IEnumerable<EventTask> Tasks(DemoEvent demo, JobEvent jobEvent, int number, UserId? by) =>
        demo.TasksDoneUntil is not { } until ? [] : PreparationPlan.Steps.Select((step, i) =>
        {
            var due = jobEvent.Date.AddDays(step.Days);
            var done = step.Days <= -until && !demo.TasksOpen.Contains(step.Key, StringComparer.Ordinal);
            return new EventTask
            {
                Id = new EventTaskId(DemoIds.Of("task", (number * 100) + i)),
                JobEventId = jobEvent.Id,
                Title = step.German,
                DueOn = due,
                SourceKey = step.Key,
                DoneAt = done ? due.AddDays(-1).ToDateTime(new TimeOnly(11, 0), DateTimeKind.Utc) : null,
                DoneBy = done ? by : null,
            };
        });

    /// <summary>Seats for those who hold a place and have no car of their own; three of them come in a wheelchair.</summary>
    public static IEnumerable<BusSeat> Seats(IReadOnlyList<BusLine> lines, IEnumerable<(Registration Registration, Participant Person)> coming) =>
        SeatPlan.Distribute(
            lines, [],
            coming.Where(row => row.Registration.State is RegistrationState.Noted or RegistrationState.Invited or RegistrationState.Accepted)
                .Where(row => !row.Person.Mobility.Contains("AUTO_EIGEN", StringComparer.Ordinal))
                .Select((row, i) => new Rider(row.Registration.Id, NameTokens.Fold(row.Person.Town), i % 120 == 60)),
            NameTokens.Fold).Seats;

    /// <summary>The pool of an organisation and what its interpreters are asked to do at an event.</summary>
    public IEnumerable<object> Interpreters(OrganisationId organisation, JobEvent jobEvent)
    {
        var number = 0;
        foreach (var (demo, i) in DemoFiles.Read<IReadOnlyList<DemoInterpreter>>("Interpreters.json").Select((demo, i) => (demo, i)))
        {
            var interpreter = Interpreter(demo, i, organisation, jobEvent);
            yield return interpreter;
            foreach (var task in demo.Tasks)
            {
                yield return Assignment(task, number++, interpreter, jobEvent);
            }
        }
    }

    private Interpreter Interpreter(DemoInterpreter demo, int i, OrganisationId organisation, JobEvent jobEvent) => new()
    {
        Id = new InterpreterId(DemoIds.Of("interpreter", i)),
        OrganisationId = organisation,
        DisplayName = demo.Name,
        Email = FormattableString.Invariant($"sprachmittlung{i + 1}@example.org"),
        Phone = FormattableString.Invariant($"040 66969 {930 + i}"),
        Languages = demo.Languages.Select(code => new InterpreterLanguage
        {
            Code = code, Modes = [InterpretingMode.Consecutive, .. demo.Qualification is InterpreterQualification.Sworn or InterpreterQualification.Degree ? [InterpretingMode.Whispered] : Array.Empty<InterpretingMode>()], ReadsScript = i % 3 != 2,
        }).ToList(),
        German = demo.Qualification is InterpreterQualification.Volunteer ? LanguageLevel.B2 : LanguageLevel.C1,
        Qualification = demo.Qualification,
        TrainingUnits = demo.Qualification is InterpreterQualification.Trained ? 60 : null,
        Gender = demo.Gender,
        Municipality = demo.Municipality,
        MaxKm = 40,
        OwnCar = i % 2 == 0,
        MaxHoursPerDay = 6,
        Availability = [new(jobEvent.Date.DayOfWeek, DayPart.Morning), new(jobEvent.Date.DayOfWeek, DayPart.Afternoon)],
        PledgeOn = clock.Today().AddMonths(-14 + i),
    };

    private InterpreterAssignment Assignment(DemoTask demo, int number, Interpreter interpreter, JobEvent jobEvent)
    {
        var asked = demo.State != AssignmentState.Proposed;
        return new InterpreterAssignment
        {
            Id = new InterpreterAssignmentId(DemoIds.Of("assignment", number)),
            OrganisationId = interpreter.OrganisationId,
            JobEventId = jobEvent.Id,
            InterpreterId = interpreter.Id,
            Kind = demo.Kind,
            Task = demo.Task,
            Language = demo.Language,
            Day = jobEvent.Date,
            StartsAt = demo.From,
            EndsAt = demo.To,
            Place = jobEvent.Place,
            State = demo.State,
            AnswerTokenHash = asked ? Convert.ToHexStringLower(SHA256.HashData(DemoIds.Of("answer", number).ToByteArray())) : null,
            RequestedAt = asked ? Now.AddDays(-9).AddMinutes(number) : null,
            AnsweredAt = asked && demo.State != AssignmentState.Requested ? Now.AddDays(-7).AddHours(number) : null,
        };
    }

    private sealed record DemoInterpreter
    {
        public string Name { get; init; } = "";

        public IReadOnlyList<string> Languages { get; init; } = [];

        public Gender Gender { get; init; }

        public InterpreterQualification Qualification { get; init; }

        public string Municipality { get; init; } = "";

        public IReadOnlyList<DemoTask> Tasks { get; init; } = [];
    }

    private sealed record DemoTask(AssignmentKind Kind, string Task, string Language, TimeOnly From, TimeOnly To, AssignmentState State);
}
