using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Integration.Talks;

/// <summary>Mails about contacts. None says of whom: neither name nor Chiffre nor company leaves the portal by mail.</summary>
internal static class ContactMails
{
    private const string Requests = "/requests";

    /// <summary>Tells whoever has the person in charge that a company asks; where nobody is, the organisation's own address.</summary>
    public static async Task TellCaseManagerAsync(this AppDbContext db, TimeProvider clock, PortalAddress address, Contact contact, CancellationToken ct)
    {
        var owner = await db.Participants.Where(person => person.Id == contact.ParticipantId).Select(person => person.OwnerId).SingleOrDefaultAsync(ct);
        if (await db.InChargeAsync(owner, contact.OrganisationId, ct) is { } to)
        {
            db.Send(clock, to.Email, to.Language, "ContactRequested", address.Of(Requests));
        }
    }

    /// <summary>Reminds of open requests.</summary>
    public static void Remind(this AppDbContext db, TimeProvider clock, PortalAddress address, (string Email, string Language) to, int count) =>
        db.Send(clock, to.Email, to.Language, "ContactReminder", count, address.Of(Requests));

    /// <summary>Tells the company's contacts, and a colleague who asked on its behalf, that there is an answer.</summary>
    public static async Task TellEmployerAsync(this AppDbContext db, TimeProvider clock, PortalAddress address, Contact contact, CancellationToken ct)
    {
        var (employer, asked) = (contact.EmployerId, contact.RequestedBy?.Value);
        var users = await db.Users.AsNoTracking().Where(u => u.RevokedAt == null && (u.OrganisationId == employer || u.Id == asked)).ToListAsync(ct);
        foreach (var user in users.Where(u => u.Email is { Length: > 0 } && (u.OrganisationId == employer ? u.Roles.Contains(Role.EmployerContact) : u.Roles.Contains(Role.EmployerService))))
        {
            var page = user.OrganisationId == employer ? "/employer" : $"/events/{contact.JobEventId}/contacts";
            db.Send(clock, user.Email!, user.Language, "ContactAnswered", address.Of(page));
        }
    }

    /// <summary>Where mail about a person goes; <see langword="null"/> when there is no address.</summary>
    public static async Task<(string Email, string Language)?> InChargeAsync(this AppDbContext db, UserId? owner, OrganisationId organisation, CancellationToken ct)
    {
        var id = owner?.Value;
        if (id is not null && await db.Users.Where(u => u.Id == id && u.OrganisationId == organisation && u.RevokedAt == null)
            .Select(u => new { u.Email, u.Language }).SingleOrDefaultAsync(ct) is { Email: { Length: > 0 } email } user)
        {
            return (email, user.Language);
        }

        var team = await db.Organisations.Where(o => o.Id == organisation).Select(o => o.ContactEmail).SingleAsync(ct);
        return team.Length > 0 ? (team, "de") : null;
    }
}
