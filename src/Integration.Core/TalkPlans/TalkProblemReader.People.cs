using Integration.Common;
using Integration.Door;
using Integration.Employers;
using Integration.Events;
using Integration.Interpreters;
using Integration.Participants;
using Integration.Planning.Talks;
using Integration.Profiles;
using Integration.Talks;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <content>Who comes, when they are there, and with whom they want to talk.</content>
internal sealed partial class TalkProblemReader
{
    // Who has said yes or is in the house already; nobody who is known not to come.
    private IQueryable<Registration> Coming()
    {
        var id = jobEvent.Id;
        return db.Registrations.AsNoTracking().Where(r => r.JobEventId == id
            && (r.State == RegistrationState.Accepted || db.Attendances.Any(a => a.RegistrationId == r.Id && a.InAt != null))
            && !db.Attendances.Any(a => a.RegistrationId == r.Id && (a.State == AttendanceState.Excused || a.State == AttendanceState.Unexcused)));
    }

    private async Task<(List<ProblemPerson> People, ILookup<RegistrationId, InterpreterId> RuledOut)> PeopleAsync(
        TalkLosses losses, List<Interpreter> present, CancellationToken ct)
    {
        var id = jobEvent.Id;
        var inForce = db.ProfileReleases.InForce(db.Consents, clock.Today()).Where(release => release.JobEventId == id);
        var rows = await (
            from registration in Coming()
            join person in db.Participants on registration.ParticipantId equals person.Id
            join release in inForce on person.Id equals release.ParticipantId
            where person.MergedIntoId == null
            select new { registration.Id, registration.ParticipantId, release.Chiffre, person.Interpreter, person.FirstLanguage, person.SpokenGerman }).ToListAsync(ct);
        rows.RemoveAll(row => losses.Absent.Contains(row.Id));
        var people = rows.OrderBy(row => row.Chiffre, StringComparer.Ordinal).Select(row => (row.Interpreter, Person: new ProblemPerson
        {
            RegistrationId = row.Id, ParticipantId = row.ParticipantId, Chiffre = row.Chiffre,
            Wish = Wishes.Of(row.Interpreter, row.FirstLanguage) is var wish && Needs(wish.Language, row.Interpreter.Needed, row.SpokenGerman) ? wish : new LanguageWish(""),
        })).ToList();
        var coming = Coming();
        var conflicts = (await db.InterpreterConflicts.AsNoTracking()
            .Join(db.Participants, c => c.ParticipantId, p => p.Id, (c, p) => new { p.Id, p.MergedIntoId, c.InterpreterId })
            .Where(c => coming.Any(r => r.ParticipantId == c.Id || r.ParticipantId == c.MergedIntoId)).ToListAsync(ct)).ToLookup(c => c.MergedIntoId ?? c.Id, c => c.InterpreterId);
        var ruledOut = people.Where(row => row.Person.Needs)
            .SelectMany(row => RuledOut(row.Interpreter, row.Person.Wish, conflicts[row.Person.ParticipantId], present).Select(interpreter => (row.Person.RegistrationId, interpreter)))
            .ToLookup(row => row.RegistrationId, row => row.interpreter);
        return ([.. people.Select(row => row.Person)], ruledOut);
    }

    // Below B1 nobody is left alone at a table (DOMAIN §6.4); above it whoever asks for help gets it, and who signs needs it at every level.
    private static bool Needs(string language, bool asked, LanguageLevel german) =>
        language.Length > 0 && language != LanguageFits.German && (asked || german < LanguageLevel.B1 || LanguageFits.IsSigned(language));

    // Relatives and declined ones, by row or by name, never (R1, R2). Another gender than the one asked for only where nobody of it is there: so it is
    // with every assignment.
    private static IEnumerable<InterpreterId> RuledOut(Participants.InterpreterNeed need, LanguageWish wish, IEnumerable<InterpreterId> conflicts, List<Interpreter> present)
    {
        var declined = need.Declined.Select(NameTokens.Fold).ToHashSet(StringComparer.Ordinal);
        var never = conflicts.Concat(present.Where(interpreter => declined.Contains(NameTokens.Fold(interpreter.DisplayName))).Select(interpreter => interpreter.Id)).ToHashSet();
        var fitting = present.Where(interpreter => !never.Contains(interpreter.Id) && LanguageFits.Best(wish, LanguagesOf(interpreter)) != LanguageFit.None).ToList();
        return need.PreferredGender is { } gender && fitting.Exists(interpreter => interpreter.Gender == gender)
            ? never.Concat(fitting.Where(interpreter => interpreter.Gender != gender).Select(interpreter => interpreter.Id))
            : never;
    }

    private async Task<Dictionary<RegistrationId, (int From, int Until)>> PresenceAsync(CancellationToken ct)
    {
        var id = jobEvent.Id;
        var rows = await db.BusLines.AsNoTracking().Where(line => line.JobEventId == id)
            .Join(db.BusSeats, line => line.Id, seat => seat.LineId, (line, seat) => new { seat.RegistrationId, line.ArrivesAt, line.LateByMinutes, line.LeavesAt }).ToListAsync(ct);
        return rows.ToDictionary(row => row.RegistrationId, row => (_time.Minute(row.ArrivesAt) + row.LateByMinutes, row.LeavesAt is { } leaves ? _time.Minute(leaves) : int.MaxValue));
    }

    private async Task<ILookup<RegistrationId, TimeSpanOfDay>> ElsewhereAsync(CancellationToken ct)
    {
        var id = jobEvent.Id;
        var rows = await db.Tours.AsNoTracking().Where(tour => tour.JobEventId == id)
            .Join(db.TourSeats, tour => tour.Id, seat => seat.TourId, (tour, seat) => new { seat.RegistrationId, tour.MeetsAt, tour.StartsAt, tour.Minutes }).ToListAsync(ct);
        return rows.ToLookup(row => row.RegistrationId, row => new TimeSpanOfDay(_time.Minute(row.MeetsAt), _time.Minute(row.StartsAt) + row.Minutes));
    }

    private async Task<IReadOnlyList<ProblemWish>> WishesAsync(
        List<ProblemPerson> people, List<ProblemHost> hosts, TalkSettings settings, IReadOnlyCollection<ScheduledTalk> kept, CancellationToken ct)
    {
        var persons = people.Select((person, i) => (person.ParticipantId, i)).ToDictionary(row => row.ParticipantId, row => row.i);
        var registrations = people.Select((person, i) => (person.RegistrationId, i)).ToDictionary(row => row.RegistrationId, row => row.i);
        var companies = hosts.Select((host, i) => (host.Id, i)).ToDictionary(row => row.Id, row => row.i);
        var wishes = new Dictionary<(int Person, int Host), TalkGround>();
        foreach (var (person, employer, ground) in await ContactsAsync(ct))
        {
            if (persons.TryGetValue(person, out var who) && companies.TryGetValue(employer, out var whom))
            {
                wishes[(who, whom)] = ground;
            }
        }

        foreach (var talk in kept.Where(talk => talk.Ground is TalkGround.ByHand or TalkGround.Fit))
        {
            if (registrations.TryGetValue(talk.RegistrationId, out var who) && companies.TryGetValue(talk.EmployerId, out var whom))
            {
                wishes.TryAdd((who, whom), talk.Ground);
            }
        }

        if (settings.LeastFit is { } least)
        {
            foreach (var pair in await OffersAsync(people, companies, least, settings.MostOffered, ct))
            {
                wishes.TryAdd(pair, TalkGround.Fit);
            }
        }

        return [.. wishes.Select(row => new ProblemWish(row.Key.Person, row.Key.Host, row.Value)).OrderBy(wish => wish.Person).ThenBy(wish => wish.Host)];
    }

    // A person can stand under several releases; what was said under any that still counts is said.
    private async Task<IEnumerable<(ParticipantId Person, OrganisationId Employer, TalkGround Ground)>> ContactsAsync(CancellationToken ct)
    {
        var id = jobEvent.Id;
        var inForce = db.ProfileReleases.InForce(db.Consents, clock.Today()).Where(release => release.JobEventId == id);
        var rows = await db.Contacts.AsNoTracking().Where(contact => contact.JobEventId == id && (contact.EmployerInterestAt != null || contact.PersonInterestAt != null)).WithProfile(inForce)
            .Select(contact => new { contact.ParticipantId, contact.EmployerId, Employer = contact.EmployerInterestAt != null, Person = contact.PersonInterestAt != null }).ToListAsync(ct);
        return rows.GroupBy(row => (row.ParticipantId, row.EmployerId)).Select(pair => (pair.Key.ParticipantId, pair.Key.EmployerId,
            pair.Any(row => row.Employer) ? pair.Any(row => row.Person) ? TalkGround.Mutual : TalkGround.Employer : TalkGround.Person));
    }

    // The best fitting offers of each person, as many as the organiser wants; ties by the order of the companies.
    private async Task<List<(int Person, int Host)>> OffersAsync(
        List<ProblemPerson> people, Dictionary<OrganisationId, int> companies, int least, int most, CancellationToken ct)
    {
        var id = jobEvent.Id;
        var contents = await db.ProfileReleases.InForce(db.Consents, clock.Today()).Where(release => release.JobEventId == id)
            .Select(release => new { release.ParticipantId, release.Content }).AsNoTracking().ToDictionaryAsync(row => row.ParticipantId, row => FitProfile.Of(row.Content), ct);
        var employers = companies.Keys.ToList();
        var offers = await db.JobOffers.AsNoTracking().AtEvent(id, db).Where(offer => offer.State == OfferState.Open && employers.Contains(offer.EmployerId)).ToListAsync(ct);
        var files = await db.EmployerFiles.AsNoTracking().Where(file => employers.Contains(file.OrganisationId)).ToDictionaryAsync(file => file.OrganisationId, ct);
        var facts = offers.ConvertAll(offer => (Host: companies[offer.EmployerId], Offer: FitOffer.Of(offer, files.GetValueOrDefault(offer.EmployerId))));
        return
        [
            .. people.SelectMany((person, i) => facts
                .Where(row => Fit.MayBeProposed(contents[person.ParticipantId], row.Offer))
                .Select(row => (row.Host, Fit.Score(contents[person.ParticipantId], row.Offer).Points)).Where(row => row.Points >= least)
                .GroupBy(row => row.Host).Select(host => (Host: host.Key, Points: host.Max(row => row.Points)))
                .OrderByDescending(row => row.Points).ThenBy(row => row.Host).Take(most).Select(row => (i, row.Host))),
        ];
    }
}
