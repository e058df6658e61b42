using Integration.Access;

namespace Integration.Web.Users;

/// <summary>The list of users as it stands in the address.</summary>
public static class UserLinks
{
    /// <summary>The list, narrowed.</summary>
    public static string List(UserFilter filter) => Links.UserList(filter.Text, filter.Role?.ToString(), State(filter.Revoked));

    /// <summary>Reads an address; what does not fit is left out.</summary>
    public static UserFilter Filter(string? text, string? role, string? state) => new()
    {
        Text = text?.Trim() ?? "",
        Role = Enum.TryParse<Role>(role, out var wanted) && Enum.IsDefined(wanted) ? wanted : null,
        Revoked = Revoked(state),
    };

    /// <summary>How a state stands in the address.</summary>
    public static string State(bool? revoked) => revoked switch { true => "locked", false => "active", null => "" };

    /// <summary>The state that stands in the address.</summary>
    public static bool? Revoked(string? state) => state switch { "locked" => true, "active" => false, _ => null };
}
