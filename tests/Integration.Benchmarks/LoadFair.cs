using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Data.Demo;
using Integration.Events;
using Integration.Interpreters;
using Integration.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Integration.Benchmarks;

/// <summary>A fair in a database of its own, as large as a measurement needs it. The file is removed with it.</summary>
internal sealed class LoadFair : IDisposable
{
    private const int TasksOfOne = 6;
    private readonly string _path;
    private readonly JobEvent _event;

    private LoadFair(string path, IDbContextFactory<AppDbContext> contexts, Organisation organisation, JobEvent jobEvent)
    {
        (_path, Contexts, _event) = (path, contexts, jobEvent);
        Organiser = new FixedUser(UserId.New(), organisation.Id, new HashSet<Role> { Role.Organiser }, "Load");
    }

    public IDbContextFactory<AppDbContext> Contexts { get; }

    public FixedUser Organiser { get; }

    public JobEventId Event => _event.Id;

    /// <summary>The event, nine days from now, with that many people who come.</summary>
    public static async Task<LoadFair> CreateAsync(string name, int people, Action<AppDbContext, JobEvent>? change = null)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{name}-{Guid.CreateVersion7():N}.db");
        var contexts = new DatabaseOptions { Provider = DatabaseProvider.Sqlite, ConnectionString = $"Data Source={path}" }.Contexts();
        await new DatabaseSetup(contexts).MigrateAsync(CancellationToken.None);
        await using var db = contexts.CreateDbContext();
        var organisation = new Organisation { Key = "load", Name = "Load", RegionKey = "EL", ContactTeam = "Team", ContactPhone = "040 66969 100" };
        var jobEvent = new JobEvent
        {
            Key = "fair", OrganisationId = organisation.Id, Kind = "JOBMESSE", Title = "Jobmesse #JobsForYou", Date = TimeProvider.System.Today().AddDays(9), StartsAt = new(10, 0), EndsAt = new(14, 0),
            Place = "Kreishaus", Street = "Am Schölerberg 1", Town = "Osnabrück",
        };
        change?.Invoke(db, jobEvent);
        db.AddRange(organisation, jobEvent);
        await db.SaveChangesAsync();
        await new LoadData(contexts, TimeProvider.System).AddPeopleAsync(organisation.Id, people);
        var ids = await db.Participants.Select(p => p.Id).ToListAsync();
        db.AddRange(ids.Select(id => new Registration { JobEventId = jobEvent.Id, ParticipantId = id, OrganisationId = organisation.Id, State = RegistrationState.Accepted }));
        await db.SaveChangesAsync();
        return new LoadFair(path, contexts, organisation, jobEvent);
    }

    /// <summary>That many items, each some minutes after the one before, in that many rooms.</summary>
    public async Task AddProgrammeAsync(int items, int apart, int minutes, int rooms)
    {
        await using var db = Contexts.CreateDbContext();
        var halls = Enumerable.Range(1, rooms).Select(i => new Room { JobEventId = Event, Name = "Raum " + i, Seats = 40 }).ToList();
        db.AddRange(halls);
        db.AddRange(Enumerable.Range(0, items).Select(i => new ProgrammeItem
        {
            JobEventId = Event, Title = "Kurzvortrag " + i, RoomId = halls[i % rooms].Id, StartsAt = _event.StartsAt.AddMinutes(apart * i), EndsAt = _event.StartsAt.AddMinutes((apart * i) + minutes),
            Speakers = ["Person " + (i % 11)],
        }));
        await db.SaveChangesAsync();
    }

    /// <summary>That many interpreters with six tasks each.</summary>
    public async Task AddInterpretersAsync(int count)
    {
        await using var db = Contexts.CreateDbContext();
        foreach (var number in Enumerable.Range(0, count))
        {
            var interpreter = new Interpreter { OrganisationId = Organiser.OrganisationId, DisplayName = "Sprachmittlung " + number, Phone = "0591 700 " + number };
            db.Add(interpreter);
            db.AddRange(Enumerable.Range(0, TasksOfOne).Select(i => new InterpreterAssignment
            {
                OrganisationId = Organiser.OrganisationId, JobEventId = Event, InterpreterId = interpreter.Id, Task = "Stand " + i, Language = "ara", Place = "Foyer",
                Day = _event.Date, StartsAt = _event.StartsAt.AddMinutes(35 * i), EndsAt = _event.StartsAt.AddMinutes((35 * i) + 40), State = AssignmentState.Confirmed,
            }));
        }

        await db.SaveChangesAsync();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Delete(_path);
    }
}
