using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Interpreters;

/// <summary>Takes an interpreter into the own organisation's pool, or changes one.</summary>
public sealed class SaveInterpreter(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>The interpreter as it is being edited; the properties are those of <see cref="Interpreter"/>.</summary>
    public sealed class Form
    {
        /// <summary>The interpreter; <see langword="null"/> for a new one.</summary>
        public InterpreterId? Id { get; set; }

        /// <summary>Version that was read.</summary>
        public Guid Version { get; set; }

        /// <summary>Name.</summary>
        [Required, MaxLength(Interpreter.NameMaxLength)]
        public string DisplayName { get; set; } = "";

        /// <summary>E-mail address.</summary>
        public string Email { get; set; } = "";

        /// <summary>Telephone number.</summary>
        public string Phone { get; set; } = "";

        /// <summary>Language of the mails: de or en.</summary>
        public string MailLanguage { get; set; } = "de";

        /// <summary>Languages; at least one.</summary>
        public List<InterpreterLanguage> Languages { get; set; } = [];

        /// <summary>Level of German.</summary>
        public LanguageLevel German { get; set; } = LanguageLevel.C1;

        /// <summary>Qualification.</summary>
        public InterpreterQualification Qualification { get; set; } = InterpreterQualification.Volunteer;

        /// <summary>Units of training.</summary>
        public int? TrainingUnits { get; set; }

        /// <summary>Day of the certificate or oath.</summary>
        public DateOnly? QualifiedOn { get; set; }

        /// <summary>Gender.</summary>
        public Gender Gender { get; set; } = Gender.NotStated;

        /// <summary>Municipality.</summary>
        public string Municipality { get; set; } = "";

        /// <summary>Farthest way in kilometres, 0 to 1,000.</summary>
        public int? MaxKm { get; set; }

        /// <summary>Own car.</summary>
        public bool OwnCar { get; set; }

        /// <summary>Most hours a day, 1 to 24.</summary>
        public int? MaxHoursPerDay { get; set; }

        /// <summary>Usual times.</summary>
        public List<WeeklyTime> Availability { get; set; } = [];

        /// <summary>Other days.</summary>
        public List<ExceptionDay> Exceptions { get; set; } = [];

        /// <summary>Rate, lump sum, value-added tax.</summary>
        public string Conditions { get; set; } = "";

        /// <summary>Date of the certificate of good conduct.</summary>
        public DateOnly? ConductCertificateOn { get; set; }

        /// <summary>Date of the declaration of commitment.</summary>
        public DateOnly? PledgeOn { get; set; }

        /// <summary>The user as whom they sign in.</summary>
        public UserId? UserId { get; set; }

        /// <summary>Whether they take assignments.</summary>
        public bool Active { get; set; } = true;
    }

    /// <summary>Saves and returns the id.</summary>
    /// <returns>The id; or Forbidden, NotFound, Conflict, Required, TooLong, or an error of <see cref="InterpreterErrors"/>.</returns>
    public async Task<Result<InterpreterId>> ExecuteAsync(Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.ManageInterpreters))
        {
            return Errors.Forbidden;
        }

        if (InterpreterFormRules.Problem(form, await codes.GetAsync(ct)) is { } problem)
        {
            return problem;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var interpreter = form.Id is { } id
            ? await db.Interpreters.VisibleTo(user).SingleOrDefaultAsync(i => i.Id == id, ct)
            : db.Add(new Interpreter { OrganisationId = user.OrganisationId }).Entity;
        if (interpreter is null)
        {
            return Errors.NotFound;
        }

        if (form.Id is not null && interpreter.Version != form.Version)
        {
            return Errors.Conflict;
        }

        if (form.UserId is { } linked && !await MayLinkAsync(db, linked, interpreter.Id, ct))
        {
            return InterpreterErrors.UserUnknown;
        }

        InterpreterFormRules.Apply(form, interpreter);
        db.Note(user, clock, form.Id is null ? AuditAct.Created : AuditAct.Changed, nameof(Interpreter), interpreter.Id.Value);
        return await db.SavedAsync(ct) ? interpreter.Id : Errors.Conflict;
    }

    private async Task<bool> MayLinkAsync(AppDbContext db, UserId linked, InterpreterId interpreter, CancellationToken ct)
    {
        var (id, own) = (linked.Value, user.OrganisationId);
        return await db.Users.AnyAsync(u => u.Id == id && u.OrganisationId == own && u.RevokedAt == null, ct)
            && !await db.Interpreters.AnyAsync(i => i.UserId == linked && i.Id != interpreter, ct);
    }
}
