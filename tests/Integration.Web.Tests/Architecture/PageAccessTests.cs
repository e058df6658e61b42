using System.Reflection;
using Integration.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Tests.Architecture;

public sealed class PageAccessTests
{
    private static readonly List<Type> Pages = typeof(Program).Assembly.GetTypes()
        .Where(type => type.GetCustomAttributes<RouteAttribute>(inherit: false).Any()).OrderBy(type => type.FullName, StringComparer.Ordinal).ToList();

    [Fact]
    public void EveryPage_SaysWhoMayOpenIt()
    {
        Assert.NotEmpty(Pages);
        Assert.Empty(Pages.Where(page => page.GetCustomAttribute<AllowAnonymousAttribute>() is null
            && string.IsNullOrEmpty(page.GetCustomAttribute<AuthorizeAttribute>()?.Policy)).Select(page => page.FullName));
    }

    [Fact]
    public void EveryPage_StandsInTheAccessMatrix()
    {
        var actual = Pages.Select(Row).ToList();
        Assert.NotEmpty(actual);
        Assert.Equal(AccessMatrix.Pages, actual);
    }

    /// <summary>Name, policy and the roles that come through, in the order of the enum.</summary>
    private static string Row(Type page)
    {
        var name = page.FullName!["Integration.Web.".Length..];
        var policy = page.GetCustomAttribute<AuthorizeAttribute>()?.Policy;
        if (policy is null)
        {
            return $"{name}: everybody";
        }

        var roles = Enum.TryParse<Permission>(policy, out var permission)
            ? string.Join(", ", Enum.GetValues<Role>().Where(role => RolePermissions.Of(role).Contains(permission)))
            : policy;
        return $"{name}: {roles}";
    }
}
