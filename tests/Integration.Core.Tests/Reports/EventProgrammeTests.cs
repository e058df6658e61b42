using System.Data.Common;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Integration.Organisations;
using Integration.Reports;
using Integration.Testing;
using Integration.Tours;
using Integration.Transport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Reports;

public sealed class EventProgrammeTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Given.Start));

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task WholeEvent_IsCheckedInTenStatements(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (organisation, jobEvent) = await FairAsync(database);
        var counted = new Counted(database);

        var programme = (await Queries(counted, TestUser.With(organisation.Id, Role.Organiser)).OpenAsync(jobEvent.Id, TestContext.Current.CancellationToken)).Value!;

        Assert.InRange(counted.Statements, 1, 10);
        Assert.Equal(60, programme.Items.Count);
        var kinds = programme.Warnings.Select(w => w.Kind).ToHashSet();
        Assert.Superset(
            new HashSet<ProgrammeWarningKind>
            {
                ProgrammeWarningKind.RoomDouble, ProgrammeWarningKind.PersonDouble, ProgrammeWarningKind.InterpreterDouble,
                ProgrammeWarningKind.BusTooLate, ProgrammeWarningKind.LanguageWithoutInterpreter,
                ProgrammeWarningKind.TourGroupTooLarge, ProgrammeWarningKind.TourWithoutGuide,
            },
            kinds);
    }

    [Fact]
    public async Task OtherOrganisation_SeesNoInterpreterByName()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (_, jobEvent) = await FairAsync(database);
        var stranger = TestUser.With((await database.OrganisationAsync()).Id, Role.Organiser);

        var programme = (await Queries(database, stranger).OpenAsync(jobEvent.Id, TestContext.Current.CancellationToken)).Value!;

        Assert.False(programme.Editable);
        Assert.DoesNotContain(programme.Warnings, w => w.Kind is ProgrammeWarningKind.InterpreterDouble or ProgrammeWarningKind.LanguageWithoutInterpreter);
    }

    private EventProgrammeQueries Queries(IDbContextFactory<AppDbContext> database, ICurrentUser user) =>
        new(database, user, _clock, new EventInterpreterQueries(database, user, new NeedSettings()));

    // Sixty items in five rooms, twenty-five interpreters, people of four languages, two buses; everything that can be double is.
    private static async Task<(Organisation Organisation, JobEvent Event)> FairAsync(TestDatabase database)
    {
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id);
        for (var i = 0; i < 12; i++)
        {
            await database.RegistrationAsync(await database.ParticipantAsync(organisation.Id, p => (p.FirstLanguage, p.SpokenGerman) = ("tir", LanguageLevel.A1)), jobEvent);
        }

        await using var db = database.CreateDbContext();
        var rooms = Enumerable.Range(1, 5).Select(i => new Room { JobEventId = jobEvent.Id, Name = "Raum " + i }).ToList();
        db.AddRange(rooms);
        db.AddRange(Enumerable.Range(0, 60).Select(i => new ProgrammeItem
        {
            JobEventId = jobEvent.Id, Title = "Punkt " + i, RoomId = rooms[i % 5].Id, StartsAt = new TimeOnly(9, 0).AddMinutes(i), EndsAt = new TimeOnly(9, 30).AddMinutes(i), Speakers = ["Person " + (i % 7)],
        }));
        foreach (var number in Enumerable.Range(0, 25))
        {
            var interpreter = new Interpreter { OrganisationId = organisation.Id, DisplayName = "Sprachmittlung " + number };
            db.Add(interpreter);
            db.AddRange(Enumerable.Range(0, 2).Select(i => new InterpreterAssignment
            {
                OrganisationId = organisation.Id, JobEventId = jobEvent.Id, InterpreterId = interpreter.Id, Task = "Stand " + i, Language = "ara",
                Day = jobEvent.Date, StartsAt = new TimeOnly(9, 0).AddMinutes(20 * i), EndsAt = new TimeOnly(10, 0).AddMinutes(20 * i), State = AssignmentState.Confirmed,
            }));
        }

        var tour = new Tour { JobEventId = jobEvent.Id, HostId = organisation.Id, Title = "Rundgang", StartsAt = new(9, 30), Minutes = 60, Capacity = 11, Groups = [new TourGroup { Number = 1 }] };
        db.Add(tour);
        var coming = await db.Registrations.Where(r => r.JobEventId == jobEvent.Id).Select(r => r.Id).ToListAsync();
        db.AddRange(coming.Select(id => new TourSeat { TourId = tour.Id, GroupId = tour.Groups[0].Id, RegistrationId = id }));
        db.Add(new BusLine { JobEventId = jobEvent.Id, Name = "Linie 1", Seats = 50, ArrivesAt = new(9, 20) });
        await db.SaveChangesAsync();
        return (organisation, jobEvent);
    }

    private sealed class Counted : DbCommandInterceptor, IDbContextFactory<AppDbContext>
    {
        private readonly DbContextOptions<AppDbContext> _options;

        public Counted(TestDatabase database)
        {
            var builder = new DbContextOptionsBuilder<AppDbContext>();
            database.Options.Apply(builder);
            _options = builder.AddInterceptors(this).Options;
        }

        public int Statements { get; private set; }

        public AppDbContext CreateDbContext() => new(_options);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Statements++;
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
