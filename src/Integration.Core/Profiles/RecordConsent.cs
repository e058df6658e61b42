using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Organisations;
using Integration.Participants;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Profiles;

/// <summary>Records one person's consent (§ 67b SGB X, Art. 7 GDPR). There is no way to record two at once: each is given by a person who was asked.
/// For the short profile at an event it names the revision that was read to them, and that text must have been checked.</summary>
public sealed class RecordConsent(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Months after the event that are proposed.</summary>
    public const int ProposedMonths = 3;

    /// <summary>Most months after the event, or after the day it was given where there is no event.</summary>
    public const int MaxMonths = 12;

    /// <summary>What was given.</summary>
    public sealed class Form
    {
        /// <summary>Who consented.</summary>
        public ParticipantId ParticipantId { get; set; }

        /// <summary>What for.</summary>
        public ConsentPurpose Purpose { get; set; }

        /// <summary>The event; required for the short profile.</summary>
        public JobEventId? JobEventId { get; set; }

        /// <summary>The employer or partner; required for passing on to one.</summary>
        public OrganisationId? RecipientId { get; set; }

        /// <summary>Revision of the short profile that the person has read; required for the short profile.</summary>
        public int? ProfileRevision { get; set; }

        /// <summary>Version of the text.</summary>
        [Required, MaxLength(200)]
        public string TextVersion { get; set; } = "";

        /// <summary>Language of the text as a BCP 47 tag.</summary>
        [Required, MaxLength(200)]
        public string Language { get; set; } = "";

        /// <summary>Who explained it.</summary>
        [Required, MaxLength(200)]
        public string ExplainedBy { get; set; } = "";

        /// <summary>Paper or screen.</summary>
        public ConsentMedium Medium { get; set; }

        /// <summary>Day on which it was given.</summary>
        [Required]
        public DateOnly? GivenOn { get; set; }

        /// <summary>Last day; three months after the event (twelve after <see cref="GivenOn"/> without one) when <see langword="null"/>.</summary>
        public DateOnly? ValidUntil { get; set; }
    }

    /// <summary>Records the consent.</summary>
    public async Task<Result<ConsentId>> ExecuteAsync(Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.RecordConsent))
        {
            return Errors.Forbidden;
        }

        if (FirstFault(form) is { } fault)
        {
            return fault;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var person = await db.Participants.VisibleTo(user).AsNoTracking()
            .Where(participant => participant.Id == form.ParticipantId)
            .Select(participant => new { participant.Id, participant.OrganisationId }).SingleOrDefaultAsync(ct);
        if (person is null)
        {
            return Errors.NotFound;
        }

        if (form.RecipientId is { } recipient && !await db.Organisations.VisibleTo(user).AnyAsync(organisation => organisation.Id == recipient, ct))
        {
            return Errors.NotFound;
        }

        DateOnly? eventDay = null;
        if (form.JobEventId is { } eventId)
        {
            var day = await db.JobEvents.VisibleTo(user).Where(e => e.Id == eventId).Select(e => (DateOnly?)e.Date).SingleOrDefaultAsync(ct);
            if (day is null)
            {
                return Errors.NotFound;
            }

            eventDay = day;
        }

        var validUntil = form.ValidUntil ?? eventDay?.AddMonths(ProposedMonths) ?? form.GivenOn!.Value.AddMonths(MaxMonths);
        var latest = (eventDay ?? form.GivenOn!.Value).AddMonths(MaxMonths);
        if (validUntil > latest)
        {
            return ProfileErrors.ConsentTooLong(latest);
        }

        if (validUntil < clock.Today() || validUntil < form.GivenOn)
        {
            return ProfileErrors.ConsentOver;
        }

        if (await WithdrawnAfterAsync(db, form, person.Id, ct))
        {
            return ProfileErrors.ConsentBeforeWithdrawal;
        }

        var consent = new Consent
        {
            ParticipantId = person.Id,
            OrganisationId = person.OrganisationId,
            Purpose = form.Purpose,
            JobEventId = form.JobEventId,
            RecipientId = form.RecipientId,
            TextVersion = form.TextVersion.Trim(),
            Language = form.Language.Trim(),
            ExplainedBy = form.ExplainedBy.Trim(),
            Medium = form.Medium,
            GivenOn = form.GivenOn!.Value,
            ValidUntil = validUntil,
            RecordedAt = clock.GetUtcNow().UtcDateTime,
            RecordedBy = user.Id,
        };
        if (form.Purpose == ConsentPurpose.ProfileAtEvent && await BindToProfileAsync(db, consent, form.ProfileRevision!.Value, ct) is { } refusal)
        {
            return refusal;
        }

        db.Consents.Add(consent);
        db.Note(user, clock, AuditAct.ConsentRecorded, nameof(Consent), consent.Id.Value, form.JobEventId);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            return Errors.Conflict;
        }

        return consent.Id;
    }

    private Error? FirstFault(Form form)
    {
        foreach (var (field, text) in (ReadOnlySpan<(string, string)>)
            [(nameof(Form.TextVersion), form.TextVersion), (nameof(Form.Language), form.Language), (nameof(Form.ExplainedBy), form.ExplainedBy)])
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return Errors.Required(field);
            }

            if (text.Trim().Length > 200)
            {
                return Errors.TooLong(field, 200);
            }
        }

        return form switch
        {
            { GivenOn: null } => Errors.Required(nameof(Form.GivenOn)),
            { GivenOn: { } day } when day > clock.Today() => ProfileErrors.ConsentInFuture,
            { Purpose: ConsentPurpose.ProfileAtEvent, JobEventId: null } => Errors.Required(nameof(Form.JobEventId)),
            { Purpose: ConsentPurpose.ProfileAtEvent, ProfileRevision: null } => Errors.Required(nameof(Form.ProfileRevision)),
            { Purpose: ConsentPurpose.NameToEmployer or ConsentPurpose.PassToPartner, RecipientId: null } => Errors.Required(nameof(Form.RecipientId)),
            _ => null,
        };
    }

    // A paper signed on the 8th and recorded on the 12th does not undo what the person said on the 10th.
    private async Task<bool> WithdrawnAfterAsync(AppDbContext db, Form form, ParticipantId person, CancellationToken ct)
    {
        var withdrawn = await db.Consents.AsNoTracking()
            .Where(known => known.ParticipantId == person && known.Purpose == form.Purpose && known.JobEventId == form.JobEventId
                && known.RecipientId == form.RecipientId && known.WithdrawnAt != null)
            .Select(known => known.WithdrawnAt!.Value)
            .ToListAsync(ct);
        return withdrawn.Exists(at => clock.DayOf(at) > form.GivenOn);
    }

    private async Task<Error?> BindToProfileAsync(AppDbContext db, Consent consent, int revision, CancellationToken ct)
    {
        var profile = await db.ShortProfiles.VisibleTo(user).SingleOrDefaultAsync(known => known.ParticipantId == consent.ParticipantId, ct);
        if (profile is null)
        {
            return ProfileErrors.None;
        }

        if (profile.Revision != revision)
        {
            return ProfileErrors.TextChanged;
        }

        if (profile.State != ProfileState.Checked)
        {
            return ProfileErrors.NotChecked;
        }

        // A text that is saved between our reading and this save must make the consent fail, not hang in the air.
        db.Entry(profile).State = EntityState.Modified;
        consent.ProfileRevision = revision;
        db.Step(profile.Id, null, consent.JobEventId, ProfileState.Checked, ProfileState.Consented, user.Id, consent.RecordedAt);
        return null;
    }
}
