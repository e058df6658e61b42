using System.Globalization;
using Integration.Common;

namespace Integration.Web;

/// <content>Plans of talks.</content>
public static partial class Links
{
    /// <summary>The plans of an event's talks.</summary>
    public static string TalkPlans(JobEventId id) => $"{Event(id)}/talks";

    /// <summary>One plan: a view of it, at a page, of one employer or of what was searched.</summary>
    public static string TalkSchedule(JobEventId id, TalkScheduleId schedule, string? view = null, int page = 1, string? search = null) => With(
        $"{TalkPlans(id)}/{schedule}", ("view", view), ("q", search), ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null));

    /// <summary>What differs between two plans.</summary>
    public static string TalkChanges(JobEventId id, TalkScheduleId before, TalkScheduleId after) => $"{TalkPlans(id)}/{after}/changes/{before}";

    /// <summary>Repairing the published plan.</summary>
    public static string TalkRepair(JobEventId id) => $"{TalkPlans(id)}/repair";
}
