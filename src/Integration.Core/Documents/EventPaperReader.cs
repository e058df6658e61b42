using Integration.Access;
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
internal sealed class EventPaperReader(AppDbContext db, ICurrentUser user, CodeCatalog catalog, TimeProvider clock, Func<string, Uri> ticketLink)
{
    private const string Fallback = "en";

    private DateOnly Today => clock.Today();

    public async Task<EventPaperFacts> ReadAsync(JobEvent jobEvent, CancellationToken ct)
    {
        var ids = jobEvent.Hosts.Select(h => h.OrganisationId).Concat(jobEvent.Employers.Select(e => e.OrganisationId))
            .Concat(jobEvent.Stands.Select(s => s.OrganisationId).OfType<OrganisationId>()).Append(jobEvent.OrganisationId).Distinct().ToList();
        var organisations = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var organiser = organisations[jobEvent.OrganisationId];
        var buses = await db.BusLines.AsNoTracking().Include(line => line.Stops).Where(line => line.JobEventId == jobEvent.Id).OrderBy(line => line.Name).ToListAsync(ct);
        var rooms = await db.Rooms.AsNoTracking().Where(room => room.JobEventId == jobEvent.Id).ToDictionaryAsync(room => room.Id, room => room.Name, ct);
        var cancelled = await db.EventStages.Where(stage => stage.JobEventId == jobEvent.Id && stage.Cancelled).Select(stage => stage.Id).ToListAsync(ct);
        var items = await db.ProgrammeItems.AsNoTracking().Where(item => item.JobEventId == jobEvent.Id).ToListAsync(ct);
        var plans = await db.FloorPlans.AsNoTracking().Where(plan => plan.JobEventId == jobEvent.Id).OrderBy(plan => plan.Name).ToListAsync(ct);
        var guests = await GuestsAsync(jobEvent, buses, ct);
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
            Guests = guests,
            Tours = await ToursAsync(jobEvent, guests, ct),
            Talks = await db.TalksOfAsync(jobEvent, user, code => catalog.German("Languages", code, Today), Today, ct),
            Employers = jobEvent.Employers.Count,
            Interpreters = await db.InterpretersOfAsync(jobEvent.Id, user, code => catalog.German("Languages", code, Today), ct),
            Patron = jobEvent.Patron.Length > 0 ? jobEvent.Patron : await db.EventSeries.Where(s => s.Id == jobEvent.SeriesId).Select(s => s.Patron).SingleOrDefaultAsync(ct) ?? "",
            FundingNote = jobEvent.FundingNote,
            Logos = await db.LogosOfAsync([jobEvent.Id], ct),
            Buses = buses.ConvertAll(line => new PaperBus(
                line.Name, line.Company, line.Phone, line.Seats, line.ArrivesAt, line.LeavesAt,
                [.. line.Stops.OrderBy(stop => stop.Number).Select(stop => new PaperStop(stop.Name, stop.LeavesAt, stop.BackAt))])),
            Items = [.. items.OrderBy(item => jobEvent.DayOf(item.StartsAt)).ThenBy(item => item.StartsAt).Select(item => new PaperItem(
                item.StartsAt, item.EndsAt, item.Title, item.Kind is ProgrammeKind.Talk or ProgrammeKind.Tour or ProgrammeKind.Groups or ProgrammeKind.Workshop or ProgrammeKind.Stands or ProgrammeKind.Counselling,
                item.RoomId is { } room ? rooms[room] : "", string.Join(", ", item.Speakers),
                item.Language.Length > 0 ? catalog.German("Languages", item.Language, Today) : "", item.StageId is { } stage && cancelled.Contains(stage)))],
            Stands = Stands(jobEvent, organisations),
            Plans = [.. plans.Select(plan => new PaperPlan(plan.Id, plan.Name, plan.Image, plan.PixelWidth, plan.PixelHeight))],
            TicketLink = ticketLink,
            AsOf = Today,
        };
    }

    // Stands by number, then the employers for whom there is none yet: their sign is printed all the same.
    private List<PaperStand> Stands(JobEvent jobEvent, Dictionary<OrganisationId, Organisation> organisations)
    {
        PaperStand Of(Stand? stand, Organisation? owner) => new(
            stand?.Number ?? "", owner?.Name ?? "", owner?.Kind == OrganisationKind.TemporaryWorkAgency,
            string.Join(", ", (stand?.Languages ?? []).Select(code => catalog.German("Languages", code, Today))), stand?.GermanFrom, stand?.FloorPlanId, stand?.Place ?? default);
        return
        [
            .. jobEvent.Stands.OrderBy(stand => stand.Number, StringComparer.Ordinal).Select(stand => Of(stand, stand.OrganisationId is { } owner ? organisations[owner] : null)),
            .. jobEvent.Employers.Where(e => !jobEvent.Stands.Exists(stand => stand.OrganisationId == e.OrganisationId))
                .Select(e => Of(null, organisations[e.OrganisationId])).OrderBy(stand => stand.Employer, StringComparer.Create(GermanTexts.Culture, ignoreCase: true)),
        ];
    }

    private async Task<List<PaperTour>> ToursAsync(JobEvent jobEvent, List<PaperGuest> guests, CancellationToken ct)
    {
        var tours = await db.Tours.AsNoTracking().Include(tour => tour.Groups).Where(tour => tour.JobEventId == jobEvent.Id).OrderBy(tour => tour.StartsAt).ToListAsync(ct);
        if (tours.Count == 0)
        {
            return [];
        }

        var ids = tours.ConvertAll(tour => tour.Id);
        var hosts = tours.ConvertAll(tour => tour.HostId);
        var names = await db.Organisations.Where(o => hosts.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        var coming = guests.Select(guest => guest.Registration).ToHashSet();
        // Who does not come any more needs no shoes either.
        var seats = (await db.TourSeats.AsNoTracking().Where(seat => ids.Contains(seat.TourId)).ToListAsync(ct)).Where(seat => coming.Contains(seat.RegistrationId)).ToList();
        var groupOf = seats.ToLookup(seat => seat.RegistrationId, seat => seat.GroupId);
        var assigned = tours.SelectMany(tour => tour.Groups).Select(group => group.InterpreterAssignmentId).OfType<InterpreterAssignmentId>().ToList();
        var interpreters = await db.InterpreterAssignments.Where(a => assigned.Contains(a.Id)).Join(db.Interpreters, a => a.InterpreterId, i => i.Id, (a, i) => new { a.Id, i.DisplayName, a.Language })
            .ToDictionaryAsync(row => row.Id, row => $"{row.DisplayName} ({catalog.German("Languages", row.Language, Today)})", ct);
        return tours.ConvertAll(tour => new PaperTour(
            tour, names[tour.HostId],
            [.. tour.Groups.OrderBy(group => group.Number).Select(group => new PaperTourGroup(
                group, group.InterpreterAssignmentId is { } id ? interpreters.GetValueOrDefault(id, "") : "", [.. guests.Where(guest => groupOf[guest.Registration].Contains(group.Id))]))],
            Tours.TourSizes.Of([.. seats.Where(seat => seat.TourId == tour.Id)])));
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
        var chiffres = await db.ProfileReleases.Where(r => r.JobEventId == jobEvent.Id).InForce(db.Consents, Today)
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
                    Clock(attendance?.InAt), Clock(attendance?.OutAt), row.Id);
            })
            .OrderBy(guest => guest.Name.Length == 0).ThenBy(guest => guest.Name, StringComparer.Create(GermanTexts.Culture, ignoreCase: true)).ThenBy(guest => guest.Ticket, StringComparer.Ordinal),
        ];
    }

    private TimeOnly? Clock(DateTime? utc) => utc is { } at ? TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, clock.LocalTimeZone)) : null;
}
