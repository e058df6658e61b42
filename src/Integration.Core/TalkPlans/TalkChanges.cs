using Integration.Common;

namespace Integration.TalkPlans;

/// <summary>What differs between two plans.</summary>
internal sealed record TalkChanges(JobEventId JobEventId, IReadOnlyList<(ScheduledTalk? Before, ScheduledTalk? After)> Talks)
{
    /// <summary>People whose day differs.</summary>
    public IReadOnlyList<RegistrationId> People => [.. Talks.Select(change => (change.After ?? change.Before)!.RegistrationId).Distinct()];

    /// <summary>Employers at whose tables something differs.</summary>
    public IReadOnlyList<OrganisationId> Employers => [.. Talks.Select(change => (change.After ?? change.Before)!.EmployerId).Distinct()];

    /// <summary>Interpreters whose day differs.</summary>
    public IReadOnlyList<InterpreterId> Interpreters =>
        [.. Talks.SelectMany(change => new[] { change.Before?.InterpreterId, change.After?.InterpreterId }).OfType<InterpreterId>().Distinct()];

    /// <summary>Compares talk by talk: a person and an employer are the same talk in both.</summary>
    public static TalkChanges Between(IReadOnlyCollection<ScheduledTalk> before, IReadOnlyCollection<ScheduledTalk> after)
    {
        var old = before.ToDictionary(talk => (talk.RegistrationId, talk.EmployerId));
        var changes = new List<(ScheduledTalk?, ScheduledTalk?)>();
        foreach (var talk in after)
        {
            if (!old.Remove((talk.RegistrationId, talk.EmployerId), out var was) || Differ(was, talk))
            {
                changes.Add((was, talk));
            }
        }

        changes.AddRange(old.Values.Select(talk => ((ScheduledTalk?)talk, (ScheduledTalk?)null)));
        return new TalkChanges(before.Concat(after).Select(talk => talk.JobEventId).FirstOrDefault(), changes);
    }

    private static bool Differ(ScheduledTalk one, ScheduledTalk other) =>
        one.StartsAt != other.StartsAt || one.EndsAt != other.EndsAt || one.Table != other.Table || one.InterpreterId != other.InterpreterId || one.Language != other.Language;
}
