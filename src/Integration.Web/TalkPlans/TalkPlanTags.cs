using Integration.Planning.Talks;
using Integration.TalkPlans;
using Integration.Web.Resources;
using Integration.Web.Shared;

namespace Integration.Web.TalkPlans;

/// <summary>Plans of talks in words and colours.</summary>
public static class TalkPlanTags
{
    /// <summary>Colour of a state.</summary>
    public static string Of(TalkScheduleState state) => state switch
    {
        TalkScheduleState.Draft => "info",
        TalkScheduleState.Published => "good",
        TalkScheduleState.Replaced => "",
    };

    /// <summary>What a plan is called: its number, and its name where it has one.</summary>
    public static string NameOf(TalkScheduleRow row) =>
        Format.Fill(TalkPlanTexts.PlanNumber, Format.Count(row.Number)) + (row.Name.Length > 0 ? " · " + row.Name : "");

    /// <summary>How good the search knows a plan to be.</summary>
    public static string Quality(TalkScheduleRow row) => row.Status switch
    {
        PlanStatus.Optimal => TalkPlanTexts.Proven,
        PlanStatus.Feasible => Format.Fill(TalkPlanTexts.AtMostWorse, GapCurve.Part(Math.Max(0, row.Gap))),
        PlanStatus.Infeasible or PlanStatus.Unknown => TalkPlanTexts.NotMeasured,
    };

    /// <summary>Time and table: 15:20, Tisch 7.</summary>
    public static string At(TimeOnly time, int table) => Format.Fill(TalkPlanTexts.At, Format.Time(time), Format.Count(table));
}
