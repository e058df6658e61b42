using System.Reflection;
using System.Text.RegularExpressions;
using Integration.Access;
using Integration.Web;
using Integration.Web.Employer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace Integration.Browser.Tests.Pages;

/// <summary>A page of the portal: its route and a role that may open it; <see langword="null"/> when nobody has to sign in.</summary>
public sealed partial record PortalPage(string Route, Role? Role)
{
    /// <summary>Every page that has a route, by reflection, so that a new page is looked at without anybody thinking of it.</summary>
    public static IReadOnlyList<PortalPage> All { get; } = typeof(Program).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>(inherit: false).Select(route => new PortalPage(route.Template, RoleFor(type))))
        .OrderBy(page => page.Route, StringComparer.Ordinal)
        .ToList();

    /// <summary>A name for files: participants-id.</summary>
    public string FileName => Route == "/" ? "today" : Other().Replace(Route.Replace(":guid", "", StringComparison.Ordinal).ToLowerInvariant(), "-").Trim('-');

    /// <summary>The address in the tests' world. Records that the world does not have are asked for with an unknown id: what the page then says
    /// is looked at too.</summary>
    public string AddressIn(World world)
    {
        var merging = Route.Contains("/merge/", StringComparison.Ordinal);
        var address = Parameter().Replace(Route, match => Route.Split('/')[1] switch
        {
            "participants" when match.Index > "/participants/{".Length => world.Other.ToString(),
            "participants" => (merging ? world.Person : world.Released).ToString(),
            "events" when TalkPage().IsMatch(Route) => (match.Value switch { "{Schedule:guid}" => world.Talks.Draft.Value, "{Before:guid}" => world.Talks.Published.Value, _ => world.Talks.Event.Value }).ToString(),
            "events" when match.Index > "/events/{id:guid}/".Length => world.Employer.ToString(),
            "employer" when Route.StartsWith(EmployerLinks.Offers, StringComparison.Ordinal) => world.Offer.ToString(),
            "events" or "employer" => world.Demo.ToString(),
            "k" => world.Token,
            "door" => world.Today.ToString(),
            "import" => world.Import.ToString(),
            "organisations" => world.Organisation.ToString(),
            "employers" => world.Employer.ToString(),
            "offers" => world.Offer.ToString(),
            "users" => world.User.ToString(),
            "interpreters" => world.Interpreter.ToString(),
            "interpreting" => WorldInterpreters.Token,
            "feedback" => WorldOutcomes.FeedbackToken,
            _ => Guid.CreateVersion7().ToString(),
        });
        address = Route.EndsWith("/compare", StringComparison.Ordinal) ? EmployerLinks.Compare(world.Demo, world.Token) : address;
        // Outcomes are what comes afterwards.
        address = Route.EndsWith("/outcomes", StringComparison.Ordinal) || Route.EndsWith("/calls", StringComparison.Ordinal) ? address.Replace(world.Demo.ToString(), world.Past.ToString(), StringComparison.Ordinal) : address;
        return Route == Links.PrintCentre ? Links.PrintCentreOf(world.Demo) : address;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Route} ({Role?.ToString() ?? "anonymous"})";

    private static Role? RoleFor(Type page)
    {
        // Open to everybody, but only a contact sees more than how to ask.
        if (page == typeof(ProfilePage))
        {
            return Access.Role.EmployerContact;
        }

        if (page.GetCustomAttribute<AllowAnonymousAttribute>() is not null)
        {
            return null;
        }

        // Other roles read organisations; the administrator's page has the form.
        if (page == typeof(Integration.Web.Organisations.OrganisationPage))
        {
            return Access.Role.Administrator;
        }

        var policy = page.GetCustomAttribute<AuthorizeAttribute>()?.Policy;
        return Enum.TryParse<Permission>(policy, out var permission)
            ? RolePermissions.Staff.Order().Append(Access.Role.EmployerContact).First(role => RolePermissions.Allow([role], permission))
            : Access.Role.CaseManager;
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 200)]
    private static partial Regex Parameter();

    [GeneratedRegex("^/events/[^/]+/talks(/|$)", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex TalkPage();

    [GeneratedRegex("[^a-z]+", RegexOptions.None, 200)]
    private static partial Regex Other();
}
