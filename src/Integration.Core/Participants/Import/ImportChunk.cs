using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Participants.Import;

/// <summary>Some hundred rows that go in together or not at all.</summary>
internal sealed class ImportChunk(AppDbContext db, ICurrentUser user, TimeProvider clock, ImportBatchId batch, JobEventId? jobEvent)
{
    private readonly DateTime _now = clock.GetUtcNow().UtcDateTime;
    private Dictionary<ParticipantId, Participant> _people = [];

    /// <summary>Applies the rows.</summary>
    /// <returns>Whether they are in; <see langword="false"/> when somebody else was there first, and nothing was changed.</returns>
    public async Task<bool> ApplyAsync(RowPlan[] plans)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var numbers = plans.Select(plan => plan.Row.Row).ToList();
        // Marked first: of two processes that apply the same rows, one waits here and then finds fewer rows than it wanted.
        // What was staged is deleted as soon as it is in.
        List<string> nothing = [];
        var mine = await db.ImportRows.Where(r => r.BatchId == batch && numbers.Contains(r.Row) && !r.Applied)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Applied, true).SetProperty(r => r.Cells, nothing));
        if (mine != plans.Length || await AnyNumberIsTakenAsync(plans) || !await LoadPeopleAsync(plans))
        {
            return false;
        }

        // Where no known person changes there is nothing to detect, and looking through each new one's lists costs more than saving them.
        db.ChangeTracker.AutoDetectChangesEnabled = _people.Count > 0;
        var changes = plans.Count(Apply);
        await using var places = jobEvent is { } id ? await EventPlaces.LockAsync(db, clock, id, CancellationToken.None) : null;
        var registered = places is null ? 0 : await RegisterAsync(plans, places);
        if (changes > 0)
        {
            db.Note(user, clock, AuditAct.Imported, nameof(ImportBatch), batch.Value, jobEvent, changes);
        }

        if (registered > 0)
        {
            db.Note(user, clock, AuditAct.RegistrationChanged, nameof(ImportBatch), batch.Value, jobEvent, registered);
        }

        try
        {
            await (places?.CommitAsync(CancellationToken.None) ?? db.SaveChangesAsync());
        }
        catch (DbUpdateException)
        {
            // A colleague saved one of these people, or registered one, at this very moment.
            return false;
        }

        await transaction.CommitAsync();
        return true;
    }

    private async Task<bool> AnyNumberIsTakenAsync(RowPlan[] plans)
    {
        var numbers = plans.Where(plan => plan.Row.State == ImportRowState.New && plan.Read.Draft.CustomerNumber.Length > 0)
            .Select(plan => plan.Read.Draft.CustomerNumber).ToList();
        // A number that somebody decided to give to another person is no surprise.
        var decided = plans.Where(plan => plan.Row.Decision == DuplicateDecision.AnotherPerson)
            .Select(plan => plan.Read.Draft.CustomerNumber).ToHashSet(StringComparer.Ordinal);
        var taken = await db.Participants.VisibleTo(user).Where(p => numbers.Contains(p.CustomerNumber)).Select(p => p.CustomerNumber).ToListAsync();
        return taken.Exists(number => !decided.Contains(number));
    }

    private async Task<bool> LoadPeopleAsync(RowPlan[] plans)
    {
        var ids = plans.Where(plan => plan.Row.State == ImportRowState.Changed).Select(TargetOf).OfType<ParticipantId>().Distinct().ToList();
        _people = await db.Participants.VisibleTo(user).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        return _people.Count == ids.Count;
    }

    private static ParticipantId? TargetOf(RowPlan plan) => plan.Target ?? plan.Earlier?.Row.ParticipantId;

    private bool Apply(RowPlan plan)
    {
        var row = plan.Row;
        var person = Person(plan);
        (row.Applied, row.Cells) = (true, []);
        if (row.ParticipantId is null)
        {
            row.ParticipantId = person?.Id ?? TargetOf(plan);
            var entry = db.Entry(row);
            entry.State = EntityState.Unchanged;
            entry.Property(r => r.ParticipantId).IsModified = true;
        }

        if (person is null)
        {
            return false;
        }

        if (plan.Row.State == ImportRowState.New)
        {
            plan.Read.Fill(person);
            return true;
        }

        var changed = plan.Read.ApplyTo(person).Count > 0;
        person.ChangedAt = changed ? _now : person.ChangedAt;
        return changed;
    }

    private Participant? Person(RowPlan plan)
    {
        if (plan.Row.State == ImportRowState.Unchanged)
        {
            return null;
        }

        if (TargetOf(plan) is { } known)
        {
            return _people[known];
        }

        var person = new Participant { OrganisationId = user.OrganisationId, RegisteredAt = _now, ChangedAt = _now };
        db.Participants.Add(person);
        return _people[person.Id] = person;
    }

    private async Task<int> RegisterAsync(RowPlan[] plans, EventPlaces places)
    {
        var id = jobEvent!.Value;
        var people = plans.Select(plan => plan.Row.ParticipantId!.Value).Distinct().ToList();
        var present = await db.Registrations.Where(r => r.JobEventId == id && people.Contains(r.ParticipantId)).Select(r => r.ParticipantId).ToListAsync();
        var missing = people.Except(present).ToList();
        db.Registrations.AddRange(missing.Select(person => Registration.New(id, person, user.OrganisationId, InvitationKind.Voluntary, places.TryTake(user.OrganisationId), _now)));
        return missing.Count;
    }
}
