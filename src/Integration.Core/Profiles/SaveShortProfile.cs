using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Participants;
using Integration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Integration.Profiles;

/// <summary>Writes a person's short profile. Any change of the text makes a new revision and a draft again: what was checked and consented
/// to was the old text. Releases keep the text they were made with.</summary>
public sealed class SaveShortProfile(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Longest line that is stored, in characters; what fits the sheet is shorter and is the lint's to say.</summary>
    public const int LineMaxLength = 500;

    /// <summary>Most lines of a block that are stored.</summary>
    public const int MaxLines = 20;

    /// <summary>What was written.</summary>
    public sealed class Form
    {
        /// <summary>Whose profile.</summary>
        public ParticipantId ParticipantId { get; set; }

        /// <summary>The text.</summary>
        public ProfileContent Content { get; set; } = new();

        /// <summary>The version that was edited; <see langword="null"/> for a new profile.</summary>
        public Guid? Version { get; set; }
    }

    /// <summary>What is stored now.</summary>
    public sealed record Saved(ShortProfileId Id, int Revision, ProfileState State, Guid Version, bool Changed);

    /// <summary>Saves; a text that is already stored changes nothing.</summary>
    public async Task<Result<Saved>> ExecuteAsync(Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.EditProfiles))
        {
            return Errors.Forbidden;
        }

        if (form.Content.Lines().Any(line => line.Text.Length > LineMaxLength) || Blocks(form.Content).Any(count => count > MaxLines))
        {
            return ProfileErrors.TooLarge;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var person = await db.Participants.VisibleTo(user).AsNoTracking()
            .Where(participant => participant.Id == form.ParticipantId)
            .Select(participant => new { participant.Id, participant.OrganisationId }).SingleOrDefaultAsync(ct);
        if (person is null)
        {
            return Errors.NotFound;
        }

        var profile = await db.ShortProfiles.VisibleTo(user).SingleOrDefaultAsync(known => known.ParticipantId == person.Id, ct);
        if (profile?.Version != form.Version)
        {
            return Errors.Conflict;
        }

        var content = Tidy(form.Content);
        if (profile is not null && JsonColumn.Write(profile.Content) == JsonColumn.Write(content))
        {
            return new Saved(profile.Id, profile.Revision, profile.State, profile.Version, false);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (profile is null)
        {
            profile = new ShortProfile { ParticipantId = person.Id, OrganisationId = person.OrganisationId };
            db.ShortProfiles.Add(profile);
            db.Step(profile.Id, null, null, null, ProfileState.Draft, user.Id, now);
            db.Note(user, clock, AuditAct.Created, nameof(ShortProfile), profile.Id.Value);
        }
        else
        {
            if (profile.State != ProfileState.Draft)
            {
                db.Move(profile, ProfileState.Draft, user.Id, now);
            }

            db.Note(user, clock, AuditAct.Changed, nameof(ShortProfile), profile.Id.Value);
        }

        (profile.Content, profile.Revision, profile.WrittenBy, profile.ChangedAt) = (content, profile.Revision + 1, user.Id, now);
        (profile.CheckedBy, profile.CheckedAt) = (null, null);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // A colleague saved this profile, or made the first one, between our reading and our writing.
            return Errors.Conflict;
        }

        return new Saved(profile.Id, profile.Revision, profile.State, profile.Version, true);
    }

    private static IEnumerable<int> Blocks(ProfileContent content) =>
    [
        content.Alternatives.Count, content.Forms.Count, content.Strengths.Count, content.Experience.Count, content.Evidence.Count,
        content.LicenceClasses.Count, content.WorkTimes.Count, content.WorkTimeCodes.Count, content.Support.Count,
    ];

    private static ProfileContent Tidy(ProfileContent content) => content with
    {
        Occupation = content.Occupation.Trim(),
        Alternatives = Lines(content.Alternatives),
        Start = content.Start.Trim(),
        Strengths = Lines(content.Strengths),
        Introduction = content.Introduction.Trim(),
        Experience =
        [
            .. content.Experience.Select(work => new ProfileExperience(work.Work.Trim(), work.Industry.Trim(), work.Duration.Trim()))
                .Where(work => work.Work.Length + work.Industry.Length + work.Duration.Length > 0),
        ],
        Schooling = content.Schooling.Trim(),
        Training = content.Training.Trim(),
        Recognition = content.Recognition.Trim(),
        GermanCertificate = content.GermanCertificate.Trim(),
        Course = content.Course.Trim(),
        OtherLanguages = content.OtherLanguages.Trim(),
        Evidence = Lines(content.Evidence),
        WorkTimes = Lines(content.WorkTimes),
        Area = content.Area.Trim(),
        Mobility = content.Mobility.Trim(),
    };

    private static List<string> Lines(IEnumerable<string> lines) => [.. lines.Select(line => line.Trim()).Where(line => line.Length > 0)];
}
