using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.EmployerAccess;
using Integration.Events;
using Integration.Organisations;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>A contact as the employer service sees it: company and Chiffre, and the person only where the name was released and the company may read it
/// today. <see cref="State"/> says whether the release holds, also after the company's access has ended.</summary>
public sealed record EventContactRow(
    OrganisationId EmployerId, string Employer, bool TemporaryWork, string Chiffre, string Occupation, ContactState State, bool Wanted, bool PersonInterested,
    DateTime? TalkedAt, DateTime? RequestedAt, DateTime? DecidedAt, ReleasedPerson? Person)
{
    /// <summary>Token of the profile; <see langword="null"/> where nobody can ask for contact under it any more.</summary>
    public string? Token { get; init; }
}

/// <summary>The contacts of an event in numbers; one and two are not told.</summary>
/// <param name="Companies">Companies that want to talk with somebody.</param>
/// <param name="Wanted">Talks that companies want.</param>
/// <param name="Mutual">Those of them that the person wants too.</param>
/// <param name="Talks">Talks that were recorded.</param>
/// <param name="Waiting">Requests without an answer.</param>
/// <param name="Released">Names released.</param>
/// <param name="Refused">Requests declined.</param>
public sealed record ContactCounts(
    CellCount Companies, CellCount Wanted, CellCount Mutual, CellCount Talks, CellCount Waiting, CellCount Released, CellCount Refused);

/// <summary>The contacts of an event for those who look after it.</summary>
public sealed class EventContactQueries(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>By company and then by Chiffre, for the employer service alone.</summary>
    /// <returns><c>Forbidden</c> for everybody else; nothing where its organisation takes no part.</returns>
    public async Task<Result<IReadOnlyList<EventContactRow>>> ListAsync(JobEventId id, CancellationToken ct)
    {
        if (!user.Has(Permission.AskForContact) || !user.Roles.Contains(Role.EmployerService))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today();
        var shown = db.Contacts.AsNoTracking().ForService(user, db, today).Where(contact => contact.JobEventId == id);
        var (holding, open, inForce) = (db.Contacts.NameReleased(db, today), db.OpenAdmissions(today), db.ProfileReleases.ShownTo(user, db).InForce(db.Consents, today));
        var rows = await (
            from contact in shown
            join release in db.ProfileReleases on contact.ReleaseId equals release.Id
            join employer in db.Organisations on contact.EmployerId equals employer.Id
            where contact.EmployerInterestAt != null || contact.PersonInterestAt != null || contact.TalkedAt != null || contact.State != ContactState.Interest
            orderby employer.Name, release.Chiffre
            select new
            {
                Contact = contact, release.Chiffre, release.Content, release.LockedAt, Employer = employer.Name, TemporaryWork = employer.Kind == OrganisationKind.TemporaryWorkAgency,
                Holds = holding.Any(known => known.Id == contact.Id),
                Token = inForce.Any(known => known.Id == release.Id)
                    && open.Any(admitted => admitted.JobEventId == contact.JobEventId && admitted.OrganisationId == contact.EmployerId) ? release.Token : null,
            }).ToListAsync(ct);
        var named = await db.ReadNamesAsync(shown.NameReleased(db, today).WhileCompanyMayRead(user, db, today), user, clock, ct);
        return rows.ConvertAll(row => new EventContactRow(
            row.Contact.EmployerId, row.Employer, row.TemporaryWork, row.Chiffre, row.LockedAt is null ? row.Content.Occupation : "", ReleasedNames.StateOf(row.Contact.State, row.Holds),
            row.Contact.EmployerInterestAt is not null, row.Contact.PersonInterestAt is not null, row.Contact.TalkedAt, row.Contact.RequestedAt, row.Contact.DecidedAt,
            named.GetValueOrDefault(row.Contact.Id)) { Token = row.Token });
    }

    /// <summary>Numbers alone, for those who lead or host the event.</summary>
    /// <returns>The numbers; <c>Forbidden</c> without the permission; <c>NotFound</c> where the reader's organisation takes no part.</returns>
    public async Task<Result<ContactCounts>> CountAsync(JobEventId id, CancellationToken ct)
    {
        if (!user.Has(Permission.ViewContacts))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var organisation = user.OrganisationId;
        if (!await db.JobEvents.VisibleTo(user).AnyAsync(e => e.Id == id && (e.OrganisationId == organisation || e.Hosts.Any(host => host.OrganisationId == organisation)), ct))
        {
            return Errors.NotFound;
        }

        var all = db.Contacts.AsNoTracking().Where(contact => contact.JobEventId == id);
        var rows = await all.Select(contact => new
        {
            contact.EmployerId, contact.ParticipantId, contact.State, Wanted = contact.EmployerInterestAt != null, Interested = contact.PersonInterestAt != null, Talked = contact.TalkedAt != null,
        }).ToListAsync(ct);
        var holding = await all.NameReleased(db, clock.Today()).Select(contact => new { contact.EmployerId, contact.ParticipantId }).Distinct().CountAsync(ct);
        // A company and a person count once, however often the profile was released anew.
        CellCount Pairs(Func<ContactState, bool, bool, bool, bool> which) =>
            CellCount.Of(rows.Where(row => which(row.State, row.Wanted, row.Interested, row.Talked)).Select(row => (row.EmployerId, row.ParticipantId)).Distinct().Count());
        return new ContactCounts(
            CellCount.Of(rows.Where(row => row.Wanted).Select(row => row.EmployerId).Distinct().Count()), Pairs((_, wanted, _, _) => wanted),
            Pairs((_, wanted, interested, _) => wanted && interested), Pairs((_, _, _, talked) => talked), Pairs((state, _, _, _) => state.Waits()),
            CellCount.Of(holding), Pairs((state, _, _, _) => state == ContactState.Refused));
    }
}
