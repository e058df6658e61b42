using Integration.Common;
using Integration.Data;
using Integration.Organisations;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Access;

/// <summary>Makes the first organisation and its administrator in a database without users. The caller has to hold the one-time
/// link that the server printed when it started.</summary>
public sealed class SetUpPortal(IDbContextFactory<AppDbContext> contexts, TimeProvider clock)
{
    /// <summary>What is asked for.</summary>
    public sealed class Form
    {
        /// <summary>Full name of the organisation.</summary>
        public string OrganisationName { get; set; } = "";

        /// <summary>Its key: lower-case ASCII with hyphens.</summary>
        public string OrganisationKey { get; set; } = "";

        /// <summary>Name of the administrator.</summary>
        public string DisplayName { get; set; } = "";

        /// <summary>E-mail address to sign in with.</summary>
        public string Email { get; set; } = "";

        /// <summary>The chosen password; see <see cref="PasswordRules"/>.</summary>
        public string Password { get; set; } = "";
    }

    /// <summary>Makes both.</summary>
    /// <returns>AlreadySetUp, Required, TooLong, EmailInvalid, KeyInvalid or a broken password rule.</returns>
    public async Task<Result<UserId>> ExecuteAsync(Form form, CancellationToken ct)
    {
        if (Check(form) is { } problem)
        {
            return problem;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Users.AnyAsync(ct))
        {
            return AccessErrors.AlreadySetUp;
        }

        // The key is unique: of two attempts at once, one fails.
        var organisation = new Organisation { Key = form.OrganisationKey.Trim(), Name = form.OrganisationName.Trim(), Kind = OrganisationKind.JobcenterMunicipal };
        var user = NewUser.Make(organisation.Id, form.Email.Trim(), form.DisplayName.Trim(), [Role.Administrator], "de", form.Password);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.AddRange(organisation, user);
        // The organisation's audit chain begins with it.
        await db.SaveChangesAsync(ct);
        var self = new FixedUser(user.UserId, organisation.Id, user.Roles.ToHashSet(), user.DisplayName);
        db.Note(self, clock, AuditAct.Created, nameof(AppUser), user.Id);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return user.UserId;
    }

    private static Error? Check(Form form)
    {
        foreach (var (text, field, max) in new[]
        {
            (form.OrganisationName, nameof(Form.OrganisationName), Organisation.NameMaxLength),
            (form.OrganisationKey, nameof(Form.OrganisationKey), Organisation.KeyMaxLength),
            (form.DisplayName, nameof(Form.DisplayName), AppUser.NameMaxLength),
            (form.Email, nameof(Form.Email), 200),
        })
        {
            if (string.IsNullOrWhiteSpace(text) || text.Trim().Length > max)
            {
                return string.IsNullOrWhiteSpace(text) ? Errors.Required(field) : Errors.TooLong(field, max);
            }
        }

        return !OrganisationKey.IsValid(form.OrganisationKey.Trim()) ? OrganisationErrors.KeyInvalid
            : !EmailAddress.IsValid(form.Email.Trim()) ? AccessErrors.EmailInvalid
            : PasswordRules.Check(form.Password, form.DisplayName, form.Email, form.OrganisationName) is { } weak ? weak with { Field = nameof(Form.Password) }
            : null;
    }
}
