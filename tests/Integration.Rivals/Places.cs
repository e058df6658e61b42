using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.Rivals;

/// <summary>Registers people for an event, all at once: what a second node of the portal does to the first. Reads one participant's id a line until
/// an empty line, says <c>ready</c>, waits for a further line, and then says how many have a place and how many wait.</summary>
internal static class Places
{
    public static async Task RunAsync(DatabaseOptions database, JobEventId jobEvent, OrganisationId organisation, bool guarded)
    {
        var contexts = database.Contexts();
        var people = new List<ParticipantId>();
        while (Console.In.ReadLine() is { Length: > 0 } line)
        {
            people.Add(ParticipantId.From(Guid.Parse(line)));
        }

        // The first query of a process builds the model; that is not what the race is about.
        await using (var db = contexts.CreateDbContext())
        {
            await db.JobEvents.CountAsync();
        }

        Console.WriteLine("ready");
        Console.In.ReadLine();
        var outcomes = await Task.WhenAll(people.Select(person => Task.Run(() => guarded
            ? GuardedAsync(contexts, jobEvent, organisation, person)
            : UnguardedAsync(contexts, jobEvent, organisation, person))));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcomes.Sum(o => o.WithPlace)} {outcomes.Sum(o => o.Waiting)}"));
    }

    private static async Task<RegisteredPeople> GuardedAsync(IDbContextFactory<AppDbContext> contexts, JobEventId jobEvent, OrganisationId organisation, ParticipantId person)
    {
        var done = await new RegisterForEvent(contexts, FixedUser.PortalFor(organisation), TimeProvider.System)
            .ExecuteAsync(jobEvent, [person], InvitationKind.Voluntary, CancellationToken.None);
        return done.Value ?? throw new InvalidOperationException(done.Error!.Code);
    }

    // The control: the same reading, rule and saving, with nothing that keeps the others out between.
    private static async Task<RegisteredPeople> UnguardedAsync(IDbContextFactory<AppDbContext> contexts, JobEventId jobEvent, OrganisationId organisation, ParticipantId person)
    {
        await using var db = contexts.CreateDbContext();
        var places = await db.JobEvents.Where(e => e.Id == jobEvent).Select(e => e.Places).SingleAsync();
        var taken = await db.Registrations.Where(r => r.JobEventId == jobEvent).HoldingAPlace().CountAsync();
        var placed = new PlaceSituation(places, new Dictionary<OrganisationId, int> { [organisation] = taken }, []).TryTake(organisation);
        db.Registrations.Add(new Registration
        {
            JobEventId = jobEvent,
            ParticipantId = person,
            OrganisationId = organisation,
            State = placed ? RegistrationState.Noted : RegistrationState.Waiting,
        });
        await db.SaveChangesAsync();
        return placed ? new RegisteredPeople(1, 0, 0) : new RegisteredPeople(0, 1, 0);
    }
}
