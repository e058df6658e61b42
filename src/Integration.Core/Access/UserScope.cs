namespace Integration.Access;

/// <summary>Which users a user can reach.</summary>
public static class UserScope
{
    /// <summary>Those of the own organisation, for whoever manages them; oneself is reached through the account pages.</summary>
    public static IQueryable<AppUser> VisibleTo(this IQueryable<AppUser> users, ICurrentUser user)
    {
        var mayManage = user.Has(Permission.ManageUsers);
        var own = user.OrganisationId;
        return users.Where(u => mayManage && u.OrganisationId == own);
    }

    /// <summary>Invitations into the own organisation, and those that the user sent to the first user of another one.</summary>
    public static IQueryable<UserInvitation> VisibleTo(this IQueryable<UserInvitation> invitations, ICurrentUser user)
    {
        var mayManage = user.Has(Permission.ManageUsers);
        var own = user.OrganisationId;
        var self = user.Id;
        return invitations.Where(i => mayManage && (i.OrganisationId == own || i.InvitedBy == self));
    }
}
