using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Reports;

/// <summary>The list of participants with the state of their profiles.</summary>
public sealed class ParticipantListQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Rows <paramref name="skip"/> to <paramref name="skip"/> + <paramref name="take"/> of the filtered, ordered list.</summary>
    public async Task<Page<ParticipantRow>> ListAsync(ParticipantFilter filter, ParticipantOrder order, int skip, int take, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var people = Filtered(db, filter);
        var total = await people.CountAsync(ct);
        var rows = await Ordered(people, order).Skip(skip).Take(take)
            .Select(person => new
            {
                person.Id, person.FamilyName, person.GivenName, person.BornOn, person.Town, person.FirstLanguage, person.SpokenGerman,
                person.WrittenGerman, person.OwnerId, person.OwnerName, person.ChangedAt, person.Wishes,
                Profile = db.ShortProfiles.Where(profile => profile.ParticipantId == person.Id).Select(profile => (ProfileState?)profile.State).FirstOrDefault(),
                Owner = db.Users.Where(u => person.OwnerId != null && u.OrganisationId == person.OrganisationId)
                    .Where(u => u.Id == (Guid)(object)person.OwnerId!).Select(u => u.DisplayName).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return new Page<ParticipantRow>(
            rows.ConvertAll(row => new ParticipantRow(
                row.Id, row.FamilyName, row.GivenName, row.BornOn, row.Town, row.FirstLanguage, row.SpokenGerman, row.WrittenGerman,
                row.OwnerId, row.Owner ?? row.OwnerName, row.ChangedAt, row.Wishes.Count > 0 ? row.Wishes[0].Wording : "",
                row.Profile is not null, row.Profile == ProfileState.Checked)),
            total);
    }

    /// <summary>Ids of the filtered list in its order, for bulk acts and for "next person"; at most <paramref name="max"/>.</summary>
    public async Task<IReadOnlyList<ParticipantId>> IdsAsync(ParticipantFilter filter, ParticipantOrder order, int max, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Ordered(Filtered(db, filter), order).Take(max).Select(person => person.Id).ToListAsync(ct);
    }

    /// <summary>How many people the filter finds.</summary>
    public async Task<int> CountAsync(ParticipantFilter filter, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Filtered(db, filter).CountAsync(ct);
    }

    private static IQueryable<Participant> Ordered(IQueryable<Participant> people, ParticipantOrder order) => order switch
    {
        ParticipantOrder.Name => people.OrderBy(person => person.SortName).ThenBy(person => person.Id),
        ParticipantOrder.Changed => people.OrderByDescending(person => person.ChangedAt).ThenBy(person => person.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };

    private IQueryable<Participant> Filtered(AppDbContext db, ParticipantFilter filter)
    {
        var people = db.Participants.VisibleTo(user).AsNoTracking();
        foreach (var word in Words(filter.Text))
        {
            people = WithToken(db, people, word);
        }

        foreach (var facet in Facets(filter))
        {
            people = Among(Tokens(db).Where(token => token.Token == facet).Select(token => token.ParticipantId).Distinct(), people);
        }

        if (filter.Owner is { } owner)
        {
            people = people.Where(person => person.OwnerId == owner);
        }

        if (filter.GermanAtLeast is { } least)
        {
            // Levels are stored as text, which no server orders as levels.
            var levels = Enum.GetValues<LanguageLevel>().Where(level => level >= least).ToList();
            people = people.Where(person => levels.Contains(person.SpokenGerman));
        }

        if (filter.RegisteredFor is { } jobEvent)
        {
            people = people.Where(person => db.Registrations.Any(r => r.JobEventId == jobEvent && r.ParticipantId == person.Id
                && r.State != RegistrationState.Declined && r.State != RegistrationState.Withdrawn));
        }

        return filter.Gap is { } gap ? WithGap(db, people, gap, filter.RegisteredFor) : people;
    }

    private IQueryable<Participant> WithGap(AppDbContext db, IQueryable<Participant> people, ProfileGap gap, JobEventId? jobEvent)
    {
        var today = clock.Today();
        var consented = db.ShortProfiles.Where(profile => db.Consents.Any(consent =>
            consent.ParticipantId == profile.ParticipantId && consent.Purpose == ConsentPurpose.ProfileAtEvent
            && consent.WithdrawnAt == null && consent.ValidUntil >= today && consent.ProfileRevision == profile.Revision
            && (jobEvent == null || consent.JobEventId == jobEvent)));
        var released = db.ProfileReleases.InForce(db.Consents, today).Where(release => jobEvent == null || release.JobEventId == jobEvent);
        return gap switch
        {
            ProfileGap.NoProfile => people.Where(person => !db.ShortProfiles.Any(profile => profile.ParticipantId == person.Id)),
            ProfileGap.NotChecked => people.Where(person => db.ShortProfiles.Any(profile => profile.ParticipantId == person.Id && profile.State == ProfileState.Draft)),
            ProfileGap.NoConsent => people.Where(person => !consented.Any(profile => profile.ParticipantId == person.Id)),
            ProfileGap.NotReleased => people.Where(person => consented.Any(profile => profile.ParticipantId == person.Id)
                && !released.Any(release => release.ParticipantId == person.Id)),
            _ => throw new ArgumentOutOfRangeException(nameof(gap)),
        };
    }

    // Each word may be the beginning of a name as typed, or sound like one. The range, unlike LIKE, uses the index on every server, and so do two
    // short lists of ids where one condition with "or" would look at every person.
#pragma warning disable CA1309 // Translated to SQL, where the column's binary collation compares.
    private IQueryable<Participant> WithToken(AppDbContext db, IQueryable<Participant> people, (string Prefix, string End, string Sound) word)
    {
        var spelled = Tokens(db).Where(token => string.Compare(token.Token, word.Prefix) >= 0 && string.Compare(token.Token, word.End) < 0);
        var sounding = Tokens(db).Where(token => token.Token == word.Sound);
        var found = spelled.Select(token => token.ParticipantId).Union(sounding.Select(token => token.ParticipantId));
        return Among(found, people);
    }
#pragma warning restore CA1309

    // A join, not a condition: SQLite then begins with the few that were found instead of asking each of 100,000 people whether they are among them.
    private static IQueryable<Participant> Among(IQueryable<ParticipantId> found, IQueryable<Participant> people) =>
        found.Join(people, id => id, person => person.Id, (_, person) => person);

    private IQueryable<ParticipantSearchToken> Tokens(AppDbContext db)
    {
        var organisation = user.OrganisationId;
        return db.SearchTokens.Where(token => token.OrganisationId == organisation);
    }

    private static IEnumerable<(string Prefix, string End, string Sound)> Words(string text) =>
        NameTokens.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(5).Select(word =>
            (word, word[..^1] + (char)(word[^1] + 1), word.Length >= 3 ? "~" + NameTokens.Sound(word) : word));

    private static IEnumerable<string> Facets(ParticipantFilter filter)
    {
        (string Name, string Code)[] facets =
        [
            ("occupation", filter.OccupationGroup), ("form", filter.WorkForm), ("licence", filter.Licence), ("language", filter.Language),
        ];
        return facets.Where(facet => facet.Code.Length > 0).Select(facet => ParticipantTokens.Facet(facet.Name, facet.Code));
    }
}
