using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Door;
using Integration.Events;
using Integration.Interpreters;
using Microsoft.EntityFrameworkCore;

namespace Integration.Tours;

/// <summary>Somebody on a tour.</summary>
/// <param name="Registration">The registration.</param>
/// <param name="Name">The name for badges and lists; empty for people who are not publicly present.</param>
/// <param name="OwnName">The whole name, for the organisation that looks after them; else empty.</param>
/// <param name="Language">Language in which they are helped; empty when they need no help.</param>
/// <param name="Wheelchair">Whether they come in a wheelchair.</param>
/// <param name="ShoeSize">Shoe size, for the organisation that looks after them.</param>
/// <param name="ClothingSize">Size of clothes, for the same.</param>
/// <param name="ByHand">Whether somebody chose the group.</param>
public sealed record TourMember(
    RegistrationId Registration, string Name, string OwnName, string Language, bool Wheelchair, int? ShoeSize, ClothingSize? ClothingSize, bool ByHand);

/// <summary>A group with who walks in it.</summary>
/// <param name="Group">The group.</param>
/// <param name="Count">How many.</param>
/// <param name="Members">Those whom the reader may see: all of them for those who lead the event, the own people for others.</param>
/// <param name="Languages">How many are helped in which language; for those who lead the event.</param>
/// <param name="Interpreter">Who interprets; for those who lead the event.</param>
public sealed record TourGroupView(TourGroup Group, int Count, IReadOnlyList<TourMember> Members, IReadOnlyDictionary<string, int> Languages, string Interpreter);

/// <summary>Sizes and how many wear them; no names.</summary>
/// <param name="Shoes">By shoe size.</param>
/// <param name="Clothes">By size of clothes.</param>
/// <param name="WithoutShoeSize">People of whom no shoe size is known.</param>
public sealed record TourSizes(IReadOnlyDictionary<int, int> Shoes, IReadOnlyDictionary<ClothingSize, int> Clothes, int WithoutShoeSize)
{
    /// <summary>Counts.</summary>
    public static TourSizes Of(IReadOnlyCollection<TourSeat> seats) => new(
        new SortedDictionary<int, int>(seats.Where(s => s.ShoeSize is not null).GroupBy(s => s.ShoeSize!.Value).ToDictionary(size => size.Key, size => size.Count())),
        new SortedDictionary<ClothingSize, int>(seats.Where(s => s.ClothingSize is not null).GroupBy(s => s.ClothingSize!.Value).ToDictionary(size => size.Key, size => size.Count())),
        seats.Count(s => s.ShoeSize is null));
}

/// <summary>A tour with its groups.</summary>
/// <param name="Tour">The tour.</param>
/// <param name="Host">Name of the host.</param>
/// <param name="Groups">By number.</param>
/// <param name="Without">Who comes to the event and is in no group, as far as the reader may see them.</param>
/// <param name="Sizes">Sizes of everybody; for those who lead the event.</param>
public sealed record TourView(Tour Tour, string Host, IReadOnlyList<TourGroupView> Groups, IReadOnlyList<TourMember> Without, TourSizes? Sizes);

/// <summary>An interpreter's assignment to choose for a group.</summary>
public sealed record TourInterpreter(InterpreterAssignmentId Id, string Name, string Language, TimeOnly StartsAt, TimeOnly EndsAt);

/// <summary>The tours of an event.</summary>
/// <param name="Event">The event.</param>
/// <param name="Editable">Whether the reader leads it.</param>
/// <param name="RecordsSizes">Whether the reader notes sizes for own people.</param>
/// <param name="Tours">In the order of the day.</param>
/// <param name="Hosts">Who can show their company.</param>
/// <param name="Items">Items of the programme that a tour can belong to.</param>
/// <param name="Interpreters">Assignments at the event, for those who lead it.</param>
public sealed record EventTours(
    JobEvent Event, bool Editable, bool RecordsSizes, IReadOnlyList<TourView> Tours, IReadOnlyList<EventPartner> Hosts, IReadOnlyList<ProgrammeItem> Items, IReadOnlyList<TourInterpreter> Interpreters);

/// <summary>Reads of tours.</summary>
public sealed class TourQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, NeedSettings settings)
{
    private sealed record Person(RegistrationId Id, string Name, string OwnName, string Language, bool Own);

    /// <summary>The tours of a visible event.</summary>
    /// <returns><c>NotFound</c> for an event that does not exist or cannot be seen.</returns>
    public async Task<Result<EventTours>> OpenAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.VisibleTo(user).AsNoTracking().Include(e => e.Hosts).Include(e => e.Employers).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (jobEvent is null)
        {
            return Errors.NotFound;
        }

        var editable = user.Has(Permission.EditEvents) && jobEvent.OrganisationId == user.OrganisationId;
        var tours = await db.Tours.AsNoTracking().Include(t => t.Groups).Where(t => t.JobEventId == id).OrderBy(t => t.StartsAt).ThenBy(t => t.Title).ToListAsync(ct);
        var seats = await db.TourSeats.AsNoTracking().Where(s => db.Tours.Any(t => t.Id == s.TourId && t.JobEventId == id)).ToListAsync(ct);
        var people = await PeopleAsync(db, id, editable, ct);
        var wheelchairs = (await db.BusSeats.Where(s => s.Wheelchair && db.Registrations.Any(r => r.Id == s.RegistrationId && r.JobEventId == id)).Select(s => s.RegistrationId).ToListAsync(ct)).ToHashSet();
        var interpreters = editable ? await InterpretersAsync(db, id, ct) : [];
        var items = await db.ProgrammeItems.AsNoTracking().Where(i => i.JobEventId == id && (i.Kind == ProgrammeKind.Tour || i.Kind == ProgrammeKind.Groups)).OrderBy(i => i.StartsAt).ToListAsync(ct);
        var hosts = jobEvent.Employers.Select(e => e.OrganisationId).Concat(jobEvent.Hosts.Select(h => h.OrganisationId)).Append(jobEvent.OrganisationId).Concat(tours.Select(t => t.HostId)).Distinct().ToList();
        var names = await db.Organisations.Where(o => hosts.Contains(o.Id)).Select(o => new EventPartner(o.Id, o.Name)).ToListAsync(ct);
        return new EventTours(
            jobEvent, editable, user.Has(Permission.RegisterForEvents),
            [.. tours.Select(tour => View(tour, names.Find(host => host.Id == tour.HostId)?.Name ?? "", [.. seats.Where(s => s.TourId == tour.Id)], people, wheelchairs, interpreters, editable))],
            [.. names.OrderBy(host => host.Name, StringComparer.CurrentCulture)], items, interpreters);
    }

    private static TourView View(
        Tour tour, string host, List<TourSeat> seats, List<Person> people, HashSet<RegistrationId> wheelchairs, List<TourInterpreter> interpreters, bool editable)
    {
        TourMember Member(Person person, TourSeat? seat) => new(
            person.Id, person.Name, person.OwnName, person.Language, wheelchairs.Contains(person.Id),
            person.Own ? seat?.ShoeSize : null, person.Own ? seat?.ClothingSize : null, seat?.ByHand ?? false);
        var seated = seats.ToDictionary(seat => seat.RegistrationId);
        var here = people.Where(person => seated.ContainsKey(person.Id)).ToLookup(person => seated[person.Id].GroupId);
        return new TourView(
            tour, host,
            [.. tour.Groups.OrderBy(group => group.Number).Select(group => new TourGroupView(
                group, seats.Count(seat => seat.GroupId == group.Id), [.. here[group.Id].Select(person => Member(person, seated[person.Id]))],
                editable ? here[group.Id].Where(person => person.Language.Length > 0).GroupBy(person => person.Language).ToDictionary(own => own.Key, own => own.Count()) : new Dictionary<string, int>(),
                interpreters.Find(interpreter => interpreter.Id == group.InterpreterAssignmentId)?.Name ?? ""))],
            tour.Groups.Count == 0 ? [] : [.. people.Where(person => !seated.ContainsKey(person.Id)).Select(person => Member(person, null))],
            editable ? TourSizes.Of(seats) : null);
    }

    // Those who lead the event see everybody by the name for badges; whoever looks after people sees their own, and nobody else any.
    private async Task<List<Person>> PeopleAsync(AppDbContext db, JobEventId id, bool editable, CancellationToken ct)
    {
        var own = user.OrganisationId;
        var seesOwn = user.Has(Permission.ViewParticipants);
        var rows = await db.Registrations.Where(r => r.JobEventId == id).HoldingAPlace().Where(r => editable || (seesOwn && r.OrganisationId == own))
            .Join(db.Participants.Where(p => p.MergedIntoId == null), r => r.ParticipantId, p => p.Id, (r, p) => new
            {
                r.Id, r.OrganisationId, p.BadgeName, p.GivenName, p.FamilyName, p.NotPubliclyPresent, p.Interpreter, p.FirstLanguage, p.SpokenGerman, p.SortName,
            })
            .OrderBy(row => row.SortName).AsNoTracking().ToListAsync(ct);
        return rows.ConvertAll(row =>
        {
            var mine = seesOwn && row.OrganisationId == own;
            var wish = Wishes.Of(row.Interpreter, row.FirstLanguage);
            return new Person(
                row.Id, DoorNames.Called(row.BadgeName, row.GivenName, row.NotPubliclyPresent),
                mine ? string.Join(", ", new[] { row.FamilyName, row.GivenName }.Where(part => part.Length > 0)) : "",
                settings.Weight(row.SpokenGerman, row.Interpreter.Needed, wish.Language) > 0 ? wish.Language : "", mine);
        });
    }

    private async Task<List<TourInterpreter>> InterpretersAsync(AppDbContext db, JobEventId id, CancellationToken ct)
    {
        var rows = await db.InterpreterAssignments.VisibleTo(user).Where(a => a.JobEventId == id && a.State != AssignmentState.Declined && a.State != AssignmentState.Cancelled)
            .Join(db.Interpreters, a => a.InterpreterId, i => i.Id, (a, i) => new TourInterpreter(a.Id, i.DisplayName, a.Language, a.StartsAt, a.EndsAt)).ToListAsync(ct);
        return [.. rows.OrderBy(row => row.Name, StringComparer.CurrentCulture).ThenBy(row => row.StartsAt)];
    }
}
