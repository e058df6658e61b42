using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Organisations;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Employers;

/// <summary>Writes a company's file: the employer service for the companies it looks after, a company's contact for the own one.
/// An employer service that writes the first file keeps the company from then on.</summary>
public sealed class SaveEmployerFile(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>The file as it is being edited; the properties are those of <see cref="EmployerFile"/>.</summary>
    public sealed class Form
    {
        /// <summary>The company.</summary>
        public OrganisationId EmployerId { get; set; }

        /// <summary>Version that was read; <see langword="null"/> when there was no file.</summary>
        public Guid? Version { get; set; }

        /// <summary>Section of the classification in force.</summary>
        public string Industry { get; set; } = "";

        /// <summary>Size class.</summary>
        public string Size { get; set; } = "";

        /// <summary>Betriebsnummer; empty when unknown.</summary>
        public string EstablishmentNumber { get; set; } = "";

        /// <summary>Trains apprentices.</summary>
        public bool TrainsApprentices { get; set; }

        /// <summary>Open for people without a qualification.</summary>
        public bool OpenForBeginners { get; set; }

        /// <summary>Least German.</summary>
        public LanguageLevel? LeastGerman { get; set; }

        /// <summary>Languages of the team.</summary>
        public List<string> TeamLanguages { get; set; } = [];

        /// <summary>A colleague goes along.</summary>
        public bool Buddy { get; set; }

        /// <summary>Language course in the company.</summary>
        public bool LanguageCourse { get; set; }

        /// <summary>Help with a place to live.</summary>
        public bool Housing { get; set; }

        /// <summary>Bus of its own.</summary>
        public bool WorksBus { get; set; }

        /// <summary>Whom to call; rows without a name are left out.</summary>
        public List<ContactPerson> Contacts { get; set; } = [];

        /// <summary>Reads a file.</summary>
        public static Form Of(OrganisationId employer, EmployerFile? file) => file is null ? new Form { EmployerId = employer } : new Form
        {
            EmployerId = employer, Version = file.Version, Industry = file.Industry, Size = file.Size, EstablishmentNumber = file.EstablishmentNumber,
            TrainsApprentices = file.TrainsApprentices, OpenForBeginners = file.OpenForBeginners, LeastGerman = file.LeastGerman, TeamLanguages = [.. file.TeamLanguages],
            Buddy = file.Buddy, LanguageCourse = file.LanguageCourse, Housing = file.Housing, WorksBus = file.WorksBus,
            Contacts = [.. file.Contacts.Select(c => new ContactPerson { Name = c.Name, Function = c.Function, Phone = c.Phone, Email = c.Email })],
        };
    }

    /// <summary>Saves.</summary>
    /// <returns>Done; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <c>Required</c>, <c>TooLong</c>, or an error of <see cref="EmployerErrors"/>.</returns>
    public async Task<Result> ExecuteAsync(Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.EditOffers))
        {
            return Errors.Forbidden;
        }

        var catalog = await codes.GetAsync(ct);
        if (Problem(form, catalog) is { } problem)
        {
            return problem;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.Organisations.EmployersKeptBy(user, db).AnyAsync(o => o.Id == form.EmployerId, ct))
        {
            return Errors.NotFound;
        }

        var file = await db.EmployerFiles.SingleOrDefaultAsync(f => f.OrganisationId == form.EmployerId, ct);
        if (file?.Version != form.Version)
        {
            return Errors.Conflict;
        }

        var isNew = file is null;
        file ??= db.Add(new EmployerFile { OrganisationId = form.EmployerId }).Entity;
        if (user.OrganisationId != form.EmployerId)
        {
            file.KeeperId ??= user.OrganisationId;
        }

        Apply(form, file, catalog, clock.Today());
        file.ChangedAt = clock.GetUtcNow().UtcDateTime;
        db.Note(user, clock, isNew ? AuditAct.Created : AuditAct.Changed, nameof(EmployerFile), form.EmployerId.Value);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // A colleague saved this file, or made the first one, between our reading and our writing.
            return Errors.Conflict;
        }

        return Result.Ok;
    }

    private static Error? Problem(Form form, CodeCatalog catalog)
    {
        var contacts = Named(form);
        var number = Employers.EstablishmentNumber.Tidy(form.EstablishmentNumber);
        return number.Length > 0 && !Employers.EstablishmentNumber.IsValid(number) ? EmployerErrors.EstablishmentNumber
            : form.Industry.Length > 0 && !catalog.Has("Industries", form.Industry) ? EmployerErrors.UnknownCode(nameof(Form.Industry))
            : form.Size.Length > 0 && !catalog.Has("CompanySizes", form.Size) ? EmployerErrors.UnknownCode(nameof(Form.Size))
            : !form.TeamLanguages.TrueForAll(code => catalog.Has("Languages", code)) ? EmployerErrors.UnknownCode(nameof(Form.TeamLanguages))
            : contacts.Count > EmployerFile.MostContacts ? EmployerErrors.TooManyContacts
            : form.Contacts.FindIndex(c => c.Email.Trim() is { Length: > 0 } mail && !EmailAddress.IsValid(mail)) is >= 0 and var wrong ? EmployerErrors.Email(wrong)
            : form.Contacts.FindIndex(c => c.Name.Trim().Length == 0 && (c.Phone + c.Email + c.Function).Trim().Length > 0) is >= 0 and var nameless
                ? Errors.Required($"{nameof(Form.Contacts)}[{nameless}].{nameof(ContactPerson.Name)}")
            : contacts.SelectMany(c => new[] { c.Name, c.Function, c.Phone, c.Email }).Any(text => text.Trim().Length > Conventions.DefaultTextLength)
                ? Errors.TooLong(nameof(Form.Contacts), Conventions.DefaultTextLength)
            : null;
    }

    private static List<ContactPerson> Named(Form form) => form.Contacts.FindAll(contact => contact.Name.Trim().Length > 0);

    private static void Apply(Form form, EmployerFile file, CodeCatalog catalog, DateOnly today)
    {
        if (file.Industry != form.Industry)
        {
            // A section that stays is one of the classification it was chosen from.
            (file.Industry, file.IndustryVersion) = (form.Industry, form.Industry.Length == 0 ? "" : catalog.Find("Industries", form.Industry, today)?.Extra ?? "");
        }

        (file.Size, file.EstablishmentNumber) = (form.Size, Employers.EstablishmentNumber.Tidy(form.EstablishmentNumber));
        (file.TrainsApprentices, file.OpenForBeginners, file.LeastGerman) = (form.TrainsApprentices, form.OpenForBeginners, form.LeastGerman);
        file.TeamLanguages = [.. form.TeamLanguages.Distinct(StringComparer.Ordinal)];
        (file.Buddy, file.LanguageCourse, file.Housing, file.WorksBus) = (form.Buddy, form.LanguageCourse, form.Housing, form.WorksBus);
        file.Contacts = [.. Named(form).Select(c => new ContactPerson { Name = c.Name.Trim(), Function = c.Function.Trim(), Phone = c.Phone.Trim(), Email = c.Email.Trim() })];
    }
}
