using Integration.Common;
using Integration.Data;
using Integration.Documents.Sheets;
using Integration.Door;
using Integration.Events;
using Integration.Organisations;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Documents;

/// <summary>Reads what the papers of an event's day say: a handful of statements, however many people come.</summary>
internal sealed class EventPaperReader(AppDbContext db, CodeCatalog catalog, TimeProvider clock, Func<string, Uri> ticketLink)
{
    private const string Fallback = "en";

    private DateOnly Today => clock.Today();

    public async Task<EventPaperFacts> ReadAsync(JobEvent jobEvent, CancellationToken ct)
    {
        var ids = jobEvent.Hosts.Select(h => h.OrganisationId).Concat(jobEvent.Employers.Select(e => e.OrganisationId)).Append(jobEvent.OrganisationId).ToList();
        var organisations = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var organiser = organisations[jobEvent.OrganisationId];
        var buses = await db.BusLines.AsNoTracking().Include(line => line.Stops).Where(line => line.JobEventId == jobEvent.Id).OrderBy(line => line.Name).ToListAsync(ct);
        var rooms = await db.Rooms.AsNoTracking().Where(room => room.JobEventId == jobEvent.Id).ToDictionaryAsync(room => room.Id, room => room.Name, ct);
        var cancelled = await db.EventStages.Where(stage => stage.JobEventId == jobEvent.Id && stage.Cancelled).Select(stage => stage.Id).ToListAsync(ct);
        var items = await db.ProgrammeItems.AsNoTracking().Where(item => item.JobEventId == jobEvent.Id).ToListAsync(ct);
        return new EventPaperFacts
        {
            Title = jobEvent.Title,
            Date = jobEvent.Date,
            StartsAt = jobEvent.StartsAt,
            EndsAt = jobEvent.EndsAt,
            Place = jobEvent.PlaceLine(),
            Organiser = organiser.Name,
            Contact = string.Join(", ", new[] { organiser.ContactTeam, organiser.ContactPhone }.Where(part => part.Length > 0)),
            Hosts = [.. jobEvent.Hosts.Select(host => organisations[host.OrganisationId].Name).Order(StringComparer.Create(GermanTexts.Culture, ignoreCase: true))],
            Patron = jobEvent.Patron.Length > 0 ? jobEvent.Patron : await db.EventSeries.Where(s => s.Id == jobEvent.SeriesId).Select(s => s.Patron).SingleOrDefaultAsync(ct) ?? "",
            FundingNote = jobEvent.FundingNote,
            Guests = await GuestsAsync(jobEvent, buses, ct),
            Buses = buses.ConvertAll(line => new PaperBus(
                line.Name, line.Company, line.Phone, line.Seats, line.ArrivesAt, line.LeavesAt,
                [.. line.Stops.OrderBy(stop => stop.Number).Select(stop => new PaperStop(stop.Name, stop.LeavesAt, stop.BackAt))])),
            Items = [.. items.OrderBy(item => jobEvent.DayOf(item.StartsAt)).ThenBy(item => item.StartsAt).Select(item => new PaperItem(
                item.StartsAt, item.EndsAt, item.Title, item.Kind is ProgrammeKind.Talk or ProgrammeKind.Tour or ProgrammeKind.Groups or ProgrammeKind.Workshop or ProgrammeKind.Stands or ProgrammeKind.Counselling,
                item.RoomId is { } room ? rooms[room] : "", string.Join(", ", item.Speakers),
                item.Language.Length > 0 ? catalog.German("Languages", item.Language, Today) : "", item.StageId is { } stage && cancelled.Contains(stage)))],
            Stands = [.. jobEvent.Employers.OrderBy(e => e.Stand.Length == 0).ThenBy(e => e.Stand, StringComparer.Ordinal).Select(e => new PaperStand(
                e.Stand, organisations[e.OrganisationId].Name, organisations[e.OrganisationId].Kind == OrganisationKind.TemporaryWorkAgency))],
            TicketLink = ticketLink,
            AsOf = Today,
        };
    }

    private async Task<List<PaperGuest>> GuestsAsync(JobEvent jobEvent, List<Transport.BusLine> buses, CancellationToken ct)
    {
        var rows = await db.Registrations.AsNoTracking().Where(r => r.JobEventId == jobEvent.Id).HoldingAPlace()
            .Join(db.Participants.Where(p => p.MergedIntoId == null), r => r.ParticipantId, p => p.Id, (r, p) => new
            {
                r.Id, r.TicketCode, p.BadgeName, p.GivenName, p.FamilyName, p.NotPubliclyPresent, p.FirstLanguage, p.SpokenGerman, Participant = p.Id,
            })
            .ToListAsync(ct);
        var seats = await db.BusSeats.AsNoTracking().Where(s => db.BusLines.Any(l => l.Id == s.LineId && l.JobEventId == jobEvent.Id)).ToDictionaryAsync(s => s.RegistrationId, ct);
        var attendances = await db.Attendances.AsNoTracking().Where(a => a.JobEventId == jobEvent.Id && a.InAt != null).ToDictionaryAsync(a => a.RegistrationId, ct);
        var chiffres = await db.ProfileReleases.Where(r => r.JobEventId == jobEvent.Id && r.State == ProfileState.Released)
            .Select(r => new { r.ParticipantId, r.Chiffre }).ToListAsync(ct);
        var chiffreOf = chiffres.GroupBy(r => r.ParticipantId).ToDictionary(r => r.Key, r => r.First().Chiffre);
        var stops = buses.SelectMany(line => line.Stops.Select(stop => (line, stop))).ToDictionary(row => row.stop.Id);
        var languages = new Dictionary<string, (string Tag, string Name)>(StringComparer.Ordinal);
        return
        [
            .. rows.Select(row =>
            {
                if (!languages.TryGetValue(row.FirstLanguage, out var language))
                {
                    languages[row.FirstLanguage] = language = (LanguageTags.Of(catalog, row.FirstLanguage, Today) ?? Fallback, catalog.German("Languages", row.FirstLanguage, Today));
                }

                var attendance = attendances.GetValueOrDefault(row.Id);
                return new PaperGuest(
                    DoorNames.Display(row.BadgeName, row.GivenName, row.FamilyName, row.NotPubliclyPresent), DoorNames.Called(row.BadgeName, row.GivenName, row.NotPubliclyPresent), row.TicketCode, language.Tag,
                    // From B2 on nobody needs help with German (DOMAIN §6.4).
                    row.SpokenGerman >= LanguageLevel.B2 || row.FirstLanguage.Length == 0 ? "" : language.Name,
                    row.NotPubliclyPresent ? "" : chiffreOf.GetValueOrDefault(row.Participant, ""),
                    seats.TryGetValue(row.Id, out var seat) && stops.TryGetValue(seat.StopId, out var stop)
                        ? new PaperSeat(stop.line.Name, stop.stop.Name, stop.stop.LeavesAt, stop.line.LeavesAt, seat.Number, seat.Wheelchair) : null,
                    Clock(attendance?.InAt), Clock(attendance?.OutAt));
            })
            .OrderBy(guest => guest.Name.Length == 0).ThenBy(guest => guest.Name, StringComparer.Create(GermanTexts.Culture, ignoreCase: true)).ThenBy(guest => guest.Ticket, StringComparer.Ordinal),
        ];
    }

    private TimeOnly? Clock(DateTime? utc) => utc is { } at ? TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, clock.LocalTimeZone)) : null;
}
