using Integration.Access;
using Integration.Calendars;
using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Events;
using Integration.Participants;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Invitations;

/// <summary>The planned talks of an organisation's own people at an event.</summary>
/// <param name="Event">The event.</param>
/// <param name="People">Its people with talks, by name.</param>
public sealed record OurTalks(JobEvent Event, IReadOnlyList<PersonTalks> People);

/// <summary>One of the own people and their talks.</summary>
/// <param name="Id">The person.</param>
/// <param name="RegistrationId">Their registration.</param>
/// <param name="Name">Name.</param>
/// <param name="Phone">Telephone number; empty when unknown.</param>
/// <param name="Chiffre">Chiffre under which the talks are.</param>
/// <param name="Language">First language, code of the list Languages.</param>
/// <param name="ByMail">Whether the portal writes to them; if not, somebody has to tell them.</param>
/// <param name="Mine">Whether the reader has them in charge, or nobody has.</param>
/// <param name="Talks">The talks by time.</param>
public sealed record PersonTalks(
    ParticipantId Id, RegistrationId RegistrationId, string Name, string Phone, string Chiffre, string Language, bool ByMail, bool Mine, IReadOnlyList<CalendarTalk> Talks);

/// <summary>Who is to be told of their talks: the list of the case managers.</summary>
public sealed class TalkLetterQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>The own people with talks of the published plan whose profile is in force.</summary>
    /// <returns>The list; or <c>Forbidden</c>, <c>NotFound</c>.</returns>
    public async Task<Result<OurTalks>> ListAsync(JobEventId id, CancellationToken ct)
    {
        if (!user.Has(Permission.ViewParticipants))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today();
        if (await db.JobEvents.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } jobEvent)
        {
            return Errors.NotFound;
        }

        var talks = await db.TalksOfAsync(jobEvent, null, today, ct);
        var chiffres = await db.ProfileReleases.VisibleTo(user).InForce(db.Consents, today).Where(release => release.JobEventId == id)
            .Select(release => new { release.ParticipantId, release.Chiffre }).ToDictionaryAsync(row => row.ParticipantId, row => row.Chiffre, ct);
        var rows = await db.Registrations.VisibleTo(user).AsNoTracking().Where(r => r.JobEventId == id)
            .Join(db.Participants.VisibleTo(user).Where(p => p.MergedIntoId == null), r => r.ParticipantId, p => p.Id, (r, p) => new { r.Id, Person = p }).ToListAsync(ct);
        var letters = (await new InvitationReader(db, await codes.GetAsync(ct), clock).ReadAsync(db.Registrations.VisibleTo(user).AsNoTracking().Where(r => r.JobEventId == id), ct))
            .Where(letter => letter.MayBeMailed).Select(letter => letter.Registration.Id).ToHashSet();
        return new OurTalks(jobEvent,
        [
            .. rows.Where(row => talks.Contains(row.Id)).OrderBy(row => row.Person.SortName, StringComparer.Ordinal).ThenBy(row => row.Id.Value)
                .Select(row => new PersonTalks(
                    row.Person.Id, row.Id, row.Person.FullName, row.Person.Phone, chiffres.GetValueOrDefault(row.Person.Id, ""), row.Person.FirstLanguage, letters.Contains(row.Id),
                    row.Person.OwnerId is null || row.Person.OwnerId == user.Id, [.. talks[row.Id]])),
        ]);
    }
}
