using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Integration.Messaging;
using Integration.Organisations;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Interpreters;

/// <summary>An organisation with an event four weeks from now and a pool of interpreters.</summary>
internal sealed class InterpreterWorld : IAsyncDisposable
{
    private InterpreterWorld(TestDatabase database, Organisation organisation, JobEvent jobEvent)
    {
        (Database, Organisation, Event) = (database, organisation, jobEvent);
        Codes = new CodeCatalogSource(database, Clock);
        User = TestUser.With(organisation.Id, Role.Organiser, Role.CaseManager);
    }

    public TestDatabase Database { get; }

    public Organisation Organisation { get; }

    public JobEvent Event { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(Given.Start, TimeSpan.Zero));

    public CodeCatalogSource Codes { get; }

    public FixedUser User { get; }

    public PortalAddress Address { get; } = new(() => new Uri("https://portal.example/"));

    public static async Task<InterpreterWorld> CreateAsync(DatabaseProvider provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        return new InterpreterWorld(database, organisation, await database.JobEventAsync(organisation.Id));
    }

    public async ValueTask DisposeAsync()
    {
        Codes.Dispose();
        await Database.DisposeAsync();
    }

    public Task<Interpreter> InterpreterAsync(string language, Action<Interpreter>? change = null)
    {
        var interpreter = new Interpreter
        {
            OrganisationId = Organisation.Id, DisplayName = $"Stimme {language}", Email = $"{language}@example.org", Languages = [new InterpreterLanguage { Code = language }],
        };
        change?.Invoke(interpreter);
        return Database.SaveAsync(interpreter);
    }

    public AssignmentForm Task(string language, string from = "09:00", string to = "10:30", ParticipantId? person = null) => new()
    {
        JobEventId = Event.Id, Kind = AssignmentKind.Pool, Language = language, Day = Event.Date, StartsAt = Time(from), EndsAt = Time(to), Place = "Eingang", ParticipantId = person,
    };

    public Task<Result<MadeAssignment>> AssignAsync(AssignmentForm form, Interpreter interpreter, ICurrentUser? user = null) =>
        new AssignInterpreter(Database, user ?? User, Clock, Codes).ExecuteAsync(form, interpreter.Id, CancellationToken.None);

    public async Task<InterpreterAssignmentId> AssignedAsync(AssignmentForm form, Interpreter interpreter)
    {
        var made = await AssignAsync(form, interpreter);
        Assert.True(made.Done, made.Error?.Code + " " + string.Join(", ", made.Error?.Arguments ?? []));
        return made.Value.Id;
    }

    public Task<Result> RequestAsync(InterpreterAssignmentId id, ICurrentUser? user = null) =>
        new RequestInterpreter(Database, user ?? User, Clock, Codes, Address).ExecuteAsync(id, CancellationToken.None);

    /// <summary>Asks and reads the token from the newest mail.</summary>
    public async Task<string> RequestedAsync(InterpreterAssignmentId id)
    {
        var asked = await RequestAsync(id);
        Assert.True(asked.Done, asked.Error?.Code);
        var body = (await MailsAsync())[^1].Body;
        var start = body.IndexOf(AnswerAssignment.Path, StringComparison.Ordinal) + AnswerAssignment.Path.Length;
        return body[start..body.IndexOf('\n', start)].Trim();
    }

    public Task<Result<AssignmentState>> AnswerAsync(string token, bool accept) => new AnswerAssignment(Database, Clock, Codes).ExecuteAsync(token, accept, CancellationToken.None);

    public Task<Result> ChangeAsync(InterpreterAssignmentId id, AssignmentState state) =>
        new ChangeAssignment(Database, User, Clock, Codes).ExecuteAsync(id, state, CancellationToken.None);

    public async Task<InterpreterAssignment> ReadAsync(InterpreterAssignmentId id)
    {
        await using var db = Database.CreateDbContext();
        return await db.InterpreterAssignments.SingleAsync(a => a.Id == id);
    }

    public async Task<List<OutboxMessage>> MailsAsync()
    {
        await using var db = Database.CreateDbContext();
        return await db.Outbox.OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync();
    }

    public static TimeOnly Time(string time) => TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
