using System.Collections.Frozen;
using Integration.Common;
using Integration.Data;

namespace Integration.Profiles;

/// <summary>Which state may follow which. Every change of a state goes through here, is dated and attributed.</summary>
/// <remarks>
/// <para>The profile itself is a <see cref="ProfileState.Draft"/> or <see cref="ProfileState.Checked"/>; every change of the text makes it a draft again.
/// A consent is a step of the profile for one event. From <see cref="ProfileState.Released"/> on the state is the release's.</para>
/// <para>A release goes forward only: printing one that has been shown leaves it shown. Whatever its state, it can be
/// <see cref="ProfileState.Locked"/> at once; from there only its content can go.</para>
/// </remarks>
public static class ProfileLifeCycle
{
    private static readonly FrozenDictionary<ProfileState, ProfileState[]> Next = new Dictionary<ProfileState, ProfileState[]>
    {
        [ProfileState.Draft] = [ProfileState.Draft, ProfileState.Checked, ProfileState.Deleted],
        [ProfileState.Checked] = [ProfileState.Draft, ProfileState.Consented, ProfileState.Deleted],
        [ProfileState.Consented] = [ProfileState.Released],
        [ProfileState.Released] =
            [ProfileState.Printed, ProfileState.Shown, ProfileState.Requested, ProfileState.Expired, ProfileState.Locked],
        [ProfileState.Printed] = [ProfileState.Shown, ProfileState.Requested, ProfileState.Expired, ProfileState.Locked],
        [ProfileState.Shown] = [ProfileState.Requested, ProfileState.Expired, ProfileState.Locked],
        [ProfileState.Requested] = [ProfileState.NameReleased, ProfileState.Declined, ProfileState.Expired, ProfileState.Locked],
        [ProfileState.NameReleased] = [ProfileState.Requested, ProfileState.Expired, ProfileState.Locked],
        [ProfileState.Declined] = [ProfileState.Requested, ProfileState.Expired, ProfileState.Locked],
        [ProfileState.Expired] = [ProfileState.Locked, ProfileState.Deleted],
        [ProfileState.Locked] = [ProfileState.Deleted],
        [ProfileState.Deleted] = [],
    }.ToFrozenDictionary();

    /// <summary>Whether <paramref name="to"/> may follow <paramref name="from"/>.</summary>
    public static bool Allows(ProfileState from, ProfileState to) => Next[from].Contains(to);

    /// <summary>Moves the profile itself and notes the step.</summary>
    /// <exception cref="InvalidOperationException">The step is not allowed: a bug of the caller.</exception>
    internal static void Move(this AppDbContext db, ShortProfile profile, ProfileState to, UserId by, DateTime at)
    {
        db.Step(profile.Id, null, null, profile.State, to, by, at);
        profile.State = to;
    }

    /// <summary>Moves a release and notes the step.</summary>
    /// <exception cref="InvalidOperationException">The step is not allowed: a bug of the caller.</exception>
    internal static void Move(this AppDbContext db, ProfileRelease release, ProfileState to, UserId by, DateTime at)
    {
        db.Step(release.ShortProfileId, release.Id, release.JobEventId, release.State, to, by, at);
        release.State = to;
    }

    /// <summary>Ends a release: it leaves generation 0, so that another may take its place.</summary>
    /// <param name="db">The context whose save carries the step.</param>
    /// <param name="release">The release.</param>
    /// <param name="to"><see cref="ProfileState.Locked"/> or <see cref="ProfileState.Expired"/>.</param>
    /// <param name="generation">A number that no other release of this person and event has.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    internal static void End(this AppDbContext db, ProfileRelease release, ProfileState to, int generation, UserId by, DateTime at)
    {
        db.Move(release, to, by, at);
        release.Generation = release.Generation == 0 ? generation : release.Generation;
        release.LockedAt = to == ProfileState.Locked ? at : release.LockedAt;
    }

    /// <summary>Notes a step that changes no stored state: the first draft, a consent, a release being made.</summary>
    internal static void Step(
        this AppDbContext db, ShortProfileId profile, ProfileReleaseId? release, JobEventId? jobEvent, ProfileState? from, ProfileState to, UserId by, DateTime at)
    {
        if (from is { } before && !Allows(before, to))
        {
            throw new InvalidOperationException($"A profile cannot go from {before} to {to}.");
        }

        db.ProfileTransitions.Add(new ProfileTransition
        {
            ShortProfileId = profile,
            ReleaseId = release,
            JobEventId = jobEvent,
            From = from,
            To = to,
            At = at,
            By = by,
        });
    }
}
