using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Messaging;
using Integration.Organisations;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.EmployerAccess;

/// <summary>Invites a contact of an expected employer by e-mail. Somebody vouches for the employer first: fake employers have harvested applicants' data.
/// Who is a contact of that employer already gets a mail that says from when they can look.</summary>
public sealed class InviteEmployerContact(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, PortalAddress address)
{
    /// <summary>What is asked for.</summary>
    public sealed class Form
    {
        /// <summary>The event.</summary>
        public JobEventId JobEventId { get; set; }

        /// <summary>The employer.</summary>
        public OrganisationId EmployerId { get; set; }

        /// <summary>Where the invitation goes, and what the contact will sign in with.</summary>
        [Required, MaxLength(200)] public string Email { get; set; } = "";

        /// <summary>Name of the contact.</summary>
        [Required, MaxLength(AppUser.NameMaxLength)] public string DisplayName { get; set; } = "";

        /// <summary>Language of the mail: de or en.</summary>
        public string Language { get; set; } = "de";
    }

    /// <summary>Invites.</summary>
    /// <returns>Whether an invitation was sent; <see langword="false"/> where the contact has access already and was told so. <c>Forbidden</c>,
    /// <c>NotFound</c>, <see cref="EventErrors.NotTakingPart"/>, <see cref="EmployerAccessErrors.NotVouched"/>, <see cref="EmployerAccessErrors.Closed"/>,
    /// <see cref="AccessErrors.EmailTaken"/> for somebody who belongs elsewhere, or a field's error.</returns>
    public async Task<Result<bool>> ExecuteAsync(Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.InviteEmployerContacts))
        {
            return Errors.Forbidden;
        }

        var (email, name) = (form.Email.Trim(), form.DisplayName.Trim());
        if (NewInvitation.Check(email, name) is { } wrong)
        {
            return wrong;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var file = await AdmissionFile.ReadAsync(db, user, form.JobEventId, form.EmployerId, ct);
        if (!file.Done)
        {
            return file.Error;
        }

        var (jobEvent, admitted) = (file.Value.Event, file.Value.Employer);
        if ((admitted.VouchedAt is null ? EmployerAccessErrors.NotVouched : jobEvent.IsClosedToEmployers(clock.Today()) ? EmployerAccessErrors.Closed : null) is { } problem)
        {
            return problem;
        }

        var normalized = email.ToUpperInvariant();
        var known = await db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == normalized, ct);
        if (known is not null && (known.OrganisationId != form.EmployerId || !SignInCode.IsFor(known.Roles)))
        {
            return AccessErrors.EmailTaken;
        }

        var names = await db.Organisations.Where(o => o.Id == form.EmployerId || o.Id == user.OrganisationId).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        var culture = CultureInfo.GetCultureInfo(form.Language == "en" ? "en" : "de");
        object[] about = [name, names[user.OrganisationId], names[form.EmployerId], jobEvent.Title, Day(jobEvent.Date, culture), Day(admitted.OpensOn ?? jobEvent.Date, culture), Day(jobEvent.LastDayForEmployers(), culture)];
        if (known is not null)
        {
            if (known.RevokedAt is not null)
            {
                known.RevokedAt = null;
                db.Note(user, clock, AuditAct.UserChanged, nameof(AppUser), known.Id);
            }

            db.Send(clock, email, culture.Name, "EmployerAdmitted", [.. about, address.Of("/employer")]);
        }
        else
        {
            await db.InviteAsync(user, clock, form.EmployerId, email, name, [Role.EmployerContact],
                token => db.Send(clock, email, culture.Name, "EmployerInvitation", [.. about, address.Of(InvitationToken.Path + token)]), ct);
        }

        await db.SaveChangesAsync(ct);
        return known is null;
    }

    private static string Day(DateOnly day, CultureInfo culture) => day.ToString(culture.Name == "en" ? "d MMMM yyyy" : "d. MMMM yyyy", culture);
}
