using System.Security.Claims;
using Integration.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Integration.Web.Hosting;

/// <summary>Writes what the portal needs to know of a user into the sign-in, so that no request has to look it up.</summary>
internal sealed class ClaimsFactory(UserManager<AppUser> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<AppUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AppUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(PortalClaims.Organisation, user.OrganisationId.ToString()));
        identity.AddClaim(new Claim(PortalClaims.DisplayName, user.DisplayName));
        identity.AddClaims(user.Roles.Select(role => new Claim(PortalClaims.Role, role.ToString())));
        return identity;
    }
}
