using Integration.Profiles;

namespace Integration.Web.Profiles;

/// <summary>A step on the way to the employers.</summary>
public enum ProfileStep
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Checked.</summary>
    Checked,

    /// <summary>Consented to.</summary>
    Consented,

    /// <summary>Released.</summary>
    Released,

    /// <summary>On paper.</summary>
    Printed,
}

/// <summary>How far the text that is open in the editor is for one event.</summary>
/// <param name="Step">The step it has reached.</param>
/// <param name="OlderIsOut">Whether an older text of the same person is released for the event.</param>
/// <param name="Marks">When and by whom each reached step was made.</param>
public sealed record ProfileProgress(ProfileStep Step, bool OlderIsOut, IReadOnlyDictionary<ProfileStep, ShortProfileQueries.HistoryStep> Marks)
{
    /// <summary>Reads it from the profile, its standing at the event, and its history.</summary>
    public static ProfileProgress Of(
        ShortProfileQueries.Editor editor, ShortProfileQueries.AtEvent? at, IReadOnlyList<ShortProfileQueries.HistoryStep> history)
    {
        var steps = history.Where(step => step.JobEventId is null || step.JobEventId == at?.JobEventId).ToList();
        var released = at?.ReleaseId is null ? null : steps.FindLast(step => step.To == ProfileState.Released);
        var older = released is not null && (editor.State == ProfileState.Draft || editor.CheckedAt > released.At);
        var step = editor.State == ProfileState.Draft ? ProfileStep.Draft
            : released is not null && !older ? at!.Standing == ProfileStanding.Released ? ProfileStep.Released : ProfileStep.Printed
            : ConsentedAfter(steps, editor.CheckedAt, at, older) ? ProfileStep.Consented
            : ProfileStep.Checked;
        var marks = new Dictionary<ProfileStep, ShortProfileQueries.HistoryStep>();
        foreach (var reached in Enum.GetValues<ProfileStep>().Where(reached => reached <= step))
        {
            if (steps.FindLast(known => known.To.ToString() == reached.ToString()) is { } mark)
            {
                marks[reached] = mark;
            }
        }

        return new ProfileProgress(step, older, marks);
    }

    // While an older text is out, the standing speaks of that one; the consent to the new text is a later step of the history.
    private static bool ConsentedAfter(
        List<ShortProfileQueries.HistoryStep> steps, DateTime? checkedAt, ShortProfileQueries.AtEvent? at, bool older) =>
        older ? steps.Exists(step => step.To == ProfileState.Consented && step.At >= checkedAt) : at?.Standing == ProfileStanding.Consented;
}
