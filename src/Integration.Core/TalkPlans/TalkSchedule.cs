using Integration.Common;
using Integration.Planning.Talks;

namespace Integration.TalkPlans;

/// <summary>A plan of an event's talks: a draft, the published one, or one that was published before.</summary>
public class TalkSchedule : IVersioned, IOfEvent
{
    /// <summary>Longest name in characters.</summary>
    public const int NameMaxLength = 80;

    /// <summary>The id.</summary>
    public TalkScheduleId Id { get; set; } = TalkScheduleId.New();

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>Its number among the event's plans, from 1.</summary>
    public int Number { get; set; }

    /// <summary>What the organiser calls it; empty for its number alone.</summary>
    public string Name { get; set; } = "";

    /// <summary>State.</summary>
    public TalkScheduleState State { get; set; }

    /// <summary>The event while this is its published plan, else <see langword="null"/>: an event has one.</summary>
    public JobEventId? PublishedFor { get; set; }

    /// <summary>How the search ended.</summary>
    public PlanStatus Status { get; set; } = PlanStatus.Unknown;

    /// <summary>Worth in points when the search ended.</summary>
    public long Value { get; set; }

    /// <summary>What no plan can exceed, in points, as far as proven.</summary>
    public long Bound { get; set; }

    /// <summary>How long the search took, in seconds.</summary>
    public double Seconds { get; set; }

    /// <summary>Seed of the search.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>What was asked of it.</summary>
    public TalkSettings Settings { get; set; } = new();

    /// <summary>What has been lost since people were invited: it holds for this plan and those made from it.</summary>
    public TalkLosses Losses { get; set; } = new();

    /// <summary>When it was made.</summary>
    public DateTime MadeAt { get; set; }

    /// <summary>Who made it.</summary>
    public UserId MadeBy { get; set; }

    /// <summary>When it was published; <see langword="null"/> for a draft.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>When the people whose day it changes were written to; <see langword="null"/> until then.</summary>
    public DateTime? PeopleToldAt { get; set; }

    /// <summary>When another one took its place.</summary>
    public DateTime? ReplacedAt { get; set; }

    /// <summary>The plan that it repairs; <see langword="null"/> for one made afresh.</summary>
    public TalkScheduleId? MadeFromId { get; set; }

    /// <summary>The talks.</summary>
    public List<ScheduledTalk> Talks { get; set; } = [];

    /// <summary>Changes by hand, the latest with the highest number.</summary>
    public List<TalkStep> Steps { get; set; } = [];

    /// <inheritdoc/>
    public Guid Version { get; set; }
}

/// <summary>State of a plan of talks.</summary>
public enum TalkScheduleState
{
    /// <summary>ENTWURF: being worked on.</summary>
    Draft,

    /// <summary>VEROEFFENTLICHT: what holds.</summary>
    Published,

    /// <summary>ERSETZT: another one holds now.</summary>
    Replaced,
}

/// <summary>What a plan is asked for.</summary>
public sealed record TalkSettings
{
    /// <summary>From which fit (0 to 100) on the organiser offers talks that nobody has asked for; <see langword="null"/> for none.</summary>
    public int? LeastFit { get; init; }

    /// <summary>Most talks so offered to one person.</summary>
    public int MostOffered { get; init; } = 3;

    /// <summary>How far the numbers of gaps of two people may lie apart; <see langword="null"/> for any distance.</summary>
    public int? GapSpread { get; init; } = 2;

    /// <summary>The order of the aims; <see langword="null"/> for the usual one.</summary>
    public IReadOnlyList<TalkAim>? Aims { get; init; }
}

/// <summary>Who is lost to an event's talks, beside what the records say.</summary>
public sealed record TalkLosses
{
    /// <summary>People who do not come, by their registration.</summary>
    public IReadOnlyList<RegistrationId> Absent { get; init; } = [];

    /// <summary>Interpreters who do not come.</summary>
    public IReadOnlyList<InterpreterId> Interpreters { get; init; } = [];

    /// <summary>Employers who leave.</summary>
    public IReadOnlyList<EmployerLoss> Employers { get; init; } = [];

    /// <summary>These losses and others.</summary>
    public TalkLosses With(TalkLosses more) => new()
    {
        Absent = [.. Absent.Union(more.Absent)],
        Interpreters = [.. Interpreters.Union(more.Interpreters)],
        Employers = [.. Employers.Where(old => more.Employers.All(other => other.EmployerId != old.EmployerId)), .. more.Employers],
    };
}

/// <summary>An employer who leaves.</summary>
/// <param name="EmployerId">The employer.</param>
/// <param name="From">From when on; <see langword="null"/> for the whole event.</param>
public sealed record EmployerLoss(OrganisationId EmployerId, TimeOnly? From);
