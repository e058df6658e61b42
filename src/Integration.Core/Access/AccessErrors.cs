using Integration.Common;

namespace Integration.Access;

/// <summary>What can go wrong with users, invitations and passwords.</summary>
public static class AccessErrors
{
    /// <summary>Not an e-mail address.</summary>
    public static Error EmailInvalid { get; } = new("Access_EmailInvalid") { Field = nameof(InviteUser.Form.Email) };

    /// <summary>Somebody signs in with that address already.</summary>
    public static Error EmailTaken { get; } = new("Access_EmailTaken") { Field = nameof(InviteUser.Form.Email) };

    /// <summary>No role chosen.</summary>
    public static Error RoleMissing { get; } = new("Access_RoleMissing") { Field = nameof(InviteUser.Form.Roles) };

    /// <summary>Nobody would be left to manage the organisation's users.</summary>
    public static Error LastAdministrator { get; } = new("Access_LastAdministrator");

    /// <summary>Nobody takes their own access away.</summary>
    public static Error Oneself { get; } = new("Access_Oneself");

    /// <summary>Another organisation's first user has to be its administrator.</summary>
    public static Error FirstMustAdminister { get; } = new("Access_FirstMustAdminister") { Field = nameof(InviteUser.Form.Roles) };

    /// <summary>The link of an invitation is unknown, used, taken back or too old.</summary>
    public static Error InvitationVoid { get; } = new("Access_InvitationVoid");

    /// <summary>A code that came by mail is wrong, used, too old, or was guessed at too often.</summary>
    public static Error CodeVoid { get; } = new("Access_CodeVoid");

    /// <summary>The portal has users already.</summary>
    public static Error AlreadySetUp { get; } = new("Access_AlreadySetUp");
}
