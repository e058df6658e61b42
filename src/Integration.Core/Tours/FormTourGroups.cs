using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Tours;

/// <summary>What forming groups came to.</summary>
/// <param name="Groups">How many groups there are.</param>
/// <param name="People">How many walk in them.</param>
/// <param name="Released">How many who were in a group do not come any more.</param>
public sealed record TourOutcome(int Groups, int People, int Released)
{
    /// <summary>How many are in no group because they walk another tour at that time.</summary>
    public int Elsewhere { get; init; }

    /// <summary>How many need help and walk without an interpreter, because too few of their group need the same one; by language.</summary>
    public IReadOnlyDictionary<string, int> Alone { get; init; } = GroupSearch.Nobody;
}

/// <summary>Forms the groups of a tour out of everybody who has a place at the event and walks with no other tour at that time. Who was put into
/// a group by hand stays in it; guides, interpreters and sizes stay too. The organiser learns numbers.</summary>
public sealed class FormTourGroups(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, NeedSettings settings)
{
    /// <summary>Forms them.</summary>
    /// <returns>What came of it; or <c>Forbidden</c>, <c>NotFound</c>, <see cref="TourErrors.Nobody"/>.</returns>
    public async Task<Result<TourOutcome>> ExecuteAsync(TourId id, CancellationToken ct) =>
        user.Has(Permission.EditEvents) ? await Persistently.RunAsync(() => OnceAsync(id, ct)) : Errors.Forbidden;

    private async Task<Result<TourOutcome>> OnceAsync(TourId id, CancellationToken ct)
    {
        // Looked for before anybody has to wait for the tour's places: it takes seconds.
        var searched = await SearchAsync(id, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await TourSeats.HoldAsync(db, id, ct);
        var tour = await db.Tours.Include(t => t.Groups).Where(t => t.Id == id).Where(t => db.JobEvents.EditableBy(user).Any(e => e.Id == t.JobEventId)).SingleOrDefaultAsync(ct);
        if (tour is null)
        {
            return Errors.NotFound;
        }

        var seats = await db.TourSeats.Where(s => s.TourId == id).ToListAsync(ct);
        var (people, elsewhere) = await PeopleAsync(db, tour, seats, ct);
        if (people.Count == 0)
        {
            return TourErrors.Nobody;
        }

        // Somebody came, left or was moved in the meantime: then the quick way, which nobody waits for.
        var formed = searched is { } found && found.Sought == Sought.Of(tour, people) ? found.Groups : new FormedGroups(GroupPlan.Form(people, tour.Capacity), GroupSearch.Nobody);
        var plan = formed.Groups;
        var groups = Enumerable.Range(1, plan.Count)
            .Select(number => tour.Groups.Find(group => group.Number == number) ?? db.Add(new TourGroup { TourId = id, Number = number }).Entity).ToList();
        var released = seats.Where(seat => !people.Exists(person => person.Registration == seat.RegistrationId)).ToList();
        db.RemoveRange(released);
        var known = seats.Except(released).ToDictionary(seat => seat.RegistrationId);
        foreach (var (group, registration) in plan.SelectMany((members, i) => members.Select(member => (groups[i], member))))
        {
            (known.GetValueOrDefault(registration) ?? db.Add(new TourSeat { TourId = id, RegistrationId = registration }).Entity).GroupId = group.Id;
        }

        db.Note(user, clock, AuditAct.Changed, nameof(Tour), id.Value, tour.JobEventId, people.Count);
        db.Touched(tour.JobEventId);
        await db.SaveChangesAsync(ct);
        // Only now does nobody sit in the groups that are left over.
        db.RemoveRange(tour.Groups.Where(group => group.Number > plan.Count).ToList());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new TourOutcome(plan.Count, people.Count, released.Count) { Elsewhere = elsewhere, Alone = formed.Alone };
    }

    // What groups were looked for: they hold as long as it is the same.
    private sealed record Sought(int Capacity, string People)
    {
        public static Sought Of(Tour tour, IEnumerable<TourPerson> people) =>
            new(tour.Capacity, string.Join(' ', people.OrderBy(person => person.Registration.Value).Select(person => $"{person.Registration.Value:N}:{person.Number}")));
    }

    private async Task<(Sought Sought, FormedGroups Groups)?> SearchAsync(TourId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var tour = await db.Tours.AsNoTracking().Include(t => t.Groups).Where(t => t.Id == id).Where(t => db.JobEvents.EditableBy(user).Any(e => e.Id == t.JobEventId)).SingleOrDefaultAsync(ct);
        if (tour is null)
        {
            return null;
        }

        var (people, _) = await PeopleAsync(db, tour, await db.TourSeats.AsNoTracking().Where(s => s.TourId == id).ToListAsync(ct), ct);
        return (Sought.Of(tour, people), await Task.Run(() => GroupSearch.Form(people, tour.Capacity, settings.GroupFrom, ct), ct));
    }

    private async Task<(List<TourPerson> People, int Elsewhere)> PeopleAsync(AppDbContext db, Tour tour, List<TourSeat> seats, CancellationToken ct)
    {
        var others = await db.Tours.Where(t => t.JobEventId == tour.JobEventId && t.Id != tour.Id).Select(t => new { t.Id, t.StartsAt, t.Minutes }).ToListAsync(ct);
        var atTheSameTime = others.Where(other => Minute(other.StartsAt) < Minute(tour.StartsAt) + tour.Minutes && Minute(tour.StartsAt) < Minute(other.StartsAt) + other.Minutes)
            .Select(other => other.Id).ToList();
        var elsewhere = await db.Registrations.Where(r => r.JobEventId == tour.JobEventId).HoldingAPlace()
            .CountAsync(r => db.TourSeats.Any(s => s.RegistrationId == r.Id && atTheSameTime.Contains(s.TourId)), ct);
        var coming = await db.Registrations.Where(r => r.JobEventId == tour.JobEventId).HoldingAPlace()
            .Where(r => !db.TourSeats.Any(s => s.RegistrationId == r.Id && atTheSameTime.Contains(s.TourId)))
            .Join(db.Participants.Where(p => p.MergedIntoId == null), r => r.ParticipantId, p => p.Id, (r, p) => new { r.Id, r.OrganisationId, p.Interpreter, p.FirstLanguage, p.SpokenGerman })
            .AsNoTracking().ToListAsync(ct);
        var needs = coming.ConvertAll(row =>
        {
            var wish = Wishes.Of(row.Interpreter, row.FirstLanguage);
            return (row.Id, row.OrganisationId, Need: new NeedPerson(wish, settings.Weight(row.SpokenGerman, row.Interpreter.Needed, wish.Language), 1));
        });
        // Languages that share a bridge go together first (DOMAIN §6.4).
        var joined = Interpreters.TourGroups.Join(
            needs.Where(row => row.Need.Weight > 0 && row.Need.Wish.Language.Length > 0).GroupBy(row => row.Need.Wish.Language)
                .ToDictionary(group => group.Key, group => (IReadOnlyList<NeedPerson>)[.. group.Select(row => row.Need)], StringComparer.Ordinal), settings);
        var byHand = seats.Where(seat => seat.ByHand).ToDictionary(seat => seat.RegistrationId, seat => tour.Groups.Single(group => group.Id == seat.GroupId).Number);
        var spoken = needs.Where(row => row.Need.Weight > 0 && row.Need.Wish.Language.Length > 0).Select(row => row.Need.Wish.Language).Distinct().Order(StringComparer.Ordinal).ToList();
        var people = needs.ConvertAll(row =>
        {
            var language = row.Need.Weight > 0 ? row.Need.Wish.Language : "";
            return new TourPerson(row.Id, joined.GetValueOrDefault(language, language), row.OrganisationId, byHand.TryGetValue(row.Id, out var number) ? number : null)
            {
                Need = row.Need.Weight,
                Languages = language.Length == 0 ? [] : [language, .. spoken.Where(other => other != language && LanguageFits.Of(row.Need.Wish, other) != LanguageFit.None).OrderByDescending(other => LanguageFits.Of(row.Need.Wish, other))],
            };
        });
        return (people, elsewhere);
    }

    private static int Minute(TimeOnly time) => (time.Hour * 60) + time.Minute;
}
