using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Profiles;

/// <summary>Releases one person's short profile for an event under a new Chiffre, with the text frozen as it was consented to.
/// A release of an older text is locked and replaced.</summary>
public sealed class ReleaseProfile(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Releases it.</summary>
    public async Task<Result<ReleasedProfile>> ExecuteAsync(ParticipantId participantId, JobEventId jobEventId, CancellationToken ct)
    {
        if (!user.Has(Permission.ReleaseProfiles))
        {
            return Errors.Forbidden;
        }

        var outcome = await Persistently.RunAsync(() => new ReleaseDesk(contexts, user, clock).RunAsync(jobEventId, participantId, ct));
        if (!outcome.Done)
        {
            return outcome.Error;
        }

        var one = outcome.Value[0];
        return one.Refusal is { } refusal ? refusal : one.Released!;
    }
}

/// <summary>A release that was made.</summary>
public sealed record ReleasedProfile(ProfileReleaseId Id, string Chiffre, DateOnly ValidUntil);

/// <summary>What became of one person's profile: released, or refused and why.</summary>
public sealed record ReleaseOutcome(ParticipantId ParticipantId, ReleasedProfile? Released, Error? Refusal);

/// <summary>Releases all profiles of the organisation's registered people for which everything is there; says of every other why not.
/// It never makes up a consent: each was recorded by itself.</summary>
public sealed class ReleaseProfilesForEvent(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Releases them.</summary>
    /// <returns>One outcome for each registered person.</returns>
    public async Task<Result<IReadOnlyList<ReleaseOutcome>>> ExecuteAsync(JobEventId jobEventId, CancellationToken ct)
    {
        if (!user.Has(Permission.ReleaseProfiles))
        {
            return Errors.Forbidden;
        }

        return await Persistently.RunAsync(() => new ReleaseDesk(contexts, user, clock).RunAsync(jobEventId, null, ct));
    }
}
