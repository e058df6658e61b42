using Integration.Access;

namespace Integration.Participants;

/// <summary>Which participants a user can reach.</summary>
public static class ParticipantScope
{
    /// <summary>Named records are the owning organisation's alone: a case manager sees their organisation's people,
    /// everybody else sees nobody.</summary>
    public static IQueryable<Participant> VisibleTo(this IQueryable<Participant> participants, ICurrentUser user)
    {
        var mayView = user.Has(Permission.ViewParticipants);
        var organisation = user.OrganisationId;
        return participants.Where(participant => mayView && participant.OrganisationId == organisation && participant.MergedIntoId == null);
    }
}
