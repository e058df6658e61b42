using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Organisations;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles.Lint;
using Microsoft.EntityFrameworkCore;

namespace Integration.Profiles;

/// <summary>Marks a short profile as checked. Every finding must be mended or let stand with a reason; where the organisation wants a
/// second pair of eyes, whoever wrote the text cannot be it.</summary>
public sealed class CheckProfile(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Checks the revision that the caller has read.</summary>
    public async Task<Result> ExecuteAsync(ShortProfileId id, int revision, CancellationToken ct)
    {
        if (!user.Has(Permission.ReleaseProfiles))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var profile = await db.ShortProfiles.VisibleTo(user).SingleOrDefaultAsync(known => known.Id == id, ct);
        if (profile is null)
        {
            return Errors.NotFound;
        }

        if (profile.Revision != revision)
        {
            return ProfileErrors.TextChanged;
        }

        if (profile.State != ProfileState.Draft)
        {
            return ProfileErrors.NotDraft;
        }

        var secondCheck = await db.Organisations.VisibleTo(user)
            .Where(organisation => organisation.Id == profile.OrganisationId).Select(organisation => organisation.RequiresSecondCheck).SingleAsync(ct);
        if (secondCheck && profile.WrittenBy == user.Id)
        {
            return ProfileErrors.SecondCheckNeeded;
        }

        var person = await db.Participants.VisibleTo(user).AsNoTracking().SingleAsync(participant => participant.Id == profile.ParticipantId, ct);
        var open = ProfileLint.Open(ProfileLint.Check(profile.Content, LintSubject.Of(person), clock.Today()), profile.Overrides).Count();
        if (open > 0)
        {
            return ProfileErrors.OpenFindings(open);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        db.Move(profile, ProfileState.Checked, user.Id, now);
        (profile.CheckedBy, profile.CheckedAt) = (user.Id, now);
        db.Note(user, clock, AuditAct.ProfileChecked, nameof(ShortProfile), profile.Id.Value);
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
}
