using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Organisations;

/// <summary>Creates an organisation, or changes the own one or one that has no users of its own (an employer, a host without access).
/// What another organisation with users says of itself is theirs.</summary>
public sealed class SaveOrganisation(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The organisation as it is being edited.</summary>
    public sealed class Form
    {
        /// <summary>The organisation; <see langword="null"/> for a new one.</summary>
        public OrganisationId? Id { get; set; }

        /// <summary>Version that was read.</summary>
        public Guid Version { get; set; }

        /// <summary>Short name; fixed once the organisation exists.</summary>
        public string Key { get; set; } = "";

        /// <summary>Full name.</summary>
        public string Name { get; set; } = "";

        /// <summary>Type.</summary>
        public OrganisationKind Kind { get; set; }

        /// <summary>Two or three capital letters that open a Chiffre; empty for organisations without participants.</summary>
        public string RegionKey { get; set; } = "";

        /// <summary>Team that employers may ask.</summary>
        public string ContactTeam { get; set; } = "";

        /// <summary>Its telephone number.</summary>
        public string ContactPhone { get; set; } = "";

        /// <summary>Its e-mail address.</summary>
        public string ContactEmail { get; set; } = "";

        /// <summary>What a case manager is called here.</summary>
        public string CaseManagerLabel { get; set; } = "";

        /// <summary>Whether a second colleague checks each profile.</summary>
        public bool RequiresSecondCheck { get; set; }

        /// <summary>Whether it is in use.</summary>
        public bool Active { get; set; } = true;

        /// <summary>Where it works.</summary>
        public List<SiteForm> Sites { get; set; } = [];
    }

    /// <summary>A site as it is being edited.</summary>
    public sealed class SiteForm
    {
        /// <summary>The site; <see langword="null"/> for a new one.</summary>
        public SiteId? Id { get; set; }

        /// <summary>What it is called.</summary>
        public string Name { get; set; } = "";

        /// <summary>Street and number.</summary>
        public string Street { get; set; } = "";

        /// <summary>Postal code.</summary>
        public string PostalCode { get; set; } = "";

        /// <summary>Town.</summary>
        public string Town { get; set; } = "";
    }

    /// <summary>Saves and returns the id.</summary>
    /// <returns>Forbidden, NotFound, Conflict, Required, TooLong, or an error of <see cref="OrganisationErrors"/>.</returns>
    public async Task<Result<OrganisationId>> ExecuteAsync(Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.EditOrganisations))
        {
            return Errors.Forbidden;
        }

        if (Check(form) is { } problem)
        {
            return problem;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var organisation = form.Id is { } id
            ? await db.Organisations.EditableBy(user, db).Include(o => o.Sites).SingleOrDefaultAsync(o => o.Id == id, ct)
            : new Organisation { Key = form.Key.Trim() };
        if (organisation is null)
        {
            return Errors.NotFound;
        }

        if (form.Id is null)
        {
            if (await db.Organisations.AnyAsync(o => o.Key == organisation.Key, ct))
            {
                return OrganisationErrors.KeyTaken;
            }

            db.Add(organisation);
        }
        else if (organisation.Version != form.Version)
        {
            return Errors.Conflict;
        }

        Apply(form, organisation, db);
        db.Note(user, clock, form.Id is null ? AuditAct.Created : AuditAct.Changed, nameof(Organisation), organisation.Id.Value);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        return organisation.Id;
    }

    private static Error? Check(Form form)
    {
        var texts = new (string Text, string Field, int Max)[]
        {
            (form.Name, nameof(Form.Name), Organisation.NameMaxLength), (form.ContactTeam, nameof(Form.ContactTeam), 200),
            (form.ContactPhone, nameof(Form.ContactPhone), 200), (form.ContactEmail, nameof(Form.ContactEmail), 200),
            (form.CaseManagerLabel, nameof(Form.CaseManagerLabel), 200),
        }.Concat(form.Sites.SelectMany((site, i) => new (string Text, string Field, int Max)[]
        {
            (site.Name, $"Sites[{i}].Name", 200), (site.Street, $"Sites[{i}].Street", 200),
            (site.PostalCode, $"Sites[{i}].PostalCode", 200), (site.Town, $"Sites[{i}].Town", 200),
        }));
        return string.IsNullOrWhiteSpace(form.Name) ? Errors.Required(nameof(Form.Name))
            : form.Id is null && !OrganisationKey.IsValid(form.Key.Trim()) ? OrganisationErrors.KeyInvalid
            : form.RegionKey.Trim() is { Length: > 0 } region && (region.Length is < 2 or > 3 || !region.All(char.IsAsciiLetterUpper)) ? OrganisationErrors.RegionKeyInvalid
            : form.ContactEmail.Trim() is { Length: > 0 } email && !EmailAddress.IsValid(email) ? OrganisationErrors.EmailInvalid
            : form.Sites.FindIndex(site => string.IsNullOrWhiteSpace(site.Name)) is >= 0 and var nameless ? Errors.Required($"Sites[{nameless}].Name")
            : texts.Where(t => t.Text.Length > t.Max).Select(t => Errors.TooLong(t.Field, t.Max)).FirstOrDefault();
    }

    private static void Apply(Form form, Organisation organisation, AppDbContext db)
    {
        (organisation.Name, organisation.Kind, organisation.RegionKey) = (form.Name.Trim(), form.Kind, form.RegionKey.Trim());
        (organisation.ContactTeam, organisation.ContactPhone, organisation.ContactEmail) = (form.ContactTeam.Trim(), form.ContactPhone.Trim(), form.ContactEmail.Trim());
        (organisation.CaseManagerLabel, organisation.RequiresSecondCheck, organisation.Active) = (form.CaseManagerLabel.Trim(), form.RequiresSecondCheck, form.Active);
        organisation.Sites.RemoveAll(site => form.Sites.TrueForAll(kept => kept.Id != site.Id));
        foreach (var wanted in form.Sites)
        {
            var site = organisation.Sites.Find(known => known.Id == wanted.Id);
            if (site is null)
            {
                site = new Site { OrganisationId = organisation.Id };
                // A key that is set already looks like a known row; it is not.
                db.Sites.Add(site);
            }

            (site.Name, site.Street, site.PostalCode, site.Town) = (wanted.Name.Trim(), wanted.Street.Trim(), wanted.PostalCode.Trim(), wanted.Town.Trim());
        }

        // The sites are part of the record: a change of theirs alone is a new version of it too.
        if (db.Entry(organisation).State == EntityState.Unchanged)
        {
            db.Entry(organisation).State = EntityState.Modified;
        }
    }
}
