using System.Collections.Frozen;
using System.Security.Claims;
using Integration.Access;
using Integration.Common;
using Microsoft.AspNetCore.Components.Authorization;

namespace Integration.Web.Hosting;

/// <summary>The signed-in user: of the circuit where a page is open, of the request elsewhere. Asked anew each time,
/// so that an open page loses its rights in the moment in which the sign-in is found to be void.</summary>
internal sealed class CurrentUser(IHttpContextAccessor request, AuthenticationStateProvider states) : ICurrentUser
{
    private (ClaimsPrincipal Principal, FixedUser User)? _known;

    public UserId Id => Known.Id;

    public OrganisationId OrganisationId => Known.OrganisationId;

    public IReadOnlySet<Role> Roles => Known.Roles;

    public string DisplayName => Known.DisplayName;

    private FixedUser Known
    {
        get
        {
            var principal = (states as CircuitSignIn)?.Principal ?? request.HttpContext?.User ?? Nobody;
            if (_known?.Principal != principal)
            {
                _known = (principal, PortalClaims.UserOf(principal));
            }

            return _known.Value.User;
        }
    }

    private static ClaimsPrincipal Nobody { get; } = new(new ClaimsIdentity());
}

/// <summary>The claims of a sign-in, written by <see cref="ClaimsFactory"/> and read here.</summary>
public static class PortalClaims
{
    /// <summary>Id of the user's organisation.</summary>
    public const string Organisation = "portal:organisation";

    /// <summary>A role; one claim each.</summary>
    public const string Role = "portal:role";

    /// <summary>The name shown to colleagues.</summary>
    public const string DisplayName = "portal:name";

    /// <summary>The facts of a sign-in; a user without any right for somebody who is not signed in.</summary>
    public static FixedUser UserOf(ClaimsPrincipal principal)
    {
        if (principal.Identity?.IsAuthenticated != true
            || !Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            || !Guid.TryParse(principal.FindFirstValue(Organisation), out var organisation))
        {
            return new FixedUser(new UserId(Guid.Empty), new OrganisationId(Guid.Empty), FrozenSet<Role>.Empty, "");
        }

        var roles = principal.FindAll(Role).Select(claim => Enum.Parse<Role>(claim.Value)).ToFrozenSet();
        return new FixedUser(new UserId(id), new OrganisationId(organisation), roles, principal.FindFirstValue(DisplayName) ?? "");
    }
}
