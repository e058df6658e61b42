using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles.Lint;
using Microsoft.EntityFrameworkCore;

namespace Integration.Profiles;

/// <summary>Lets a finding stand with a reason: "Koch" is the occupation here, not the name. It holds for exactly these words in this line.</summary>
public sealed class OverrideFinding(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Longest reason in characters.</summary>
    public const int ReasonMaxLength = 200;

    /// <summary>Which finding, and why it may stand.</summary>
    public sealed class Form
    {
        /// <summary>The profile.</summary>
        public ShortProfileId ShortProfileId { get; set; }

        /// <summary>Revision in which the finding was seen.</summary>
        public int Revision { get; set; }

        /// <summary>The event, for a rare combination.</summary>
        public JobEventId? JobEventId { get; set; }

        /// <summary>The finding's field.</summary>
        public string Field { get; set; } = "";

        /// <summary>Its rule.</summary>
        public LintRule Rule { get; set; }

        /// <summary>Its <see cref="LintFinding.Key"/>.</summary>
        public string Key { get; set; } = "";

        /// <summary>Why it may stand.</summary>
        public string Reason { get; set; } = "";
    }

    /// <summary>Keeps the reason with the profile.</summary>
    public async Task<Result> ExecuteAsync(Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.EditProfiles))
        {
            return Errors.Forbidden;
        }

        var reason = form.Reason.Trim();
        if (reason.Length == 0)
        {
            return Errors.Required(nameof(Form.Reason));
        }

        if (reason.Length > ReasonMaxLength)
        {
            return Errors.TooLong(nameof(Form.Reason), ReasonMaxLength);
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var profile = await db.ShortProfiles.VisibleTo(user).SingleOrDefaultAsync(known => known.Id == form.ShortProfileId, ct);
        if (profile is null)
        {
            return Errors.NotFound;
        }

        if (profile.Revision != form.Revision)
        {
            return ProfileErrors.TextChanged;
        }

        var finding = (await FindingsAsync(db, profile, form.JobEventId, ct)).FirstOrDefault(found =>
            found.CanOverride && found.Field == form.Field && found.Rule == form.Rule && found.Key == form.Key);
        if (finding is null)
        {
            return ProfileErrors.FindingGone;
        }

        profile.Overrides.Add(new FindingOverride(finding.Field, finding.Rule.ToString(), finding.Key, reason, user.Id, clock.GetUtcNow().UtcDateTime));
        db.Note(user, clock, AuditAct.FindingOverridden, nameof(ShortProfile), profile.Id.Value, form.JobEventId);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            return Errors.Conflict;
        }

        return Result.Ok;
    }

    private async Task<IEnumerable<LintFinding>> FindingsAsync(AppDbContext db, ShortProfile profile, JobEventId? jobEvent, CancellationToken ct)
    {
        var person = await db.Participants.VisibleTo(user).AsNoTracking().SingleAsync(participant => participant.Id == profile.ParticipantId, ct);
        var subject = LintSubject.Of(person);
        IEnumerable<LintFinding> findings = ProfileLint.Check(profile.Content, subject, clock.Today());
        if (jobEvent is not { } id || !await db.JobEvents.VisibleTo(user).AnyAsync(e => e.Id == id, ct))
        {
            return findings;
        }

        var others = (await EventCells.ReadAsync(db, user, id, clock.Today(), ct)).Where(cell => cell.Whose != person.Id).Select(cell => cell.Cell);
        return RareCombination.Find(profile.Content, subject, others) is { } rare ? findings.Append(rare) : findings;
    }
}
