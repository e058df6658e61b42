using System.Text.RegularExpressions;
using Integration.Organisations;

namespace Integration.Events;

/// <summary>Short names of events and series, for addresses and the command line.</summary>
internal static partial class EventKeys
{
    /// <summary>Whether it is one: small letters, digits and hyphens.</summary>
    public static bool IsKey(string key) => key.Length <= Organisation.KeyMaxLength && Pattern().IsMatch(key);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Pattern();
}
