using System.Globalization;
using Integration.Events;

namespace Integration.Door;

/// <summary>How little of a name is enough at a door.</summary>
internal static class DoorNames
{
    /// <summary>The chosen badge name, or given name and first letter of the family name; empty for people who are not publicly present:
    /// they are let in by their ticket alone.</summary>
    public static string Display(string badgeName, string givenName, string familyName, bool notPubliclyPresent)
    {
        var called = Called(badgeName, givenName, notPubliclyPresent);
        if (notPubliclyPresent || called == badgeName.Trim())
        {
            return called;
        }

        var letter = familyName.Trim().Length == 0 ? "" : StringInfo.GetNextTextElement(familyName.Trim()) + ".";
        return string.Join(' ', new[] { called, letter }.Where(part => part.Length > 0));
    }

    /// <summary>What stands on papers that others see too: the chosen badge name or the given name alone; empty for people who are not publicly present.</summary>
    public static string Called(string badgeName, string givenName, bool notPubliclyPresent) =>
        notPubliclyPresent ? "" : badgeName.Trim() is { Length: > 0 } chosen ? chosen : givenName.Trim();

    /// <summary>The ticket in what was scanned or typed: the last part of an address, without the blanks and hyphens of a code that was read aloud.</summary>
    public static string Ticket(string? scanned)
    {
        var text = (scanned ?? "").Trim();
        var last = text[(text.TrimEnd('/').LastIndexOf('/') + 1)..];
        var code = new string([.. last.Where(char.IsAsciiLetterOrDigit)]).ToLowerInvariant();
        return code.Length <= DoorScan.TicketMaxLength ? code : code[..DoorScan.TicketMaxLength];
    }

    /// <summary>Whether somebody in this state is shown by name.</summary>
    public static bool ShowsName(RegistrationState state) => RegistrationTransitions.IsComing(state);
}
