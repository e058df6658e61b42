using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants;
using Microsoft.EntityFrameworkCore;

namespace Integration.Profiles;

/// <summary>The short profiles of an event: who has one, how far each is, and how many.</summary>
public sealed class EventProfileQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>One registered person. <see cref="TextChanged"/>: the profile has been rewritten since its release.</summary>
    public sealed record Row(
        ParticipantId ParticipantId, string FullName, RegistrationState Registration, ShortProfileId? ShortProfileId, int Revision, string Occupation,
        ProfileStanding Standing, ProfileReleaseId? ReleaseId, string Chiffre, ConsentId? ConsentId, DateOnly? ValidUntil, bool TextChanged);

    /// <summary>Numbers for Today and the print centre; <see cref="Coming"/> is the sum of all others.</summary>
    public sealed record Counts(
        int Coming, int WithoutProfile, int Draft, int Checked, int Consented, int Released, int Printed, int WithEmployers, int Expired, int Locked)
    {
        /// <summary>How many can go to paper now.</summary>
        public int Printable => Released + Printed + WithEmployers;

        /// <summary>How many have a text but no consent to it.</summary>
        public int WithoutConsent => Draft + Checked;
    }

    /// <summary>The organisation's registered people by name. Who will not come is listed only while a release of theirs holds.</summary>
    public async Task<Result<IReadOnlyList<Row>>> ListAsync(JobEventId jobEvent, CancellationToken ct)
    {
        if (!user.Has(Permission.EditProfiles))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var people = await (
            from registration in db.Registrations.VisibleTo(user)
            where registration.JobEventId == jobEvent
            join person in db.Participants.VisibleTo(user) on registration.ParticipantId equals person.Id
            orderby person.SortName, person.Id
            select new { person.Id, person.FamilyName, person.GivenName, registration.State }).ToListAsync(ct);
        var texts = await db.ShortProfiles.VisibleTo(user)
            .Where(profile => db.Registrations.Any(r => r.JobEventId == jobEvent && r.ParticipantId == profile.ParticipantId))
            .Select(profile => new { profile.ParticipantId, profile.Id, profile.Content }).AsNoTracking().ToDictionaryAsync(profile => profile.ParticipantId, ct);
        var facts = await Standings.OfEventAsync(db, user, jobEvent, ct);
        var today = clock.Today();
        return people.Select(person =>
        {
            var known = facts.GetValueOrDefault(person.Id) ?? Nothing;
            var live = known.Live(today);
            var text = texts.GetValueOrDefault(person.Id);
            return new Row(
                person.Id, person.GivenName.Length == 0 ? person.FamilyName : $"{person.FamilyName}, {person.GivenName}", person.State,
                text?.Id, known.Revision, text?.Content.Occupation ?? "", known.Standing(today), live?.Id, live?.Chiffre ?? "",
                live?.ConsentId ?? known.Consent(today)?.Id, live?.ValidUntil ?? known.Consent(today)?.ValidUntil, live is not null && live.Revision != known.Revision);
        }).Where(row => row.ReleaseId is not null || row.Registration is not (RegistrationState.Declined or RegistrationState.Withdrawn)).ToList();
    }

    /// <summary>How many of the organisation's people who come are how far.</summary>
    public async Task<Result<Counts>> CountAsync(JobEventId jobEvent, CancellationToken ct)
    {
        if (!user.Has(Permission.EditProfiles))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var coming = await db.Registrations.VisibleTo(user).WhoCome(jobEvent).Select(registration => registration.ParticipantId).ToListAsync(ct);
        var facts = await Standings.OfEventAsync(db, user, jobEvent, ct);
        var today = clock.Today();
        var standings = coming.CountBy(id => (facts.GetValueOrDefault(id) ?? Nothing).Standing(today)).ToDictionary();
        return new Counts(
            coming.Count, Of(ProfileStanding.WithoutProfile), Of(ProfileStanding.Draft), Of(ProfileStanding.Checked), Of(ProfileStanding.Consented),
            Of(ProfileStanding.Released), Of(ProfileStanding.Printed),
            Of(ProfileStanding.Shown) + Of(ProfileStanding.Requested) + Of(ProfileStanding.NameReleased) + Of(ProfileStanding.Declined),
            Of(ProfileStanding.Expired), Of(ProfileStanding.Locked));

        int Of(ProfileStanding standing) => standings.GetValueOrDefault(standing);
    }

    private static readonly StandingFacts Nothing = new(null, 0, [], []);
}
