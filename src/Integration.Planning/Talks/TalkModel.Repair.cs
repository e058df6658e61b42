using Google.OrTools.Sat;

namespace Integration.Planning.Talks;

// What a repair prefers: talks that stood are kept, other people's days stay as they are.
internal sealed partial class TalkModel
{
    /// <summary>Replaces the worth of a plan by what a repair asks for: each talk that stood counts as much as the changed days of two others.</summary>
    /// <param name="plan">What stands now.</param>
    /// <param name="stood">What stood before, by request.</param>
    /// <param name="hit">People whom it happened to: their days change anyway.</param>
    public void PreferStanding(TalkPlan plan, Dictionary<int, PlannedTalk> stood, HashSet<int> hit)
    {
        var changed = Frame.Points.Mutual + Frame.Points.Somebody + Frame.Points.Talk + 1;
        foreach (var request in stood.Keys)
        {
            foreach (var literal in _inSlotOf[request].Values.SelectMany(literals => literals))
            {
                Score(literal, 2 * changed);
            }
        }

        foreach (var day in plan.Talks.SelectMany(talk => Frame.Requests[talk.Request].People.Select(person => (Person: person, Talk: talk))).Where(one => !hit.Contains(one.Person)).GroupBy(one => one.Person))
        {
            var other = Model.NewBoolVar($"p{day.Key}other");
            Score(other, -changed);
            foreach (var (_, talk) in day)
            {
                Model.AddBoolOr([other, .. _inSlotOf[talk.Request][talk.Slot]]);
            }
        }

        foreach (var request in Frame.Requests.Where(request => !stood.ContainsKey(request.Index) && !request.Required && !request.People.TrueForAll(hit.Contains)))
        {
            foreach (var literal in _inSlotOf[request.Index].Values.SelectMany(literals => literals))
            {
                Model.Add(literal == 0);
            }
        }

        AskForBest();
    }
}
