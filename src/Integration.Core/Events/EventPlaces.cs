using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Messaging;
using Integration.Participants;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Integration.Events;

/// <summary>The places of one event, held by one transaction at a time: whoever wants to give or take places waits here until the one before has
/// committed, and counts afterwards. The lock is the event's own row, so that it holds between processes and servers too.</summary>
/// <remarks>A place that comes free is offered to the person who has waited longest among those whose organisation may have it.</remarks>
internal sealed class EventPlaces : IAsyncDisposable
{
    /// <summary>How long an offered place is kept, unless the event begins before.</summary>
    public static readonly TimeSpan OfferLifetime = TimeSpan.FromHours(48);

    private readonly AppDbContext _db;
    private readonly TimeProvider _clock;
    private readonly JobEventId _jobEvent;
    private readonly IDbContextTransaction? _transaction;
    private PlaceSituation _situation = null!;

    private EventPlaces(AppDbContext db, TimeProvider clock, JobEventId jobEvent, IDbContextTransaction? transaction) =>
        (_db, _clock, _jobEvent, _transaction) = (db, clock, jobEvent, transaction);

    /// <summary>Waits for the event's places and counts them. Joins the context's transaction if there is one, else begins one that
    /// <see cref="CommitAsync"/> ends. Offers whose time is over are taken back first.</summary>
    public static async Task<EventPlaces> LockAsync(AppDbContext db, TimeProvider clock, JobEventId jobEvent, CancellationToken ct)
    {
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        var places = new EventPlaces(db, clock, jobEvent, own);
        await db.JobEvents.Where(e => e.Id == jobEvent).ExecuteUpdateAsync(set => set.SetProperty(e => e.PlaceChanges, e => e.PlaceChanges + 1), ct);
        places._situation = await CountAsync(db, jobEvent, ct);
        await places.TakeBackAsync(ct);
        return places;
    }

    /// <summary>The places as they are, without holding them.</summary>
    public static async Task<PlaceSituation> CountAsync(AppDbContext db, JobEventId jobEvent, CancellationToken ct)
    {
        var places = await db.JobEvents.Where(e => e.Id == jobEvent).Select(e => e.Places).SingleAsync(ct);
        var taken = await db.Registrations.Where(r => r.JobEventId == jobEvent).HoldingAPlace()
            .GroupBy(r => r.OrganisationId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, ct);
        return new PlaceSituation(places, taken, await db.PlaceQuotas.AsNoTracking().Where(q => q.JobEventId == jobEvent).ToListAsync(ct));
    }

    /// <summary>Takes a place for somebody of an organisation; the caller gives the registration a state that holds it.</summary>
    public bool TryTake(OrganisationId organisation) => _situation.TryTake(organisation);

    /// <summary>Gives a place back; the caller gives the registration a state that holds none.</summary>
    public void Release(OrganisationId organisation) => _situation.Release(organisation);

    /// <summary>Offers what is free to those who wait, saves, and lets the next one in.</summary>
    /// <exception cref="DbUpdateException">Somebody else saved one of these registrations; nothing was changed.</exception>
    public async Task CommitAsync(CancellationToken ct)
    {
        await OfferAsync(ct);
        // A caller that adds many may have turned this off.
        _db.ChangeTracker.DetectChanges();
        await _db.SaveChangesAsync(ct);
        if (_transaction is not null)
        {
            await _transaction.CommitAsync(ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
        {
            await _transaction.DisposeAsync();
        }
    }

    private async Task TakeBackAsync(CancellationToken ct)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var over = await _db.Registrations.Where(r => r.JobEventId == _jobEvent && r.State == RegistrationState.Invited && r.OfferedUntil <= now).ToListAsync(ct);
        foreach (var registration in over)
        {
            (registration.State, registration.ChangedAt) = (RegistrationState.Withdrawn, now);
            Release(registration.OrganisationId);
            Note(registration);
        }
    }

    private async Task OfferAsync(CancellationToken ct)
    {
        // Those who wait as the database knows them and as this transaction has changed them.
        var jobEvent = await _db.JobEvents.SingleAsync(e => e.Id == _jobEvent, ct);
        var begin = jobEvent.BeginsAt(_clock.LocalTimeZone);
        var now = _clock.GetUtcNow().UtcDateTime;
        if (now >= begin || jobEvent.State is JobEventState.Closed or JobEventState.Cancelled)
        {
            return;
        }

        await _db.Registrations.Where(r => r.JobEventId == _jobEvent && r.State == RegistrationState.Waiting).LoadAsync(ct);
        var waiting = _db.Registrations.Local.Where(r => r.JobEventId == _jobEvent && r.State == RegistrationState.Waiting && _db.Entry(r).State != EntityState.Added)
            .OrderBy(r => r.WaitingSince).ThenBy(r => r.Id.Value).ToList();
        foreach (var registration in waiting.Where(r => TryTake(r.OrganisationId)))
        {
            registration.State = RegistrationState.Invited;
            registration.OfferedUntil = now + OfferLifetime < begin ? now + OfferLifetime : begin;
            registration.ChangedAt = now;
            Note(registration);
            await TellOwnerAsync(registration, jobEvent, ct);
        }
    }

    // The portal acts here for the organisation whose person it is; nobody at a keyboard sees another organisation's people.
    private void Note(Registration registration) => _db.Note(
        FixedUser.PortalFor(registration.OrganisationId), _clock, AuditAct.RegistrationChanged, nameof(Participant), registration.ParticipantId.Value, _jobEvent);

    private async Task TellOwnerAsync(Registration registration, JobEvent jobEvent, CancellationToken ct)
    {
        var ownerId = await _db.Participants.Where(p => p.Id == registration.ParticipantId).Select(p => p.OwnerId).SingleOrDefaultAsync(ct);
        if (ownerId is not { } id || await _db.Users.Where(u => u.Id == id.Value && u.RevokedAt == null).Select(u => new { u.Email, u.Language }).SingleOrDefaultAsync(ct) is not { Email: { } to } owner)
        {
            return;
        }

        var culture = System.Globalization.CultureInfo.GetCultureInfo(owner.Language);
        var until = TimeZoneInfo.ConvertTimeFromUtc(registration.OfferedUntil!.Value, _clock.LocalTimeZone).ToString("f", culture);
        _db.Send(_clock, to, owner.Language, "PlaceOffered", jobEvent.Title, until);
    }
}
