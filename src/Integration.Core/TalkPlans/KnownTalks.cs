using Integration.Data;
using Integration.Events;
using Integration.Privacy;
using Integration.Profiles;

namespace Integration.TalkPlans;

/// <summary>A planned talk with the release under whose Chiffre its person may be known.</summary>
internal sealed class KnownTalk
{
    public required ScheduledTalk Talk { get; init; }

    public required Registration Registration { get; init; }

    public required ProfileRelease Release { get; init; }

    /// <summary>Whether an interpreter may call the person by name (R7): they have consented to it.</summary>
    public required bool Named { get; init; }
}

/// <summary>The one way of a planned talk to paper, to a calendar, to an employer or an interpreter.</summary>
internal static class KnownTalks
{
    /// <summary>Talks whose person is expected and has one of the releases: a talk whose profile is no longer in force, or whose person does not come,
    /// is not there. The Chiffre is that of the release that holds today, also where the profile was released anew since the plan was made.</summary>
    /// <param name="talks">Talks, narrowed by <see cref="TalkPlanScope"/>.</param>
    /// <param name="db">The context.</param>
    /// <param name="releases">Releases in force that may be shown.</param>
    /// <param name="today">The day.</param>
    public static IQueryable<KnownTalk> Under(this IQueryable<ScheduledTalk> talks, AppDbContext db, IQueryable<ProfileRelease> releases, DateOnly today) =>
        from talk in talks
        join registration in db.Registrations on talk.RegistrationId equals registration.Id
        join release in releases on registration.ParticipantId equals release.ParticipantId
        where release.JobEventId == talk.JobEventId && registration.State != RegistrationState.Declined && registration.State != RegistrationState.Withdrawn
        select new KnownTalk
        {
            Talk = talk,
            Registration = registration,
            Release = release,
            Named = db.Consents.Any(consent => consent.ParticipantId == registration.ParticipantId && consent.Purpose == ConsentPurpose.PassToInterpreter
                && (consent.JobEventId == null || consent.JobEventId == talk.JobEventId) && consent.WithdrawnAt == null && consent.ValidUntil >= today),
        };

    /// <summary>Talks of an event, or of several, under a profile in force.</summary>
    public static IQueryable<KnownTalk> InForce(this IQueryable<ScheduledTalk> talks, AppDbContext db, DateOnly today) =>
        talks.Under(db, db.ProfileReleases.InForce(db.Consents, today), today);

    /// <summary>What an interpreter calls somebody (R7).</summary>
    /// <param name="named">Whether the person consented to it.</param>
    /// <param name="badge">Name on the badge; empty for the given name.</param>
    /// <param name="given">Given name.</param>
    /// <param name="hidden">Whether the person is not to be listed anywhere.</param>
    /// <param name="chiffre">The Chiffre.</param>
    public static string Called(bool named, string badge, string given, bool hidden, string chiffre) =>
        !named || hidden ? chiffre : badge.Length > 0 ? badge : given.Length > 0 ? given : chiffre;
}
