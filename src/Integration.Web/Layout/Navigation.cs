using Integration.Access;
using Integration.Web.Resources;

namespace Integration.Web.Layout;

/// <summary>An entry of the navigation.</summary>
public sealed record NavigationEntry(string Link, string Text, string Icon);

/// <summary>The navigation on the left: at most seven entries, by what the user's roles may do.</summary>
public static class Navigation
{
    /// <summary>Most entries.</summary>
    public const int Most = 7;

    /// <summary>The entries of a user, in order.</summary>
    public static IReadOnlyList<NavigationEntry> Of(ICurrentUser user)
    {
        var entries = All().Where(entry => entry.Needs is null || user.Has(entry.Needs.Value)).Select(entry => entry.Entry).ToList();
        if (user.Roles.Contains(Role.Interpreter))
        {
            entries.Insert(1, new(Links.MyAssignments, ShellTexts.NavMyAssignments, "speech"));
        }

        // Somebody with many roles: the door is found on the page of today's event, organisations on that of the users, interpreters on that of their event,
        // companies on those of events and organisations, requests and outcomes on the first page, outcomes on that of the requests too.
        foreach (var link in new[] { Links.Outcomes, Links.Door, Links.Organisations, Links.Interpreters, Links.Import, Links.Employers, Links.Requests })
        {
            if (entries.Count > Most && (link != Links.Organisations || user.Has(Permission.ManageUsers)))
            {
                entries.RemoveAll(entry => entry.Link == link);
            }
        }

        return entries;
    }

    private static IEnumerable<(Permission? Needs, NavigationEntry Entry)> All()
    {
        yield return (null, new(Links.Today, ShellTexts.NavToday, "today"));
        yield return (Permission.ViewParticipants, new(Links.Participants, ShellTexts.NavParticipants, "people"));
        yield return (Permission.AnswerContacts, new(Links.Requests, TalksTexts.Title, "handshake"));
        yield return (Permission.PrintProfiles, new(Links.PrintCentre, ShellTexts.NavPrint, "print"));
        yield return (Permission.ViewEvents, new(Links.Events, ShellTexts.NavEvents, "event"));
        yield return (Permission.ManageInterpreters, new(Links.Interpreters, ShellTexts.NavInterpreters, "speech"));
        yield return (Permission.ViewTodaysArrivals, new(Links.Door, ShellTexts.NavDoor, "door"));
        yield return (Permission.ImportParticipants, new(Links.Import, ShellTexts.NavImport, "import"));
        yield return (Permission.ViewEmployers, new(Links.Employers, ShellTexts.NavEmployers, "factory"));
        yield return (Permission.RecordOutcomes, new(Links.Outcomes, OutcomesTexts.Title, "check"));
        yield return (Permission.ManageUsers, new(Links.Users, ShellTexts.NavUsers, "key"));
        yield return (Permission.ViewOrganisations, new(Links.Organisations, ShellTexts.NavOrganisations, "organisation"));
        yield return (Permission.ReadAuditTrail, new(Links.AuditTrail, ShellTexts.NavAudit, "audit"));
    }
}
