using Integration.Common;

namespace Integration.Events;

/// <summary>How many places of an event one organisation is sure of, and how many it may have at most.</summary>
public class PlaceQuota : IOfEvent
{
    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>The organisation whose people these are.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>Places kept for it until its own people take them; 0 for none.</summary>
    public int Guaranteed { get; set; }

    /// <summary>Most places it can have; <see langword="null"/> for as many as are free.</summary>
    public int? AtMost { get; set; }
}

/// <summary>The places of an event at one moment: how many there are, who has how many, and what is promised to whom. Knows no database.</summary>
public sealed class PlaceSituation
{
    private readonly int? _places;
    private readonly Dictionary<OrganisationId, int> _taken;
    private readonly Dictionary<OrganisationId, PlaceQuota> _quotas;

    /// <param name="places">Places of the event; <see langword="null"/> when it has no limit.</param>
    /// <param name="taken">Places in use, by organisation.</param>
    /// <param name="quotas">What is guaranteed or limited; an organisation without a quota has neither.</param>
    public PlaceSituation(int? places, IReadOnlyDictionary<OrganisationId, int> taken, IEnumerable<PlaceQuota> quotas)
    {
        _places = places;
        _taken = new Dictionary<OrganisationId, int>(taken);
        _quotas = quotas.ToDictionary(quota => quota.OrganisationId);
    }

    /// <summary>What is guaranteed or limited.</summary>
    public IReadOnlyList<PlaceQuota> Quotas => [.. _quotas.Values];

    /// <summary>Places in use.</summary>
    public int Taken => _taken.Values.Sum();

    /// <summary>How many more people an organisation can bring now; <see langword="null"/> for any number. What is guaranteed to others and
    /// not used by them yet is not free.</summary>
    public int? FreeFor(OrganisationId organisation)
    {
        var own = _taken.GetValueOrDefault(organisation);
        var quota = _quotas.GetValueOrDefault(organisation);
        int? ofLimit = quota?.AtMost is { } most ? Math.Max(0, most - own) : null;
        if (_places is not { } places)
        {
            return ofLimit;
        }

        var kept = _quotas.Values.Where(q => q.OrganisationId != organisation).Sum(q => Math.Max(0, q.Guaranteed - _taken.GetValueOrDefault(q.OrganisationId)));
        var free = Math.Max(0, places - Taken - kept);
        return ofLimit is { } limit ? Math.Min(limit, free) : free;
    }

    /// <summary>Takes a place for somebody of an organisation.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryTake(OrganisationId organisation)
    {
        if (FreeFor(organisation) is <= 0)
        {
            return false;
        }

        _taken[organisation] = _taken.GetValueOrDefault(organisation) + 1;
        return true;
    }

    /// <summary>Gives a place back.</summary>
    public void Release(OrganisationId organisation) => _taken[organisation] = Math.Max(0, _taken.GetValueOrDefault(organisation) - 1);
}
