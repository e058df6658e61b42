using Integration.Common;

namespace Integration.Web;

/// <content>Planned talks of the own people.</content>
public static partial class Links
{
    /// <summary>The planned talks of the own people at an event; those to be told or in one's charge, where it is said.</summary>
    public static string OurTalks(JobEventId id, string? show = null) => With($"{Event(id)}/our-talks", ("show", show));
}
