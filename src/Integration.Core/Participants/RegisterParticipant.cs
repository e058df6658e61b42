using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Participants;

/// <summary>Registers a person at the caller's organisation. A second person with the same name and birth date is refused:
/// double registration at the door is the commonest data error of an event. Similar people must be looked at first.</summary>
public sealed class RegisterParticipant(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>What quick registration asks: enough to find the person again.</summary>
    public sealed class Form
    {
        /// <summary>Family name.</summary>
        [Required, MaxLength(Participant.NameMaxLength)]
        public string FamilyName { get; set; } = "";

        /// <summary>Given name.</summary>
        [MaxLength(Participant.NameMaxLength)]
        public string GivenName { get; set; } = "";

        /// <summary>Date of birth.</summary>
        [Required]
        public DateOnly? BornOn { get; set; }

        /// <summary>Number in the organisation's own software.</summary>
        [MaxLength(40)]
        public string CustomerNumber { get; set; } = "";

        /// <summary>Town.</summary>
        [MaxLength(100)]
        public string Town { get; set; } = "";

        /// <summary>Telephone number.</summary>
        [MaxLength(40)]
        public string Phone { get; set; } = "";

        /// <summary>First language, code of the list Languages.</summary>
        public string FirstLanguage { get; set; } = "";

        /// <summary>Understanding and speaking German.</summary>
        public LanguageLevel SpokenGerman { get; set; }

        /// <summary>Reading and writing German.</summary>
        public LanguageLevel WrittenGerman { get; set; }

        /// <summary>The caller has looked at similar people: this is somebody else.</summary>
        public bool AnotherPerson { get; set; }
    }

    /// <summary>Registers the person and returns their id.</summary>
    public async Task<Result<ParticipantId>> ExecuteAsync(Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.EditParticipants))
        {
            return Errors.Forbidden;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var person = new Participant
        {
            OrganisationId = user.OrganisationId,
            OwnerId = user.Id,
            FamilyName = form.FamilyName.Trim(),
            GivenName = form.GivenName.Trim(),
            BornOn = form.BornOn,
            CustomerNumber = form.CustomerNumber.Trim(),
            Town = form.Town.Trim(),
            Phone = form.Phone.Trim(),
            FirstLanguage = form.FirstLanguage,
            SpokenGerman = form.SpokenGerman,
            WrittenGerman = form.WrittenGerman,
            RegisteredAt = now,
            ChangedAt = now,
        };
        if (ParticipantRules.Check(person, clock.Today()) is { } problem)
        {
            return problem;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var alike = await Duplicates.FindAsync(db, db.Participants.VisibleTo(user), PersonKey.Of(person), except: null, ct);
        if (alike.Any(candidate => candidate.Certain))
        {
            return ParticipantErrors.Duplicate;
        }

        if (alike.Count > 0 && !form.AnotherPerson)
        {
            return ParticipantErrors.Similar(alike.Count);
        }

        db.Participants.Add(person);
        db.Note(user, clock, AuditAct.Created, nameof(Participant), person.Id.Value);
        await db.SaveChangesAsync(ct);
        return person.Id;
    }
}
