using Integration.Talks;

namespace Integration.Web.Talks;

/// <summary>Colours of states, always beside their words.</summary>
public static class ContactTags
{
    /// <summary>Class of the tag.</summary>
    public static string Tag(this ContactState state) => state switch
    {
        ContactState.Interest => "",
        ContactState.Requested => "warn",
        ContactState.Asked => "info",
        ContactState.Released => "good",
        ContactState.Refused or ContactState.Withdrawn => "",
    };
}
