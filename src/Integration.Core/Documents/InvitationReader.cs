using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents.Sheets;
using Integration.Events;
using Integration.Organisations;
using Integration.Participants;
using Integration.Privacy;
using Integration.Transport;
using Microsoft.EntityFrameworkCore;

namespace Integration.Documents;

/// <summary>A person of the own organisation who can be invited, with what an invitation says.</summary>
internal sealed record InvitedPerson
{
    public required Registration Registration { get; init; }

    public required Participant Person { get; init; }

    public BusLine? Line { get; init; }

    public BusStop? Stop { get; init; }

    /// <summary>BCP 47 tag of the texts they read.</summary>
    public required string Language { get; init; }

    /// <summary>Whether there is an address and a consent in force to be written to.</summary>
    public required bool MayBeMailed { get; init; }

    /// <summary>Address, language and way, as letters and mails say them.</summary>
    public LetterTo Letter() => new(
        $"{Person.GivenName} {Person.FamilyName}".Trim(), Person.Street, $"{Person.PostalCode} {Person.Town}".Trim(), Language,
        Registration.Invitation == InvitationKind.CooperationPlan, Registration.TicketCode,
        this is { Line: { } line, Stop: { } stop } ? new PaperSeat(line.Name, stop.Name, stop.LeavesAt, line.LeavesAt, 0, false) : null);
}

/// <summary>Reads who is invited to an event, and how. A request to report (§ 309 SGB III) is never among them: the portal issues none.</summary>
internal sealed class InvitationReader(AppDbContext db, CodeCatalog catalog, TimeProvider clock)
{
    private const string Fallback = "en";

    /// <summary>Reads registrations, tracked, by name.</summary>
    /// <param name="registrations">Which; requests to report are left out here.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<List<InvitedPerson>> ReadAsync(IQueryable<Registration> registrations, CancellationToken ct)
    {
        var today = clock.Today();
        var rows = await registrations.Where(r => r.Invitation != InvitationKind.RequestToReport)
            .Join(db.Participants.Where(p => p.MergedIntoId == null), r => r.ParticipantId, p => p.Id, (r, p) => new
            {
                Registration = r,
                Person = p,
                Consented = db.Consents.Any(c => c.ParticipantId == p.Id && c.Purpose == ConsentPurpose.ContactByMessage && c.WithdrawnAt == null && c.ValidUntil >= today
                    && (c.JobEventId == null || c.JobEventId == r.JobEventId)),
                Seat = db.BusSeats.Where(s => s.RegistrationId == r.Id).FirstOrDefault(),
            })
            .OrderBy(row => row.Person.SortName).ThenBy(row => row.Registration.Id).ToListAsync(ct);
        var events = rows.Select(row => row.Registration.JobEventId).Distinct().ToList();
        var lines = await db.BusLines.AsNoTracking().Include(l => l.Stops).Where(l => events.Contains(l.JobEventId)).ToDictionaryAsync(l => l.Id, ct);
        return rows.ConvertAll(row =>
        {
            var line = row.Seat is { } seat ? lines.GetValueOrDefault(seat.LineId) : null;
            return new InvitedPerson
            {
                Registration = row.Registration,
                Person = row.Person,
                Line = line,
                Stop = line?.Stops.Find(stop => stop.Id == row.Seat!.StopId),
                Language = LanguageTags.Of(catalog, row.Person.FirstLanguage, today) ?? Fallback,
                MayBeMailed = row.Consented && EmailAddress.IsValid(row.Person.Email),
            };
        });
    }

    /// <summary>Reads what all invitations of an organisation to an event have in common.</summary>
    public static async Task<InvitationFacts> FactsAsync(AppDbContext db, JobEvent jobEvent, OrganisationId organisation, Func<string, Uri> ticketLink, DateOnly today, CancellationToken ct)
    {
        var own = await db.Organisations.AsNoTracking().Include(o => o.Sites).SingleAsync(o => o.Id == organisation, ct);
        var site = own.Sites.OrderBy(s => s.Name, StringComparer.Ordinal).FirstOrDefault();
        return new InvitationFacts
        {
            Title = jobEvent.Title,
            Date = jobEvent.Date,
            StartsAt = jobEvent.StartsAt,
            EndsAt = jobEvent.EndsAt,
            Place = jobEvent.PlaceLine(),
            Town = jobEvent.Town,
            Sender = own.Name,
            SenderAddress = site is null ? "" : string.Join(", ", new[] { site.Street, $"{site.PostalCode} {site.Town}".Trim() }.Where(part => part.Length > 0)),
            Team = own.ContactTeam,
            Phone = own.ContactPhone,
            Email = own.ContactEmail,
            TicketLink = ticketLink,
            AsOf = today,
        };
    }
}
