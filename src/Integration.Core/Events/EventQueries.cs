using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Events;

/// <summary>An event in a list.</summary>
public sealed record JobEventRow(
    JobEventId Id, string Key, string Kind, string Title, DateOnly Date, TimeOnly StartsAt, TimeOnly EndsAt, string Place, string Town,
    JobEventState State, string Organiser, bool Editable, int Coming, int OwnComing);

/// <summary>An event with all that its page shows.</summary>
public sealed record JobEventView(
    JobEvent Event, string Organiser, bool Editable, bool TakesPart, IReadOnlyList<EventPartner> Hosts, IReadOnlyList<EventEmployer> Employers,
    IReadOnlyDictionary<string, int> ComingByOrganisation, int OwnComing, PlacesView Places);

/// <summary>A host.</summary>
public sealed record EventPartner(OrganisationId Id, string Name);

/// <summary>An expected employer.</summary>
public sealed record EventEmployer(OrganisationId Id, string Key, string Name, bool TemporaryWork, string Stand, DateTime? VouchedAt);

/// <summary>A registered person of the caller's organisation. A request to report is shown as such to the case manager in charge alone;
/// colleagues see no kind of invitation there.</summary>
public sealed record RegistrationRow(
    RegistrationId Id, ParticipantId ParticipantId, string FamilyName, string GivenName, string FirstLanguage, LanguageLevel SpokenGerman,
    string Town, InvitationKind? Invitation, ReportingPurpose? Purpose, bool OwnedByReader, RegistrationState State, DateTime? OfferedUntil, DateTime ChangedAt);

/// <summary>The places of an event as its page shows them.</summary>
/// <param name="Places">How many there are; <see langword="null"/> without a limit.</param>
/// <param name="Taken">How many are in use.</param>
/// <param name="Waiting">How many people wait.</param>
/// <param name="Quotas">What is guaranteed or limited.</param>
/// <param name="FreeForOwn">How many the reader's organisation can still have; <see langword="null"/> for any number.</param>
public sealed record PlacesView(int? Places, int Taken, int Waiting, IReadOnlyList<PlaceQuota> Quotas, int? FreeForOwn);

/// <summary>Reads of events.</summary>
public sealed class EventQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>All visible events, next ones first, then past ones backwards.</summary>
    public async Task<IReadOnlyList<JobEventRow>> ListAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (organisation, mayEdit) = (user.OrganisationId, user.Has(Permission.EditEvents));
        var rows = await db.JobEvents.VisibleTo(user).AsNoTracking()
            .Select(e => new JobEventRow(
                e.Id, e.Key, e.Kind, e.Title, e.Date, e.StartsAt, e.EndsAt, e.Place, e.Town, e.State,
                db.Organisations.Where(o => o.Id == e.OrganisationId).Select(o => o.Name).First(),
                mayEdit && e.OrganisationId == organisation,
                db.Registrations.Count(r => r.JobEventId == e.Id && r.State != RegistrationState.Declined && r.State != RegistrationState.Withdrawn),
                db.Registrations.Count(r => r.JobEventId == e.Id && r.OrganisationId == organisation
                    && r.State != RegistrationState.Declined && r.State != RegistrationState.Withdrawn)))
            .ToListAsync(ct);
        var today = clock.Today();
        return
        [
            .. rows.Where(row => row.Date >= today).OrderBy(row => row.Date).ThenBy(row => row.StartsAt),
            .. rows.Where(row => row.Date < today).OrderByDescending(row => row.Date).ThenBy(row => row.StartsAt),
        ];
    }

    /// <summary>One event; counts by organisation are logistics and carry no name.</summary>
    public async Task<Result<JobEventView>> OpenAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.VisibleTo(user).AsNoTracking()
            .Include(e => e.Hosts).Include(e => e.Employers).Include(e => e.Stands).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (jobEvent is null)
        {
            return Errors.NotFound;
        }

        var ids = jobEvent.Hosts.Select(h => h.OrganisationId).Concat(jobEvent.Employers.Select(e => e.OrganisationId)).Append(jobEvent.OrganisationId).ToList();
        var organisations = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var coming = await db.Registrations
            .Where(r => r.JobEventId == id && r.State != RegistrationState.Declined && r.State != RegistrationState.Withdrawn)
            .GroupBy(r => r.OrganisationId)
            .Select(group => new { group.Key, Count = group.Count() })
            .Join(db.Organisations, group => group.Key, o => o.Id, (group, o) => new { o.Name, group.Count })
            .ToDictionaryAsync(row => row.Name, row => row.Count, ct);
        var own = user.OrganisationId;
        var ownComing = await db.Registrations.CountAsync(
            r => r.JobEventId == id && r.OrganisationId == own && r.State != RegistrationState.Declined && r.State != RegistrationState.Withdrawn, ct);
        var places = await EventPlaces.CountAsync(db, id, ct);
        return new JobEventView(
            jobEvent,
            organisations[jobEvent.OrganisationId].Name,
            user.Has(Permission.EditEvents) && jobEvent.OrganisationId == own,
            jobEvent.OrganisationId == own || jobEvent.Hosts.Exists(h => h.OrganisationId == own),
            [.. jobEvent.Hosts.Select(h => new EventPartner(h.OrganisationId, organisations[h.OrganisationId].Name)).OrderBy(h => h.Name, StringComparer.CurrentCulture)],
            [.. jobEvent.Employers.Select(e => new EventEmployer(
                e.OrganisationId, organisations[e.OrganisationId].Key, organisations[e.OrganisationId].Name,
                organisations[e.OrganisationId].Kind == Organisations.OrganisationKind.TemporaryWorkAgency, jobEvent.StandsOf(e.OrganisationId), e.VouchedAt))
                .OrderBy(e => e.Name, StringComparer.CurrentCulture)],
            coming,
            ownComing,
            new PlacesView(jobEvent.Places, places.Taken, await db.Registrations.CountAsync(r => r.JobEventId == id && r.State == RegistrationState.Waiting, ct), places.Quotas, places.FreeFor(own)));
    }

    /// <summary>The registered people of the caller's own organisation, by name.</summary>
    public async Task<IReadOnlyList<RegistrationRow>> RegisteredAsync(JobEventId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var reader = user.Id;
        return await db.Registrations.VisibleTo(user).AsNoTracking()
            .Where(r => r.JobEventId == id)
            .Join(db.Participants.Where(p => p.MergedIntoId == null), r => r.ParticipantId, p => p.Id, (r, p) => new { r, p })
            .OrderBy(row => row.p.SortName)
            .Select(row => new RegistrationRow(
                row.r.Id, row.p.Id, row.p.FamilyName, row.p.GivenName, row.p.FirstLanguage, row.p.SpokenGerman, row.p.Town,
                row.r.Invitation != InvitationKind.RequestToReport || row.p.OwnerId == reader ? row.r.Invitation : null,
                row.p.OwnerId == reader ? row.r.Purpose : null, row.p.OwnerId == reader, row.r.State, row.r.OfferedUntil, row.r.ChangedAt))
            .ToListAsync(ct);
    }

    /// <summary>The events a participant of the caller's organisation is registered for.</summary>
    public async Task<IReadOnlyList<(JobEventId Id, string Title, DateOnly Date, RegistrationState State)>> OfParticipantAsync(ParticipantId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Registrations.VisibleTo(user).Where(r => r.ParticipantId == id)
            .Join(db.JobEvents, r => r.JobEventId, e => e.Id, (r, e) => new { e.Id, e.Title, e.Date, r.State })
            .OrderByDescending(row => row.Date).ToListAsync(ct);
        return rows.ConvertAll(row => (row.Id, row.Title, row.Date, row.State));
    }
}
